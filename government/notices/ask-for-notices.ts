import { fromHex } from "#core/bytes.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { type CaseRow, lockCase } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import type { Language } from "#platform/language/language.ts";
import type { MailAddress } from "#platform/mail/mail-address.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { openFollower, sealFollower } from "./follower.ts";
import { type FollowerRow, followersOf, insertFollower } from "./follower-store.ts";
import { drawLinkToken, linkTokenHash } from "./link-token.ts";
import { confirmationLifetimeMs, followersMax, noticeSendAt, signerAddressesMax } from "./notice-limits.ts";
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
  const row = await lockedCase(grant.object.tag, tools);
  const asker = { row, coSignature: null, isSealed: !row.identityShown, addressesMax: followersMax };
  return await askAddress(asker, request, tools);
}

/**
 * The same for whoever has signed the appeal. They are sealed from everybody whatever the applicant chose: their mails are
 * always delayed and name neither number nor body nor act.
 */
export async function askForSignerNotices(
  grant: Grant<"notice.follow-signature">,
  signature: { readonly actId: string },
  request: NoticeRequest,
  tools: FollowTools,
): Promise<Result<null, "too-many-addresses">> {
  requireGrant(grant, "notice.follow-signature");
  const row = await lockedCase(grant.object.tag, tools);
  const asker = { row, coSignature: signature.actId, isSealed: true, addressesMax: signerAddressesMax };
  return await askAddress(asker, request, tools);
}

async function lockedCase(tagText: string, { transaction }: FollowTools): Promise<CaseRow> {
  const tag = fromHex(tagText);
  assert(tag !== null, "a case's tag is hexadecimal");
  const row = await lockCase(transaction, tag);
  assert(row !== null, "a grant is about a case that is there");
  return row;
}

/** Who asks: the applicant, or whoever gave one signature. */
interface Asker {
  readonly row: CaseRow;
  readonly coSignature: string | null;
  readonly isSealed: boolean;
  readonly addressesMax: number;
}

async function askAddress(
  { row, coSignature, isSealed, addressesMax }: Asker,
  { address, language, mayMail }: NoticeRequest,
  tools: FollowTools,
): Promise<Result<null, "too-many-addresses">> {
  const { transaction, now, randomBytes, personKeys, origin } = tools;
  const followers = await followersOf(transaction, row.tag, coSignature);
  const known = followers.flatMap((follower) => {
    const opened = openFollower(follower, personKeys);
    return opened?.address === address ? [{ ...opened, isConfirmed: follower.confirmed !== null }] : [];
  });
  if (followers.length >= addressesMax && (coSignature === null || known.length === 0)) {
    return refused("too-many-addresses");
  }
  if (!mayMail) return ok(null);
  const sendAt = noticeSendAt(now(), isSealed, randomBytes);
  const frame = { origin, language, number: isSealed ? null : row.number, isSigner: coSignature !== null };
  const queue = async (mailOf: (frame: MailFrame) => ReturnType<typeof alreadyMail>, to: Opened) =>
    await queueMail(
      transaction,
      { mail: mailOf({ ...frame, follower: to }), key: to.key, sendAt },
      randomBytes,
    );
  const [first] = known;
  if (first !== undefined) {
    await queue(first.isConfirmed ? alreadyMail : confirmationMail, first);
    return ok(null);
  }
  const place = { caseTag: row.tag, followerId: uuidFrom(randomBytes(uuidBytes)) };
  await queue(confirmationMail, await newFollower({ ...place, coSignature }, { address, language }, tools));
  return ok(null);
}

async function newFollower(
  place: Pick<FollowerRow, "caseTag" | "followerId" | "coSignature">,
  { address, language }: Pick<NoticeRequest, "address" | "language">,
  { transaction, now, randomBytes, personKeys }: FollowTools,
): Promise<Opened> {
  const content = {
    address,
    confirmToken: drawLinkToken(randomBytes),
    leaveToken: drawLinkToken(randomBytes),
  };
  const key = personKeys.draw();
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
  return { ...content, key };
}

type Opened = NonNullable<ReturnType<typeof openFollower>>;
