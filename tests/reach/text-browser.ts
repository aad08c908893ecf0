/**
 * Browsers without style, script or picture, used as their people do: something is looked for on the screen by its words,
 * gone to by keys, and pressed or written into.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { assert, unreachable } from "#core/result.ts";
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

export type TextBrowserName = "lynx" | "w3m" | "links2";

/** Opens a page in a browser, and closes it after. */
export async function withTextBrowser(
  name: TextBrowserName,
  url: string,
  use: (browser: TextBrowser) => Promise<void>,
): Promise<void> {
  switch (name) {
    case "lynx":
      return withLynx(url, use);
    case "w3m":
      return withW3m(url, use);
    case "links2":
      return withLinks(url, use);
    default:
      return unreachable(name);
  }
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
  const prepared = async (folder: string) => ({ EDITOR: `cp ${join(folder, "typed")}` });
  await withTerminal(["w3m", ...options, url], prepared, async (terminal) => {
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
    async () => ({}),
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

/** Words at the foot of the screen go at once instead of standing for a second or two. */
const hastyLynx = "INFOSECS:0\nMESSAGESECS:0\nALERTSECS:0\n";

async function withLynx(url: string, use: (browser: TextBrowser) => Promise<void>): Promise<void> {
  const charset = ["-assume_charset=utf-8", "-display_charset=utf-8"];
  const command = ["lynx", "-accept_all_cookies", "-number_links", ...charset, url];
  const prepared = async (folder: string) => {
    const file = join(folder, "lynx.cfg");
    await writeFile(file, hastyLynx);
    return { LYNX_CFG: file };
  };
  await withTerminal(command, prepared, async (terminal) => {
    await terminal.settle([]);
    await use(lynxIn(terminal));
  });
}

/** What the Tab key stops at: numbered links, buttons (one with a value shows that), marks to choose by, lines to write on. */
const stop = /\[\d+\]|\((?:BUTTON|[a-z]+)\) |\([ *]\)|\[[ X]\]|_{5,}/g;

/** The stops of a page in the order in which Tab comes to them; a field of several lines is one. */
function stopsOf(lines: readonly string[]): readonly Place[] {
  const goesOn = (row: number) =>
    /^\s*_{5,}\s*$/.test(lines[row] ?? "") && /_{5,}\s*$/.test(lines[row - 1] ?? "");
  return lines.flatMap((line, row) =>
    goesOn(row) ? [] : [...line.matchAll(stop)].map(({ index }) => ({ row, column: index })),
  );
}

function lynxIn(terminal: Terminal): TextBrowser {
  /** The stop at which the keys are. */
  let current = 0;
  const goTo = async (number: number): Promise<void> => {
    assert(number >= current, "the page is gone through from top to bottom");
    await terminal.repeat("Tab", number - current);
    current = number;
    await terminal.still();
  };
  /** The last stop before a label: its own number, button or mark. */
  const goToLabel = async (label: string): Promise<void> => {
    const lines = await terminal.lines();
    const { row, column } = found(lines, label);
    const before = stopsOf(lines).filter((at) => at.row < row || (at.row === row && at.column < column));
    assert(before.length > 0, `a stop stands before "${label}"`);
    await goTo(before.length - 1);
  };
  return {
    screen: async () => (await terminal.lines()).join("\n"),
    go: async (url) => {
      const before = await terminal.lines();
      await terminal.press("g");
      const asked = await terminal.settle(before);
      await terminal.press("C-u");
      await terminal.type(url);
      await terminal.press("Enter");
      await terminal.settle(asked);
      current = 0;
    },
    press: async (label) => {
      await goToLabel(label);
      const before = await terminal.lines();
      await terminal.press("Enter");
      await terminal.settle(before);
      current = 0;
    },
    // The first of several options is chosen from the beginning here: then nothing changes.
    choose: async (label) => {
      await goToLabel(label);
      await terminal.press("Enter");
      await terminal.still();
    },
    write: async (label, text) => {
      const lines = await terminal.lines();
      const { row } = found(lines, label);
      const number = stopsOf(lines).findIndex((at) => at.row > row && lines[at.row]?.[at.column] === "_");
      assert(number >= 0, `a line to write on stands under "${label}"`);
      await goTo(number);
      const before = await terminal.lines();
      await terminal.type(text);
      await terminal.settle(before);
    },
  };
}
