import { changedDays, countWorkingDays } from "./calendar.ts";
import { type CivilDate, civilDateAt, earlierOf, type Instant, laterOf } from "./civil-date.ts";
import {
  type ClockChange,
  type ClockParameters,
  calendarAt,
  changesBetween,
  rulesAt,
  weekOf,
} from "./clock-parameters.ts";
import type { ClockProblem, DeadlineState, DutyAct } from "./duty.ts";
import { beginDuty, stepDuty } from "./duty-step.ts";
import type { Explain, ExplanationStep } from "./explanation.ts";
import { dueMovedByCalendar, dueMovedByRules } from "./moved-due.ts";
import { filingRuleOf } from "./rules.ts";

export type { ClockParameters } from "./clock-parameters.ts";
export type { ClockProblem, DeadlineState, DutyAct } from "./duty.ts";
export type { ExplanationStep } from "./explanation.ts";

/** A case after an act, and what the clock holds against the act. */
export interface AdvancedDeadline {
  readonly state: DeadlineState;
  /** The latest due that the law allows after the act; `null` when nothing is owed. */
  readonly lawful: CivilDate | null;
  readonly problems: readonly ClockProblem[];
}

/** A due day and how it came about. */
export interface ExplainedDue {
  readonly due: CivilDate | null;
  readonly explanation: readonly ExplanationStep[];
}

const silent: Explain = () => {};
const noProblems: readonly ClockProblem[] = [];

/**
 * The clock after one more act (record decision 1). `state` is `null` before the first. The due that stands is the
 * earlier of what the act claims and what the law allows; a later claim is reported and not believed. Whether the
 * act may follow at all is the question of core/acts, not of the clock.
 */
export function advanceDeadline(
  state: DeadlineState | null,
  act: DutyAct,
  parameters: ClockParameters,
  explain: Explain = silent,
): AdvancedDeadline {
  const settled = state && deadlineAt(state, momentOf(act, parameters), parameters, explain);
  const derived = settled
    ? stepDuty(settled, act, parameters, explain)
    : { state: beginDuty(act, parameters, explain), problem: null };
  const generous = withBenefitOfDelay(state, derived.state, act, parameters);
  const bound = act.kind === "deadline-moved" ? generous.latest : generous.due;
  const problems = problemsOf(derived.problem, act.claimedDue, bound);
  return { state: claimed(settled, generous, act, parameters, bound, explain), lawful: bound, problems };
}

/** The moment of entry. Its day may be later than the act's own, and is the one by which a pause has lapsed or not. */
export function momentOf(
  act: DutyAct,
  parameters: ClockParameters,
): { readonly at: Instant; readonly day: CivilDate } {
  return { at: act.at, day: civilDateAt(act.at, parameters.timeZone) };
}

function problemsOf(
  problem: ClockProblem | null,
  claimedDue: CivilDate | null,
  lawful: CivilDate | null,
): readonly ClockProblem[] {
  const disputed =
    claimedDue !== null && (lawful === null || claimedDue > lawful)
      ? ({ finding: "due-disputed", claimed: claimedDue, lawful } as const)
      : null;
  if (!problem && !disputed) return noProblems;
  return [...(problem ? [problem] : []), ...(disputed ? [disputed] : [])];
}

/**
 * A reader of leaves does not know whether an act was entered just before or just after a decree: the later of both
 * dues is the one that cannot be disputed.
 */
function withBenefitOfDelay(
  before: DeadlineState | null,
  derived: DeadlineState,
  act: DutyAct,
  parameters: ClockParameters,
): DeadlineState {
  const earliest = act.atEarliest;
  if (earliest === undefined || derived.due === null || derived.latest === null) return derived;
  const sameClock =
    calendarAt(parameters, earliest) === calendarAt(parameters, act.at) &&
    rulesAt(parameters, earliest) === rulesAt(parameters, act.at);
  if (sameClock) return derived;
  const asEntered = { ...act, at: earliest };
  const other = before
    ? stepDuty(deadlineAt(before, momentOf(asEntered, parameters), parameters), asEntered, parameters).state
    : beginDuty(asEntered, parameters);
  if (other.due === null || other.latest === null) return derived;
  return {
    ...derived,
    due: laterOf(other.due, derived.due),
    latest: laterOf(other.latest, derived.latest),
  };
}

/** The state with the due that stands once the claim has been weighed. */
function claimed(
  before: DeadlineState | null,
  state: DeadlineState,
  act: DutyAct,
  parameters: ClockParameters,
  bound: CivilDate | null,
  explain: Explain,
): DeadlineState {
  const { claimedDue } = act;
  const isExtension = act.kind === "extended" && state.extensionsUsed !== before?.extensionsUsed;
  const due = claimedDue === null || bound === null ? state.due : earlierOf(claimedDue, bound);
  if (isExtension && before?.closed === null && due !== null && bound !== null) {
    const { limit } = state.rules.extension;
    explain({ step: "extended", day: act.day, from: before.due ?? due, due, latest: bound, limit });
  } else if (due !== null && state.latest !== null && due < state.latest && due !== state.due) {
    explain({ step: "promised-earlier", latest: state.latest, due });
  }
  if (due === state.due) return state;
  return { ...state, due, pauseWorkingDaysUsed: pauseDaysClaimed(before, state, due, parameters) };
}

/** A body that promised to pause for less than it might has used less of what it may. */
function pauseDaysClaimed(
  before: DeadlineState | null,
  state: DeadlineState,
  due: CivilDate | null,
  parameters: ClockParameters,
): number {
  const paused = state.pause ?? before?.pause ?? null;
  if (!paused || due === null) return state.pauseWorkingDaysUsed;
  const week = weekOf(parameters, state.holder);
  return paused.workingDaysUsedBefore + countWorkingDays(state.calendar, week, paused.dueBefore, due);
}

