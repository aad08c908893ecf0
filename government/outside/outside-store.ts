import type { CivilDate } from "#core/clock/civil-date.ts";
import type { CaseNumber, QueuePlace } from "#government/cases/index.ts";
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

/** A case that waits at a body for which it was entered from outside. */
export interface WaitingCase {
  readonly tag: Uint8Array;
  readonly number: CaseNumber;
  readonly due: CivilDate;
  /** Where the filing stands in the log; `null` while it waits. */
  readonly entry: number | null;
}

/** The soonest due first, after a place. */
export async function readWaiting(
  sql: Sql,
  body: number,
  after: QueuePlace | null,
  count: number,
): Promise<readonly WaitingCase[]> {
  const rows = await sql<WaitingCase[]>`
    select c.case_tag as tag, c.number, c.due, filing.index as entry
    from cases.case c left join lateral (
      select index from record.act_witnessed act
      where act.subject = c.case_tag order by act.registered limit 1) filing on true
    where c.holder_body = ${body} and c.filing_kind = 'filed-elsewhere' and c.due is not null
      ${after === null ? sql`` : sql`and (c.due, c.number) > (${after.due}, ${after.number})`}
    order by c.due, c.number limit ${count}`;
  return rows.map((row) => ({ ...row, tag: Uint8Array.from(row.tag) }));
}
