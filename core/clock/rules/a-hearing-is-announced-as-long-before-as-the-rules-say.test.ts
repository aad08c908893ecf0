import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClockParameters } from "../clock-parameters.ts";
import { advanceDeadline, type DeadlineState, foldDeadline } from "../deadline.ts";
import type { DutyAct } from "../duty.ts";
import { earliestHearing, hearingProblem } from "../hearing.ts";
import { defaultRules, type RuleVersion, workingDaysTerm } from "../rules.ts";
import { act, day, decree, morningOf, testParameters, townHall } from "../test-clock.ts";

const week = [1, 2, 3, 4, 5] as const;
const plain = decree(1, "2026-10-05", {});
const due = day("2026-12-04");
const around = { rules: defaultRules, calendar: plain, week };
const patient: RuleVersion = {
  ...defaultRules,
  version: 2,
  announced: morningOf(day("2026-11-02")),
  validFrom: day("2026-11-20"),
  hearing: { notice: workingDaysTerm(5), beforePartly: false, law: "Art. 73" },
};

test("announced on a Thursday with three working days of notice, it may be held from the next Tuesday on", () => {
  assert.equal(earliestHearing(around, day("2026-11-19")), day("2026-11-24"));
  const hearing = { announced: day("2026-11-19"), due };
  assert.equal(hearingProblem(around, { ...hearing, on: day("2026-11-24") }), null);
  assert.deepEqual(hearingProblem(around, { ...hearing, on: day("2026-11-23") }), {
    finding: "hearing-too-soon",
    earliest: day("2026-11-24"),
  });
});

test("the notice is a rule: silent ones mean three working days", () => {
  assert.equal(earliestHearing({ ...around, rules: patient }, day("2026-11-19")), day("2026-11-26"));
  const { hearing: _, ...silent } = patient;
  assert.equal(earliestHearing({ ...around, rules: silent }, day("2026-11-19")), day("2026-11-24"));
});

test("a holiday between is no working day", () => {
  const calendar = { ...plain, daysOff: [day("2026-11-20")] };
  assert.equal(earliestHearing({ ...around, calendar }, day("2026-11-19")), day("2026-11-25"));
});

test("not on a day off, and not after the answer is due", () => {
  const hearing = { announced: day("2026-11-19"), due };
  assert.deepEqual(hearingProblem(around, { ...hearing, on: day("2026-11-28") }), {
    finding: "hearing-on-day-off",
  });
  assert.deepEqual(hearingProblem(around, { ...hearing, on: day("2026-12-07") }), {
    finding: "hearing-after-due",
    due,
  });
  assert.equal(hearingProblem(around, { ...hearing, on: due }), null);
});

function closedOn(on: string, acts: readonly DutyAct[], parameters: ClockParameters) {
  const before: DeadlineState | null = foldDeadline(acts, parameters);
  const body = before?.holder;
  return advanceDeadline(before, act("refused", on, body === undefined ? {} : { body }), parameters).problems;
}

const filed = act("filed-complaint", "2026-11-13");

test("nobody decides before the first day on which an announced hearing may have been, and whoever does has decided", () => {
  const announced = [filed, act("hearing-announced", "2026-11-19")];
  const parameters = testParameters([plain]);
  const found = { finding: "closed-before-hearing", earliest: day("2026-11-24"), day: day("2026-11-23") };
  assert.deepEqual(closedOn("2026-11-23", announced, parameters), [found]);
  assert.deepEqual(closedOn("2026-11-24", announced, parameters), []);
  assert.deepEqual(closedOn("2026-11-23", [filed], parameters), []);
  const closed = foldDeadline([...announced, act("refused", "2026-11-23")], parameters);
  assert.equal(closed?.due, null);
});

test("a hearing follows the rules of the day of its announcement", () => {
  const parameters = testParameters([plain], [defaultRules, patient]);
  const earliest = (on: string) =>
    foldDeadline([filed, act("hearing-announced", on)], parameters)?.hearing?.earliest;
  assert.equal(earliest("2026-11-19"), day("2026-11-24"));
  // On the day itself a reader of leaves cannot tell on which side of a change an act was done.
  assert.equal(earliest("2026-11-20"), day("2026-11-27"));
});

test("a decree of the day of the announcement is read as it favours the body", () => {
  const free = decree(2, "2026-11-19", { daysOff: ["2026-11-20"] });
  const announced = { ...act("hearing-announced", "2026-11-19"), at: free.announced + 1 };
  const state = foldDeadline([filed, announced], testParameters([plain, free]));
  assert.equal(state?.hearing?.earliest, day("2026-11-24"));
});

test("another body is not bound by it, and a due that fell before it is kept", () => {
  const announced = [filed, act("hearing-announced", "2026-11-17")];
  const passedOn = [
    ...announced,
    act("forwarded", "2026-11-17"),
    act("received", "2026-11-17", { body: townHall }),
  ];
  assert.deepEqual(closedOn("2026-11-18", passedOn, testParameters([plain])), []);
  const shorter: RuleVersion = {
    ...patient,
    movesOpenCases: true,
    validFrom: day("2026-11-18"),
    kinds: {
      ...defaultRules.kinds,
      "filed-complaint": { ...defaultRules.kinds["filed-complaint"], answer: workingDaysTerm(2) },
    },
  };
  const parameters = testParameters([plain], [defaultRules, shorter]);
  assert.deepEqual(closedOn("2026-11-18", announced, parameters), []);
});
