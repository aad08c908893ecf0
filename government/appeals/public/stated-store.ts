import type { Instant } from "#core/clock/civil-date.ts";
import type { Sql } from "#platform/database/database.ts";
import type { LogName } from "#platform/record/act.ts";
import type { FigureSpan } from "./figures-store.ts";

/** What the state says of one body: docs/statistics.md section 10. Nobody outside can count it from leaves. */
export interface StatedCounts {
  readonly body: number;
  readonly decided: number;
  readonly takenHigher: number;
  readonly overturned: number;
  readonly ratedDone: number;
  readonly ratedPartlyDone: number;
  readonly ratedNotDone: number;
}

/** A request to erase that was decided, or still waits: what the clock needs to judge it. */
export interface AskedAndDecided {
  readonly body: number;
  readonly askedAt: Instant;
  readonly enteredAt: Instant;
  /** `null` while nobody has decided. */
  readonly decidedAt: Instant | null;
}

/** The requests to erase of a log that were not taken back, by the register in which they were asked. */
export async function erasuresAsked(sql: Sql, log: LogName): Promise<readonly AskedAndDecided[]> {
  return await sql<AskedAndDecided[]>`
    select asked.body, asked.at as "askedAt", coalesce(asked.entered_at, asked.at) as "enteredAt",
      ended.at as "decidedAt"
    from cases.erasure_request request
      join record.act asked on asked.subject = request.case_tag and asked.act_id = request.asked_act
      left join record.act ended on ended.subject = request.case_tag and ended.act_id = request.ended_act
    where asked.log = ${log} and ended.actor is distinct from 'applicant'`;
}

/** Counts by register, of what was decided and rated within the span. */
export async function readStatedCounts(sql: Sql, span: FigureSpan): Promise<readonly StatedCounts[]> {
  const { log, timeZone, asOf } = span;
  const from = span.from ?? 0;
  return await sql<StatedCounts[]>`
    with decided as (
      select closing.body, link.other_tag is not null as higher, above.act_id is not null as overturned
      from cases.closing closing
        join record.act act on act.subject = closing.case_tag and act.act_id = closing.act_id
        left join cases.link link on link.case_tag = closing.case_tag and link.relation = 'later' and link.forum = 'higher-body'
          and link.closing_act = closing.act_id
        left join cases.closing above on above.case_tag = link.other_tag and above.undone_by_act is null
          and above.act_kind = 'answered' and above.outcome in ('satisfied', 'partly-satisfied')
      where act.log = ${log} and closing.undone_by_act is null
        and closing.act_kind in ('answered', 'refused', 'explained', 'terminated')
        and ((to_timestamp(act.at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01')
          between ${from} and ${asOf}
    ), counted as (
      select body, 'decided' as figure from decided
      union all select body, 'taken-higher' from decided where higher
      union all select body, 'overturned' from decided where overturned
      union all select body, answer from cases.rating
        where ((to_timestamp(rated_at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01')
          between ${from} and ${asOf}
    )
    select body,
      count(*) filter (where figure = 'decided')::integer as decided,
      count(*) filter (where figure = 'taken-higher')::integer as "takenHigher",
      count(*) filter (where figure = 'overturned')::integer as overturned,
      count(*) filter (where figure = 'done')::integer as "ratedDone",
      count(*) filter (where figure = 'partly-done')::integer as "ratedPartlyDone",
      count(*) filter (where figure = 'not-done')::integer as "ratedNotDone"
    from counted group by body order by body`;
}
