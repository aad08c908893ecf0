import { toHex } from "#core/bytes.ts";
import { zeroTag } from "#core/record/leaf.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** The queue of acts that wait for their leaf. */

export interface PendingToInsert {
  readonly log: string;
  readonly group_id: string;
  readonly act_id: string;
  readonly subject: Uint8Array;
  readonly kind: number;
  readonly body: number;
  readonly due: number;
  readonly case_tag: Uint8Array;
  readonly commitment: Uint8Array;
  readonly publishes: boolean;
  readonly release_at: number;
}

/** The channel on which the sequencer is woken; the payload is the log's name. Sent when the transaction commits. */
export const pendingChannel = "aydyn_pending";

/**
 * Puts a group into the queue and wakes the sequencer. An act of a case may not overtake an earlier one that is still held
 * back: the earlier one is released no later than this group. What is released drags along whatever waited before it in
 * the other cases of its own group.
 */
export async function insertPending(
  transaction: Transaction,
  rows: readonly PendingToInsert[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const tags = rows.map((row) => toHex(row.case_tag)).filter((tag) => tag !== toHex(zeroTag));
  const { log, release_at: releaseAt } = first;
  // Every part of the statement sees the queue as it was before: the group itself is not among what is released.
  await transaction`
    with recursive held (group_id) as (
      select group_id from ledger.pending
      where log = ${log} and release_at > ${releaseAt} and case_tag in (select decode(tag, 'hex') from unnest(${tags}::text[]) as tag)
      union
      select earlier.group_id from held
      join ledger.pending as member on member.log = ${log} and member.group_id = held.group_id
      join ledger.pending as earlier on earlier.log = ${log} and earlier.case_tag = member.case_tag
        and earlier.id < member.id and earlier.release_at > ${releaseAt}
      where member.case_tag <> ${zeroTag}
    ), released as (
      update ledger.pending set release_at = ${releaseAt}
      where log = ${log} and group_id in (select group_id from held)
    ), inserted as (insert into ledger.pending ${transaction(rows)} returning log)
    select pg_notify(${pendingChannel}, log) from (select distinct log from inserted) as logs`;
}

/** Acts that are released and wait for their place, and the oldest's release; those held back are not told of. */
export async function waitingActs(
  sql: Sql,
  log: string,
  now: number,
): Promise<{ readonly waiting: number; readonly since: number | null }> {
  const [row] = await sql<{ waiting: number; since: number | null }[]>`
    select count(*) as waiting, min(release_at) as since from ledger.pending
    where log = ${log} and release_at <= ${now}`;
  return { waiting: row?.waiting ?? 0, since: row?.since ?? null };
}
