import { readTrilingual, type Trilingual } from "../record/trilingual.ts";
import { exactly, integer, list, made, object, type Reader } from "../strict-json.ts";
import {
  addDays,
  type CivilDate,
  civilDateOfDays,
  civilDateText,
  type Instant,
  readCivilDate,
  weekdayOf,
} from "./civil-date.ts";
import { countThrough, dayOfCount, tableOf } from "./working-day-table.ts";

/** A named day. It is a day off unless the decree declared it without one. */
export interface Holiday {
  readonly date: CivilDate;
  readonly name: Trilingual;
  /** Present on a day that is celebrated but worked. */
  readonly withoutDayOff?: true;
}

/**
 * The working calendar of the state as one public act made it. Versions replace each other whole. On one and the
 * same day `workingDays` wins over holidays and days off, and those win over the body's week.
 */
export interface CalendarVersion {
  /** Counts from 1; 0 is the calendar without entries that holds before the first act. */
  readonly version: number;
  /** When the act that made it was entered in the record: the calendar is not known before. */
  readonly announced: Instant;
  readonly holidays: readonly Holiday[];
  /** Days of rest that a decree made working, usually Sundays. */
  readonly workingDays: readonly CivilDate[];
  /** Other days off, such as those moved here from elsewhere. Days of an outage may stand here or, named, above. */
  readonly daysOff: readonly CivilDate[];
}

/** The weekdays on which a body works: 1 = Monday to 7 = Sunday, ascending, at least one. */
export type WorkingWeek = readonly number[];

/** Monday to Friday. */
export const fiveDayWeek: WorkingWeek = [1, 2, 3, 4, 5];

/** What holds before the first calendar is announced: every week is like the next. */
export const emptyCalendar: CalendarVersion = {
  version: 0,
  announced: 0,
  holidays: [],
  workingDays: [],
  daysOff: [],
};

/** What a day is for a body. */
export type DayNature = "working" | "transferred-working" | "weekend" | "day-off" | Holiday;

/** What the calendar and a body's week make of a day: why it counts, or why it does not. */
export function natureOfDay(calendar: CalendarVersion, week: WorkingWeek, date: CivilDate): DayNature {
  const inWeek = week.includes(weekdayOf(date));
  if (calendar.workingDays.includes(date)) return inWeek ? "working" : "transferred-working";
  const holiday = calendar.holidays.find((one) => one.date === date && !one.withoutDayOff);
  if (holiday) return holiday;
  if (calendar.daysOff.includes(date)) return "day-off";
  return inWeek ? "working" : "weekend";
}

/** Whether a body with this week works on a day. */
export function isWorkingDay(calendar: CalendarVersion, week: WorkingWeek, date: CivilDate): boolean {
  return (
    countThrough(tableOf(calendar, week), date) > countThrough(tableOf(calendar, week), addDays(date, -1))
  );
}

/**
 * The `count`-th working day after a day, the day itself not counted. With `count` 0 the day itself, working or not.
 * Throws a RangeError for a count that is negative or no whole number.
 */
export function addWorkingDays(
  calendar: CalendarVersion,
  week: WorkingWeek,
  after: CivilDate,
  count: number,
): CivilDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  if (count === 0) return after;
  const table = tableOf(calendar, week);
  return civilDateOfDays(dayOfCount(table, countThrough(table, after) + count));
}

/** How many working days lie after `after`, through `through`; 0 when `through` is not later. */
export function countWorkingDays(
  calendar: CalendarVersion,
  week: WorkingWeek,
  after: CivilDate,
  through: CivilDate,
): number {
  const table = tableOf(calendar, week);
  return Math.max(0, countThrough(table, through) - countThrough(table, after));
}

/** The `count`-th working day before a day, the day itself not counted. With `count` 0 the day itself. */
export function subtractWorkingDays(
  calendar: CalendarVersion,
  week: WorkingWeek,
  before: CivilDate,
  count: number,
): CivilDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  if (count === 0) return before;
  const table = tableOf(calendar, week);
  return civilDateOfDays(dayOfCount(table, countThrough(table, addDays(before, -1)) - count + 1));
}

