import { assert, ok, type Result, refused } from "#core/result.ts";
import type { Transaction } from "#platform/database/database.ts";
import { type PersonKeys, parsePersonKeyId } from "#platform/keys/person-keys.ts";
import type { Queryable } from "./act-store.ts";
import { openSealedPart } from "./sealing.ts";

/** Identity parts as rows of sealed.part: ciphertext only. The desks' database role cannot name this schema. */

export interface SealedPartRow {
  readonly subject: Uint8Array;
  readonly act_id: string;
  readonly name: string;
  readonly position: number;
  readonly media_type: string;
  readonly key_id: string;
  readonly ciphertext: Uint8Array;
  readonly commitment: Uint8Array;
}

/** Writes the sealed parts of a group. */
export async function insertSealedParts(
  transaction: Transaction,
  rows: readonly SealedPartRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await transaction`insert into sealed.part ${transaction(rows)}`;
}

export interface SealedPart {
  readonly name: string;
  readonly mediaType: string;
  readonly nonce: Uint8Array;
  readonly bytes: Uint8Array;
  readonly commitment: Uint8Array;
}

export type SealedPartProblem = "no-such-part" | "erased" | "key-missing" | "does-not-open";

/**
 * Opens one identity part. Seeing one at a desk needs the act `read` before the bytes leave (record.md section 2);
 * the applicant's own view does not.
 */
export async function readSealedPart(
  sql: Queryable,
  personKeys: PersonKeys,
  place: { readonly subject: Uint8Array; readonly actId: string; readonly name: string },
): Promise<Result<SealedPart, SealedPartProblem>> {
  const rows = await sql<(SealedPartRow & { readonly erased_at: number | null })[]>`
    select * from sealed.part
    where subject = ${place.subject} and act_id = ${place.actId} and name = ${place.name}`;
  const [row] = rows;
  if (row === undefined) return refused("no-such-part");
  if (row.erased_at !== null) return refused("erased");
  return openRow(personKeys, row);
}

/** Whether a part of this name is kept for a subject, and not erased. Opens nothing. */
export async function hasSealedPart(sql: Queryable, subject: Uint8Array, name: string): Promise<boolean> {
  const [row] = await sql<{ yes: boolean }[]>`
    select exists (
      select from sealed.part where subject = ${subject} and name = ${name} and erased_at is null
    ) as yes`;
  return row?.yes === true;
}

/** Opens all sealed parts of one act that are not erased, in their order. */
export async function readSealedParts(
  sql: Queryable,
  personKeys: PersonKeys,
  place: { readonly subject: Uint8Array; readonly actId: string },
): Promise<readonly { readonly name: string; readonly part: Result<SealedPart, SealedPartProblem> }[]> {
  const rows = await sql<SealedPartRow[]>`
    select * from sealed.part
    where subject = ${place.subject} and act_id = ${place.actId} and erased_at is null order by position`;
  return rows.map((row) => ({ name: row.name, part: openRow(personKeys, row) }));
}

function openRow(personKeys: PersonKeys, row: SealedPartRow): Result<SealedPart, SealedPartProblem> {
  const keyId = parsePersonKeyId(row.key_id);
  assert(keyId !== null, "the database holds UUIDs there");
  const key = personKeys.read(keyId);
  if (key === null) return refused("key-missing");
  const opened = openSealedPart(key, `${row.act_id} ${row.name}`, row.ciphertext);
  if (!opened.ok) return opened;
  const { name, media_type: mediaType, commitment } = row;
  return ok({ name, mediaType, commitment, ...opened.value });
}
