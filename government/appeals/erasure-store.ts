import type { Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { CaseNumber } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Notes that an erasure was asked for, so that a desk finds it. */
export async function insertErasureRequest(
  transaction: Transaction,
  tag: Uint8Array,
  request: { readonly actId: string; readonly at: Instant },
): Promise<void> {
  await transaction`
    insert into cases.erasure_request (case_tag, asked_act, asked_at)
    values (${tag}, ${request.actId}, ${request.at})`;
}

/** Notes the act by which what was asked in a case is decided or taken back. */
export async function endErasureRequests(
  transaction: Transaction,
  tag: Uint8Array,
  actId: string,
): Promise<void> {
  await transaction`
    update cases.erasure_request set ended_act = ${actId} where case_tag = ${tag} and ended_act is null`;
}

/** A request that waits for its decision. */
export interface WaitingErasure {
  readonly number: CaseNumber;
  /** The body that decides it: which has the case now. */
  readonly body: BodyNumber;
  readonly post: string | null;
  readonly phase: string;
  /** When it happened, and when and in whose register it was entered: by these the clock knows its day. */
  readonly askedAt: Instant;
  readonly enteredAt: Instant;
  readonly askedBody: number;
}

/** All that waits at some bodies, the longest waiting first. */
export async function waitingErasures(
  sql: Sql,
  bodies: readonly BodyNumber[],
): Promise<readonly WaitingErasure[]> {
  if (bodies.length === 0) return [];
  return await sql<WaitingErasure[]>`
    select c.number, c.holder_body as body, c.official_post as post, c.phase, act.at as "askedAt", coalesce(act.entered_at, act.at) as "enteredAt",
      act.body as "askedBody"
    from cases.erasure_request asked join cases.case c using (case_tag)
      join record.act act on act.subject = asked.case_tag and act.act_id = asked.asked_act
    where asked.ended_act is null and c.holder_body in ${sql([...bodies])} order by asked.asked_at, c.number`;
}
