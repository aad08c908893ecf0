import type { CalendarVersion, WorkingWeek } from "./calendar.ts";

/** The working days of one calendar and week, laid out so that counting and adding take one look each. */
export interface WorkingDayTable {
  /** The day of the first entry of `countThrough`. */
  readonly firstDay: number;
  /** Working days from the table's first day through each day. */
  readonly countThrough: Int32Array;
  /** The working days themselves, ascending. */
  readonly workingDays: Int32Array;
}

/** From 1 January 1970 for 200 years: no appeal is older, no deadline further away. */
const daysInTable = 73_049;
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
  const worked = new Uint8Array(daysInTable);
  for (let day = 0; day < daysInTable; day += 1) worked[day] = week.includes(((day + 3) % 7) + 1) ? 1 : 0;
  // The order is the precedence: a decreed working day is the last word.
  for (const holiday of calendar.holidays) if (!holiday.withoutDayOff) mark(worked, holiday.date, 0);
  for (const day of calendar.daysOff) mark(worked, day, 0);
  for (const day of calendar.workingDays) mark(worked, day, 1);
  const countThrough = new Int32Array(daysInTable);
  const workingDays: number[] = [];
  for (let day = 0; day < daysInTable; day += 1) {
    if (worked[day] === 1) workingDays.push(day);
    countThrough[day] = workingDays.length;
  }
  return { firstDay: 0, countThrough, workingDays: Int32Array.from(workingDays) };
}

function mark(worked: Uint8Array, day: number, value: 0 | 1): void {
  if (day >= 0 && day < worked.length) worked[day] = value;
}
