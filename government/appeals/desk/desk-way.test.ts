import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAppealDetails } from "#core/acts/appeal.ts";
import { caseObjectFor, findCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { morning } from "#tests/country/small-country.ts";
import { type FiledAppeal, giveClarification, inTransaction } from "../index.ts";
import { type Browser, formAt, hiddenIn } from "../test-support/browser-samples.ts";
import { type DeskCountry, kindsOf, lookAtFiles, readActs, withDeskCountry } from "./desk-samples.ts";

function pathOf(filed: FiledAppeal): string {
  return `/en/desk/${filed.row.number}`;
}

async function giveReply(desk: DeskCountry, { row: { tag } }: FiledAppeal): Promise<void> {
  const opened = new Map([[Buffer.from(tag).toString("hex"), "full"]] as const);
  const bearer = { kind: "visitor", opened } as const;
  await inTransaction(desk.tools, "portal", async (tools) => {
    const row = await findCase(tools.transaction, tag);
    assert.ok(row);
    const object = await caseObjectFor(tools.transaction, bearer, row);
    const grant = ask(bearer, "appeal.give-clarification", object);
    assert.ok(grant.ok);
    const given = await giveClarification(grant.value, { text: "Bulak köçesi", attachments: [] }, tools);
    assert.ok(given.ok);
  });
}

async function openTexts(browser: Browser, path: string): Promise<void> {
  const page = await browser.get(path);
  assert.equal((await browser.post(`${path}/open`, formAt(page.body, `${path}/open`))).location, path);
}

/** The second person reads the case and the refusal, then stands behind it: twice the same form is one act. */
async function approve(desk: DeskCountry, browser: Browser, path: string): Promise<void> {
  assert.equal((await browser.get(`${path}/refusal`)).location, path, "reading is an act first");
  await openTexts(browser, path);
  const page = await browser.get(`${path}/refusal`);
  assert.match(page.body, /Barlag geçirildi: tassyklanmady\./);
  assert.match(page.body, /delilnama\.exe\.txt/);
  assert.match(page.body, /Being checked/);
  const file = `${path}/refusal/file/attachment-1`;
  assert.equal((await browser.get(file)).status, 404, "nobody gets a file before it was looked at");
  await lookAtFiles(desk);
  assert.match((await browser.get(`${path}/refusal`)).body, /refusal\/file\/attachment-1">delilnama/);
  assert.equal((await browser.get(file)).body, "ýönekeý tekst");
  const form = formAt(page.body, `${path}/refusal/approve`);
  for (let time = 0; time < 2; time += 1) {
    const sent = await browser.post(`${path}/refusal/approve`, form);
    assert.equal(sent.location, `${path}?done=approve`);
  }
}

async function writeReply(browser: Browser, path: string, outcomeCode = "refused"): Promise<void> {
  const outcome = await browser.fill(`${path}/answer`, { outcome: outcomeCode });
  assert.equal(outcome.location, `${path}/answer/text`);
  const added = await browser.upload(
    `${path}/answer/text`,
    { text: "Barlag geçirildi: tassyklanmady.", law: "Administrative code, art. 76", next: "add" },
    { field: "attachment", fileName: "delilnama.exe", content: "ýönekeý tekst" },
  );
  assert.equal(added.location, `${path}/answer/text`);
  const kept = await browser.get(`${path}/answer/text`);
  assert.match(kept.body, /Barlag geçirildi: tassyklanmady\./);
  assert.match(kept.body, /delilnama\.exe\.txt/);
  const written = await browser.post(`${path}/answer/text`, {
    text: "Barlag geçirildi: tassyklanmady.",
    law: "Administrative code, art. 76",
    grounds: ["facts-not-confirmed", "beyond-powers"],
    unheard: "as-applicant-stated",
  });
  assert.equal(written.location, `${path}/answer/check`);
}

test("assign, read, clarify, extend, answer: all on the desk's connection, each act once", async () => {
  await withDeskCountry(async (desk) => {
    const { head, inspector, country } = desk;
    country.clock.now = morning(2026, 11, 13);
    const filed = await desk.file();
    const path = pathOf(filed);
    await giveNoWayToPortal(desk);
    assert.equal((await head.fill(`${path}/assign`, { post: "inspector" })).location, `${path}?done=assign`);
    assert.match((await head.get(`${path}?done=assign`)).body, /The case has been given to an official/);
    await openTexts(inspector, path);

    country.clock.now = morning(2026, 11, 16);
    const question = { reason: "place-unclear", text: "Haýsy köçe?" };
    assert.equal((await inspector.fill(`${path}/clarify`, question)).location, `${path}?done=clarify`);
    country.clock.now = morning(2026, 11, 18);
    await giveWayToPortal(desk);
    await giveReply(desk, filed);
    await giveNoWayToPortal(desk);
    assert.match((await inspector.get(path)).body, /due Tuesday 8 December 2026/);

    const form = await head.get(`${path}/extend`);
    assert.match(form.body, /latest day by law: Monday 8 February 2027/);
    const extension = { until: "18.12.2026", reason: "inspection-on-site", text: "Barlag gerek." };
    const extended = await head.post(`${path}/extend`, { ...hiddenIn(form.body), ...extension });
    assert.equal(extended.location, `${path}?done=extend`);
    assert.match((await head.get(path)).body, /due Friday 18 December 2026/);

    country.clock.now = morning(2026, 11, 30);
    await writeReply(inspector, path);
    const check = await inspector.get(`${path}/answer/check`);
    assert.match(check.body, /Refused/);
    assert.match(check.body, /The facts were not confirmed|facts/i);
    assert.match(check.body, /A refusal needs a second person/);
    const last = formAt(check.body, `${path}/answer/check`);
    const [first, second] = await Promise.all([
      inspector.post(`${path}/answer/check`, last),
      inspector.post(`${path}/answer/check`, last),
    ]);
    assert.equal(first?.location, `${path}?done=propose`);
    assert.equal(second?.location, first?.location, "a form sent twice gives the same outcome");
    assert.equal((await inspector.post(`${path}/answer/check`, last)).location, first?.location);
    await approve(desk, head, path);
    assert.deepEqual(await kindsOf(desk, filed), [
      "filed-complaint",
      "assigned",
      "clarification-asked",
      "clarification-given",
      "extended",
      "refused",
    ]);
    await checkReply(desk, filed);
    const closed = await inspector.get(path);
    assert.match(closed.body, /Closed in time/);
    assert.doesNotMatch(closed.body, new RegExp(`${path}/(answer|clarify|assign)"`));
  });
});

/** Nothing that a desk does may need the portal's rights on the record. */
async function giveNoWayToPortal({ country }: DeskCountry): Promise<void> {
  await country.database.owner`revoke insert, update on record.act, record.part from aydyn_portal`;
}

async function giveWayToPortal({ country }: DeskCountry): Promise<void> {
  await country.database.owner`grant insert, update on record.act, record.part to aydyn_portal`;
}

async function checkReply({ country }: DeskCountry, { row: { tag } }: FiledAppeal): Promise<void> {
  const parts = await country.database.worker<{ name: string; bytes: Uint8Array }[]>`
    select name, bytes from record.part
    where subject = ${tag} and act_id = (select act_id from record.act where case_tag = ${tag} and kind = 'refused')
    order by position`;
  assert.deepEqual(
    parts.map(({ name }) => name),
    ["public", "parties", "attachment-1", "approval", "signature"],
  );
  const details = parseAppealDetails("refused", JSON.parse(Buffer.from(parts[0]?.bytes ?? []).toString()));
  assert.ok(details.ok);
  assert.deepEqual(details.value.grounds, ["facts-not-confirmed", "beyond-powers"]);
  assert.deepEqual(details.value.legalBasis, ["Administrative code, art. 76"]);
  const drafts = await country.database.portal`
    select draft_id from cases.draft union all select draft_id from cases.draft_file`;
  assert.equal(drafts.length, 0, "a reply that was sent is forgotten");
}

test("what was asked for is done: the answer needs no grounds, and its details are what the record reads", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = pathOf(filed);
    await desk.head.fill(`${path}/answer`, { outcome: "satisfied" });
    await desk.head.post(`${path}/answer/text`, { text: "Gaz berildi.", law: "" });
    const sent = await desk.head.fill(`${path}/answer/check`, {});
    assert.equal(sent.location, `${path}?done=answer`);
    const [part] = await desk.country.database.worker<{ bytes: Uint8Array }[]>`
      select bytes from record.part where subject = ${filed.row.tag} and name = 'public' order by act_id`;
    assert.ok(part);
    const all = await desk.country.database.worker<{ bytes: Uint8Array }[]>`
      select p.bytes from record.part p join record.act a using (subject, act_id)
      where p.subject = ${filed.row.tag} and p.name = 'public' and a.kind = 'answered'`;
    const details = JSON.parse(Buffer.from(all[0]?.bytes ?? []).toString());
    assert.ok(parseAppealDetails("answered", details).ok);
  });
});

