import { assert } from "#core/result.ts";
import { type AccountId, parseAccountId } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { type PersonKeyId, parsePersonKeyId } from "#platform/keys/person-keys.ts";
import type { AccountNumber } from "./account-number.ts";

/** The tables of accounts and of names, which lie encrypted. */

type Queryable = Sql | Transaction;

export interface AccountSecret {
  readonly account: AccountId;
  readonly passwordHash: string;
}

export interface SealedName {
  readonly keyId: PersonKeyId;
  readonly ciphertext: Uint8Array;
}

/** Enters an account; `false` when the number is taken. */
export async function insertAccount(
  transaction: Transaction,
  row: {
    readonly account: AccountId;
    readonly number: AccountNumber;
    readonly passwordHash: string;
    readonly at: number;
  },
): Promise<boolean> {
  const inserted = await transaction`
    insert into identity.account (account_id, number, password_hash, opened_at)
    values (${row.account}, ${row.number}, ${row.passwordHash}, ${row.at})
    on conflict (number) do nothing`;
  return inserted.count === 1;
}

/** Keeps a person's name under its key. */
export async function insertName(
  transaction: Transaction,
  account: AccountId,
  name: SealedName,
): Promise<void> {
  await transaction`
    insert into identity.person (account_id, key_id, name_ciphertext)
    values (${account}, ${name.keyId}, ${name.ciphertext})`;
}

/** The account with a number and what its password is checked against; `null` for unknown and closed ones. */
export async function findAccount(sql: Queryable, number: AccountNumber): Promise<AccountSecret | null> {
  const [row] = await sql<{ account_id: string; password_hash: string }[]>`
    select account_id, password_hash from identity.account where number = ${number} and closed_at is null`;
  return row === undefined
    ? null
    : { account: storedAccount(row.account_id), passwordHash: row.password_hash };
}

/** An account's number; `null` for an unknown one. */
export async function numberOfAccount(sql: Queryable, account: AccountId): Promise<AccountNumber | null> {
  const [row] = await sql<{ number: AccountNumber }[]>`
    select number from identity.account where account_id = ${account}`;
  return row?.number ?? null;
}

/** The sealed name; `null` once it was erased. */
export async function readSealedName(sql: Queryable, account: AccountId): Promise<SealedName | null> {
  const [row] = await sql<{ key_id: string; name_ciphertext: Uint8Array }[]>`
    select key_id, name_ciphertext from identity.person where account_id = ${account}`;
  if (row === undefined) return null;
  const keyId = parsePersonKeyId(row.key_id);
  assert(keyId !== null, "the database names keys by UUID");
  return { keyId, ciphertext: Uint8Array.from(row.name_ciphertext) };
}

/** Brands an account's id that the database gave. */
export function storedAccount(text: string): AccountId {
  const account = parseAccountId(text);
  assert(account !== null, "the database names accounts by UUID");
  return account;
}
