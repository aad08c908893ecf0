import { toHex } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import type { Queryable } from "./act-store.ts";
import type { Batch, PendingAct, PendingGroup } from "./batch.ts";
import { holdsLock, type SequencerLock } from "./sequencer-lock-store.ts";

/** The log's tables: head, entries, heads of bodies and cases. Only the sequencer writes here. */

export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed checkpoint of this size, without cosignatures. */
  readonly note: string;
  /** Milliseconds since the Unix epoch, a whole minute; 0 before the first batch. */
  readonly leafTime: number;
  /** Entries below this index are covered by a published checkpoint. */
  readonly witnessedSize: number;
}

interface HeadRow {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly leaf_time: number;
  readonly witnessed_size: number;
}

/** The head of a log; `null` for one that has not begun. */
export async function readHead(sql: Queryable, log: string): Promise<Head | null> {
  const rows = await sql<HeadRow[]>`select * from ledger.head where log = ${log}`;
  const [row] = rows;
  if (row === undefined) return null;
  const { origin, size, root, note, leaf_time: leafTime, witnessed_size: witnessedSize } = row;
  return { origin, size, root, note, leafTime, witnessedSize };
}

/** Begins a log with the signed checkpoint of the empty tree. */
export async function createHead(
  sql: Queryable,
  log: string,
  head: { readonly origin: string; readonly root: Uint8Array; readonly note: string },
): Promise<void> {
  await sql`insert into ledger.head (log, origin, size, root, note, leaf_time)
    values (${log}, ${head.origin}, 0, ${head.root}, ${head.note}, 0)`;
}

interface PendingRow {
  readonly group_id: string;
  readonly act_id: string;
  readonly subject: Uint8Array;
  readonly kind: number;
  readonly body: number;
  readonly due: number;
  readonly case_tag: Uint8Array;
  readonly commitment: Uint8Array;
  readonly publishes: boolean;
  readonly serial: number | null;
  readonly leaf_hash: Uint8Array | null;
}

/** The groups that are released at `now`, first come first, whole, from the first `count` acts of the queue on. */
export async function releasedGroups(
  sql: Queryable,
  log: string,
  now: number,
  count: number,
): Promise<readonly PendingGroup[]> {
  const rows = await sql<PendingRow[]>`
    with waiting as (
      select group_id, id from ledger.pending where log = ${log} and release_at <= ${now} order by id limit ${count}
    ), chosen as (select group_id, min(id) as first_id from waiting group by group_id)
    select pending.group_id, pending.act_id, pending.subject, pending.kind, pending.body, pending.due,
      pending.case_tag, pending.commitment, pending.publishes, body_head.serial, case_head.leaf_hash
    from chosen join ledger.pending on pending.log = ${log} and pending.group_id = chosen.group_id
    left join ledger.body_head on body_head.log = pending.log and body_head.body = pending.body
    left join ledger.case_head on case_head.log = pending.log and case_head.case_tag = pending.case_tag
    order by chosen.first_id, pending.id`;
  const groups = new Map<string, PendingAct[]>();
  for (const row of rows) {
    const group = groups.get(row.group_id) ?? [];
    group.push(pendingAct(row));
    groups.set(row.group_id, group);
  }
  return [...groups.values()];
}

function pendingAct(row: PendingRow): PendingAct {
  return {
    groupId: row.group_id,
    actId: row.act_id,
    subject: plainBytes(row.subject),
    kind: row.kind,
    body: row.body,
    due: row.due,
    caseTag: plainBytes(row.case_tag),
    commitment: plainBytes(row.commitment),
    publishes: row.publishes,
    bodySerial: row.serial ?? 0,
    caseHead: row.leaf_hash === null ? null : plainBytes(row.leaf_hash),
  };
}

/** The driver gives Buffers, which write themselves into JSON in a way of their own; batches are staged as JSON. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}

export interface BatchToCommit extends Batch {
  readonly log: string;
  readonly origin: string;
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly root: Uint8Array;
  readonly leafTime: number;
}

/**
 * The compare-and-swap: head, entries, queue and heads change in one statement, if the head is still the one that
 * the batch continues and the connection that took the lock still holds it. `false` when somebody was faster.
 */
