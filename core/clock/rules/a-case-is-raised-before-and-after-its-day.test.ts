import assert from "node:assert/strict";
import { test } from "node:test";
import { escalationDays, escalationStepNumber, escalationStepOf, escalationSteps } from "../escalation.ts";
import { day, decree } from "../test-clock.ts";

const week = [1, 2, 3, 4, 5] as const;
const plain = decree(1, "2026-10-05", {});

function stepOn(today: string, due = "2026-12-04") {
  return escalationStepOf(day(due), escalationDays(plain, week, day(today)));
}

test("three working days before, one before, and on the day after: not on the day itself", () => {
  assert.equal(stepOn("2026-11-30"), null);
  assert.equal(stepOn("2026-12-01"), "three-working-days");
  assert.equal(stepOn("2026-12-02"), "three-working-days");
  assert.equal(stepOn("2026-12-03"), "one-working-day");
  assert.equal(stepOn("2026-12-04"), "one-working-day");
  assert.equal(stepOn("2026-12-05"), "expired");
});

test("days off do not count: a case due on Monday is raised on Friday", () => {
  assert.equal(stepOn("2026-12-04", "2026-12-07"), "one-working-day");
  assert.equal(stepOn("2026-12-02", "2026-12-07"), "three-working-days");
});

test("steps are numbered in their order", () => {
  assert.deepEqual(escalationSteps.map(escalationStepNumber), [1, 2, 3]);
});
