import type { Sql } from "./database.ts";

/**
 * Lets PostgreSQL look at what the tables hold now. It does so by itself once a minute or so; where a database fills from
 * nothing faster than that, statements would go on as they were planned for empty tables: reading all of them.
 */
export async function gatherStatistics(owner: Sql): Promise<void> {
  await owner`analyze`;
}
