import type { Sql, Transaction } from "#platform/database/database.ts";

/** Keeps what is kept of a withdrawal code, see `codeHash`. */
export async function insertWithdrawalCode(
  transaction: Transaction,
  tag: Uint8Array,
  hash: Uint8Array,
): Promise<void> {
  await transaction`insert into cases.withdrawal_code (case_tag, code_hash) values (${tag}, ${hash})`;
}

/** Keeps the code of a slip, unless the case has a code; `false` when it has one. */
export async function insertSlipCode(
  transaction: Transaction,
  tag: Uint8Array,
  slip: { readonly hash: Uint8Array; readonly at: number },
): Promise<boolean> {
  const rows = await transaction`
    insert into cases.withdrawal_code (case_tag, code_hash, handed_over_at)
    values (${tag}, ${slip.hash}, ${slip.at}) on conflict do nothing returning 1`;
  return rows.length > 0;
}

/** When the code of a case was printed at a counter; `null` where none was. */
export async function slipPrintedAt(sql: Sql | Transaction, tag: Uint8Array): Promise<number | null> {
  const [row] = await sql<{ at: number | null }[]>`
    select handed_over_at as at from cases.withdrawal_code where case_tag = ${tag}`;
  return row?.at ?? null;
}

/** The hash of a case's withdrawal code; `null` for a case that was filed without one. */
export async function findWithdrawalCode(
  sql: Sql | Transaction,
  tag: Uint8Array,
): Promise<Uint8Array | null> {
  const [row] = await sql<{ code_hash: Uint8Array }[]>`
    select code_hash from cases.withdrawal_code where case_tag = ${tag}`;
  return row === undefined ? null : Uint8Array.from(row.code_hash);
}
