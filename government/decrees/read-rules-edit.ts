/** From what was typed to new rules, or to what is wrong with which field; and from rules back to the fields. */
import {
  announcedExpiries,
  escalationRule,
  filingKinds,
  hearingRule,
  type RuleVersion,
  remedyRule,
  type Term,
  termUnits,
} from "#core/clock/rules.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import type { FieldProblem, Fields, Form, FormBody } from "#platform/form/form.ts";
import { parseForm, type Typed, typedFrom } from "#platform/form/parse-form.ts";
import { readDay } from "#platform/form/read-day.ts";
import type { Length, RulesAnnouncement, RulesEdit, RulesEditKind } from "./rules-edit.ts";
import { rulesForms } from "./rules-forms.ts";

/** A provision with what is said of the version that makes it. */
export interface RulesChange {
  readonly edit: RulesEdit;
  readonly announcement: RulesAnnouncement;
}

/** Longer ones are slips of the pen: nobody waits for an answer for three years. */
const lengthsMax: Readonly<Record<Term["unit"], number>> = {
  "working-days": 250,
  "calendar-days": 366,
  months: 24,
};
const pauseDaysMax = 250;
const pausesMax = 10;
const extensionsMax = 10;
const revocableDaysMax = 60;
const remedyMonthsMax = 120;
const escalationDaysMax = 250;

/** Reads the form of one kind of change. */
export function readRulesChange(
  kind: RulesEditKind,
  body: FormBody,
): Result<RulesChange, readonly FieldProblem[]> {
  const form: Form<Fields> = rulesForms[kind];
  const parsed = parseForm(form, body);
  if (!parsed.ok) return parsed;
  const typed = typedValues(parsed.value);
  const edit = editIn(kind, typed);
  const announcement = announcementIn(typed);
  return announcement === null || typed.problems.length > 0
    ? refused(typed.problems)
    : ok({ edit, announcement });
}

/** The values that passed the form, and what is wrong with those that are numbers or days. */
interface TypedValues {
  readonly problems: FieldProblem[];
  text(field: string): string;
  texts(field: string): readonly string[];
  isTicked(field: string): boolean;
  whole(field: string, min: number, max: number): number;
}

function typedValues(values: Readonly<Record<string, unknown>>): TypedValues {
  const problems: FieldProblem[] = [];
  const text = (field: string) => String(values[field] ?? "");
  return {
    problems,
    text,
    texts: (field) => (Array.isArray(values[field]) ? values[field].map(String) : []),
    isTicked: (field) => values[field] === true,
    whole: (field, min, max) => {
      const written = text(field);
      const value = /^[0-9]+$/.test(written) ? Number(written) : Number.NaN;
      if (value >= min && value <= max) return value;
      problems.push({ field, code: "wrong-shape", limit: max });
      return min;
    },
  };
}

function announcementIn(typed: TypedValues): RulesAnnouncement | null {
  const from = readDay(typed.text("from"));
  if (!from.ok) {
    typed.problems.push({ field: "from", code: "wrong-shape" });
    return null;
  }
  return {
    validFrom: from.value,
    movesOpenCases: typed.isTicked("moves"),
    confirmedByLawyer: typed.isTicked("confirmed"),
    reason: { tk: typed.text("reasonTk"), ru: typed.text("reasonRu"), en: typed.text("reasonEn") },
  };
}

function editIn(kind: RulesEditKind, typed: TypedValues): RulesEdit {
  switch (kind) {
    case "answer":
      return {
        edit: kind,
        kinds: filingKinds.filter((each) => typed.texts("kinds").includes(each)),
        term: lengthIn(typed),
        onExpiry: announcedExpiries.find((each) => each === typed.text("expiry")) ?? "flag",
        law: typed.text("article"),
      };
    case "forward":
    case "dispute":
    case "post":
      return { edit: kind, term: lengthIn(typed) };
    case "pause":
      return {
        edit: kind,
        workingDaysMax: typed.whole("pauseDays", 0, pauseDaysMax),
        pausesMax: typed.whole("pauses", 0, pausesMax),
      };
    case "extension":
      return { edit: kind, term: lengthIn(typed), timesMax: typed.whole("extensions", 0, extensionsMax) };
    case "withdrawal":
      return { edit: kind, days: typed.whole("revocableDays", 0, revocableDaysMax) };
    case "hearing":
      return {
        edit: kind,
        term: lengthIn(typed),
        beforePartly: typed.isTicked("beforePartly"),
        law: typed.text("article"),
      };
    case "erasure":
    case "publication":
      return { edit: kind, term: lengthIn(typed), law: typed.text("article") };
    case "remedy":
      return { edit: kind, months: monthsIn(typed), law: typed.text("article") };
    case "escalation":
      return escalationIn(typed);
    case "law":
      return { edit: kind, law: typed.text("article") };
    default:
      return unreachable(kind);
  }
}

