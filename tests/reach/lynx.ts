/** lynx, as an advanced user sees it: the foot of the screen names what the cursor stands on. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { throughStops, type WaysOfABrowser } from "./stops.ts";
import { withTerminal } from "./terminal.ts";
import type { TextBrowser } from "./text-browser.ts";

const settings = [
  "DEFAULT_USER_MODE:ADVANCED",
  "SHOW_CURSOR:TRUE",
  "ACCEPT_ALL_COOKIES:TRUE",
  // Words that pass by at the foot do not stand there for seconds.
  "INFOSECS:0",
  "MESSAGESECS:0",
  "ALERTSECS:0",
];

const ways: WaysOfABrowser = {
  next: "Tab",
  // A link's address, where a button sends its form, what can be done with a field.
  waits: /^(?:https?:\/\/|tel:|Submit to |\(|Enter text)/,
  // A button with a value of its own shows that.
  mark: /\[\d+\]|\((?:BUTTON|[a-z]+)\) |\([ *]\)|\[[ X]\]/g,
  unchosen: /^[([] /,
  asksFor: ({ lines }, address) => lines.at(-1) === `URL to open: ${address}`.trimEnd(),
};

/** Opens a page in lynx, and closes it after. */
export async function withLynx(url: string, use: (browser: TextBrowser) => Promise<void>): Promise<void> {
  const charset = ["-assume_charset=utf-8", "-display_charset=utf-8"];
  const prepare = async (folder: string) => {
    const file = join(folder, "lynx.cfg");
    await writeFile(file, `${settings.join("\n")}\n`);
    return { LYNX_CFG: file };
  };
  await withTerminal(["lynx", "-number_links", ...charset, url], prepare, async (terminal) => {
    await use(await throughStops(terminal, ways));
  });
}
