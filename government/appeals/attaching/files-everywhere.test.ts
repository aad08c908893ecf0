/** Adding, answering a question, replying: files come as they do with a filing, in pieces or whole. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { morning } from "#tests/country/small-country.ts";
import { withDeskCountry } from "../desk/desk-samples.ts";
import { browserAt, browserOfApplicant, type TestBrowser } from "../test-support/browser.ts";
import { askQuestion, assign, fileOne } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Gyzylgülzar";
const chunk = 32_768;
const text = Buffer.from(`${marker} köçede gaz ýok.\n`.repeat(4_000));
const upload = "A".repeat(22);

async function sendPieces(browser: TestBrowser, url: string, from = 0): Promise<Record<string, unknown>> {
  const form = { status: 200, body: "", headers: {}, url };
  let word: Record<string, unknown> = {};
  for (let start = from; start < text.length; start += chunk) {
    const fields = { upload, start: String(start), total: String(text.length), name: "hat.txt" };
    const piece = { field: "chunk", fileName: "chunk", bytes: text.subarray(start, start + chunk) };
    word = JSON.parse((await browser.send(form, `${url}/part`, fields, piece)).body);
  }
  return word;
}

async function asked(browser: TestBrowser, url: string): Promise<unknown> {
  const fields = { upload, start: "0", total: String(text.length), name: "hat.txt" };
  return JSON.parse((await browser.post(`${url}/part`, fields)).body);
}

async function attachments({ country }: TestPortal): Promise<readonly Uint8Array[]> {
  const rows = await country.database.owner<{ bytes: Uint8Array }[]>`
    select bytes from record.part where name like 'attachment-%'`;
  return rows.map(({ bytes }) => bytes);
}

test("what is added and what is clarified comes in pieces, goes on after a break, and lies there once", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gaz" });
    await assign(portal, filed);
    portal.country.clock.now = morning(2026, 11, 4);
    await askQuestion(portal, filed, "Haýsy köçe?");
    const browser = await browserOfApplicant(portal.server, filed);
    for (const [act, fields] of [
      ["clarify", { text: "Bulak köçesi" }],
      ["add", { what: "correction", text: "41-nji jaý" }],
    ] as const) {
      const url = `/en/case/${filed.row.number}/${act}`;
      const before = (await attachments(portal)).length;
      const page = await browser.open(url);
      assert.match(page.body, /<script src="[^"]*upload[^"]*" defer/);
      assert.match(String(page.headers["content-security-policy"]), /script-src 'self'/);
      assert.deepEqual(await asked(browser, url), { received: 0 });
      const first = { upload, start: "0", total: String(text.length), name: "hat.txt" };
      const piece = { field: "chunk", fileName: "chunk", bytes: text.subarray(0, chunk) };
      await browser.send({ ...page, body: "" }, `${url}/part`, first, piece);
      assert.deepEqual(await asked(browser, url), { received: chunk }, "after the break");
      assert.deepEqual(await sendPieces(browser, url, chunk), { done: true });
      // What the page's script sends then: the text stays on the page.
      const again = await browser.send(page, url, { ...fields, uploaded: "yes" });
      assert.equal(again.url, url);
      assert.match(again.body, /hat\.txt \(/);
      assert.match(again.body, new RegExp(fields.text));
      assert.equal((await attachments(portal)).length, before, "nothing was entered yet");
      const [sent, twice] = [await browser.send(again, url, fields), await browser.send(again, url, fields)];
      assert.equal(sent.url, `/en/case/${filed.row.number}`, act);
      assert.equal(twice.url, sent.url);
      const stored = await attachments(portal);
      assert.equal(stored.length, before + 1, "once, however often it comes");
      assert.deepEqual(Buffer.from(stored.at(-1) ?? []), text);
      assert.equal((await portal.country.database.owner`select 1 from cases.draft_file`).length, 0);
      assert.equal(
        (await portal.country.database.owner`select 1 from cases.draft_chunk where start >= 0`).length,
        0,
      );
    }
    const waiting = await portal.country.database
      .owner`select 1 from cases.file_check where state = 'waiting'`;
    assert.equal(waiting.length, 2, "nobody at a desk gets them before they were looked at");
  });
});

test("without the script a file and a text come together, several files one after the other, and none twice", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gaz" });
    const browser = await browserOfApplicant(portal.server, filed);
    const url = `/en/case/${filed.row.number}/add`;
    const fields = { what: "correction", text: marker };
    const file = (name: string) => ({ field: "attachment", fileName: name, bytes: Buffer.from(name) });
    const first = await browser.send(await browser.open(url), url, { ...fields, next: "add" }, file("a.txt"));
    assert.match(first.body, new RegExp(marker));
    const wrong = await browser.send(first, url, { ...fields, text: "" }, file("b.txt"));
    assert.equal(wrong.status, 422);
    assert.match(
      wrong.body,
      /a\.txt \([\s\S]*b\.txt \(/,
      "a file that came with a wrong form need not be chosen again",
    );
    const lie = { field: "attachment", fileName: "c.pdf", bytes: Buffer.from("MZ\u0000", "latin1") };
    const refused = await browser.send(wrong, url, fields, lie);
    assert.match(refused.body, /This kind of file is not taken/);
    const removed = await browser.send(refused, url, { ...fields, remove: "2" });
    assert.doesNotMatch(removed.body, /b\.txt/);
    const last = file("c.txt");
    await Promise.all([browser.send(removed, url, fields, last), browser.send(removed, url, fields, last)]);
    assert.deepEqual(
      (await attachments(portal)).map((bytes) => Buffer.from(bytes).toString()),
      ["a.txt", "c.txt"],
    );
  });
});

test("pieces of a case go to whoever has opened it, and to nobody else", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gaz" });
    const url = `/en/case/${filed.row.number}/add`;
    for (const browser of [browserAt(portal.server), await holder(portal, filed)]) {
      assert.ok("problem" in Object(await asked(browser, url)));
    }
    const [one, other] = [
      await browserOfApplicant(portal.server, filed),
      await browserOfApplicant(portal.server, filed),
    ];
    await sendPieces(one, url);
    assert.deepEqual(await asked(other, url), { received: 0 }, "another browser has another draft");
    assert.match((await one.open(url)).body, /hat\.txt/);
    assert.doesNotMatch((await other.open(url)).body, /hat\.txt/);
    const drafts = await portal.country.database.owner<{ ciphertext: Uint8Array }[]>`
      select ciphertext from cases.draft_file`;
    assert.ok(drafts.length === 1 && !Buffer.from(drafts[0]?.ciphertext ?? []).includes(marker));
  });
});

/** A browser in which only the status code was typed. */
async function holder(portal: TestPortal, filed: Awaited<ReturnType<typeof fileOne>>): Promise<TestBrowser> {
  const browser = browserAt(portal.server);
  await browser.post("/en/case", { number: filed.row.number, code: filed.statusCode });
  return browser;
}

