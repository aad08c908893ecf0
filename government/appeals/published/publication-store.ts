/**
 * Publications as rows. The rows hold what is filtered and searched; a text is read from its part, which is gone once
 * it is erased, and through `parsePublishedAppeal`. Nothing else of a case is read here but what its leaves show
 * anyway (body, due) and the outcome, which stands in public with it.
 */
import { type Outcome, outcomes } from "#core/acts/appeal.ts";
import { type PublishedAppeal, parsePublishedAppeal } from "#core/acts/published-appeal.ts";
import type { CivilDate, Instant } from "#core/clock/civil-date.ts";
import { assert } from "#core/result.ts";
import { maySeePart } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { LogName } from "#platform/record/act.ts";
import type { SearchableWords } from "./search-words.ts";

export type Queryable = Sql | Transaction;

export interface PublicationToWrite {
  readonly tag: Uint8Array;
  readonly actId: string;
  readonly log: LogName;
  readonly filedDay: CivilDate;
  readonly publishedAt: Instant;
  readonly appeal: PublishedAppeal;
  readonly words: SearchableWords;
}

/** Puts a publication where lists and searches find it; one that stood there before is replaced. */
export async function insertPublication(
  transaction: Transaction,
  { tag, actId, log, filedDay, publishedAt, appeal, words }: PublicationToWrite,
): Promise<void> {
  assert(maySeePart({ kind: "public" }, publishedFacts, "publication"), "what is published is open to all");
  const { id, kind, matter, place, language } = appeal;
  const folded = `${words.folded.subject} ${words.folded.text}`;
  await transaction`
    insert into cases.publication (case_tag, act_id, public_id, log, filing_kind, matter, place, language, filed_day,
      published_at, words, document)
    values (${tag}, ${actId}, ${id}, ${log}, ${kind}, ${matter}, ${place}, ${language}, ${filedDay}, ${publishedAt},
      ${folded}, ${documentOf(transaction, words)})
    on conflict (case_tag) do update set act_id = excluded.act_id, matter = excluded.matter, place = excluded.place,
      published_at = excluded.published_at, words = excluded.words, document = excluded.document`;
}

const publishedFacts = { holderBody: 0, identityShown: false, isPublished: true } as const;

/** A word of the subject weighs more than one of the text. */
function documentOf(sql: Queryable, { written, folded, language }: SearchableWords) {
  const whole = sql`setweight(to_tsvector('simple', ${folded.subject}), 'A')
    || setweight(to_tsvector('simple', ${folded.text}), 'C')`;
  switch (language) {
    case "ru":
      return sql`${whole} || setweight(to_tsvector('russian', ${written.subject}), 'A')
        || setweight(to_tsvector('russian', ${written.text}), 'C')`;
    case "en":
      return sql`${whole} || setweight(to_tsvector('english', ${written.subject}), 'A')
        || setweight(to_tsvector('english', ${written.text}), 'C')`;
    case "tk":
      return whole;
  }
}

/** What a list may be narrowed to. */
export interface PublicationFilter {
  readonly log: string;
  /** Body that holds the case. */
  readonly body: number | null;
  readonly kind: string | null;
  readonly matter: string | null;
  readonly place: string | null;
  /** As stated by the body; `none`: not closed. */
  readonly outcome: Outcome | "none" | null;
  /** Only open cases whose due day is before this one. */
  readonly overdueOn: CivilDate | null;
}

/** A publication as a list shows it. */
export interface PublicationRow {
  readonly tag: Uint8Array;
  readonly appeal: PublishedAppeal;
  readonly holderBody: number;
  readonly filedDay: CivilDate;
  readonly publishedAt: Instant;
  /** `null` when nothing is owed. */
  readonly due: CivilDate | null;
  readonly outcome: Outcome | null;
}

/** Where a page of a list begins: after this publication. */
export interface PublicationPlace {
  /** `publishedAt` of the newest-first list, `filedDay` of the longest-waiting one. */
  readonly at: number;
  readonly id: string;
}

export type PublicationOrder = "newest" | "longest-waiting";

