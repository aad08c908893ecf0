import assert from "node:assert/strict";
import { test } from "node:test";
import { earliestHearing, hearingProblem } from "../hearing.ts";
import { day, decree } from "../test-clock.ts";

const week = [1, 2, 3, 4, 5] as const;
const plain = decree(1, "2026-10-05", {});
const due = day("2026-12-04");

test("announced on a Thursday, it may be held from the next Tuesday on", () => {
  assert.equal(earliestHearing(plain, week, day("2026-11-19")), day("2026-11-24"));
  const hearing = { announced: day("2026-11-19"), due };
  assert.equal(hearingProblem(plain, week, { ...hearing, on: day("2026-11-24") }), null);
  assert.deepEqual(hearingProblem(plain, week, { ...hearing, on: day("2026-11-23") }), {
    finding: "hearing-too-soon",
    earliest: day("2026-11-24"),
  });
});

test("a holiday between is no working day", () => {
  const withHoliday = { ...plain, daysOff: [day("2026-11-20")] };
  assert.equal(earliestHearing(withHoliday, week, day("2026-11-19")), day("2026-11-25"));
});

test("not on a day off, and not after the answer is due", () => {
  const hearing = { announced: day("2026-11-19"), due };
  assert.deepEqual(hearingProblem(plain, week, { ...hearing, on: day("2026-11-28") }), {
    finding: "hearing-on-day-off",
  });
  assert.deepEqual(hearingProblem(plain, week, { ...hearing, on: day("2026-12-07") }), {
    finding: "hearing-after-due",
    due,
  });
  assert.equal(hearingProblem(plain, week, { ...hearing, on: due }), null);
});
