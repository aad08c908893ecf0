import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/**
 * The portal's figures, counted by SQL over its own tables from docs/statistics.md alone. The auditor counts the same
 * from leaves, with other code: both must come to the same numbers.
 */

type Queryable = Sql | Transaction;

export interface FigureSpan {
  readonly log: string;
  /** IANA name of the civil time zone. */
  readonly timeZone: string;
  /** DATE of docs/statistics.md: today. */
  readonly asOf: CivilDate;
  /** FROM of docs/statistics.md; `null`: since the beginning of the record. */
  readonly from: CivilDate | null;
}

/** How many of one figure a body has, in one month (`null` for figures without a day). */
export interface FigureRow {
  readonly body: number;
  readonly figure: string;
  /** As "2026-11". */
  readonly month: string | null;
  readonly count: number;
  /** Of these, those that lie in the period; all of those without a day do. */
  readonly inPeriod: number;
}

/** What days held and ages are counted with. */
export interface WorkingDays {
  /** For each working week, its working days up to and including a day. */
  readonly counts: readonly { readonly week: string; readonly day: number; readonly through: number }[];
  /** The week of each body. */
  readonly weeks: readonly { readonly body: number; readonly week: string }[];
}

/** The civil day of an instant. */
function dayOf(sql: Queryable, ms: ReturnType<typeof leafTime>, timeZone: string) {
  return sql`((to_timestamp(${ms} / 1000.0) at time zone ${timeZone})::date - date '1970-01-01')`;
}

/** The time in an entry's leaf, see core/record/leaf.ts. */
function leafTime(sql: Queryable) {
  return sql`('x' || encode(substring(entry.leaf from 16 for 8), 'hex'))::bit(64)::bigint`;
}

/**
 * The facts of docs/statistics.md section 2 as common table expressions: acts that exist, holdings with their days,
 * standing closings, open cases with the due that stands.
 */
function facts(sql: Queryable, span: FigureSpan) {
  const { log, timeZone, asOf } = span;
  const witnessed = dayOf(sql, sql`entry.witnessed_at`, timeZone);
  return sql`
    act as (
      select act.act_id, act.case_tag, act.kind, act.body, act.registered, entry.index,
        ${dayOf(sql, leafTime(sql), timeZone)} as entered, ${witnessed} as witnessed
      from record.act join ledger.entry on entry.log = act.log and entry.act_id = act.act_id
      where act.log = ${log} and act.case_tag is not null and entry.witnessed_at is not null
        and ${witnessed} <= ${asOf}
    ),
    held as (
      select holding.case_tag, holding.sequence, holding.body, begun.entered as from_day,
        case when ended.kind = 'received' then ended.entered else ended.witnessed end as to_day
      from cases.holding join act begun on begun.act_id = holding.from_act
        left join act ended on ended.act_id = holding.until_act
    ),
    last_closing as (
      select distinct on (closing.case_tag) closing.case_tag, closing.act_kind as kind, closing.body,
        act.witnessed, closing.due_before, undoing.act_id is not null as undone
      from cases.closing join act on act.act_id = closing.act_id
        left join act undoing on undoing.act_id = closing.undone_by_act
      order by closing.case_tag, act.registered desc
    ),
    standing as (
      select distinct on (last_closing.case_tag) last_closing.*, held.body as charged
      from last_closing join held on held.case_tag = last_closing.case_tag
      where not undone order by last_closing.case_tag, ${holderOnFirst(sql, sql`last_closing.due_before`)}
    ),
    still_open as (
      select filed.case_tag, filed.filing_kind, act.entered as filed_day, act.index,
        -- A closing that no witness has signed yet has not happened: the due before it stands.
        coalesce(filed.due, unwitnessed.due_before) as due,
        coalesce(last_closing.undone and last_closing.kind <> 'withdrawn', false) as disputed
      from cases.case filed
        join cases.holding first on first.case_tag = filed.case_tag and first.sequence = 0
        join act on act.act_id = first.from_act
        left join last_closing on last_closing.case_tag = filed.case_tag
        left join standing on standing.case_tag = filed.case_tag
        left join cases.closing unwitnessed
          on unwitnessed.case_tag = filed.case_tag and unwitnessed.undone_by_act is null
      where filed.log = ${log} and standing.case_tag is null
    ),
    open_case as (
      select distinct on (still_open.case_tag) still_open.*, held.body as charged, last_held.body as holder
      from still_open join held on held.case_tag = still_open.case_tag join (
        select distinct on (case_tag) case_tag, body from held order by case_tag, sequence desc
      ) last_held on last_held.case_tag = still_open.case_tag
      order by still_open.case_tag, ${holderOnFirst(sql, sql`still_open.due`)}
    )`;
}

/** Orders a case's holdings: the last one that had begun by a day comes first, or the very first if none had. */
function holderOnFirst(sql: Queryable, day: ReturnType<typeof leafTime>) {
  return sql`(held.from_day <= ${day}) desc,
    case when held.from_day <= ${day} then -held.sequence else held.sequence end`;
}

