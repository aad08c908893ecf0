/** links, as Debian's links2: everything that can be gone to has a number. */
import { throughStops, type WaysOfABrowser } from "./stops.ts";
import { type Screen, withTerminal } from "./terminal.ts";
import type { TextBrowser } from "./text-browser.ts";

const ways: WaysOfABrowser = {
  next: "Down",
  waits: /^(?:https?:\/\/|tel:|Post form to |Submit form to |Text |Radio button|Checkbox|Select|File)/,
  mark: /\[\d+\]/g,
  unchosen: /^\[\d+\]\[ \]/,
  asksFor: ({ lines }, address) => {
    const title = lines.findIndex((line) => line.includes(" Go to URL "));
    return title >= 0 && lines[title + 2]?.replace(/^ *\| *| *\|$/g, "") === address;
  },
};

const isGreeting = ({ lines }: Screen) => lines.some((line) => line.includes("Welcome to links!"));

/** Opens a page in links, and closes it after. */
export async function withLinks(url: string, use: (browser: TextBrowser) => Promise<void>): Promise<void> {
  const command = ["links2", "-html-numbered-links", "1", url];
  await withTerminal(
    command,
    async () => ({}),
    async (terminal) => {
      await terminal.waitFor("the greeting", isGreeting);
      await terminal.press("Enter");
      await terminal.waitFor("the page without it", (screen) => !isGreeting(screen));
      await use(await throughStops(terminal, ways));
    },
  );
}
