import { withBenefitOfDelay } from "./benefit-of-delay.ts";
import { countWorkingDays } from "./calendar.ts";
import { type CivilDate, civilDateAt, earlierOf, type Instant } from "./civil-date.ts";
import { type ClockParameters, weekOf } from "./clock-parameters.ts";
import type { ClockProblem, DeadlineState, DutyAct } from "./duty.ts";
import { beginDuty, stepDuty } from "./duty-step.ts";
import { type Explain, type ExplanationStep, unexplained } from "./explanation.ts";
import { hearingAnnounced } from "./hearing.ts";
import { deadlineAt, momentOf } from "./settle-duty.ts";

export type { ClockParameters } from "./clock-parameters.ts";
export type { ClockProblem, DeadlineState, DutyAct } from "./duty.ts";
export type { ExplanationStep } from "./explanation.ts";
export { deadlineAt, momentOf } from "./settle-duty.ts";

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
  explain: Explain = unexplained,
): AdvancedDeadline {
  const settled = state && deadlineAt(state, momentOf(act, parameters), parameters, explain);
  const derived = settled
    ? stepDuty(settled, act, parameters, explain)
    : { state: beginDuty(act, parameters, explain), problem: null };
  const generous = withBenefitOfDelay(state, derived.state, act, parameters);
  // Near a decree nobody can tell from leaves which of the dues that were lawful an act repeats.
  const isDoubtful = act.kind === "deadline-moved" || generous !== derived.state;
  const bound = isDoubtful ? generous.latest : generous.due;
  const problems = problemsOf(derived.problem, act.claimedDue, bound);
  const after = claimed(settled, generous, act, parameters, bound, explain);
  return { state: withHearing(after, state, act, parameters), lawful: bound, problems };
}

function withHearing(
  after: DeadlineState,
  before: DeadlineState | null,
  act: DutyAct,
  parameters: ClockParameters,
): DeadlineState {
  return before === null || act.kind !== "hearing-announced"
    ? after
    : { ...after, hearing: hearingAnnounced(before, act, parameters) };
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
