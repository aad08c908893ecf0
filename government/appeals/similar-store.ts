import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Sql } from "#platform/database/database.ts";

/** What is compared to find repeats: read for counting, and shown to nobody. */

/** An open case at a desk with the text of its filing. */
export interface ComparableCase {
  readonly tag: Uint8Array;
  readonly number: string;
  readonly filedDay: CivilDate;
  readonly due: CivilDate;
  /** The part `parties` of the filing; `null` once erased. */
  readonly texts: Uint8Array | null;
}

/** The case itself, and the last so many open ones in the same language at the same body. */
export async function comparableCases(
  sql: Sql,
  tag: Uint8Array,
  count: number,
): Promise<readonly ComparableCase[]> {
  const rows = await sql<ComparableCase[]>`
    with asked as (select * from cases.case where case_tag = ${tag}),
    near as (
      (select asked.* from asked)
      union all
      (select other.* from cases.case other, asked
        where other.holder_body = asked.holder_body and other.due is not null
          and other.language = asked.language and other.case_tag <> asked.case_tag
        order by other.filed_at desc limit ${count}))
    select near.case_tag as tag, near.number, near.filed_day as "filedDay", near.due, part.bytes as texts
    from near
      join record.act on act.subject = near.case_tag and act.kind = near.filing_kind
      left join record.part on part.subject = act.subject and part.act_id = act.act_id and part.name = 'parties'
    where near.due is not null`;
  return rows.map((row) => ({ ...row, tag: Uint8Array.from(row.tag) }));
}

/** Open cases at the same desk by the same applicant, where both names may be seen. */
export async function shownCasesOfSameApplicant(sql: Sql, tag: Uint8Array): Promise<readonly Uint8Array[]> {
  const rows = await sql<{ tag: Uint8Array }[]>`
    select found as tag from cases.shown_cases_of_same_applicant(${tag}) as found`;
  return rows.map((row) => Uint8Array.from(row.tag));
}
