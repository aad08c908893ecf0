/**
 * Filing over a line of 32 kbit/s with 600 ms there and back, in a browser 360 px wide and without JavaScript. The line
 * decides how long it takes; when it breaks after the appeal was sent, sending again gives the same receipt.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Portal } from "#apps/portal/tools.ts";
import { withBrowser } from "#tests/journeys/browser.ts";
import { withOpenPortal } from "#tests/pages/open-portal.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { goOn, numberOn, numberPattern, walkToCheck } from "./filing-walk.ts";
import { eveningLine, type LineQuality, openSlowLine, quickLine, type SlowLine } from "./slow-line.ts";

const filingSecondsMax = 60;
const filingBytesMax = 61_440;
const pageTimeoutMs = 30_000;
const story = { language: "tk", subject: "Gaz ýok", text: "Obamyzda üç aý bäri gaz ýok." } as const;

test("over an evening's line an appeal is filed within a minute, and a break loses and doubles nothing", {
  skip: skipUnless("chromium"),
}, async (context) => {
  await withOpenPortal(async ({ origin, portal }) => {
    await withBrowser(async (browser) => {
      const said = await overLine(browser, origin, eveningLine, filesWithinAMinute);
      context.diagnostic(said);
      await overLine(browser, origin, quickLine, (page, line) => sendsAgainAfterABreak(page, line, portal));
    });
  });
});

async function overLine<T>(
  browser: Browser,
  origin: string,
  quality: LineQuality,
  run: (page: Page, line: SlowLine) => Promise<T>,
): Promise<T> {
  const line = await openSlowLine(origin, quality);
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: line.origin,
      viewport: { width: 360, height: 740 },
    });
    context.setDefaultTimeout(pageTimeoutMs);
    return await run(await context.newPage(), line);
  } finally {
    await line.close();
  }
}

/** Nothing but the line takes time here: whoever types is as fast as a program. */
async function filesWithinAMinute(page: Page, line: SlowLine): Promise<string> {
  const begun = performance.now();
  await walkToCheck(page, story);
  await goOn(page);
  const seconds = (performance.now() - begun) / 1000;
  assert.match(await page.content(), numberPattern);
  const { up, down } = line.carried;
  assert.ok(seconds <= filingSecondsMax, `${seconds} s`);
  assert.ok(down <= filingBytesMax, `${down} bytes`);
  return `${seconds.toFixed(1)} s, ${down} bytes received, ${up} sent`;
}

/** A browser may send it once more by itself; either way its person is left with a page of failure or a receipt. */
async function sendsAgainAfterABreak(page: Page, line: SlowLine, portal: Portal): Promise<void> {
  const before = await casesOf(portal);
  await walkToCheck(page, story);
  const form = await hiddenFields(page);
  await Promise.all([line.breakAtNextAnswer(), goOn(page).catch(() => undefined)]);
  const headers = { origin: line.origin };
  const again = await page.request.post("/tk/appeal/check", { form, headers, timeout: pageTimeoutMs });
  const receipt = await again.text();
  assert.match(receipt, numberPattern);
  assert.equal(await casesOf(portal), before + 1, "sent again, it is one appeal");
  await page.goto("/tk/appeal/receipt");
  assert.equal(await numberOn(page), numberPattern.exec(receipt)?.[0]);
}

async function hiddenFields(page: Page): Promise<Record<string, string>> {
  const fields = page.locator('form[action="/tk/appeal/check"] input[type="hidden"]');
  const pairs = await fields.evaluateAll((inputs) =>
    inputs.map((input) => [input.getAttribute("name"), input.getAttribute("value")]),
  );
  return Object.fromEntries(pairs);
}

async function casesOf(portal: Portal): Promise<number> {
  const [row] = await portal.tools.portal`select count(*)::integer as count from cases.case`;
  return row?.count ?? 0;
}
