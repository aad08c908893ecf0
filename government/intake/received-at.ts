import { addDays, civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { readDay } from "#platform/form/read-day.ts";

/**
 * How long after it was handed in a paper is entered with its own day without a further word, in calendar days. Longer
 * than any term of the demo's rules, so that a body gains nothing by waiting: a paper that old is overdue whatever day it
 * bears. The bound is against slips of the pen, such as last year's number: beyond it the operator says once more that
 * the day is right. No paper is given a false day.
 */
export const lateEntryDaysMax = 60;
/** Older than any paper that lies about in an office: here the year is wrong. In calendar days. */
const confirmedDaysMax = 3_653;

export type ReceivedProblem = "day-malformed" | "hour-malformed" | "in-the-future" | "too-long-ago";

const hourMs = 3_600_000;
const minuteMs = 60_000;

/**
 * The instant at which a paper was handed in, from the day and the hour on its stub, by the country's clock. A day beyond
 * `lateEntryDaysMax` needs `isOldSure`. Days are
 * read as "2026-11-25" and as "25.11.2026", hours as "9:05".
 */
export function receivedAt(
  typed: { readonly day: string; readonly hour: string; readonly isOldSure?: boolean },
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Result<number, ReceivedProblem> {
  const written = readDay(typed.day);
  if (!written.ok) return refused("day-malformed");
  const day = written.value;
  const hour = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.hour.trim());
  if (hour === null) return refused("hour-malformed");
  const at = startOfCivilDate(day, timeZone) + Number(hour[1]) * hourMs + Number(hour[2]) * minuteMs;
  // On a day on which clocks change the hour may be off by one: never over the end of its day.
  const instant = Math.min(at, startOfCivilDate(addDays(day, 1), timeZone) - minuteMs);
  if (instant > now) return refused("in-the-future");
  const today = civilDateAt(now, timeZone);
  if (day < addDays(today, -confirmedDaysMax)) return refused("day-malformed");
  const isOld = day < addDays(today, -lateEntryDaysMax);
  return isOld && typed.isOldSure !== true ? refused("too-long-ago") : ok(instant);
}
