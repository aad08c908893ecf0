import type { BodyNumber } from "#core/record/leaf.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Challenges drawn for bodies that want to join. */

export interface NewChallenge {
  readonly nonce: Uint8Array;
  readonly body: BodyNumber;
  readonly challenge: string;
  readonly at: number;
  readonly expires: number;
}

export async function insertChallenge(transaction: Transaction, drawn: NewChallenge): Promise<void> {
  const { nonce, body, challenge, at, expires } = drawn;
  await transaction`
    insert into bodies.joining_challenge (nonce, body, challenge, drawn_at, expires_at)
    values (${nonce}, ${body}, ${challenge}, ${at}, ${expires})`;
}

export interface OpenChallenge {
  readonly nonce: Uint8Array;
  readonly body: number;
  readonly challenge: string;
  readonly expires: number;
}

/** Those that can still be answered, the newest first. */
export async function openChallenges(sql: Sql | Transaction, now: number): Promise<readonly OpenChallenge[]> {
  const rows = await sql<OpenChallenge[]>`
    select nonce, body, challenge, expires_at as expires from bodies.joining_challenge
    where used_at is null and expires_at > ${now} order by drawn_at desc, nonce limit 50`;
  return rows.map((row) => ({ ...row, nonce: Uint8Array.from(row.nonce) }));
}

/** Uses a challenge up: true once, and only in its time and for exactly the text that was drawn. */
export async function useChallenge(
  transaction: Transaction,
  { nonce, challenge, now }: { readonly nonce: Uint8Array; readonly challenge: string; readonly now: number },
): Promise<boolean> {
  const used = await transaction`
    update bodies.joining_challenge set used_at = ${now}
    where nonce = ${nonce} and challenge = ${challenge} and used_at is null and expires_at > ${now}`;
  return used.count === 1;
}
