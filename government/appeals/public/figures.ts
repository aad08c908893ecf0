import type { CountedFigure } from "#core/acts/figures.ts";
import type { BodyFigures } from "#core/acts/statistics.ts";
import { countWorkingDays, type WorkingWeek } from "#core/clock/calendar.ts";
import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateAt,
  civilDateOfDays,
  yearMonthDayOf,
} from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import {
  type FigureRow,
  type FigureSpan,
  type OverdueRow,
  readDaysHeld,
  readFigureRows,
  readFirstDay,
  readOverdue,
  type WorkingDays,
} from "./figures-store.ts";

/**
 * The portal's figures of bodies: the same names as the auditor's (docs/statistics.md section 4), counted without a line
 * of the auditor's code. Only the shape is shared, so that neither can know a figure that the other does not.
 */
export type AppealFigures = BodyFigures;

export interface CountryFigures {
  readonly asOf: CivilDate;
  /** The first day of the period; `null`: since the beginning of the record. */
  readonly from: CivilDate | null;
  readonly all: AppealFigures;
  /** By body number; every registered body is there. */
  readonly bodies: ReadonlyMap<number, AppealFigures>;
  /** All of them, whatever the period. */
  readonly overdue: readonly OverdueRow[];
}

/** Which cases are counted: all, or those of the twelve months of the strip. */
export type FigurePeriod = "all" | "year";

/** Body 0 of `readDaysHeld` is all bodies. */
const allBodies = 0;
const monthsShown = 12;

/** Counts everything as of today's civil day. */
export async function readFigures(
  sql: Sql | Transaction,
  parameters: Parameters,
  log: string,
  now: number,
  period: FigurePeriod = "all",
): Promise<CountryFigures> {
  const { timeZone } = parameters;
  const asOf = civilDateAt(now, timeZone);
  const from = period === "all" ? null : firstDayOfStrip(asOf);
  const span: FigureSpan = { log, timeZone, asOf, from };
  const workingDays = workingDaysOf(parameters, now, {
    first: civilDateOfDays((await readFirstDay(sql, span)) ?? asOf),
    last: asOf,
  });
  const [rows, daysHeld, overdue] = await Promise.all([
    readFigureRows(sql, span),
    readDaysHeld(sql, span, workingDays),
    readOverdue(sql, span, workingDays),
  ]);
  const held = new Map(daysHeld.map((each) => [each.body, each]));
  const figuresOf = (body: number | null): AppealFigures =>
    assemble(
      rows.filter((row) => body === null || row.body === body),
      held.get(body ?? allBodies),
      overdue.filter(
        ({ charged, due }) => (body === null || charged === body) && (from === null || due >= from),
      ),
      asOf,
    );
  const bodies = new Map(parameters.bodies.map(({ number }) => [number, figuresOf(number)]));
  return { asOf, from, all: figuresOf(null), bodies, overdue };
}

function assemble(
  rows: readonly FigureRow[],
  held: { readonly ended: number; readonly median: number; readonly percentile90: number } | undefined,
  overdue: readonly OverdueRow[],
  asOf: CivilDate,
): AppealFigures {
  const count = (figure: string): number =>
    rows.reduce((sum, row) => (row.figure === figure ? sum + row.inPeriod : sum), 0);
  const countIn = (month: string, figure: string): number =>
    rows.reduce((sum, row) => (row.figure === figure && row.month === month ? sum + row.count : sum), 0);
  const counts = {
    filed: count("filed"),
    receivedByForwarding: count("received"),
    forwarded: count("forwarded"),
    forwardedAgain: count("forwarded-again"),
    extended: count("extended"),
    clarificationsAsked: count("clarification-asked"),
    disputed: count("disputed"),
    answered: count("answered"),
    refused: count("refused"),
    inTime: count("in-time"),
    explained: count("explained"),
    terminated: count("terminated"),
    merged: count("merged"),
    withdrawn: count("withdrawn"),
    otherwiseInTime: count("otherwise-in-time"),
    late: count("late"),
    openOverdue: count("open-overdue"),
    open: count("open"),
  } satisfies Record<CountedFigure, number>;
  const judged = counts.inTime + counts.otherwiseInTime + counts.late + counts.openOverdue;
  return {
    ...counts,
    received: counts.filed + counts.receivedByForwarding,
    judged,
    headlinePermille: judged === 0 ? null : Math.floor((2000 * counts.inTime + judged) / (2 * judged)),
    oldestOverdueWorkingDays: most(overdue.map((each) => each.workingDays)),
    oldestOverdueCalendarDays: most(overdue.map((each) => asOf - each.due)),
    holdingsEnded: held?.ended ?? 0,
    daysHeldMedian: held?.median ?? null,
    daysHeldPercentile90: held?.percentile90 ?? null,
    months: monthsUntil(asOf).map((month) => ({
      month,
      inTime: countIn(month, "in-time"),
      late: countIn(month, "late"),
      openOverdue: countIn(month, "open-overdue"),
    })),
  };
}

function most(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}

function monthsUntil(asOf: CivilDate): readonly string[] {
  const { year, month } = yearMonthDayOf(asOf);
  return Array.from({ length: monthsShown }, (_, at) => {
    const months = year * 12 + month - monthsShown + at;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  });
}

function firstDayOfStrip(asOf: CivilDate): CivilDate {
  const { year, month } = yearMonthDayOf(asOf);
  const months = year * 12 + month - monthsShown;
  return civilDate(Math.floor(months / 12), (months % 12) + 1, 1);
}

/** The working days of a span, by the calendar last announced, once for each week that some body has. */
function workingDaysOf(
  parameters: Parameters,
  now: number,
  { first, last }: { readonly first: CivilDate; readonly last: CivilDate },
): WorkingDays {
  const calendar = calendarAt(parameters, now);
  const before = addDays(first, -1);
  const weekOfName = new Map<string, WorkingWeek>();
  const weeks = parameters.bodies.map(({ number: body }) => {
    const week = weekOf(parameters, body);
    const name = week.join("");
    weekOfName.set(name, week);
    return { body, week: name };
  });
  const counts = [...weekOfName].flatMap(([name, week]) =>
    Array.from({ length: last - first + 1 }, (_, at) => {
      const day = civilDateOfDays(first + at);
      return { week: name, day, through: countWorkingDays(calendar, week, before, day) };
    }),
  );
  return { counts, weeks };
}
