import type { Sql } from "./database.ts";
import type { Migration } from "./migrate.ts";

/**
 * How the tables stand to the migrations of this program: `behind`, some did not run; `ahead`, a newer program has
 * migrated; `changed`, something else ran under a known name.
 */
export type SchemaState = "current" | "behind" | "ahead" | "changed";

/** Whether the database answers at all. */
export async function askDatabase(sql: Sql): Promise<void> {
  await sql`select 1`;
}

/** Compares what ran on the database with what this program brings; for every role of ours. */
export async function schemaState(sql: Sql, migrations: readonly Migration[]): Promise<SchemaState> {
  const ran = await sql<{ name: string; digest: string }[]>`select name, digest from platform.migration`;
  const digests = new Map(ran.map(({ name, digest }) => [name, digest]));
  const missing = migrations.filter(({ name }) => !digests.has(name));
  if (migrations.some(({ name, digest }) => digests.has(name) && digests.get(name) !== digest))
    return "changed";
  if (missing.length > 0) return "behind";
  return ran.length > migrations.length ? "ahead" : "current";
}
