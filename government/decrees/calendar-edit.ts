/**
 * One change of the working calendar, as a decree words it, and the calendar that comes of it. Calendars replace each
 * other whole (`core/clock/calendar.ts`); people announce single days.
 */
import type { CalendarVersion, Holiday } from "#core/clock/calendar.ts";
import { addDays, type CivilDate } from "#core/clock/civil-date.ts";
import type { Trilingual } from "#core/record/trilingual.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";

/** What a decree can say of days. */
export const calendarEdits = ["holiday", "outage", "transfer", "take-back"] as const;
export type CalendarEditKind = (typeof calendarEdits)[number];

/** Days are civil days of the country; spans take in both ends. */
export type CalendarEdit =
  /** Days off with a name that explanations show: a feast, or days on which the state could not be reached. */
  | {
      readonly edit: "holiday" | "outage";
      readonly from: CivilDate;
      readonly through: CivilDate;
      readonly name: Trilingual;
    }
  /** A day off that is worked on another day instead. */
  | { readonly edit: "transfer"; readonly off: CivilDate; readonly worked: CivilDate }
  /** Days become again what the week makes of them. */
  | { readonly edit: "take-back"; readonly from: CivilDate; readonly through: CivilDate };

export type CalendarEditProblem =
  | "ends-before-it-begins"
  | "too-many-days"
  | "too-far-ahead"
  | "already-past"
  | "changes-nothing";

/** Days in one decree: longer than any feast, short enough that nobody stops every clock by a slip of the pen. */
export const daysInDecreeMax = 31;
/** An outage may be declared afterwards: whoever is cut off cannot do it before. In calendar days. */
export const outageDaysBackMax = 60;
/** Calendars are announced for this year and the next. In calendar days. */
export const daysAheadMax = 731;

/** The calendar after a decree of today, with the next version number, or why the decree cannot be announced. */
export function editedCalendar(
  current: CalendarVersion,
  edit: CalendarEdit,
  today: CivilDate,
): Result<Omit<CalendarVersion, "announced">, CalendarEditProblem> {
  const problem = problemOf(edit, today);
  if (problem !== null) return refused(problem);
  const { announced: _, ...next } = { ...applied(current, edit), version: current.version + 1 };
  const listsOf = ({ holidays, workingDays, daysOff }: typeof next) =>
    JSON.stringify([holidays, workingDays, daysOff]);
  return listsOf(next) === listsOf(current) ? refused("changes-nothing") : ok(next);
}

function problemOf(edit: CalendarEdit, today: CivilDate): CalendarEditProblem | null {
  const days = daysOf(edit);
  const first = Math.min(...days);
  const last = Math.max(...days);
  if ("through" in edit && edit.through < edit.from) return "ends-before-it-begins";
  if (days.length > daysInDecreeMax) return "too-many-days";
  if (last > today + daysAheadMax) return "too-far-ahead";
  const earliest = edit.edit === "outage" ? today - outageDaysBackMax : today;
  return first < earliest ? "already-past" : null;
}

/** The days that a decree names; no more than one beyond the limit. */
export function daysOf(edit: CalendarEdit): readonly CivilDate[] {
  if (edit.edit === "transfer") return [edit.off, edit.worked];
  const length = Math.min(Math.max(edit.through - edit.from, 0), daysInDecreeMax) + 1;
  return Array.from({ length }, (_, at) => addDays(edit.from, at));
}

function applied(current: CalendarVersion, edit: CalendarEdit): CalendarVersion {
  const days = new Set(daysOf(edit));
  const cleared = {
    ...current,
    holidays: current.holidays.filter(({ date }) => !days.has(date)),
    workingDays: current.workingDays.filter((date) => !days.has(date)),
    daysOff: current.daysOff.filter((date) => !days.has(date)),
  };
  switch (edit.edit) {
    case "holiday":
    case "outage":
      return { ...cleared, holidays: sortedByDate([...cleared.holidays, ...named([...days], edit.name)]) };
    case "transfer":
      return {
        ...cleared,
        daysOff: [...cleared.daysOff, edit.off].sort(ascending),
        workingDays: [...cleared.workingDays, edit.worked].sort(ascending),
      };
    case "take-back":
      return cleared;
    default:
      return unreachable(edit);
  }
}

function named(days: readonly CivilDate[], name: Trilingual): readonly Holiday[] {
  return days.map((date) => ({ date, name }));
}

function sortedByDate(holidays: readonly Holiday[]): readonly Holiday[] {
  return [...holidays].sort((one, other) => one.date - other.date);
}

function ascending(one: number, other: number): number {
  return one - other;
}
