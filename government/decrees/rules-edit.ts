/**
 * One change of the rules of the clock, as a law words it, and the rules that come of it. Rules replace each other whole
 * (`core/clock/rules.ts`); people announce one provision.
 */
import type { CivilDate } from "#core/clock/civil-date.ts";
import {
  escalationRule,
  type FilingKind,
  type FilingRule,
  hearingRule,
  type RemedyRule,
  type RuleVersion,
  remedyRule,
  type Term,
  workingDaysTerm,
} from "#core/clock/rules.ts";
import { ruleVersionJson } from "#core/clock/rules-json.ts";
import type { Trilingual } from "#core/record/trilingual.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";

/** What can be said anew of rules. */
export const rulesEdits = [
  "answer",
  "forward",
  "pause",
  "extension",
  "dispute",
  "withdrawal",
  "hearing",
  "remedy",
  "escalation",
  "post",
  "erasure",
  "publication",
  "law",
] as const;
export type RulesEditKind = (typeof rulesEdits)[number];

/** Where the end falls on a day off is not asked: it stays as it was. */
export type Length = Pick<Term, "length" | "unit">;

export type RulesEdit =
  | {
      readonly edit: "answer";
      readonly kinds: readonly FilingKind[];
      readonly term: Length;
      readonly onExpiry: FilingRule["onExpiry"];
      readonly law: string;
    }
  | { readonly edit: "forward" | "dispute" | "post"; readonly term: Length }
  | { readonly edit: "pause"; readonly workingDaysMax: number; readonly pausesMax: number }
  | { readonly edit: "extension"; readonly term: Length; readonly timesMax: number }
  | { readonly edit: "withdrawal"; readonly days: number }
  | {
      readonly edit: "hearing";
      readonly term: Length;
      readonly beforePartly: boolean;
      readonly law: string;
    }
  | { readonly edit: "erasure" | "publication"; readonly term: Length; readonly law: string }
  | { readonly edit: "remedy"; readonly months: RemedyRule["months"]; readonly law: string }
  | { readonly edit: "escalation"; readonly firstWorkingDays: number; readonly secondWorkingDays: number }
  /** What the whole rests on. */
  | { readonly edit: "law"; readonly law: string };

/** What is said of every new version, whatever changes in it. */
export interface RulesAnnouncement {
  readonly validFrom: CivilDate;
  readonly movesOpenCases: boolean;
  readonly confirmedByLawyer: boolean;
  readonly reason: Trilingual;
}

export type RulesEditProblem =
  | "not-ahead"
  | "too-far-ahead"
  /** The version announced last holds from a later day: it would take back what this one says. */
  | "before-announced"
  | "changes-nothing";

/** Rules are announced for this year and the next. In calendar days. */
export const rulesAheadMax = 731;

/** The rules after an announcement of today, with the next version number, or why they cannot be announced. */
export function editedRules(
  current: RuleVersion,
  edit: RulesEdit,
  announcement: RulesAnnouncement,
  today: CivilDate,
): Result<Omit<RuleVersion, "announced">, RulesEditProblem> {
  const { validFrom } = announcement;
  if (validFrom <= today) return refused("not-ahead");
  if (validFrom > today + rulesAheadMax) return refused("too-far-ahead");
  if (validFrom < current.validFrom) return refused("before-announced");
  const { announced: _, ...stood } = spokenOut(current);
  const next = { ...applied(stood, edit), ...announcement, version: current.version + 1 };
  return saysTheSame({ ...next, announced: 0 }, spokenOut(current)) ? refused("changes-nothing") : ok(next);
}

/** What older rules mean without saying it is said from now on. */
function spokenOut(rules: RuleVersion): RuleVersion {
  return {
    ...rules,
    hearing: hearingRule(rules),
    remedies: remedyRule(rules),
    escalation: escalationRule(rules),
  };
}

function saysTheSame(one: RuleVersion, other: RuleVersion): boolean {
  const said = (rules: RuleVersion) => {
    const { version, announced, validFrom, movesOpenCases, reason, ...rest } = ruleVersionJson(rules);
    return JSON.stringify(rest);
  };
  return said(one) === said(other);
}

type Rules = Omit<RuleVersion, "announced">;

function applied(rules: Rules, edit: RulesEdit): Rules {
  switch (edit.edit) {
    case "answer":
      return { ...rules, kinds: { ...rules.kinds, ...answersBy(rules, edit) } };
    case "forward":
      return { ...rules, forwardWithin: lasting(edit.term, rules.forwardWithin) };
    case "dispute":
      return { ...rules, disputeReview: lasting(edit.term, rules.disputeReview) };
    case "post":
      return { ...rules, postalDelivery: lasting(edit.term, rules.postalDelivery) };
    case "pause":
      return { ...rules, pause: { workingDaysMax: edit.workingDaysMax, pausesMax: edit.pausesMax } };
    case "extension": {
      const limit = lasting(edit.term, rules.extension.limit);
      return { ...rules, extension: { ...rules.extension, limit, timesMax: edit.timesMax } };
    }
    case "withdrawal":
      return { ...rules, withdrawalRevocableDays: edit.days };
    case "hearing": {
      const { beforePartly, law } = edit;
      const notice = lasting(edit.term, rules.hearing?.notice);
      return { ...rules, hearing: { notice, beforePartly, law } };
    }
    case "erasure": {
      const within = lasting(edit.term, rules.erasureDecision?.within);
      return { ...rules, erasureDecision: { within, law: edit.law } };
    }
    case "publication": {
      const within = lasting(edit.term, rules.publicationRelease?.within);
      return { ...rules, publicationRelease: { within, law: edit.law } };
    }
    case "remedy":
      return { ...rules, remedies: { months: edit.months, law: edit.law } };
    case "escalation": {
      const { firstWorkingDays, secondWorkingDays } = edit;
      return { ...rules, escalation: { firstWorkingDays, secondWorkingDays } };
    }
    case "law":
      return { ...rules, law: edit.law };
    default:
      return unreachable(edit);
  }
}

function answersBy(
  { kinds }: Rules,
  { kinds: chosen, term, onExpiry, law }: Extract<RulesEdit, { edit: "answer" }>,
): Partial<RuleVersion["kinds"]> {
  return Object.fromEntries(
    chosen.map((kind) => [kind, { answer: lasting(term, kinds[kind].answer), onExpiry, law }]),
  );
}

/** A term of another length. Its end rolls as the one before it did; of working days it needs not. */
function lasting({ length, unit }: Length, before: Term | undefined): Term {
  if (unit === "working-days") return workingDaysTerm(length);
  return { length, unit, roll: before?.roll ?? "next-working-day" };
}
