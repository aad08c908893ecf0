import { type CalendarVersion, isWorkingDay, type WorkingWeek } from "./calendar.ts";
import { type CivilDate, civilDateAt, earlierOf, laterOf, startOfCivilDate } from "./civil-date.ts";
import { type ClockParameters, calendarAt, changesBetween, rulesAt, weekOf } from "./clock-parameters.ts";
import type { AnnouncedHearing, DeadlineState, DutyAct } from "./duty.ts";
import { endOfTerm, hearingRule, type RuleVersion } from "./rules.ts";
import { deadlineAt } from "./settle-duty.ts";

/** What a hearing is announced under: the rules and the calendar of that moment, the week of the body. */
export interface HearingSurroundings {
  readonly rules: RuleVersion;
  readonly calendar: CalendarVersion;
  readonly week: WorkingWeek;
}

/** What speaks against the day of a hearing. */
export type HearingProblem =
  | { readonly finding: "hearing-too-soon"; readonly earliest: CivilDate }
  | { readonly finding: "hearing-on-day-off" }
  | { readonly finding: "hearing-after-due"; readonly due: CivilDate };

/**
 * The earliest day on which a hearing announced on a day may be held: whoever is to get less than they asked for sees
 * the preliminary decision and is heard before the act, and at least the time of the rules lies between.
 */
export function earliestHearing(
  { rules, calendar, week }: HearingSurroundings,
  announced: CivilDate,
): CivilDate {
  return endOfTerm(hearingRule(rules).notice, announced, calendar, week);
}

/** `null` when a hearing may be held on a day. After the due day it would only be a way of being late. */
export function hearingProblem(
  around: HearingSurroundings,
  hearing: { readonly announced: CivilDate; readonly on: CivilDate; readonly due: CivilDate },
): HearingProblem | null {
  const earliest = earliestHearing(around, hearing.announced);
  if (hearing.on < earliest) return { finding: "hearing-too-soon", earliest };
  if (hearing.on > hearing.due) return { finding: "hearing-after-due", due: hearing.due };
  return isWorkingDay(around.calendar, around.week, hearing.on) ? null : { finding: "hearing-on-day-off" };
}

/**
 * What an act `hearing-announced` binds the body to, for whoever cannot read on which day it is to be. Decrees of the
 * day itself are given the reading that favours the body: leaves do not show on which side of them the act was done.
 */
export function hearingAnnounced(
  before: DeadlineState,
  act: DutyAct,
  parameters: ClockParameters,
): AnnouncedHearing | null {
  const { timeZone } = parameters;
  const since = Math.min(act.at, startOfCivilDate(act.day, timeZone));
  const moments = [since, ...changesBetween(parameters, since, act.at).map(({ from }) => from)];
  let hearing: AnnouncedHearing | null = null;
  for (const at of moments) {
    const { due } = deadlineAt(before, { at, day: civilDateAt(at, timeZone) }, parameters);
    if (due === null) continue;
    const week = weekOf(parameters, before.holder);
    const around = { rules: rulesAt(parameters, at), calendar: calendarAt(parameters, at), week };
    const earliest = earliestHearing(around, act.day);
    hearing = {
      earliest: hearing === null ? earliest : earlierOf(hearing.earliest, earliest),
      due: hearing === null ? due : laterOf(hearing.due, due),
    };
  }
  return hearing;
}