export async function commitBatch(
  sql: Queryable,
  batch: BatchToCommit,
  fence: { readonly note: string; readonly lock: SequencerLock },
): Promise<boolean> {
  const entries = batch.entries.map((entry, position) => ({
    index: batch.oldSize + position,
    leaf: toHex(entry.leaf),
    leaf_hash: toHex(entry.leafHash),
    commitment: toHex(entry.commitment),
    subject: toHex(entry.subject),
    act_id: entry.actId,
    publishes: entry.publishes,
  }));
  const cases = batch.caseHeads.map(({ caseTag, leafHash }) => ({
    case_tag: toHex(caseTag),
    leaf_hash: toHex(leafHash),
  }));
  const rows = await sql<{ won: number }[]>`
    with won as (
      update ledger.head
      set size = ${batch.newSize}, root = ${batch.root}, note = ${fence.note}, leaf_time = ${batch.leafTime}
      where log = ${batch.log} and origin = ${batch.origin} and size = ${batch.oldSize} and root = ${batch.oldRoot}
        and ${holdsLock(sql, fence.lock)}
      returning log
    ), given as (
      select * from json_to_recordset(${JSON.stringify(entries)}::text::json) as entry (index bigint, leaf text,
        leaf_hash text, commitment text, subject text, act_id uuid, publishes boolean)
    ), entered as (
      insert into ledger.entry (log, index, leaf, leaf_hash, commitment, subject, act_id, publishes)
      select won.log, index, decode(leaf, 'hex'), decode(leaf_hash, 'hex'), decode(commitment, 'hex'),
        decode(subject, 'hex'), act_id, publishes
      from won, given
    ), emptied as (
      delete from ledger.pending using won, given
      where pending.log = won.log and pending.commitment = decode(given.commitment, 'hex')
    ), bodies as (
      insert into ledger.body_head (log, body, serial)
      select won.log, head.body, head.serial
      from won, json_to_recordset(${JSON.stringify(batch.bodyHeads)}::text::json) as head (body integer, serial bigint)
      on conflict (log, body) do update set serial = excluded.serial
    ), cases as (
      insert into ledger.case_head (log, case_tag, leaf_hash)
      select won.log, decode(head.case_tag, 'hex'), decode(head.leaf_hash, 'hex')
      from won, json_to_recordset(${JSON.stringify(cases)}::text::json) as head (case_tag text, leaf_hash text)
      on conflict (log, case_tag) do update set leaf_hash = excluded.leaf_hash
    )
    select count(*)::integer as won from won`;
  return rows[0]?.won === 1;
}

/** The channel on which a published checkpoint is told; the payload is the log's name. */
export const witnessedChannel = "aydyn_witnessed";

/**
 * Notes that entries below `size` are covered by a published checkpoint whose earliest cosignature was made at
 * `witnessedAt` (milliseconds; `null` under a policy without witnesses). The first checkpoint over an entry is the one that stays. Twice is once.
 */
export async function recordWitnessed(
  sql: Queryable,
  log: string,
  checkpoint: { readonly size: number; readonly witnessedAt: number | null },
): Promise<void> {
  const { size, witnessedAt } = checkpoint;
  await sql`
    with moved as (
      update ledger.head as head set witnessed_size = ${size} from ledger.head as before
      where head.log = ${log} and before.log = head.log and before.witnessed_size < ${size}
      returning before.witnessed_size as from_index
    ), told as (
      select pg_notify(${witnessedChannel}, ${log}) from moved
    )
    update ledger.entry set witnessed_size = ${size}, witnessed_at = ${witnessedAt} from moved, told
    where entry.log = ${log} and entry.index >= moved.from_index and entry.index < ${size}`;
}

/** Where an act stands in the log. */
export interface Entry {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly subject: Uint8Array;
  readonly actId: string;
  /** Size of the first published checkpoint over it and its earliest cosignature, in milliseconds; `null` until then. */
  readonly witnessedSize: number | null;
  readonly witnessedAt: number | null;
}

interface EntryRow {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly subject: Uint8Array;
  readonly act_id: string;
  readonly witnessed_size: number | null;
  readonly witnessed_at: number | null;
}

/** The entry of an act; `null` while it is queued. */
export async function entryOfAct(sql: Queryable, log: string, actId: string): Promise<Entry | null> {
  const rows = await sql<EntryRow[]>`
    select index, leaf, subject, act_id, witnessed_size, witnessed_at
    from ledger.entry where log = ${log} and act_id = ${actId}`;
  assert(rows.length <= 1, "an act has one leaf");
  return rows[0] === undefined ? null : entryOf(rows[0]);
}

/** Acts that have a leaf and are no longer in the record: erasure leaves the row, so somebody deleted them. */
export async function entriesWithoutAct(sql: Queryable, log: string): Promise<readonly string[]> {
  const rows = await sql<{ act_id: string }[]>`
    select entry.act_id from ledger.entry
    left join record.act on act.subject = entry.subject and act.act_id = entry.act_id
    where entry.log = ${log} and act.act_id is null order by entry.index`;
  return rows.map((row) => row.act_id);
}

function entryOf(row: EntryRow): Entry {
  return {
    index: row.index,
    leaf: row.leaf,
    subject: row.subject,
    actId: row.act_id,
    witnessedSize: row.witnessed_size,
    witnessedAt: row.witnessed_at,
  };
}

/**
 * Size of the last checkpoint that was witnessed before an instant, or of the first one ever when none was; `null`
 * for a log without any.
 */
export async function firstWitnessedSize(
  sql: Queryable,
  log: string,
  before: number,
): Promise<number | null> {
  const rows = await sql<{ size: number | null }[]>`
    select coalesce(
      (select witnessed_size from ledger.entry where log = ${log} and witnessed_at < ${before}
        order by index desc limit 1),
      (select witnessed_size from ledger.entry where log = ${log} and index = 0)
    ) as size`;
  return rows[0]?.size ?? null;
}
