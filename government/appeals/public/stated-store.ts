import type { Instant } from "#core/clock/civil-date.ts";
import type { Sql } from "#platform/database/database.ts";
import type { LogName } from "#platform/record/act.ts";
import type { GroundsSpan } from "./grounds-store.ts";

/** What the state says of one body: docs/statistics.md section 9. Nobody outside can count it from leaves. */
export interface StatedCounts {
  readonly body: number;
  readonly decided: number;
  readonly takenHigher: number;
  readonly overturned: number;
  /** Of these, what had been answered in time: what the headline of the body counted. */
  readonly inTimeOverturned: number;
  /** Decided above as well, and not overturned. */
  readonly upheld: number;
  readonly ratedDone: number;
  readonly ratedPartlyDone: number;
  readonly ratedNotDone: number;
  readonly publicAgreed: number;
  readonly publicReleased: number;
  readonly publicRefused: number;
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

/** Counts by register, of what was decided, taken higher, decided above and rated on the days of the span. */
export async function readStatedCounts(sql: Sql, span: GroundsSpan): Promise<readonly StatedCounts[]> {
  const { log, timeZone, from, until } = span;
  return await sql<StatedCounts[]>`
    with standing as (
      select closing.case_tag, closing.act_id, closing.body, closing.act_kind, closing.outcome,
        (to_timestamp(act.at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01' as day
      from cases.closing closing
        join record.act act on act.subject = closing.case_tag and act.act_id = closing.act_id
        left join record.act undoing
          on undoing.subject = closing.case_tag and undoing.act_id = closing.undone_by_act
      where act.log = ${log} and closing.act_kind in ('answered', 'refused', 'explained', 'terminated')
        and (undoing.act_id is null
          or ((to_timestamp(undoing.at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01') > ${until})
    ), gone as (
      select below.body, link.other_tag as above,
        below.act_kind in ('answered', 'refused')
          and ((to_timestamp(entry.witnessed_at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01')
            <= below.due_before
          and (undoing.act_id is null
            or ((to_timestamp(undoing.at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01') > ${until})
          as in_time,
        (to_timestamp(link.linked_at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01' as day
      from cases.link link
        join cases.closing below on below.case_tag = link.case_tag and below.act_id = link.closing_act
        join cases.case case_below on case_below.case_tag = link.case_tag and case_below.log = ${log}
        left join ledger.entry entry on entry.log = ${log} and entry.act_id = below.act_id
        left join record.act undoing on undoing.subject = below.case_tag and undoing.act_id = below.undone_by_act
      where link.relation = 'later' and link.forum = 'higher-body'
    ), agreement as (
      select act.body, waiting.ended_as,
        (to_timestamp(waiting.agreed_at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01' as agreed_day,
        (to_timestamp(waiting.ended_at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01' as ended_day
      from cases.publication_agreement waiting
        join record.act act on act.subject = waiting.case_tag and act.act_id = waiting.agreed_act
      where act.log = ${log}
    ), counted as (
      select body, 'decided' as figure from standing where day between ${from} and ${until}
      union all select body, 'taken-higher' from gone where day between ${from} and ${until}
      union all select gone.body,
          case when above.act_kind = 'answered' and above.outcome in ('satisfied', 'partly-satisfied')
            then case when gone.in_time then 'overturned-in-time' else 'overturned-otherwise' end
            else 'upheld' end
        from gone join standing above on above.case_tag = gone.above
        where above.day between ${from} and ${until}
      union all select body, 'public-agreed' from agreement where agreed_day between ${from} and ${until}
      union all select body, case ended_as when 'refused' then 'public-refused' else 'public-released' end
        from agreement where ended_as in ('released', 'released-by-time', 'refused')
          and ended_day between ${from} and ${until}
      union all select body, answer from cases.rating
        where ((to_timestamp(rated_at / 1000.0) at time zone ${timeZone})::date - date '1970-01-01')
          between ${from} and ${until}
    )
    select body,
      count(*) filter (where figure = 'decided')::integer as decided,
      count(*) filter (where figure = 'taken-higher')::integer as "takenHigher",
      count(*) filter (where figure in ('overturned-in-time', 'overturned-otherwise'))::integer as overturned,
      count(*) filter (where figure = 'overturned-in-time')::integer as "inTimeOverturned",
      count(*) filter (where figure = 'upheld')::integer as upheld,
      count(*) filter (where figure = 'done')::integer as "ratedDone",
      count(*) filter (where figure = 'partly-done')::integer as "ratedPartlyDone",
      count(*) filter (where figure = 'not-done')::integer as "ratedNotDone",
      count(*) filter (where figure = 'public-agreed')::integer as "publicAgreed",
      count(*) filter (where figure = 'public-released')::integer as "publicReleased",
      count(*) filter (where figure = 'public-refused')::integer as "publicRefused"
    from counted group by body order by body`;
}
