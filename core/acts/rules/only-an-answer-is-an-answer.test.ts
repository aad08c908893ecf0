import assert from "node:assert/strict";
import { test } from "node:test";
import { day } from "../../clock/test-clock.ts";
import type { ActKind } from "../../record/kinds.ts";
import { bookOf, live } from "../test-book.ts";

const filed = live("filed-complaint", "2026-11-13");

function closedBy(kind: ActKind, on = "2026-11-20") {
  return bookOf([[filed, live(kind, on)]]).figures("2026-12-31");
}

test("answered and refused count, each with its reasons", () => {
  for (const kind of ["answered", "refused"] as const) {
    const { answered, inTime, judged, headlinePermille } = closedBy(kind);
    assert.deepEqual([answered, inTime, judged, headlinePermille], [1, 1, 1, 1000]);
  }
});

test("explained and terminated are judged but never answers", () => {
  for (const kind of ["explained", "terminated"] as const) {
    const figures = closedBy(kind);
    assert.deepEqual([figures[kind], figures.answered, figures.inTime], [1, 0, 0]);
    assert.deepEqual([figures.otherwiseInTime, figures.judged, figures.headlinePermille], [1, 1, 0]);
  }
});

test("withdrawn and merged in time are not judged at all", () => {
  for (const kind of ["withdrawn", "merged"] as const) {
    const figures = closedBy(kind);
    assert.deepEqual([figures[kind], figures.judged, figures.headlinePermille], [1, 0, null]);
  }
});

test("silence before a withdrawal or a merging is late all the same", () => {
  for (const kind of ["withdrawn", "merged", "explained", "terminated", "answered"] as const) {
    const figures = closedBy(kind, "2026-12-07");
    assert.deepEqual([figures.late, figures.judged, figures.inTime], [1, 1, 0]);
  }
});

test("an answer that is disputed counts no more, until a new one comes in time", () => {
  const falseClose = [filed, live("answered", "2026-11-20"), live("disputed", "2026-11-23")];
  const open = bookOf([falseClose]);
  const before = open.figures("2026-11-30");
  assert.deepEqual([before.answered, before.disputed, before.open, before.judged], [0, 1, 1, 0]);
  assert.deepEqual(open.findings, [
    { finding: "closing-disputed", closing: "answered", closedOn: day("2026-11-20") },
  ]);
  assert.equal(open.figures("2026-12-31").openOverdue, 1);
  assert.equal(open.overdue("2026-12-31")[0]?.disputed, true);
  const { inTime, judged } = bookOf([[...falseClose, live("answered", "2026-12-01")]]).figures("2026-12-31");
  assert.deepEqual([inTime, judged], [1, 1]);
});

test("a withdrawal taken back opens the case again", () => {
  const taken = [filed, live("withdrawn", "2026-11-16"), live("withdrawal-revoked", "2026-11-18")];
  const { withdrawn, open } = bookOf([taken]).figures("2026-11-30");
  assert.deepEqual([withdrawn, open], [0, 1]);
  assert.equal(bookOf([taken]).overdue("2026-12-31")[0]?.disputed, false);
  const tooLate = bookOf([
    [filed, live("withdrawn", "2026-11-16"), live("withdrawal-revoked", "2026-11-20")],
  ]);
  assert.deepEqual([tooLate.figures("2026-11-30").withdrawn, tooLate.figures("2026-11-30").open], [1, 0]);
  assert.deepEqual(tooLate.findings, [
    { finding: "late-revocation", until: day("2026-11-19"), day: day("2026-11-20") },
  ]);
});
