import assert from "node:assert/strict";
import { test } from "node:test";
import { day, decree, ministry, testParameters, townHall } from "../../clock/test-clock.ts";
import { bookOf, live } from "../test-book.ts";

const open = [live("filed-complaint", "2026-11-13")];

test("on the due day nothing is overdue; on the next day it is", () => {
  const { figures, overdue } = bookOf([open]);
  assert.deepEqual([figures("2026-12-04").openOverdue, overdue("2026-12-04").length], [0, 0]);
  assert.deepEqual([figures("2026-12-05").openOverdue, overdue("2026-12-05").length], [1, 1]);
});

test("an age is counted from the due day: a Sunday after a Friday is two calendar days and no working day", () => {
  const [waiting] = bookOf([open]).overdue("2026-12-06");
  assert.deepEqual([waiting?.workingDaysOverdue, waiting?.calendarDaysOverdue], [0, 2]);
  const { oldestOverdueWorkingDays, oldestOverdueCalendarDays } = bookOf([open]).figures("2026-12-08");
  assert.deepEqual([oldestOverdueWorkingDays, oldestOverdueCalendarDays], [2, 4]);
});

test("an answer witnessed on the due day is in time, a day later it is late", () => {
  const answered = (witnessed: string) =>
    bookOf([[...open, live("answered", "2026-12-04", { witnessed })]]).figures("2026-12-31");
  assert.deepEqual([answered("2026-12-04").inTime, answered("2026-12-04").late], [1, 0]);
  assert.deepEqual([answered("2026-12-05").inTime, answered("2026-12-05").late], [0, 1]);
});

test("a decree that moved the due counts even before its leaf has been written", () => {
  const parameters = testParameters([decree(1, "2026-11-20", { holidays: ["2026-11-24"] })]);
  const { overdue } = bookOf([open], parameters);
  assert.equal(overdue("2026-12-07").length, 0);
  assert.equal(overdue("2026-12-08")[0]?.due, day("2026-12-07"));
});

test("the zero tag is no case and never overdue", () => {
  const { book, figures } = bookOf([]);
  const found = book.enter({ kind: 2, body: ministry, time: 0, due: 1, caseTag: new Uint8Array(16) }, 0);
  assert.deepEqual(found, []);
  assert.equal(figures("2026-12-08").filed, 0);
});

test("the longest waiting stand first, then the earlier filing", () => {
  const { overdue } = bookOf([
    [live("filed-complaint", "2026-11-16")],
    open,
    [live("filed-complaint", "2026-11-13", { body: townHall })],
    [live("filed-complaint", "2026-11-13")],
  ]);
  assert.deepEqual(
    overdue("2026-12-31").map(({ due, position, charged }) => [due, position, charged]),
    [
      [day("2026-12-01"), 1, townHall],
      [day("2026-12-04"), 0, ministry],
      [day("2026-12-04"), 2, ministry],
      [day("2026-12-07"), 3, ministry],
    ],
  );
});
