import type { Sql } from "./database.ts";

/** Connections under the login of `sql`, by what they are doing, of all programs that use it. */
export async function connectionsByState(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ state: string; connections: number }[]>`
    select coalesce(state, 'unknown') as state, count(*) as connections from pg_stat_activity
    where usename = current_user and datname = current_database() group by 1 order by 1`;
  return new Map(rows.map(({ state, connections }) => [state, connections]));
}
