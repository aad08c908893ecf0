import type { ActKind } from "../record/kinds.ts";
import {
  addWorkingDays,
  type CalendarVersion,
  countWorkingDays,
  type WorkingWeek,
  workingDayFrom,
} from "./calendar.ts";
import { type CivilDate, civilDateAt, earlierOf, laterOf } from "./civil-date.ts";
import { type ClockParameters, calendarAt, rulesAt, weekOf } from "./clock-parameters.ts";
import type { ClockProblem, ClosedDuty, DeadlineState, DutyAct } from "./duty.ts";
import { type Explain, explainDays, restReason, unexplained } from "./explanation.ts";
import { endOfTerm, type FilingKind, filingRuleOf, isFilingKind, type RuleVersion } from "./rules.ts";
import { withdrawalRevocableUntil } from "./withdrawal.ts";

/** A case after one act, with the due that the law gives it at most, before anybody's claim is looked at. */
export interface DutyStep {
  readonly state: DeadlineState;
  readonly problem: ClockProblem | null;
}

/** A case whose duty runs: something is owed by a day. */
type Running = DeadlineState & { readonly due: CivilDate; readonly latest: CivilDate };

/** The first act of a case: registration, and the term that it starts. */
export function beginDuty(
  act: DutyAct,
  parameters: ClockParameters,
  explain: Explain = unexplained,
): DeadlineState {
  const week = weekOf(parameters, act.body);
  const calendar = calendarAt(parameters, act.at);
  const rules = rulesAt(parameters, act.at);
  const filed = deliveredOn(act, rules, calendar, week);
  // Filed on a day off counts as registered on the next working day, and the term from the day after that.
  const registered = workingDayFrom(calendar, week, filed);
  const kind: FilingKind | "received" = isFilingKind(act.kind) ? act.kind : "received";
  const { answer, law } = filingRuleOf(rules, kind);
  const due = endOfTerm(answer, registered, calendar, week);
  // A paper that was entered late has its own day for the term; but nobody could forward it, nor could a decree meet
  // it, before it was entered.
  const entered = workingDayFrom(calendar, week, civilDateAt(act.at, parameters.timeZone));
  const heldFrom = laterOf(registered, entered);
  if (explain !== unexplained) {
    const rest = registered === filed ? null : restReason(calendar, week, filed);
    if (act.posted === true && rules.postalDelivery !== undefined) {
      explain({ step: "posted", day: act.day, term: rules.postalDelivery, delivered: filed });
    }
    explain({ step: "started", kind, body: act.body, filed, registered, rest });
    explain({ step: "term", term: answer, from: registered, due, law });
    explainTerm(
      registered,
      due,
      answer.unit === "working-days"
        ? null
        : endOfTerm({ ...answer, roll: "none" }, registered, calendar, week),
    );
  }
  return {
    kind,
    rules,
    calendar,
    knownThrough: act.at,
    registered,
    holder: act.body,
    heldFrom,
    countedFrom: heldFrom,
    countedFromEarliest: countedFromEarliest(act, heldFrom, parameters),
    due,
    latest: due,
    pause: null,
    pausesUsed: 0,
    pauseWorkingDaysUsed: 0,
    extensionsUsed: 0,
    closed: null,
    hearing: null,
  };

  function explainTerm(from: CivilDate, to: CivilDate, unrolled: CivilDate | null): void {
    if (unrolled === null) explainDays(calendar, week, from, to, explain);
    else if (unrolled !== to)
      explain({ step: "rolled", from: unrolled, to, rest: restReason(calendar, week, unrolled) });
  }
}

/** The day on which a filing counts as handed to the body: a letter travels for as long as the rules say. */
function deliveredOn(
  act: DutyAct,
  rules: RuleVersion,
  calendar: CalendarVersion,
  week: WorkingWeek,
): CivilDate {
  if (act.posted !== true || rules.postalDelivery === undefined) return act.day;
  return endOfTerm(rules.postalDelivery, act.day, calendar, week);
}

/** For a reader who cannot know the true day, a decree on the day of entry may have met a term that ran already. */
function countedFromEarliest(act: DutyAct, registered: CivilDate, parameters: ClockParameters): CivilDate {
  return act.atEarliest === undefined
    ? registered
    : earlierOf(registered, civilDateAt(act.atEarliest, parameters.timeZone));
}

/** A later act of a case, to whose day and calendar the state has already been brought. */
export function stepDuty(
  state: DeadlineState,
  act: DutyAct,
  parameters: ClockParameters,
  explain: Explain = unexplained,
): DutyStep {
  const week = weekOf(parameters, state.holder);
  if (act.kind === "disputed" || act.kind === "withdrawal-revoked") {
    return state.closed ? reopen(state, state.closed, act, week, explain) : { state, problem: null };
  }
  if (state.due === null || state.latest === null) return { state, problem: null };
  const running: Running = { ...state, due: state.due, latest: state.latest };
  const move = moves[act.kind];
  // Every kind without a move of its own leaves the duty as it is: it repeats body and due.
  return move ? move(running, act, { week, parameters, explain }) : { state, problem: null };
}

interface Around {
  readonly week: WorkingWeek;
  readonly parameters: ClockParameters;
  readonly explain: Explain;
}

type Move = (state: Running, act: DutyAct, around: Around) => DutyStep;

const moves: Readonly<Partial<Record<ActKind, Move>>> = {
  forwarded: forward,
  received: receive,
  "clarification-asked": pause,
  "clarification-given": resume,
  extended: extend,
  answered: decide,
  explained: decide,
  refused: decide,
  withdrawn: close,
  merged: decide,
  terminated: decide,
};

