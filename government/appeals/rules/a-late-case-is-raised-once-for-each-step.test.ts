import assert from "node:assert/strict";
import { test } from "node:test";
import { foldLeaf, type LeafCaseState, type LeafFinding } from "#core/acts/case.ts";
import { civilDate } from "#core/clock/civil-date.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import { wholeMinute } from "#core/record/leaf.ts";
import { bodiesToLookAt, escalateCases } from "#government/cases/index.ts";
import { announceRules } from "#tests/country/announced-rules.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { type DeskCountry, kindsOf, withDeskCountry } from "../desk/desk-samples.ts";
import type { FiledAppeal } from "../index.ts";

/** What the worker does once a minute. */
async function raise(desk: DeskCountry): Promise<number> {
  const { country } = desk;
  return await country.inTransaction(country.database.worker, async (tools) => {
    const bodies = await bodiesToLookAt(tools.transaction, tools);
    let raised = 0;
    for (const body of bodies) raised += (await escalateCases(tools, body)).raised;
    return raised;
  });
}

/** Each step with the working days that were left, as the act says it. */
async function steps(desk: DeskCountry, { row: { tag } }: FiledAppeal): Promise<readonly string[]> {
  const rows = await desk.country.database.worker<{ step: string }[]>`
    select concat_ws(' ', details ->> 'step', details ->> 'workingDays') as step
    from (select convert_from(part.bytes, 'UTF8')::jsonb as details
    from record.act join record.part using (subject, act_id)
    where case_tag = ${tag} and kind = 'escalated' and part.name = 'public' order by registered) act`;
  return rows.map(({ step }) => step);
}

test("three working days before, one before, and when it has expired: each once, however often the worker looks", async () => {
  await withDeskCountry(async (desk) => {
    const { clock } = desk.country;
    clock.now = morning(2026, 11, 13);
    const filed = await desk.file();
    const seen: Record<string, number> = {};
    for (const day of [26, 27, 30]) {
      clock.now = morning(2026, 11, day);
      seen[`11-${day}`] = await raise(desk);
    }
    for (const day of [1, 2, 3, 4, 5, 7, 8]) {
      clock.now = morning(2026, 12, day);
      seen[`12-${day}`] = (await raise(desk)) + (await raise(desk));
    }
    assert.deepEqual(
      Object.entries(seen).filter(([, count]) => count > 0),
      [
        ["12-1", 1],
        ["12-3", 1],
        ["12-5", 1],
      ],
    );
    assert.deepEqual(await steps(desk, filed), ["first 3", "second 1", "expired"]);
    // New rules are for every case that is open, and say how near is near.
    await announceRules(desk.country, () => ({
      validFrom: civilDate(2026, 12, 8),
      escalation: { firstWorkingDays: 5, secondWorkingDays: 2 },
    }));
    const later = await desk.file();
    clock.now = morning(2026, 12, 21);
    assert.equal(await raise(desk), 0);
    clock.now = morning(2026, 12, 22);
    assert.equal(await raise(desk), 1);
    clock.now = morning(2026, 12, 25);
    assert.equal(await raise(desk), 1);
    assert.deepEqual(await steps(desk, later), ["first 5", "second 2"]);
    const overview = await desk.head.get("/en/desk/overview");
    assert.match(overview.body, /At most 2 working days left/);
  });
});

test("what the rules only flag is shown as late and raised to nobody, and stands in nobody's way", async () => {
  await withDeskCountry(async (desk) => {
    const { clock } = desk.country;
    clock.now = morning(2026, 9, 14);
    const suggestion = await desk.file({ kind: "filed-suggestion" });
    clock.now = morning(2026, 11, 13);
    const complaint = await desk.file();
    clock.now = morning(2026, 12, 7);
    assert.equal(await raise(desk), 1);
    assert.deepEqual(await steps(desk, complaint), ["expired"]);
    assert.deepEqual(await steps(desk, suggestion), []);
    const queue = await desk.head.get("/en/desk?show=overdue");
    assert.match(queue.body, new RegExp(suggestion.row.number));
  });
});

test("it changes no duty: the auditor's fold finds nothing, and the due stays", async () => {
  await withDeskCountry(async (desk) => {
    const { clock, database } = desk.country;
    clock.now = morning(2026, 11, 13);
    const filed = await desk.file();
    clock.now = morning(2026, 12, 7);
    assert.equal(await raise(desk), 1);
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint", "escalated"]);
    const acts = await database.worker<{ kind: "escalated"; body: number; at: number; due: number }[]>`
      select kind, body, at, due from record.act where case_tag = ${filed.row.tag} order by registered`;
    const parameters = await desk.tools.parametersReader.read(database.worker);
    let state: LeafCaseState | null = null;
    const findings: LeafFinding[] = [];
    for (const { kind, body, at, due } of acts) {
      const leaf = { kind: numberOfKind(kind), body, time: wholeMinute(at), due };
      const step = foldLeaf(state, leaf, parameters);
      findings.push(...step.findings);
      state = step.state;
    }
    assert.deepEqual(findings, []);
    assert.equal(state?.deadline.due, filed.row.due);
  });
});

test("an extension gives a new day, and its steps are raised anew", async () => {
  await withDeskCountry(async (desk) => {
    const { clock } = desk.country;
    clock.now = morning(2026, 11, 13);
    const filed = await desk.file();
    clock.now = morning(2026, 12, 2);
    assert.equal(await raise(desk), 1);
    const path = `/en/desk/${filed.row.number}`;
    const extension = { until: "2026-12-18", reason: "translation", text: "Terjime gerek." };
    assert.equal((await desk.head.fill(`${path}/extend`, extension)).location, `${path}?done=extend`);
    assert.equal(await raise(desk), 0);
    clock.now = morning(2026, 12, 16);
    assert.equal(await raise(desk), 1);
    assert.deepEqual(await steps(desk, filed), ["first 3", "first 3"]);
    await desk.head.fill(`${path}/answer`, { outcome: "satisfied" });
    await desk.head.post(`${path}/answer/text`, { text: "Edildi.", law: "" });
    await desk.head.fill(`${path}/answer/check`, {});
    clock.now = morning(2026, 12, 28);
    assert.equal(await raise(desk), 0, "what is answered is raised no more");
  });
});

test("the database itself refuses the same step of the same day twice", async () => {
  await withDeskCountry(async (desk) => {
    desk.country.clock.now = morning(2026, 11, 13);
    const filed = await desk.file();
    desk.country.clock.now = morning(2026, 12, 2);
    await raise(desk);
    await assert.rejects(
      desk.country.database.worker`
        insert into cases.escalation (case_tag, due, step, working_days, act_id, body, entered_at)
        select case_tag, due, step, working_days, act_id, ${ministry}, entered_at from cases.escalation
        where case_tag = ${filed.row.tag}`,
      /duplicate key/,
    );
  });
});
