import { assert } from "#core/result.ts";
import { lockCase } from "#government/cases/index.ts";
import { lastActOfCase } from "#platform/record/act-store.ts";
import type { FollowTools } from "./ask-for-notices.ts";
import { type FollowerRow, followerToConfirm, markConfirmed, type Queryable } from "./follower-store.ts";
import { type LinkToken, linkTokenHash } from "./link-token.ts";

/**
 * Confirms by the link of the mail: whoever holds it reads the address's mails, and that is all the leave it takes.
 * Done twice, it is done once. `false` for a link that is not known or was not used in time.
 */
export async function confirmNotices(
  token: LinkToken,
  { transaction, now }: Pick<FollowTools, "transaction" | "now">,
): Promise<boolean> {
  const found = await confirmable(transaction, token, now());
  if (found === null) return false;
  // With the case locked no act can be on its way: each is before or after the confirmation.
  await lockCase(transaction, found.caseTag);
  const last = await lastActOfCase(transaction, found.caseTag);
  assert(last !== null, "a case has at least the act that filed it");
  await markConfirmed(transaction, found, { at: now(), afterRegistered: last.registered });
  return true;
}

/** Whom a link would confirm, or has confirmed; `null` when it is not known or was not used in time. */
export async function confirmable(
  sql: Queryable,
  token: LinkToken,
  now: number,
): Promise<FollowerRow | null> {
  const found = await followerToConfirm(sql, linkTokenHash(token));
  return found === null || (found.confirmed === null && found.expiresAt <= now) ? null : found;
}
