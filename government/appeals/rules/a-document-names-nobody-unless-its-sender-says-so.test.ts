import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { zip } from "#platform/file-check/test-support/zip.ts";
import { docxParts, named } from "#platform/file-metadata/test-support/documents.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { withDeskCountry } from "../desk/desk-samples.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { type Browser, formAt } from "../test-support/browser-samples.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const document = zip(docxParts());
const file = { field: "attachment", fileName: "hat.docx", bytes: document };
const pdf = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Author (${named}) >>\nendobj\n`, "latin1");

/** A nameless filing that has come to the page for files. */
async function begunNameless(portal: TestPortal): Promise<TestBrowser> {
  const browser = browserAt(portal.server);
  await browser.send(await browser.open("/en/appeal"), "/en/appeal", {});
  const steps = {
    kind: { kind: "filed-request" },
    body: { body: "ministry-of-springs" },
    text: { subject: "Gaz", text: "Obada gaz ýok" },
    whom: { whom: "self" },
    identity: { identity: "nameless" },
  };
  for (const [step, fields] of Object.entries(steps)) await browser.post(`/en/appeal/${step}`, fields);
  const warning = await browser.open("/en/appeal/warning");
  await browser.send(warning, "/en/appeal/warning", { understood: "yes", confirmed: "yes", read: "yes" });
  return browser;
}

/** Goes to the last page and sends; gives the files that were stored, as bytes. */
async function storedFiles({ country }: TestPortal): Promise<readonly Buffer[]> {
  const rows = await country.database.owner<{ bytes: Uint8Array }[]>`
    select bytes from record.part where name like 'attachment-%'`;
  return rows.map(({ bytes }) => Buffer.from(bytes));
}

/** HMAC-SHA-256 under the part's nonce, by Node's own arithmetic (record decision 2). */
async function isCommittedTo({ country }: TestPortal, bytes: Uint8Array): Promise<boolean> {
  const [part] = await country.database.owner<{ nonce: Uint8Array; commitment: Uint8Array }[]>`
    select nonce, commitment from record.part where name = 'attachment-1'`;
  assert.ok(part !== undefined);
  return createHmac("sha256", part.nonce).update(bytes).digest().equals(Buffer.from(part.commitment));
}

test("nobody goes on, nor files, before they chose what becomes of a name in a document", async () => {
  await withPortal(async (portal) => {
    const browser = await begunNameless(portal);
    const url = "/en/appeal/file";
    const page = await browser.send(await browser.open(url), url, {}, file);
    assert.equal(page.status, 422);
    assert.match(page.body, /href="#files">A document says more[\s\S]*<h2 id="files">/);
    assert.deepEqual(await markupProblems(page.body), []);
    assert.match(page.body, new RegExp(`name of a person: <b>${named} Ýazyjy`));
    assert.match(page.body, new RegExp(`organisation: <b>${named} JHJ`));
    assert.equal((await browser.open("/en/appeal/check")).url, url, "no later page opens");
    await browser.send(await browser.open("/en/appeal/you"), "/en/appeal/you", { proof: "at-once" });
    assert.equal((await browser.open("/en/appeal/check")).url, url);
    assert.deepEqual(await storedFiles(portal), []);

    const cleaned = await browser.send(await browser.open(url), url, { without: "1" });
    assert.match(cleaned.body, /hat\.docx/);
    assert.doesNotMatch(cleaned.body, new RegExp(named));
    await browser.send(cleaned, url, {});
    const check = await browser.open("/en/appeal/check");
    assert.equal(check.url, "/en/appeal/check", check.url);
    assert.doesNotMatch(check.body, new RegExp(named));
    const sent = await browser.send(check, "/en/appeal/check", {});
    assert.equal(sent.url, "/en/appeal/receipt");
    const [stored] = await storedFiles(portal);
    assert.ok(stored !== undefined && !stored.equals(document));
    assert.ok(!stored.includes(Buffer.from(named)));
    assert.ok(await isCommittedTo(portal, stored), "what is committed to are the bytes that are stored");
  });
});

test("whoever sends a document as it is sends it byte by byte, and reads once more what it names", async () => {
  await withPortal(async (portal) => {
    const browser = await begunNameless(portal);
    const url = "/en/appeal/file";
    await browser.send(await browser.open(url), url, { next: "add" }, file);
    const kept = await browser.send(await browser.open(url), url, { "as-it-is": "1" });
    assert.doesNotMatch(kept.body, /name="as-it-is"/, "asked once");
    assert.match(kept.body, new RegExp(`${named} Ýazyjy`), "and still said");
    await browser.send(kept, url, {});
    await browser.send(await browser.open("/en/appeal/you"), "/en/appeal/you", { proof: "at-once" });
    const check = await browser.open("/en/appeal/check");
    assert.match(check.body, new RegExp(`${named} Ýazyjy`));
    await browser.send(check, "/en/appeal/check", {});
    const [stored] = await storedFiles(portal);
    const digest = (bytes: Uint8Array | undefined) =>
      createHash("sha256")
        .update(bytes ?? "")
        .digest("hex");
    assert.equal(digest(stored), digest(document));
  });
});

test("where nothing can take it out of PDF the page says so, and nothing is said to be done", async () => {
  await withPortal(async (portal) => {
    const browser = await begunNameless({ ...portal, server: portal.server });
    const url = "/en/appeal/file";
    Object.assign(portal.tools, { pdfRewriter: null });
    const sent = await browser.send(
      await browser.open(url),
      url,
      { next: "add" },
      { ...file, fileName: "hat.pdf", bytes: pdf },
    );
    assert.match(sent.body, /name of a person/);
    const refused = await browser.send(sent, url, { without: "1" });
    assert.equal(refused.status, 422);
    assert.match(refused.body, /no program that takes it out of PDF/);
    assert.match(refused.body, /name="as-it-is"/, "the choice is still to be made");
  });
});

test("an official's reply names nobody unnoticed either", async () => {
  await withDeskCountry(async (desk) => {
    const { number } = (await desk.file()).row;
    const path = `/en/desk/${number}/answer`;
    await desk.head.post(path, { outcome: "satisfied" });
    const typed = { text: "Gaz berildi.", law: "art. 1" };
    const send = (browser: Browser, fields: Record<string, string>) =>
      browser.upload(
        `${path}/text`,
        { ...typed, ...fields },
        { field: "attachment", fileName: "jogap.docx", content: document },
      );
    const refused = await send(desk.head, {});
    assert.equal(refused.status, 422);
    assert.match(
      refused.body,
      new RegExp(`${named} Ýazyjy[\\s\\S]*Gaz berildi|Gaz berildi[\\s\\S]*${named} Ýazyjy`),
    );
    assert.equal(
      (await desk.head.get(`${path}/check`)).location,
      `${path}/text`,
      "not by its address either",
    );
    const form = formAt(refused.body, `${path}/text`);
    assert.equal(
      (await desk.head.post(`${path}/text`, { ...form, ...typed, without: "1" })).location,
      `${path}/text`,
    );
    const clean = await desk.head.get(`${path}/text`);
    assert.match(clean.body, /Gaz berildi/);
    assert.doesNotMatch(clean.body, new RegExp(named));
    assert.equal((await desk.head.post(`${path}/text`, typed)).location, `${path}/check`);
  });
});
