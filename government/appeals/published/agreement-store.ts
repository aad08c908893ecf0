/** Agreements that wait for a head's word, and what became of the others: a projection of acts. */
import type { Instant } from "#core/clock/civil-date.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { LogName } from "#platform/record/act.ts";
import type { Queryable } from "./publication-store.ts";

/** What became of an agreement. */
export type AgreementEnd =
  | "released"
  | "released-by-time"
  | "refused"
  | "taken-back"
  | "replaced"
  /** Its text is gone, and with it what could be released. */
  | "erased";

/** Notes an agreement; one that still waited in the case is replaced by it. */
export async function insertAgreement(
  transaction: Transaction,
  tag: Uint8Array,
  { actId, at }: { readonly actId: string; readonly at: Instant },
): Promise<void> {
  await endAgreement(transaction, tag, { as: "replaced", at });
  await transaction`
    insert into cases.publication_agreement (case_tag, agreed_act, agreed_at) values (${tag}, ${actId}, ${at})`;
}

/** Notes what became of the agreement that waited in a case, if one did. */
export async function endAgreement(
  transaction: Transaction,
  tag: Uint8Array,
  end: { readonly as: AgreementEnd; readonly at: Instant },
): Promise<void> {
  await transaction`
    update cases.publication_agreement set ended_as = ${end.as}, ended_at = ${end.at}
    where case_tag = ${tag} and ended_as is null`;
}

/** An agreement by which the clock runs. */
export interface WaitingAgreement {
  readonly tag: Uint8Array;
  readonly actId: string;
  readonly askedAt: Instant;
  readonly enteredAt: Instant;
  readonly body: number;
}

/** What waits in a log, the earliest first. */
export async function waitingAgreements(
  sql: Queryable,
  log: LogName,
  count: number,
): Promise<readonly WaitingAgreement[]> {
  const rows = await sql<WaitingAgreement[]>`
    select waiting.case_tag as tag, waiting.agreed_act as "actId", act.at as "askedAt",
      coalesce(act.entered_at, act.at) as "enteredAt", act.body
    from cases.publication_agreement waiting
      join record.act act on act.subject = waiting.case_tag and act.act_id = waiting.agreed_act
    where waiting.ended_as is null and act.log = ${log} order by waiting.agreed_at, waiting.case_tag limit ${count}`;
  return rows.map((row) => ({ ...row, tag: Uint8Array.from(row.tag) }));
}
