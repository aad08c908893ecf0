import { countWorkingDays } from "#core/clock/calendar.ts";
import { type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";

/** What a list of a desk needs to say how near a day is. */
export interface DeskDays {
  readonly today: CivilDate;
  readonly timeZone: string;
  /** Working days of a body after one day through another. */
  readonly workingDays: (body: BodyNumber, after: CivilDate, through: CivilDate) => number;
}

/** The days as they stand at a moment. */
export function deskDays(parameters: Parameters, now: Instant): DeskDays {
  const calendar = calendarAt(parameters, now);
  return {
    today: civilDateAt(now, parameters.timeZone),
    timeZone: parameters.timeZone,
    workingDays: (body, after, through) =>
      countWorkingDays(calendar, weekOf(parameters, body), after, through),
  };
}
