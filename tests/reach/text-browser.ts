/**
 * Browsers without style, script or picture, used as their people do: something is looked for on the screen by its words,
 * gone to by keys, and pressed or written into.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { type Terminal, withTerminal } from "./terminal.ts";

export interface TextBrowser {
  /** The page as it stands on the screen. */
  screen(): Promise<string>;
  go(url: string): Promise<void>;
  /** Presses a button or follows a link; another page comes. */
  press(label: string): Promise<void>;
  /** Chooses one of several options. */
  choose(label: string): Promise<void>;
  /** Writes into the field under a label. */
  write(label: string, text: string): Promise<void>;
}

export type TextBrowserName = "w3m" | "links2";

/** Opens a page in a browser, and closes it after. */
export async function withTextBrowser(
  name: TextBrowserName,
  url: string,
  use: (browser: TextBrowser) => Promise<void>,
): Promise<void> {
  if (name === "w3m") await withW3m(url, use);
  else await withLinks(url, use);
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a label stands alone between spaces or marks: a button, not a word of a sentence. */
function placeOf(lines: readonly string[], label: string, after = -1): Place | null {
  for (const [row, line] of lines.entries()) {
    if (row <= after) continue;
    for (let column = line.indexOf(label); column >= 0; column = line.indexOf(label, column + 1)) {
      const [left = " ", right = " "] = [line[column - 1], line[column + label.length]];
      if (/[\s\])[]/.test(left) && /[\s·[]/.test(right)) return { row, column };
    }
  }
  return null;
}

function found(lines: readonly string[], label: string): Place {
  const place = placeOf(lines, label);
  assert(
    place !== null,
    `"${label}" stands on the screen:\n${lines.filter((line) => line !== "").join("\n")}`,
  );
  return place;
}

/** The first field under a label; w3m draws it within brackets, links as a row of underscores behind its number. */
function fieldUnder(
  lines: readonly string[],
  label: string,
  field: RegExp,
): { place: Place; match: RegExpExecArray } {
  const { row } = found(lines, label);
  for (let at = row + 1; at < lines.length; at += 1) {
    const match = field.exec(lines[at] ?? "");
    if (match !== null) return { place: { row: at, column: match.index }, match };
  }
  assert(false, `a field stands under "${label}":\n${lines.filter((line) => line !== "").join("\n")}`);
}

async function withW3m(url: string, use: (browser: TextBrowser) => Promise<void>): Promise<void> {
  const options = ["-cookie", "-o", "accept_bad_cookie=1", "-o", "confirm_qq=0"];
  // Longer texts are written in an editor; this one writes what lies ready.
  const environment = (folder: string) => ({ EDITOR: `cp ${join(folder, "typed")}` });
  await withTerminal(["w3m", ...options, url], environment, async (terminal) => {
    await terminal.settle([]);
    await use(w3mIn(terminal));
  });
}

function w3mIn(terminal: Terminal): TextBrowser {
  const moveTo = async ({ row, column }: Place): Promise<void> => {
    await terminal.press("g");
    await terminal.repeat("j", row);
    await terminal.press("0");
    await terminal.repeat("l", column);
  };
  const pressed = async (place: Place): Promise<void> => {
    const before = await terminal.lines();
    await moveTo(place);
    const moved = await terminal.lines();
    await terminal.press("Enter");
    await terminal.settle(moved.length > 0 ? moved : before);
  };
  return {
    screen: async () => (await terminal.lines()).join("\n"),
    go: async (url) => {
      const before = await terminal.lines();
      await terminal.press("U");
      await terminal.press("C-u");
      await terminal.type(url);
      await terminal.press("Enter");
      await terminal.settle(before);
    },
    press: async (label) => pressed(found(await terminal.lines(), label)),
    choose: async (label) => {
      const lines = await terminal.lines();
      const { row, column } = found(lines, label);
      const mark = (lines[row] ?? "").slice(0, column).lastIndexOf("(");
      await pressed({ row, column: mark + 1 });
    },
    write: async (label, text) => {
      const { place } = fieldUnder(await terminal.lines(), label, /\[[^\]]*/);
      await writeFile(join(terminal.folder, "typed"), text);
      await moveTo({ row: place.row, column: place.column + 1 });
      const before = await terminal.lines();
      await terminal.press("Enter");
      const opened = await terminal.settle(before);
      // A line is asked for at the foot of the screen; a longer text has come from the editor.
      if (!/TEXT|Input/.test(opened.findLast((line) => line !== "") ?? "")) return;
      await terminal.type(text);
      await terminal.press("Enter");
      await terminal.settle(opened);
    },
  };
}

async function withLinks(url: string, use: (browser: TextBrowser) => Promise<void>): Promise<void> {
  await withTerminal(
    ["links2", "-html-numbered-links", "1", url],
    () => ({}),
    async (terminal) => {
      const welcome = await terminal.settle([]);
      await terminal.press("Enter");
      await terminal.settle(welcome);
      await use(linksIn(terminal));
    },
  );
}

const numbered = /\[(\d+)\]/;

function linksIn(terminal: Terminal): TextBrowser {
  /** The number of the field that the keys go into; `null` elsewhere. */
  let writing: number | null = null;
  /** Going to a number presses what stands there; from within a field, keys lead on and Enter presses. */
  const goTo = async (number: number, from: readonly string[], isField: boolean): Promise<void> => {
    if (writing === null) {
      await terminal.type(String(number));
      const asked = await terminal.settle(from);
      await terminal.press("Enter");
      await terminal.settle(asked);
      return;
    }
    await terminal.repeat("Down", number - writing);
    if (isField) return;
    await terminal.press("Enter");
    await terminal.settle(from);
  };
  const pressed = async (label: string): Promise<void> => {
    const lines = await terminal.lines();
    const { row, column } = found(lines, label);
    const marks = [...(lines[row] ?? "").slice(0, column).matchAll(/\[(\d+)\]/g)];
    const number = Number(marks.at(-1)?.[1]);
    assert(Number.isInteger(number), `what stands in row ${row} has a number: ${lines[row]}`);
    await goTo(number, lines, false);
    writing = null;
  };
  return {
    screen: async () => (await terminal.lines()).join("\n"),
    go: async (url) => {
      const before = await terminal.lines();
      if (writing !== null) await terminal.press("Escape");
      await terminal.press("g");
      const asked = await terminal.settle(before);
      await terminal.press("C-u");
      await terminal.type(url);
      await terminal.press("Enter");
      await terminal.settle(asked);
      writing = null;
    },
    press: pressed,
    choose: pressed,
    write: async (label, text) => {
      const lines = await terminal.lines();
      const { match } = fieldUnder(lines, label, numbered);
      const number = Number(match[1]);
      await goTo(number, lines, true);
      writing = number;
      const before = await terminal.lines();
      await terminal.type(text);
      await terminal.settle(before);
    },
  };
}
