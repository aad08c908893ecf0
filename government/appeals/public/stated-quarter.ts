/**
 * The periods of what the state states: calendar quarters, each shown when it is over. Two of them share no act, so that
 * no difference of two publications tells of the few acts by which they differ.
 */
import { addDays, type CivilDate, civilDate, yearMonthDayOf } from "#core/clock/civil-date.ts";

export interface Quarter {
  /** As "2026-q3". */
  readonly name: string;
  readonly from: CivilDate;
  /** Its last day. */
  readonly until: CivilDate;
}

const monthsInQuarter = 3;
const quartersInYear = 4;

/** The quarters that are over on a day, the newest first, so many of them. */
export function closedQuarters(today: CivilDate, count: number): readonly Quarter[] {
  const running = quarterOf(today);
  return Array.from({ length: count }, (_, at) => quarterNumbered(running - 1 - at));
}

/** The quarters that are over on a day, the newest first, back to the one in which `first` lies. */
export function closedQuartersSince(today: CivilDate, first: CivilDate): readonly Quarter[] {
  const count = Math.max(0, quarterOf(today) - quarterOf(first));
  return closedQuarters(today, count);
}

function quarterOf(day: CivilDate): number {
  const { year, month } = yearMonthDayOf(day);
  return year * quartersInYear + Math.floor((month - 1) / monthsInQuarter);
}

/** Reads a quarter that is over; `null` for any other text. */
export function parseClosedQuarter(text: string, today: CivilDate): Quarter | null {
  const [, year, number] = /^([0-9]{4})-q([1-4])$/.exec(text) ?? [];
  if (year === undefined || number === undefined || Number(year) === 0) return null;
  const quarter = quarterNumbered(Number(year) * quartersInYear + Number(number) - 1);
  return quarter.until < today ? quarter : null;
}

function quarterNumbered(at: number): Quarter {
  const year = Math.floor(at / quartersInYear);
  const number = at % quartersInYear;
  return {
    name: `${String(year).padStart(4, "0")}-q${number + 1}`,
    from: firstDayOf(at),
    until: addDays(firstDayOf(at + 1), -1),
  };
}

function firstDayOf(at: number): CivilDate {
  return civilDate(Math.floor(at / quartersInYear), (at % quartersInYear) * monthsInQuarter + 1, 1);
}
