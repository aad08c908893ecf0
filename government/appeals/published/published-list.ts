/** What is read for lists of public appeals, whoever shows them: the page, the feed, other programs. */
import { type Outcome, outcomes } from "#core/acts/appeal.ts";
import { isPublicationId, publicMatters } from "#core/acts/published-appeal.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { type Body, type BodyTree, parseBodySlug } from "#government/bodies/index.ts";
import type { FormBody } from "#platform/form/form.ts";
import { firstValue } from "#platform/http/visit.ts";
import { webFilingKinds } from "../appeal-forms.ts";
import type { PortalTools } from "../portal-tools.ts";
import {
  countPublications,
  type PublicationFilter,
  type PublicationOrder,
  type PublicationPlace,
  type PublicationRow,
  readPublications,
} from "./publication-store.ts";
import { searchPublications, searchSimilarSpelling } from "./search-store.ts";
import { searchQuestion } from "./search-words.ts";

/** What somebody asks of the list, read from an address; every value is from a closed list. */
export interface PublishedQuestion {
  readonly words: string;
  readonly body: Body | null;
  readonly kind: (typeof webFilingKinds)[number] | null;
  readonly matter: (typeof publicMatters)[number] | null;
  readonly place: Body | null;
  readonly outcome: Outcome | "none" | null;
  readonly overdue: boolean;
  readonly order: PublicationOrder;
  readonly after: PublicationPlace | null;
}

export interface PublishedList {
  readonly question: PublishedQuestion;
  readonly rows: readonly PublicationRow[];
  /** Where the next page begins; `null` on the last one. */
  readonly next: PublicationPlace | null;
  /** How many the filter lets through, counted to `countMax`; of a search, how many are shown. */
  readonly count: number;
  /** `spelling`: no word matched, these are written a little otherwise. */
  readonly found: "by-filter" | "by-words" | "by-spelling";
}

const rowsPerPage = 15;
/** A search shows so many and no further page: who wants others asks more closely. */
export const searchRowsMax = 30;
export const countMax = 1_000;
const wordsLengthMax = 120;

/** Reads the question; `null` for an address that this site would not make. */
export function readQuestion(query: FormBody, tree: BodyTree): PublishedQuestion | null {
  const value = (name: string) => firstValue(query, name);
  const oneOf = <Word extends string>(words: readonly Word[], name: string) =>
    words.find((word) => word === value(name)) ?? null;
  const bodyIn = (name: string) => {
    const slug = parseBodySlug(value(name));
    return slug === null ? null : (tree.bySlug.get(slug) ?? null);
  };
  const order = oneOf(["newest", "longest-waiting"] as const, "order") ?? "newest";
  const after = readPlace(value("after"));
  const question = {
    words: value("words").slice(0, wordsLengthMax).trim(),
    body: bodyIn("body"),
    kind: oneOf(webFilingKinds, "kind"),
    matter: oneOf(publicMatters, "matter"),
    place: bodyIn("place"),
    outcome: oneOf(["none", ...outcomes] as const, "outcome"),
    overdue: value("overdue") === "yes",
    order,
    after,
  };
  const isRead = (name: keyof typeof question) => value(name) === "" || question[name] !== null;
  const names = ["body", "kind", "matter", "place", "outcome", "after"] as const;
  return names.every(isRead) && (value("order") === "" || value("order") === order) ? question : null;
}

function readPlace(text: string): PublicationPlace | null {
  const [, at = "", id = ""] = /^(\d{1,14})\.([0-9a-z]+)$/.exec(text) ?? [];
  return isPublicationId(id) ? { at: Number(at), id } : null;
}

/** The list that answers a question: at most one page, read in one bounded statement. */
export async function readPublishedList(
  tools: PortalTools,
  question: PublishedQuestion,
): Promise<PublishedList> {
  const filter = await filterOf(tools, question);
  if (question.words !== "") return await searched(tools, question, filter);
  const { order, after } = question;
  const rows = await readPublications(tools.portal, filter, { order, after, count: rowsPerPage + 1 });
  const shown = rows.slice(0, rowsPerPage);
  const last = shown.at(-1);
  const next =
    rows.length > rowsPerPage && last !== undefined
      ? { at: order === "newest" ? last.publishedAt : last.filedDay, id: last.appeal.id }
      : null;
  const count = await countPublications(tools.portal, filter, countMax);
  return { question, rows: shown, next, count, found: "by-filter" };
}

async function searched(
  tools: PortalTools,
  question: PublishedQuestion,
  filter: PublicationFilter,
): Promise<PublishedList> {
  const asked = searchQuestion(question.words);
  const list = (rows: readonly PublicationRow[], found: PublishedList["found"]) => ({
    ...{ question, rows, found, next: null, count: rows.length },
  });
  if (asked === null) return list([], "by-words");
  const rows = await searchPublications(tools.portal, asked, filter, searchRowsMax);
  if (rows.length > 0) return list(rows, "by-words");
  return list(await searchSimilarSpelling(tools.portal, asked, filter, searchRowsMax), "by-spelling");
}

async function filterOf(tools: PortalTools, question: PublishedQuestion): Promise<PublicationFilter> {
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  const { body, kind, matter, place, outcome, overdue } = question;
  return {
    ...{ log: tools.log, kind, matter, outcome },
    body: body?.number ?? null,
    place: place?.slug ?? null,
    overdueOn: overdue ? civilDateAt(tools.now(), timeZone) : null,
  };
}

/** The question as the query of an address, without the place in the list. */
export function queryOf(question: PublishedQuestion, after: PublicationPlace | null = null): string {
  const { words, body, kind, matter, place, outcome, overdue, order } = question;
  const given: readonly (readonly [string, string | null])[] = [
    ["words", words],
    ["body", body?.slug ?? null],
    ["kind", kind],
    ["matter", matter],
    ["place", place?.slug ?? null],
    ["outcome", outcome],
    ["overdue", overdue ? "yes" : null],
    ["order", order === "newest" ? null : order],
    ["after", after === null ? null : `${after.at}.${after.id}`],
  ];
  const query = new URLSearchParams();
  for (const [name, value] of given) if (value !== null && value !== "") query.set(name, value);
  return query.size === 0 ? "" : `?${query}`;
}
