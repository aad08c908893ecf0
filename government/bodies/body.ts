import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { canonicalJson, parseCanonicalJson, parseJson } from "#core/record/canonical-json.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Oversight } from "#core/record/oversight.ts";
import { readTrilingual, type Trilingual } from "#core/record/trilingual.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { exactly, integer, list, made, matching, object, oneOf, type Reader } from "#core/strict-json.ts";

/** A state body as this slice knows it: what the record's parameters say of it, and what people need to find it. */

/** A body's word in addresses. Made by `parseBodySlug` alone. */
export type BodySlug = string & { readonly __brand: "BodySlug" };

const branches = ["executive", "judicial", "electoral", "independent"] as const;
/** The branch of power. Appeals are taken by executive and independent bodies; courts and elections have ways of their own. */
export type Branch = (typeof branches)[number];

export interface Body {
  readonly number: BodyNumber;
  readonly slug: BodySlug;
  readonly name: Trilingual;
  readonly parent: BodyNumber | null;
  /** The body under whose number its acts are entered: itself, or its parent while it has few filings. */
  readonly register: BodyNumber;
  /** 1 = Monday to 7 = Sunday, ascending. */
  readonly workingDays: readonly number[];
  readonly verifierKey: string;
  /** `false` in an outside register: what is entered is what was sent to the body, which takes no part itself. */
  readonly takesPart?: false;
  /** To what a citizen may go with any other body; left out for one that oversees only what lies below it. */
  readonly oversight?: Oversight;
  readonly about: BodyAbout;
}

/** What a body says of itself: the part named `about` of its act of registration. */
export interface BodyAbout {
  readonly branch: Branch;
  readonly competences: readonly Competence[];
  /** Places it answers for; empty when it answers for the whole country. */
  readonly places: readonly Trilingual[];
  readonly address: Trilingual;
  /** Posts, never persons; the first one is the head's and has the slug `head`. */
  readonly posts: readonly Post[];
  readonly reception: readonly ReceptionHours[];
}

export interface Competence {
  readonly name: Trilingual;
  /** Beginnings of words that people use for it, per language, in small letters. */
  readonly keywords: Keywords;
}

export interface Keywords {
  readonly tk: readonly string[];
  readonly ru: readonly string[];
  readonly en: readonly string[];
}

export interface Post {
  readonly slug: string;
  readonly name: Trilingual;
}

/** When citizens are received in person: weekday 1 to 7, times "HH:MM" of the country's clock. */
export interface ReceptionHours {
  readonly weekday: number;
  readonly from: string;
  readonly until: string;
}

/** The name of the part that carries `BodyAbout`. */
export const aboutPartName = "about";
/** The slug of the head's post. */
export const headPostSlug = "head";

const listMax = 50;
const keywordsMax = 60;
const textLengthMax = 80;
const slugPattern = /^[a-z][a-z0-9-]{1,59}$/;
const timePattern = /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/;

/** Reads a slug; `null` for what stands in no address of a body. */
export function parseBodySlug(text: string): BodySlug | null {
  return slugPattern.test(text) ? (text as BodySlug) : null;
}

/** Whether citizens may send it an appeal. */
export function takesAppeals(body: Pick<Body, "about" | "takesPart">): boolean {
  if (body.takesPart === false) return false;
  return body.about.branch === "executive" || body.about.branch === "independent";
}

/** The post with that slug; `null` when the body has none. */
export function postOf(body: Pick<Body, "about">, slug: string): Post | null {
  return body.about.posts.find((post) => post.slug === slug) ?? null;
}

/** The part `about`. Throws when the reader would refuse it. */
export function aboutPartBytes(about: BodyAbout): Uint8Array {
  const plain = parseJson(JSON.stringify({ v: 1, ...about }));
  assert(plain.ok, "what a body says of itself is plain JSON");
  const bytes = utf8Bytes(canonicalJson(plain.value));
  assert(parseAboutPart(bytes).ok, "the reader refuses what a body says of itself");
  return bytes;
}

/** Reads the part `about`: canonical JSON of exactly these keys. */
export function parseAboutPart(bytes: Uint8Array): Result<BodyAbout, "malformed-about-part"> {
  const text = utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  const about = json?.ok ? readAbout(json.value) : undefined;
  return about === undefined ? refused("malformed-about-part") : ok(about);
}

const readKeywords = list(matching(textLengthMax, /^\S+$/u, "a word without spaces"), 0, keywordsMax);
const readCompetence: Reader<Competence> = object({
  name: readTrilingual,
  keywords: object({ tk: readKeywords, ru: readKeywords, en: readKeywords }),
});
const readPosts = made(
  list(
    object({
      slug: matching(textLengthMax, slugPattern, "lower-case letters, digits and hyphens"),
      name: readTrilingual,
    }),
    1,
    listMax,
  ),
  `posts of different slugs, the first of them "${headPostSlug}"`,
  (posts) => {
    const slugs = new Set(posts.map((post) => post.slug));
    return posts[0]?.slug === headPostSlug && slugs.size === posts.length ? posts : undefined;
  },
);
const readTime = matching(textLengthMax, timePattern, "a time such as 09:00");
const readReception: Reader<ReceptionHours> = made(
  object({ weekday: integer(1, 7), from: readTime, until: readTime }),
  "hours that end after they begin",
  (hours) => (hours.from < hours.until ? hours : undefined),
);

/** What a body says of itself, field by field. */
export const aboutFields = {
  branch: oneOf(branches),
  competences: list(readCompetence, 0, listMax),
  places: list(readTrilingual, 0, listMax),
  address: readTrilingual,
  posts: readPosts,
  reception: list(readReception, 0, listMax),
};

/** Reads what a body says of itself from JSON. */
export const readAbout: Reader<BodyAbout> = made(
  object({ v: exactly(1), ...aboutFields }),
  "a description",
  ({ v: _, ...about }) => about,
);
