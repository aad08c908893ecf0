import type { ActKind } from "../record/kinds.ts";
import type { Trilingual } from "../record/trilingual.ts";
import {
  addWorkingDays,
  type CalendarVersion,
  type WorkingWeek,
  workingDayFrom,
  workingDayUntil,
} from "./calendar.ts";
import { addDays, addMonths, type CivilDate, civilDate, type Instant } from "./civil-date.ts";

/** The kinds of act by which a case begins with somebody who wants an answer. */
export const filingKinds = [
  "filed-application",
  "filed-complaint",
  "filed-suggestion",
  "filed-request",
  "filed-message",
  "filed-elsewhere",
] as const satisfies readonly ActKind[];

export type FilingKind = (typeof filingKinds)[number];

/** Whether a kind begins a case. */
export function isFilingKind(kind: ActKind): kind is FilingKind {
  return filingKinds.some((one) => one === kind);
}

export const termUnits = ["working-days", "calendar-days", "months"] as const;
export const rolls = ["next-working-day", "previous-working-day", "none"] as const;
export const expiries = ["flag", "escalate", "deemed-granted", "deemed-refused"] as const;

/** A length of time in law. `roll` says where the end goes when it falls on a day that is not worked. */
export interface Term {
  readonly length: number;
  readonly unit: (typeof termUnits)[number];
  readonly roll: (typeof rolls)[number];
}

/**
 * What the law makes of silence: only shown, passed up, or taken for a yes or a no. The last two are read, since the
 * record may hold them one day, but not announced: nothing here acts on them yet (`announcedExpiries`).
 */
export type Expiry = (typeof expiries)[number];

/** What rules can be announced with: a law that the program does not carry out would be a false one. */
export const announcedExpiries = ["flag", "escalate"] as const satisfies readonly Expiry[];

/** The duty that one kind of filing begins. */
export interface FilingRule {
  /** Counted from the day after registration. */
  readonly answer: Term;
  readonly onExpiry: Expiry;
  /** The article that says so, as it is cited on the pages. */
  readonly law: string;
}

/** The rules of the clock as one public act made them. Versions replace each other whole. */
export interface RuleVersion {
  /** Counts from 1. */
  readonly version: number;
  /** When the act was entered in the record. */
  readonly announced: Instant;
  /** First day on which it is the rule for what is entered. */
  readonly validFrom: CivilDate;
  readonly law: string;
  /** False until a lawyer of the country has confirmed these terms; the pages say so as long as it is. */
  readonly confirmedByLawyer: boolean;
  /** Whether the answer terms of cases that are already open change with it. */
  readonly movesOpenCases: boolean;
  readonly kinds: Readonly<Record<FilingKind, FilingRule>>;
  /** Counted from the day on which the body got the case. */
  readonly forwardWithin: Term;
  /** Waiting for the applicant: working days in all, over at most so many pauses in one case. */
  readonly pause: { readonly workingDaysMax: number; readonly pausesMax: number };
  /**
   * `limit` is counted from the due that stands; `notifyWithin` is how soon the law wants the applicant told. Here they
   * are told by the act itself, so it is published and always kept.
   */
  readonly extension: { readonly limit: Term; readonly timesMax: number; readonly notifyWithin: Term };
  /** The least time that a body has after an applicant disputed its answer. */
  readonly disputeReview: Term;
  /** Calendar days in which an applicant may take a withdrawal back. */
  readonly withdrawalRevocableDays: number;
  /** After how long a posted letter counts as delivered, from the day of the posting receipt; rules of old have none. */
  readonly postalDelivery?: Term;
  /** By when a request to erase is decided, from the day on which it was made; rules of old have none. */
  readonly erasureDecision?: SideRule;
  /** By when a text whose author agreed to it is released or refused; then it is released. Rules of old have none. */
  readonly publicationRelease?: SideRule;
  /** How an applicant is heard before they get less than they asked for; what rules of old mean gives `hearingRule`. */
  readonly hearing?: HearingRule;
  /** Within how many months a decision can be taken higher; what rules of old mean gives `remedyRule`. */
  readonly remedies?: RemedyRule;
  /** When an open case is raised to the head; what rules of old mean gives `escalationRule`. */
  readonly escalation?: EscalationRule;
  /** Why they were announced, for everyone to read; the first ones of a country need none. */
  readonly reason?: Trilingual;
}

/** A duty beside that of answering: what an applicant asks for by an act `added`. */
export interface SideRule {
  readonly within: Term;
  /** The article that says so, as it is cited on the pages. */
  readonly law: string;
}

export interface HearingRule {
  /** The least time between the notice and the hearing. */
  readonly notice: Term;
  /** Whether the applicant is heard also before only a part is granted; before a refusal they always are. */
  readonly beforePartly: boolean;
  /** The article that says so, as it is cited on the pages. */
  readonly law: string;
}

export interface RemedyRule {
  /** `null` where no term runs: a prosecutor's supervision of the law is bound by none. */
  readonly months: {
    readonly "higher-body": number;
    readonly court: number;
    readonly prosecutor: number | null;
    readonly ombudsman: number | null;
  };
  readonly law: string;
}