function lengthIn(typed: TypedValues): Length {
  const unit = termUnits.find((each) => each === typed.text("unit")) ?? "working-days";
  return { length: typed.whole("length", 1, lengthsMax[unit]), unit };
}

function monthsIn(typed: TypedValues): Extract<RulesEdit, { edit: "remedy" }>["months"] {
  const orNone = (field: string) =>
    typed.text(field) === "" ? null : typed.whole(field, 1, remedyMonthsMax);
  return {
    "higher-body": typed.whole("higherMonths", 1, remedyMonthsMax),
    court: typed.whole("courtMonths", 1, remedyMonthsMax),
    prosecutor: orNone("prosecutorMonths"),
    ombudsman: orNone("ombudsmanMonths"),
  };
}

function escalationIn(typed: TypedValues): RulesEdit {
  const firstWorkingDays = typed.whole("firstDays", 2, escalationDaysMax);
  // The second step is nearer to the due day than the first.
  const secondWorkingDays = typed.whole("secondDays", 1, firstWorkingDays - 1);
  return { edit: "escalation", firstWorkingDays, secondWorkingDays };
}

/** What stands now, in the fields of the form, so that only what is to be new needs writing. */
export function typedOfRules(kind: RulesEditKind, rules: RuleVersion): Typed {
  const confirmed = rules.confirmedByLawyer;
  return typedFrom({ ...valuesOf(kind, rules), confirmed });
}

function valuesOf(kind: RulesEditKind, rules: RuleVersion): Readonly<Record<string, unknown>> {
  switch (kind) {
    case "answer":
      // Each kind has its own; which ones are meant is not known yet.
      return {};
    case "forward":
      return lengthOf(rules.forwardWithin);
    case "dispute":
      return lengthOf(rules.disputeReview);
    case "post":
      return lengthOf(rules.postalDelivery);
    case "pause":
      return { pauseDays: String(rules.pause.workingDaysMax), pauses: String(rules.pause.pausesMax) };
    case "extension":
      return { ...lengthOf(rules.extension.limit), extensions: String(rules.extension.timesMax) };
    case "withdrawal":
      return { revocableDays: String(rules.withdrawalRevocableDays) };
    case "hearing": {
      const { notice, beforePartly, law } = hearingRule(rules);
      return { ...lengthOf(notice), beforePartly, article: law };
    }
    case "erasure":
      return { ...lengthOf(rules.erasureDecision?.within), article: rules.erasureDecision?.law };
    case "publication":
      return { ...lengthOf(rules.publicationRelease?.within), article: rules.publicationRelease?.law };
    case "remedy":
      return remedyValues(rules);
    case "escalation": {
      const { firstWorkingDays, secondWorkingDays } = escalationRule(rules);
      return { firstDays: String(firstWorkingDays), secondDays: String(secondWorkingDays) };
    }
    case "law":
      return { article: rules.law };
    default:
      return unreachable(kind);
  }
}

function lengthOf(term: Term | undefined): Readonly<Record<string, unknown>> {
  return term === undefined ? {} : { length: String(term.length), unit: term.unit };
}

function remedyValues(rules: RuleVersion): Readonly<Record<string, unknown>> {
  const { months, law } = remedyRule(rules);
  const written = (value: number | null) => (value === null ? "" : String(value));
  return {
    higherMonths: written(months["higher-body"]),
    courtMonths: written(months.court),
    prosecutorMonths: written(months.prosecutor),
    ombudsmanMonths: written(months.ombudsman),
    article: law,
  };
}