/** A page of the list. The longest waiting are the open ones, the earliest filing first. */
export async function readPublications(
  sql: Queryable,
  filter: PublicationFilter,
  page: { readonly order: PublicationOrder; readonly after: PublicationPlace | null; readonly count: number },
): Promise<readonly PublicationRow[]> {
  const { order, after, count } = page;
  // The page is cut by the index's order before any text is read: joined with the texts at once, the planner does not
  // trust the limit and reads every publication of the country.
  const rows =
    order === "newest"
      ? await sql<DatabaseRow[]>`
          with listed as materialized (
            select ${standingColumns(sql)} from ${standing(sql)} where ${conditions(sql, filter)}
              ${after === null ? sql`` : sql`and (publication.published_at, publication.public_id) < (${after.at}, ${after.id})`}
            order by publication.published_at desc, publication.public_id desc limit ${count}
          )
          ${withTexts(sql)} order by listed."publishedAt" desc, listed.public_id desc`
      : await sql<DatabaseRow[]>`
          with listed as materialized (
            select ${standingColumns(sql)} from ${standing(sql)} where ${conditions(sql, filter)}
              and filed.due is not null
              ${after === null ? sql`` : sql`and (publication.filed_day, publication.public_id) > (${after.at}, ${after.id})`}
            order by publication.filed_day, publication.public_id limit ${count}
          )
          ${withTexts(sql)} order by listed."filedDay", listed.public_id`;
  return rows.map(publicationRow);
}

/** How many a filter lets through, counted no further than to `countMax`. */
export async function countPublications(
  sql: Queryable,
  filter: PublicationFilter,
  countMax: number,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from (
      select 1 from ${standing(sql)} where ${conditions(sql, filter)} limit ${countMax}
    ) counted`;
  return row?.count ?? 0;
}

/** The publication of that address: its case and the act that released it; `null` when nothing stands there. */
export async function findPublication(
  sql: Queryable,
  log: string,
  id: string,
): Promise<{ readonly tag: Uint8Array } | null> {
  const rows = await sql<{ tag: Uint8Array }[]>`
    select case_tag as tag from cases.publication where log = ${log} and public_id = ${id}`;
  return rows[0] === undefined ? null : { tag: Uint8Array.from(rows[0].tag) };
}

/** What a list shows of a publication besides its text. */
export function standingColumns(sql: Queryable) {
  return sql`publication.case_tag as tag, publication.act_id, publication.public_id,
    filed.holder_body as "holderBody", publication.filed_day as "filedDay",
    publication.published_at as "publishedAt", filed.due, closing.outcome`;
}

/** The joins are by the distribution column. */
export function standing(sql: Queryable) {
  return sql`cases.publication
    join cases.case filed on filed.case_tag = publication.case_tag
    left join cases.closing on closing.case_tag = publication.case_tag and closing.undone_by_act is null`;
}

/** The rows of `listed` with their texts; a part that was erased takes its row out of every list. */
export function withTexts(sql: Queryable) {
  return sql`select listed.*, part.bytes from listed
    join record.part on part.subject = listed.tag and part.act_id = listed.act_id
      and part.name = 'publication' and part.published and part.erased_at is null`;
}

export function conditions(sql: Queryable, filter: PublicationFilter) {
  const { log, body, kind, matter, place, outcome, overdueOn } = filter;
  return sql`publication.log = ${log}
    ${body === null ? sql`` : sql`and filed.holder_body = ${body}`}
    ${kind === null ? sql`` : sql`and publication.filing_kind = ${kind}`}
    ${matter === null ? sql`` : sql`and publication.matter = ${matter}`}
    ${place === null ? sql`` : sql`and publication.place = ${place}`}
    ${outcome === null ? sql`` : outcome === "none" ? sql`and filed.due is not null` : sql`and closing.outcome = ${outcome}`}
    ${overdueOn === null ? sql`` : sql`and filed.due < ${overdueOn}`}`;
}

export interface DatabaseRow extends Omit<PublicationRow, "appeal" | "outcome"> {
  readonly act_id: string;
  readonly public_id: string;
  readonly bytes: Uint8Array;
  readonly outcome: string | null;
}

export function publicationRow(row: DatabaseRow): PublicationRow {
  const { holderBody, filedDay, publishedAt, due } = row;
  const appeal = parsePublishedAppeal(row.bytes);
  assert(appeal.ok, "only releases write this part");
  return {
    ...{ holderBody, filedDay, publishedAt, due },
    tag: Uint8Array.from(row.tag),
    appeal: appeal.value,
    outcome: outcomes.find((each) => each === row.outcome) ?? null,
  };
}
