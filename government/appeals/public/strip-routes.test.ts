import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { languages } from "#platform/language/language.ts";
import { morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { launchBrowser } from "#tests/journeys/browser.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { registerPublicRoutes } from "../routes.ts";
import { browserAt } from "../test-support/browser.ts";
import { assign, fileOne, refuse } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const path = "/bodies/ministry-of-springs";

/** A portal whose ministry was late once, answered once in time, and is silent once. */
async function withRecord(run: (portal: TestPortal) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    registerPublicRoutes(portal.server, portal.tools);
    const [inTime, late] = [await fileOne(portal, { text: "a" }), await fileOne(portal, { text: "b" })];
    await fileOne(portal, { text: "c" });
    await portal.sequence();
    portal.country.clock.now = morning(2026, 11, 9);
    await assign(portal, inTime);
    await refuse(portal, inTime, "Ret.");
    await portal.sequence();
    portal.country.clock.now = morning(2026, 12, 1);
    await assign(portal, late);
    await refuse(portal, late, "Ret.");
    await portal.sequence();
    await run(portal);
  });
}

test("the picture is XML with its numbers in words, and needs and may do nothing", {
  skip: skipUnless("xmllint"),
}, async () => {
  await withRecord(async (portal) => {
    const folder = mkdtempSync(join(tmpdir(), "aydyn-strip-"));
    try {
      for (const language of languages) {
        const { status, body, headers } = await browserAt(portal.server).open(
          `/${language}${path}/strip.svg`,
        );
        assert.equal(status, 200);
        assert.equal(headers["content-type"], "image/svg+xml");
        assert.equal(headers["cross-origin-resource-policy"], "cross-origin");
        assert.equal(headers["cache-control"], "public, max-age=3600");
        assert.match(String(headers["content-security-policy"]), /^default-src 'none'/);
        const file = join(folder, "strip.svg");
        writeFileSync(file, body);
        const text = (query: string) =>
          execFileSync("xmllint", ["--xpath", query, file], { encoding: "utf8" }).trim();
        assert.match(text("string(//*[local-name()='title'])"), /ministry-of-springs/);
        const bars = (colour: string) => text(`count(//*[local-name()='rect'][@fill='${colour}'])`);
        assert.deepEqual([bars("#2e6b2e"), bars("#a8321f")], ["1", "1"], "one month in time, one late");
        const outside =
          "//@*[contains(., '://')][not(starts-with(., 'http://www.w3.org/'))] | //*[local-name()='script']";
        assert.equal(text(`count(${outside})`), "0", "nothing is fetched and nothing runs");
      }
      const english = await browserAt(portal.server).open(`/en${path}/strip.svg`);
      const [, words = ""] = /<desc id="d">([^<]+)</.exec(english.body) ?? [];
      assert.match(
        words,
        /in time: 1 · late: 1 · overdue, no answer: 1\. In time, but overturned later.*: 0\. As of 1 December 2026/,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test("the page says how to paste, shows what is pasted, and courts have no strip", async () => {
  await withRecord(async (portal) => {
    const browser = browserAt(portal.server);
    for (const language of languages) {
      const page = await browser.open(`/${language}${path}/for-your-site`);
      assert.equal(page.status, 200);
      assert.deepEqual(await markupProblems(page.body), []);
      const framed = await browser.open(`/${language}${path}/strip.html`);
      assert.equal(framed.headers["x-frame-options"], undefined);
      assert.match(String(framed.headers["content-security-policy"]), /frame-ancestors \*/);
    }
    assert.equal((await browser.open("/en/bodies/nobody/strip.svg")).status, 404);
    const other = await browser.open(`/en${path}/for-your-site`);
    assert.equal(other.headers["x-frame-options"], "DENY", "our own pages are framed by nobody");
  });
});

test("another site shows picture and frame in a browser, from what the page gives to paste", {
  skip: skipUnless("chromium"),
}, async () => {
  await withRecord(async (portal) => {
    const address = await portal.server.fastify.listen({ port: 0, host: "127.0.0.1" });
    const page = await browserAt(portal.server).open(`/en${path}/for-your-site`);
    const snippets = [...page.body.matchAll(/<code translate="no">([^<]*)<\/code>/g)].map(([, code = ""]) =>
      code
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&")
        .replaceAll("http://localhost", address),
    );
    assert.equal(snippets.length, 4);
    const site = createServer((_, reply) => {
      reply.setHeader("content-type", "text/html; charset=utf-8");
      reply.end(
        `<!doctype html><html lang="en"><title>Ministry</title><body>${snippets.join("\n")}</body></html>`,
      );
    }).listen(0, "127.0.0.1");
    const chrome = await launchBrowser();
    try {
      const view = await chrome.newPage();
      const port = (site.address() as AddressInfo).port;
      await view.goto(`http://localhost:${port}/`, { waitUntil: "load" });
      const width = await view.locator("img").evaluate((image) => Reflect.get(image, "naturalWidth"));
      assert.equal(width, 480, "the picture is drawn");
      const frame = view.frameLocator("iframe");
      await frame.locator("summary").click();
      assert.equal(await frame.locator("tbody tr").count(), 12, "the frame holds its table");
      assert.match(String(await view.locator("form").getAttribute("action")), /\/en\/appeal$/);
    } finally {
      await chrome.close();
      site.close();
    }
  });
});
