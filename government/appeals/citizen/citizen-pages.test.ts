import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { bytesOnTheWire } from "#tests/wire/wire.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { askQuestion, assign, fileOne, refuse } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

/** A later page with its headers, gzip (the trunk's section 7). */
const pageBytesMax = 6 * 1024;
const longText = "Obada üç aý bäri gaz ýok, goňşular hem şeýle diýýär. ".repeat(20);

/** Writes an appeal and leaves it before it is sent. */
async function written(browser: TestBrowser): Promise<void> {
  await browser.post("/tk/appeal", {});
  await browser.post("/tk/appeal/kind", { kind: "filed-complaint" });
  await browser.post("/tk/appeal/body", { next: "search", matter: "springs", place: "" });
  await browser.post("/tk/appeal/body", { body: "ministry-of-springs" });
  await browser.post("/tk/appeal/about", { official: "ministry-of-springs/head", who: "Otag 12" });
  await browser.post("/tk/appeal/higher", { next: "stay" });
  await browser.post("/tk/appeal/text", { subject: "Gaz ýok, gaz ysy", text: longText });
  await browser.post("/tk/appeal/file", {});
  await browser.post("/tk/appeal/whom", { whom: "self" });
  await browser.post("/tk/appeal/identity", { identity: "sealed" });
  await browser.post("/tk/appeal/warning", { understood: "yes" });
  await browser.post("/tk/appeal/you", { name: "Nusga", address: "Çynar" });
}

/** A browser that has opened a case with a long story, and is about to send another. */
async function busyBrowser(portal: TestPortal): Promise<{ browser: TestBrowser; number: string }> {
  const browser = browserAt(portal.server);
  await written(browser);
  await browser.send(await browser.open("/tk/appeal/check"), "/tk/appeal/check", {});
  await written(browser);
  const filed = await fileOne(portal, { text: longText });
  await assign(portal, filed);
  await askQuestion(portal, filed, longText);
  const { number } = filed.row;
  await browser.post("/tk/case", { number, code: filed.secret });
  const clarify = `/tk/case/${number}/clarify`;
  await browser.send(await browser.open(clarify), clarify, { text: longText });
  await refuse(portal, filed, longText);
  await portal.sequence();
  return { browser, number };
}

test("every page is small on the line and well made, in every language", async () => {
  await withPortal(async (portal) => {
    const { browser, number } = await busyBrowser(portal);
    const origin = await portal.server.fastify.listen({ port: 0, host: "127.0.0.1" });
    const steps = [
      "",
      "/kind",
      "/body",
      "/body/all",
      "/about",
      "/higher",
      "/text",
      "/file",
      "/whom",
      "/identity",
      "/warning",
      "/you",
      "/check",
      "/continue",
      "/receipt",
    ];
    const ofCase = ["", "/dispute", "/add"].map((path) => `/case/${number}${path}`);
    const paths = [...steps.map((step) => `/appeal${step}`), "/case", ...ofCase];
    for (const language of languages) {
      for (const path of paths) {
        const url = `/${language}${path}`;
        const page = await bytesOnTheWire({ origin, path: url, headers: { cookie: browser.cookie } });
        assert.equal(page.status, 200, url);
        assert.ok(page.bytes <= pageBytesMax, `${url}: ${page.bytes} bytes`);
        assert.equal(page.headers.get("cache-control")?.[0], "no-store", url);
        assert.deepEqual(await markupProblems(page.body.toString()), [], url);
      }
    }
  });
});

test("a page that says what is wrong is well made too", async () => {
  await withPortal(async (portal) => {
    const { browser, number } = await busyBrowser(portal);
    const wrong = [
      "/appeal/kind",
      "/appeal/body",
      "/appeal/text",
      "/appeal/whom",
      "/appeal/warning",
      "/appeal/you",
      "/appeal/continue",
      "/case",
    ];
    for (const language of languages) {
      for (const path of [...wrong, `/case/${number}/dispute`, `/case/${number}/add`]) {
        const { status, body } = await browser.post(`/${language}${path}`, { code: "" });
        assert.equal(status, 422, path);
        assert.deepEqual(await markupProblems(body), [], path);
      }
    }
  });
});

test("titles tell nothing of what is written", async () => {
  await withPortal(async (portal) => {
    const { browser, number } = await busyBrowser(portal);
    for (const path of ["/appeal/text", "/appeal/check", "/appeal/receipt", `/case/${number}`]) {
      const title = /<title>([^<]*)</.exec((await browser.open(`/en${path}`)).body)?.[1] ?? "";
      assert.match(title, /^(?:Write to a state body|Receipt|Appeal) · aýdyň$/);
    }
  });
});
