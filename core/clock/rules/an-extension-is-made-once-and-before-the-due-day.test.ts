import assert from "node:assert/strict";
import { test } from "node:test";
import { advanceDeadline, dueToWrite, explainDeadline, foldDeadline, latestLawfulDue } from "../deadline.ts";
import { defaultRules } from "../rules.ts";
import { act, day, decree, morningOf, testParameters } from "../test-clock.ts";

const parameters = testParameters();
const filed = act("filed-complaint", "2026-11-13");
const before = foldDeadline([filed], parameters);

test("at most two months after the due that stood, on a working day", () => {
  assert.equal(latestLawfulDue(before, act("extended", "2026-12-01"), parameters).due, day("2027-02-04"));
  const rolled = testParameters([decree(1, "2026-11-01", { daysOff: ["2027-02-04", "2027-02-05"] })]);
  assert.equal(
    latestLawfulDue(foldDeadline([filed], rolled), act("extended", "2026-12-01"), rolled).due,
    day("2027-02-08"),
  );
});

test("the head chooses an earlier day, and that one is written and stands", () => {
  const chosen = act("extended", "2026-12-01", { due: "2026-12-22" });
  assert.equal(dueToWrite(before, chosen, parameters), day("2026-12-22"));
  assert.deepEqual(advanceDeadline(before, chosen, parameters).problems, []);
  const { explanation } = explainDeadline([filed, chosen], parameters, morningOf(day("2026-12-02")));
  assert.deepEqual(explanation.at(-1), {
    step: "extended",
    day: day("2026-12-01"),
    from: day("2026-12-04"),
    due: day("2026-12-22"),
    latest: day("2027-02-04"),
    limit: defaultRules.extension.limit,
  });
});

test("a day beyond the limit is not believed", () => {
  const { state, problems } = advanceDeadline(
    before,
    act("extended", "2026-12-01", { due: "2027-02-05" }),
    parameters,
  );
  assert.equal(state.due, day("2027-02-04"));
  assert.equal(problems[0]?.finding, "due-disputed");
});

test("on the due day it is still possible, the day after it is not and moves nothing", () => {
  assert.deepEqual(advanceDeadline(before, act("extended", "2026-12-04"), parameters).problems, []);
  const late = advanceDeadline(before, act("extended", "2026-12-05", { due: "2026-12-22" }), parameters);
  assert.deepEqual(late.problems, [
    { finding: "late-extension", due: day("2026-12-04"), day: day("2026-12-05") },
    { finding: "due-disputed", claimed: day("2026-12-22"), lawful: day("2026-12-04") },
  ]);
  assert.equal(late.state.due, day("2026-12-04"));
});

test("a second extension moves nothing", () => {
  const once = foldDeadline([filed, act("extended", "2026-12-01", { due: "2026-12-22" })], parameters);
  const twice = advanceDeadline(once, act("extended", "2026-12-21"), parameters);
  assert.deepEqual(twice.problems, [{ finding: "extensions-exhausted", timesMax: 1 }]);
  assert.equal(twice.state.due, day("2026-12-22"));
});
