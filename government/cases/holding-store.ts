import type { Transaction } from "#platform/database/database.ts";

/**
 * Who held a case and what closed it, as rows that statistics count (docs/statistics.md). Bodies here are those in
 * whose registers the acts are entered, as in the leaves.
 */

/** The first body that holds a case. */
export async function beginHolding(
  transaction: Transaction,
  tag: Uint8Array,
  body: number,
  actId: string,
): Promise<void> {
  await transaction`
    insert into cases.holding (case_tag, sequence, body, from_act) values (${tag}, 0, ${body}, ${actId})`;
}

/** Another body received the case: the former one's holding ends with the very act that begins the new one's. */
export async function passHolding(
  transaction: Transaction,
  tag: Uint8Array,
  body: number,
  actId: string,
): Promise<void> {
  await transaction`
    update cases.holding set until_act = ${actId} where case_tag = ${tag} and until_act is null`;
  await transaction`
    insert into cases.holding (case_tag, sequence, body, from_act)
    select ${tag}, count(*), ${body}, ${actId} from cases.holding where case_tag = ${tag}`;
}

export interface ClosingToWrite {
  readonly actId: string;
  readonly kind: string;
  readonly body: number;
  readonly dueBefore: number;
  /** Outcome code as stated by the body; `null` for closings that have none. */
  readonly outcome: string | null;
}

/** An act closed the case. */
export async function insertClosing(
  transaction: Transaction,
  tag: Uint8Array,
  closing: ClosingToWrite,
): Promise<void> {
  await transaction`
    insert into cases.closing (case_tag, act_id, act_kind, body, due_before, outcome)
    values (${tag}, ${closing.actId}, ${closing.kind}, ${closing.body}, ${closing.dueBefore}, ${closing.outcome})`;
}

/** An act (a dispute, a withdrawal taken back) undid the closing that stood. */
export async function undoClosing(
  transaction: Transaction,
  tag: Uint8Array,
  by: { readonly actId: string; readonly kind: string },
): Promise<void> {
  await transaction`
    update cases.closing set undone_by_act = ${by.actId}, undone_by_kind = ${by.kind}
    where case_tag = ${tag} and undone_by_act is null`;
}

/** The bodies (not registers) that ever held a case are read from the acts; these are the registers, in order. */
export async function holdersOf(transaction: Transaction, tag: Uint8Array): Promise<readonly number[]> {
  const rows = await transaction<{ body: number }[]>`
    select body from cases.holding where case_tag = ${tag} order by sequence`;
  return rows.map((row) => row.body);
}
