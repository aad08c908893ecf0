/** Where the publication of a case stands: what its author agreed to, and what the head has released of it. */
import {
  type Pieces,
  type PublicMatter,
  type PublishedAppeal,
  piecesJson,
  publicMatters,
  readPieces,
  readPublishedAppeal,
} from "#core/acts/published-appeal.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import { anyText, made, object, oneOf, orNull, type Reader } from "#core/strict-json.ts";
import { type BodySlug, parseBodySlug } from "#government/bodies/index.ts";
import type { ActView, CaseView } from "#government/cases/index.ts";

/** What an author lets stand in public: a text of their own making, and as much of the reply as they want. */
export interface AgreedText {
  readonly matter: PublicMatter;
  /** The body that answers for the place; `null` for the whole country. */
  readonly place: BodySlug | null;
  readonly subject: string;
  readonly text: string;
  /** `null`: the reply does not stand in public, or there was none. */
  readonly reply: Pieces | null;
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

export interface PublicationStanding {
  /** `null`: the author has not agreed, or has taken the word back. */
  readonly agreement: Agreement | null;
  readonly release: Release | null;
}

/** What is kept of an agreement, in the part `parties` of its act. */
export function agreedJson({ matter, place, subject, text, reply }: AgreedText): JsonObject {
  return { matter, place, subject, text, reply: reply === null ? null : piecesJson(reply) };
}

const textLengthMax = 40_000;
const slugLengthMax = 60;

const readAgreed: Reader<AgreedText> = object({
  matter: oneOf(publicMatters),
  place: orNull(
    made(anyText(slugLengthMax), "the word of a body", (text) => parseBodySlug(text) ?? undefined),
  ),
  subject: anyText(textLengthMax),
  text: anyText(textLengthMax),
  reply: orNull(readPieces),
});

const readWord = object({ what: oneOf(["publication-agreed", "publication-not-agreed"]) });

/** Reads it from the acts as one viewer sees them: whoever may not see a text does not learn of it here. */
export function publicationStanding({ acts }: Pick<CaseView, "acts">): PublicationStanding {
  let agreement: Agreement | null = null;
  let release: Release | null = null;
  for (const [position, act] of acts.entries()) {
    const word = act.kind === "added" ? readWord(act.details)?.what : undefined;
    if (word === "publication-not-agreed") agreement = null;
    const agreed = word === "publication-agreed" ? readAgreed(act.texts) : undefined;
    if (agreed !== undefined) agreement = { agreed, act, position };
    const appeal = readPublishedAppeal(act.publication);
    if (appeal !== undefined) release = { appeal, act, position };
  }
  return { agreement, release };
}

/** Whether the head has something to release: agreed to after the last release, or never released. */
export function awaitsRelease({ agreement, release }: PublicationStanding): boolean {
  return agreement !== null && (release === null || agreement.position > release.position);
}
