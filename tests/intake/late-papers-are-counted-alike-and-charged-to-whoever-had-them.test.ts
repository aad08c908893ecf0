/**
 * Papers that were entered late, counted twice: by the portal over its tables and by an auditor from leaves alone. The
 * body that took a paper answers for the days before the entry, the addressee for those after it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditLog } from "#audit/audit-log.ts";
import { reportOf } from "#audit/report.ts";
import { folderSource } from "#audit/source/folder-source.ts";
import { trustPolicy } from "#audit/tree/trust.ts";
import { toHex } from "#core/bytes.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { readFigures } from "#government/appeals/public/figures.ts";
import { ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { enterPaper, padOf, withIntake } from "./intake-country.ts";

test("portal and auditor count late papers alike, and find no fault in them", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, otherMinistry, 5);
    const receivedAt = morning(2026, 11, 2);
    const at = (day: number) => {
      country.country.clock.now = morning(2026, 11, day);
    };
    const enter = async (paper: Omit<Parameters<typeof enterPaper>[1], "receivedAt">) => {
      const taken = await enterPaper(country, { ...paper, receivedAt });
      assert.ok(taken.ok);
      await country.sequence();
      return toHex(taken.value.taken.row.tag);
    };
    at(4);
    const own = await enter({ takenAt: ministry, body: ministry, text: "own" });
    const inTerm = await enter({
      takenAt: otherMinistry,
      body: ministry,
      text: "in term",
      stub: { pad, number: 1 },
    });
    at(25);
    // Due on the 23rd: it lay until its term was over, with the body that took it.
    const tooLate = await enter({
      takenAt: otherMinistry,
      body: ministry,
      text: "late",
      stub: { pad, number: 2 },
    });
    const ownLate = await enter({ takenAt: otherMinistry, body: otherMinistry, text: "own late" });
    at(27);
    await country.sequence();

    const trust = trustPolicy(nativeEngine, country.policyText);
    assert.ok(trust.ok);
    const audited = await auditLog({
      engine: nativeEngine,
      source: folderSource(country.publishedFolder),
      trust: trust.value,
      since: null,
      progress: () => ({ at: () => {}, end: () => {} }),
    });
    assert.ok(audited.ok);
    const { acts, parameters, findings, conduct } = audited.value;
    assert.ok(parameters);
    assert.deepEqual([findings, conduct], [[], []]);

    const now = country.tools.now();
    const report = reportOf(acts, parameters, { asOf: civilDateAt(now, parameters.timeZone), from: null });
    const read = await country.tools.parametersReader.read(country.tools.portal);
    const figures = await readFigures(country.tools.portal, read, country.country.log, now);
    for (const [body, expected] of report.bodies)
      assert.deepEqual(figures.bodies.get(body), expected, `body ${body}`);
    assert.deepEqual(figures.all, report.all);
    const charged = new Map(report.overdue.map((each) => [toHex(each.caseTag), each.charged]));
    assert.deepEqual(
      [own, inTerm, tooLate, ownLate].map((tag) => charged.get(tag)),
      [ministry, ministry, otherMinistry, otherMinistry],
    );
    assert.deepEqual(new Map(figures.overdue.map(({ tag, charged: body }) => [toHex(tag), body])), charged);
  });
});
