import assert from "node:assert/strict";
import { test } from "node:test";
import { deadlineAt, explainDeadline, foldDeadline } from "../deadline.ts";
import { defaultRules, type RuleVersion, workingDaysTerm } from "../rules.ts";
import { act, day, morningOf, testParameters } from "../test-clock.ts";

const filed = act("filed-complaint", "2026-11-13");

function newRules(length: number, movesOpenCases: boolean): RuleVersion {
  const complaint = { ...defaultRules.kinds["filed-complaint"], answer: workingDaysTerm(length) };
  return {
    ...defaultRules,
    version: 2,
    announced: morningOf(day("2026-11-18")),
    validFrom: day("2026-11-20"),
    movesOpenCases,
    kinds: { ...defaultRules.kinds, "filed-complaint": complaint },
  };
}

function dueOn(rules: RuleVersion, now: string) {
  const parameters = testParameters([], [defaultRules, rules]);
  const state = foldDeadline([filed], parameters);
  return state && deadlineAt(state, { at: morningOf(day(now)), day: day(now) }, parameters).due;
}

test("a new term is for new filings", () => {
  const rules = newRules(20, false);
  assert.equal(dueOn(rules, "2026-11-20"), day("2026-12-04"));
  const parameters = testParameters([], [defaultRules, rules]);
  assert.equal(foldDeadline([act("filed-complaint", "2026-11-19")], parameters)?.due, day("2026-12-10"));
  assert.equal(foldDeadline([act("filed-complaint", "2026-11-20")], parameters)?.due, day("2026-12-18"));
});

test("rules that say so move open cases from the day on which they are valid", () => {
  assert.equal(dueOn(newRules(20, true), "2026-11-19"), day("2026-12-04"));
  assert.equal(dueOn(newRules(20, true), "2026-11-20"), day("2026-12-11"));
});

test("a shorter term leaves at least the time of a review", () => {
  assert.equal(dueOn(newRules(12, true), "2026-11-20"), day("2026-12-01"));
  assert.equal(dueOn(newRules(2, true), "2026-11-20"), day("2026-11-27"));
});

test("the explanation names the version", () => {
  const parameters = testParameters([], [defaultRules, newRules(20, true)]);
  const { explanation } = explainDeadline([filed], parameters, morningOf(day("2026-11-20")));
  assert.deepEqual(explanation.at(-1), {
    step: "moved-by-rules",
    version: 2,
    valid: day("2026-11-20"),
    from: day("2026-12-04"),
    to: day("2026-12-11"),
  });
});
