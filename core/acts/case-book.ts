import { type CivilDate, civilDateAt, type Instant } from "../clock/civil-date.ts";
import type { ClockParameters } from "../clock/deadline.ts";
import { type ActKind, kindOfLeafNumber } from "../record/kinds.ts";
import { isZeroTag } from "../record/leaf.ts";
import type { ClosingKind } from "./case-sequence.ts";
import type { CaseClosing } from "./case-state.ts";
import { foldLeaf, type LeafAct, type LeafCaseState, type LeafFinding } from "./leaf-case.ts";

/** A leaf of a case. A `Leaf` of core/record is one of these. */
export interface CaseLeaf extends LeafAct {
  /** 16 bytes; the zero tag is no case. */
  readonly caseTag: Uint8Array;
}

/** A case in one body's hands. */
export interface Holding {
  readonly body: number;
  readonly from: CivilDate;
  /** `null` while it lasts. */
  to: CivilDate | null;
}

/** A closing as the figures see it. */
export interface BookedClosing {
  readonly kind: ClosingKind;
  readonly body: number;
  /** Civil day of the first cosignature over it. */
  readonly witnessed: CivilDate;
  readonly dueBefore: CivilDate;
  /** Disputed by the applicant, or a withdrawal taken back. */
  undone: boolean;
}

/** An act of a kind that is counted as such. */
export interface BookedAct {
  readonly kind: ActKind;
  readonly body: number;
  readonly entered: CivilDate;
}

/** The facts of one case, as docs/statistics.md section 2 lists them. */
export interface BookedCase {
  readonly caseTag: Uint8Array;
  /** The first act: its kind, body and entered day. */
  readonly filing: BookedAct;
  /** Position of the first act among all leaves entered in the book. */
  readonly position: number;
  readonly holdings: Holding[];
  readonly closings: BookedClosing[];
  /** Acts counted by kind: received, forwarded, extended, clarification-asked, disputed. */
  readonly acts: BookedAct[];
  state: LeafCaseState;
}

/** What the book reports of a leaf beyond the leaf fold: a closing that came after the due day. */
export type BookFinding =
  | LeafFinding
  | {
      readonly finding: "late-closing";
      readonly kind: ClosingKind;
      readonly due: CivilDate;
      readonly witnessed: CivilDate;
      /** The body that held the case on the due day. */
      readonly charged: number;
    };

/** All cases of a log, entered leaf by leaf. */
export interface CaseBook {
  readonly parameters: ClockParameters;
  /**
   * Enters the next leaf of the log with the moment of its first cosignature, and gives what there is to report of
   * it. Leaves of the zero tag are passed over.
   */
  enter(leaf: CaseLeaf, witnessedAt: Instant): readonly BookFinding[];
  /** Every case, in the order of filing. */
  cases(): Iterable<BookedCase>;
  /** The case of a tag, or `null`. */
  caseOf(caseTag: Uint8Array): BookedCase | null;
}

const countedKinds: ReadonlySet<ActKind> = new Set<ActKind>([
  "received",
  "forwarded",
  "extended",
  "clarification-asked",
  "disputed",
]);

/** An empty book. Ten million leaves fit in a few gigabytes; a case costs about 1 KB. */
export function openCaseBook(parameters: ClockParameters): CaseBook {
  const cases = new Map<string, BookedCase>();
  let entered = 0;
  return {
    parameters,
    enter(leaf, witnessedAt) {
      const position = entered;
      entered += 1;
      if (isZeroTag(leaf.caseTag)) return [];
      const key = keyOfTag(leaf.caseTag);
      const known = cases.get(key);
      const step = foldLeaf(known?.state ?? null, leaf, parameters);
      if (!step.state) return step.findings;
      if (!known) cases.set(key, bookedCase(leaf, step.state, position, parameters));
      else if (!step.accepted) known.state = step.state;
      else return book(known, leaf, step.state, step.findings, witnessedAt, parameters);
      return step.findings;
    },
    cases: () => cases.values(),
    caseOf: (caseTag) => cases.get(keyOfTag(caseTag)) ?? null,
  };
}

/** Two bytes a character: a key that costs less to make and to keep than hexadecimal. */
function keyOfTag(tag: Uint8Array): string {
  const unit = (at: number) => ((tag[at] ?? 0) << 8) | (tag[at + 1] ?? 0);
  return String.fromCharCode(unit(0), unit(2), unit(4), unit(6), unit(8), unit(10), unit(12), unit(14));
}

function bookedCase(
  leaf: CaseLeaf,
  state: LeafCaseState,
  position: number,
  parameters: ClockParameters,
): BookedCase {
  const entered = civilDateAt(leaf.time, parameters.timeZone);
  const filing = { kind: state.filing.kind, body: leaf.body, entered };
  const holdings = [{ body: leaf.body, from: entered, to: null }];
  const acts = filing.kind === "received" ? [filing] : [];
  return { caseTag: leaf.caseTag, filing, position, holdings, closings: [], acts, state };
}

function book(
  booked: BookedCase,
  leaf: CaseLeaf,
  state: LeafCaseState,
  findings: readonly LeafFinding[],
  witnessedAt: Instant,
  parameters: ClockParameters,
): readonly BookFinding[] {
  const before = booked.state;
  booked.state = state;
  const kind = kindOfLeafNumber(leaf.kind);
  const entered = civilDateAt(leaf.time, parameters.timeZone);
  if (kind !== null && countedKinds.has(kind)) booked.acts.push({ kind, body: leaf.body, entered });
  if (before.deadline.holder !== state.deadline.holder) {
    endHolding(booked, entered);
    booked.holdings.push({ body: leaf.body, from: entered, to: null });
  }
  const closing = closingOf(state);
  if (closing && !closingOf(before)) {
    const witnessed = civilDateAt(witnessedAt, parameters.timeZone);
    return [...findings, ...bookClosing(booked, closing, witnessed)];
  }
  if (!closing && closingOf(before)) {
    const last = booked.closings.at(-1);
    if (last) last.undone = true;
    booked.holdings.push({ body: leaf.body, from: entered, to: null });
  }
  return findings;
}

function bookClosing(
  booked: BookedCase,
  { kind, body, dueBefore }: CaseClosing<null>,
  witnessed: CivilDate,
): readonly BookFinding[] {
  endHolding(booked, witnessed);
  booked.closings.push({ kind, body, witnessed, dueBefore, undone: false });
  if (witnessed <= dueBefore) return [];
  const charged = holderOn(booked, dueBefore);
  return [{ finding: "late-closing", kind, due: dueBefore, witnessed, charged }];
}

function endHolding(booked: BookedCase, to: CivilDate): void {
  const last = booked.holdings.at(-1);
  if (last) last.to = to;
}

function closingOf(state: LeafCaseState): CaseClosing<null> | null {
  return state.status === "closed" || state.status === "withdrawn" ? state.closing : null;
}

/** The body that holds a case on a day: the last to have got it by then. */
export function holderOn(booked: BookedCase, day: CivilDate): number {
  const holding = booked.holdings.findLast(({ from }) => from <= day) ?? booked.holdings[0];
  return holding?.body ?? booked.filing.body;
}

/** The closing that stands: the last one, unless it has been undone. */
export function standingClosing(booked: BookedCase): BookedClosing | null {
  const last = booked.closings.at(-1);
  return last && !last.undone ? last : null;
}
