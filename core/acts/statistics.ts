import { type CalendarVersion, countWorkingDays } from "../clock/calendar.ts";
import {
  addDays,
  type CivilDate,
  civilDateAt,
  civilDateText,
  type Instant,
  startOfCivilDate,
} from "../clock/civil-date.ts";
import { calendarAt, weekOf } from "../clock/clock-parameters.ts";
import { type ClockParameters, deadlineAt } from "../clock/deadline.ts";
import type { ActKind } from "../record/kinds.ts";
import {
  type BookedAct,
  type BookedCase,
  type CaseLeaf,
  holderOn,
  openCaseBook,
  standingClosing,
} from "./case-book.ts";
import { type BodyFigures, type CountedFigure, figuresOf, newTally, type Tally } from "./figures.ts";

export type { BodyFigures, MonthRow } from "./figures.ts";

/** The day up to whose end is counted, and the first day of the period. */
export interface StatisticsSpan {
  readonly asOf: CivilDate;
  /** `null`: since the beginning of the record. */
  readonly from?: CivilDate | null;
}

/** A leaf and the moment of the earliest cosignature over it; `null` for one that no witness has signed yet. */
export interface WitnessedLeaf {
  readonly leaf: CaseLeaf;
  readonly witnessedAt: Instant | null;
}

/** An open case whose due day is past: docs/statistics.md section 6. */
export interface OverdueCase {
  readonly caseTag: Uint8Array;
  readonly filing: BookedAct;
  /** The body that held the case on the due day. */
  readonly charged: number;
  readonly holder: number;
  readonly due: CivilDate;
  readonly workingDaysOverdue: number;
  readonly calendarDaysOverdue: number;
  /** Whether there was an answer that the applicant did not accept. */
  readonly disputed: boolean;
  /** Position of the filing leaf in the log. */
  readonly position: number;
}

interface View {
  readonly parameters: ClockParameters;
  readonly asOf: CivilDate;
  readonly from: CivilDate | null;
  /** The last instant of DATE. */
  readonly end: Instant;
  /** The calendar last announced by then. */
  readonly calendar: CalendarVersion;
}

/** One case counted once under one name, for one body; `day` places it in a month and in the period. */
interface Count {
  readonly figure: CountedFigure;
  readonly body: number;
  readonly day: CivilDate | null;
}

/**
 * The figures of every body as of a day, from leaves and first-cosignature times alone (record decision 3). Leaves
 * come in the order of the log; those first witnessed after the day, or not at all, do not exist yet.
 */
export function foldStatistics(
  input: StatisticsSpan & {
    readonly leaves: Iterable<WitnessedLeaf>;
    readonly parameters: ClockParameters;
  },
): Map<number, BodyFigures> {
  const { parameters } = input;
  const book = openCaseBook(parameters);
  for (const { leaf, witnessedAt } of input.leaves) {
    if (witnessedAt === null || civilDateAt(witnessedAt, parameters.timeZone) > input.asOf) break;
    book.enter(leaf, witnessedAt);
  }
  return figuresByBody(book.cases(), parameters, input);
}

/** The figures of every body in the parameters, and of any other that stands in a leaf. */
export function figuresByBody(
  cases: Iterable<BookedCase>,
  parameters: ClockParameters,
  span: StatisticsSpan,
): Map<number, BodyFigures> {
  const tallies = new Map<number, Tally>(parameters.bodies.map(({ number }) => [number, newTally()]));
  tallyCases(cases, viewOf(parameters, span), (body) => {
    const known = tallies.get(body);
    if (known) return known;
    const made = newTally();
    tallies.set(body, made);
    return made;
  });
  return new Map([...tallies].map(([body, tally]) => [body, figuresOf(tally, span.asOf)]));
}

/** The figures of all bodies together: docs/statistics.md section 7. */
export function figuresOfAll(
  cases: Iterable<BookedCase>,
  parameters: ClockParameters,
  span: StatisticsSpan,
): BodyFigures {
  const tally = newTally();
  tallyCases(cases, viewOf(parameters, span), () => tally);
  return figuresOf(tally, span.asOf);
}

function viewOf(parameters: ClockParameters, span: StatisticsSpan): View {
  const end = startOfCivilDate(addDays(span.asOf, 1), parameters.timeZone) - 1;
  const calendar = calendarAt(parameters, end);
  return { parameters, asOf: span.asOf, from: span.from ?? null, end, calendar };
}

