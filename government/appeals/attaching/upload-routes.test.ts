import assert from "node:assert/strict";
import { test } from "node:test";
import { plainJpeg } from "#platform/file-metadata/test-support/pictures.ts";
import { attachmentBytesMax } from "../attachment-type.ts";
import { sweepDrafts } from "../housekeeping.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Gyzylgülzar";
const path = "/en/appeal/file/part";
const id = "AAAAAAAAAAAAAAAAAAAAAA";
const chunk = 32_768;

interface Sent {
  readonly upload?: string;
  readonly start: number;
  readonly total: number;
  readonly name?: string;
  readonly bytes?: Uint8Array;
}

/** A browser whose filing has come to the page for files. */
async function begun(portal: TestPortal): Promise<TestBrowser> {
  const browser = browserAt(portal.server);
  await browser.send(await browser.open("/en/appeal"), "/en/appeal", {});
  assert.equal((await browser.open("/en/appeal/file")).status, 200);
  return browser;
}

/** Sends a piece as the page's script does, or asks with none. */
async function post(browser: TestBrowser, { upload = id, start, total, name = "hat.txt", bytes }: Sent) {
  const fields = { upload, start: String(start), total: String(total), name };
  const page = { status: 200, body: "", headers: {}, url: path };
  const sent =
    bytes === undefined
      ? await browser.post(path, fields)
      : await browser.send(page, path, fields, { field: "chunk", fileName: "chunk", bytes });
  assert.equal(sent.status, 200, sent.body);
  return JSON.parse(sent.body);
}

async function sendAll(
  browser: TestBrowser,
  bytes: Uint8Array,
  sent: { upload?: string; name?: string } = {},
) {
  let word: Record<string, unknown> = {};
  for (let start = 0; start < bytes.length; start += chunk) {
    const piece = bytes.subarray(start, start + chunk);
    word = await post(browser, { ...sent, start, total: bytes.length, bytes: piece });
  }
  return word;
}

const text = Buffer.from(`${marker} köçede gaz ýok.\n`.repeat(5_000));

