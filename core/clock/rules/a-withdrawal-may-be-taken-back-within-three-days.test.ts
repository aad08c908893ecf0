import assert from "node:assert/strict";
import { test } from "node:test";
import { advanceDeadline, foldDeadline } from "../deadline.ts";
import { act, day, testParameters } from "../test-clock.ts";

const parameters = testParameters();
const withdrawn = [act("filed-complaint", "2026-11-13"), act("withdrawn", "2026-11-18")];

test("a withdrawal ends what is owed; taken back, the due that stood stands again", () => {
  const before = foldDeadline(withdrawn, parameters);
  assert.equal(before?.due, null);
  const { state, problems } = advanceDeadline(before, act("withdrawal-revoked", "2026-11-21"), parameters);
  assert.deepEqual([state.due, problems], [day("2026-12-04"), []]);
});

test("on the fourth day it is too late", () => {
  const { state, problems } = advanceDeadline(
    foldDeadline(withdrawn, parameters),
    act("withdrawal-revoked", "2026-11-22"),
    parameters,
  );
  assert.equal(state.due, null);
  assert.deepEqual(problems, [
    { finding: "late-revocation", until: day("2026-11-21"), day: day("2026-11-22") },
  ]);
});