function forward(state: Running, act: DutyAct, { week, explain }: Around): DutyStep {
  explain({ step: "forwarded", day: act.day, body: act.body, due: state.due });
  const until = endOfTerm(state.rules.forwardWithin, state.heldFrom, state.calendar, week);
  if (act.day <= until) return { state, problem: null };
  return { state, problem: { finding: "late-forward", until, day: act.day } };
}

function receive(state: Running, act: DutyAct, { parameters, explain }: Around): DutyStep {
  explain({
    step: "forwarded-kept",
    day: act.day,
    fromBody: state.holder,
    toBody: act.body,
    due: state.due,
  });
  const heldFrom = workingDayFrom(state.calendar, weekOf(parameters, act.body), act.day);
  // Whoever got the case from another body is not bound by the other's hearing.
  return { state: { ...state, holder: act.body, heldFrom, hearing: null }, problem: null };
}

function pause(state: Running, act: DutyAct, { week, explain }: Around): DutyStep {
  const { workingDaysMax, pausesMax } = state.rules.pause;
  const left = workingDaysMax - state.pauseWorkingDaysUsed;
  if (left <= 0 || state.pausesUsed >= pausesMax) {
    return { state, problem: { finding: "pause-exhausted", workingDaysMax, pausesMax } };
  }
  // A pause that began after the due day would make an overdue case look as if nothing were owed yet.
  if (act.day > state.due) return { state, problem: { finding: "late-pause", due: state.due, day: act.day } };
  const { calendar } = state;
  const until = addWorkingDays(calendar, week, act.day, left);
  const due = addWorkingDays(calendar, week, state.due, left);
  const latest = addWorkingDays(calendar, week, state.latest, left);
  explain({ step: "paused", day: act.day, workingDaysMax: left, until, due });
  return {
    state: {
      ...state,
      due,
      latest,
      pause: {
        since: act.day,
        until,
        dueBefore: state.due,
        latestBefore: state.latest,
        workingDaysUsedBefore: state.pauseWorkingDaysUsed,
      },
      pausesUsed: state.pausesUsed + 1,
      pauseWorkingDaysUsed: state.pauseWorkingDaysUsed + left,
    },
    problem: null,
  };
}

function resume(state: Running, act: DutyAct, { week, explain }: Around): DutyStep {
  // A reply after the pause has lapsed changes nothing: its days have been given in full.
  if (!state.pause) return { state, problem: null };
  const { since, dueBefore, latestBefore, workingDaysUsedBefore } = state.pause;
  const { calendar } = state;
  const given = countWorkingDays(calendar, week, dueBefore, state.due);
  const used = Math.min(given, countWorkingDays(calendar, week, since, act.day));
  const due = addWorkingDays(calendar, week, dueBefore, used);
  const latest = addWorkingDays(calendar, week, latestBefore, used);
  explain({ step: "resumed", day: act.day, workingDaysUsed: used, due });
  const pauseWorkingDaysUsed = workingDaysUsedBefore + used;
  return { state: { ...state, due, latest, pause: null, pauseWorkingDaysUsed }, problem: null };
}

function extend(state: Running, act: DutyAct, { week }: Around): DutyStep {
  const { limit, timesMax } = state.rules.extension;
  if (state.extensionsUsed >= timesMax) {
    return { state, problem: { finding: "extensions-exhausted", timesMax } };
  }
  if (act.day > state.due) {
    return { state, problem: { finding: "late-extension", due: state.due, day: act.day } };
  }
  const latest = endOfTerm(limit, state.due, state.calendar, week);
  return {
    state: { ...state, due: latest, latest, extensionsUsed: state.extensionsUsed + 1 },
    problem: null,
  };
}

/** A closing by the body: whoever was promised to be heard is heard first. */
function decide(state: Running, act: DutyAct, around: Around): DutyStep {
  const { hearing } = state;
  const { state: closed } = close(state, act, around);
  // A due that fell since may lie before the day of the hearing, and nobody is made late by one.
  const binds = hearing !== null && act.day < hearing.earliest && state.due >= hearing.due;
  if (!binds) return { state: closed, problem: null };
  return {
    state: closed,
    problem: { finding: "closed-before-hearing", earliest: hearing.earliest, day: act.day },
  };
}

function close(state: Running, act: DutyAct, { explain }: Around): DutyStep {
  explain({ step: "closed", kind: act.kind, day: act.day, dueBefore: state.due });
  const closed = { kind: act.kind, day: act.day, due: state.due, latest: state.latest };
  return { state: { ...state, due: null, latest: null, pause: null, closed }, problem: null };
}

function reopen(
  state: DeadlineState,
  closed: ClosedDuty,
  act: DutyAct,
  week: WorkingWeek,
  explain: Explain,
): DutyStep {
  const { calendar, rules } = state;
  if (act.kind === "withdrawal-revoked") {
    const until = withdrawalRevocableUntil(closed, rules);
    if (act.day > until) return { state, problem: { finding: "late-revocation", until, day: act.day } };
    explain({ step: "withdrawal-revoked", day: act.day, due: closed.due });
    return { state: { ...state, due: closed.due, latest: closed.latest, closed: null }, problem: null };
  }
  // An answer that the applicant disputes is no answer: the old due holds, with the least time for a review.
  const review = endOfTerm(rules.disputeReview, act.day, calendar, week);
  const due = laterOf(closed.due, review);
  explain({
    step: "disputed-restored",
    day: act.day,
    due,
    by: due === closed.due ? "due-that-stood" : "review-term",
  });
  return {
    state: {
      ...state,
      due,
      latest: laterOf(closed.latest, review),
      ...(due === closed.due ? {} : { countedFrom: act.day, countedFromEarliest: act.day }),
      closed: null,
    },
    problem: null,
  };
}