test("a file comes in pieces, goes on where a broken line left it, and lies in the draft once", async () => {
  await withPortal(async (portal) => {
    const browser = await begun(portal);
    const total = text.length;
    assert.deepEqual(await post(browser, { start: 0, total }), { received: 0 });
    const piece = (start: number) => ({ start, total, bytes: text.subarray(start, start + chunk) });
    assert.deepEqual(await post(browser, piece(0)), { received: chunk });
    assert.deepEqual(
      await post(browser, piece(0)),
      { received: chunk },
      "the reply was lost, the piece comes again",
    );
    assert.deepEqual(
      await post(browser, piece(3 * chunk)),
      { received: chunk },
      "a piece that leaves a gap is not taken",
    );
    assert.deepEqual(await post(browser, { start: 0, total }), { received: chunk }, "asked after a break");
    const kept = await portal.country.database.owner<{ ciphertext: Uint8Array }[]>`
      select ciphertext from cases.draft_chunk`;
    assert.equal(kept.length, 1);
    for (const { ciphertext } of kept) {
      assert.ok(
        !Buffer.from(ciphertext).includes(marker) && ciphertext.length > chunk,
        "pieces lie encrypted",
      );
    }
    for (let start = chunk; start + chunk < total; start += chunk) {
      assert.deepEqual(await post(browser, piece(start)), { received: start + chunk });
    }
    const last = piece(Math.floor((total - 1) / chunk) * chunk);
    assert.deepEqual(await post(browser, last), { done: true });
    assert.deepEqual(await post(browser, last), { done: true }, "the reply was lost once more");
    const page = await browser.open("/en/appeal/file");
    assert.equal(page.body.match(/<li>hat\.txt \(/g)?.length, 1);
    const rows = await portal.country.database.owner`select 1 from cases.draft_chunk where start >= 0`;
    assert.equal(rows.length, 0, "no piece is left");
  });
});

test("two last pieces at once make one file", async () => {
  await withPortal(async (portal) => {
    const browser = await begun(portal);
    const last = { start: 0, total: 10, bytes: Buffer.from("gaz gerek!") };
    const words = await Promise.all([post(browser, last), post(browser, last), post(browser, last)]);
    assert.ok(
      words.some((word) => word.done === true),
      JSON.stringify(words),
    );
    assert.equal((await browser.open("/en/appeal/file")).body.match(/<li>hat\.txt \(/g)?.length, 1);
  });
});

test("pieces are judged as whole files are: size, kind, count, pictures cleaned", async () => {
  await withPortal(async (portal) => {
    const browser = await begun(portal);
    assert.match((await post(browser, { start: 0, total: attachmentBytesMax + 1 })).problem, /2 MiB/);
    assert.ok((await sendAll(browser, Buffer.from("MZ\u0000"), { upload: "B".repeat(22) })).problem);
    const hidden = Buffer.concat([plainJpeg, Buffer.from(marker)]);
    assert.deepEqual(await sendAll(browser, hidden, { upload: "C".repeat(22), name: "surat.jpg" }), {
      done: true,
    });
    const page = await browser.open("/en/appeal/file");
    assert.match(page.body, /From your pictures, place, time and device were removed/);
    for (const upload of ["D", "E"]) {
      assert.deepEqual(await sendAll(browser, Buffer.from(`gaz ${upload}`), { upload: upload.repeat(22) }), {
        done: true,
      });
    }
    assert.match(
      String((await sendAll(browser, Buffer.from("gaz"), { upload: "F".repeat(22) })).problem),
      /3/,
    );
    for (const wrong of [
      { upload: "short", start: 0, total: 3 },
      { start: -1, total: 3 },
      { start: 0, total: 3, bytes: new Uint8Array(140_000) },
    ]) {
      assert.ok((await post(browser, wrong)).problem, JSON.stringify(wrong.upload));
    }
    assert.deepEqual(
      await post(browser, { upload: "G".repeat(22), start: 0, total: 2, bytes: Buffer.from("gaz") }),
      {
        received: 0,
      },
    );
  });
});

test("pieces belong to their draft, fill no store, and go with it", async () => {
  await withPortal(async (portal) => {
    const { country } = portal;
    const [browser, other] = [await begun(portal), await begun(portal)];
    for (const upload of ["A", "B", "C", "D", "E"]) {
      await post(browser, { upload: upload.repeat(22), start: 0, total: 9, bytes: Buffer.from("gaz") });
      country.clock.now += 1_000;
    }
    assert.deepEqual(await post(browser, { upload: "A".repeat(22), start: 3, total: 9 }), { received: 0 });
    assert.deepEqual(await post(browser, { upload: "E".repeat(22), start: 3, total: 9 }), { received: 3 });
    assert.deepEqual(await post(other, { upload: "E".repeat(22), start: 3, total: 9 }), { received: 0 });
    const stranger = browserAt(portal.server);
    assert.ok((await post(stranger, { upload: "E".repeat(22), start: 3, total: 9 })).problem);
    country.clock.now += 13 * 3_600_000;
    await sweepDrafts(country.database.worker, country.clock.now);
    assert.equal((await country.database.owner`select 1 from cases.draft_chunk`).length, 0);
  });
});

test("the page works without the script; with it, its policy allows files of ours and nothing in the page", async () => {
  await withPortal(async (portal) => {
    const browser = await begun(portal);
    const page = await browser.open("/en/appeal/file");
    const policy = String(page.headers["content-security-policy"]);
    assert.match(policy, /script-src 'self';connect-src 'self'$/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.match(
      String((await browser.open("/en/appeal/text")).headers["content-security-policy"]),
      /^((?!script-src).)*$/,
    );
    const src = /<script src="([^"]+)" defer/.exec(page.body)?.[1] ?? "";
    const script = await browser.open(src);
    assert.match(String(script.headers["content-type"]), /^text\/javascript/);
    assert.match(String(script.headers["cache-control"]), /immutable/);
    assert.ok(Buffer.byteLength(script.body) <= 10_240);
    const file = { field: "attachment", fileName: "hat.txt", bytes: Buffer.from("gaz gerek") };
    const sent = await browser.send(page, "/en/appeal/file", { next: "add" }, file);
    assert.match(sent.body, /<li>hat\.txt \(/);
  });
});
