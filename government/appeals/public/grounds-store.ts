import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/**
 * What leaves do not show: outcomes, grounds, reasons, sealed filings. Counted from the
 * public details of acts and from rows of the portal, and shown as "stated by the state" (record decision 3).
 */

type Queryable = Sql | Transaction;

/** How many of one code a body has. */
export interface GroundsRow {
  /** The register in which the act stands. */
  readonly body: number;
  readonly subject: string;
  readonly code: string;
  readonly count: number;
}

export interface GroundsSpan {
  readonly log: string;
  readonly timeZone: string;
  readonly from: CivilDate;
  /** The last day. What stood at its end is counted, whatever came later. */
  readonly until: CivilDate;
}

/** Counts of everything that is stated, by register and code, of the acts of some days. */
export async function readGroundsRows(sql: Queryable, span: GroundsSpan): Promise<readonly GroundsRow[]> {
  const { log, timeZone, from, until } = span;
  return await sql<GroundsRow[]>`
    with act as (
      select act.act_id, act.case_tag, act.kind, act.body,
        convert_from(part.bytes, 'UTF8')::jsonb as details
      from record.act join record.part on part.subject = act.subject and part.act_id = act.act_id
        and part.name = 'public' and part.erased_at is null
      where act.log = ${log} and act.case_tag is not null
        and act.kind in ('answered', 'explained', 'refused', 'terminated', 'extended', 'forwarded', 'disputed')
        and ((to_timestamp(act.at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01')
          between ${from} and ${until}
    ),
    standing as (
      select act.*, closing.case_tag as closed_tag from act
        join cases.closing on closing.case_tag = act.case_tag and closing.act_id = act.act_id
        left join record.act undoing on undoing.subject = closing.case_tag and undoing.act_id = closing.undone_by_act
      where undoing.act_id is null
        or ((to_timestamp(undoing.at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01') > ${until}
    ),
    counted (body, subject, code) as (
      select body, 'outcome', details->>'outcome' from standing where details ? 'outcome'
      union all select body, 'ground', ground from standing,
        jsonb_array_elements_text(coalesce(details->'grounds', '[]')) ground where kind = 'refused'
      union all select body, 'unheard', details->>'unheard' from standing where details ? 'unheard'
      union all select body, kind, details->>'reason' from act
        where kind in ('extended', 'forwarded', 'disputed') and details ? 'reason'
    )
    select body, subject, code, count(*) as count from counted group by body, subject, code
    order by subject, code, body`;
}

/** Filings of each body on some days, by what is known of how they were filed. */
export async function readFilingRows(
  sql: Queryable,
  { log, from, until }: GroundsSpan,
): Promise<readonly { readonly body: number; readonly filed: number; readonly sealed: number }[]> {
  return await sql`
    select filed_body as body, count(*) as filed, count(*) filter (where not identity_shown) as sealed
    from cases.case where log = ${log} and filed_day between ${from} and ${until} group by filed_body`;
}
