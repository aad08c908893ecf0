/** A small country for tests of the clock: two bodies, a calendar that can be decreed, days named by their text. */
import type { ActKind } from "../record/kinds.ts";
import { type CalendarVersion, type Holiday, readWorkingWeek } from "./calendar.ts";
import { type CivilDate, type Instant, parseCivilDate, startOfCivilDate } from "./civil-date.ts";
import type { ClockParameters } from "./clock-parameters.ts";
import type { DutyAct } from "./duty.ts";
import { defaultRules, type RuleVersion } from "./rules.ts";

export const testZone = "Asia/Ashgabat";
/** Works Monday to Friday. */
export const ministry = 7;
/** Works Monday to Saturday. */
export const townHall = 8;

const hourMs = 3_600_000;

/** The day that a text names. */
export function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date.ok) throw new Error(`not a day: ${text}`);
  return date.value;
}

/** Ten in the morning of a day. */
export function morningOf(date: CivilDate): Instant {
  return startOfCivilDate(date, testZone) + 10 * hourMs;
}

export function holiday(text: string): Holiday {
  return { date: day(text), name: { tk: "baýram", ru: "праздник", en: "holiday" } };
}

/** A calendar announced in the morning of a day. */
export function decree(
  version: number,
  announced: string,
  entries: {
    readonly holidays?: readonly string[];
    readonly workingDays?: readonly string[];
    readonly daysOff?: readonly string[];
  },
): CalendarVersion {
  return {
    version,
    announced: morningOf(day(announced)),
    holidays: (entries.holidays ?? []).map(holiday),
    workingDays: (entries.workingDays ?? []).map(day),
    daysOff: (entries.daysOff ?? []).map(day),
  };
}

export function testParameters(
  calendars: readonly CalendarVersion[] = [],
  rules: readonly RuleVersion[] = [defaultRules],
): ClockParameters {
  const week = (days: readonly number[]) => {
    const read = readWorkingWeek(days);
    if (read === undefined) throw new Error("not a week");
    return read;
  };
  return {
    timeZone: testZone,
    bodies: [
      { number: ministry, workingDays: week([1, 2, 3, 4, 5]) },
      { number: townHall, workingDays: week([1, 2, 3, 4, 5, 6]) },
    ],
    calendars,
    rules,
  };
}

/** An act done and entered in the morning of a day. */
export function act(
  kind: ActKind,
  on: string,
  more: { readonly body?: number; readonly due?: string } = {},
): DutyAct {
  const date = day(on);
  return {
    kind,
    body: more.body ?? ministry,
    day: date,
    at: morningOf(date),
    claimedDue: more.due === undefined ? null : day(more.due),
  };
}
