import assert from "node:assert/strict";
import { test } from "node:test";
import {
  escalationDays,
  escalationStepDays,
  escalationStepNumber,
  escalationStepOf,
  escalationSteps,
} from "../escalation.ts";
import { defaultRules, type RuleVersion } from "../rules.ts";
import { day, decree } from "../test-clock.ts";

const week = [1, 2, 3, 4, 5] as const;
const plain = decree(1, "2026-10-05", {});

function stepOn(today: string, due = "2026-12-04", rules: RuleVersion = defaultRules) {
  return escalationStepOf(day(due), escalationDays(rules, plain, week, day(today)));
}

test("three working days before, one before, and on the day after: not on the day itself", () => {
  assert.equal(stepOn("2026-11-30"), null);
  assert.equal(stepOn("2026-12-01"), "first");
  assert.equal(stepOn("2026-12-02"), "first");
  assert.equal(stepOn("2026-12-03"), "second");
  assert.equal(stepOn("2026-12-04"), "second");
  assert.equal(stepOn("2026-12-05"), "expired");
});

test("days off do not count: a case due on Monday is raised on Friday", () => {
  assert.equal(stepOn("2026-12-04", "2026-12-07"), "second");
  assert.equal(stepOn("2026-12-02", "2026-12-07"), "first");
});

test("steps are numbered in their order", () => {
  assert.deepEqual(escalationSteps.map(escalationStepNumber), [1, 2, 3]);
});

test("how near is near is a rule: silent ones mean three days and one", () => {
  const early = { ...defaultRules, escalation: { firstWorkingDays: 5, secondWorkingDays: 2 } };
  assert.equal(stepOn("2026-11-27", "2026-12-04", early), "first");
  assert.equal(stepOn("2026-12-02", "2026-12-04", early), "second");
  assert.equal(stepOn("2026-12-05", "2026-12-04", early), "expired");
  assert.deepEqual(
    escalationSteps.map((step) => escalationStepDays(early, step)),
    [5, 2, null],
  );
  const { escalation: _, ...silent } = early;
  assert.equal(stepOn("2026-11-27", "2026-12-04", silent), null);
  assert.deepEqual(
    escalationSteps.map((step) => escalationStepDays(silent, step)),
    [3, 1, null],
  );
});
