import type { Sql, Transaction } from "#platform/database/database.ts";

/**
 * What applicants wrote in their own words about whom this case, and those that it carries on, are about. Read by the
 * program alone, to compare it with a name; a person at a desk opens texts by an act. Erased words are gone here too.
 */
export async function readComplaintWords(
  sql: Sql | Transaction,
  tag: Uint8Array,
): Promise<readonly string[]> {
  const rows = await sql<{ words: string }[]>`
    select words from cases.complaint_words(${tag}) as words`;
  return rows.map(({ words }) => words);
}
