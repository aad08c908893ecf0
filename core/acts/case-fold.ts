import type { CivilDate } from "../clock/civil-date.ts";
import {
  advanceDeadline,
  type ClockParameters,
  type ClockProblem,
  type DeadlineState,
  deadlineAt,
  momentOf,
} from "../clock/deadline.ts";
import type { ActKind } from "../record/kinds.ts";
import { assert, ok, type Result, refused, unreachable } from "../result.ts";
import {
  type CaseStatus,
  type ClosingKind,
  disputableKinds,
  followsInStatus,
  isClosingKind,
  repliesToMerged,
} from "./case-sequence.ts";
import {
  awaitingOf,
  type CaseAct,
  type CaseEntry,
  type CasePhase,
  type CaseState,
  restingOf,
} from "./case-state.ts";

/** What speaks against an act. The first three concern the order of acts, the others the clock. */
export type CaseProblem =
  | { readonly finding: "illegal-sequence"; readonly kind: ActKind; readonly status: CaseStatus }
  | { readonly finding: "wrong-body"; readonly body: number; readonly holder: number }
  | ClockProblem;

/** A case after one more act. An act that may not follow leaves the case as it was. */
export interface CaseStep<Details> {
  readonly state: CaseState<Details> | null;
  readonly accepted: boolean;
  readonly problems: readonly CaseProblem[];
  /** What the law allows at most as due after the act; `null` when nothing is owed. */
  readonly lawful: CivilDate | null;
}

/** The status of a case, `unfiled` for none. */
export function statusOf(state: CaseState | null): CaseStatus {
  return state?.status ?? "unfiled";
}

/** Whether an act of a kind may follow, by the order of acts alone; the clock's say is in `mayAct`. */
export function mayFollow(state: CaseState | null, kind: ActKind): Result<null, CaseProblem> {
  const status = statusOf(state);
  return followsInStatus(status, kind) && followsClosing(state, kind)
    ? ok(null)
    : refused({ finding: "illegal-sequence", kind, status });
}

function followsClosing(state: CaseState | null, kind: ActKind): boolean {
  if (state?.status !== "closed") return true;
  if (kind === "disputed") return disputableKinds.some((one) => one === state.closing.kind);
  if (isClosingKind(kind)) return repliesToMerged(state.closing.kind, kind);
  return kind !== "rated" || state.rating === null;
}

/** Whether the portal may enter an act: order, body and clock. An auditor only reports what the portal refuses. */
export function mayAct<Details>(
  state: CaseState<Details> | null,
  act: CaseAct<Details>,
  parameters: ClockParameters,
): Result<null, CaseProblem> {
  const [problem] = stepCase(state, act, parameters).problems;
  return problem ? refused(problem) : ok(null);
}

/** The act fold: the case after an act. Folds to the same state whether or not details have been erased. */
export function foldAct<Details>(
  state: CaseState<Details> | null,
  act: CaseAct<Details>,
  parameters: ClockParameters,
): CaseState<Details> | null {
  return stepCase(state, act, parameters).state;
}

/** The case as it stands at a moment without a further act: decrees applied, a lapsed pause over. */
export function caseAt<Details>(
  state: CaseState<Details>,
  moment: { readonly at: number; readonly day: CivilDate },
  parameters: ClockParameters,
): CaseState<Details> {
  const deadline = deadlineAt(state.deadline, moment, parameters);
  if (deadline === state.deadline) return state;
  if (deadline.pause !== null) return { ...state, deadline };
  switch (state.status) {
    case "awaiting-applicant":
      return inPhase(state, deadline, state.resumes);
    case "in-transit":
      return inPhase(state, deadline, {
        status: "in-transit",
        forwarding: state.forwarding,
        resumes: restingOf(state),
      });
    case "open":
    case "disputed":
    case "closed":
    case "withdrawn":
      return { ...state, deadline };
    default:
      return unreachable(state);
  }
}

