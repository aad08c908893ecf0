import { fromHex } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { FollowTools } from "./ask-for-notices.ts";
import { forgetFollower } from "./follower.ts";
import { followersOf, followerToLeave } from "./follower-store.ts";
import { type LinkToken, linkTokenHash } from "./link-token.ts";

/**
 * Ends the mails by the link that stands in each of them, without signing in. The address is forgotten at once. A link
 * that is not known ends nothing, and nobody learns the difference: the wish is fulfilled either way.
 */
export async function leaveNotices(
  token: LinkToken,
  { transaction, personKeys }: Pick<FollowTools, "transaction" | "personKeys">,
): Promise<void> {
  const found = await followerToLeave(transaction, linkTokenHash(token));
  if (found !== null) await forgetFollower(transaction, found, personKeys);
}

/** Ends the mails to one address of a case, on the page of the case. An address that is gone already stays gone. */
export async function stopNotices(
  grant: Grant<"notice.follow">,
  followerId: string,
  { transaction, personKeys }: Pick<FollowTools, "transaction" | "personKeys">,
): Promise<void> {
  requireGrant(grant, "notice.follow");
  const tag = fromHex(grant.object.tag);
  assert(tag !== null, "a case's tag is hexadecimal");
  const followers = await followersOf(transaction, tag, null);
  const found = followers.find((follower) => follower.followerId === followerId);
  if (found !== undefined) await forgetFollower(transaction, found, personKeys);
}
