import type { Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Which body passed a case on to which: a body that did so sees that it did, and no text. */

/** Notes a forwarding, named by its act. */
export async function insertForwarding(
  transaction: Transaction,
  forwarding: {
    readonly tag: Uint8Array;
    readonly actId: string;
    readonly from: BodyNumber;
    readonly to: BodyNumber;
    readonly at: Instant;
  },
): Promise<void> {
  const { tag, actId, from, to, at } = forwarding;
  await transaction`
    insert into cases.forwarding (case_tag, act_id, from_body, to_body, at)
    values (${tag}, ${actId}, ${from}, ${to}, ${at})`;
}

/** One step of the way of a case from body to body. */
export interface ForwardingStep {
  readonly from: BodyNumber;
  readonly to: BodyNumber;
  readonly at: Instant;
}

/** The way of a case from body to body, in order. */
export async function forwardingsOf(
  sql: Sql | Transaction,
  tag: Uint8Array,
): Promise<readonly ForwardingStep[]> {
  return await sql<ForwardingStep[]>`
    select from_body as "from", to_body as "to", at from cases.forwarding
    where case_tag = ${tag} order by at, act_id`;
}

/** A case that a body has passed on, as its list shows it. */
export interface ForwardedCase {
  readonly number: string;
  readonly filingKind: string;
  readonly at: Instant;
  readonly to: BodyNumber;
  readonly holder: BodyNumber;
}

/** What a body has passed on, the latest first. */
export async function forwardedBy(
  sql: Sql,
  body: BodyNumber,
  count: number,
): Promise<readonly ForwardedCase[]> {
  return await sql<ForwardedCase[]>`
    select c.number, c.filing_kind as "filingKind", f.at, f.to_body as "to", c.holder_body as holder
    from cases.forwarding f join cases.case c using (case_tag)
    where f.from_body = ${body} order by f.at desc, f.case_tag limit ${count}`;
}
