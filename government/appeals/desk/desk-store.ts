import type { CivilDate } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Sql } from "#platform/database/database.ts";

/** How many open cases one post of a body has; `post` null: cases that nobody has been given. */
export interface DeskLoad {
  readonly post: string | null;
  readonly open: number;
  readonly overdue: number;
  /** Due from today through the last day of the week. */
  readonly week: number;
}

/** The open cases of a body by the post to which they were given. */
export async function readDeskLoads(
  sql: Sql,
  body: BodyNumber,
  days: { readonly today: CivilDate; readonly weekThrough: CivilDate },
): Promise<readonly DeskLoad[]> {
  const { today, weekThrough } = days;
  return await sql<DeskLoad[]>`
    select official_post as post, count(*)::int as open, count(*) filter (where due < ${today})::int as overdue,
      count(*) filter (where due >= ${today} and due <= ${weekThrough})::int as week
    from cases.case where holder_body = ${body} and due is not null
    group by official_post order by official_post nulls first`;
}

/** Figures of one body for whoever controls it: counts alone. */
export interface BodyLoad {
  readonly body: BodyNumber;
  readonly open: number;
  readonly overdue: number;
  /** Open cases of which some step has been raised for the day by which they are due. */
  readonly raised: number;
}

/** The open cases of some bodies, counted. Bodies without one are left out. */
export async function readBodyLoads(
  sql: Sql,
  bodies: readonly BodyNumber[],
  today: CivilDate,
): Promise<readonly BodyLoad[]> {
  if (bodies.length === 0) return [];
  return await sql<BodyLoad[]>`
    select c.holder_body as body, count(*)::int as open, count(*) filter (where c.due < ${today})::int as overdue,
      count(*) filter (where exists (
        select 1 from cases.escalation e where e.case_tag = c.case_tag and e.due = c.due))::int as raised
    from cases.case c where c.holder_body in ${sql([...bodies])} and c.due is not null
    group by c.holder_body order by c.holder_body`;
}
