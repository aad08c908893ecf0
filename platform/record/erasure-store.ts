import { assert } from "#core/result.ts";
import type { Transaction } from "#platform/database/database.ts";
import { type PersonKeyId, parsePersonKeyId } from "#platform/keys/person-keys.ts";
import type { Queryable } from "./act-store.ts";

/** Erasures as rows: asked for in the database, finished outside of it. */

export interface ErasureToMark {
  readonly erasureId: string;
  readonly log: string;
  readonly subject: Uint8Array;
  readonly actId: string;
  /** `null`: the whole act, its payload included. */
  readonly partNames: readonly string[] | null;
  readonly at: number;
}

/** Takes texts and nonces out of the tables that every role may write, and notes what is left to do. */
export async function markErasure(transaction: Transaction, erasure: ErasureToMark): Promise<void> {
  const { erasureId, log, subject, actId, at } = erasure;
  const names = erasure.partNames === null ? null : [...erasure.partNames];
  if (names === null) {
    await transaction`
      update record.act set payload = null, nonce = null, erased_at = ${at}
      where subject = ${subject} and act_id = ${actId} and erased_at is null`;
  }
  await transaction`
    update record.part set bytes = null, nonce = null, erased_at = ${at}
    where subject = ${subject} and act_id = ${actId} and erased_at is null
      and (${names === null} or name = any(${names ?? []}::text[]))`;
  await transaction`
    insert into record.erasure (subject, erasure_id, log, act_id, part_names, requested_at)
    values (${subject}, ${erasureId}, ${log}, ${actId}, ${names}, ${at})
    on conflict (subject, erasure_id) do nothing`;
}

interface ErasureRow {
  readonly erasure_id: string;
  readonly log: string;
  readonly subject: Uint8Array;
  readonly act_id: string;
  readonly part_names: string[] | null;
  readonly requested_at: number;
}

/** Erasures of a log that are not finished yet, oldest first. */
export async function unfinishedErasures(
  sql: Queryable,
  log: string,
  count: number,
): Promise<readonly ErasureToMark[]> {
  const rows = await sql<ErasureRow[]>`
    select erasure_id, log, subject, act_id, part_names, requested_at from record.erasure
    where finished_at is null and log = ${log} order by requested_at limit ${count}`;
  return rows.map((row) => ({
    erasureId: row.erasure_id,
    log: row.log,
    subject: row.subject,
    actId: row.act_id,
    partNames: row.part_names,
    at: row.requested_at,
  }));
}

/** Whether an erasure is known to this database: one restored to an older state has forgotten later ones. */
export async function knowsErasure(sql: Queryable, erasure: ErasureToMark): Promise<boolean> {
  const rows = await sql`
    select 1 from record.erasure where subject = ${erasure.subject} and erasure_id = ${erasure.erasureId}`;
  return rows.length > 0;
}

/** The keys of the sealed parts that an erasure is about. */
export async function keysToDestroy(sql: Queryable, erasure: ErasureToMark): Promise<readonly PersonKeyId[]> {
  const names = erasure.partNames === null ? null : [...erasure.partNames];
  const rows = await sql<{ key_id: string }[]>`
    select key_id from sealed.part where subject = ${erasure.subject} and act_id = ${erasure.actId}
      and (${names === null} or name = any(${names ?? []}::text[]))`;
  return rows.map(({ key_id: text }) => {
    const id = parsePersonKeyId(text);
    assert(id !== null, "the database holds UUIDs there");
    return id;
  });
}

/** Empties the sealed parts of an erasure, whose keys are destroyed by then, and notes that it is finished. */
export async function finishErasure(sql: Queryable, erasure: ErasureToMark, at: number): Promise<void> {
  const names = erasure.partNames === null ? null : [...erasure.partNames];
  await sql`
    update sealed.part set ciphertext = null, erased_at = ${at}
    where subject = ${erasure.subject} and act_id = ${erasure.actId} and erased_at is null
      and (${names === null} or name = any(${names ?? []}::text[]))`;
  await sql`
    update record.erasure set finished_at = ${at}
    where subject = ${erasure.subject} and erasure_id = ${erasure.erasureId}`;
}
