import { type CalculatorCountry, clockOf } from "#core/clock/calculator-country.ts";
import { countWorkingDays } from "#core/clock/calendar.ts";
import {
  addDays,
  type CivilDate,
  civilDate,
  parseCivilDate,
  startOfCivilDate,
} from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import { type ExplanationStep, explainDeadline } from "#core/clock/deadline.ts";
import type { FilingKind } from "#core/clock/rules.ts";

/** What somebody wants to know the deadline of. */
export interface Question {
  readonly kind: FilingKind;
  readonly body: number;
  readonly day: CivilDate;
  /** The day is that of a posting receipt. */
  readonly posted: boolean;
  readonly today: CivilDate;
}

export interface Reckoned {
  readonly due: CivilDate;
  readonly explanation: readonly ExplanationStep[];
  /** Working days since the due day; 0 while there is time. */
  readonly overdue: number;
  /** Working days that are left, the due day counted; 0 when it has passed. */
  readonly left: number;
}

/** The due day by core/clock, by all that the embedded calendar and rules know. `null` for a day that no clock can count. */
export function reckon(
  country: CalculatorCountry,
  { kind, body, day, posted, today }: Question,
): Reckoned | null {
  const parameters = clockOf(country);
  // The page knows no moment of entry: it counts as a body would that reads the calendar of today.
  const at = startOfCivilDate(addDays(today > day ? today : day, 1), country.timeZone) - 1;
  const { due, explanation } = explainDeadline(
    [{ kind, body, day, posted, at, claimedDue: null }],
    parameters,
    at,
  );
  if (due === null) return null;
  const between = (after: CivilDate, through: CivilDate) =>
    countWorkingDays(calendarAt(parameters, at), weekOf(parameters, body), after, through);
  return { due, explanation, overdue: between(due, today), left: between(addDays(today, -1), due) };
}

const dottedPattern = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*$/;

/** Reads "5.11.2026" or "2026-11-05"; `null` for no day. */
export function readTypedDay(text: string): CivilDate | null {
  const iso = parseCivilDate(text.trim());
  if (iso.ok) return iso.value;
  const found = dottedPattern.exec(text);
  if (found === null) return null;
  try {
    return civilDate(Number(found[3]), Number(found[2]), Number(found[1]));
  } catch {
    return null;
  }
}
