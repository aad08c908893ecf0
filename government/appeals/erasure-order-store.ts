/**
 * Erasures by order that wait for a second person (migration 0106). A likeness of `proposal-store.ts` and not one table with
 * it: a refusal keeps its bytes and bars the other ways of closing a case, an order keeps a list and bars nothing; both may
 * wait in one case, and the database judges each by a rule of its own.
 */
import type { ErasureScope } from "#core/acts/erasure.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { CaseNumber } from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { OrderedGround } from "./decide-erasure.ts";

/** An order that nobody has judged yet. */
export interface ErasureOrder {
  readonly tag: Uint8Array;
  readonly id: string;
  readonly ground: OrderedGround;
  readonly scope: readonly ErasureScope[];
  readonly reference: string;
  /** SHA-256 over the list of parts that would go. */
  readonly digest: Uint8Array;
  readonly writer: AccountId;
  readonly writerPost: string;
  readonly proposedAt: Instant;
}

/** Keeps an order; one that waited in the case is taken back by it. */
export async function insertOrder(transaction: Transaction, order: ErasureOrder): Promise<void> {
  const { tag, id, ground, scope, reference, digest, writer, writerPost, proposedAt } = order;
  await takeBackOrder(transaction, tag, { judge: writer, at: proposedAt });
  await transaction`
    insert into cases.erasure_order (case_tag, order_id, ground, scope, reference, digest, writer, writer_post,
      proposed_at)
    values (${tag}, ${id}, ${ground}, ${[...scope]}, ${reference}, ${digest}, ${writer}, ${writerPost}, ${proposedAt})`;
}

/** The order that waits in a case; `null` when none does. */
export async function openOrder(sql: Sql | Transaction, tag: Uint8Array): Promise<ErasureOrder | null> {
  const [row] = await sql<ErasureOrder[]>`
    select case_tag as tag, order_id as id, ground, scope, reference, digest, writer, writer_post as "writerPost",
      proposed_at as "proposedAt"
    from cases.erasure_order where case_tag = ${tag} and verdict is null`;
  return row === undefined
    ? null
    : { ...row, tag: Uint8Array.from(row.tag), digest: Uint8Array.from(row.digest) };
}

/** Ends the order that waits in a case, without a word of what it named; `judge` null: the course of the case did. */
export async function takeBackOrder(
  transaction: Transaction,
  tag: Uint8Array,
  by: { readonly judge: AccountId | null; readonly at: Instant },
): Promise<void> {
  await transaction`
    update cases.erasure_order
    set verdict = 'taken-back', judge = ${by.judge}, judged_at = ${by.at}, reference = null
    where case_tag = ${tag} and verdict is null`;
}

/** An order as a desk lists it: nothing of what it names. */
export interface WaitingOrder {
  readonly tag: Uint8Array;
  readonly number: CaseNumber;
  readonly writer: AccountId;
  readonly writerPost: string;
  readonly proposedAt: Instant;
}

/** The orders that wait at a body, the longest waiting first. */
export async function waitingOrders(sql: Sql, body: BodyNumber): Promise<readonly WaitingOrder[]> {
  const rows = await sql<WaitingOrder[]>`
    select o.case_tag as tag, c.number, o.writer, o.writer_post as "writerPost", o.proposed_at as "proposedAt"
    from cases.erasure_order o join cases.case c using (case_tag)
    where o.verdict is null and c.holder_body = ${body} order by o.proposed_at, c.number`;
  return rows.map((row) => ({ ...row, tag: Uint8Array.from(row.tag) }));
}

/** Notes who stood behind an order, and by which act it was carried out. */
export async function approveOrder(
  transaction: Transaction,
  { tag, id }: ErasureOrder,
  by: { readonly judge: AccountId; readonly at: Instant; readonly actId: string },
): Promise<void> {
  await transaction`
    update cases.erasure_order set verdict = 'approved', judge = ${by.judge}, judged_at = ${by.at},
      act_id = ${by.actId}, reference = null
    where case_tag = ${tag} and order_id = ${id} and verdict is null`;
}
