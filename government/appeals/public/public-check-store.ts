import type { Sql } from "#platform/database/database.ts";

/** An entry of the log that a published checkpoint covers. */
export interface PublicEntry {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly actId: string;
  readonly witnessedSize: number;
}

/** The entry at an index; `null` for one that is not there or not witnessed yet. */
export async function readPublicEntry(sql: Sql, log: string, index: number): Promise<PublicEntry | null> {
  const rows = await sql<{ leaf: Uint8Array; act_id: string; witnessed_size: number }[]>`
    select leaf, act_id, witnessed_size from ledger.entry
    where log = ${log} and index = ${index} and witnessed_size is not null`;
  const [row] = rows;
  if (row === undefined) return null;
  return {
    index,
    leaf: Uint8Array.from(row.leaf),
    actId: row.act_id,
    witnessedSize: row.witnessed_size,
  };
}

/** Entries of the same case, in order: what anyone finds by the tag that stands in each leaf. */
export async function readCaseEntries(
  sql: Sql,
  log: string,
  place: { readonly tag: Uint8Array; readonly below: number; readonly countMax: number },
): Promise<readonly number[]> {
  const rows = await sql<{ index: number }[]>`
    select index from record.act_witnessed
    where subject = ${place.tag} and case_tag is not null and log = ${log} and index < ${place.below}
    order by index limit ${place.countMax}`;
  return rows.map(({ index }) => index);
}
