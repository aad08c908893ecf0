import { addWorkingDays, type CalendarVersion, isWorkingDay, type WorkingWeek } from "./calendar.ts";
import type { CivilDate } from "./civil-date.ts";

/**
 * Whoever is to get less than they asked for sees the preliminary decision and is heard before the act: at least so
 * many working days lie between the notice and the hearing (after Kazakhstan's code, art. 73; to be confirmed by a
 * lawyer).
 */
const hearingNoticeWorkingDays = 3;

/** What speaks against the day of a hearing. */
export type HearingProblem =
  | { readonly finding: "hearing-too-soon"; readonly earliest: CivilDate }
  | { readonly finding: "hearing-on-day-off" }
  | { readonly finding: "hearing-after-due"; readonly due: CivilDate };

/** The earliest day on which a hearing announced on a day may be held. */
export function earliestHearing(
  calendar: CalendarVersion,
  week: WorkingWeek,
  announced: CivilDate,
): CivilDate {
  return addWorkingDays(calendar, week, announced, hearingNoticeWorkingDays);
}

/** `null` when a hearing may be held on a day. After the due day it would only be a way of being late. */
export function hearingProblem(
  calendar: CalendarVersion,
  week: WorkingWeek,
  hearing: { readonly announced: CivilDate; readonly on: CivilDate; readonly due: CivilDate },
): HearingProblem | null {
  const earliest = earliestHearing(calendar, week, hearing.announced);
  if (hearing.on < earliest) return { finding: "hearing-too-soon", earliest };
  if (hearing.on > hearing.due) return { finding: "hearing-after-due", due: hearing.due };
  return isWorkingDay(calendar, week, hearing.on) ? null : { finding: "hearing-on-day-off" };
}
