import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { canonicalJson, type JsonValue, parseCanonicalJson, parseJson } from "#core/record/canonical-json.ts";
import { asListOf, asText, asWholeNumber, objectWithKeys } from "#core/record/json-shape.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { parseTrilingual, type Trilingual } from "#core/record/trilingual.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";

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
export function takesAppeals(body: Pick<Body, "about">): boolean {
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
  const about = json?.ok ? readAbout(json.value) : null;
  return about === null ? refused("malformed-about-part") : ok(about);
}

/** Reads what a body says of itself from JSON; `null` for anything else. */
export function readAbout(value: JsonValue): BodyAbout | null {
  const keys = ["v", "branch", "competences", "places", "address", "posts", "reception"];
  const shape = objectWithKeys(value, keys);
  if (shape?.v !== 1) return null;
  const branch = branches.find((each) => each === shape.branch);
  const competences = asListOf(shape.competences, listMax, readCompetence);
  const places = asListOf(shape.places, listMax, parseTrilingual);
  const address = parseTrilingual(shape.address);
  const posts = asListOf(shape.posts, listMax, readPost);
  const reception = asListOf(shape.reception, listMax, readReception);
  if (!branch || !competences || !places || !address || !posts || !reception) return null;
  const slugs = new Set(posts.map((post) => post.slug));
  if (posts[0]?.slug !== headPostSlug || slugs.size !== posts.length) return null;
  return { branch, competences, places, address, posts, reception };
}

function readCompetence(value: JsonValue): Competence | null {
  const shape = objectWithKeys(value, ["name", "keywords"]);
  const name = parseTrilingual(shape?.name);
  const words = objectWithKeys(shape?.keywords, ["tk", "ru", "en"]);
  const tk = asListOf(words?.tk, keywordsMax, readKeyword);
  const ru = asListOf(words?.ru, keywordsMax, readKeyword);
  const en = asListOf(words?.en, keywordsMax, readKeyword);
  return name && tk && ru && en ? { name, keywords: { tk, ru, en } } : null;
}

function readKeyword(value: JsonValue): string | null {
  const word = asText(value, textLengthMax);
  return word !== null && /^\S+$/u.test(word) ? word : null;
}

function readPost(value: JsonValue): Post | null {
  const shape = objectWithKeys(value, ["slug", "name"]);
  const slug = asText(shape?.slug, textLengthMax);
  const name = parseTrilingual(shape?.name);
  return slug !== null && slugPattern.test(slug) && name ? { slug, name } : null;
}

function readReception(value: JsonValue): ReceptionHours | null {
  const shape = objectWithKeys(value, ["weekday", "from", "until"]);
  const weekday = asWholeNumber(shape?.weekday, 1, 7);
  const from = asText(shape?.from, textLengthMax);
  const until = asText(shape?.until, textLengthMax);
  if (weekday === null || from === null || until === null) return null;
  return timePattern.test(from) && timePattern.test(until) && from < until ? { weekday, from, until } : null;
}
