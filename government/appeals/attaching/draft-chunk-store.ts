import type { Sql, Transaction } from "#platform/database/database.ts";

type Queryable = Sql | Transaction;

/** Pieces of files that are being sent, as ciphertext. */

export interface ChunkRow {
  readonly start: number;
  readonly byteLength: number;
  readonly ciphertext: Uint8Array;
}

/** The place of the row that marks a file as put together. */
const doneStart = -1;

/** How many bytes of an upload have come without a gap, and whether it was put together. */
export async function readUploadState(
  sql: Queryable,
  draftId: Uint8Array,
  upload: string,
  now: number,
): Promise<{ readonly received: number; readonly isDone: boolean }> {
  const [row] = await sql<{ received: number; is_done: boolean }[]>`
    select coalesce(sum(byte_length), 0)::bigint as received, coalesce(bool_or(start = ${doneStart}), false) as is_done
    from cases.draft_chunk where draft_id = ${draftId} and upload = ${upload} and expires_at > ${now}`;
  return { received: row?.received ?? 0, isDone: row?.is_done ?? false };
}

/** Keeps a piece; nothing happens when it is there already. */
export async function insertChunk(
  sql: Queryable,
  chunk: ChunkRow & { readonly draftId: Uint8Array; readonly upload: string; readonly expiresAt: number },
): Promise<void> {
  await sql`
    insert into cases.draft_chunk (draft_id, upload, start, byte_length, ciphertext, expires_at)
    values (${chunk.draftId}, ${chunk.upload}, ${chunk.start}, ${chunk.byteLength}, ${chunk.ciphertext},
      ${chunk.expiresAt}) on conflict do nothing`;
}

/** The pieces of an upload in order. */
export async function readChunks(
  sql: Queryable,
  draftId: Uint8Array,
  upload: string,
): Promise<readonly ChunkRow[]> {
  const rows = await sql<{ start: number; byte_length: number; ciphertext: Uint8Array }[]>`
    select start, byte_length, ciphertext from cases.draft_chunk
    where draft_id = ${draftId} and upload = ${upload} and start >= 0 order by start`;
  return rows.map((row) => ({ start: row.start, byteLength: row.byte_length, ciphertext: row.ciphertext }));
}

/** Marks an upload as put together; `false` when another request was first. */
export async function markUploadDone(
  transaction: Transaction,
  done: { readonly draftId: Uint8Array; readonly upload: string; readonly expiresAt: number },
): Promise<boolean> {
  const marked = await transaction`
    insert into cases.draft_chunk (draft_id, upload, start, byte_length, ciphertext, expires_at)
    values (${done.draftId}, ${done.upload}, ${doneStart}, 0, ''::bytea, ${done.expiresAt}) on conflict do nothing`;
  return marked.count > 0;
}

/** Takes the pieces of an upload away; the mark that it is done stays. */
export async function deleteChunks(sql: Queryable, draftId: Uint8Array, upload: string): Promise<void> {
  await sql`delete from cases.draft_chunk where draft_id = ${draftId} and upload = ${upload} and start >= 0`;
}

/** The uploads of a draft that are under way, those first that began first. */
export async function openUploads(sql: Queryable, draftId: Uint8Array): Promise<readonly string[]> {
  const rows = await sql<{ upload: string }[]>`
    select upload from cases.draft_chunk where draft_id = ${draftId} and start = 0 order by expires_at, upload`;
  return rows.map(({ upload }) => upload);
}

/** Takes all pieces of a draft away. */
export async function deleteDraftChunks(sql: Queryable, draftId: Uint8Array): Promise<void> {
  await sql`delete from cases.draft_chunk where draft_id = ${draftId}`;
}

/** Takes away what has expired. */
export async function sweepChunks(sql: Queryable, now: number): Promise<void> {
  await sql`delete from cases.draft_chunk where expires_at <= ${now}`;
}
