/**
 * Finding publications by words. Never is an unbounded set ranked: the index gives candidates, at most so many, and
 * only these are weighed (a word like "gaz" may stand in every second appeal of a country).
 */
import type { Queryable } from "./publication-store.ts";
import {
  columns,
  conditions,
  type DatabaseRow,
  type PublicationFilter,
  type PublicationRow,
  publicationRow,
  sources,
} from "./publication-store.ts";
import type { SearchQuestion } from "./search-words.ts";

/** So many are weighed; who finds more must ask more closely. */
const candidatesMax = 1_000;

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
    )
    select ${columns(sql)} from candidate join ${sources(sql)} on publication.case_tag = candidate.case_tag
    where ${conditions(sql, filter)}
    order by ts_rank(candidate.document, ${query}) desc, publication.published_at desc limit ${count}`;
  return rows.map(publicationRow);
}

/**
 * Where no word matches: spellings that differ a little. Of the pieces of three letters, six in ten must be found
 * (`pg_trgm.word_similarity_threshold`, as it stands unless an operator has changed it).
 */
export async function searchSimilarSpelling(
  sql: Queryable,
  question: SearchQuestion,
  filter: PublicationFilter,
  count: number,
): Promise<readonly PublicationRow[]> {
  const folded = question.words.join(" ");
  const rows = await sql<DatabaseRow[]>`
    with candidate as materialized (
      select case_tag, word_similarity(${folded}, words) as likeness from cases.publication
      where log = ${filter.log} and words %> ${folded} limit ${candidatesMax}
    )
    select ${columns(sql)} from candidate join ${sources(sql)} on publication.case_tag = candidate.case_tag
    where ${conditions(sql, filter)}
    order by candidate.likeness desc, publication.published_at desc limit ${count}`;
  return rows.map(publicationRow);
}

/** Those that share several words with a text, the likest first. */
export async function similarPublications(
  sql: Queryable,
  question: SearchQuestion,
  wanted: { readonly filter: PublicationFilter; readonly sharedWordsMin: number; readonly count: number },
): Promise<readonly PublicationRow[]> {
  const { filter, sharedWordsMin, count } = wanted;
  const query = wordsQuery(sql, question, "any");
  const prefixes = question.words.map((word) => `${word}:*`);
  const rows = await sql<DatabaseRow[]>`
    with candidate as materialized (
      select case_tag, document from cases.publication where log = ${filter.log} and document @@ ${query}
      limit ${candidatesMax}
    ), weighed as (
      select case_tag, ts_rank(document, ${query}) as rank, (
        select count(*) from unnest(${sql.array(prefixes, textType)}) word
        where document @@ to_tsquery('simple', word)
      ) as shared from candidate
    )
    select ${columns(sql)} from weighed join ${sources(sql)} on publication.case_tag = weighed.case_tag
    where ${conditions(sql, filter)} and weighed.shared >= ${sharedWordsMin}
    order by weighed.shared desc, weighed.rank desc, publication.published_at desc limit ${count}`;
  return rows.map(publicationRow);
}

const textType = 25;

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
