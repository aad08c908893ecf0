/**
 * What a page asks of its browser, held against MDN's tables: the last Chrome and the last Firefox ESR of Windows 7 have
 * to know it. Names are read off the text as it is served; a name that no table holds is said too.
 */
import compatibility from "@mdn/browser-compat-data" with { type: "json" };
import type { Identifier, SupportStatement } from "@mdn/browser-compat-data";
import { transform } from "esbuild";

/** Their last versions for Windows 7. */
const oldBrowsers = { chrome: 109, firefox: 115 } as const;

/** What may be lacking, and what people see then. */
const withoutHarm: ReadonlyMap<string, string> = new Map([
  ["text-wrap", "lines of a heading are less even"],
  ["text-wrap: balance", "lines of a heading are less even"],
  ['<meta name="viewport">', "it is for telephones; none of them runs Windows 7"],
]);

/** What the tables hold under another name, or not at all since it is older than they are. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["word-wrap", "overflow-wrap"],
  ["rgba", "rgb"],
]);
const plainUnits: ReadonlySet<string> = new Set(["px", "em", "pt", "deg", "fr"]);
/** The old way to cut something off; the tables know the function of that name which newer shapes have. */
const plainFunctions: ReadonlySet<string> = new Set(["rect"]);
/** Attributes that stand in tables of their own, are as old as forms, or are for the oldest and passed over by the rest. */
const plainAttributes = /^(?:aria-[a-z]+|data-[a-z-]+|role|xmlns|value|focusable)$/;
/** Drawn by WebKit's heirs alone; Gecko takes the rule as valid and finds nothing of it. */
const foreignPseudo = /^-webkit-/;
const prefixes = ["-webkit-", "-moz-"];

type IsWritten = (prefix: string) => boolean;
const nothingIs: IsWritten = () => false;

/** A branch of the tables; throws where a new edition has moved it. */
function branch(root: Identifier, ...names: readonly string[]): Identifier {
  let entry = root;
  for (const name of names) {
    const next = entry[name];
    if (next === undefined) throw new Error(`MDN's tables have no ${names.join(".")}`);
    entry = next;
  }
  return entry;
}

const { css, html, svg, api } = compatibility;
const properties = branch(css, "properties");
const selectors = branch(css, "selectors");
const types = branch(css, "types");
const atRules = branch(css, "at-rules");
const htmlElements = branch(html, "elements");
const svgElements = branch(svg, "elements");
const builtins = branch(compatibility.javascript, "builtins");

/** The old browsers that lack what an entry stands for, such as "chrome 109"; none when they have it. */
function lackedBy(entry: Identifier, isWritten: IsWritten): readonly string[] {
  const support = entry.__compat?.support;
  if (support === undefined) return [];
  const statements = [
    [`chrome ${oldBrowsers.chrome}`, support.chrome, oldBrowsers.chrome],
    [`firefox ${oldBrowsers.firefox}`, support.firefox, oldBrowsers.firefox],
  ] as const;
  return statements.flatMap(([name, statement, version]) =>
    hasIt(statement, version, isWritten) ? [] : [name],
  );
}

/** Under its own name, or under a prefix that stands in the text as well. */
function hasIt(statement: SupportStatement | undefined, version: number, isWritten: IsWritten): boolean {
  if (statement === undefined) return true;
  return [statement].flat().some((way) => {
    if (way.flags !== undefined || way.alternative_name !== undefined) return false;
    if (way.prefix !== undefined && !isWritten(way.prefix)) return false;
    return (
      numberOf(way.version_added) <= version &&
      (way.version_removed === undefined || numberOf(way.version_removed) > version)
    );
  });
}

/** "≤37" is 37; "preview" and `false` are in no version. */
function numberOf(version: string | false): number {
  const number = Number.parseFloat(String(version).replace("≤", ""));
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}

class Findings {
  readonly #found = new Set<string>();

  /** Notes what an old browser lacks, and what no table holds. */
  check(what: string, entry: Identifier | undefined, isWritten: IsWritten = nothingIs): void {
    const lacking = entry === undefined ? ["every table"] : lackedBy(entry, isWritten);
    if (lacking.length > 0 && !withoutHarm.has(what))
      this.#found.add(`${what}: not in ${lacking.join(", ")}`);
  }

