import type { Sql, Transaction } from "#platform/database/database.ts";

/** Whether nothing was ever entered in the record: only then may a country be founded in it. */
export async function isRecordEmpty(sql: Sql | Transaction): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }[]>`
    select not exists (select 1 from record.act) and not exists (select 1 from bodies.body) as empty`;
  return row?.empty ?? false;
}
