/** Any draft becomes a paper letter; what a stranger's program reads out of the PDF is what was written. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { type Language, languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const letters: Readonly<Record<Language, string>> = {
  tk: "ABÇDEÄF GHIJŽKLM NŇOÖPRSŞ TUÜWYÝZ abçdeäf ghijžklm nňoöprsş tuüwyýz, obamyzda gaz ýok",
  ru: "Съешь же ещё этих мягких французских булок, да выпей чаю. ЁЖИК ЩУПАЛ ВЬЮГУ, ОБЪЕЗД ЦЭРЮФХ",
  en: "The office filed five official complaints: affluent, waffle, difficult.",
};
const words: Readonly<
  Record<Language, { readonly title: string; readonly stub: string; readonly due: string }>
> = {
  tk: { title: "Şikaýat", stub: "Kabul edeniň ady we wezipesi", due: "2026-njy ýylyň 2-nji noýabry" },
  ru: { title: "Жалоба", stub: "Имя и должность принявшего", due: "2 ноября 2026" },
  en: { title: "Complaint", stub: "Name and post of the clerk", due: "2 November 2026" },
};

async function write(browser: TestBrowser, language: Language, text: string): Promise<void> {
  const post = (step: string, fields: Record<string, string>) =>
    browser.post(`/${language}/appeal${step}`, fields);
  await post("", {});
  await post("/kind", { kind: "filed-complaint" });
  await post("/body", { body: "ministry-of-springs" });
  await post("/about", { official: "ministry-of-springs/inspector", who: "Otag 12" });
  await post("/text", { subject: "Gaz", text });
  const page = await browser.open(`/${language}/appeal/file`);
  const file = { field: "attachment", fileName: "kagyz.txt", bytes: Buffer.from("a paper") };
  await browser.send(page, `/${language}/appeal/file`, { next: "add" }, file);
  await post("/file", {});
  await post("/whom", { whom: "self" });
  await post("/identity", { identity: "shown" });
  await post("/you", { name: "Nusga Ýazyjyýew", address: "Çeşme obasy" });
}

/** The file that the portal sends, as poppler reads it: pages apart, spaces alike. */
async function readPdf(
  { server }: TestPortal,
  browser: TestBrowser,
  language: Language,
): Promise<readonly string[]> {
  const reply = await server.fastify.inject({
    url: `/${language}/appeal/letter.pdf`,
    headers: { host: "localhost", cookie: browser.cookie },
  });
  assert.equal(reply.statusCode, 200);
  assert.equal(reply.headers["content-type"], "application/pdf");
  assert.equal(reply.headers["cache-control"], "no-store");
  const text = execFileSync("pdftotext", ["-enc", "UTF-8", "-", "-"], { input: reply.rawPayload }).toString();
  return text
    .split("\f")
    .map((page) => page.replace(/\s+/g, " ").trim())
    .filter((page) => page !== "");
}

test("Turkmen, Russian and English letters come out of the PDF as they went in, with all that a letter needs", {
  skip: skipUnless("pdftotext"),
}, async () => {
  await withPortal(async (portal) => {
    for (const language of languages) {
      const browser = browserAt(portal.server);
      await write(browser, language, letters[language]);
      const pages = await readPdf(portal, browser, language);
      assert.equal(pages.length, 1);
      const [page = ""] = pages;
      const { title, stub, due } = words[language];
      const expected = [
        ...["Head", "ministry-of-springs", "Nusga Ýazyjyýew", "Çeşme obasy", title],
        ...["Inspector, ministry-of-springs", "Otag 12", letters[language], "1. kagyz.txt", due, stub],
      ];
      for (const words of expected) assert.ok(page.includes(words), `"${words}" in ${page}`);
      // The stub is torn off and carried away: it must not tell who wrote what.
      const tornOff = page.slice(page.lastIndexOf("kagyz.txt") + 9);
      for (const hidden of ["Nusga", "Çeşme", letters[language], "Otag 12"]) {
        assert.ok(!tornOff.includes(hidden), `${hidden} on the stub`);
      }
      const shown = await browser.open(`/${language}/appeal/letter`);
      assert.deepEqual(await markupProblems(shown.body), []);
      for (const words of expected.filter((each) => !each.startsWith("1."))) {
        assert.ok(shown.body.includes(words), `"${words}" on the page`);
      }
    }
  });
});

test("the longest text is printed whole over several pages, and the stub stands whole on the last", {
  skip: skipUnless("pdftotext"),
}, async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    const text = Array.from({ length: 660 }, (_, at) => `söz-${at}`).join(" ");
    assert.ok(text.length < 6_000);
    await write(browser, "tk", text);
    const pages = await readPdf(portal, browser, "tk");
    assert.ok(pages.length > 1);
    assert.ok(pages.join(" ").includes(text), "every word, in order");
    const withStub = pages.filter((page) => page.includes(words.tk.stub));
    assert.deepEqual(withStub, pages.slice(-1));
    assert.match(withStub[0] ?? "", /Ýyrtma kagyz[\s\S]*gelmändigini/);
  });
});

test("a draft with a body alone is a letter to fill in by hand; without a body there is nobody to write to", {
  skip: skipUnless("pdftotext"),
}, async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    await browser.post("/en/appeal", {});
    assert.equal((await browser.open("/en/appeal/letter")).url, "/en/appeal/body");
    await browser.post("/en/appeal/body", { body: "ministry-of-springs" });
    const [page = ""] = await readPdf(portal, browser, "en");
    assert.match(page, /ministry-of-springs[\s\S]*Your name:[\s\S]*Appeal[\s\S]*Signature:[\s\S]*Stub/);
    assert.equal((await browser.open("/en/appeal/letter")).body.match(/class="blank"/g)?.length, 21);
  });
});

test("a nameless letter asks for no name", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    await write(browser, "en", letters.en);
    await browser.post("/en/appeal/identity", { identity: "nameless" });
    const { body } = await browser.open("/en/appeal/letter");
    assert.doesNotMatch(body, /From:|Your name|Nusga/);
  });
});
