import assert from "node:assert/strict";
import { test } from "node:test";
import { caseObjectFor, findCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { ministry } from "#tests/country/small-country.ts";
import { addToAppeal, inTransaction } from "../index.ts";
import { type Browser, formAt, type Reply } from "../test-support/browser-samples.ts";
import { type DeskCountry, lookAtFiles, marker, readActs, withDeskCountry } from "./desk-samples.ts";

function pathOf(filed: { readonly row: { readonly number: string } }): string {
  return `/en/desk/${filed.row.number}`;
}

async function assign(head: Browser, path: string): Promise<void> {
  const done = await head.fill(`${path}/assign`, { post: "inspector" });
  assert.equal(done.location, `${path}?done=assign`, done.body);
}

function open(browser: Browser, path: string, page: Reply): Promise<Reply> {
  return browser.post(`${path}/open`, formAt(page.body, `${path}/open`));
}

function shows(page: Reply): readonly string[] {
  return Object.values(marker).filter((words) => page.body.includes(words));
}

test("texts are shown only after the act of reading is entered, and a reload enters nothing more", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file());
    await assign(desk.head, path);
    const closed = await desk.inspector.get(path);
    assert.deepEqual(shows(closed), []);
    assert.equal((await desk.inspector.get(`${path}/file/1/attachment-1`)).status, 404);
    assert.equal(await readActs(desk), 0);
    const opened = await open(desk.inspector, path, closed);
    assert.equal(opened.location, path);
    assert.deepEqual(shows(opened), []);
    const pending = await desk.country.database.worker`
      select case_tag from ledger.pending where kind = 25`;
    assert.equal(pending.length, 1, "the leaf waits before any word has left");
    assert.deepEqual(shows(await desk.inspector.get(path)), [marker.text]);
    await desk.inspector.get(path);
    await open(desk.inspector, path, closed);
    assert.equal(await readActs(desk), 1);
    assert.equal(
      (await desk.inspector.get(`${path}/file/1/attachment-1`)).status,
      404,
      "it is being checked",
    );
    await lookAtFiles(desk);
    const file = await desk.inspector.get(`${path}/file/1/attachment-1`);
    assert.equal(file.body, "gaz ýok");
    assert.equal((await desk.inspector.get(`${path}/file/1/identity`)).status, 404);
    // The right is this visit's and this person's alone.
    assert.deepEqual(shows(await desk.head.get(path)), []);
  });
});

test("what is entered about a reading names the post and the body, not the case", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = pathOf(filed);
    await assign(desk.head, path);
    await open(desk.inspector, path, await desk.inspector.get(path));
    const [act] = await desk.country.database.worker`
      select payload, body from record.act where kind = 'read'`;
    assert.equal(act?.body, ministry);
    assert.match(String(act?.payload), /"actor":"post:inspector"/);
    assert.doesNotMatch(String(act?.payload), new RegExp(Buffer.from(filed.row.tag).toString("hex")));
  });
});

test("what the applicant writes later is opened by an act of its own", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = pathOf(filed);
    await assign(desk.head, path);
    await open(desk.inspector, path, await desk.inspector.get(path));
    await addLater(desk, filed.row.tag, "Goňşularda hem ýok.");
    const page = await desk.inspector.get(path);
    assert.deepEqual(shows(page), [marker.text]);
    assert.doesNotMatch(page.body, /Goňşularda/);
    await open(desk.inspector, path, page);
    assert.match((await desk.inspector.get(path)).body, /Goňşularda/);
    assert.equal(await readActs(desk), 2);
  });
});

async function addLater(desk: DeskCountry, tag: Uint8Array, text: string): Promise<void> {
  const opened = new Map([[Buffer.from(tag).toString("hex"), "full"]] as const);
  const bearer = { kind: "visitor", opened } as const;
  await inTransaction(desk.tools, "portal", async (tools) => {
    const row = await findCase(tools.transaction, tag);
    assert.ok(row);
    const grant = ask(bearer, "appeal.add", await caseObjectFor(tools.transaction, bearer, row));
    assert.ok(grant.ok);
    assert.ok((await addToAppeal(grant.value, { what: "statement", text, attachments: [] }, tools)).ok);
  });
}

test("a name that is shown is opened by an act; a form that comes again shows it without another", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file());
    await assign(desk.head, path);
    const page = await desk.inspector.get(path);
    const form = formAt(page.body, `${path}/identity`);
    const name = await desk.inspector.post(`${path}/identity`, form);
    assert.equal(name.status, 200);
    assert.deepEqual(shows(name), [marker.name, marker.address]);
    await desk.inspector.post(`${path}/identity`, form);
    assert.equal(await readActs(desk), 1);
    assert.deepEqual(shows(await desk.inspector.get(path)), []);
    assert.equal((await desk.inspector.get(`${path}/identity`)).location, path);
  });
});

test("a sealed name is opened by nobody at the desk, the head included, and nothing of it is entered", async () => {
  await withDeskCountry(async (desk) => {
    const shown = pathOf(await desk.file());
    const sealed = pathOf(await desk.file({ identityShown: false }));
    await assign(desk.head, sealed);
    for (const browser of [desk.head, desk.inspector, desk.clerk]) {
      const page = await browser.get(sealed);
      assert.doesNotMatch(page.body, new RegExp(`${sealed}/identity`));
      assert.match(page.body, /Nobody here can open them/);
      const form = formAt((await desk.head.get(shown)).body, `${shown}/identity`);
      const tried = await browser.post(`${sealed}/identity`, form);
      assert.equal(tried.status, 403);
      assert.deepEqual(shows(tried), []);
    }
    assert.equal(await readActs(desk), 0);
    await assert.rejects(desk.country.database.desk`select * from sealed.part`, /permission denied/);
    await assert.rejects(desk.country.database.desk`select * from sealed.applicant`, /permission denied/);
  });
});
