/**
 * The portal counts by SQL over its tables, the auditor by folding leaves: after a year with decrees, disputes and
 * planted sins both come to the same numbers, and the auditor finds each sin in the published folder alone.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { auditLog } from "#audit/audit-log.ts";
import type { CaseFinding, RecordedAct } from "#audit/record/case-reading.ts";
import { reportOf } from "#audit/report.ts";
import { folderSource } from "#audit/source/folder-source.ts";
import { trustPolicy } from "#audit/tree/trust.ts";
import { toHex } from "#core/bytes.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import type { Sin } from "#demo/year/sins.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { readFigures } from "#government/appeals/public/figures.ts";
import { createParametersReader } from "#government/cases/index.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { parseLogName } from "#platform/record/act.ts";
import { withDemoCountry } from "#tests/country/demo-country.ts";

const appeals = 120;
/** What an auditor reports for each sin in a case. */
const findingOfSin: Readonly<Partial<Record<Sin, CaseFinding["finding"]["finding"]>>> = {
  "late-reply": "late-closing",
  "inflated-due": "due-disputed",
  "endless-pause": "pause-exhausted",
  "false-close": "closing-disputed",
  "forwarded-to-shift-blame": "late-forward",
};

test("an auditor counts what the portal counts, and finds each sin that was planted", async () => {
  await withDemoCountry(appeals, async ({ configuration, database, planted }) => {
    const log = parseLogName("executive");
    assert.ok(log);
    const places = logPlaces(configuration, log);
    const trust = trustPolicy(nativeEngine, readFileSync(places.policyFile, "utf8"));
    assert.ok(trust.ok);
    const audited = await auditLog({
      engine: nativeEngine,
      source: folderSource(places.publishedFolder),
      trust: trust.value,
      since: null,
      progress: () => ({ at: () => {}, end: () => {} }),
    });
    assert.ok(audited.ok);
    const { acts, parameters, findings, conduct } = audited.value;
    assert.ok(parameters, inspect([findings], { depth: 6 }).slice(0, 3000));

    const now = Date.now();
    const asOf = civilDateAt(now, parameters.timeZone);
    const read = await createParametersReader(log, places.origin).read(database.portal);
    const year = await readFigures(database.portal, read, log, now, "year");
    const figures = await readFigures(database.portal, read, log, now);
    const report = reportOf(acts, parameters, { asOf, from: null });
    for (const [counted, audited] of [
      [figures, report],
      [year, reportOf(acts, parameters, { asOf, from: year.from })],
    ] as const) {
      for (const [body, expected] of audited.bodies)
        assert.deepEqual(counted.bodies.get(body), expected, `body ${body} since ${counted.from}`);
      assert.deepEqual(counted.all, audited.all);
    }
    assert.ok(year.from !== null && year.all.filed < figures.all.filed, "the period leaves something out");
    assert.deepEqual(
      figures.overdue.map(({ tag, due, charged, holder, workingDays, disputed }) => ({
        tag: toHex(tag),
        due,
        charged,
        holder,
        workingDays,
        disputed,
      })),
      report.overdue.map((each) => ({
        tag: toHex(each.caseTag),
        due: each.due,
        charged: each.charged,
        holder: each.holder,
        workingDays: each.workingDaysOverdue,
        disputed: each.disputed,
      })),
    );
    assert.ok(figures.all.filed >= appeals && figures.all.late > 0 && figures.all.openOverdue > 0);

    for (const { sin, caseTag, body } of planted) {
      const expected = findingOfSin[sin];
      if (sin === "serial-gap") {
        assert.ok(
          findings.some((one) => one.kind === "serial-gap" && one.body === body),
          "the gap is found",
        );
      } else if (expected !== undefined) {
        const found = conduct.filter((one) => one.caseTag === caseTag).map((one) => one.finding.finding);
        assert.ok(found.includes(expected), `${sin}: ${found.join(", ")}`);
      }
    }
    assert.equal(new Set(planted.map(({ sin }) => sin)).size, 6);
    assertLivedInFull(audited.value.acts);
    assertRaisedOnTheirDays(audited.value.acts, parameters.timeZone);
    // Nothing else is wrong with the record: the planted gap is the only thing that contradicts it.
    assert.deepEqual([...new Set(findings.map((one) => one.kind))], ["serial-gap"]);
  });
});

/** Rarer kinds (withdrawn, merged, taken higher) come in most years of so few appeals, these in each. */
function assertLivedInFull(acts: readonly RecordedAct[]): void {
  for (const kind of ["hearing-announced", "rated", "added"] as const) {
    assert.ok(
      acts.some((act) => act.kind === numberOfKind(kind)),
      kind,
    );
  }
}

/**
 * The year's history of raised cases, from leaves alone: a case that stood open over its due day was raised on the
 * evening after it, and not all of them together on the day on which the demo was begun.
 */
function assertRaisedOnTheirDays(acts: readonly RecordedAct[], timeZone: string): void {
  const raised = acts.filter(({ kind }) => kind === numberOfKind("escalated"));
  const dayOf = ({ time }: RecordedAct) => civilDateAt(time, timeZone);
  const onTheDayAfter = raised.filter((act) => dayOf(act) === act.due + 1).length;
  assert.ok(onTheDayAfter > 10, `${onTheDayAfter} of ${raised.length} on the day after their due day`);
  const days = new Set(raised.map(dayOf));
  const last = raised.filter((act) => dayOf(act) === Math.max(...days)).length;
  assert.ok(
    days.size > 30 && last < raised.length / 4,
    `${raised.length} on ${days.size} days, ${last} on the last`,
  );
}
