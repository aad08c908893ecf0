import type { Transaction } from "#platform/database/database.ts";

/**
 * Who held a case and what closed it, as rows that statistics count (docs/statistics.md section 2). Bodies here are
 * those in whose registers the acts are entered, as in the leaves; days follow from the acts named.
 */

/** A body holds the case from an act on: its filing, its `received`, or an act that took a closing back. */
export async function beginHolding(
  transaction: Transaction,
  tag: Uint8Array,
  body: number,
  actId: string,
): Promise<void> {
  await transaction`
    insert into cases.holding (case_tag, sequence, body, from_act)
    select ${tag}, count(*), ${body}, ${actId} from cases.holding where case_tag = ${tag}`;
}

/** The holding that lasts ends with an act: the next body's `received`, or a closing. */
export async function endHolding(transaction: Transaction, tag: Uint8Array, actId: string): Promise<void> {
  await transaction`
    update cases.holding set until_act = ${actId} where case_tag = ${tag} and until_act is null`;
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
