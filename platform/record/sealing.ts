/**
 * Identity parts under a key of their own: AES-256-GCM over nonce and bytes. The nonce of the commitment is inside,
 * since whoever holds it could test guesses of a name against the commitment in the payload.
 */
import { createCipheriv, createDecipheriv } from "node:crypto";
import { concatBytes, utf8Bytes } from "#core/bytes.ts";
import { nonceLength } from "#core/record/commitment.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { PersonKey } from "#platform/keys/person-keys.ts";

export interface PartContent {
  readonly nonce: Uint8Array;
  readonly bytes: Uint8Array;
}

const algorithm = "aes-256-gcm";
/** NIST SP 800-38D section 8.2.2: 96 random bits; each key seals one part once. */
const initialValueLength = 12;
const tagLength = 16;

/** Ciphertext of a part: initial value, encrypted nonce and bytes, tag. `place` binds it to its row. */
export function sealPart(
  key: PersonKey,
  place: string,
  content: PartContent,
  randomBytes: (length: number) => Uint8Array,
): Uint8Array {
  assert(content.nonce.length === nonceLength, `a nonce has ${nonceLength} bytes`);
  const initialValue = randomBytes(initialValueLength);
  const cipher = createCipheriv(algorithm, key.key, initialValue, { authTagLength: tagLength });
  cipher.setAAD(utf8Bytes(`aydyn sealed part ${key.id} ${place}`));
  const encrypted = concatBytes(cipher.update(content.nonce), cipher.update(content.bytes), cipher.final());
  return concatBytes(initialValue, encrypted, cipher.getAuthTag());
}

/** Opens a part; refused when the ciphertext was changed, moved to another row, or sealed under another key. */
export function openSealedPart(
  key: PersonKey,
  place: string,
  ciphertext: Uint8Array,
): Result<PartContent, "does-not-open"> {
  if (ciphertext.length < initialValueLength + nonceLength + tagLength) return refused("does-not-open");
  const initialValue = ciphertext.subarray(0, initialValueLength);
  const decipher = createDecipheriv(algorithm, key.key, initialValue, { authTagLength: tagLength });
  decipher.setAAD(utf8Bytes(`aydyn sealed part ${key.id} ${place}`));
  decipher.setAuthTag(ciphertext.subarray(ciphertext.length - tagLength));
  try {
    const encrypted = ciphertext.subarray(initialValueLength, ciphertext.length - tagLength);
    const opened = concatBytes(decipher.update(encrypted), decipher.final());
    return ok({ nonce: opened.slice(0, nonceLength), bytes: opened.slice(nonceLength) });
  } catch {
    return refused("does-not-open");
  }
}
