import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate, civilDateText } from "#core/clock/civil-date.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import {
  cabinet,
  ministry,
  morning,
  otherMinistry,
  type SmallCountry,
  withSmallCountry,
} from "#tests/country/small-country.ts";
import {
  appendCaseActs,
  type CaseRow,
  caseSecretFrom,
  changeCalendar,
  countOpen,
  findCase,
  moveDeadlines,
  openCase,
  readQueue,
  statusCodeFrom,
  viewCase,
} from "./index.ts";

const marker = "Gülpaýek Nusgalyýewa";
const official = { account: "00000000-0000-4000-8000-0000000000aa" as AccountId, post: "inspector" };

async function file(country: SmallCountry, identityShown = true): Promise<CaseRow> {
  return await country.inTransaction(country.database.portal, async (tools) => {
    const opened = await openCase(tools, {
      log: country.log,
      body: ministry,
      language: "tk",
      channel: "web",
      identityShown,
      proofAtOnce: false,
      applicant: null,
      statusCode: statusCodeFrom(country.randomBytes(32)),
      secret: caseSecretFrom(country.randomBytes(32)),
      act: {
        kind: "filed-complaint",
        actor: "applicant",
        details: { v: 1 },
        parts: [
          {
            name: "parties",
            bytes: Buffer.from('{"text":"gaz ýok"}'),
            mediaType: "application/json",
            store: "open",
          },
          { name: "identity", bytes: Buffer.from(marker), mediaType: "text/plain", store: "sealed" },
        ],
      },
    });
    assert.ok(opened.ok);
    return opened.value.row;
  });
}

test("a case is opened, assigned, answered, disputed; its row, queue and view follow its acts", async () => {
  await withSmallCountry(async (country) => {
    country.clock.now = morning(2026, 11, 13);
    const filed = await file(country);
    assert.equal(civilDateText(filed.due ?? civilDate(1970, 1, 1)), "2026-12-04");

    const { desk } = country.database;
    assert.deepEqual(await countOpen(desk, ministry, civilDate(2026, 11, 13)), {
      open: 1,
      overdue: 0,
      unassigned: 1,
    });
    const assigned = await country.inTransaction(desk, (tools) =>
      appendCaseActs(tools, filed.tag, [
        { kind: "assigned", actor: "head", details: { post: "inspector" }, parts: [], official },
      ]),
    );
    assert.ok(assigned.ok);
    assert.deepEqual(
      (await readQueue(desk, { body: ministry, posts: [official.post] }, null, 10)).map((row) => row.number),
      [filed.number],
    );

    country.clock.now = morning(2026, 12, 1);
    const closed = await country.inTransaction(desk, (tools) =>
      appendCaseActs(tools, filed.tag, [
        {
          kind: "answered",
          actor: "post:inspector",
          details: { outcome: "satisfied" },
          parts: [],
          outcome: "satisfied",
        },
      ]),
    );
    assert.ok(closed.ok);
    assert.equal((await findCase(desk, filed.tag))?.due, null);
    const again = await country.inTransaction(desk, (tools) =>
      appendCaseActs(tools, filed.tag, [
        { kind: "answered", actor: "post:inspector", details: null, parts: [] },
      ]),
    );
    assert.deepEqual(again, {
      ok: false,
      problem: { finding: "illegal-sequence", kind: "answered", status: "closed" },
    });

    country.clock.now = morning(2026, 12, 3);
    const disputed = await country.inTransaction(country.database.portal, (tools) =>
      appendCaseActs(tools, filed.tag, [{ kind: "disputed", actor: "applicant", details: null, parts: [] }]),
    );
    assert.ok(disputed.ok);
    const row = await findCase(desk, filed.tag);
    assert.ok(row);
    assert.equal(civilDateText(row.due ?? civilDate(1970, 1, 1)), "2026-12-10");

    const view = await country.inTransaction(country.database.portal, (tools) =>
      viewCase(tools.transaction, { kind: "applicant" }, row, tools.parameters, country.clock.now),
    );
    assert.deepEqual(
      view.acts.map((act) => act.kind),
      ["filed-complaint", "assigned", "answered", "disputed"],
    );
    assert.deepEqual(view.acts[0]?.texts, { text: "gaz ýok" });
    assert.equal(view.state.status, "disputed");

    const foreign = await country.inTransaction(desk, (tools) =>
      viewCase(
        tools.transaction,
        { kind: "desk", body: otherMinistry },
        row,
        tools.parameters,
        country.clock.now,
      ),
    );
    assert.ok(foreign.acts.every((act) => act.texts === null && act.details === null));
  });
});

