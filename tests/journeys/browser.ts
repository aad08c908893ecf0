/** A person before a browser: Debian's Chromium, without JavaScript unless a journey wants it. */
import { type Browser, chromium, type Page } from "playwright-core";
import { foreignPrograms } from "#tools/foreign-programs.ts";

/**
 * Flags that keep Chromium from calling home, where a closed network refuses many calls at each start, and from drawing
 * by an imitated graphics processor, which costs more than the pages.
 */
const quiet = [
  "--disable-gpu",
  "--disable-software-rasterizer",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Debian's Chromium; whoever calls closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: `/usr/bin/${foreignPrograms.chromium.file}`, args: quiet });
}

/** Opens a browser, runs the journey in it and closes it. */
export async function withBrowser(run: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await launchBrowser();
  try {
    await run(browser);
  } finally {
    await browser.close();
  }
}

/** Presses the button that carries a form on (those with names save, add or remove), and waits for the next page. */
export async function send(page: Page, action: string): Promise<void> {
  await page.locator(`form[action="${action}"] button:not([name])`).first().click();
  await page.waitForLoadState();
}

/** Signs a demo person in: number and password, then the code that the page asks for. */
export async function signIn(
  page: Page,
  language: string,
  person: { readonly number: string; readonly password: string; readonly codes: readonly string[] },
): Promise<void> {
  await page.goto(`/${language}/sign-in`);
  await page.fill('input[name="number"]', person.number);
  await page.fill('input[name="password"]', person.password);
  await send(page, `/${language}/sign-in`);
  const position = await page.locator('input[name="position"]').inputValue();
  await page.fill('input[name="code"]', person.codes[Number(position) - 1] ?? "");
  await send(page, `/${language}/sign-in/code`);
}
