import { utf8Bytes, utf8Text } from "../bytes.ts";
import { filingKinds } from "../clock/rules.ts";
import { canonicalJson, type JsonValue, parseCanonicalJson } from "../record/canonical-json.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import {
  anyText,
  either,
  exactly,
  integer,
  list,
  made,
  matching,
  object,
  oneOf,
  orNull,
  type Reader,
} from "../strict-json.ts";

/**
 * What stands in public of an appeal whose author agrees: the part `publication` of an act `published` (record
 * decision 2). Words that were cut leave a visible gap with its reason from a closed list, so that nobody can shorten
 * a text unseen.
 */

/** What an appeal is about, for lists and figures. */
export const publicMatters = [
  "energy",
  "water",
  "roads",
  "housing",
  "health",
  "education",
  "benefits",
  "work",
  "land",
  "environment",
  "documents",
  "safety",
  "business",
  "conduct",
  "other",
] as const;
export type PublicMatter = (typeof publicMatters)[number];

/** Why the body's head cuts words out of a text that its author lets stand. */
export const redactionReasons = [
  "names-a-person",
  "shows-an-address",
  "shows-a-number",
  "insults",
  "secret-by-law",
  "endangers-somebody",
] as const;
export type RedactionReason = (typeof redactionReasons)[number];

/** Why a head refuses what an author agreed to. A default list, to be confirmed by a lawyer. */
export const publicationRefusalReasons = [
  "insults-throughout",
  "secret-by-law-throughout",
  "endangers-somebody-even-cut",
  "others-recognised-even-cut",
  "calls-to-violence",
] as const;
export type PublicationRefusalReason = (typeof publicationRefusalReasons)[number];

/** Why words are missing: the author's own wish, or one of the head's reasons. */
export const cutReasons = ["author-wishes", ...redactionReasons] as const;
export type CutReason = (typeof cutReasons)[number];

/** A text with its gaps, in order. */
export type Pieces = readonly (string | { readonly cut: CutReason })[];

/**
 * A picture of the filing that everyone may see, or one that the head has held back, with the reason. Its bytes are fetched
 * from the portal and taken away with the publication; the digest binds them to the record.
 */