/** Counts of all figures, by body and month. */
export async function readFigureRows(sql: Queryable, span: FigureSpan): Promise<readonly FigureRow[]> {
  return await sql<FigureRow[]>`
    with ${facts(sql, span)},
    counted (body, figure, day) as (
      select body, 'filed', entered from act where kind like 'filed-%'
      union all select body, kind, entered from act
        where kind in ('received', 'forwarded', 'extended', 'clarification-asked', 'disputed')
      union all select body, 'forwarded-again', entered from (
        select body, entered, row_number() over (partition by case_tag order by index) as nth
        from act where kind = 'forwarded'
      ) passed where nth > 1
      union all select body, 'answered', witnessed from standing where kind in ('answered', 'refused')
      union all select body, kind, witnessed from standing where kind <> 'answered'
      union all select charged, 'late', witnessed from standing where witnessed > due_before
      union all select body, 'in-time', witnessed from standing
        where witnessed <= due_before and kind in ('answered', 'refused')
      union all select body, 'otherwise-in-time', witnessed from standing
        where witnessed <= due_before and kind in ('explained', 'terminated')
      union all select charged, 'open-overdue', due from open_case where due < ${span.asOf}
      union all select holder, 'open', null from open_case
    )
    select body, figure, to_char(date '1970-01-01' + day, 'YYYY-MM') as month, count(*) as count,
      count(*) filter (where day is null or ${inPeriod(sql, span, sql`day`)}) as "inPeriod"
    from counted group by body, figure, month`;
}

function inPeriod(sql: Queryable, { from }: FigureSpan, day: ReturnType<typeof leafTime>) {
  return from === null ? sql`true` : sql`${day} >= ${from}`;
}

/** The entered day of the log's first act, before which nothing is; `null` for an empty log. */
export async function readFirstDay(sql: Queryable, { log, timeZone }: FigureSpan): Promise<number | null> {
  const rows = await sql<{ day: number }[]>`
    select ${dayOf(sql, leafTime(sql), timeZone)} as day from ledger.entry where log = ${log} and index = 0`;
  return rows[0]?.day ?? null;
}

/** Days held by each body: how many holdings ended, median and 90th percentile in working days; body 0 is all bodies. */
export async function readDaysHeld(
  sql: Queryable,
  span: FigureSpan,
  workingDays: WorkingDays,
): Promise<
  readonly {
    readonly body: number;
    readonly ended: number;
    readonly median: number;
    readonly percentile90: number;
  }[]
> {
  return await sql`
    with ${facts(sql, span)}, ${calendar(sql, workingDays)},
    days as (
      select held.body, greatest(0, until.through - since.through) as days
      from held join body_week using (body)
        join working since on since.week = body_week.week and since.day = held.from_day
        join working until on until.week = body_week.week and until.day = held.to_day
      where ${inPeriod(sql, span, sql`held.to_day`)}
    )
    select coalesce(body, 0) as body, count(*) as ended,
      percentile_disc(0.5) within group (order by days) as median,
      percentile_disc(0.9) within group (order by days) as percentile90
    from days group by rollup (body)`;
}

export interface OverdueRow {
  readonly tag: Uint8Array;
  readonly filingKind: string;
  readonly filedDay: CivilDate;
  readonly due: CivilDate;
  readonly charged: number;
  readonly holder: number;
  readonly disputed: boolean;
  readonly workingDays: number;
  /** Position of the filing in the log. */
  readonly index: number;
}

/** Every open case whose due day is past, the longest waiting first. */
export async function readOverdue(
  sql: Queryable,
  span: FigureSpan,
  workingDays: WorkingDays,
): Promise<readonly OverdueRow[]> {
  return await sql<OverdueRow[]>`
    with ${facts(sql, span)}, ${calendar(sql, workingDays)}
    select case_tag as tag, filing_kind as "filingKind", filed_day as "filedDay", due, charged, holder,
      disputed, index, today.through - since.through as "workingDays"
    from open_case join body_week on body_week.body = charged
      join working since on since.week = body_week.week and since.day = due
      join working today on today.week = body_week.week and today.day = ${span.asOf}
    where due < ${span.asOf} order by due, index`;
}

function calendar(sql: Queryable, { counts, weeks }: WorkingDays) {
  const numbers = (values: readonly number[]) => sql`${[...values]}::integer[]`;
  const words = (values: readonly string[]) => sql`${[...values]}::text[]`;
  return sql`working as (
    select * from unnest(${words(counts.map(({ week }) => week))}, ${numbers(counts.map(({ day }) => day))},
      ${numbers(counts.map(({ through }) => through))}) as working (week, day, through)
  ), body_week as (
    select * from unnest(${numbers(weeks.map(({ body }) => body))}, ${words(weeks.map(({ week }) => week))})
      as body_week (body, week)
  )`;
}
