import type { ActKind } from "../record/kinds.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { either, integer, list, object, oneOf, type ReadBy, type Reader, text } from "../strict-json.ts";
import { channels } from "./channels.ts";
import { answerFields, dateText, sendingFields } from "./elsewhere.ts";
import { erasureGrounds, erasureRefusalGrounds, erasureScopes } from "./erasure.ts";
import { publicationRefusalReasons } from "./published-appeal.ts";
import { unheardReasons } from "./unheard.ts";

/**
 * The public details of each act of an appeal: what stands in the part named "public" of its payload. Codes from
 * closed lists, days, bodies and articles of law, never a free sentence: nobody's name or story can slip in. Texts
 * are in other parts, which are opened and erased alone.
 */

const languages = ["tk", "ru", "en"] as const;

/** Why a body passes an appeal on. */
export const forwardReasons = [
  "another-body-is-competent",
  "another-place-is-competent",
  "body-is-complained-of",
  "part-concerns-another-body",
] as const;

/** Why a head prolongs the term. */
export const extensionReasons = [
  "inspection-on-site",
  "expert-opinion",
  "information-from-another-body",
  "many-applicants",
  "translation",
] as const;

/** What the body must know before it can answer. */
export const clarificationReasons = [
  "place-unclear",
  "time-unclear",
  "request-unclear",
  "document-missing",
  "authority-to-represent-missing",
] as const;

/** What came out. `explained` and `terminated` are never answers in the figures. */
export const outcomes = ["satisfied", "partly-satisfied", "refused", "explained", "terminated"] as const;
export type Outcome = (typeof outcomes)[number];

/** Why what was asked for is not done. */
export const refusalGrounds = [
  "law-does-not-allow",
  "facts-not-confirmed",
  "no-right-to-what-is-asked",
  "already-decided",
  "in-court",
  "beyond-powers",
] as const;

/** Why only part of it is done. */
export const partialGrounds = [...refusalGrounds, "done-in-stages", "means-not-available"] as const;

/** Why the body explains instead of deciding. */
export const explanationGrounds = [
  "asks-for-the-law",
  "asks-for-procedure",
  "already-answered-before",
  "not-within-any-power",
] as const;

/** Why there will be no decision. */
export const terminationGrounds = [
  "applicant-cannot-be-reached",
  "subject-has-ceased",
  "same-matter-in-court",
  "same-appeal-answered-thrice",
  "applicant-has-died",
] as const;

/** Why a citizen says that an answer is none. */
export const disputeReasons = [
  "does-not-answer",
  "not-done",
  "answers-another-question",
  "never-arrived",
  "untrue",
] as const;

/** Where one can go on. */
const remedyForums = ["higher-body", "court", "ombudsman", "prosecutor"] as const;
/** Before the due day; the rules say how many working days. What was entered before they could named the step by them. */
const warningSteps = ["first", "second"] as const;
const stepsWithoutDays = ["three-working-days", "one-working-day", "expired"] as const;
const deadlineMoveReasons = ["calendar", "rules"] as const;
export const addedKinds = ["document", "statement", "correction"] as const;
/** Of a collective appeal: somebody else signs it, or takes their signature back. Who is in the sealed part. */
export const signatureWords = ["co-signature", "co-signature-withdrawn"] as const;
export type SignatureWord = (typeof signatureWords)[number];
/** What an applicant says of an answer: whether it was done. */
export const ratingAnswers = ["done", "partly-done", "not-done"] as const;
/** What an applicant says on whether the appeal may stand in public; the text that may is in the part `parties`. */
export const publicationWords = ["publication-agreed", "publication-not-agreed"] as const;
/** Why what stood in public was erased, besides the grounds for erasing more. */
const publicationErasureGrounds = ["publication-taken-back", "publication-replaced"] as const;
const publishedKinds = ["appeal", "reply", "appeal-and-reply"] as const;

const bodyNumberMax = 0xffff_ffff;
const citationLengthMax = 200;
const postLengthMax = 80;
const placeLengthMax = 200;
const caseNumberLengthMax = 40;
const citationsMax = 20;
const groundsMax = 6;
const remedyMonthsMax = 120;
const escalationDaysMax = 250;

const readBody: Reader<number> = integer(1, bodyNumberMax);
const readRemedy = object({ to: oneOf(remedyForums), withinMonths: integer(1, remedyMonthsMax) });
/** An appeal to somewhere else: to whom, and within how many months. */
export type Remedy = ReadBy<typeof readRemedy>;

// Who gets what they asked for may be told the law and where to go on; who does not, must be.
const someLaw = list(text(citationLengthMax), 0, citationsMax);
const someRemedies = list(readRemedy, 0, remedyForums.length);
const legalBasis = list(text(citationLengthMax), 1, citationsMax);
const remedies = list(readRemedy, 1, remedyForums.length);
/** Where nobody was heard before; acts of old, and those that followed a hearing, do not say it. */
const unheard = { unheard: oneOf(unheardReasons) };
const readAnswer = either(
  object({ outcome: oneOf(["satisfied"]), legalBasis: someLaw, remedies: someRemedies }),
  object(
    {
      outcome: oneOf(["partly-satisfied"]),
      grounds: list(oneOf(partialGrounds), 1, groundsMax),
      legalBasis,
      remedies,
    },
    unheard,
  ),
);
const erasureScope = list(oneOf(erasureScopes), 1, erasureScopes.length);
const nothing = object({});
const filed = object({ channel: oneOf(channels), language: oneOf(languages) });

