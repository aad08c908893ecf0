import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Sql } from "#platform/database/database.ts";

/** What was sent to one body past it, and how much of it is silence as of a day. */
export interface OutsideCounts {
  readonly body: number;
  readonly sent: number;
  readonly answered: number;
  readonly silent: number;
  /** Calendar days since the earliest due day that passed in silence; `null` without silence. */
  readonly longestDays: number | null;
}

/** Counts what was filed elsewhere, by the body that holds it. */
export async function readOutsideCounts(sql: Sql, today: CivilDate): Promise<readonly OutsideCounts[]> {
  const rows = await sql<
    { body: number; sent: number; answered: number; silent: number; longest: number | null }[]
  >`
    select holder_body as body,
      count(*)::int as sent,
      count(*) filter (where phase = 'closed')::int as answered,
      count(*) filter (where due is not null and due < ${today})::int as silent,
      (${today}::int - min(due) filter (where due < ${today}))::int as longest
    from cases.case where filing_kind = 'filed-elsewhere' group by holder_body order by holder_body`;
  return rows.map(({ longest, ...counts }) => ({ ...counts, longestDays: longest }));
}

/** Numbers of the cases that wait at a body for which they were entered from outside, the soonest due first. */
export async function readWaiting(sql: Sql, body: number, countMax: number): Promise<readonly string[]> {
  const rows = await sql<{ number: string }[]>`
    select number from cases.case
    where holder_body = ${body} and filing_kind = 'filed-elsewhere' and due is not null
    order by due, number limit ${countMax}`;
  return rows.map(({ number }) => number);
}