/** The day itself when it is worked, else the next working day. */
export function workingDayFrom(calendar: CalendarVersion, week: WorkingWeek, date: CivilDate): CivilDate {
  return addWorkingDays(calendar, week, addDays(date, -1), 1);
}

/** The day itself when it is worked, else the last working day before it. */
export function workingDayUntil(calendar: CalendarVersion, week: WorkingWeek, date: CivilDate): CivilDate {
  const table = tableOf(calendar, week);
  return civilDateOfDays(dayOfCount(table, countThrough(table, date)));
}

const entriesMax = 4_000;
const versionMax = 1_000_000;
const instantMax = 8_640_000_000_000_000;

const readHoliday: Reader<Holiday> = object(
  { date: readCivilDate, name: readTrilingual },
  { withoutDayOff: exactly(true) },
);

const ascending = "days in ascending order, each once";
const readDays = made(list(readCivilDate, 0, entriesMax), ascending, (days) =>
  isAscending(days) ? days : undefined,
);
const readHolidays = made(list(readHoliday, 0, entriesMax), ascending, (holidays) =>
  isAscending(holidays.map((holiday) => holiday.date)) ? holidays : undefined,
);

const calendarFields = {
  version: integer(1, versionMax),
  holidays: readHolidays,
  workingDays: readDays,
  daysOff: readDays,
};

/** Reads a calendar that is still to be announced. */
export const readCalendarToAnnounce: Reader<Omit<CalendarVersion, "announced">> = object(calendarFields);

/**
 * Reads a calendar out of a public act. Days must stand in ascending order, each once in its list, so that one
 * calendar has one text.
 */
export const readCalendarVersion: Reader<CalendarVersion> = object({
  ...calendarFields,
  announced: integer(0, instantMax),
});

function isAscending(days: readonly number[]): boolean {
  return days.every((day, at) => at === 0 || day > (days[at - 1] ?? day));
}

/** A calendar as published JSON; days as "2026-12-04". `readCalendarVersion` reads it back. */
export function calendarVersionJson(calendar: CalendarVersion) {
  return {
    version: calendar.version,
    announced: calendar.announced,
    holidays: calendar.holidays.map(({ date, name, withoutDayOff }) => ({
      date: civilDateText(date),
      name: { tk: name.tk, ru: name.ru, en: name.en },
      ...(withoutDayOff ? { withoutDayOff } : {}),
    })),
    workingDays: calendar.workingDays.map(civilDateText),
    daysOff: calendar.daysOff.map(civilDateText),
  };
}

/** Reads a working week: weekdays 1–7 ascending, at least one. */
export const readWorkingWeek: Reader<WorkingWeek> = made(
  list(integer(1, 7), 1, 7),
  "weekdays from 1 (Monday) to 7 in ascending order",
  (week) => (isAscending(week) ? week : undefined),
);

/**
 * The days that two calendars treat differently for a week, ascending: what a decree changed. An auditor asks for
 * every open case, so the answer is kept.
 */
export function changedDays(
  from: CalendarVersion,
  to: CalendarVersion,
  week: WorkingWeek,
): readonly CivilDate[] {
  const key = week.join("");
  const byWeek = rememberedChanges.get(to) ?? new Map<string, Changes>();
  rememberedChanges.set(to, byWeek);
  const known = byWeek.get(key);
  if (known?.from === from) return known.days;
  const named = [from, to].flatMap((calendar) => [
    ...calendar.holidays.map((holiday) => holiday.date),
    ...calendar.workingDays,
    ...calendar.daysOff,
  ]);
  const days = [...new Set(named)]
    .filter((date) => isWorkingDay(from, week, date) !== isWorkingDay(to, week, date))
    .sort((left, right) => left - right);
  byWeek.set(key, { from, days });
  return days;
}

interface Changes {
  readonly from: CalendarVersion;
  readonly days: readonly CivilDate[];
}

const rememberedChanges = new WeakMap<CalendarVersion, Map<string, Changes>>();
