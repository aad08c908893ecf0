/**
 * Finding publications by words. Never is an unbounded set ranked: the index gives candidates, at most so many, and
 * only these are weighed (a word like "gaz" may stand in every second appeal of a country).
 */
import type { Queryable } from "./publication-store.ts";
import {
  conditions,
  type DatabaseRow,
  type PublicationFilter,
  type PublicationRow,
  publicationRow,
  standing,
  standingColumns,
  withTexts,
} from "./publication-store.ts";
import type { SearchQuestion } from "./search-words.ts";

/** So many are weighed; who finds more must ask more closely. */
const candidatesMax = 1_000;
/** Letters that two spellings of a word have in common at its beginning, if it is among the many. */
const beginningLength = 3;
/** Of the pieces of a word, from 0 to 1: lower, and "gaz" is like "gezek". */
const likenessMin = 0.55;

/** The best matches of all words, best first, newer before older where they are equal. */
export async function searchPublications(
  sql: Queryable,
  question: SearchQuestion,
  filter: PublicationFilter,
  count: number,
): Promise<readonly PublicationRow[]> {
  const query = wordsQuery(sql, question, "all");
  const rows = await sql<DatabaseRow[]>`
    with candidate as materialized (
      select case_tag, document from cases.publication where log = ${filter.log} and document @@ ${query}
      limit ${candidatesMax}
    ), listed as materialized (
      select ${standingColumns(sql)}, ts_rank(candidate.document, ${query}) as rank
      from candidate join ${standing(sql)} on publication.case_tag = candidate.case_tag
      where ${conditions(sql, filter)} order by rank desc, publication.published_at desc limit ${count}
    )
    ${withTexts(sql)} order by listed.rank desc, listed."publishedAt" desc`;
  return rows.map(publicationRow);
}

/**
 * Where no word matches: spellings that differ a little, by pieces of three letters (`word_similarity` of pg_trgm).
 * Weighed are those that have a word with the same beginning, and the newest ones.
 */
export async function searchSimilarSpelling(
  sql: Queryable,
  question: SearchQuestion,
  filter: PublicationFilter,
  count: number,
): Promise<readonly PublicationRow[]> {
  const folded = question.words.join(" ");
  const beginnings = question.words.map((word) => `${word.slice(0, beginningLength)}:*`).join(" | ");
  const rows = await sql<DatabaseRow[]>`
    with candidate as materialized (
      (select case_tag, words from cases.publication
        where log = ${filter.log} and document @@ to_tsquery('simple', ${beginnings}) limit ${candidatesMax})
      union
      (select case_tag, words from cases.publication
        where log = ${filter.log} order by published_at desc, public_id desc limit ${candidatesMax})
    ), alike as materialized (
      select case_tag, word_similarity(${folded}, words) as likeness from candidate
    ), listed as materialized (
      select ${standingColumns(sql)}, alike.likeness
      from alike join ${standing(sql)} on publication.case_tag = alike.case_tag
      where ${conditions(sql, filter)} and alike.likeness >= ${likenessMin}
      order by alike.likeness desc, publication.published_at desc limit ${count}
    )
    ${withTexts(sql)} order by listed.likeness desc, listed."publishedAt" desc`;
  return rows.map(publicationRow);
}

/** Those that share several words with a text: of the places named first, then the likest. */
export async function similarPublications(
  sql: Queryable,
  question: SearchQuestion,
  wanted: {
    readonly filter: PublicationFilter;
    readonly places: readonly string[];
    readonly sharedWordsMin: number;
    readonly count: number;
  },
): Promise<readonly PublicationRow[]> {
  const { filter, places, sharedWordsMin, count } = wanted;
  const query = wordsQuery(sql, question, "any");
  const prefixes = question.words.map((word) => `${word}:*`);
  const rows = await sql<DatabaseRow[]>`
    with candidate as materialized (
      select case_tag, document from cases.publication where log = ${filter.log} and document @@ ${query}
      limit ${candidatesMax}
    ), weighed as materialized (
      select case_tag, ts_rank(document, ${query}) as rank, (
        select count(*) from unnest(${prefixes}::text[]) word
        where document @@ to_tsquery('simple', word)
      ) as shared from candidate
    ), listed as materialized (
      select ${standingColumns(sql)}, weighed.shared, weighed.rank,
        coalesce(publication.place = any(${[...places]}::text[]), false) as near
      from weighed join ${standing(sql)} on publication.case_tag = weighed.case_tag
      where ${conditions(sql, filter)} and weighed.shared >= ${sharedWordsMin}
      order by near desc, weighed.shared desc, weighed.rank desc, publication.published_at desc limit ${count}
    )
    ${withTexts(sql)} order by listed.near desc, listed.shared desc, listed.rank desc, listed."publishedAt" desc`;
  return rows.map(publicationRow);
}

/** Folded words by their beginnings, for Turkmen has many endings; or Russian and English stems. */
function wordsQuery(sql: Queryable, { words, typed }: SearchQuestion, match: "all" | "any") {
  // Words are of Latin letters and digits alone (search-words.ts): no operator can slip into the question.
  const folded = words.map((word) => `${word}:*`).join(match === "all" ? " & " : " | ");
  const stems = (configuration: "russian" | "english") =>
    match === "all"
      ? sql`plainto_tsquery(${configuration}::regconfig, ${typed})`
      : sql`replace(plainto_tsquery(${configuration}::regconfig, ${typed})::text, '&', '|')::tsquery`;
  return sql`(to_tsquery('simple', ${folded}) || ${stems("russian")} || ${stems("english")})`;
}
