import assert from "node:assert/strict";
import { test } from "node:test";
import { explainDeadline, foldDeadline } from "../deadline.ts";
import { act, day, decree, morningOf, testParameters } from "../test-clock.ts";

const parameters = testParameters();
const filed = act("filed-complaint", "2026-11-13");

test("the due that stood before the answer stands again", () => {
  const early = [filed, act("answered", "2026-11-17"), act("disputed", "2026-11-18")];
  assert.equal(foldDeadline(early, parameters)?.due, day("2026-12-04"));
});

test("but the body has at least five working days from the dispute", () => {
  for (const closed of ["answered", "explained", "refused", "terminated"] as const) {
    const late = [filed, act(closed, "2026-12-04"), act("disputed", "2026-12-05")];
    assert.equal(foldDeadline(late, parameters)?.due, day("2026-12-11"));
  }
});

test("a holiday decreed while the case was closed moves the due that comes back", () => {
  const decreed = testParameters([decree(1, "2026-11-20", { holidays: ["2026-11-24"] })]);
  const acts = [filed, act("answered", "2026-11-17"), act("disputed", "2026-11-23")];
  assert.equal(foldDeadline(acts, decreed)?.due, day("2026-12-07"));
});

test("the explanation tells which of the two holds", () => {
  const stepAfter = (closed: string, disputed: string) =>
    explainDeadline(
      [filed, act("answered", closed), act("disputed", disputed)],
      parameters,
      morningOf(day(disputed)),
    ).explanation.at(-1);
  assert.deepEqual(stepAfter("2026-11-17", "2026-11-18"), {
    step: "disputed-restored",
    day: day("2026-11-18"),
    due: day("2026-12-04"),
    by: "due-that-stood",
  });
  assert.deepEqual(stepAfter("2026-12-04", "2026-12-07"), {
    step: "disputed-restored",
    day: day("2026-12-07"),
    due: day("2026-12-14"),
    by: "review-term",
  });
});
