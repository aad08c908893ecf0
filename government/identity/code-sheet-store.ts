import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** The tables of code sheets. A person has one sheet in use; replaced ones stay for the record of what was issued. */

export interface SheetRow {
  readonly sheetId: string;
  readonly salt: Uint8Array;
  readonly hashCost: string;
  /** Position of the code that is asked for next, from 1. */
  readonly nextPosition: number;
  readonly lockedAt: number | null;
}

interface StoredSheet {
  readonly sheet_id: string;
  readonly salt: Uint8Array;
  readonly hash_cost: string;
  readonly next_position: number;
  readonly locked_at: number | null;
}

/** Takes the sheet in use out of use; the account may have none. */
export async function replaceSheet(transaction: Transaction, account: AccountId, at: number): Promise<void> {
  await transaction`
    update identity.code_sheet set replaced_at = ${at} where account_id = ${account} and replaced_at is null`;
}

/** Enters a sheet with the hashes of its codes, the first one at position 1. */
export async function insertSheet(
  transaction: Transaction,
  sheet: {
    readonly sheetId: string;
    readonly account: AccountId;
    readonly salt: Uint8Array;
    readonly hashCost: string;
    readonly at: number;
    readonly hashes: readonly Uint8Array[];
  },
): Promise<void> {
  await transaction`
    insert into identity.code_sheet (sheet_id, account_id, salt, hash_cost, next_position, issued_at)
    values (${sheet.sheetId}, ${sheet.account}, ${sheet.salt}, ${sheet.hashCost}, 1, ${sheet.at})`;
  const rows = sheet.hashes.map((hash, at) => ({ sheet_id: sheet.sheetId, position: at + 1, hash }));
  await transaction`insert into identity.code ${transaction(rows, "sheet_id", "position", "hash")}`;
}

/** The sheet in use; `null` when there is none. */
export async function readSheet(sql: Sql, account: AccountId): Promise<SheetRow | null> {
  const [row] = await sql<StoredSheet[]>`
    select sheet_id, salt, hash_cost, next_position, locked_at
    from identity.code_sheet where account_id = ${account} and replaced_at is null`;
  return row === undefined ? null : sheetFrom(row);
}

/** The sheet as it stands now, kept from everyone else until the transaction ends; `null` when it was replaced. */
export async function lockSheet(transaction: Transaction, sheetId: string): Promise<SheetRow | null> {
  const [row] = await transaction<StoredSheet[]>`
    select sheet_id, salt, hash_cost, next_position, locked_at
    from identity.code_sheet where sheet_id = ${sheetId} and replaced_at is null for update`;
  return row === undefined ? null : sheetFrom(row);
}

/** The hash at a position; `null` past the last one. */
export async function codeHashAt(
  transaction: Transaction,
  sheetId: string,
  position: number,
): Promise<Uint8Array | null> {
  const [row] = await transaction<{ hash: Uint8Array }[]>`
    select hash from identity.code where sheet_id = ${sheetId} and position = ${position} and used_at is null`;
  return row?.hash ?? null;
}

/** Uses up the code at a position; the next one is asked for from now on. Returns how many are left. */
export async function useCode(
  transaction: Transaction,
  sheetId: string,
  position: number,
  at: number,
): Promise<number> {
  await transaction`
    update identity.code set used_at = ${at} where sheet_id = ${sheetId} and position = ${position}`;
  await transaction`
    update identity.code_sheet set next_position = ${position + 1}, failures = 0 where sheet_id = ${sheetId}`;
  const [row] = await transaction<{ left: number }[]>`
    select count(*) as left from identity.code where sheet_id = ${sheetId} and used_at is null`;
  return row?.left ?? 0;
}

/** How many codes of the sheet in use are left; 0 without a sheet. */
export async function countCodesLeft(sql: Sql, account: AccountId): Promise<number> {
  const [row] = await sql<{ left: number }[]>`
    select count(*) as left from identity.code join identity.code_sheet using (sheet_id)
    where account_id = ${account} and replaced_at is null and used_at is null`;
  return row?.left ?? 0;
}

/** Counts a wrong code, and locks the sheet at the last one that is allowed. Returns whether it is locked now. */
export async function countWrongCode(
  transaction: Transaction,
  sheetId: string,
  failuresMax: number,
  at: number,
): Promise<boolean> {
  const [row] = await transaction<{ locked: boolean }[]>`
    update identity.code_sheet set
      failures = failures + 1,
      locked_at = case when failures + 1 >= ${failuresMax} then coalesce(locked_at, ${at}) else locked_at end
    where sheet_id = ${sheetId} returning locked_at is not null as locked`;
  return row?.locked ?? true;
}

function sheetFrom(row: StoredSheet): SheetRow {
  return {
    sheetId: row.sheet_id,
    salt: Uint8Array.from(row.salt),
    hashCost: row.hash_cost,
    nextPosition: row.next_position,
    lockedAt: row.locked_at,
  };
}
