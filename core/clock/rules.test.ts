import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyCalendar, fiveDayWeek } from "./calendar.ts";
import { rulesAt } from "./clock-parameters.ts";
import {
  defaultRules,
  endOfTerm,
  escalationRule,
  filingRuleOf,
  hearingRule,
  isFilingKind,
  remedyRule,
  type Term,
  workingDaysTerm,
} from "./rules.ts";
import { readRuleVersion, ruleVersionJson } from "./rules-json.ts";
import { day, decree, morningOf, testParameters } from "./test-clock.ts";

test("the default rules say that no lawyer has confirmed them", () => {
  assert.equal(defaultRules.confirmedByLawyer, false);
  assert.match(defaultRules.law, /to be confirmed by a lawyer/);
  assert.deepEqual(defaultRules.kinds["filed-complaint"].answer.length, 15);
  assert.deepEqual(defaultRules.kinds["filed-suggestion"].answer.length, 30);
});

test("rules and their JSON are one to one", () => {
  const reason = { tk: "Täze kanun", ru: "Новый закон", en: "A new law" };
  for (const rules of [defaultRules, { ...defaultRules, reason }]) {
    assert.deepEqual(readRuleVersion(JSON.parse(JSON.stringify(ruleVersionJson(rules)))), rules);
  }
});

test("rules of an older record are silent on hearing, remedies and raising, and mean what held then", () => {
  const { hearing: _, remedies: __, escalation: ___, ...old } = ruleVersionJson(defaultRules);
  const read = readRuleVersion(JSON.parse(JSON.stringify(old)));
  assert.ok(read);
  assert.deepEqual(ruleVersionJson(read), old, "nothing is put into an act that did not say it");
  assert.deepEqual(hearingRule(read).notice, workingDaysTerm(3));
  assert.deepEqual(remedyRule(read).months, {
    "higher-body": 3,
    court: 3,
    prosecutor: null,
    ombudsman: 12,
  });
  assert.deepEqual(escalationRule(read), { firstWorkingDays: 3, secondWorkingDays: 1 });
  const said = { ...read, hearing: { notice: workingDaysTerm(9), beforePartly: true, law: "Art. 1" } };
  assert.equal(hearingRule(said).notice.length, 9);
});

test("rules with anything missing, added or out of range are refused", () => {
  const good = ruleVersionJson(defaultRules);
  const { pause: _pause, ...withoutPause } = good;
  const { "filed-message": _message, ...fewerKinds } = good.kinds;
  const term = good.forwardWithin;
  const bad: unknown[] = [
    null,
    [],
    withoutPause,
    { ...good, extra: 1 },
    { ...good, version: 0 },
    { ...good, validFrom: "2026-1-1" },
    { ...good, law: "" },
    { ...good, law: " padded " },
    { ...good, confirmedByLawyer: "yes" },
    { ...good, kinds: fewerKinds },
    { ...good, kinds: { ...good.kinds, answered: good.kinds["filed-message"] } },
    { ...good, forwardWithin: { ...term, unit: "weeks" } },
    { ...good, forwardWithin: { ...term, length: -1 } },
    { ...good, forwardWithin: { ...term, roll: "sideways" } },
    { ...good, pause: { workingDaysMax: 10 } },
    { ...good, withdrawalRevocableDays: 0.5 },
    { ...good, reason: { tk: "a", ru: "b" } },
    { ...good, hearing: { notice: term } },
    { ...good, hearing: { notice: term, law: "Art. 73" } },
    { ...good, hearing: { notice: 3, beforePartly: false, law: "Art. 73" } },
    { ...good, remedies: { months: { "higher-body": 3, court: 3, prosecutor: null }, law: "Art. 1" } },
    { ...good, remedies: { ...good.remedies, months: { ...good.remedies?.months, court: null } } },
    { ...good, remedies: { ...good.remedies, months: { ...good.remedies?.months, ombudsman: 0 } } },
    { ...good, escalation: { firstWorkingDays: 3 } },
    { ...good, escalation: { firstWorkingDays: 3, secondWorkingDays: 3 } },
    { ...good, escalation: { firstWorkingDays: 3, secondWorkingDays: 0 } },
  ];
  for (const json of bad) assert.equal(readRuleVersion(json), undefined, JSON.stringify(json)?.slice(0, 80));
});

test("terms end as their unit and roll say", () => {
  const holidays = decree(1, "2026-11-01", { holidays: ["2026-12-14"] });
  const end = (term: Term, from: string) => endOfTerm(term, day(from), holidays, fiveDayWeek);
  assert.equal(end({ length: 1, unit: "months", roll: "next-working-day" }, "2026-11-14"), day("2026-12-15"));
  assert.equal(
    end({ length: 1, unit: "months", roll: "previous-working-day" }, "2026-11-14"),
    day("2026-12-11"),
  );
  assert.equal(end({ length: 1, unit: "months", roll: "none" }, "2026-11-14"), day("2026-12-14"));
  assert.equal(
    end({ length: 10, unit: "calendar-days", roll: "next-working-day" }, "2026-12-02"),
    day("2026-12-15"),
  );
  assert.equal(
    end({ length: 3, unit: "working-days", roll: "next-working-day" }, "2026-12-10"),
    day("2026-12-16"),
  );
  assert.equal(
    endOfTerm({ length: 1, unit: "months", roll: "none" }, day("2027-01-31"), emptyCalendar, fiveDayWeek),
    day("2027-02-28"),
  );
});

test("a rule holds once it is both announced and valid", () => {
  const later = {
    ...defaultRules,
    version: 2,
    announced: morningOf(day("2026-11-02")),
    validFrom: day("2026-12-01"),
  };
  const backdated = {
    ...defaultRules,
    version: 3,
    announced: morningOf(day("2027-01-11")),
    validFrom: day("2026-01-01"),
  };
  const parameters = testParameters([], [defaultRules, later, backdated]);
  const versionOn = (text: string) => rulesAt(parameters, morningOf(day(text))).version;
  assert.equal(versionOn("2026-11-30"), 1);
  assert.equal(versionOn("2026-12-01"), 2);
  assert.equal(versionOn("2027-01-10"), 2);
  assert.equal(versionOn("2027-01-11"), 3);
});

test("without published rules the default ones hold, and a case from elsewhere counts as an application", () => {
  assert.equal(rulesAt(testParameters([], []), 0), defaultRules);
  assert.equal(filingRuleOf(defaultRules, "received"), defaultRules.kinds["filed-application"]);
  assert.equal(isFilingKind("filed-request"), true);
  assert.equal(isFilingKind("received"), false);
});
