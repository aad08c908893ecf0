import type { CivilDate } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Sql } from "#platform/database/database.ts";
import type { CaseNumber } from "./case-number.ts";
import { type CaseRow, caseRow, columns, type DatabaseCase, type Queryable } from "./case-store.ts";

/** The queue of a desk: open cases by due day, page by page after a place, never by counting rows off. */

/** Where a page of a queue begins: after this case. */
export interface QueuePlace {
  readonly due: CivilDate;
  readonly number: CaseNumber;
}

export interface QueueFilter {
  readonly body: BodyNumber;
  /** Only cases of these posts of the body; with none, no case. */
  readonly posts?: readonly string[];
  /** Only cases that nobody has been given yet. */
  readonly unassigned?: boolean;
  /** Only cases due on this day or later. */
  readonly dueFrom?: CivilDate;
  /** Only cases due on this day or earlier. */
  readonly dueThrough?: CivilDate;
  readonly kind?: string;
  readonly phase?: string;
}

/** Open cases of a body, soonest due first. */
export async function readQueue(
  sql: Queryable,
  filter: QueueFilter,
  after: QueuePlace | null,
  count: number,
): Promise<readonly CaseRow[]> {
  const { body, posts, unassigned, dueFrom, dueThrough, kind, phase } = filter;
  const rows = await sql<DatabaseCase[]>`
    select ${columns(sql)} from cases.case
    where holder_body = ${body} and due is not null
      ${posts === undefined ? sql`` : sql`and official_post = any(${[...posts]}::text[])`}
      ${unassigned === true ? sql`and official_post is null` : sql``}
      ${dueFrom === undefined ? sql`` : sql`and due >= ${dueFrom}`}
      ${dueThrough === undefined ? sql`` : sql`and due <= ${dueThrough}`}
      ${kind === undefined ? sql`` : sql`and filing_kind = ${kind}`}
      ${phase === undefined ? sql`` : sql`and phase = ${phase}`}
      ${after === null ? sql`` : sql`and (due, number) > (${after.due}, ${after.number})`}
    order by due, number limit ${count}`;
  return rows.map(caseRow);
}

/** How many cases each view of a queue shows. */
export interface QueueCounts {
  readonly all: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly overdue: number;
  readonly near: number;
  readonly waiting: number;
}

/** Counts the open cases of a body in one reading. `near`: due from today through the day given. */
export async function countQueue(
  sql: Sql,
  body: BodyNumber,
  given: { readonly today: CivilDate; readonly nearThrough: CivilDate; readonly posts: readonly string[] },
): Promise<QueueCounts> {
  const { today, nearThrough, posts } = given;
  const [row] = await sql<QueueCounts[]>`
    select count(*)::int as all, count(*) filter (where official_post = any(${[...posts]}::text[]))::int as mine,
      count(*) filter (where official_post is null)::int as unassigned,
      count(*) filter (where due < ${today})::int as overdue,
      count(*) filter (where due >= ${today} and due <= ${nearThrough})::int as near,
      count(*) filter (where phase = 'awaiting-applicant')::int as waiting
    from cases.case where holder_body = ${body} and due is not null`;
  return row ?? { all: 0, mine: 0, unassigned: 0, overdue: 0, near: 0, waiting: 0 };
}
