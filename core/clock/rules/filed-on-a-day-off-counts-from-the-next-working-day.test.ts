import assert from "node:assert/strict";
import { test } from "node:test";
import { explainDeadline, foldDeadline } from "../deadline.ts";
import { act, day, decree, ministry, morningOf, testParameters, townHall } from "../test-clock.ts";

const parameters = testParameters();

test("filed on Friday 13 November, 15 working days: Friday 4 December", () => {
  assert.equal(foldDeadline([act("filed-complaint", "2026-11-13")], parameters)?.due, day("2026-12-04"));
});

test("filed on Saturday or Sunday, it counts as registered on Monday", () => {
  for (const filed of ["2026-11-14", "2026-11-15", "2026-11-16"]) {
    const state = foldDeadline([act("filed-complaint", filed)], parameters);
    assert.equal(state?.registered, day("2026-11-16"));
    assert.equal(state?.due, day("2026-12-07"));
  }
});

test("a body that works on Saturdays registers on Saturday, and counts its Saturdays", () => {
  const state = foldDeadline([act("filed-complaint", "2026-11-14", { body: townHall })], parameters);
  assert.equal(state?.registered, day("2026-11-14"));
  assert.equal(state?.due, day("2026-12-02"));
});

test("a suggestion takes 30 working days", () => {
  assert.equal(foldDeadline([act("filed-suggestion", "2026-11-13")], parameters)?.due, day("2026-12-25"));
});

test("the explanation says why the day did not count and names the holidays between", () => {
  const decreed = testParameters([
    decree(1, "2026-11-01", {
      holidays: ["2026-11-16", "2026-11-22", "2026-11-25"],
      workingDays: ["2026-11-28"],
      daysOff: ["2026-11-30"],
    }),
  ]);
  const filed = act("filed-complaint", "2026-11-16");
  const { due, explanation } = explainDeadline([filed], decreed, morningOf(day("2026-11-20")));
  const name = { tk: "baýram", ru: "праздник", en: "holiday" };
  assert.equal(due, day("2026-12-09"));
  assert.deepEqual(explanation.slice(2), [
    { step: "holiday-skipped", date: day("2026-11-25"), name },
    { step: "transferred-day", date: day("2026-11-28") },
    { step: "day-off-skipped", date: day("2026-11-30") },
  ]);
  assert.deepEqual(explanation[0], {
    step: "started",
    kind: "filed-complaint",
    body: ministry,
    filed: day("2026-11-16"),
    registered: day("2026-11-17"),
    rest: { why: "holiday", name },
  });
});

test("without a holiday between, nothing stands after the term", () => {
  const { explanation } = explainDeadline(
    [act("filed-complaint", "2026-11-13")],
    parameters,
    morningOf(day("2026-11-20")),
  );
  assert.deepEqual(
    explanation.map(({ step }) => step),
    ["started", "term"],
  );
});

test("a paper handed over in a village and entered two days later counts from the day it was handed over", () => {
  const late = { ...act("filed-complaint", "2026-11-13"), at: morningOf(day("2026-11-17")) };
  assert.equal(foldDeadline([late], parameters)?.due, day("2026-12-04"));
});
