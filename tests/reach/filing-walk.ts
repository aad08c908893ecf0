/** Somebody who files an appeal in a browser, page after page as the portal leads. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

export interface Story {
  readonly language: "tk" | "ru" | "en";
  readonly subject: string;
  readonly text: string;
}

const district = "alagoz-etrap";
const pagesMax = 20;
/** A case's number. */
export const numberPattern = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/;

/** What is done on each page before its button is pressed, by the last part of its address. */
const deeds: Readonly<Record<string, (page: Page, story: Story) => Promise<void>>> = {
  kind: (page) => page.check('input[value="filed-complaint"]'),
  body: chooseBody,
  text: async (page, { subject, text }) => {
    await page.fill('input[name="subject"]', subject);
    await page.fill('textarea[name="text"]', text);
  },
  whom: (page) => page.check('input[value="self"]'),
  // The longest way: who is sealed is warned on a page of its own.
  identity: (page) => page.check('input[value="sealed"]'),
  warning: (page) => page.check('input[name="understood"]'),
  you: async (page) => {
    await page.fill('input[name="name"]', "Nar Küýzeçi");
    await page.fill('input[name="address"]', "Çeşme obasy");
  },
};

/** Goes from the first page of a filing to the one on which all is checked; nothing is filed yet. */
export async function walkToCheck(page: Page, story: Story): Promise<void> {
  await page.goto(`/${story.language}/appeal`);
  await goOn(page);
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const step = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    if (step === "check") return;
    await deeds[step]?.(page, story);
    await goOn(page);
    const answered = new URL(page.url()).pathname.split("/").at(-1);
    assert.ok(answered !== step || step === "body", `the page ${step} was answered`);
  }
  assert.fail(`no end after ${pagesMax} pages, at ${page.url()}`);
}

/** Presses the button that carries the page's own form on. */
export async function goOn(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname;
  await page.locator(`form[action="${path}"] button:not([name])`).last().click();
  await page.waitForLoadState();
}

/** By a word and a place first, then one of those that are proposed. */
async function chooseBody(page: Page): Promise<void> {
  const proposed = page.locator(`input[name="body"][value="${district}"]`);
  if ((await proposed.count()) > 0) return proposed.check();
  await page.fill('input[name="matter"]', "gaz");
  await page.fill('input[name="place"]', "alagöz");
}

/** The number that the receipt shows. */
export async function numberOn(page: Page): Promise<string> {
  return numberPattern.exec(await page.content())?.[0] ?? "";
}