/** How many working days before its due day an open case is raised: first, and once more. */
export interface EscalationRule {
  readonly firstWorkingDays: number;
  readonly secondWorkingDays: number;
}

/** The last day of a term that begins after `from`. */
export function endOfTerm(
  term: Term,
  from: CivilDate,
  calendar: CalendarVersion,
  week: WorkingWeek,
): CivilDate {
  switch (term.unit) {
    case "working-days":
      return addWorkingDays(calendar, week, from, term.length);
    case "calendar-days":
      return rolled(term, addDays(from, term.length), calendar, week);
    case "months":
      return rolled(term, addMonths(from, term.length), calendar, week);
  }
}

function rolled(term: Term, end: CivilDate, calendar: CalendarVersion, week: WorkingWeek): CivilDate {
  switch (term.roll) {
    case "next-working-day":
      return workingDayFrom(calendar, week, end);
    case "previous-working-day":
      return workingDayUntil(calendar, week, end);
    case "none":
      return end;
  }
}

/** So many working days; their end needs no roll, since it is a working day. */
export function workingDaysTerm(length: number): Term {
  return { length, unit: "working-days", roll: "next-working-day" };
}

/** The rule for a case. One that comes from elsewhere without a filing of its own counts as an application. */
export function filingRuleOf(rules: RuleVersion, kind: FilingKind | "received"): FilingRule {
  return rules.kinds[kind === "received" ? "filed-application" : kind];
}

/** The kinds of filing that are raised to the head as their day comes near and passes, by the rules in force. */
export function raisedKinds(rules: RuleVersion): readonly FilingKind[] {
  return filingKinds.filter((kind) => rules.kinds[kind].onExpiry !== "flag");
}

const toBeConfirmed = "to be confirmed by a lawyer";

/**
 * What held before rules could say it. An act of the record that is silent means these for ever, whatever the demo
 * country's own rules come to say.
 */
const unsaid = {
  // After Kazakhstan's code, art. 73.
  hearing: {
    notice: workingDaysTerm(3),
    beforePartly: false,
    law: `Administrative code, art. 73 (${toBeConfirmed})`,
  },
  remedies: {
    months: { "higher-body": 3, court: 3, prosecutor: null, ombudsman: 12 },
    law: `Administrative code of the demo country (${toBeConfirmed})`,
  },
  escalation: { firstWorkingDays: 3, secondWorkingDays: 1 },
} as const satisfies Required<Pick<RuleVersion, "hearing" | "remedies" | "escalation">>;

/** How an applicant is heard by some rules, be they silent on it. */
export function hearingRule(rules: RuleVersion): HearingRule {
  return rules.hearing ?? unsaid.hearing;
}

/** Within how many months a decision can be taken higher by some rules, be they silent on it. */
export function remedyRule(rules: RuleVersion): RemedyRule {
  return rules.remedies ?? unsaid.remedies;
}

/** When an open case is raised by some rules, be they silent on it. */
export function escalationRule(rules: RuleVersion): EscalationRule {
  return rules.escalation ?? unsaid.escalation;
}

const ordinaryRule: FilingRule = {
  answer: workingDaysTerm(15),
  onExpiry: "escalate",
  law: `Administrative code, art. 76 (${toBeConfirmed})`,
};

/**
 * The demo country's rules. They follow the public text of Kazakhstan's Administrative Procedural and Process-Related
 * Code, art. 76 (15 working days, extension of at most two months, forwarding and notices within three working
 * days); the longer term of a suggestion, the pause, the review after a dispute, the revocable withdrawal, the days that a
 * letter travels, those for deciding a request to erase (as long as an answer takes) and for releasing a text, the months
 * of a remedy and the days on which a case is raised are assumptions. All of it is to be confirmed by a lawyer, and
 * `confirmedByLawyer` says so.
 */
export const defaultRules: RuleVersion = {
  version: 1,
  announced: 0,
  validFrom: civilDate(2020, 1, 1),
  law: `Administrative code of the demo country (${toBeConfirmed})`,
  confirmedByLawyer: false,
  movesOpenCases: false,
  kinds: {
    "filed-application": ordinaryRule,
    "filed-complaint": ordinaryRule,
    "filed-suggestion": { ...ordinaryRule, answer: workingDaysTerm(30), onExpiry: "flag" },
    "filed-request": ordinaryRule,
    "filed-message": { ...ordinaryRule, onExpiry: "flag" },
    "filed-elsewhere": { ...ordinaryRule, onExpiry: "flag" },
  },
  forwardWithin: workingDaysTerm(3),
  pause: { workingDaysMax: 10, pausesMax: 2 },
  extension: {
    limit: { length: 2, unit: "months", roll: "next-working-day" },
    timesMax: 1,
    notifyWithin: workingDaysTerm(3),
  },
  disputeReview: workingDaysTerm(5),
  withdrawalRevocableDays: 3,
  postalDelivery: { length: 10, unit: "calendar-days", roll: "none" },
  erasureDecision: { within: workingDaysTerm(15), law: `Law on personal data (${toBeConfirmed})` },
  publicationRelease: {
    within: workingDaysTerm(10),
    law: `Rules on public appeals of the demo country (${toBeConfirmed})`,
  },
  ...unsaid,
};
