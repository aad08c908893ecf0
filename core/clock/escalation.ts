import { addWorkingDays, type CalendarVersion, type WorkingWeek } from "./calendar.ts";
import { addDays, type CivilDate } from "./civil-date.ts";
import { escalationRule, type RuleVersion } from "./rules.ts";

/** The steps by which an open case is raised to the head and to whoever controls the body, in their order. */
export const escalationSteps = ["first", "second", "expired"] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/** The latest due day for which each step is reached on a day: the later step has the earlier day. */
export type EscalationDays = Readonly<Record<EscalationStep, CivilDate>>;

/** Which open cases are to be raised on a day, by their due days and the rules in force on it. */
export function escalationDays(
  rules: RuleVersion,
  calendar: CalendarVersion,
  week: WorkingWeek,
  today: CivilDate,
): EscalationDays {
  const { firstWorkingDays, secondWorkingDays } = escalationRule(rules);
  return {
    first: addWorkingDays(calendar, week, today, firstWorkingDays),
    second: addWorkingDays(calendar, week, today, secondWorkingDays),
    expired: addDays(today, -1),
  };
}

/** The step that a case with this due day has reached; `null` for one that is not near yet. Due today is not overdue. */
export function escalationStepOf(due: CivilDate, days: EscalationDays): EscalationStep | null {
  return escalationSteps.findLast((step) => due <= days[step]) ?? null;
}

/** The number under which a step is kept, from 1. */
export function escalationStepNumber(step: EscalationStep): number {
  return escalationSteps.indexOf(step) + 1;
}

/** How many working days are left at most when a step is reached; `null` when none are. */
export function escalationStepDays(rules: RuleVersion, step: EscalationStep): number | null {
  const { firstWorkingDays, secondWorkingDays } = escalationRule(rules);
  return { first: firstWorkingDays, second: secondWorkingDays, expired: null }[step];
}
