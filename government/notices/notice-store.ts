import { type ActKind, isActKind } from "#core/record/kinds.ts";
import { assert } from "#core/result.ts";
import type { Transaction } from "#platform/database/database.ts";

/** How far the log was read for notices, and what was told to whom. */

/** An entry of the log about a case. */
export interface LoggedAct {
  readonly index: number;
  readonly actId: string;
  readonly kind: ActKind;
  readonly actor: string;
  readonly caseTag: Uint8Array | null;
  /** Order of registration within the case. */
  readonly registered: number;
}

/**
 * The next entry to be read, locked for this transaction: two workers never read the same one. A log is first read
 * from where it ends: nobody followed what lies before.
 */
export async function lockProgress(transaction: Transaction, log: string): Promise<number> {
  await transaction`
    insert into sealed.notice_progress (log, next_index)
    select ${log}, coalesce((select max(index) + 1 from ledger.entry where log = ${log}), 0)
    on conflict (log) do nothing`;
  const [row] = await transaction<{ next_index: number }[]>`
    select next_index from sealed.notice_progress where log = ${log} for update`;
  assert(row !== undefined, "the progress of a log is there");
  return row.next_index;
}

export async function moveProgress(transaction: Transaction, log: string, nextIndex: number): Promise<void> {
  await transaction`update sealed.notice_progress set next_index = ${nextIndex} where log = ${log}`;
}

/** Entries from an index on, in the order of the log. */
export async function actsFrom(
  transaction: Transaction,
  log: string,
  index: number,
  count: number,
): Promise<readonly LoggedAct[]> {
  const rows = await transaction<
    {
      index: number;
      act_id: string;
      kind: string;
      actor: string;
      case_tag: Uint8Array | null;
      registered: number;
    }[]
  >`
    select entry.index, act.act_id, act.kind, act.actor, act.case_tag, act.registered
    from ledger.entry join record.act on act.subject = entry.subject and act.act_id = entry.act_id
    where entry.log = ${log} and entry.index >= ${index} order by entry.index limit ${count}`;
  return rows.map((row) => {
    assert(isActKind(row.kind), `act ${row.act_id} is of a kind that this program does not know`);
    return {
      index: row.index,
      actId: row.act_id,
      kind: row.kind,
      actor: row.actor,
      caseTag: row.case_tag,
      registered: row.registered,
    };
  });
}

export interface NoticeRow {
  readonly caseTag: Uint8Array;
  readonly followerId: string;
  readonly actId: string;
}

/** Whether an act was told to a follower before. */
export async function wasTold(transaction: Transaction, notice: NoticeRow): Promise<boolean> {
  const rows = await transaction`
    select 1 from sealed.notice where case_tag = ${notice.caseTag}
      and follower_id = ${notice.followerId} and act_id = ${notice.actId}`;
  return rows.length > 0;
}

/** Notes that an act is told to a follower: the key of the table lets it happen once. */
export async function insertNotice(
  transaction: Transaction,
  notice: NoticeRow & { readonly mailId: string; readonly at: number },
): Promise<void> {
  await transaction`
    insert into sealed.notice (case_tag, follower_id, act_id, mail_id, queued_at)
    values (${notice.caseTag}, ${notice.followerId}, ${notice.actId}, ${notice.mailId}, ${notice.at})`;
}
