import type { Sql, Transaction } from "#platform/database/database.ts";
import { deleteDraftChunks, sweepChunks } from "../attaching/draft-chunk-store.ts";

type Queryable = Sql | Transaction;

/** Half-written appeals as ciphertext. The name of a row is made from its key and tells nothing of it. */

/** Writes a draft, replacing what stood there, and renews its end. */
export async function saveDraftRow(
  sql: Queryable,
  draft: { readonly id: Uint8Array; readonly ciphertext: Uint8Array; readonly expiresAt: number },
): Promise<void> {
  await sql`
    insert into cases.draft (draft_id, ciphertext, expires_at)
    values (${draft.id}, ${draft.ciphertext}, ${draft.expiresAt})
    on conflict (draft_id) do update set ciphertext = excluded.ciphertext, expires_at = excluded.expires_at`;
}

/** A draft that has not expired; `null` when there is none. */
export async function readDraftRow(sql: Queryable, id: Uint8Array, now: number): Promise<Uint8Array | null> {
  const [row] = await sql<{ ciphertext: Uint8Array }[]>`
    select ciphertext from cases.draft where draft_id = ${id} and expires_at > ${now}`;
  return row?.ciphertext ?? null;
}

/** Writes a file of a draft at its position. */
export async function saveDraftFileRow(
  sql: Queryable,
  file: {
    readonly id: Uint8Array;
    readonly position: number;
    readonly ciphertext: Uint8Array;
    readonly expiresAt: number;
  },
): Promise<void> {
  await sql`
    insert into cases.draft_file (draft_id, position, ciphertext, expires_at)
    values (${file.id}, ${file.position}, ${file.ciphertext}, ${file.expiresAt})
    on conflict (draft_id, position) do update
      set ciphertext = excluded.ciphertext, expires_at = excluded.expires_at`;
}

/** The files of a draft, by position. */
export async function readDraftFileRows(
  sql: Queryable,
  id: Uint8Array,
  now: number,
): Promise<readonly { readonly position: number; readonly ciphertext: Uint8Array }[]> {
  return await sql<{ position: number; ciphertext: Uint8Array }[]>`
    select position, ciphertext from cases.draft_file
    where draft_id = ${id} and expires_at > ${now} order by position`;
}

/** Takes one file of a draft away. */
export async function deleteDraftFileRow(sql: Queryable, id: Uint8Array, position: number): Promise<void> {
  await sql`delete from cases.draft_file where draft_id = ${id} and position = ${position}`;
}

/** Takes a draft away with its files; `false` when there was none, or when another transaction was first. */
export async function deleteDraftRows(sql: Queryable, id: Uint8Array): Promise<boolean> {
  await sql`delete from cases.draft_file where draft_id = ${id}`;
  await deleteDraftChunks(sql, id);
  const deleted = await sql`delete from cases.draft where draft_id = ${id}`;
  return deleted.count > 0;
}

/** Takes all expired drafts away; returns how many. */
export async function sweepDraftRows(sql: Queryable, now: number): Promise<number> {
  await sql`delete from cases.draft_file where expires_at <= ${now}`;
  await sweepChunks(sql, now);
  const swept = await sql`delete from cases.draft where expires_at <= ${now}`;
  return swept.count;
}
