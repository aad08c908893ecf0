import assert from "node:assert/strict";
import { test } from "node:test";
import { advanceDeadline, deadlineAt, explainDeadline, foldDeadline } from "../deadline.ts";
import { act, day, morningOf, testParameters } from "../test-clock.ts";

const parameters = testParameters();
const filed = act("filed-complaint", "2026-11-13");
const asked = act("clarification-asked", "2026-11-18");

test("a question carries the day that holds if the applicant never replies", () => {
  const state = foldDeadline([filed, asked], parameters);
  assert.equal(state?.due, day("2026-12-18"));
  assert.equal(state?.pause?.until, day("2026-12-02"));
});

test("a reply gives back what was not used", () => {
  const state = foldDeadline([filed, asked, act("clarification-given", "2026-11-23")], parameters);
  assert.equal(state?.due, day("2026-12-09"));
  assert.equal(state?.pauseWorkingDaysUsed, 3);
});

test("a reply on the same day costs nothing; one after the pause has lapsed changes nothing", () => {
  const atOnce = foldDeadline([filed, asked, act("clarification-given", "2026-11-18")], parameters);
  assert.equal(atOnce?.due, day("2026-12-04"));
  const tooLate = foldDeadline([filed, asked, act("clarification-given", "2026-12-03")], parameters);
  assert.equal(tooLate?.due, day("2026-12-18"));
  assert.equal(tooLate?.pause, null);
});

test("the second pause has only what the first one left", () => {
  const acts = [
    filed,
    asked,
    act("clarification-given", "2026-11-23"),
    act("clarification-asked", "2026-11-25"),
  ];
  const state = foldDeadline(acts, parameters);
  assert.equal(state?.due, day("2026-12-18"));
  assert.equal(state?.pauseWorkingDaysUsed, 10);
});

test("an endless pause: the third, or one after ten working days, moves nothing", () => {
  const third = [
    filed,
    asked,
    act("clarification-given", "2026-11-19"),
    act("clarification-asked", "2026-11-20"),
    act("clarification-given", "2026-11-23"),
  ];
  for (const acts of [third, [filed, asked, act("added", "2026-12-03")]]) {
    const before = foldDeadline(acts, parameters);
    const again = act("clarification-asked", "2026-12-04", { due: "2026-12-24" });
    const { state, problems } = advanceDeadline(before, again, parameters);
    assert.deepEqual(problems[0], { finding: "pause-exhausted", workingDaysMax: 10, pausesMax: 2 });
    assert.equal(problems[1]?.finding, "due-disputed");
    assert.equal(state.due, before?.due);
  }
});

test("a question after the due day does not hide that the answer is overdue", () => {
  const { state, problems } = advanceDeadline(
    foldDeadline([filed], parameters),
    act("clarification-asked", "2026-12-07"),
    parameters,
  );
  assert.deepEqual(problems, [{ finding: "late-pause", due: day("2026-12-04"), day: day("2026-12-07") }]);
  assert.equal(state.due, day("2026-12-04"));
});

test("a pause that nobody ends lapses by itself, and the explanation says so", () => {
  const state = foldDeadline([filed, asked], parameters);
  assert.ok(state);
  const on = (text: string) => ({ at: morningOf(day(text)), day: day(text) });
  assert.notEqual(deadlineAt(state, on("2026-12-02"), parameters).pause, null);
  assert.equal(deadlineAt(state, on("2026-12-03"), parameters).pause, null);
  const { due, explanation } = explainDeadline([filed, asked], parameters, on("2026-12-03").at);
  assert.equal(due, day("2026-12-18"));
  assert.deepEqual(
    explanation.map(({ step }) => step),
    ["started", "term", "paused", "pause-lapsed"],
  );
});

test("a body that promises a shorter pause keeps the rest for later", () => {
  const short = act("clarification-asked", "2026-11-18", { due: "2026-12-09" });
  const state = foldDeadline([filed, short], parameters);
  assert.equal(state?.due, day("2026-12-09"));
  assert.equal(state?.pauseWorkingDaysUsed, 3);
});
