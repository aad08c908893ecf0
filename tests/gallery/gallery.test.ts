import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Server } from "#platform/http/server.ts";
import { languages } from "#platform/language/language.ts";
import { launchBrowser } from "#tests/journeys/browser.ts";
import { axeProblems, openDetails } from "#tests/pages/axe.ts";
import { bytesOnTheWire } from "#tests/wire/wire.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { galleryServer } from "./gallery-server.ts";
import { markupProblems } from "./markup-rules.ts";

/** Windows 7's last browsers, for which the style sheet must do without newer things. */
const cssBytesMax = 8_192;

let server: Server;
let origin = "";
before(async () => {
  server = await galleryServer();
  origin = await server.fastify.listen({ port: 0, host: "127.0.0.1" });
});
after(() => server.fastify.close());

const pages = [
  { path: "/gallery", method: "GET" },
  { path: "/form", method: "GET" },
  { path: "/form", method: "POST" },
  { path: "/no-such-page", method: "GET" },
] as const;

test("html-validate finds nothing in any component, in any language", async () => {
  for (const language of languages) {
    for (const { path, method } of pages) {
      const { body } = await bytesOnTheWire({ origin, path: `/${language}${path}`, method });
      assert.deepEqual(await markupProblems(body.toString()), [], `${method} /${language}${path}`);
    }
  }
});

test("the style sheet is small, and kept for ever", async () => {
  const { body } = await bytesOnTheWire({ origin, path: "/tk/gallery" });
  const path = /href="(\/assets\/aydyn-[0-9a-f]+\.css)"/.exec(body.toString())?.[1] ?? "";
  const css = await bytesOnTheWire({ origin, path });
  assert.equal(css.status, 200);
  assert.ok(css.bytes <= cssBytesMax, `${css.bytes} bytes`);
  assert.equal(css.headers.get("cache-control")?.[0], "public, max-age=31536000, immutable");
  assert.equal(css.headers.get("content-type")?.[0], "text/css; charset=utf-8");
});

describe("in a browser", { skip: skipUnless("chromium") }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  /** Opens each page, with everything on it that can be opened, and gives what the look finds. */
  async function eachPage(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<readonly string[]>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    for (const { path, method } of pages.filter(({ path: one }) => one !== "/no-such-page")) {
      await page.goto(`${origin}/tk${path}`);
      if (method === "POST") await page.locator("form[method=post] button").first().click();
      await openDetails(page);
      assert.deepEqual(await look(page), [], `${method} ${path}`);
    }
    // The page of problems is a 422, which the browser mentions.
    assert.deepEqual(
      complaints.filter((text) => !text.includes("422")),
      [],
    );
    await context.close();
  }

  test("axe finds nothing", () => eachPage({ viewport: { width: 1200, height: 900 } }, axeProblems));

  test("contrast holds in the dark scheme too", () =>
    eachPage({ colorScheme: "dark" }, (page) =>
      axeProblems(page, { type: "rule", values: ["color-contrast"] }),
    ));

  test("at 360 pixels nothing runs over the edge and targets are large enough", () =>
    eachPage({ viewport: { width: 360, height: 640 } }, async (page) => {
      const runsOver = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
      return [
        ...(runsOver === false ? [] : ["runs over the edge"]),
        ...(await axeProblems(page, { type: "rule", values: ["target-size"] })),
      ];
    }));

  test("a problem's link leads to its field, and what was typed is there", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/en/form`);
    await page.locator("form[method=post] button").first().click();
    await page.locator(".errors a").first().click();
    assert.equal(new URL(page.url()).hash, "#title");
    assert.equal(await page.locator("#title").inputValue(), "x".repeat(61));
    assert.equal(await page.locator("#whatHappened").inputValue(), "\nGaz <ýok> & suw");
    await page.close();
  });
});
