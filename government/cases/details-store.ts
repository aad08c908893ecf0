import type { Queryable } from "./case-store.ts";

/** The public details of a case's acts, as bytes by act; those that were erased are missing. */
export async function readDetails(sql: Queryable, tag: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await sql<{ act_id: string; bytes: Uint8Array }[]>`
    select act_id, bytes from record.part where subject = ${tag} and name = 'public' and erased_at is null`;
  return new Map(rows.map((row) => [row.act_id, row.bytes]));
}

/** The same of several cases in one reading. */
export async function readDetailsOfCases(
  sql: Queryable,
  tags: readonly Uint8Array[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (tags.length === 0) return new Map();
  const rows = await sql<{ act_id: string; bytes: Uint8Array }[]>`
    select act_id, bytes from record.part
    where subject in ${sql([...tags])} and name = 'public' and erased_at is null`;
  return new Map(rows.map((row) => [row.act_id, row.bytes]));
}
