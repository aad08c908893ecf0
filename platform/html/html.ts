/**
 * Markup as a typed value. The tag `html` escapes every string by the context it stands in; only `Html` nests
 * unescaped, and only this module makes one. House rules (each with a test): attributes are always quoted; no value
 * inside script or style; the URL in an attribute is http, https, mailto, tel or relative; no value makes a name.
 */
import {
  isBannedAttribute,
  readPlaces,
  TemplateError,
  urlAttributes,
  type ValuePlace,
} from "./template-context.ts";

const maker = Symbol("made by the html tag");

/** Finished markup. `toString()` gives the text to send. */
export class Html {
  readonly #text: string;
  constructor(text: string, made: symbol) {
    if (made !== maker) throw new TypeError("Html is made by the html tag alone");
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** Attributes that are there or not; made by `attributes()`, placed between the attributes of a start tag. */
export class Attributes {
  readonly #text: string;
  constructor(text: string, made: symbol) {
    if (made !== maker) throw new TypeError("Attributes are made by attributes() alone");
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template. `true` may not: it is always a forgotten `? … : …`. */
export type HtmlValue = string | number | null | undefined | false | Html | Attributes | readonly HtmlValue[];

// C0 controls other than tab and line ends, and DEL: parse errors in HTML (section 13.2.3.5), and never text of ours.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get through.
const controlPattern = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const entityOf: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes for element text. */
function escapeText(text: string): string {
  return text.replace(controlPattern, "\ufffd").replace(/[&<>]/g, (character) => entityOf[character] ?? "");
}

/** Escapes for a quoted attribute, whichever quote it has. */
function escapeAttribute(text: string): string {
  return text.replace(controlPattern, "\ufffd").replace(/[&<>"']/g, (character) => entityOf[character] ?? "");
}

const schemePattern = /^([a-z][a-z0-9+.-]*):/i;
const allowedSchemes: ReadonlySet<string> = new Set(["http", "https", "mailto", "tel"]);

/**
 * Whether a URL is relative or of an allowed scheme. Read as a browser does (URL Standard, section 4.4): leading
 * controls and spaces are skipped, tabs and line ends vanish anywhere; so `java\nscript:` is seen for what it is.
 * What begins with two slashes names another host and is refused: pages travel under many names, links stay inside.
 */
export function isSafeUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the URL Standard strips these.
  const seen = url.replace(/^[\u0000-\u0020]+/, "").replace(/[\t\n\r]/g, "");
  const scheme = schemePattern.exec(seen);
  if (scheme) return allowedSchemes.has((scheme[1] ?? "").toLowerCase());
  return !/^[\\/]{2}/.test(seen) && !/^[^/?#]*:/.test(seen);
}

function plainText(value: HtmlValue, fixed: string): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TemplateError("a number must be finite", fixed);
    return String(value);
  }
  throw new TemplateError("only text and numbers stand inside an attribute", fixed);
}

function isList(value: HtmlValue): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

function renderText(value: HtmlValue, fixed: string): string {
  if (value instanceof Html) return value.toString();
  if (isList(value)) {
    let text = "";
    for (const item of value) text += renderText(item, fixed);
    return text;
  }
  return escapeText(plainText(value, fixed));
}

function renderAttributes(value: HtmlValue, fixed: string): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Attributes) return value.toString();
  throw new TemplateError("only attributes() may stand between attributes", fixed);
}

const placesOf = new WeakMap<TemplateStringsArray, readonly ValuePlace[]>();

/**
 * The template tag. Strings are escaped; numbers, `null`, `undefined` and `false` (nothing), arrays and `Html` are
 * taken as they are. Throws `TemplateError` for a template that breaks a house rule and for an unsafe URL.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let places = placesOf.get(parts);
  if (!places) {
    places = readPlaces(parts);
    placesOf.set(parts, places);
  }
  let text = parts[0] ?? "";
  let url = "";
  places.forEach((place, index) => {
    const value = values[index];
    const fixed = parts[index] ?? "";
    switch (place.kind) {
      case "text":
        text += renderText(value, fixed);
        break;
      case "attributes":
        text += renderAttributes(value, fixed);
        break;
      case "attribute":
        text += escapeAttribute(plainText(value, fixed));
        break;
      case "url": {
        const plain = plainText(value, fixed);
        url = (place.before ?? url) + plain;
        if (!isSafeUrl(url + place.after)) throw new TemplateError("this URL may not be followed", fixed);
        url += place.after;
        text += escapeAttribute(plain);
        break;
      }
    }
    text += parts[index + 1] ?? "";
  });
  return new Html(text, maker);
}

const attributeNamePattern = /^[a-z][a-z0-9-]*$/;

/**
 * Attributes for a place between attributes: `true` gives the bare name, `null`, `undefined` and `false` give nothing.
 * The names are the program's own. Throws for a name that is banned or malformed and for an unsafe URL.
 */
export function attributes(
  named: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Attributes {
  const written: string[] = [];
  for (const [name, value] of Object.entries(named)) {
    if (!attributeNamePattern.test(name) || isBannedAttribute(name)) {
      throw new TemplateError("this attribute may not be written", name);
    }
    if (value === null || value === undefined || value === false) continue;
    if (value === true) {
      written.push(name);
      continue;
    }
    const plain = plainText(value, name);
    if (urlAttributes.has(name) && !isSafeUrl(plain)) {
      throw new TemplateError("this URL may not be followed", name);
    }
    written.push(`${name}="${escapeAttribute(plain)}"`);
  }
  return new Attributes(written.join(" "), maker);
}

/** Puts a separator between pieces of markup. */
export function joinHtml(pieces: readonly Html[], separator: Html | string): Html {
  return html`${pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))}`;
}
