import type { Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Which case was joined with which, and whether its answer has come. */

type Queryable = Sql | Transaction;

/** Notes that a case was joined with another. */
export async function insertMerger(
  transaction: Transaction,
  merger: {
    readonly tag: Uint8Array;
    readonly mainTag: Uint8Array;
    readonly body: BodyNumber;
    readonly at: Instant;
  },
): Promise<void> {
  const { tag, mainTag, body, at } = merger;
  await transaction`
    insert into cases.merger (case_tag, main_tag, body, merged_at) values (${tag}, ${mainTag}, ${body}, ${at})
    on conflict (case_tag) do update
      set main_tag = excluded.main_tag, body = excluded.body, merged_at = excluded.merged_at, answer_act = null`;
}

/** The cases merged into one that still wait for their answer. */
export async function waitingForAnswerOf(
  sql: Queryable,
  mainTag: Uint8Array,
): Promise<readonly Uint8Array[]> {
  const rows = await sql<{ tag: Uint8Array }[]>`
    select m.case_tag as tag from cases.merger m join cases.case c using (case_tag)
    where m.main_tag = ${mainTag} and m.answer_act is null and c.phase = 'closed' order by m.merged_at, m.case_tag`;
  return rows.map(({ tag }) => Uint8Array.from(tag));
}

/** A reply has been entered: where the case was a merged one, it has its answer. */
export async function noteAnswerOfMerged(
  transaction: Transaction,
  tag: Uint8Array,
  actId: string,
): Promise<void> {
  await transaction`update cases.merger set answer_act = ${actId} where case_tag = ${tag} and answer_act is null`;
}

/** The numbers of the cases merged into one, with whether each has its answer. */
export async function mergedInto(
  sql: Queryable,
  mainTag: Uint8Array,
): Promise<readonly { readonly number: string; readonly isAnswered: boolean }[]> {
  return await sql<{ number: string; isAnswered: boolean }[]>`
    select c.number, m.answer_act is not null as "isAnswered"
    from cases.merger m join cases.case c using (case_tag) where m.main_tag = ${mainTag} order by c.number`;
}

/** The number of the case that one was merged into; `null` when it was merged into none. */
export async function mergedIntoNumber(sql: Queryable, tag: Uint8Array): Promise<string | null> {
  const [row] = await sql<{ number: string }[]>`
    select c.number from cases.merger m join cases.case c on c.case_tag = m.main_tag where m.case_tag = ${tag}`;
  return row?.number ?? null;
}