test("a reply is sent as it was read: changed in another window it is shown once more", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = pathOf(filed);
    await writeReply(desk.head, path, "partly-satisfied");
    const read = formAt((await desk.head.get(`${path}/answer/check`)).body, `${path}/answer/check`);
    await desk.head.post(`${path}/answer/text`, {
      text: "Başga jogap.",
      law: "art. 1",
      grounds: "already-decided",
    });
    const tried = await desk.head.post(`${path}/answer/check`, read);
    assert.equal(tried.status, 422);
    assert.match(tried.body, /The reply was changed in another window/);
    assert.match(tried.body, /Başga jogap\./);
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint"]);
    const again = formAt(tried.body, `${path}/answer/check`);
    assert.equal((await desk.head.post(`${path}/answer/check`, again)).location, `${path}?done=answer`);
  });
});

test("what is missing in a reply is said beside its field, and what was typed stays", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file());
    assert.equal((await desk.head.get(`${path}/answer/text`)).location, `${path}/answer`);
    assert.match((await desk.head.post(`${path}/answer`, {})).body, /Choose what was decided/);
    await desk.head.post(`${path}/answer`, { outcome: "explained" });
    assert.equal((await desk.head.get(`${path}/answer/check`)).location, `${path}/answer/text`);
    const missing = await desk.head.post(`${path}/answer/text`, { text: "Düşündiriş", law: "" });
    assert.equal(missing.status, 422);
    assert.match(missing.body, /href="#grounds">Choose at least one ground/);
    assert.match(missing.body, /href="#law"/);
    assert.match(missing.body, /Düşündiriş/);
    assert.doesNotMatch(missing.body, /value="facts-not-confirmed"/, "each outcome has grounds of its own");
    const long = await desk.head.post(`${path}/answer/text`, {
      text: "Düşündiriş",
      law: "x".repeat(201),
      grounds: "asks-for-the-law",
    });
    assert.match(long.body, /Write one article on each line/);
    const empty = await desk.head.upload(
      `${path}/answer/text`,
      { text: "Düşündiriş", law: "art. 1" },
      { field: "attachment", fileName: "surat.png", content: "\u0000\u0001" },
    );
    assert.match(empty.body, /This kind of file is not taken/);
    assert.equal(await readActs(desk), 0);
  });
});
