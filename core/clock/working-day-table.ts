import type { CalendarVersion, WorkingWeek } from "./calendar.ts";

/**
 * The working days of one calendar and week: the week's even rhythm, and the few days on which the calendar breaks
 * it. Counting takes a search among those few; no day is too far away.
 */
export interface WorkingDayTable {
  /** Working days of the week from Monday through each weekday. */
  readonly throughWeekday: readonly number[];
  /** Days since the week's Monday of each of its working days. */
  readonly offsets: readonly number[];
  /** Days on which calendar and week differ, ascending. */
  readonly exceptions: readonly number[];
  /** By how many days the calendar is ahead of the week before each exception, and after the last. */
  readonly ahead: readonly number[];
}

/** A state has few different weeks; a hostile list of parameters may claim more, and then tables are made again. */
const weeksKeptMax = 16;
const tables = new WeakMap<CalendarVersion, Map<string, WorkingDayTable>>();
const keyOfWeek = new WeakMap<WorkingWeek, string>();

/** The table of a calendar and a week: made at the first question, kept as long as the calendar. */
export function tableOf(calendar: CalendarVersion, week: WorkingWeek): WorkingDayTable {
  let byWeek = tables.get(calendar);
  if (!byWeek) {
    byWeek = new Map();
    tables.set(calendar, byWeek);
  }
  let key = keyOfWeek.get(week);
  if (key === undefined) {
    key = week.join("");
    keyOfWeek.set(week, key);
  }
  let table = byWeek.get(key);
  if (!table) {
    table = makeTable(calendar, week);
    if (byWeek.size >= weeksKeptMax) byWeek.clear();
    byWeek.set(key, table);
  }
  return table;
}

function makeTable(calendar: CalendarVersion, week: WorkingWeek): WorkingDayTable {
  const worked = new Map<number, boolean>();
  // The order is the precedence: a decreed working day is the last word.
  for (const holiday of calendar.holidays) if (!holiday.withoutDayOff) worked.set(holiday.date, false);
  for (const day of calendar.daysOff) worked.set(day, false);
  for (const day of calendar.workingDays) worked.set(day, true);
  const exceptions: number[] = [];
  const ahead = [0];
  for (const [day, isWorked] of [...worked].sort(([left], [right]) => left - right)) {
    if (week.includes(daysSinceMonday(day) + 1) === isWorked) continue;
    exceptions.push(day);
    ahead.push((ahead.at(-1) ?? 0) + (isWorked ? 1 : -1));
  }
  const throughWeekday = [1, 2, 3, 4, 5, 6, 7].map((weekday) => week.filter((one) => one <= weekday).length);
  return { throughWeekday, offsets: week.map((weekday) => weekday - 1), exceptions, ahead };
}

// Monday 29 December 1969 is day -3.
function weeksSinceFirstMonday(day: number): number {
  return Math.floor((day + 3) / 7);
}

function daysSinceMonday(day: number): number {
  return day + 3 - weeksSinceFirstMonday(day) * 7;
}

function aheadThrough({ exceptions, ahead }: WorkingDayTable, day: number): number {
  let from = 0;
  let to = exceptions.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((exceptions[middle] ?? 0) <= day) from = middle + 1;
    else to = middle;
  }
  return ahead[from] ?? 0;
}

/** Working days through a day, counted from an arbitrary day in the past: only differences mean something. */
export function countThrough(table: WorkingDayTable, day: number): number {
  const ofWeek =
    weeksSinceFirstMonday(day) * table.offsets.length + (table.throughWeekday[daysSinceMonday(day)] ?? 0);
  return ofWeek + aheadThrough(table, day);
}

/** The first day through which so many working days have been counted: the working day of that number. */
export function dayOfCount(table: WorkingDayTable, count: number): number {
  let day = dayOfWeekCount(table, count);
  day = dayOfWeekCount(table, count - aheadThrough(table, day));
  // Near right already: what is left are exceptions between the two guesses.
  while (countThrough(table, day) < count) day += 1;
  while (countThrough(table, day - 1) >= count) day -= 1;
  return day;
}

function dayOfWeekCount({ offsets }: WorkingDayTable, count: number): number {
  const weeks = Math.floor((count - 1) / offsets.length);
  return weeks * 7 - 3 + (offsets[count - 1 - weeks * offsets.length] ?? 0);
}
