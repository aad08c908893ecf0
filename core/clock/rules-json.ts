/** Rules as a public act states them: read strictly, and written so that they read back as they were. */
import { readTrilingual, type Trilingual } from "../record/trilingual.ts";
import { integer, made, object, oneOf, orNull, type Reader, text, truth } from "../strict-json.ts";
import { civilDateText, readCivilDate } from "./civil-date.ts";
import {
  announcedExpiries,
  type EscalationRule,
  expiries,
  type FilingRule,
  type HearingRule,
  type RemedyRule,
  type RuleVersion,
  rolls,
  type SideRule,
  type Term,
  termUnits,
} from "./rules.ts";

const lawLengthMax = 300;
const termLengthMax = 3_660;
const pausesMax = 100;
/** What the details of acts can say of both: core/acts/appeal.ts. */
const remedyMonthsMax = 120;
const escalationDaysMax = 250;
const versionMax = 1_000_000;
const instantMax = 8_640_000_000_000_000;

const readTerm: Reader<Term> = object({
  length: integer(0, termLengthMax),
  unit: oneOf(termUnits),
  roll: oneOf(rolls),
});
const filingRuleFields = { answer: readTerm, law: text(lawLengthMax) };
const readFilingRule: Reader<FilingRule> = object({ ...filingRuleFields, onExpiry: oneOf(expiries) });
const readFilingRuleToAnnounce: Reader<FilingRule> = object({
  ...filingRuleFields,
  onExpiry: oneOf(announcedExpiries),
});

function kindsWith(rule: Reader<FilingRule>): Reader<RuleVersion["kinds"]> {
  return object({
    "filed-application": rule,
    "filed-complaint": rule,
    "filed-suggestion": rule,
    "filed-request": rule,
    "filed-message": rule,
    "filed-elsewhere": rule,
  });
}

const ruleFields = {
  version: integer(1, versionMax),
  validFrom: readCivilDate,
  law: text(lawLengthMax),
  confirmedByLawyer: truth,
  movesOpenCases: truth,
  kinds: kindsWith(readFilingRule),
  forwardWithin: readTerm,
  pause: object({
    workingDaysMax: integer(0, termLengthMax),
    pausesMax: integer(0, pausesMax),
  }),
  extension: object({ limit: readTerm, timesMax: integer(0, pausesMax), notifyWithin: readTerm }),
  disputeReview: readTerm,
  withdrawalRevocableDays: integer(0, termLengthMax),
};

const readSideRule: Reader<SideRule> = object({ within: readTerm, law: text(lawLengthMax) });
const readHearingRule: Reader<HearingRule> = object({
  notice: readTerm,
  beforePartly: truth,
  law: text(lawLengthMax),
});
const readRemedyRule: Reader<RemedyRule> = object({
  months: object({
    "higher-body": integer(1, remedyMonthsMax),
    court: integer(1, remedyMonthsMax),
    prosecutor: orNull(integer(1, remedyMonthsMax)),
    ombudsman: orNull(integer(1, remedyMonthsMax)),
  }),
  law: text(lawLengthMax),
});
const readEscalationRule: Reader<EscalationRule> = made(
  object({
    firstWorkingDays: integer(1, escalationDaysMax),
    secondWorkingDays: integer(1, escalationDaysMax),
  }),
  "a second step that is nearer to the due day than the first",
  (rule) => (rule.secondWorkingDays < rule.firstWorkingDays ? rule : undefined),
);
/** Rules of old say nothing of these: each says what then holds, where it is asked for. */
const optionalRuleFields = {
  postalDelivery: readTerm,
  erasureDecision: readSideRule,
  publicationRelease: readSideRule,
  hearing: readHearingRule,
  remedies: readRemedyRule,
  escalation: readEscalationRule,
  reason: readTrilingual,
};

/** Reads rules that are still to be announced. */
export const readRulesToAnnounce: Reader<Omit<RuleVersion, "announced">> = object(
  { ...ruleFields, kinds: kindsWith(readFilingRuleToAnnounce) },
  optionalRuleFields,
);

/** Reads rules out of a public act. */
export const readRuleVersion: Reader<RuleVersion> = object(
  {
    ...ruleFields,
    announced: integer(0, instantMax),
  },
  optionalRuleFields,
);

/** Rules as published JSON; `readRuleVersion` reads them back. */
export function ruleVersionJson(rules: RuleVersion) {
  return {
    version: rules.version,
    announced: rules.announced,
    validFrom: civilDateText(rules.validFrom),
    law: rules.law,
    confirmedByLawyer: rules.confirmedByLawyer,
    movesOpenCases: rules.movesOpenCases,
    kinds: {
      "filed-application": filingJson(rules.kinds["filed-application"]),
      "filed-complaint": filingJson(rules.kinds["filed-complaint"]),
      "filed-suggestion": filingJson(rules.kinds["filed-suggestion"]),
      "filed-request": filingJson(rules.kinds["filed-request"]),
      "filed-message": filingJson(rules.kinds["filed-message"]),
      "filed-elsewhere": filingJson(rules.kinds["filed-elsewhere"]),
    },
    forwardWithin: termJson(rules.forwardWithin),
    pause: { workingDaysMax: rules.pause.workingDaysMax, pausesMax: rules.pause.pausesMax },
    extension: {
      limit: termJson(rules.extension.limit),
      timesMax: rules.extension.timesMax,
      notifyWithin: termJson(rules.extension.notifyWithin),
    },
    disputeReview: termJson(rules.disputeReview),
    withdrawalRevocableDays: rules.withdrawalRevocableDays,
    ...(rules.postalDelivery === undefined ? {} : { postalDelivery: termJson(rules.postalDelivery) }),
    ...(rules.erasureDecision === undefined ? {} : { erasureDecision: sideJson(rules.erasureDecision) }),
    ...(rules.publicationRelease === undefined
      ? {}
      : { publicationRelease: sideJson(rules.publicationRelease) }),
    ...(rules.hearing === undefined ? {} : { hearing: hearingJson(rules.hearing) }),
    ...(rules.remedies === undefined ? {} : { remedies: remediesJson(rules.remedies) }),
    ...(rules.escalation === undefined ? {} : { escalation: escalationJson(rules.escalation) }),
    ...(rules.reason === undefined ? {} : { reason: reasonJson(rules.reason) }),
  };
}

function termJson({ length, unit, roll }: Term) {
  return { length, unit, roll };
}

function filingJson({ answer, onExpiry, law }: FilingRule) {
  return { answer: termJson(answer), onExpiry, law };
}

function sideJson({ within, law }: SideRule) {
  return { within: termJson(within), law };
}

function hearingJson({ notice, beforePartly, law }: HearingRule) {
  return { notice: termJson(notice), beforePartly, law };
}

function remediesJson({ months, law }: RemedyRule) {
  const { court, prosecutor, ombudsman } = months;
  return { months: { "higher-body": months["higher-body"], court, prosecutor, ombudsman }, law };
}

function escalationJson({ firstWorkingDays, secondWorkingDays }: EscalationRule) {
  return { firstWorkingDays, secondWorkingDays };
}

function reasonJson({ tk, ru, en }: Trilingual) {
  return { tk, ru, en };
}
