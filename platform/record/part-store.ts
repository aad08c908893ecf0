import type { Transaction } from "#platform/database/database.ts";
import type { Queryable } from "./act-store.ts";

/** Open parts as rows of record.part. Who may see one is asked before, by the slice that owns the case. */

export interface PartRow {
  readonly subject: Uint8Array;
  readonly act_id: string;
  readonly name: string;
  readonly position: number;
  readonly media_type: string;
  readonly published: boolean;
  readonly nonce: Uint8Array;
  readonly commitment: Uint8Array;
  readonly bytes: Uint8Array;
  readonly byte_length: number;
}

/** Writes the open parts of a group. */
export async function insertParts(transaction: Transaction, rows: readonly PartRow[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction`insert into record.part ${transaction(rows)}`;
}

/** A part without its bytes: what a list may show. */
export interface PartDescription {
  readonly actId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly published: boolean;
  readonly commitment: Uint8Array;
  readonly erasedAt: number | null;
}

/** A part with what opens it. */
export interface StoredPart extends PartDescription {
  readonly nonce: Uint8Array;
  readonly bytes: Uint8Array;
}

interface DescriptionRow {
  readonly act_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly byte_length: number;
  readonly published: boolean;
  readonly commitment: Uint8Array;
  readonly erased_at: number | null;
}

/** The open parts of one act that are not erased, in their order. */
export async function readParts(
  sql: Queryable,
  subject: Uint8Array,
  actId: string,
): Promise<readonly StoredPart[]> {
  const rows = await sql<(DescriptionRow & { readonly nonce: Uint8Array; readonly bytes: Uint8Array })[]>`
    select act_id, name, media_type, byte_length, published, commitment, erased_at, nonce, bytes
    from record.part where subject = ${subject} and act_id = ${actId} and erased_at is null order by position`;
  return rows.map((row) => ({ ...partDescription(row), nonce: row.nonce, bytes: row.bytes }));
}

/** One open part; `null` when there is none or it was erased. */
export async function readPart(
  sql: Queryable,
  place: { readonly subject: Uint8Array; readonly actId: string; readonly name: string },
): Promise<StoredPart | null> {
  const rows = await sql<(DescriptionRow & { readonly nonce: Uint8Array; readonly bytes: Uint8Array })[]>`
    select act_id, name, media_type, byte_length, published, commitment, erased_at, nonce, bytes
    from record.part
    where subject = ${place.subject} and act_id = ${place.actId} and name = ${place.name} and erased_at is null`;
  const [row] = rows;
  return row === undefined ? null : { ...partDescription(row), nonce: row.nonce, bytes: row.bytes };
}

function partDescription(row: DescriptionRow): PartDescription {
  return {
    actId: row.act_id,
    name: row.name,
    mediaType: row.media_type,
    byteLength: row.byte_length,
    published: row.published,
    commitment: row.commitment,
    erasedAt: row.erased_at,
  };
}
