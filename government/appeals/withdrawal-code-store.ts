import type { Sql, Transaction } from "#platform/database/database.ts";

/** Keeps what is kept of a withdrawal code, see `codeHash`. */
export async function insertWithdrawalCode(
  transaction: Transaction,
  tag: Uint8Array,
  hash: Uint8Array,
): Promise<void> {
  await transaction`insert into cases.withdrawal_code (case_tag, code_hash) values (${tag}, ${hash})`;
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