/** One step of both folds, with what speaks against the act. */
export function stepCase<Details>(
  before: CaseState<Details> | null,
  act: CaseAct<Details>,
  parameters: ClockParameters,
): CaseStep<Details> {
  const state = before && caseAt(before, momentOf(act, parameters), parameters);
  const refusal = mayFollow(state, act.kind);
  if (!refusal.ok) return ignored(state, refusal.problem);
  const misplaced = state && wrongBody(state, act);
  if (misplaced) return ignored(state, misplaced);
  // The clock settles the deadline itself: a reader of leaves must know how it stood before a decree of that moment.
  const advanced = advanceDeadline(before?.deadline ?? null, act, parameters);
  return {
    state: state ? after(state, act, advanced.state) : begun(act, advanced.state),
    accepted: true,
    problems: advanced.problems,
    lawful: advanced.lawful,
  };
}

function ignored<Details>(state: CaseState<Details> | null, problem: CaseProblem): CaseStep<Details> {
  return { state, accepted: false, problems: [problem], lawful: state?.deadline.due ?? null };
}

function wrongBody(state: CaseState, act: CaseAct): CaseProblem | null {
  const { holder } = state.deadline;
  // Only `received` changes hands, and only to another body: forwarding to oneself would start nothing but confusion.
  const fits = act.kind === "received" ? act.body !== holder : act.body === holder;
  return fits ? null : { finding: "wrong-body", body: act.body, holder };
}

function entryOf<Details>({ kind, body, day, details }: CaseAct<Details>): CaseEntry<Details> {
  return { kind, body, day, details };
}

/** The state with its clock at `deadline` and in another phase. */
function inPhase<Details>(
  state: CaseState<Details>,
  deadline: DeadlineState,
  phase: CasePhase<Details>,
): CaseState<Details> {
  return { filing: state.filing, assignment: state.assignment, deadline, ...phase };
}

function begun<Details>(act: CaseAct<Details>, deadline: DeadlineState): CaseState<Details> {
  return { filing: entryOf(act), assignment: null, deadline, status: "open" };
}

function after<Details>(
  state: CaseState<Details>,
  act: CaseAct<Details>,
  deadline: DeadlineState,
): CaseState<Details> {
  const entry = entryOf(act);
  const { kind } = act;
  if (isClosingKind(kind)) return closedBy(state, { ...entry, kind }, deadline);
  if (kind === "assigned") return { ...state, assignment: entry, deadline };
  if (kind === "forwarded") {
    const resumes = state.status === "awaiting-applicant" ? awaitingOf(state) : restingOf(state);
    return inPhase(state, deadline, { status: "in-transit", forwarding: entry, resumes });
  }
  // Where no pause is left, the question is asked and the clock runs on.
  if (kind === "clarification-asked" && deadline.pause !== null) {
    const resumes = restingOf(state);
    return inPhase(state, deadline, { status: "awaiting-applicant", question: entry, resumes });
  }
  return resumed(state, entry, deadline);
}

function resumed<Details>(
  state: CaseState<Details>,
  entry: CaseEntry<Details>,
  deadline: DeadlineState,
): CaseState<Details> {
  const { kind } = entry;
  const isOver =
    (state.status === "awaiting-applicant" && kind === "clarification-given") ||
    (state.status === "in-transit" && kind === "received") ||
    (state.status === "withdrawn" && kind === "withdrawal-revoked" && deadline.closed === null);
  if (isOver) return inPhase(state, deadline, state.resumes);
  if (state.status !== "closed") return { ...state, deadline };
  const { closing } = state;
  if (kind === "disputed") return inPhase(state, deadline, { status: "disputed", closing, dispute: entry });
  if (kind === "rated") return inPhase(state, deadline, { status: "closed", closing, rating: entry });
  return { ...state, deadline };
}

function closedBy<Details>(
  state: CaseState<Details>,
  entry: CaseEntry<Details> & { readonly kind: ClosingKind },
  deadline: DeadlineState,
): CaseState<Details> {
  // A merged case owes nothing any more; its reply is measured by the day that stood before the merging.
  const dueBefore = state.status === "closed" ? state.closing.dueBefore : state.deadline.due;
  assert(dueBefore !== null, "a case that may be closed has a due");
  const closing = { ...entry, dueBefore };
  return entry.kind === "withdrawn"
    ? inPhase(state, deadline, { status: "withdrawn", closing, resumes: restingOf(state) })
    : inPhase(state, deadline, { status: "closed", closing, rating: null });
}
