import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addWorkingDays,
  type CalendarVersion,
  calendarVersionJson,
  changedDays,
  countWorkingDays,
  emptyCalendar,
  fiveDayWeek,
  isWorkingDay,
  natureOfDay,
  readCalendarVersion,
  readWorkingWeek,
  subtractWorkingDays,
  type WorkingWeek,
  workingDayFrom,
  workingDayUntil,
} from "./calendar.ts";
import { addDays, type CivilDate, civilDateOfDays, civilDateText } from "./civil-date.ts";
import { day, decree, holiday } from "./test-clock.ts";

const base = day("2026-10-01");
const nearDay = fc.integer({ min: 0, max: 90 }).map((days) => addDays(base, days));
const dayList = fc
  .uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 12 })
  .map((days) => days.sort((left, right) => left - right).map((one) => addDays(base, one)));
const calendars: fc.Arbitrary<CalendarVersion> = fc.record(
  {
    version: fc.integer({ min: 1, max: 50 }),
    announced: fc.integer({ min: 0, max: 2_000_000_000_000 }),
    holidays: fc.tuple(dayList, fc.boolean()).map(([days, worked]) =>
      days.map((date, at) => ({
        date,
        name: { tk: `gün ${at}`, ru: `день ${at}`, en: `day ${at}` },
        ...(worked && at % 2 === 0 ? { withoutDayOff: true as const } : {}),
      })),
    ),
    workingDays: dayList,
    daysOff: dayList,
  },
  { noNullPrototype: true },
);
const weeks: fc.Arbitrary<WorkingWeek> = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
  .map((days) => days.sort((left, right) => left - right));

/** The definition itself, a day at a time. */
function isWorkedByDefinition(calendar: CalendarVersion, week: WorkingWeek, date: CivilDate): boolean {
  const nature = natureOfDay(calendar, week, date);
  return nature === "working" || nature === "transferred-working";
}

test("the tables agree with the definition, a day at a time", () => {
  fc.assert(
    fc.property(calendars, weeks, nearDay, nearDay, (calendar, week, after, through) => {
      let counted = 0;
      for (let date = addDays(after, 1); date <= through; date = addDays(date, 1)) {
        const worked = isWorkedByDefinition(calendar, week, date);
        assert.equal(isWorkingDay(calendar, week, date), worked, civilDateText(date));
        if (worked) counted += 1;
      }
      assert.equal(countWorkingDays(calendar, week, after, through), counted);
    }),
    { numRuns: 60 },
  );
});

test("adding working days ends on a working day and is undone by counting and by subtracting", () => {
  fc.assert(
    fc.property(
      calendars,
      weeks,
      nearDay,
      fc.integer({ min: 1, max: 40 }),
      (calendar, week, after, count) => {
        const end = addWorkingDays(calendar, week, after, count);
        assert.ok(isWorkingDay(calendar, week, end));
        assert.equal(countWorkingDays(calendar, week, after, end), count);
        const back = subtractWorkingDays(calendar, week, end, count);
        assert.ok(back <= after);
        assert.equal(countWorkingDays(calendar, week, back, end), count);
      },
    ),
    { numRuns: 60 },
  );
});

test("rolling stays on a working day, and goes to the nearest one on its side", () => {
  fc.assert(
    fc.property(calendars, weeks, nearDay, (calendar, week, date) => {
      const next = workingDayFrom(calendar, week, date);
      const last = workingDayUntil(calendar, week, date);
      assert.ok(isWorkingDay(calendar, week, next) && isWorkingDay(calendar, week, last));
      assert.ok(last <= date && date <= next);
      assert.equal(last === next, isWorkingDay(calendar, week, date));
    }),
    { numRuns: 60 },
  );
});

