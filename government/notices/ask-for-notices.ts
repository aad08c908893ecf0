import { fromHex } from "#core/bytes.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { lockCase } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import type { Language } from "#platform/language/language.ts";
import type { MailAddress } from "#platform/mail/mail-address.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { openFollower, sealFollower } from "./follower.ts";
import { followersOfCase, insertFollower } from "./follower-store.ts";
import { drawLinkToken, linkTokenHash } from "./link-token.ts";
import { confirmationLifetimeMs, followersMax, noticeSendAt } from "./notice-limits.ts";
import { alreadyMail, confirmationMail, type MailFrame } from "./notice-mails.ts";

/** What the verbs of this slice need: one transaction of the portal, clock, chance and keys. */
export interface FollowTools {
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly personKeys: PersonKeys;
  /** How people reach the portal, no slash at the end. */
  readonly origin: string;
}

export interface NoticeRequest {
  readonly address: MailAddress;
  readonly language: Language;
  /** False when the address has had its mails of the day: it gets no other, and nobody learns that. */
  readonly mayMail: boolean;
}

const uuidBytes = 16;

/**
 * Asks an address whether it wants notices of a case. Whether it follows the case already makes no difference to what
 * is returned: a mail goes to it either way, and only who reads its mails learns more.
 */
export async function askForNotices(
  grant: Grant<"notice.follow">,
  request: NoticeRequest,
  tools: FollowTools,
): Promise<Result<null, "too-many-addresses">> {
  requireGrant(grant, "notice.follow");
  const { transaction, now, randomBytes, personKeys, origin } = tools;
  const tag = fromHex(grant.object.tag);
  assert(tag !== null, "a case's tag is hexadecimal");
  const row = await lockCase(transaction, tag);
  assert(row !== null, "a grant is about a case that is there");
  const followers = await followersOfCase(transaction, tag);
  if (followers.length >= followersMax) return refused("too-many-addresses");
  if (!request.mayMail) return ok(null);
  const { address, language } = request;
  const sendAt = noticeSendAt(now(), !row.identityShown, randomBytes);
  const frame = { origin, language, number: row.identityShown ? row.number : null };
  const queue = async (mailOf: (frame: MailFrame) => ReturnType<typeof alreadyMail>, known: Opened) =>
    await queueMail(
      transaction,
      { mail: mailOf({ ...frame, follower: known }), key: known.key, sendAt },
      randomBytes,
    );
  for (const follower of followers) {
    const known = openFollower(follower, personKeys);
    if (known?.address !== address) continue;
    await queue(follower.confirmed === null ? confirmationMail : alreadyMail, known);
    return ok(null);
  }
  const content = {
    address,
    confirmToken: drawLinkToken(randomBytes),
    leaveToken: drawLinkToken(randomBytes),
  };
  const key = personKeys.draw();
  const place = { caseTag: tag, followerId: uuidFrom(randomBytes(uuidBytes)) };
  await insertFollower(transaction, {
    ...place,
    keyId: key.id,
    ciphertext: sealFollower(key, place, content, randomBytes),
    language,
    confirmHash: linkTokenHash(content.confirmToken),
    leaveHash: linkTokenHash(content.leaveToken),
    askedAt: now(),
    expiresAt: now() + confirmationLifetimeMs,
  });
  await queue(confirmationMail, { ...content, key });
  return ok(null);
}

type Opened = NonNullable<ReturnType<typeof openFollower>>;
