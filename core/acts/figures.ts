import { type CivilDate, yearMonthDayOf } from "../clock/civil-date.ts";

/** The figures of a body. Every name is defined in docs/statistics.md section 4. */
export interface BodyFigures {
  readonly filed: number;
  readonly receivedByForwarding: number;
  readonly received: number;
  readonly forwarded: number;
  readonly forwardedAgain: number;
  readonly extended: number;
  readonly clarificationsAsked: number;
  readonly disputed: number;
  readonly answered: number;
  readonly refused: number;
  readonly inTime: number;
  readonly explained: number;
  readonly terminated: number;
  readonly merged: number;
  readonly withdrawn: number;
  readonly otherwiseInTime: number;
  readonly late: number;
  readonly openOverdue: number;
  readonly judged: number;
  readonly headlinePermille: number | null;
  readonly open: number;
  readonly oldestOverdueWorkingDays: number | null;
  readonly oldestOverdueCalendarDays: number | null;
  readonly holdingsEnded: number;
  readonly daysHeldMedian: number | null;
  readonly daysHeldPercentile90: number | null;
  /** Twelve months, oldest first, ending with the month of DATE. */
  readonly months: readonly MonthRow[];
}

/** One month of the strip. */
export interface MonthRow {
  /** As "2026-11". */
  readonly month: string;
  readonly inTime: number;
  readonly late: number;
  readonly openOverdue: number;
}

const countedFigures = [
  "filed",
  "receivedByForwarding",
  "forwarded",
  "forwardedAgain",
  "extended",
  "clarificationsAsked",
  "disputed",
  "answered",
  "refused",
  "inTime",
  "explained",
  "terminated",
  "merged",
  "withdrawn",
  "otherwiseInTime",
  "late",
  "openOverdue",
  "open",
] as const satisfies readonly (keyof BodyFigures)[];

/** The figures that are plain counts of cases, acts or holdings; the others follow from them. */
export type CountedFigure = (typeof countedFigures)[number];

/** What is being added up for one body. */
export interface Tally {
  readonly counts: Record<CountedFigure, number>;
  readonly daysHeld: number[];
  /** Working and calendar days of each overdue case. */
  readonly oldestOverdue: (readonly [number, number])[];
  readonly months: Map<string, { inTime: number; late: number; openOverdue: number }>;
}

/** Nothing counted yet. */
export function newTally(): Tally {
  const counts = Object.fromEntries(countedFigures.map((figure) => [figure, 0]));
  return {
    counts: counts as Record<CountedFigure, number>,
    daysHeld: [],
    oldestOverdue: [],
    months: new Map(),
  };
}

/** The figures that a tally comes to, with the strip of the twelve months up to `asOf`. */
export function figuresOf(tally: Tally, asOf: CivilDate): BodyFigures {
  const { counts, oldestOverdue } = tally;
  const judged = counts.inTime + counts.otherwiseInTime + counts.late + counts.openOverdue;
  const daysHeld = tally.daysHeld.sort((left, right) => left - right);
  return {
    ...counts,
    received: counts.filed + counts.receivedByForwarding,
    judged,
    headlinePermille: permilleHalvesUp(counts.inTime, judged),
    oldestOverdueWorkingDays: greatest(oldestOverdue.map(([workingDays]) => workingDays)),
    oldestOverdueCalendarDays: greatest(oldestOverdue.map(([, calendarDays]) => calendarDays)),
    holdingsEnded: daysHeld.length,
    daysHeldMedian: discretePercentile(daysHeld, 50),
    daysHeldPercentile90: discretePercentile(daysHeld, 90),
    months: monthsUntil(asOf).map((month) => ({
      month,
      ...(tally.months.get(month) ?? { inTime: 0, late: 0, openOverdue: 0 }),
    })),
  };
}

/** Whole per mille, halves up, in whole numbers; `null` of nothing. */
export function permilleHalvesUp(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((2000 * part + whole) / (2 * whole));
}

/** The smallest of the ascending values at or below which at least `percent` of them lie (SQL's percentile_disc). */
export function discretePercentile(ascending: readonly number[], percent: number): number | null {
  return ascending[Math.ceil((percent * ascending.length) / 100) - 1] ?? null;
}

function greatest(values: readonly number[]): number | null {
  return values.reduce<number | null>((most, value) => (most === null || value > most ? value : most), null);
}

const monthsShown = 12;

/** The months of the strip, oldest first, as "2026-11". */
export function monthsUntil(asOf: CivilDate): string[] {
  const { year, month } = yearMonthDayOf(asOf);
  return Array.from({ length: monthsShown }, (_, at) => {
    const monthsFromZero = year * 12 + month - monthsShown + at;
    return `${Math.floor(monthsFromZero / 12)}-${String((monthsFromZero % 12) + 1).padStart(2, "0")}`;
  });
}
