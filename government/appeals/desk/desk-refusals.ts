/** Why the desk does not do something, as a sentence that says what to do instead. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { HearingProblem } from "#core/clock/hearing.ts";
import { unreachable } from "#core/result.ts";
import type { RefusalReason } from "#platform/authority/policy.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { SigningProblem } from "#platform/signer/body-signer.ts";
import type { ApproveProblem } from "../approve-refusal.ts";
import type { ForwardProblem } from "../forward-appeal.ts";
import type { MergeProblem } from "../merge-appeals.ts";
import type { NameInWords } from "../named-in-words.ts";
import type { OnceProblem } from "../portal-tools.ts";
import type { ProposeProblem } from "../propose-refusal.ts";
import type { HandoverProblem } from "../set-handover.ts";
import type { TemplateProblem } from "../write-reply-template.ts";
import type { InsertProblem } from "./desk-reply-template.ts";

/** What a policy, the record, the clock or a form has against an act at a desk. */
export type DeskRefusal =
  | RefusalReason
  | OnceProblem
  | ForwardProblem
  | SigningProblem
  | ProposeProblem
  | ApproveProblem
  | MergeProblem
  | HandoverProblem
  | TemplateProblem
  | InsertProblem
  | HearingProblem
  | NameInWords
  | "note-empty-or-long"
  /** No case or no post was chosen in the bar under the queue. */
  | "bulk-nothing-chosen"
  /** The reply was sent or changed in another window. */
  | "reply-changed"
  /** The post or the body that was chosen is not to be had (any more). */
  | "choice-gone"
  /** The new day of an extension is not after the one that stands. */
  | "day-not-later"
  /** The applicant sealed the name, or the part was erased. */
  | "identity-gone";

/** The sentence. */
export function refusalText(t: Translate, refusal: DeskRefusal): string {
  if (typeof refusal === "string") return t(`desk-refused-${refusal}`);
  const inWords = (date: CivilDate) => dateWithWeekday(t.language, date);
  switch (refusal.finding) {
    case "illegal-sequence":
    case "wrong-body":
    case "no-such-case":
    case "same-register":
    case "others-merged-into-it":
    case "name-in-words":
    case "second-person-needed":
    case "no-second-person-needed":
    case "refusal-waits":
    case "hearing-on-day-off":
    case "hearing-needed":
    case "no-reason-needed":
    case "reason-unfit":
      return t(`desk-refused-${refusal.finding}`);
    case "late-revocation":
      return t("desk-refused-illegal-sequence");
    case "due-disputed":
      return refusal.lawful === null
        ? t("desk-refused-illegal-sequence")
        : t("desk-refused-due-disputed", { day: inWords(refusal.lawful) });
    case "closed-before-hearing":
    case "hearing-too-soon":
      return t("desk-refused-hearing-too-soon", { day: inWords(refusal.earliest) });
    case "hearing-after-due":
      return t("desk-refused-hearing-after-due", { day: inWords(refusal.due) });
    case "hearing-ahead":
      return t("desk-refused-hearing-ahead", { day: inWords(refusal.on) });
    case "late-forward":
      return t("desk-refused-late-forward", { day: inWords(refusal.until) });
    case "late-extension":
      return t("desk-refused-late-extension", { day: inWords(refusal.due) });
    case "extensions-exhausted":
      return t("desk-refused-extensions-exhausted", { times: refusal.timesMax });
    case "late-pause":
      return t("desk-refused-late-pause", { day: inWords(refusal.due) });
    case "pause-exhausted":
      return t("desk-refused-pause-exhausted", {
        days: refusal.workingDaysMax,
        times: refusal.pausesMax,
      });
    default:
      return unreachable(refusal);
  }
}

/** Of the reasons that the policy gives, those that no change of the form helps against. */
function isAgainstPerson(refusal: DeskRefusal): boolean {
  return typeof refusal === "string" && policyReasons.has(refusal);
}

const policyReasons: ReadonlySet<string> = new Set<RefusalReason>([
  "sign-in-needed",
  "not-yours",
  "status-only",
  "office-lacking",
  "foreign-body",
  "not-assigned-to-you",
  "sealed",
  "own-case",
  "person-complained-of",
  "writer-cannot-approve",
  "would-reach-person-complained-of",
  "would-return-to-body-appealed-against",
]);

/** The status in which a refusal is shown. */
export function refusalStatus(refusal: DeskRefusal): 403 | 422 {
  return isAgainstPerson(refusal) ? 403 : 422;
}
