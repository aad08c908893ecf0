import assert from "node:assert/strict";
import { test } from "node:test";
import { day, ministry, morningOf, testParameters } from "../../clock/test-clock.ts";
import type { ActKind } from "../../record/kinds.ts";
import { type CaseState, caseAt, foldAct, mayFollow } from "../case.ts";
import { bookOf, live } from "../test-book.ts";

const parameters = testParameters();

function after(...acts: readonly (readonly [ActKind, string])[]): CaseState | null {
  return acts.reduce<CaseState | null>(
    (state, [kind, on]) =>
      foldAct(
        state,
        { kind, body: ministry, day: day(on), at: morningOf(day(on)), claimedDue: null, details: null },
        parameters,
      ),
    null,
  );
}

const merged = [
  ["filed-complaint", "2026-11-13"],
  ["merged", "2026-11-17"],
] as const;

test("a merged case takes one reply of each kind that is a body's word, and no other closing", () => {
  const state = after(...merged);
  for (const kind of ["answered", "explained", "refused", "terminated"] as const) {
    assert.equal(mayFollow(state, kind).ok, true, kind);
  }
  for (const kind of ["merged", "withdrawn", "forwarded", "disputed"] as const) {
    assert.equal(mayFollow(state, kind).ok, false, kind);
  }
});

test("a case that was answered takes no second reply", () => {
  const answered = after(["filed-complaint", "2026-11-13"], ["answered", "2026-11-17"]);
  assert.equal(mayFollow(answered, "answered").ok, false);
  const replied = after(...merged, ["answered", "2026-11-20"]);
  assert.equal(mayFollow(replied, "answered").ok, false);
  assert.equal(mayFollow(replied, "refused").ok, false);
});

test("the reply is measured by the day that stood before the merging, and can be disputed", () => {
  const replied = after(...merged, ["answered", "2026-11-20"]);
  assert.ok(replied?.status === "closed");
  assert.equal(replied.closing.kind, "answered");
  assert.equal(replied.closing.dueBefore, day("2026-12-04"));
  const disputed = after(...merged, ["answered", "2026-11-20"], ["disputed", "2026-11-23"]);
  assert.equal(disputed?.status, "disputed");
  const moment = { at: morningOf(day("2026-11-24")), day: day("2026-11-24") };
  assert.equal(disputed && caseAt(disputed, moment, parameters).deadline.due, day("2026-12-04"));
});

test("to the figures it stays merged: whoever merges has not answered, and has not been silent either", () => {
  const life = [live("filed-complaint", "2026-11-13"), live("merged", "2026-11-17")];
  const replied = bookOf([[...life, live("answered", "2026-11-20")]]);
  assert.deepEqual(replied.findings, []);
  const figures = replied.figures("2026-12-31");
  assert.deepEqual([figures.merged, figures.answered, figures.judged, figures.openOverdue], [1, 0, 0, 0]);
  const disputed = bookOf([[...life, live("answered", "2026-11-20"), live("disputed", "2026-11-23")]]);
  assert.equal(disputed.figures("2026-12-31").openOverdue, 1);
});
