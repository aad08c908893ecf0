import type { Sql } from "#platform/database/database.ts";

/** How many cases there are. */
export async function countCases(owner: Sql): Promise<number> {
  const [row] = await owner<{ count: number }[]>`select count(*)::integer as count from cases.case`;
  return row?.count ?? 0;
}
