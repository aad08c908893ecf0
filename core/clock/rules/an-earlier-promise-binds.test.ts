import assert from "node:assert/strict";
import { test } from "node:test";
import { advanceDeadline, explainDeadline, foldDeadline } from "../deadline.ts";
import { act, day, morningOf, testParameters } from "../test-clock.ts";

const parameters = testParameters();
const promised = act("filed-complaint", "2026-11-13", { due: "2026-11-27" });

test("a due earlier than the law's stands, and a neutral act may not push it back", () => {
  const state = foldDeadline([promised], parameters);
  assert.deepEqual([state?.due, state?.latest], [day("2026-11-27"), day("2026-12-04")]);
  const later = advanceDeadline(state, act("assigned", "2026-11-16", { due: "2026-12-04" }), parameters);
  assert.equal(later.state.due, day("2026-11-27"));
  assert.deepEqual(later.problems, [
    { finding: "due-disputed", claimed: day("2026-12-04"), lawful: day("2026-11-27") },
  ]);
});

test("the explanation says so", () => {
  const { explanation } = explainDeadline([promised], parameters, morningOf(day("2026-11-13")));
  assert.deepEqual(explanation.at(-1), {
    step: "promised-earlier",
    latest: day("2026-12-04"),
    due: day("2026-11-27"),
  });
});

test("a due on an act that owes nothing is disputed", () => {
  const closed = advanceDeadline(
    foldDeadline([promised], parameters),
    act("answered", "2026-11-20", { due: "2026-12-20" }),
    parameters,
  );
  assert.equal(closed.state.due, null);
  assert.deepEqual(closed.problems, [{ finding: "due-disputed", claimed: day("2026-12-20"), lawful: null }]);
});
