import type { CivilDate } from "../clock/civil-date.ts";
import type { DeadlineState, DutyAct } from "../clock/deadline.ts";
import type { ActKind } from "../record/kinds.ts";
import { unreachable } from "../result.ts";
import type { ClosingKind } from "./case-sequence.ts";

/**
 * An act of a case as the portal knows it: what the clock needs, and the public details as far as they have not been
 * erased. `Details` belong to the kind of case (see appeal.ts); the kernel carries them and never looks inside.
 */
export interface CaseAct<Details = unknown> extends DutyAct {
  /** `null` when the act has none, or when they have been erased. */
  readonly details: Details | null;
}

/** An act as a state remembers it. */
export interface CaseEntry<Details = unknown> {
  readonly kind: ActKind;
  readonly body: number;
  readonly day: CivilDate;
  readonly details: Details | null;
}

/** A closing, with the due that stood before it: on time or not. */
export interface CaseClosing<Details = unknown> extends CaseEntry<Details> {
  readonly kind: ClosingKind;
  readonly dueBefore: CivilDate;
}

/** A case at which the body works: nothing said yet, or its word disputed. */
export type Resting<Details> =
  | { readonly status: "open" }
  | {
      readonly status: "disputed";
      /** The closing that is no answer. */
      readonly closing: CaseClosing<Details>;
      readonly dispute: CaseEntry<Details>;
    };

/** Waiting for the applicant, and what comes back when the pause is over. */
export type Awaiting<Details> = {
  readonly status: "awaiting-applicant";
  readonly question: CaseEntry<Details>;
  readonly resumes: Resting<Details>;
};

/** Where a case stands, with what belongs to that standing alone. */
export type CasePhase<Details> =
  | Resting<Details>
  | Awaiting<Details>
  | {
      readonly status: "in-transit";
      readonly forwarding: CaseEntry<Details>;
      readonly resumes: Resting<Details> | Awaiting<Details>;
    }
  | {
      readonly status: "closed";
      readonly closing: CaseClosing<Details>;
      readonly rating: CaseEntry<Details> | null;
    }
  | {
      readonly status: "withdrawn";
      readonly closing: CaseClosing<Details>;
      readonly resumes: Resting<Details>;
    };

/** A case after its acts: the fold of the public record, never a row that somebody edits. */
export type CaseState<Details = unknown> = {
  readonly filing: CaseEntry<Details>;
  readonly assignment: CaseEntry<Details> | null;
  readonly deadline: DeadlineState;
} & CasePhase<Details>;

/** What a case comes back to when a pause, a forwarding or a withdrawal is over. */
export function restingOf<Details>(state: CasePhase<Details>): Resting<Details> {
  switch (state.status) {
    case "disputed":
      return { status: "disputed", closing: state.closing, dispute: state.dispute };
    case "awaiting-applicant":
      return state.resumes;
    case "in-transit":
      return restingOf(state.resumes);
    case "open":
    case "closed":
    case "withdrawn":
      return { status: "open" };
    default:
      return unreachable(state);
  }
}

/** The pause of a waiting case, without the rest of the state. */
export function awaitingOf<Details>(state: Awaiting<Details>): Awaiting<Details> {
  return { status: "awaiting-applicant", question: state.question, resumes: state.resumes };
}

/** What leaves would show of a case that the portal knows in full: the same state without details. */
export function projectOnLeafState(state: CaseState): CaseState<null> {
  return {
    filing: bare(state.filing),
    assignment: state.assignment && bare(state.assignment),
    deadline: state.deadline,
    ...barePhase(state),
  };
}

function bare(entry: CaseEntry): CaseEntry<null> {
  return { kind: entry.kind, body: entry.body, day: entry.day, details: null };
}

function bareClosing(closing: CaseClosing): CaseClosing<null> {
  const { kind, body, day, dueBefore } = closing;
  return { kind, body, day, details: null, dueBefore };
}

function barePhase(state: CasePhase<unknown>): CasePhase<null> {
  switch (state.status) {
    case "open":
    case "disputed":
      return bareResting(state);
    case "awaiting-applicant":
      return bareAwaiting(state);
    case "in-transit": {
      const resumes =
        state.resumes.status === "awaiting-applicant"
          ? bareAwaiting(state.resumes)
          : bareResting(state.resumes);
      return { status: "in-transit", forwarding: bare(state.forwarding), resumes };
    }
    case "closed":
      return {
        status: "closed",
        closing: bareClosing(state.closing),
        rating: state.rating && bare(state.rating),
      };
    case "withdrawn":
      return {
        status: "withdrawn",
        closing: bareClosing(state.closing),
        resumes: bareResting(state.resumes),
      };
    default:
      return unreachable(state);
  }
}

function bareResting(state: Resting<unknown>): Resting<null> {
  return state.status === "open"
    ? { status: "open" }
    : { status: "disputed", closing: bareClosing(state.closing), dispute: bare(state.dispute) };
}

function bareAwaiting(state: Awaiting<unknown>): Awaiting<null> {
  return {
    status: "awaiting-applicant",
    question: bare(state.question),
    resumes: bareResting(state.resumes),
  };
}