/**
 * The clock as it stands at a moment without a further act: decrees announced by then are applied, and a pause that
 * nobody ended has lapsed.
 */
export function deadlineAt(
  state: DeadlineState,
  moment: { readonly at: Instant; readonly day: CivilDate },
  parameters: ClockParameters,
  explain: Explain = silent,
): DeadlineState {
  let settled = state;
  for (const change of changesBetween(parameters, state.knownThrough, moment.at)) {
    settled = changed(lapsed(settled, change.day, explain), change, parameters, explain);
  }
  settled = lapsed(settled, moment.day, explain);
  return settled.knownThrough >= moment.at || settled === state
    ? settled
    : { ...settled, knownThrough: moment.at };
}

function lapsed(state: DeadlineState, day: CivilDate, explain: Explain): DeadlineState {
  if (!state.pause || day <= state.pause.until || state.due === null) return state;
  explain({ step: "pause-lapsed", until: state.pause.until, due: state.due });
  return { ...state, pause: null };
}

function changed(
  state: DeadlineState,
  change: ClockChange,
  parameters: ClockParameters,
  explain: Explain,
): DeadlineState {
  const week = weekOf(parameters, state.holder);
  if (change.change === "rules") return changedByRules(state, change, week, explain);
  const { countedFrom, calendar: from } = state;
  const to = change.calendar;
  const move = (due: CivilDate) =>
    dueMovedByCalendar(due, { from, to, week, announced: change.day, countedFrom });
  const moved = moveDues(state, move);
  if (state.due !== null && moved.due !== null && moved.due !== state.due) {
    const last = laterOf(moved.due, state.due);
    const days = changedDays(from, to, week).filter((day) => day > countedFrom && day <= last);
    const { version } = to;
    explain({
      step: "moved-by-calendar",
      version,
      announced: change.day,
      from: state.due,
      to: moved.due,
      days,
    });
  }
  return { ...moved, calendar: to, knownThrough: change.from };
}

function changedByRules(
  state: DeadlineState,
  change: ClockChange & { readonly change: "rules" },
  week: readonly number[],
  explain: Explain,
): DeadlineState {
  const { rules, day: valid } = change;
  if (!rules.movesOpenCases) return { ...state, knownThrough: change.from };
  const terms = {
    from: filingRuleOf(state.rules, state.kind).answer,
    to: filingRuleOf(rules, state.kind).answer,
    registered: state.registered,
  };
  const { calendar } = state;
  const moved = moveDues(state, (due) => dueMovedByRules(due, terms, { rules, valid, calendar, week }));
  if (state.due !== null && moved.due !== null && moved.due !== state.due) {
    explain({ step: "moved-by-rules", version: rules.version, valid, from: state.due, to: moved.due });
  }
  return { ...moved, rules, knownThrough: change.from };
}

/** Every day that may yet be a due moves, also those kept for a dispute or for the end of a pause. */
function moveDues(state: DeadlineState, move: (due: CivilDate) => CivilDate): DeadlineState {
  const { due, latest, pause, closed } = state;
  return {
    ...state,
    due: due === null ? null : move(due),
    latest: latest === null ? null : move(latest),
    pause: pause && {
      ...pause,
      until: move(pause.until),
      dueBefore: move(pause.dueBefore),
      latestBefore: move(pause.latestBefore),
    },
    closed: closed && { ...closed, due: move(closed.due), latest: move(closed.latest) },
  };
}

/** The clock of a case after all its acts, in the order of entry; `null` for none. */
export function foldDeadline(acts: readonly DutyAct[], parameters: ClockParameters): DeadlineState | null {
  let state: DeadlineState | null = null;
  for (const act of acts) state = advanceDeadline(state, act, parameters).state;
  return state;
}

/** The due of a case and how it came about, as it stands at a moment: what the clock band says in words. */
export function explainDeadline(
  acts: readonly DutyAct[],
  parameters: ClockParameters,
  at: Instant,
): ExplainedDue {
  const explanation: ExplanationStep[] = [];
  const explain: Explain = (step) => explanation.push(step);
  let state: DeadlineState | null = null;
  for (const act of acts) state = advanceDeadline(state, act, parameters, explain).state;
  const day = civilDateAt(at, parameters.timeZone);
  const now = state && deadlineAt(state, { at, day }, parameters, explain);
  return { due: now?.due ?? null, explanation };
}

/**
 * The latest due that the law allows after an act would follow on a state, whatever the act claims, and how it comes
 * about from there. The auditor compares a leaf's due with it.
 */
export function latestLawfulDue(
  state: DeadlineState | null,
  act: DutyAct,
  parameters: ClockParameters,
): ExplainedDue {
  const explanation: ExplanationStep[] = [];
  const unclaimed = { ...act, claimedDue: null };
  const { lawful } = advanceDeadline(state, unclaimed, parameters, (step) => explanation.push(step));
  return { due: lawful, explanation };
}

/**
 * The due that the portal writes with an act: what the law allows or, when an extension names an earlier day, that
 * one. `forwarded` carries none, since the body that forwards owes nothing more; its `received` carries the due.
 */
export function dueToWrite(
  state: DeadlineState | null,
  act: DutyAct,
  parameters: ClockParameters,
): CivilDate | null {
  return act.kind === "forwarded" ? null : advanceDeadline(state, act, parameters).state.due;
}