test("a forwarded case keeps its due and changes desks in one group", async () => {
  await withSmallCountry(async (country) => {
    country.clock.now = morning(2026, 11, 13);
    const filed = await file(country);
    country.clock.now = morning(2026, 11, 16);
    const forwarded = await country.inTransaction(country.database.desk, (tools) =>
      appendCaseActs(tools, filed.tag, [
        { kind: "forwarded", actor: "operator", details: { to: otherMinistry }, parts: [] },
        {
          kind: "received",
          actor: "system",
          details: { from: ministry },
          parts: [],
          receiver: otherMinistry,
        },
      ]),
    );
    assert.ok(forwarded.ok);
    assert.equal(forwarded.value.row.holderBody, otherMinistry);
    assert.equal(forwarded.value.row.due, filed.due);
    const groups = await country.database.worker`
      select count(distinct group_id) as groups, count(*) as acts from ledger.pending where case_tag = ${filed.tag}
      and kind in (7, 8)`;
    assert.deepEqual({ ...groups[0] }, { groups: 1, acts: 2 });

    country.clock.now = morning(2026, 11, 30);
    const late = await country.inTransaction(country.database.desk, (tools) =>
      appendCaseActs(tools, filed.tag, [
        { kind: "forwarded", actor: "head", details: { to: cabinet }, parts: [] },
        { kind: "received", actor: "system", details: { from: otherMinistry }, parts: [], receiver: cabinet },
      ]),
    );
    assert.deepEqual(late.ok ? null : late.problem, {
      finding: "late-forward",
      day: civilDate(2026, 11, 30),
      until: civilDate(2026, 11, 19),
    });
    assert.equal((await findCase(country.database.desk, filed.tag))?.holderBody, otherMinistry);
  });
});

test("a decree moves open deadlines, each by one act, and once", async () => {
  await withSmallCountry(async (country) => {
    country.clock.now = morning(2026, 11, 13);
    const filed = await file(country);
    country.clock.now = morning(2026, 12, 1);
    const grant = ask({ kind: "installer-of-an-empty-record" }, "calendar.change", {
      kind: "country",
      cabinet,
    });
    assert.ok(grant.ok);
    await country.inTransaction(country.database.portal, (tools) =>
      changeCalendar(
        grant.value,
        {
          timeZone: "Asia/Ashgabat",
          calendar: { version: 2, holidays: [], workingDays: [], daysOff: [civilDate(2026, 12, 3)] },
        },
        { ...tools, log: country.log, issuer: cabinet },
      ),
    );
    const first = await country.inTransaction(country.database.worker, (tools) =>
      moveDeadlines(tools, new Uint8Array(16)),
    );
    assert.equal(first.moved, 1);
    const row = await findCase(country.database.desk, filed.tag);
    assert.equal(civilDateText(row?.due ?? civilDate(1970, 1, 1)), "2026-12-07");
    const second = await country.inTransaction(country.database.worker, (tools) =>
      moveDeadlines(tools, new Uint8Array(16)),
    );
    assert.equal(second.moved, 0);
  });
});

test("the desk's role finds no trace of a sealed identity in any table that it may read", async () => {
  await withSmallCountry(async (country) => {
    await file(country, false);
    const { desk, owner } = country.database;
    const tables = await owner<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`;
    let readable = 0;
    for (const { name } of tables) {
      const rows = await desk.unsafe(`select * from ${name} t`).catch(() => null);
      if (rows === null) continue;
      readable += 1;
      const seen = JSON.stringify(rows, (_, value) =>
        value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
      );
      assert.ok(!seen.includes(Buffer.from(marker).toString("latin1")), `${name} shows the identity`);
    }
    assert.ok(readable >= 8, "the desk reads its own tables");
    await assert.rejects(desk.unsafe("select * from sealed.part"), /permission denied/);
  });
});
