import { dutyActOfLeaf, foldLeaf, type LeafCaseState } from "#core/acts/case.ts";
import { type BookedCase, holderOn, openCaseBook, standingClosing } from "#core/acts/case-book.ts";
import { toHex } from "#core/bytes.ts";
import { countWorkingDays } from "#core/clock/calendar.ts";
import { addDays, type CivilDate, civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import {
  type DutyAct,
  deadlineAt,
  type ExplanationStep,
  explainDeadline,
  latestLawfulDue,
} from "#core/clock/deadline.ts";
import { isFilingKind } from "#core/clock/rules.ts";
import { type ActKind, kindOfLeafNumber } from "#core/record/kinds.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { RecordedAct } from "../record/case-reading.ts";

/** What the record proves of one case as of a day: the only things that a certificate may say. */
export interface CertifiedCase {
  readonly caseTag: string;
  readonly filedIndex: number;
  readonly filingKind: ActKind;
  /** Civil day on which the filing was entered. */
  readonly filedOn: CivilDate;
  /** The body to which it was filed, and the one that holds it now. */
  readonly filedBody: number;
  readonly holder: number;
  /** The due day that stands, or stood before the closing: derived, never taken from the body's word. */
  readonly due: CivilDate;
  /** The body that held the case on the due day: lateness is its own. */
  readonly charged: number;
  readonly explanation: readonly ExplanationStep[];
  readonly acts: readonly CertifiedAct[];
  readonly finding: CertifiedFinding;
}

/** An act of the case, with the civil day on which witnesses first saw it. */
export interface CertifiedAct {
  readonly index: number;
  /** `null` for a kind that this version does not know. */
  readonly kind: ActKind | null;
  readonly body: number;
  readonly seenOn: CivilDate;
}

/** What is certified. Working days are counted after the due day. */
export type CertifiedFinding =
  | { readonly kind: "silent"; readonly workingDaysOverdue: number }
  | {
      readonly kind: "answered-late";
      readonly closing: "answered" | "refused";
      readonly on: CivilDate;
      /** 0 when only days of rest lie between. */
      readonly workingDaysLate: number;
    }
  | {
      readonly kind: "closed-without-answer";
      readonly closing: "explained" | "terminated" | "merged";
      readonly on: CivilDate;
      /** `null` when it was closed in time. */
      readonly workingDaysLate: number | null;
    }
  | {
      readonly kind: "disputed";
      readonly closing: ActKind;
      readonly closedOn: CivilDate;
      readonly disputedOn: CivilDate;
      /** `null` while the body still has time. */
      readonly workingDaysOverdue: number | null;
    };

/** Why nothing is certified. Each is a sentence's key, not a fault of the record. */
export type CaseRefusal =
  | "not-a-filing"
  | "not-a-case"
  | "answered-in-time"
  | "withdrawn"
  | "not-yet-due"
  | "sequence-broken"
  | "due-before-the-law";

export interface CaseToCertify {
  /** Acts of the whole log in its order; those of other cases are passed over. */
  readonly acts: readonly RecordedAct[];
  readonly parameters: Parameters;
  /** Index of the entry that the receipt proves. */
  readonly index: number;
  readonly asOf: CivilDate;
  /** What the filing itself says of how it was sent; `null` for one made at the body. */
  readonly sent: SentElsewhere | null;
}

/** How an appeal went to a body past its portal, by what the applicant showed: posting receipt, notice, copy or stub. */
export interface SentElsewhere {
  readonly way: "posted" | "handed-in";
  readonly proof: string;
  readonly sentOn: CivilDate;
}

/** Folds the leaves of the receipt's case and says what they prove as of a day, or why they prove nothing. */
export function certifyCase(given: CaseToCertify): Result<CertifiedCase, CaseRefusal> {
  const { parameters, index } = given;
  const proved = given.acts.find((act) => act.index === index);
  if (proved === undefined) return refused("not-a-case");
  const tag = toHex(proved.caseTag);
  const acts = given.acts.filter(({ caseTag }) => toHex(caseTag) === tag);
  const [first] = acts;
  const filingKind = first === undefined ? null : kindOfLeafNumber(first.kind);
  if (first === undefined || filingKind === null || !isFilingKind(filingKind)) return refused("not-a-filing");
  const book = openCaseBook(parameters);
  for (const act of acts) book.enter(act, seenAt(act));
  const booked = book.caseOf(first.caseTag);
  if (booked === null) return refused("not-a-filing");
  const found = findingOf(booked, given);
  if (!found.ok) return found;
  const duties = dutyActs(acts, given);
  if (given.sent !== null && claimsTooEarly(duties, parameters)) return refused("due-before-the-law");
  const { finding, due } = found.value;
  return ok({
    caseTag: tag,
    filedIndex: first.index,
    filingKind,
    filedOn: civilDateAt(first.time, parameters.timeZone),
    filedBody: first.body,
    holder: booked.state.deadline.holder,
    due,
    charged: holderOn(booked, due),
    explanation: explainDeadline(duties, parameters, endOf(given)).explanation,
    acts: acts.map((act) => ({
      index: act.index,
      kind: kindOfLeafNumber(act.kind),
      body: act.body,
      seenOn: civilDateAt(seenAt(act), parameters.timeZone),
    })),
    finding,
  });
}

/** An act is judged by the first witness who saw it, never by the time that it claims. */
function seenAt(act: RecordedAct): number {
  return act.seenSeconds === null ? act.time : act.seenSeconds * 1000;
}

/** The last moment of the day as of which it is certified. */
function endOf({ asOf, parameters }: CaseToCertify): number {
  return startOfCivilDate(addDays(asOf, 1), parameters.timeZone) - 1;
}

interface Found {
  readonly finding: CertifiedFinding;
  readonly due: CivilDate;
}

function findingOf(booked: BookedCase, given: CaseToCertify): Result<Found, CaseRefusal> {
  const { parameters, asOf } = given;
  const calendar = calendarAt(parameters, endOf(given));
  const after = (due: CivilDate, day: CivilDate): number =>
    countWorkingDays(calendar, weekOf(parameters, holderOn(booked, due)), due, day);
  const closing = standingClosing(booked);
  if (closing !== null) {
    const { kind, witnessed: on, dueBefore: due } = closing;
    const isLate = on > due;
    const workingDaysLate = after(due, on);
    switch (kind) {
      case "answered":
      case "refused":
        if (!isLate) return refused("answered-in-time");
        return ok({ due, finding: { kind: "answered-late", closing: kind, on, workingDaysLate } });
      case "explained":
      case "terminated":
      case "merged":
        return ok({
          due,
          finding: {
            kind: "closed-without-answer",
            closing: kind,
            on,
            workingDaysLate: isLate ? workingDaysLate : null,
          },
        });
      case "withdrawn":
        return refused("withdrawn");
    }
  }
  const { due } = deadlineAt(booked.state.deadline, { at: endOf(given), day: asOf }, parameters);
  if (due === null) return refused("sequence-broken");
  const isOverdue = due < asOf;
  const workingDaysOverdue = after(due, asOf);
  const last = booked.closings.at(-1);
  const dispute = booked.acts.findLast((act) => act.kind === "disputed");
  if (last?.undone === true && last.kind !== "withdrawn" && dispute !== undefined) {
    return ok({
      due,
      finding: {
        kind: "disputed",
        closing: last.kind,
        closedOn: last.witnessed,
        disputedOn: dispute.entered,
        workingDaysOverdue: isOverdue ? workingDaysOverdue : null,
      },
    });
  }
  // On the due day itself there is still time.
  if (!isOverdue) return refused("not-yet-due");
  return ok({ due, finding: { kind: "silent", workingDaysOverdue } });
}

/** Whoever keeps a register of other people's silence writes the due day of others: it may not be before the lawful one. */
function claimsTooEarly([filing]: readonly DutyAct[], parameters: Parameters): boolean {
  if (filing === undefined || filing.claimedDue === null) return false;
  const { due } = latestLawfulDue(null, filing, parameters);
  return due !== null && filing.claimedDue < due;
}

/** The acts that could follow, as the clock takes them: what could not follow moved nothing. */
function dutyActs(acts: readonly RecordedAct[], { parameters, sent }: CaseToCertify): DutyAct[] {
  const duties: DutyAct[] = [];
  let state: LeafCaseState | null = null;
  for (const act of acts) {
    const kind = kindOfLeafNumber(act.kind);
    const isFirst: boolean = state === null;
    const step = foldLeaf(state, act, parameters);
    if (step.accepted && kind !== null) {
      const duty = dutyActOfLeaf(kind, act, isFirst, parameters);
      duties.push(isFirst && sent !== null ? sentDuty(duty, sent) : duty);
    }
    state = step.state;
  }
  return duties;
}

/** The filing as the opened act says it was sent: its true day, which a leaf does not show. */
function sentDuty({ kind, body, at, claimedDue }: DutyAct, { way, sentOn }: SentElsewhere): DutyAct {
  return { kind, body, at, claimedDue, day: sentOn, posted: way === "posted" };
}
