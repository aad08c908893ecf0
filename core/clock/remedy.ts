import { type CalendarVersion, type WorkingWeek, workingDayFrom } from "./calendar.ts";
import { addMonths, type CivilDate } from "./civil-date.ts";
import { type RestReason, restReason } from "./explanation.ts";

/**
 * Within how many months of a decision each place can be gone to, unless the decision itself gives longer; `null`: no term
 * runs. To the body above it is the decision that says so, and these months hold where its words were erased. A
 * prosecutor's supervision of the law is bound by no term, an ombudsman takes complaints for a year; a body that leaves
 * them unsaid, or says less, does not shorten that. The demo country's law, to be confirmed by a lawyer.
 */
export const remedyMonths = { "higher-body": 3, prosecutor: null, ombudsman: 12 } as const;

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
 * Until when a decision may be taken to a higher place: the months that the decision itself states, by the calendar
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
