import type { Sql, Transaction } from "#platform/database/database.ts";

type Queryable = Sql | Transaction;

/** Notes that others may sign an appeal. */
export async function insertCollective(transaction: Transaction, tag: Uint8Array): Promise<void> {
  await transaction`insert into cases.collective (case_tag) values (${tag})`;
}

/** Keeps what is kept of the code to pass on; an earlier one stops working. `false` for an appeal that is not collective. */
export async function keepCoSigningCode(
  transaction: Transaction,
  tag: Uint8Array,
  hash: Uint8Array,
): Promise<boolean> {
  const kept = await transaction`update cases.collective set code_hash = ${hash} where case_tag = ${tag}`;
  return kept.count > 0;
}

/** The hash of the code that was passed on last; `null` while there is none. */
export async function findCoSigningCode(sql: Queryable, tag: Uint8Array): Promise<Uint8Array | null> {
  const [row] = await sql<{ code_hash: Uint8Array | null }[]>`
    select code_hash from cases.collective where case_tag = ${tag}`;
  return row?.code_hash == null ? null : Uint8Array.from(row.code_hash);
}

/** How many people have signed and not taken it back; `null` for an appeal that is not collective. */
export async function countCoSigners(sql: Queryable, tag: Uint8Array): Promise<number | null> {
  const [row] = await sql<{ count: number | null }[]>`select cases.count_co_signers(${tag}) as count`;
  return row?.count ?? null;
}

/** How many signatures were ever given, those taken back included. */
export async function countCoSignatures(transaction: Transaction, tag: Uint8Array): Promise<number> {
  const [row] = await transaction<{ count: number }[]>`
    select count(*)::integer as count from sealed.co_signature where case_tag = ${tag}`;
  return row?.count ?? 0;
}

/** Enters a signature. */
export async function insertCoSignature(
  transaction: Transaction,
  tag: Uint8Array,
  signature: { readonly actId: string; readonly signer: Uint8Array; readonly codeHash: Uint8Array },
): Promise<void> {
  await transaction`
    insert into sealed.co_signature (case_tag, act_id, signer, code_hash)
    values (${tag}, ${signature.actId}, ${signature.signer}, ${signature.codeHash})`;
}

/** The standing signature with a code; `null` when none has it, or when it was taken back. */
export async function findCoSignature(
  sql: Queryable,
  tag: Uint8Array,
  hash: Uint8Array,
): Promise<{ readonly actId: string } | null> {
  const [row] = await sql<{ act_id: string }[]>`
    select act_id from sealed.co_signature
    where case_tag = ${tag} and code_hash = ${hash} and withdrawn_by is null`;
  return row === undefined ? null : { actId: row.act_id };
}

/** Whether a signature with a code was ever given, taken back or not. */
export async function wasSigned(sql: Queryable, tag: Uint8Array, hash: Uint8Array): Promise<boolean> {
  const rows = await sql`
    select 1 from sealed.co_signature where case_tag = ${tag} and code_hash = ${hash}`;
  return rows.length > 0;
}

/** Takes a signature back. */
export async function endCoSignature(
  transaction: Transaction,
  tag: Uint8Array,
  ended: { readonly actId: string; readonly by: string },
): Promise<void> {
  await transaction`
    update sealed.co_signature set withdrawn_by = ${ended.by}
    where case_tag = ${tag} and act_id = ${ended.actId}`;
}
