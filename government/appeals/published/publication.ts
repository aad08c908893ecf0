/** Where the publication of a case stands: what its author agreed to, and what the head has released of it. */
import {
  type Pieces,
  type PublicationRefusalReason,
  type PublicMatter,
  type PublishedAppeal,
  piecesJson,
  publicationRefusalReasons,
  publicMatters,
  readPieces,
  readPublishedAppeal,
} from "#core/acts/published-appeal.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { publicationTerm, type SideTerm } from "#core/clock/side-term.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { anyText, list, made, object, oneOf, orNull, type Reader } from "#core/strict-json.ts";
import { type BodySlug, parseBodySlug } from "#government/bodies/index.ts";
import type { ActView, CaseView } from "#government/cases/index.ts";
import { pictureParts } from "./publish-forms.ts";

/** What an author lets stand in public: a text of their own making, and as much of the reply as they want. */
export interface AgreedText {
  readonly matter: PublicMatter;
  /** The body that answers for the place; `null` for the whole country. */
  readonly place: BodySlug | null;
  readonly subject: string;
  readonly text: string;
  /** `null`: the reply does not stand in public, or there was none. */
  readonly reply: Pieces | null;
  /** Names of the parts of the filing's pictures that everyone may see; none unless the author chose it. */
  readonly pictures: readonly string[];
}

/** A text that was agreed to, with the act that says so. */
export interface Agreement {
  readonly agreed: AgreedText;
  readonly act: ActView;
  /** Its place among the acts of the case, from 0. */
  readonly position: number;
}

/** What stands in public now, with the act that released it. */
export interface Release {
  readonly appeal: PublishedAppeal;
  readonly act: ActView;
  readonly position: number;
}

/** The head's word against it, with its act. */
export interface PublicationRefusal {
  readonly reason: PublicationRefusalReason;
  readonly act: ActView;
}

export interface PublicationStanding {
  /** `null`: the author has not agreed, or has taken the word back. */
  readonly agreement: Agreement | null;
  readonly release: Release | null;
  /** Of what was agreed to last; `null` once the author agrees anew. */
  readonly refusal: PublicationRefusal | null;
}

/** What is kept of an agreement, in the part `parties` of its act. */
export function agreedJson({ matter, place, subject, text, reply, pictures }: AgreedText): JsonObject {
  const chosen = pictures.length === 0 ? {} : { pictures: [...pictures] };
  return { matter, place, subject, text, reply: reply === null ? null : piecesJson(reply), ...chosen };
}

const textLengthMax = 40_000;
const slugLengthMax = 60;

const readAgreedJson = object(
  {
    matter: oneOf(publicMatters),
    place: orNull(
      made(anyText(slugLengthMax), "the word of a body", (text) => parseBodySlug(text) ?? undefined),
    ),
    subject: anyText(textLengthMax),
    text: anyText(textLengthMax),
    reply: orNull(readPieces),
  },
  { pictures: list(oneOf(pictureParts), 1, pictureParts.length) },
);
/** Without pictures where none is named: so were all agreements before there was a choice. */
const readAgreed: Reader<AgreedText> = (value, reading) => {
  const read = readAgreedJson(value, reading);
  return read === undefined ? undefined : { ...read, pictures: read.pictures ?? [] };
};

const readRefusal = object({
  what: oneOf(["publication-refused"]),
  reason: oneOf(publicationRefusalReasons),
});
const readWord = object({ what: oneOf(["publication-agreed", "publication-not-agreed"]) });

/** Reads it from the acts as one viewer sees them: whoever may not see a text does not learn of it here. */
export function publicationStanding({ acts }: Pick<CaseView, "acts">): PublicationStanding {
  let agreement: Agreement | null = null;
  let release: Release | null = null;
  let refusal: PublicationRefusal | null = null;
  for (const [position, act] of acts.entries()) {
    const word = act.kind === "added" ? readWord(act.details)?.what : undefined;
    if (word === "publication-not-agreed") agreement = null;
    const agreed = word === "publication-agreed" ? readAgreed(act.texts) : undefined;
    if (agreed !== undefined) {
      agreement = { agreed, act, position };
      refusal = null;
    }
    const refused = act.kind === "added" ? readRefusal(act.details) : undefined;
    if (refused !== undefined) {
      agreement = null;
      refusal = { reason: refused.reason, act };
    }
    const appeal = readPublishedAppeal(act.publication);
    if (appeal !== undefined) release = { appeal, act, position };
  }
  return { agreement, release, refusal };
}

/** By when the head releases or refuses it; `null` where no rule says so. */
export function releaseTermOf({ act }: Agreement, parameters: Parameters): SideTerm | null {
  const askedOn = civilDateAt(act.at, parameters.timeZone);
  return publicationTerm({ askedOn, at: act.enteredAt ?? act.at, body: act.body }, parameters);
}

/** Whether the head has something to release: agreed to after the last release, or never released. */
export function awaitsRelease({ agreement, release }: PublicationStanding): boolean {
  return agreement !== null && (release === null || agreement.position > release.position);
}
