/** What rules of the clock say, line by line: the same lines on the public page and before an announcement. */
import {
  escalationRule,
  type FilingRule,
  filingKinds,
  type HearingRule,
  hearingRule,
  type RemedyRule,
  type RuleVersion,
  remedyRule,
  type SideRule,
  type Term,
  workingDaysTerm,
} from "#core/clock/rules.ts";
import { numberInWords } from "#platform/language/dates.ts";
import { termInWords } from "#platform/language/explain-deadline.ts";
import type { Translate } from "#platform/language/texts.ts";

/** One provision. */
export interface RuleLine {
  readonly what: string;
  readonly says: string;
  /** The article that it has of its own; `null` where it rests on what the whole does. */
  readonly law: string | null;
}

/** Everything that rules say, in one order. */
export function ruleLines(t: Translate, rules: RuleVersion): readonly RuleLine[] {
  return [
    ...filingKinds.map((kind) => answerLine(t, t(`desk-kind-${kind}`), rules.kinds[kind])),
    line(t("rules-line-forward"), spanInWords(t, rules.forwardWithin)),
    line(
      t("rules-line-pause"),
      t("rules-says-pause", {
        term: termInWords(t, workingDaysTerm(rules.pause.workingDaysMax)),
        times: rules.pause.pausesMax,
      }),
    ),
    line(
      t("rules-line-extension"),
      t("rules-says-extension", {
        term: spanInWords(t, rules.extension.limit),
        times: rules.extension.timesMax,
      }),
    ),
    line(t("rules-line-dispute"), spanInWords(t, rules.disputeReview)),
    line(
      t("rules-line-withdrawal"),
      termInWords(t, { length: rules.withdrawalRevocableDays, unit: "calendar-days" }),
    ),
    hearingLine(t, hearingRule(rules)),
    remedyLine(t, remedyRule(rules)),
    line(t("rules-line-escalation"), escalationInWords(t, rules)),
    line(t("rules-line-post"), spanOrNone(t, rules.postalDelivery)),
    sideLine(t, t("rules-line-erasure"), rules.erasureDecision),
    sideLine(t, t("rules-line-publication"), rules.publicationRelease),
    { what: t("rules-line-law"), says: rules.law, law: null },
    line(
      t("rules-line-confirmed"),
      t(rules.confirmedByLawyer ? "rules-says-confirmed" : "rules-says-unconfirmed"),
    ),
  ];
}

/** The lines of which two versions say different things, as each says them. */
export function changedLines(
  t: Translate,
  before: RuleVersion,
  after: RuleVersion,
): readonly { readonly was: RuleLine; readonly willBe: RuleLine }[] {
  const later = ruleLines(t, after);
  return ruleLines(t, before).flatMap((was, at) => {
    const willBe = later[at];
    const isSame = willBe === undefined || (was.says === willBe.says && was.law === willBe.law);
    return isSame ? [] : [{ was, willBe }];
  });
}

function line(what: string, says: string): RuleLine {
  return { what, says, law: null };
}

function answerLine(t: Translate, kind: string, { answer, onExpiry, law }: FilingRule): RuleLine {
  const says = t("rules-says-answer", {
    term: spanInWords(t, answer),
    expiry: t(`rules-says-expiry-${onExpiry}`),
  });
  return { what: t("rules-line-answer", { kind }), says, law };
}

function hearingLine(t: Translate, { notice, beforePartly, law }: HearingRule): RuleLine {
  const before = t(beforePartly ? "rules-says-hearing-partly" : "rules-says-hearing-refusal");
  const says = t("rules-says-hearing", { term: spanInWords(t, notice), before });
  return { what: t("rules-line-hearing"), says, law };
}

function remedyLine(t: Translate, { months, law }: RemedyRule): RuleLine {
  const inWords = (length: number | null) =>
    length === null ? t("rules-says-no-term") : termInWords(t, { length, unit: "months" });
  const says = (["higher-body", "court", "prosecutor", "ombudsman"] as const)
    .map((to) => `${t(`act-remedy-${to}`)}: ${inWords(months[to])}`)
    .join("; ");
  return { what: t("rules-line-remedy"), says, law };
}

function escalationInWords(t: Translate, rules: RuleVersion): string {
  const { firstWorkingDays, secondWorkingDays } = escalationRule(rules);
  return t("rules-says-escalation", {
    first: termInWords(t, workingDaysTerm(firstWorkingDays)),
    second: numberInWords(t.language, secondWorkingDays),
  });
}

function sideLine(t: Translate, what: string, rule: SideRule | undefined): RuleLine {
  return { what, says: spanOrNone(t, rule?.within), law: rule?.law ?? null };
}

function spanOrNone(t: Translate, term: Term | undefined): string {
  return term === undefined ? t("rules-says-nothing") : spanInWords(t, term);
}

/** A length with what becomes of its end; working days end on one. */
function spanInWords(t: Translate, term: Term): string {
  const length = termInWords(t, term);
  return term.unit === "working-days" || term.roll === "none"
    ? length
    : t(`rules-says-roll-${term.roll}`, { term: length });
}
