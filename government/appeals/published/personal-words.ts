/**
 * Words that may lead to a person: a help for whoever makes a text fit for everyone, never a promise. Simple on
 * purpose: what looks like a telephone number, a document's number, an address of mail, a date of birth, and the
 * author's own name and address in any of their grammatical forms.
 */
import { foldForSearch } from "#platform/language/fold-for-search.ts";

const personalKinds = ["mail", "telephone", "document", "date", "number", "name", "address"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A passage of a text, exactly as it stands there. */
export interface PersonalWords {
  readonly passage: string;
  readonly kind: PersonalKind;
}

/** What the author wrote of themselves when filing; kept sealed, and looked at for the author alone. */
export interface OwnIdentity {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
}

/** In this order: what one pattern has found, a later one does not report again. */
const patterns: readonly (readonly [PersonalKind, RegExp])[] = [
  ["mail", /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  [
    "telephone",
    /\+\d[\d\s().-]{7,18}\d|(?<![\d.,])8[\s(-]*\d{2,3}[\s)-]*\d{2,3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/gu,
  ],
  ["document", /(?<![\p{L}\d])(?:I{1,3}-)?\p{Lu}{2}\s*(?:№|No|N)?\s*\d{6,7}(?!\d)/gu],
  ["date", /(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}(?!\d)/gu],
  ["number", /(?<![\d.,])\d(?:[\s-]?\d){5,}(?![\d.,]\d)/gu],
];

/** Shorter pieces of a name or an address are looked for as whole words, shorter ones still not at all. */
const ownBeginningLengthMin = 4;
const ownWordLengthMin = 3;
/** Words of an address that lead to nobody. */
const commonWords = new Set(
  ["köçe", "köçesi", "oba", "etrap", "etraby", "şäher", "welaýat", "улица", "дом", "село", "город", "район"]
    .concat(["области", "область", "квартира", "street", "house", "village", "district", "city", "province"])
    .map(foldForSearch),
);

/** The passages of a text that look personal, each once, in the order in which they stand. */
export function personalWords(text: string, own: OwnIdentity | null): readonly PersonalWords[] {
  const found = new Map<string, { readonly at: number; readonly kind: PersonalKind }>();
  let rest = text;
  for (const [kind, pattern] of patterns) {
    rest = rest.replace(pattern, (passage, ...place) => {
      const at = place.find((each) => typeof each === "number") ?? 0;
      if (!found.has(passage)) found.set(passage, { at, kind });
      // Blanks keep every later passage at its place.
      return " ".repeat(passage.length);
    });
  }
  for (const { passage, kind, at } of ownWords(rest, own)) {
    if (!found.has(passage)) found.set(passage, { at, kind });
  }
  return [...found]
    .sort(([, one], [, other]) => one.at - other.at)
    .map(([passage, { kind }]) => ({ passage, kind }));
}

function ownWords(
  text: string,
  own: OwnIdentity | null,
): readonly (PersonalWords & { readonly at: number })[] {
  if (own === null) return [];
  const names = beginningsOf(`${own.name} ${own.contact}`);
  const places = beginningsOf(own.address).filter((word) => !commonWords.has(word));
  return [...text.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)].flatMap((match) => {
    const [passage] = match;
    const folded = foldForSearch(passage);
    const isOne = (words: readonly string[]) =>
      words.some((word) => (word.length < ownBeginningLengthMin ? folded === word : folded.startsWith(word)));
    const kind = isOne(names) ? "name" : isOne(places) ? "address" : null;
    return kind === null ? [] : [{ passage, kind, at: match.index }];
  });
}

/** Folded words without their last letter where they are long: endings of grammar come and go. */
function beginningsOf(text: string): readonly string[] {
  const words = foldForSearch(text).match(/[a-z0-9]+/g) ?? [];
  return words
    .filter((word) => word.length >= ownWordLengthMin)
    .map((word) => (word.length > ownBeginningLengthMin + 1 ? word.slice(0, -1) : word));
}
