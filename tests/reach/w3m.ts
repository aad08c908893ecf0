/** w3m: goes to rows and columns, writes longer texts in an editor. Its foot says "Viewing" while it waits for a key. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Place, type Screen, type Terminal, withTerminal } from "./terminal.ts";
import { fieldUnder, found, type TextBrowser } from "./text-browser.ts";

/** Opens a page in w3m, and closes it after. */
export async function withW3m(url: string, use: (browser: TextBrowser) => Promise<void>): Promise<void> {
  const options = ["-cookie", "-o", "accept_bad_cookie=1", "-o", "confirm_qq=0"];
  // Longer texts are written in an editor; this one writes what lies ready.
  const prepare = async (folder: string) => ({ EDITOR: `cp ${join(folder, "typed")}` });
  await withTerminal(["w3m", ...options, url], prepare, async (terminal) => {
    await use(w3mIn(terminal));
  });
}

/** Its foot stands in row 200 of a higher screen. */
const foot = ({ lines }: Screen) => lines.findLast((line) => line !== "") ?? "";
const asksForText = (screen: Screen) => /^(?:TEXT|Input)/.test(foot(screen));

function w3mIn(terminal: Terminal): TextBrowser {
  const idle = (isWanted: (screen: Screen) => boolean = () => true) =>
    terminal.waitFor("w3m shows a page", (screen) => foot(screen).includes("Viewing") && isWanted(screen));
  const another = (before: Screen) => (now: Screen) => now.lines.join("\n") !== before.lines.join("\n");
  // From the first line on, so that it may be done again: w3m throws away what comes before its first page stands.
  const moveTo = async ({ row, column }: Place): Promise<Screen> => {
    const move = async (): Promise<void> => {
      await terminal.press("g");
      await terminal.repeat("j", row);
      await terminal.press("0");
      await terminal.repeat("l", column);
    };
    await move();
    const isThere = ({ cursor }: Screen) => cursor.row === row && cursor.column === column;
    return await terminal.waitFor("the cursor is there", isThere, move);
  };
  const pressAt = async (place: Place): Promise<void> => {
    const before = await moveTo(place);
    await terminal.press("Enter");
    await idle(another(before));
  };
  return {
    screen: async () => (await idle()).lines.join("\n"),
    go: async (url) => {
      const before = await idle();
      await terminal.press("U");
      await terminal.waitFor("an address is asked for", (screen) => foot(screen).startsWith("Goto URL:"));
      await terminal.press("C-u");
      await terminal.type(url);
      await terminal.waitFor("the address stands there", (screen) => foot(screen) === `Goto URL: ${url}`);
      await terminal.press("Enter");
      await idle(another(before));
    },
    press: async (label) => pressAt(found((await idle()).lines, label)),
    choose: async (label) => {
      const { lines } = await idle();
      const { row, column } = found(lines, label);
      const line = lines[row] ?? "";
      const mark = line.slice(0, column).lastIndexOf("(");
      if (line[mark + 1] === " ") await pressAt({ row, column: mark + 1 });
    },
    write: async (label, text) => {
      const { place } = fieldUnder((await idle()).lines, label, /\[[^\]]*/);
      await writeFile(join(terminal.folder, "typed"), text);
      const before = await moveTo({ row: place.row, column: place.column + 1 });
      await terminal.press("Enter");
      const isWritten = ({ lines }: Screen) => (lines[place.row] ?? "").includes(text.slice(0, writtenMin));
      // A line is asked for at the foot of the screen; a longer text comes from the editor.
      const opened = await terminal.waitFor(
        "a line to write on or what the editor wrote",
        (screen) => another(before)(screen) && (asksForText(screen) || isWritten(screen)),
      );
      if (asksForText(opened)) {
        await terminal.type(text);
        await terminal.waitFor("the text stands there", (screen) => foot(screen).endsWith(text));
        await terminal.press("Enter");
      }
      await idle(isWritten);
    },
  };
}

/** A narrow field shows the beginning of what stands in it. */
const writtenMin = 8;