export type PublishedPicture = ShownPicture | { readonly held: RedactionReason };
export interface ShownPicture {
  /** Name of its part in the act of the filing. */
  readonly part: string;
  readonly mediaType: (typeof pictureTypes)[number];
  readonly byteLength: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface PublishedAppeal {
  /** Names the publication in addresses. Drawn; says nothing of the case's number. */
  readonly id: string;
  readonly kind: (typeof filingKinds)[number];
  readonly language: "tk" | "ru" | "en";
  readonly matter: PublicMatter;
  /** The word of the body that answers for the place; `null` for the whole country. */
  readonly place: string | null;
  readonly subject: Pieces;
  readonly text: Pieces;
  /** The body's reply; `null` while there is none or where the author does not want it to stand here. */
  readonly reply: Pieces | null;
  /** Those that the author chose, in the order of the filing. */
  readonly pictures: readonly PublishedPicture[];
}

/** Name of the part that carries it. */
export const publicationPartName = "publication";

const languages = ["tk", "ru", "en"] as const;
const idLength = 10;
const idPattern = /^[0-9a-hjkmnp-tv-z]{10}$/;
const placeLengthMax = 60;
const placePattern = /^[a-z][a-z0-9-]{1,59}$/;
const textLengthMax = 40_000;
const piecesMax = 400;
/** Media types of files that can be shown as pictures. */
export const pictureTypes = ["image/jpeg", "image/png"] as const;
const picturesMax = 9;
const partNameLengthMax = 12;
const digestLength = 64;

/** Whether a text may name a publication: ten letters and digits of Crockford's base 32. */
export function isPublicationId(text: string): boolean {
  return idPattern.test(text);
}

/** The bytes of the part: version 2 where there are pictures. Throws when the reader would refuse them. */
export function publishedAppealBytes(appeal: PublishedAppeal): Uint8Array {
  const { id, kind, language, matter, place, pictures } = appeal;
  const json: JsonValue = {
    ...{ v: pictures.length === 0 ? 1 : 2, id, kind, language, matter, place },
    ...(pictures.length === 0 ? {} : { pictures: pictures.map((each) => ({ ...each })) }),
    ...{ subject: piecesJson(appeal.subject), text: piecesJson(appeal.text) },
    reply: appeal.reply === null ? null : piecesJson(appeal.reply),
  };
  const bytes = utf8Bytes(canonicalJson(json));
  assert(parsePublishedAppeal(bytes).ok, "the reader refuses this publication");
  return bytes;
}

/** Reads the part: canonical JSON of exactly these keys. */
export function parsePublishedAppeal(bytes: Uint8Array): Result<PublishedAppeal, "malformed-publication"> {
  const text = utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  const appeal = json?.ok ? readPublishedAppeal(json.value) : undefined;
  return appeal === undefined ? refused("malformed-publication") : ok(appeal);
}

/** Reads a text with gaps. */
export const readPieces: Reader<Pieces> = list(
  either(
    made(anyText(textLengthMax), "a text that is not empty", (text) => (text === "" ? undefined : text)),
    object({ cut: oneOf(cutReasons) }),
  ),
  0,
  piecesMax,
);

const readPicture: Reader<PublishedPicture> = either(
  object({
    part: matching(partNameLengthMax, /^attachment-[1-9]$/, "the name of a file's part"),
    mediaType: oneOf(pictureTypes),
    byteLength: integer(1, Number.MAX_SAFE_INTEGER),
    sha256: matching(digestLength, /^[0-9a-f]{64}$/, "64 hexadecimal digits"),
  }),
  object({ held: oneOf(redactionReasons) }),
);

const shape = {
  id: matching(idLength, idPattern, "ten letters and digits"),
  kind: oneOf(filingKinds),
  language: oneOf(languages),
  matter: oneOf(publicMatters),
  place: orNull(matching(placeLengthMax, placePattern, "the word of a body")),
  subject: readPieces,
  text: readPieces,
  reply: orNull(readPieces),
};
const readShape = either(
  object({ v: exactly(1), ...shape }),
  object({ v: exactly(2), ...shape, pictures: list(readPicture, 1, picturesMax) }),
);

/** Reads it from JSON. */
export const readPublishedAppeal: Reader<PublishedAppeal> = (value, reading) => {
  const read = readShape(value, reading);
  if (read === undefined) return undefined;
  const { v: _, ...appeal } = read;
  return { pictures: [], ...appeal };
};

/** A text with gaps as JSON. */
export function piecesJson(pieces: Pieces): JsonValue {
  return pieces.map((piece) => (typeof piece === "string" ? piece : { cut: piece.cut }));
}

/** A text without gaps. */
export function wholeText(text: string): Pieces {
  return text === "" ? [] : [text];
}

/** The words that are left, with `gap` where some are missing. */
export function textOfPieces(pieces: Pieces, gap: string): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : gap)).join("");
}

/** The reasons of the gaps, in their order. */
export function cutsIn(pieces: Pieces): readonly CutReason[] {
  return pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.cut]));
}

/**
 * Cuts a passage wherever it stands. Nothing else can be done to a text: what is left is what was written. `null` when
 * the passage does not occur, or when the text would fall into more pieces than one can read.
 */
export function cutPassage(pieces: Pieces, passage: string, reason: CutReason): Pieces | null {
  if (passage === "") return null;
  let found = false;
  const cut = pieces.flatMap((piece): Pieces => {
    if (typeof piece !== "string") return [piece];
    const rests = piece.split(passage);
    if (rests.length > 1) found = true;
    return rests.flatMap((rest, at): Pieces => {
      const gap: Pieces = at === 0 ? [] : [{ cut: reason }];
      return rest === "" ? gap : [...gap, rest];
    });
  });
  return found && cut.length <= piecesMax ? cut : null;
}