test("an official's file comes in pieces too, and the applicant gets it once it was looked at", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}/answer`;
    await desk.head.post(path, { outcome: "satisfied" });
    const page = await desk.head.get(`${path}/text`);
    assert.match(page.body, /<script src="[^"]*upload[^"]*" defer/);
    for (let start = 0; start < text.length; start += chunk) {
      const fields = { upload, start: String(start), total: String(text.length), name: "jogap.txt" };
      const piece = { field: "chunk", fileName: "chunk", content: text.subarray(start, start + chunk) };
      const told = JSON.parse((await desk.head.upload(`${path}/text/part`, fields, piece)).body);
      assert.ok(told.done === true || told.received === start + chunk);
    }
    const typed = { text: "Gaz berildi.", law: "art. 1" };
    assert.equal(
      (await desk.head.post(`${path}/text`, { ...typed, uploaded: "yes" })).location,
      `${path}/text`,
    );
    const kept = await desk.head.get(`${path}/text`);
    assert.match(kept.body, /jogap\.txt[\s\S]*/);
    assert.match(kept.body, /Gaz berildi/);
    assert.notEqual(
      (await desk.inspector.upload(`${path}/text/part`, {}, { field: "chunk", fileName: "c", content: "x" }))
        .body,
      "",
    );
  });
});
