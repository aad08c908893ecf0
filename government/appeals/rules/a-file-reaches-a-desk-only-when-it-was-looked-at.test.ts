import assert from "node:assert/strict";
import { test } from "node:test";
import { ok, refused } from "#core/result.ts";
import { type CaseRow, checkFiles, viewCase } from "#government/cases/index.ts";
import type { FileScanner } from "#platform/file-check/clamav.ts";
import { readAttachment } from "../attachment-type.ts";
import { type DeskCountry, withDeskCountry } from "../desk/desk-samples.ts";
import { formAt } from "../test-support/browser-samples.ts";

const harmfulWord = "Zyýanly";
const pdf = "%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (x) >> >>\nendobj\n";
const files = [
  ["hat.txt", "Obada gaz ýok"],
  ["arza.pdf", pdf],
  ["gizlin.txt", `${harmfulWord} faýl`],
] as const;

const scanner: FileScanner = {
  scan: async (bytes) => ok(Buffer.from(bytes).includes(harmfulWord) ? "harmful" : "clean"),
};
const absent: FileScanner = { scan: async () => refused("away") };

function attachments() {
  return files.map(([name, text]) => {
    const read = readAttachment(name, Buffer.from(text));
    assert.ok(read.ok);
    return read.value;
  });
}

async function look({ country }: DeskCountry, with_: FileScanner | null) {
  const { database, clock } = country;
  return await checkFiles({ sql: database.worker, scanner: with_, now: () => clock.now });
}

/** Status of each file when the official fetches it. */
async function fetched({ inspector }: DeskCountry, path: string): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const at of [1, 2, 3]) statuses.push((await inspector.get(`${path}/file/1/attachment-${at}`)).status);
  return statuses;
}

/** Which files the applicant may fetch. */
async function openToApplicant({ tools }: DeskCountry, row: CaseRow): Promise<readonly boolean[]> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, { kind: "applicant" }, row, parameters, tools.now());
  return view.acts.flatMap((act) => act.attachments.map(({ mayFetch }) => mayFetch));
}

test("a desk gets no file before it was looked at, and no harmful one ever; whoever sent it always does", async () => {
  await withDeskCountry(async (desk) => {
    const { row } = await desk.file({ attachments: attachments() });
    const path = `/en/desk/${row.number}`;
    await desk.head.fill(`${path}/assign`, { post: "inspector" });
    const closed = await desk.inspector.get(path);
    await desk.inspector.post(`${path}/open`, formAt(closed.body, `${path}/open`));

    const before = await desk.inspector.get(path);
    assert.equal(before.body.match(/Being checked/g)?.length, 3);
    assert.doesNotMatch(before.body, /\/file\/1\//);
    assert.deepEqual(await fetched(desk, path), [404, 404, 404]);
    assert.deepEqual(await openToApplicant(desk, row), [true, true, true]);

    assert.deepEqual(await look(desk, absent), { ok: false, problem: "scanner-away" });
    assert.deepEqual(await fetched(desk, path), [404, 404, 404], "a scanner that is away passes nothing");

    assert.deepEqual(await look(desk, scanner), { ok: true, value: 3 });
    assert.deepEqual(await look(desk, scanner), { ok: true, value: 0 }, "each is looked at once");
    const after = await desk.inspector.get(path);
    assert.doesNotMatch(after.body, /Being checked/);
    assert.match(after.body, /This file holds a program/);
    assert.match(after.body, /A scanner knows this file as harmful/);
    assert.deepEqual(await fetched(desk, path), [200, 200, 404]);
    assert.deepEqual(await openToApplicant(desk, row), [true, true, true]);
  });
});

test("the act that brings a file and its wait for a check are written together", async () => {
  await withDeskCountry(async (desk) => {
    await desk.file({ attachments: attachments() });
    const { owner } = desk.country.database;
    const waiting = await owner`select 1 from cases.file_check where state = 'waiting'`;
    assert.equal(waiting.length, files.length);
    const unguarded = await owner`
      select 1 from record.part left join cases.file_check
        on file_check.case_tag = part.subject and file_check.act_id = part.act_id and file_check.name = part.name
      where part.name like 'attachment-%' and file_check.name is null`;
    assert.equal(unguarded.length, 0);
    await owner`update record.part set bytes = null, nonce = null, erased_at = 1 where name = 'attachment-1'`;
    assert.ok((await look(desk, null)).ok);
    assert.equal(
      (await owner`select 1 from cases.file_check`).length,
      2,
      "what was erased is looked at by nobody",
    );
  });
});
