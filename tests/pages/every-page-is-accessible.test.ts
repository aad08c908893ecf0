/**
 * Every page in a real browser: axe finds nothing at a desk's width; on a phone without scripts the page is whole and
 * nothing runs over the edge.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { serveOperations } from "#engines/operations/operations-routes.ts";
import { languages } from "#platform/language/language.ts";
import { operationsPages } from "#platform/operations/show-operations.ts";
import { withBrowser } from "#tests/journeys/browser.ts";
import { sampleMetrics, sampleReadiness } from "#tests/operations/sample-figures.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { axeProblems, openDetails } from "./axe.ts";
import { gatherPeople, type People } from "./gathered-people.ts";
import { type OpenPortal, withOpenPortal } from "./open-portal.ts";
import { addressOf, type Looker, type PageRow, pageTable } from "./page-table.ts";
import { type PostedPage, postedPages } from "./posted-pages.ts";

const wide = { width: 1200, height: 900 };
const phone = { width: 360, height: 640 };
const postedPath = "/posted";
/** Fewer, and forms have been lost on the way. */
const postedMin = 40;

type Look = (page: Page) => Promise<readonly string[]>;

test("every page can be used by everyone, on a phone and without scripts too", {
  skip: skipUnless("chromium"),
}, async (t) => {
  await withOpenPortal(async (open) => {
    const people = await gatherPeople(open);
    const rows = pageTable(people.cases).filter(({ status }) => status !== 303);
    // axe takes a second for a page: it sees the fullest of each route.
    const fullest = [...new Map(rows.map((row) => [row.route, row])).values()];
    await withBrowser(async (browser) => {
      const look = { browser, open, people };
      // The quick look first: a sign-in that waits for its code ends after some minutes.
      await t.test("on a phone without scripts each page is whole and keeps within the edge", () =>
        eachPage(look, rows, { viewport: phone, javaScriptEnabled: false }, phoneProblems),
      );
      await t.test("axe finds nothing", () =>
        eachPage(look, fullest, { viewport: wide, javaScriptEnabled: true }, axeProblems),
      );
      await t.test("nor on the operator's page, which keeps within the edge too", () =>
        operatorsPage(browser),
      );
      // Last: whoever has sent every form is no more what they were.
      const posted = await postedPages(rows, people, "tk");
      await t.test("axe finds nothing on the pages that come after a form", async (context) => {
        context.diagnostic(`${posted.length} of them`);
        assert.ok(posted.length >= postedMin, `${posted.map(({ action }) => action).join(" ")}`);
        await eachPosted(look, posted, { viewport: wide, javaScriptEnabled: true }, axeProblems);
      });
      await t.test("nor does any of them run over the edge of a phone", () =>
        eachPosted(look, posted, { viewport: phone, javaScriptEnabled: false }, phoneProblems),
      );
    });
  });
});

interface Looking {
  readonly browser: Browser;
  readonly open: OpenPortal;
  readonly people: People;
}

/** Looks at every page as everybody; fails with all that was found. */
async function eachPage(
  { browser, open: { origin }, people }: Looking,
  rows: readonly PageRow[],
  options: { readonly viewport: typeof wide; readonly javaScriptEnabled: boolean },
  look: Look,
): Promise<void> {
  const found: string[] = [];
  const lookers = new Set<Looker>(rows.map((row) => row.as));
  for (const looker of lookers) {
    const context = await browser.newContext({ ...options, baseURL: origin });
    const [name = "", value = ""] = people.of[looker].cookie.split("=");
    if (name !== "") await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    for (const row of rows.filter(({ as }) => as === looker)) {
      const address = addressOf(row, "tk");
      const response = await page.goto(address);
      const problems =
        response?.status() === (row.status ?? 200) ? await look(page) : [`${response?.status()}`];
      found.push(...problems.map((problem) => `${address} (${looker}): ${problem}`));
    }
    await context.close();
  }
  assert.deepEqual(found, []);
}

/** The same for pages that have no address: the browser is given them as they came. */
async function eachPosted(
  { browser, open: { origin } }: Looking,
  posted: readonly PostedPage[],
  options: { readonly viewport: typeof wide; readonly javaScriptEnabled: boolean },
  look: Look,
): Promise<void> {
  const found: string[] = [];
  const context = await browser.newContext({ ...options, baseURL: origin });
  const page = await context.newPage();
  for (const { action, as, page: sent } of posted) {
    const contentType = "text/html; charset=utf-8";
    await page.route(`**${postedPath}`, (route) =>
      route.fulfill({ body: sent.body.toString(), contentType }),
    );
    await page.goto(postedPath);
    found.push(...(await look(page)).map((problem) => `${action} (${as}): ${problem}`));
    await page.unroute(`**${postedPath}`);
  }
  await context.close();
  assert.deepEqual(found, []);
}

/** At the operations address, as the worker answers there. */
async function operatorsPage(browser: Browser): Promise<void> {
  const asked = { readiness: sampleReadiness, metrics: sampleMetrics() };
  const address = { host: "127.0.0.1", port: 0 };
  await using running = await serveOperations({ ...address, ...asked, pages: operationsPages(asked) });
  const found: string[] = [];
  for (const [look, viewport] of [
    [axeProblems, wide],
    [phoneProblems, phone],
  ] as const) {
    const context = await browser.newContext({ viewport, baseURL: running.url });
    const page = await context.newPage();
    for (const language of languages) {
      await page.goto(`/${language}`);
      found.push(...(await look(page)).map((problem) => `operations, ${language}: ${problem}`));
    }
    await context.close();
  }
  assert.deepEqual(found, []);
}

/** What a page asks of a browser is evaluated from outside: the page itself can run nothing. */
async function phoneProblems(page: Page): Promise<readonly string[]> {
  await openDetails(page);
  const seen: unknown = await page.evaluate(`({
    headings: document.querySelectorAll("main h1").length,
    words: document.querySelector("main")?.innerText.trim().length ?? 0,
    hasFooter: document.querySelector("footer") !== null,
    over: document.documentElement.scrollWidth - innerWidth,
  })`);
  const problems: string[] = [];
  if (typeof seen !== "object" || seen === null || !("over" in seen)) return ["it says nothing"];
  if (!("headings" in seen) || seen.headings !== 1) problems.push("no first heading in its main part");
  if (!("words" in seen) || Number(seen.words) < wordsMin) problems.push("its main part is empty");
  if (!("hasFooter" in seen) || seen.hasFooter !== true) problems.push("it is cut off before its foot");
  if (Number(seen.over) > 0) problems.push(`it runs ${seen.over} pixels over the edge`);
  return problems;
}

const wordsMin = 20;