test("a decree is the last word: working day, then holiday and day off, then the week", () => {
  const sunday = day("2026-11-15");
  const monday = day("2026-11-16");
  const both = decree(1, "2026-11-01", {
    holidays: ["2026-11-16"],
    workingDays: ["2026-11-15", "2026-11-16"],
  });
  assert.equal(natureOfDay(both, fiveDayWeek, sunday), "transferred-working");
  assert.equal(natureOfDay(both, fiveDayWeek, monday), "working");
  const off = decree(1, "2026-11-01", { holidays: ["2026-11-16"], daysOff: ["2026-11-17"] });
  assert.deepEqual(natureOfDay(off, fiveDayWeek, monday), holiday("2026-11-16"));
  assert.equal(natureOfDay(off, fiveDayWeek, day("2026-11-17")), "day-off");
  assert.equal(natureOfDay(off, fiveDayWeek, sunday), "weekend");
});

test("a holiday may be declared without a day off", () => {
  const worked = { ...emptyCalendar, holidays: [{ ...holiday("2026-12-12"), withoutDayOff: true as const }] };
  assert.equal(isWorkingDay(worked, [1, 2, 3, 4, 5, 6], day("2026-12-12")), true);
  assert.equal(isWorkingDay(worked, fiveDayWeek, day("2026-12-12")), false);
});

test("changed days are exactly those that two calendars treat differently", () => {
  fc.assert(
    fc.property(calendars, calendars, weeks, (from, to, week) => {
      const changed = new Set(changedDays(from, to, week));
      for (let date = base; date < base + 100; date = addDays(date, 1)) {
        const differs = isWorkedByDefinition(from, week, date) !== isWorkedByDefinition(to, week, date);
        assert.equal(changed.has(date), differs);
      }
    }),
    { numRuns: 40 },
  );
});

test("a calendar and its JSON are one to one", () => {
  fc.assert(
    fc.property(calendars, (calendar) => {
      const text = JSON.stringify(calendarVersionJson(calendar));
      assert.deepEqual(readCalendarVersion(JSON.parse(text)), calendar);
    }),
    { numRuns: 60 },
  );
});

test("a calendar with anything missing, added, doubled or out of order is refused", () => {
  const good = calendarVersionJson(decree(1, "2026-11-01", { holidays: ["2026-11-16", "2026-11-17"] }));
  const name = { tk: "a", ru: "b", en: "c" };
  assert.notEqual(readCalendarVersion(good), undefined);
  const bad: unknown[] = [
    null,
    [],
    "calendar",
    {},
    { ...good, note: "x" },
    { ...good, version: 0 },
    { ...good, version: 1.5 },
    { ...good, announced: -1 },
    { ...good, announced: "2026-11-01" },
    { ...good, holidays: [...good.holidays].reverse() },
    { ...good, holidays: [good.holidays[0], good.holidays[0]] },
    { ...good, holidays: [{ date: "2026-11-16", name: { tk: "a", ru: "b" } }] },
    { ...good, holidays: [{ date: "2026-11-31", name }] },
    { ...good, holidays: [{ date: "2026-11-16", name, withoutDayOff: false }] },
    { ...good, holidays: [{ date: "2026-11-16", name, extra: 1 }] },
    { ...good, workingDays: [20_000] },
    { ...good, daysOff: ["2026-11-18", "2026-11-18"] },
    { ...good, daysOff: Array.from({ length: 4_001 }, (_, at) => civilDateText(civilDateOfDays(at))) },
  ];
  for (const json of bad)
    assert.equal(readCalendarVersion(json), undefined, JSON.stringify(json)?.slice(0, 80));
});

test("a week has days, each once, in order", () => {
  assert.deepEqual(readWorkingWeek([1, 2, 3, 4, 5]), [1, 2, 3, 4, 5]);
  for (const json of [[], [0], [8], [2, 1], [1, 1], [1.5], "12345", null]) {
    assert.equal(readWorkingWeek(json), undefined, JSON.stringify(json));
  }
});

test("impossible questions throw", () => {
  assert.throws(() => addWorkingDays(emptyCalendar, fiveDayWeek, base, -1), RangeError);
  assert.throws(() => addWorkingDays(emptyCalendar, fiveDayWeek, base, 0.5), RangeError);
  assert.equal(addWorkingDays(emptyCalendar, [3], base, 52_000), addDays(day("2026-09-30"), 7 * 52_000));
  assert.equal(addWorkingDays(emptyCalendar, fiveDayWeek, base, 0), base);
  assert.equal(subtractWorkingDays(emptyCalendar, fiveDayWeek, base, 0), base);
});
