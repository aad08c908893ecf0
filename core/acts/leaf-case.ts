import { type CivilDate, civilDateAt, civilDateOfDays, type Instant } from "../clock/civil-date.ts";
import type { ClockParameters } from "../clock/deadline.ts";
import { type ActKind, kindOfLeafNumber } from "../record/kinds.ts";
import { type CaseProblem, stepCase } from "./case-fold.ts";
import { isClosingKind } from "./case-sequence.ts";
import type { CaseAct, CaseState } from "./case-state.ts";

/** What a leaf shows of an act of a case. A `Leaf` of core/record is one of these. */
export interface LeafAct {
  /** The number of the kind, known to this version or not. */
  readonly kind: number;
  readonly body: number;
  /** Milliseconds, in whole minutes: the batch's. */
  readonly time: Instant;
  /** Days since 1970-01-01; 0 for none. */
  readonly due: number;
}

/** A case as an auditor knows it: the same state, without details. */
export type LeafCaseState = CaseState<null>;

/** What an auditor reports of a leaf. Only `closing-disputed` is no fault of form: it is what a citizen says. */
export type LeafFinding =
  | CaseProblem
  | { readonly finding: "unknown-kind"; readonly number: number }
  | { readonly finding: "due-missing"; readonly lawful: CivilDate }
  | { readonly finding: "closing-disputed"; readonly closing: ActKind; readonly closedOn: CivilDate };

/** A case after one more leaf. */
export interface LeafStep {
  readonly state: LeafCaseState | null;
  /** Whether the act could follow. One that could not leaves the case as it was. */
  readonly accepted: boolean;
  readonly findings: readonly LeafFinding[];
}

const minuteMs = 60_000;
/** Sealed and nameless filings enter the log up to a day after they were made (record decision 1), and a batch later. */
const filingDelayMax = 25 * 3_600_000;
/** An act waits for its batch. In that time midnight may pass, or a decree be announced. */
const batchDelayMax = 10 * 60_000;

/** Kinds for which the earlier day is the kinder one: what had to be done by a day. */
const kinderWhenEarlier: ReadonlySet<ActKind> = new Set<ActKind>([
  "clarification-asked",
  "extended",
  "forwarded",
  "withdrawal-revoked",
]);

/** How long before its leaf an act may have been done, as far as that matters to the body. */
function delayMax(kind: ActKind): number {
  // What a desk does on the day of a sealed filing waits with it until the night; the notice of a hearing began then.
  if (kind === "hearing-announced") return filingDelayMax;
  return kinderWhenEarlier.has(kind) ? batchDelayMax : 0;
}

/** A leaf's act for the clock: what an auditor may assume of it without ever wronging the body: true days are not in leaves. */
export function dutyActOfLeaf(
  kind: ActKind,
  leaf: LeafAct,
  isFirst: boolean,
  parameters: ClockParameters,
): CaseAct<null> {
  return {
    kind,
    body: leaf.body,
    day: civilDateAt(leaf.time - delayMax(kind), parameters.timeZone),
    // Leaves show the minute only: a decree of the same minute may have been known.
    at: leaf.time + minuteMs - 1,
    atEarliest: leaf.time - (isFirst ? filingDelayMax : batchDelayMax),
    claimedDue: leaf.due === 0 ? null : civilDateOfDays(leaf.due),
    details: null,
  };
}

/**
 * The leaf fold: the case after a leaf, from kind, body, time and due alone, with everything that an auditor has to
 * report. Leaves of one case tag come in the order of the log; leaves of the zero tag are not for this fold.
 */
export function foldLeaf(state: LeafCaseState | null, leaf: LeafAct, parameters: ClockParameters): LeafStep {
  const kind = kindOfLeafNumber(leaf.kind);
  if (kind === null) {
    return { state, accepted: false, findings: [{ finding: "unknown-kind", number: leaf.kind }] };
  }
  const step = stepCase(state, dutyActOfLeaf(kind, leaf, state === null, parameters), parameters);
  if (!step.accepted) return { state: step.state, accepted: false, findings: step.problems };
  return { state: step.state, accepted: true, findings: withLeafFindings(step, kind, leaf, state) };
}

function withLeafFindings(
  step: { readonly problems: readonly CaseProblem[]; readonly lawful: CivilDate | null },
  kind: ActKind,
  leaf: LeafAct,
  before: LeafCaseState | null,
): readonly LeafFinding[] {
  const { problems, lawful } = step;
  // The body that forwards owes nothing more; its leaf says so, and the due stands in the `received` beside it.
  const silent = leaf.due === 0 && lawful !== null && kind !== "forwarded" && !isClosingKind(kind);
  const disputes = kind === "disputed" && before?.status === "closed" ? before.closing : null;
  if (!silent && !disputes) return problems;
  const findings: LeafFinding[] = [...problems];
  if (silent) findings.push({ finding: "due-missing", lawful });
  if (disputes) {
    findings.push({ finding: "closing-disputed", closing: disputes.kind, closedOn: disputes.day });
  }
  return findings;
}
