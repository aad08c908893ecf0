/** A terminal of its own for a program that somebody sits before: keys go in, the screen is read as it stands there. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { assert } from "#core/result.ts";
import { openTmux } from "./tmux.ts";

/** High enough for every page at once: nothing is scrolled, so a place on the screen is a place on the page. */
const screenRows = 300;
const screenColumns = 110;
const lookEveryMs = 6;
/** More than a minute, longer than anything takes on a busy machine: then it does not come any more. */
const looksMax = 10_000;
const looksBeforeAgain = 300;

/** Counted from nought. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Screen {
  /** Without what is empty at their ends. */
  readonly lines: readonly string[];
  readonly cursor: Place;
}

export interface Terminal {
  /** A folder that is the program's home. */
  readonly folder: string;
  look(): Promise<Screen>;
  /** Named keys of tmux, such as "Enter" or "Tab". */
  press(...keys: readonly string[]): Promise<void>;
  /** A key several times. */
  repeat(key: string, times: number): Promise<void>;
  /** Letters as they are. */
  type(text: string): Promise<void>;
  /**
   * Looks until the screen is as wanted, and gives it. `what` says in an error what did not come. `again` is done anew
   * from time to time while it does not come: only what may be done twice.
   */
  waitFor(what: string, isShown: (screen: Screen) => boolean, again?: () => Promise<void>): Promise<Screen>;
}

/** Starts a program in a terminal of tmux, runs, and ends both. `prepare` lays into its folder what it needs. */
export async function withTerminal<T>(
  command: readonly string[],
  prepare: (folder: string) => Promise<Readonly<Record<string, string>>>,
  use: (terminal: Terminal) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "aydyn-terminal-"));
  const script = join(folder, "program");
  const set = Object.entries({ HOME: folder, LANG: "C.UTF-8", TERM: "xterm", ...(await prepare(folder)) });
  const lines = ["#!/bin/sh", ...set.map(([name, value]) => `export ${name}=${quoted(value)}`)];
  // A program that ends leaves its last words on the screen, where whoever waits for something else finds them.
  lines.push(command.map(quoted).join(" "), `printf '\\nended with %s\\n' "$?"`, "exec cat");
  await writeFile(script, `${lines.join("\n")}\n`, { mode: 0o700 });
  const size = ["-x", String(screenColumns), "-y", String(screenRows)];
  const tmux = openTmux(join(folder, "tmux"), ["new-session", ...size, script], {
    ...{ PATH: process.env.PATH, HOME: folder, LANG: "C.UTF-8", TERM: "xterm" },
  });
  try {
    // Both in one go: between two questions the program may move the cursor over a screen already read.
    const look = async () => {
      const [cursor, rows] = await tmux.askAtOnce(
        `display-message -p ${quoted(cursorFormat)}`,
        "capture-pane -p",
      );
      return screenIn(rows, cursor);
    };
    return await use({
      folder,
      look,
      press: async (...keys) => void (await tmux.ask(`send-keys ${keys.map(quoted).join(" ")}`)),
      repeat: async (key, times) => {
        if (times > 0) await tmux.ask(`send-keys -N ${times} ${quoted(key)}`);
      },
      type: async (text) => void (await tmux.ask(`send-keys -l ${quoted(text)}`)),
      waitFor: (what, isShown, again) => waitFor(look, what, isShown, again),
    });
  } finally {
    await tmux.end();
    // The program may still be writing what it remembers.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The cursor's column and row. */
const cursorFormat = "#{cursor_x} #{cursor_y}";

function screenIn(rows: readonly string[], [cursor = ""]: readonly string[]): Screen {
  const [column = 0, row = 0] = cursor.split(" ").map(Number);
  const lines = rows.map((line) => line.trimEnd());
  return { lines: lines.slice(0, lines.findLastIndex((line) => line !== "") + 1), cursor: { row, column } };
}

/** Looks again and again: what is waited for comes, or the test fails with the screen as it stands there. */
async function waitFor(
  look: () => Promise<Screen>,
  what: string,
  isShown: (screen: Screen) => boolean,
  again: () => Promise<void> = async () => {},
): Promise<Screen> {
  let screen = await look();
  for (let looks = 1; looks < looksMax && !isShown(screen); looks += 1) {
    if (looks % looksBeforeAgain === 0) await again();
    await delay(lookEveryMs);
    screen = await look();
  }
  const { lines, cursor } = screen;
  const written = lines.filter((line) => line !== "").join("\n");
  assert(
    isShown(screen),
    `waiting until ${what}:\n${written}\ncursor: row ${cursor.row}, column ${cursor.column}`,
  );
  return screen;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
