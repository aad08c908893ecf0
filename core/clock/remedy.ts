import { type CalendarVersion, type WorkingWeek, workingDayFrom } from "./calendar.ts";
import { addMonths, type CivilDate } from "./civil-date.ts";
import { type RestReason, restReason } from "./explanation.ts";

/** The last day of a remedy, and how it came about. */
export interface RemedyTerm {
  /** The day of the decision, from the day after which the months are counted. */
  readonly from: CivilDate;
  readonly months: number;
  /** The same day of the month so many months on, or the last one where a month has no such day. */
  readonly ends: CivilDate;
  /** `ends`, or the next working day when it falls on a day that is not worked. */
  readonly until: CivilDate;
  /** Why it was moved; `null` when it was not. */
  readonly rest: RestReason | null;
}

/**
 * Until when a decision may be taken to a higher place: so many months after it, by the calendar
 * and the working week of the body that decided. To be confirmed by a lawyer, as the rules are.
 */
export function remedyTerm(
  decidedOn: CivilDate,
  withinMonths: number,
  calendar: CalendarVersion,
  week: WorkingWeek,
): RemedyTerm {
  const ends = addMonths(decidedOn, withinMonths);
  const until = workingDayFrom(calendar, week, ends);
  return {
    from: decidedOn,
    months: withinMonths,
    ends,
    until,
    rest: until === ends ? null : restReason(calendar, week, ends),
  };
}
