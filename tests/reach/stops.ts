/**
 * Browsers that a key leads through from stop to stop: links, buttons, fields. Some throw away what is typed while they
 * load. So nothing is typed before the foot of the screen names what the cursor stands on: then they wait for a key; and
 * each key shows what it did before the next one comes.
 */
import { isDeepStrictEqual } from "node:util";
import { assert } from "#core/result.ts";
import type { Screen, Terminal } from "./terminal.ts";
import { fieldUnder, found, type TextBrowser } from "./text-browser.ts";

export interface WaysOfABrowser {
  /** The key that leads to the next stop. */
  readonly next: "Tab" | "Down";
  /** How the foot of the screen begins while a key is waited for. */
  readonly waits: RegExp;
  /** What is drawn before or at each stop. */
  readonly mark: RegExp;
  /** A mark by which something is chosen, not yet chosen. */
  readonly unchosen: RegExp;
  /** Whether an address is asked for and this one stands there. */
  readonly asksFor: (screen: Screen, address: string) => boolean;
}

/** A mark on the screen; the cursor stands in it or right beside it. */
interface Stop {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** A field to write in, as both draw it. */
const line = /_{5,}/;
/** More than any page has. */
const stopsMax = 200;

/** Takes over once the first page stands there. */
export async function throughStops(terminal: Terminal, ways: WaysOfABrowser): Promise<TextBrowser> {
  const waiting = (screen: Screen) =>
    ways.waits.test(screen.lines.at(-1) ?? "") && screen.cursor.row < screen.lines.length - 1;
  // A browser draws in several strokes, and the cursor passes over places where it does not stay: seen there, the next
  // key would come before the last one is done. Where two looks see the same, it stays.
  const idle = (isWanted: (screen: Screen) => boolean = () => true) => {
    let seen: Screen | null = null;
    return terminal.waitFor("a key is waited for", (screen) => {
      const stays = seen !== null && isDeepStrictEqual(seen, screen);
      seen = screen;
      return stays && waiting(screen) && isWanted(screen);
    });
  };
  const press = async (key: string, isDone: (screen: Screen) => boolean): Promise<Screen> => {
    await terminal.press(key);
    return await idle(isDone);
  };
  // The foot changes before the page does.
  const page = ({ lines }: Screen) => lines.slice(0, -1).join("\n");
  const another = (before: Screen) => (now: Screen) => page(now) !== page(before);
  const goTo = async (stop: Stop): Promise<Screen> => {
    let screen = await idle();
    for (let stops = 0; stops < stopsMax && !isAt(screen, stop); stops += 1) {
      const { row, column } = screen.cursor;
      screen = await press(ways.next, ({ cursor }) => cursor.row !== row || cursor.column !== column);
    }
    assert(isAt(screen, stop), `${ways.next} leads to column ${stop.column} of row ${stop.row}`);
    return screen;
  };
  await idle();
  return {
    screen: async () => (await terminal.look()).lines.join("\n"),
    go: async (url) => {
      const before = await idle();
      await terminal.press("g");
      await terminal.waitFor("an address is asked for", (screen) => ways.asksFor(screen, ""));
      await terminal.type(url);
      const asked = await terminal.waitFor("the address stands there", (screen) => ways.asksFor(screen, url));
      await press("Enter", (screen) => another(before)(screen) && another(asked)(screen));
    },
    press: async (label) => {
      const before = await goTo(stopBefore(await idle(), label, ways.mark));
      await press("Enter", another(before));
    },
    choose: async (label) => {
      const stop = stopBefore(await idle(), label, ways.mark);
      const isChosen = ({ lines }: Screen) => !ways.unchosen.test((lines[stop.row] ?? "").slice(stop.column));
      if (!isChosen(await goTo(stop))) await press("Enter", isChosen);
    },
    write: async (label, text) => {
      const { place, match } = fieldUnder((await idle()).lines, label, line);
      await goTo({ ...place, length: match[0].length });
      await terminal.type(text);
      await idle(({ lines }) => (lines[place.row] ?? "").includes(text));
    },
  };
}

function isAt({ cursor }: Screen, { row, column, length }: Stop): boolean {
  return cursor.row === row && cursor.column >= column - 1 && cursor.column <= column + length + 2;
}

/** The last mark before what is labelled, in its row. */
function stopBefore({ lines }: Screen, label: string, mark: RegExp): Stop {
  const { row, column } = found(lines, label);
  const last = [...(lines[row] ?? "").slice(0, column).matchAll(mark)].at(-1);
  assert(last !== undefined, `a mark stands before "${label}" in its row: ${lines[row]}`);
  return { row, column: last.index, length: last[0].length };
}
