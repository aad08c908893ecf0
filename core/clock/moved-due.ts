import {
  addWorkingDays,
  type CalendarVersion,
  changedDays,
  countWorkingDays,
  isWorkingDay,
  subtractWorkingDays,
  type WorkingWeek,
  workingDayFrom,
} from "./calendar.ts";
import { addDays, type CivilDate, earlierOf, laterOf } from "./civil-date.ts";
import { endOfTerm, type RuleVersion, type Term } from "./rules.ts";

/** A decree as it meets one case. */
export interface CalendarChange {
  readonly from: CalendarVersion;
  readonly to: CalendarVersion;
  readonly week: WorkingWeek;
  /** Civil day of the announcement. */
  readonly announced: CivilDate;
  /** Day from which the term of the case has been counted. */
  readonly countedFrom: CivilDate;
}

/**
 * Where a due day goes when the calendar changes. A due before the announcement stays: lateness is not undone. Of an
 * open one the working days that remain under the old calendar are counted again under the new; when the decree also
 * touches days already gone (a declared outage, the day of the announcement itself), the count begins before the
 * first of them. It never falls before the announcement.
 */
export function dueMovedByCalendar(due: CivilDate, change: CalendarChange): CivilDate {
  const { from, to, week, announced, countedFrom } = change;
  if (due < announced || !isWorkingDay(from, week, due)) return due;
  const touched = changedDays(from, to, week).find((day) => day > countedFrom && day <= announced);
  const anchor = touched === undefined ? announced : addDays(touched, -1);
  const remaining = countWorkingDays(from, week, anchor, due);
  if (remaining === 0) return due;
  const moved = addWorkingDays(to, week, anchor, remaining);
  return moved < announced ? workingDayFrom(to, week, announced) : moved;
}

/**
 * Where a due day goes when new rules reach open cases: by as many working days as the answer term grew or shrank,
 * counted from registration. A shorter term leaves the body at least the time of a review from the day it holds.
 */
export function dueMovedByRules(
  due: CivilDate,
  terms: { readonly from: Term; readonly to: Term; readonly registered: CivilDate },
  change: {
    readonly rules: RuleVersion;
    readonly valid: CivilDate;
    readonly calendar: CalendarVersion;
    readonly week: WorkingWeek;
  },
): CivilDate {
  const { rules, valid, calendar, week } = change;
  if (due < valid) return due;
  const before = endOfTerm(terms.from, terms.registered, calendar, week);
  const after = endOfTerm(terms.to, terms.registered, calendar, week);
  const longer = countWorkingDays(calendar, week, before, after);
  if (longer > 0) return addWorkingDays(calendar, week, due, longer);
  const shorter = countWorkingDays(calendar, week, after, before);
  const least = endOfTerm(rules.disputeReview, valid, calendar, week);
  return earlierOf(due, laterOf(subtractWorkingDays(calendar, week, due, shorter), least));
}
