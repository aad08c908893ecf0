/** Following by a feed: an address with a token of its own, which can be withdrawn. */
import { createHmac } from "node:crypto";
import { fromHex } from "#core/bytes.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import type { FollowTools } from "./ask-for-notices.ts";
import { deleteFeed, feedsOfCase, insertFeed } from "./feed-store.ts";
import { type LinkToken, linkTokenFrom, linkTokenHash } from "./link-token.ts";
import { feedsMax } from "./notice-limits.ts";

const uuidBytes = 16;

/**
 * The token that a form makes: HMAC-SHA-256 under the server's key, so that the form sent twice shows the same address
 * again though only its hash is kept.
 */
export function feedTokenOf(serverKey: Uint8Array, formKey: string, caseTag: string): LinkToken {
  return linkTokenFrom(createHmac("sha256", serverKey).update(`aydyn feed\n${caseTag}\n${formKey}`).digest());
}

/** Makes a feed. Its address shows what the status code shows. */
export async function makeFeed(
  grant: Grant<"notice.follow">,
  token: LinkToken,
  { transaction, now, randomBytes }: Pick<FollowTools, "transaction" | "now" | "randomBytes">,
): Promise<Result<null, "too-many-feeds">> {
  requireGrant(grant, "notice.follow");
  const caseTag = fromHex(grant.object.tag);
  assert(caseTag !== null, "a case's tag is hexadecimal");
  const feeds = await feedsOfCase(transaction, caseTag);
  if (feeds.length >= feedsMax) return refused("too-many-feeds");
  await insertFeed(transaction, {
    caseTag,
    feedId: uuidFrom(randomBytes(uuidBytes)),
    tokenHash: linkTokenHash(token),
    madeAt: now(),
  });
  return ok(null);
}

/** Withdraws a feed's address. */
export async function withdrawFeed(
  grant: Grant<"notice.follow">,
  feedId: string,
  { transaction }: Pick<FollowTools, "transaction">,
): Promise<void> {
  requireGrant(grant, "notice.follow");
  const caseTag = fromHex(grant.object.tag);
  assert(caseTag !== null, "a case's tag is hexadecimal");
  await deleteFeed(transaction, caseTag, feedId);
}
