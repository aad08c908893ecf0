/**
 * An appeal filed in lynx, key by key: no script, no style, no picture. What the whole filing costs on the line is
 * counted beside it.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parseBodySlug } from "#government/bodies/index.ts";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { withOpenPortal } from "./open-portal.ts";
import { Person } from "./person.ts";

/** Pages, redirects, style sheet and mark of one filing, received. */
const filingBytesMax = 61_440;
const lynxTimeoutMs = 180_000;
const shownCharacters = 3_000;
const tab = "^I";
const enter = "^J";

/** One thing done to an element of a page: typed into, or pressed. */
interface Deed {
  readonly element: RegExp;
  readonly type?: string;
}

interface Step {
  readonly path: string;
  readonly deeds: readonly Deed[];
  /** What these deeds send. */
  readonly fields: Readonly<Record<string, string>>;
}

const goOn: Deed = { element: /^<button(?! [^>]*name=)/ };
const chosenBody = "alagoz-etrap";
const steps: readonly Step[] = [
  { path: "/tk/appeal", deeds: [goOn], fields: {} },
  {
    path: "/tk/appeal/kind",
    deeds: [{ element: /value="filed-complaint"/ }, goOn],
    fields: { kind: "filed-complaint" },
  },
  {
    path: "/tk/appeal/body",
    deeds: [{ element: /name="matter"/, type: "gaz" }, { element: /name="place"/, type: "alagoz" }, goOn],
    fields: { next: "search", matter: "gaz", place: "alagoz" },
  },
  {
    path: "/tk/appeal/body",
    deeds: [{ element: new RegExp(`name="body"[^>]*value="${chosenBody}"`) }, goOn],
    fields: { next: "", body: chosenBody },
  },
  {
    path: "/tk/appeal/about",
    deeds: [{ element: /name="who"/, type: "Otag 12" }, goOn],
    fields: { who: "Otag 12" },
  },
  {
    path: "/tk/appeal/text",
    deeds: [
      { element: /name="subject"/, type: "Gaz yok" },
      { element: /name="text"/, type: "Obamyzda gaz yok." },
      goOn,
    ],
    fields: { subject: "Gaz yok", text: "Obamyzda gaz yok." },
  },
  { path: "/tk/appeal/file", deeds: [goOn], fields: {} },
  {
    path: "/tk/appeal/whom",
    deeds: [{ element: /value="self"/ }, goOn],
    fields: { whom: "self" },
  },
  {
    path: "/tk/appeal/identity",
    deeds: [{ element: /value="sealed"/ }, goOn],
    fields: { identity: "sealed" },
  },
  {
    path: "/tk/appeal/warning",
    deeds: [{ element: /name="understood"/ }, goOn],
    fields: { understood: "yes" },
  },
  {
    path: "/tk/appeal/you",
    deeds: [
      { element: /name="name"/, type: "Nar Kuyzeci" },
      { element: /name="address"/, type: "Cesme obasy" },
      goOn,
    ],
    fields: { name: "Nar Kuyzeci", address: "Cesme obasy", proof: "later" },
  },
  { path: "/tk/appeal/check", deeds: [goOn], fields: {} },
];

test("lynx files an appeal, and a filing costs no more than 60 KiB", {
  skip: skipUnless("lynx"),
}, async () => {
  await withOpenPortal(async ({ origin, portal }) => {
    // The same way with a plain client first: it counts, and its pages tell which keys lead where in lynx.
    const person = new Person(origin);
    const keys: string[] = [];
    let page = (await person.get("/tk/appeal")).body.toString();
    for (const href of page.matchAll(/href="(\/assets\/[^"]+)"/g)) await person.get(href[1] ?? "");
    for (const { path, deeds, fields } of steps) {
      checkReadable(page, path);
      keys.push(...keysFor(page, deeds, path));
      page = await sent(person, page, path, fields);
    }
    checkReadable(page, "the receipt");
    const counted = numberIn(page);
    assert.ok(person.bytes <= filingBytesMax, `${person.bytes} bytes`);

    const screens = await lynx(`${origin}/tk/appeal`, keys);
    const filed = parseCaseNumber(numberIn(screens));
    assert.ok(filed.ok && filed.value !== counted, screens.slice(-shownCharacters));
    const { tools } = portal;
    const row = await findCaseByNumber(tools.portal, filed.value);
    const body = (await tools.bodyTree()).bySlug.get(parseBodySlug(chosenBody) ?? assert.fail());
    assert.deepEqual(
      [row?.holderBody, row?.filingKind, row?.identityShown],
      [body?.number, "filed-complaint", false],
    );
  });
});

/** Every heading, label and button stands on the screen as it is written, Turkmen letters and all. */
function checkReadable(page: string, path: string): void {
  const charset = ["-assume_charset=utf-8", "-display_charset=utf-8"];
  const dump = execFileSync("lynx", ["-dump", "-nolist", "-width=1000", ...charset, "-stdin"], {
    input: page,
  });
  const screen = inOneLine(dump.toString());
  for (const [, , words = ""] of page.matchAll(/<(h1|label|legend|button)\b[^>]*>(.*?)<\/\1>/gs)) {
    const text = inOneLine(words.replace(/<[^>]*>/g, " "));
    assert.ok(text !== "" && screen.includes(text), `"${text}" on ${path}:\n${screen}`);
  }
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Tabs from the first element of a page to each that something is done to, and what is typed there. */
function keysFor(page: string, deeds: readonly Deed[], path: string): readonly string[] {
  const elements = [
    ...page.matchAll(/<(?:a [^>]*?href=|input(?! type="hidden")|button|select|textarea)[^>]*>/g),
  ].map(([all]) => all);
  const keys: string[] = [];
  let at = 0;
  for (const { element, type } of deeds) {
    const to = elements.findIndex((each, index) => index >= at && element.test(each));
    assert.ok(to >= 0, `${element} on ${path}: ${elements.join("\n")}`);
    for (; at < to; at += 1) keys.push(tab);
    keys.push(
      ...(type === undefined ? [enter] : [...type].map((letter) => (letter === " " ? "<space>" : letter))),
    );
  }
  return keys;
}

/** Posts the form as the browser would, hidden fields and all; gives the next page. */
async function sent(person: Person, page: string, path: string, fields: Step["fields"]): Promise<string> {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const all = { ...Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value])), ...fields };
  const { status, headers } = await person.post(path, all);
  assert.equal(status, 303, path);
  return (await person.get(headers.get("location")?.[0] ?? "")).body.toString();
}

function numberIn(text: string): string {
  return /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(text)?.[0] ?? "";
}

/** Runs lynx in a terminal of its own, with keys out of a file; gives everything that it drew. */
async function lynx(url: string, keys: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-lynx-"));
  try {
    const typed = join(folder, "keys");
    const drawn = join(folder, "screens");
    writeFileSync(typed, [...keys, "Q"].map((key) => `key ${key}\n`).join(""));
    const command = `stty rows 200 cols 100; lynx -cmd_script=${typed} -accept_all_cookies ${url}`;
    const terminal = spawn("script", ["-qec", command, drawn], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, TERM: "xterm", LANG: "C.UTF-8" },
      // Open and silent: at the end of its input the terminal would say so, and lynx looks for keys while it loads.
      stdio: ["pipe", "ignore", "inherit"],
      timeout: lynxTimeoutMs,
    });
    await once(terminal, "close");
    return readFileSync(drawn, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