function tallyCases(cases: Iterable<BookedCase>, view: View, tallyOf: (body: number) => Tally): void {
  for (const booked of cases) {
    for (const count of countsOf(booked, view)) addCount(tallyOf(count.body), count, view);
    for (const { body, from, to } of booked.holdings) {
      if (to === null || (view.from !== null && to < view.from)) continue;
      tallyOf(body).daysHeld.push(countWorkingDays(view.calendar, weekOf(view.parameters, body), from, to));
    }
    const overdue = overdueCase(booked, view);
    if (overdue && (view.from === null || overdue.due >= view.from)) {
      const tally = tallyOf(overdue.charged);
      tally.oldestOverdue.push([overdue.workingDaysOverdue, overdue.calendarDaysOverdue]);
    }
  }
}

function addCount(tally: Tally, { figure, day }: Count, view: View): void {
  if (day !== null && (figure === "inTime" || figure === "late" || figure === "openOverdue")) {
    const month = civilDateText(day).slice(0, 7);
    const row = tally.months.get(month) ?? { inTime: 0, late: 0, openOverdue: 0 };
    row[figure] += 1;
    tally.months.set(month, row);
  }
  if (day !== null && view.from !== null && day < view.from) return;
  tally.counts[figure] += 1;
}

const figureOfAct: Readonly<Partial<Record<ActKind, CountedFigure>>> = {
  received: "receivedByForwarding",
  forwarded: "forwarded",
  extended: "extended",
  "clarification-asked": "clarificationsAsked",
  disputed: "disputed",
};

function countsOf(booked: BookedCase, view: View): Count[] {
  const counts: Count[] = [];
  const { filing } = booked;
  if (filing.kind !== "received") {
    counts.push({ figure: "filed", body: filing.body, day: filing.entered });
  }
  let wasForwarded = false;
  for (const { kind, body, entered } of booked.acts) {
    const figure = figureOfAct[kind];
    if (figure) counts.push({ figure, body, day: entered });
    if (kind !== "forwarded") continue;
    if (wasForwarded) counts.push({ figure: "forwardedAgain", body, day: entered });
    wasForwarded = true;
  }
  return [...counts, ...(standingClosing(booked) ? closingCounts(booked) : openCounts(booked, view))];
}

function closingCounts(booked: BookedCase): Count[] {
  const closing = standingClosing(booked);
  if (!closing) return [];
  const { kind, body, witnessed: day, dueBefore } = closing;
  const isAnswer = kind === "answered" || kind === "refused";
  const counts: Count[] = isAnswer ? [{ figure: "answered", body, day }] : [];
  if (kind !== "answered") counts.push({ figure: kind, body, day });
  if (day > dueBefore) {
    counts.push({ figure: "late", body: holderOn(booked, dueBefore), day });
  } else if (isAnswer) {
    counts.push({ figure: "inTime", body, day });
  } else if (kind === "explained" || kind === "terminated") {
    counts.push({ figure: "otherwiseInTime", body, day });
  }
  return counts;
}

function openCounts(booked: BookedCase, view: View): Count[] {
  const counts: Count[] = [{ figure: "open", body: booked.state.deadline.holder, day: null }];
  const overdue = overdueCase(booked, view);
  if (overdue) counts.push({ figure: "openOverdue", body: overdue.charged, day: overdue.due });
  return counts;
}

function overdueCase(booked: BookedCase, view: View): OverdueCase | null {
  if (standingClosing(booked)) return null;
  const { parameters, asOf, end, calendar } = view;
  const { due, holder } = deadlineAt(booked.state.deadline, { at: end, day: asOf }, parameters);
  // On the due day itself there is still time.
  if (due === null || due >= asOf) return null;
  const charged = holderOn(booked, due);
  return {
    caseTag: booked.caseTag,
    filing: booked.filing,
    charged,
    holder,
    due,
    workingDaysOverdue: countWorkingDays(calendar, weekOf(parameters, charged), due, asOf),
    calendarDaysOverdue: asOf - due,
    disputed: booked.closings.at(-1)?.undone === true && booked.closings.at(-1)?.kind !== "withdrawn",
    position: booked.position,
  };
}

/** Every open case whose due day is past, the longest waiting first: docs/statistics.md section 6. */
export function overdueList(
  cases: Iterable<BookedCase>,
  parameters: ClockParameters,
  asOf: CivilDate,
): OverdueCase[] {
  const view = viewOf(parameters, { asOf });
  const overdue: OverdueCase[] = [];
  for (const booked of cases) {
    const one = overdueCase(booked, view);
    if (one) overdue.push(one);
  }
  return overdue.sort((left, right) => left.due - right.due || left.position - right.position);
}
