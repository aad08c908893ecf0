import type { Sql } from "#platform/database/database.ts";

/** Where the filings of cases stand in the log, by the cases' numbers; those that wait for their leaf are left out. */
export async function filingIndexes(
  owner: Sql,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await owner<{ number: string; index: number }[]>`
    select number.number, min(entry.index) as index
    from cases.number join ledger.entry on entry.subject = number.case_tag
    where number.number = any(${[...numbers]}::text[]) group by number.number`;
  return new Map(rows.map(({ number, index }) => [number, index]));
}
