import assert from "node:assert/strict";
import { test } from "node:test";
import { day, ministry, townHall } from "../../clock/test-clock.ts";
import { bookOf, live } from "../test-book.ts";

const filed = live("filed-complaint", "2026-11-13");
const passedOn = (on: string) => [
  live("forwarded", on),
  live("received", on, { body: townHall, due: "2026-12-04" }),
];
const answered = (on: string) => live("answered", on, { body: townHall });

test("forwarded after the due day: the sender is late, whoever answers", () => {
  const { figures, findings } = bookOf([[filed, ...passedOn("2026-12-07"), answered("2026-12-09")]]);
  assert.deepEqual([figures("2026-12-31").late, figures("2026-12-31", townHall).late], [1, 0]);
  assert.equal(figures("2026-12-31", townHall).answered, 1);
  assert.deepEqual(
    findings.map(({ finding }) => finding),
    ["late-forward", "late-closing"],
  );
});

test("forwarded in time: whoever received it is late", () => {
  const { figures, findings } = bookOf([[filed, ...passedOn("2026-11-16"), answered("2026-12-07")]]);
  assert.deepEqual([figures("2026-12-31").late, figures("2026-12-31", townHall).late], [0, 1]);
  assert.deepEqual(findings, [
    {
      finding: "late-closing",
      kind: "answered",
      due: day("2026-12-04"),
      witnessed: day("2026-12-07"),
      charged: townHall,
    },
  ]);
});

test("forwarded to shift the blame shortly before the due day: reported, and still open", () => {
  const { figures, findings } = bookOf([[filed, ...passedOn("2026-12-03")]]);
  assert.deepEqual(findings, [{ finding: "late-forward", until: day("2026-11-18"), day: day("2026-12-03") }]);
  assert.equal(figures("2026-12-31", townHall).openOverdue, 1);
});

test("forwarded and received by nobody: the sender still owes the answer", () => {
  const { figures, overdue } = bookOf([[filed, live("forwarded", "2026-11-16")]]);
  assert.deepEqual([figures("2026-12-31").openOverdue, figures("2026-12-31").open], [1, 1]);
  assert.deepEqual(
    [overdue("2026-12-31")[0]?.charged, overdue("2026-12-31")[0]?.holder],
    [ministry, ministry],
  );
});

test("days held are reported for each body on its own", () => {
  const { figures } = bookOf([[filed, ...passedOn("2026-11-16"), answered("2026-11-23")]]);
  assert.equal(figures("2026-12-31").daysHeldMedian, 1);
  assert.equal(figures("2026-12-31", townHall).daysHeldMedian, 6);
  assert.deepEqual(
    [figures("2026-12-31").forwarded, figures("2026-12-31", townHall).receivedByForwarding],
    [1, 1],
  );
});
