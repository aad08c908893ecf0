import type { CivilDate } from "#core/clock/civil-date.ts";
import { beginHolding, endHolding } from "#government/cases/holding-store.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** What somebody with the database's password can do. Only the planted sins of the demo use it. */

/** Changes the due day of an act that waits for its leaf. */
export async function forgeDueOfPending(
  sql: Sql,
  tag: Uint8Array,
  kind: number,
  due: CivilDate,
): Promise<void> {
  await sql`update ledger.pending set due = ${due} where case_tag = ${tag} and kind = ${kind}`;
}

/** Gives a case to another body without asking the law. */
export async function moveCaseBehindThePortal(
  transaction: Transaction,
  tag: Uint8Array,
  body: number,
  actId: string,
): Promise<void> {
  await endHolding(transaction, tag, actId);
  await beginHolding(transaction, tag, body, actId);
  await transaction`
    update cases.case set holder_body = ${body}, official = null, official_post = null where case_tag = ${tag}`;
}

/** Makes a body's sequence look as if one act had been taken out of it. */
export async function skipSerial(sql: Sql, log: string, body: number): Promise<void> {
  await sql`update ledger.body_head set serial = serial + 1 where log = ${log} and body = ${body}`;
}
