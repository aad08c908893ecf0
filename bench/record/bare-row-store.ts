/** The peer of everything that commits: a table that nothing else knows, and one bare row in it. */
import { leafLength } from "#core/record/leaf.ts";
import type { Sql } from "#platform/database/database.ts";

type RandomBytes = (length: number) => Uint8Array;

/** Makes the table, beside the schemas of the product. */
export async function createBareTable(owner: Sql): Promise<void> {
  await owner`create table if not exists public.bare (id bigint generated always as identity primary key, row bytea not null)`;
  await owner`grant select, insert on public.bare to public`;
}

/** One row in a transaction of its own: what the driver and the server need at the least. */
export async function insertBareRow(sql: Sql, randomBytes: RandomBytes): Promise<void> {
  await sql`insert into public.bare (row) values (${randomBytes(leafLength)})`;
}

/** So many rows in one transaction. */
export async function insertBareBatch(sql: Sql, randomBytes: RandomBytes, count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => ({ row: randomBytes(leafLength) }));
  await sql`insert into public.bare ${sql(rows, "row")}`;
}