const filedElsewhere = object({ channel: oneOf(channels), language: oneOf(languages), ...sendingFields });

/** One reader for each kind of act that an appeal may have: the list of kinds and their details at once. */
const readers = {
  "filed-application": filed,
  "filed-complaint": filed,
  "filed-suggestion": filed,
  "filed-request": filed,
  "filed-message": filed,
  "filed-elsewhere": either(filed, filedElsewhere),
  forwarded: object({ reason: oneOf(forwardReasons), toBody: readBody }),
  received: object({ fromBody: readBody }),
  assigned: object({ post: text(postLengthMax) }),
  "clarification-asked": object({ reason: oneOf(clarificationReasons) }),
  "clarification-given": nothing,
  extended: object({ reason: oneOf(extensionReasons), until: dateText }),
  "deadline-moved": object({ reason: oneOf(deadlineMoveReasons), version: integer(1, bodyNumberMax) }),
  "hearing-announced": object({ on: dateText, place: text(placeLengthMax) }),
  answered: either(readAnswer, object(answerFields)),
  explained: object({
    outcome: oneOf(["explained"]),
    grounds: list(oneOf(explanationGrounds), 1, groundsMax),
    legalBasis,
    remedies,
  }),
  refused: object(
    {
      outcome: oneOf(["refused"]),
      grounds: list(oneOf(refusalGrounds), 1, groundsMax),
      legalBasis,
      remedies,
    },
    unheard,
  ),
  terminated: object({
    outcome: oneOf(["terminated"]),
    grounds: list(oneOf(terminationGrounds), 1, groundsMax),
    legalBasis,
    remedies,
  }),
  merged: object({ into: text(caseNumberLengthMax) }),
  disputed: object({ reason: oneOf(disputeReasons) }),
  withdrawn: nothing,
  "withdrawal-revoked": nothing,
  appealed: object({ to: oneOf(remedyForums) }),
  added: either(
    object({ what: oneOf([...addedKinds, ...publicationWords, ...signatureWords]) }),
    either(
      object({ what: oneOf(["erasure-asked"]), scope: erasureScope }),
      either(
        object({ what: oneOf(["erasure-taken-back"]) }),
        either(
          object({ what: oneOf(["erasure-refused"]), ground: oneOf(erasureRefusalGrounds) }),
          object({ what: oneOf(["publication-refused"]), reason: oneOf(publicationRefusalReasons) }),
        ),
      ),
    ),
  ),
  published: object({ what: oneOf(publishedKinds) }),
  erased: either(
    object({ ground: oneOf(erasureGrounds), scope: erasureScope }),
    object({ ground: oneOf(publicationErasureGrounds) }),
  ),
  rated: object({ answer: oneOf(ratingAnswers) }),
  escalated: either(
    object({ step: oneOf(warningSteps), workingDays: integer(1, escalationDaysMax) }),
    object({ step: oneOf(stepsWithoutDays) }),
  ),
} as const satisfies Partial<Record<ActKind, Reader<object>>>;

/** The kinds of act that an appeal may have. */
export type AppealKind = keyof typeof readers;

/** The public details of one kind of act. */
export type AppealDetailsOf<Kind extends AppealKind> = ReadBy<(typeof readers)[Kind]>;

/** The public details of some act of an appeal. */
export type AppealDetails = AppealDetailsOf<AppealKind>;

/** The kinds of act that an appeal may have, in the order of the table. */
export const appealKinds: readonly AppealKind[] = Object.keys(readers) as AppealKind[];

/** Whether an appeal may have acts of a kind. */
export function isAppealKind(kind: ActKind): kind is AppealKind {
  return Object.hasOwn(readers, kind);
}

/** Reads the public details of an act: exactly the fields of its kind, every code from its list. */
export function parseAppealDetails<Kind extends AppealKind>(
  kind: Kind,
  json: unknown,
): Result<AppealDetailsOf<Kind>, "not-the-details-of-this-act"> {
  const details = readers[kind](json) as AppealDetailsOf<Kind> | undefined;
  return details === undefined ? refused("not-the-details-of-this-act") : ok(details);
}

/** The details of an act as JSON for its part `public`. Throws when the reader would refuse them. */
export function appealDetails<Kind extends AppealKind>(
  kind: Kind,
  details: AppealDetailsOf<Kind>,
): AppealDetailsOf<Kind> {
  const read = parseAppealDetails(kind, details);
  assert(read.ok, `not the details of ${kind}`);
  return read.value;
}

/** The outcome that a closing states; `null` for a closing without one (withdrawn, merged) and for erased details. */
export function outcomeOf(details: AppealDetails | null): Outcome | null {
  return details !== null && "outcome" in details ? details.outcome : null;
}
