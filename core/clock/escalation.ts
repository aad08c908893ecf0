import { addWorkingDays, type CalendarVersion, type WorkingWeek } from "./calendar.ts";
import { addDays, type CivilDate } from "./civil-date.ts";

/** The steps by which an open case is raised to the head and to whoever controls the body, in their order. */
export const escalationSteps = ["three-working-days", "one-working-day", "expired"] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/** How many working days before the due day the first two steps are taken. */
const firstStepWorkingDays = 3;
const secondStepWorkingDays = 1;

/** The latest due day for which each step is reached on a day: the later step has the earlier day. */
export type EscalationDays = Readonly<Record<EscalationStep, CivilDate>>;

/** Which open cases are to be raised on a day, by their due days. */
export function escalationDays(
  calendar: CalendarVersion,
  week: WorkingWeek,
  today: CivilDate,
): EscalationDays {
  return {
    "three-working-days": addWorkingDays(calendar, week, today, firstStepWorkingDays),
    "one-working-day": addWorkingDays(calendar, week, today, secondStepWorkingDays),
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
