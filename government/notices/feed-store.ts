import type { Sql, Transaction } from "#platform/database/database.ts";

/** Feeds of cases, by the hash of the token in their address. */

export interface FeedRow {
  readonly caseTag: Uint8Array;
  readonly feedId: string;
  readonly madeAt: number;
}

interface StoredFeed {
  readonly case_tag: Uint8Array;
  readonly feed_id: string;
  readonly made_at: number;
}

function feedRow(row: StoredFeed): FeedRow {
  return { caseTag: row.case_tag, feedId: row.feed_id, madeAt: row.made_at };
}

export async function insertFeed(
  transaction: Transaction,
  feed: FeedRow & { readonly tokenHash: Uint8Array },
): Promise<void> {
  await transaction`
    insert into sealed.feed (case_tag, feed_id, token_hash, made_at)
    values (${feed.caseTag}, ${feed.feedId}, ${feed.tokenHash}, ${feed.madeAt})`;
}

/** The feeds of a case, oldest first. */
export async function feedsOfCase(sql: Sql | Transaction, caseTag: Uint8Array): Promise<readonly FeedRow[]> {
  const rows = await sql<StoredFeed[]>`
    select case_tag, feed_id, made_at from sealed.feed where case_tag = ${caseTag} order by made_at, feed_id`;
  return rows.map(feedRow);
}

export async function findFeed(sql: Sql, tokenHash: Uint8Array): Promise<FeedRow | null> {
  const [row] = await sql<StoredFeed[]>`
    select case_tag, feed_id, made_at from sealed.feed where token_hash = ${tokenHash}`;
  return row === undefined ? null : feedRow(row);
}

/** Ends a feed: its address opens nothing from now on. */
export async function deleteFeed(
  transaction: Transaction,
  caseTag: Uint8Array,
  feedId: string,
): Promise<void> {
  await transaction`delete from sealed.feed where case_tag = ${caseTag} and feed_id = ${feedId}`;
}
