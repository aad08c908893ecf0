/** What is known of a follower, sealed: the address, and the tokens of the links that were sent to it. */
import { toHex, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { nonceLength } from "#core/record/commitment.ts";
import { assert } from "#core/result.ts";
import { type PersonKey, type PersonKeys, parsePersonKeyId } from "#platform/keys/person-keys.ts";
import { type MailAddress, parseMailAddress } from "#platform/mail/mail-address.ts";
import { deleteMailsOfKey } from "#platform/mail/outbox-store.ts";
import { openSealedPart, sealPart } from "#platform/record/sealing.ts";
import { deleteFollower, type FollowerRow, type Queryable } from "./follower-store.ts";
import { type LinkToken, parseLinkToken } from "./link-token.ts";

export interface FollowerContent {
  readonly address: MailAddress;
  readonly confirmToken: LinkToken;
  readonly leaveToken: LinkToken;
}

/** Ciphertext of a follower under a key of their own, bound to its row. */
export function sealFollower(
  key: PersonKey,
  place: Pick<FollowerRow, "caseTag" | "followerId">,
  content: FollowerContent,
  randomBytes: (length: number) => Uint8Array,
): Uint8Array {
  const bytes = utf8Bytes(JSON.stringify(content));
  return sealPart(key, placeOf(place), { nonce: randomBytes(nonceLength), bytes }, randomBytes);
}

/** A follower's key and content; `null` once the key was destroyed: nobody follows any more. */
export function openFollower(
  row: FollowerRow,
  personKeys: PersonKeys,
): (FollowerContent & { readonly key: PersonKey }) | null {
  const id = parsePersonKeyId(row.keyId);
  const key = id === null ? null : personKeys.read(id);
  if (key === null) return null;
  const opened = openSealedPart(key, placeOf(row), row.ciphertext);
  assert(opened.ok, "a follower's row opens under its own key");
  const { address, confirmToken, leaveToken } = JSON.parse(utf8Text(opened.value.bytes) ?? "");
  const to = parseMailAddress(String(address));
  const confirm = parseLinkToken(String(confirmToken));
  const leave = parseLinkToken(String(leaveToken));
  assert(to.ok && confirm !== null && leave !== null, "a follower as we sealed it");
  return { key, address: to.value, confirmToken: confirm, leaveToken: leave };
}

/**
 * Forgets a follower for good. The key goes first: whatever is interrupted after that, the address can be read
 * nowhere, in no backup and in no waiting mail.
 */
export async function forgetFollower(
  sql: Queryable,
  row: FollowerRow,
  personKeys: PersonKeys,
): Promise<void> {
  const id = parsePersonKeyId(row.keyId);
  if (id !== null) personKeys.destroy(id);
  await deleteMailsOfKey(sql, row.keyId);
  await deleteFollower(sql, row);
}

function placeOf({ caseTag, followerId }: Pick<FollowerRow, "caseTag" | "followerId">): string {
  return `follower ${toHex(caseTag)} ${followerId}`;
}