  /** Each once, in order. */
  all(): readonly string[] {
    return [...this.#found].sort();
  }
}

/** What of a style sheet the old browsers lack. */
export function newerInStyle(text: string): readonly string[] {
  const findings = new Findings();
  const plain = text.replace(/\/\*.*?\*\//gs, "").replace(/"[^"]*"/g, '""');
  for (const name of names(plain, /@([a-z-]+)/g)) findings.check(`@${name}`, atRules[name]);
  for (const query of names(plain, /@media([^{]*)\{/g)) {
    for (const feature of names(query, /\(\s*(?:min-|max-)?([a-z-]+)/g)) {
      findings.check(`@media (${feature})`, branch(atRules, "media")[feature]);
    }
  }
  for (const selector of names(plain, /(?<=[{};]|^)\s*([^{}@;]+)\{/g)) {
    for (const name of names(selector, /::?([a-z-]+)/g)) {
      if (!foreignPseudo.test(name)) findings.check(`:${name}`, selectors[name]);
    }
    if (selector.includes("&")) findings.check("&", selectors.nesting);
  }
  for (const [, property = "", value = ""] of plain.matchAll(/(?<=[{;])\s*([a-z-]+)\s*:([^{};]*)(?=[;}])/g)) {
    if (!property.startsWith("--")) checkDeclaration(findings, plain, property, value);
  }
  return findings.all();
}

function checkDeclaration(findings: Findings, sheet: string, property: string, value: string): void {
  const name = otherNames.get(property) ?? property.replace(/^-(?:webkit|moz)-/, "");
  const entry = properties[name];
  const isWritten: IsWritten = (prefix) => sheet.includes(`${prefix}${name}:`);
  findings.check(property, entry, isWritten);
  // Of several faces a browser takes the first that it has; what has a prefix brings its words with it.
  const isJudgedWhole = name === "font-family" || name === "font" || prefixes.some(isWritten);
  for (const word of isJudgedWhole ? [] : names(value, /([a-z][a-z-]*)(?![a-z(-])/g)) {
    if (entry?.[word] !== undefined) findings.check(`${property}: ${word}`, entry[word]);
  }
  for (const called of names(value, /([a-z][a-z-]*)\(/g)) {
    const known = otherNames.get(called) ?? called;
    if (plainFunctions.has(known)) continue;
    findings.check(`${called}()`, entry?.[known] ?? within(types, known) ?? within(properties, known));
  }
  for (const unit of names(value.replace(/#[0-9a-f]+/gi, ""), /[0-9]([a-z]+)\b/g)) {
    if (!plainUnits.has(unit)) findings.check(`1${unit}`, branch(types, "length")[unit]);
  }
}

/** The first entry of a name at any depth. */
function within(entry: Identifier, name: string): Identifier | undefined {
  for (const [key, value] of entriesOf(entry)) {
    const found = key === name ? value : within(value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function entriesOf(entry: Identifier): readonly (readonly [string, Identifier])[] {
  return Object.keys(entry).flatMap((key) => {
    const value = key === "__compat" ? undefined : entry[key];
    return value === undefined ? [] : [[key, value] as const];
  });
}

/** What of a page's markup the old browsers lack. */
export function newerInMarkup(text: string): readonly string[] {
  const findings = new Findings();
  const plain = text.replace(/<!--.*?-->/gs, "").replace(/(<(script|style)\b[^>]*>).*?(?=<\/\2>)/gs, "$1");
  for (const [, tag = "", rest = ""] of plain.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>"]*(?:"[^"]*")?)*)>/gi)) {
    const entry = htmlElements[tag] ?? svgElements[tag];
    findings.check(`<${tag}>`, entry);
    for (const [, attribute = "", value = ""] of rest.matchAll(/\s([a-zA-Z:-]+)(?:="([^"]*)")?/g)) {
      if (plainAttributes.test(attribute)) continue;
      // The tables hold kinds of input and names of meta beside the attribute or in its place.
      const ofValue = entry?.[attribute]?.[value] ?? entry?.[`${attribute}_${value}`];
      const ofAll =
        branch(html, "global_attributes")[attribute] ?? branch(svg, "global_attributes")[attribute];
      findings.check(`<${tag} ${attribute}>`, entry?.[attribute] ?? ofAll ?? ofValue);
      if (ofValue !== undefined) findings.check(`<${tag} ${attribute}="${value}">`, ofValue);
    }
  }
  return findings.all();
}

/**
 * What of a script the old browsers lack: syntax; functions of the language's own objects, where every object that has
 * one of that name got it later; objects of the browser. What a script asks for first, or brings along, is no want.
 */
export async function newerInScript(text: string): Promise<readonly string[]> {
  const findings = new Findings();
  const target = [`chrome${oldBrowsers.chrome}`, `firefox${oldBrowsers.firefox}`];
  const asItIs = await transform(text, { target: "esnext", charset: "utf8" });
  const forOld = await transform(text, { target, charset: "utf8" });
  if (asItIs.code !== forOld.code) findings.check("syntax", undefined);
  const { code } = asItIs;
  const isProvidedFor = (name: string) =>
    code.includes(`"${name}"`) || new RegExp(`typeof [^;]{0,80}\\.${name} ===? "function"`).test(code);
  for (const name of names(code, /\.([A-Za-z]\w*)\(/g)) {
    const members = membersNamed(name);
    const isLate = members.every((each) => lackedBy(each, nothingIs).length > 0);
    if (isLate && members[0] !== undefined && !isProvidedFor(name)) findings.check(`.${name}()`, members[0]);
  }
  for (const [whole, owner = "", name = ""] of code.matchAll(/\b([A-Z]\w+)\.([a-z]\w*)/g)) {
    const entry = builtins[owner] ?? api[owner];
    const member = entry?.[name] ?? entry?.[`${name}_static`];
    if (member !== undefined && !isProvidedFor(name)) findings.check(whole, member);
  }
  for (const owner of names(code, /\bnew ([A-Z]\w+)/g)) {
    const entry = builtins[owner] ?? api[owner];
    if (entry !== undefined) findings.check(`new ${owner}`, entry);
  }
  return findings.all();
}

/** What the language's own objects have under a name. */
function membersNamed(name: string): readonly Identifier[] {
  return entriesOf(builtins).flatMap(([, owner]) => (owner[name] === undefined ? [] : [owner[name]]));
}

/** Takes away from a page what of the language's own objects an old browser lacks; runs in it before all scripts. */
export function ageingScript(): string {
  const late = entriesOf(builtins).flatMap(([owner, members]) =>
    entriesOf(members).flatMap(([name, entry]) =>
      /^[a-z]\w*$/i.test(name) && lackedBy(entry, nothingIs).length > 0 ? [[owner, name]] : [],
    ),
  );
  return `for (const [owner, name] of ${JSON.stringify(late)}) {
    const it = owner === "TypedArray" ? Object.getPrototypeOf(Uint8Array) : globalThis[owner];
    if (it) { delete it[name]; if (it.prototype) delete it.prototype[name]; }
  }`;
}

/** What a pattern's first group catches, each once. */
function names(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];
}
