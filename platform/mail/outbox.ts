/**
 * The outbox: a mail is put into it in the transaction of its cause, so that it is neither lost nor sent for something
 * that did not happen. `send-mails.ts` empties it.
 */
import { nonceLength } from "#core/record/commitment.ts";
import type { Transaction } from "#platform/database/database.ts";
import { type PersonKey, type PersonKeys, parsePersonKeyId } from "#platform/keys/person-keys.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import { openSealedPart, sealPart } from "#platform/record/sealing.ts";
import { type Mail, mailBytes, mailFromBytes } from "./mail.ts";
import { insertMail, type MailRow } from "./outbox-store.ts";

/** After so long a mail is given up: most mail servers do the same. */
export const mailLifetimeMs = 5 * 24 * 3_600_000;
const uuidBytes = 16;

/**
 * Queues a mail under a person's key and gives its id. When the key is destroyed, the mail is gone, wherever a copy of
 * the row may be. It is not sent before `sendAt`, which is also its Date.
 */
export async function queueMail(
  transaction: Transaction,
  queued: { readonly mail: Mail; readonly key: PersonKey; readonly sendAt: number },
  randomBytes: (length: number) => Uint8Array,
): Promise<string> {
  const mailId = uuidFrom(randomBytes(uuidBytes));
  const { mail, key, sendAt } = queued;
  const content = { nonce: randomBytes(nonceLength), bytes: mailBytes(mail) };
  const ciphertext = sealPart(key, placeOf(mailId), content, randomBytes);
  await insertMail(transaction, {
    mailId,
    keyId: key.id,
    ciphertext,
    sendAt,
    expiresAt: sendAt + mailLifetimeMs,
  });
  return mailId;
}

/** The mail of a row; `null` once its key was destroyed. */
export function openMail(row: MailRow, personKeys: PersonKeys): Mail | null {
  const id = parsePersonKeyId(row.keyId);
  const key = id === null ? null : personKeys.read(id);
  if (key === null) return null;
  const opened = openSealedPart(key, placeOf(row.mailId), row.ciphertext);
  return opened.ok ? mailFromBytes(opened.value.bytes) : null;
}

function placeOf(mailId: string): string {
  return `mail ${mailId}`;
}
