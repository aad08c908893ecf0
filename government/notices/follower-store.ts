import type { Sql, Transaction } from "#platform/database/database.ts";
import type { Language } from "#platform/language/language.ts";

/** Addresses that follow a case, as rows of schema sealed: ciphertext and hashes. No desk enters it. */

export type Queryable = Sql | Transaction;

export interface FollowerRow {
  readonly caseTag: Uint8Array;
  readonly followerId: string;
  /** The act of signing of whoever follows as a co-signer; `null` for an address of the applicant's. */
  readonly coSignature: string | null;
  readonly keyId: string;
  readonly ciphertext: Uint8Array;
  readonly language: Language;
  readonly confirmHash: Uint8Array;
  readonly leaveHash: Uint8Array;
  readonly askedAt: number;
  /** Of a request that is not confirmed. */
  readonly expiresAt: number;
  /** With the last act of the case at that moment: only what follows is told. */
  readonly confirmed: { readonly at: number; readonly afterRegistered: number } | null;
}

interface StoredFollower {
  readonly case_tag: Uint8Array;
  readonly follower_id: string;
  readonly co_signature: string | null;
  readonly key_id: string;
  readonly ciphertext: Uint8Array;
  readonly language: Language;
  readonly confirm_hash: Uint8Array;
  readonly leave_hash: Uint8Array;
  readonly asked_at: number;
  readonly expires_at: number;
  readonly confirmed_at: number | null;
  readonly after_registered: number | null;
}

function followerRow(row: StoredFollower): FollowerRow {
  const { confirmed_at: at, after_registered: afterRegistered } = row;
  return {
    caseTag: row.case_tag,
    followerId: row.follower_id,
    coSignature: row.co_signature,
    keyId: row.key_id,
    ciphertext: row.ciphertext,
    language: row.language,
    confirmHash: row.confirm_hash,
    leaveHash: row.leave_hash,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    confirmed: at === null || afterRegistered === null ? null : { at, afterRegistered },
  };
}

/** A request, to be confirmed from the address. */
export async function insertFollower(
  transaction: Transaction,
  follower: Omit<FollowerRow, "confirmed">,
): Promise<void> {
  await transaction`
    insert into sealed.follower (case_tag, follower_id, co_signature, key_id, ciphertext, language, confirm_hash, leave_hash,
      asked_at, expires_at)
    values (${follower.caseTag}, ${follower.followerId}, ${follower.coSignature}, ${follower.keyId}, ${follower.ciphertext},
      ${follower.language}, ${follower.confirmHash}, ${follower.leaveHash}, ${follower.askedAt}, ${follower.expiresAt})`;
}

/** All followers of a case, those by signature included, oldest first. */
export async function followersOfCase(sql: Queryable, caseTag: Uint8Array): Promise<readonly FollowerRow[]> {
  const rows = await sql<StoredFollower[]>`
    select * from sealed.follower where case_tag = ${caseTag} order by asked_at, follower_id`;
  return rows.map(followerRow);
}

/**
 * The addresses that one person gave, oldest first: the applicant's (`coSignature` null), or those of one signature. Neither
 * side learns of the other's.
 */
export async function followersOf(
  sql: Queryable,
  caseTag: Uint8Array,
  coSignature: string | null,
): Promise<readonly FollowerRow[]> {
  const all = await followersOfCase(sql, caseTag);
  return all.filter((follower) => follower.coSignature === coSignature);
}

/** Whom the link that confirms was sent to. */
export async function followerToConfirm(sql: Queryable, hash: Uint8Array): Promise<FollowerRow | null> {
  const [row] = await sql<StoredFollower[]>`select * from sealed.follower where confirm_hash = ${hash}`;
  return row === undefined ? null : followerRow(row);
}

/** Whom the link that ends the mails was sent to. */
export async function followerToLeave(sql: Queryable, hash: Uint8Array): Promise<FollowerRow | null> {
  const [row] = await sql<StoredFollower[]>`select * from sealed.follower where leave_hash = ${hash}`;
  return row === undefined ? null : followerRow(row);
}

/** Marks a request as confirmed, once. */
export async function markConfirmed(
  transaction: Transaction,
  follower: FollowerRow,
  confirmed: { readonly at: number; readonly afterRegistered: number },
): Promise<void> {
  await transaction`
    update sealed.follower set confirmed_at = ${confirmed.at}, after_registered = ${confirmed.afterRegistered}
    where case_tag = ${follower.caseTag} and follower_id = ${follower.followerId} and confirmed_at is null`;
}

/** Takes a follower away, with what was noted of their mails. */
export async function deleteFollower(
  sql: Queryable,
  follower: Pick<FollowerRow, "caseTag" | "followerId">,
): Promise<void> {
  await sql`
    delete from sealed.follower
    where case_tag = ${follower.caseTag} and follower_id = ${follower.followerId}`;
}

/** Requests that nobody confirmed in time. */
export async function expiredFollowers(
  sql: Queryable,
  now: number,
  count: number,
): Promise<readonly FollowerRow[]> {
  const rows = await sql<StoredFollower[]>`
    select * from sealed.follower where confirmed_at is null and expires_at <= ${now}
    order by expires_at limit ${count}`;
  return rows.map(followerRow);
}

/** Followers by a signature that was taken back. */
export async function followersOfWithdrawn(sql: Queryable, count: number): Promise<readonly FollowerRow[]> {
  const rows = await sql<StoredFollower[]>`
    select follower.* from sealed.follower
      join sealed.co_signature on co_signature.case_tag = follower.case_tag
        and co_signature.act_id = follower.co_signature
    where co_signature.withdrawn_by is not null limit ${count}`;
  return rows.map(followerRow);
}

/** Followers whose own identity is erased or about to be: the applicant's, or that of the signature. */
export async function followersOfErased(sql: Queryable, count: number): Promise<readonly FollowerRow[]> {
  const rows = await sql<StoredFollower[]>`
    select follower.* from sealed.follower
    where exists (
      select 1 from record.erasure
        join sealed.part on part.subject = erasure.subject and part.act_id = erasure.act_id
      where erasure.subject = follower.case_tag
        and (erasure.part_names is null or part.name = any (erasure.part_names))
        and ((follower.co_signature is null and part.name = 'identity')
          or (follower.co_signature = part.act_id and part.name = 'co-signer')))
    limit ${count}`;
  return rows.map(followerRow);
}
