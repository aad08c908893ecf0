import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { equalBytes } from "../bytes.ts";
import { assert } from "../result.ts";

/**
 * A commitment hides bytes under a random nonce and binds its writer to them: HMAC-SHA-256(key = nonce, bytes)
 * (record decision 2, RFC 2104). When bytes and nonce are erased, 32 unlinkable random-looking bytes remain.
 */

/** One length only: HMAC pads a shorter key with zeros, so two lengths could open one commitment with two keys. */
export const nonceLength = 32;

/** The 32-byte commitment to `bytes` under a nonce of 32 random bytes, never used for anything else. */
export function commit(nonce: Uint8Array, bytes: Uint8Array): Uint8Array {
  assert(nonce.length === nonceLength, `a nonce is ${nonceLength} bytes`);
  return hmac(sha256, nonce, bytes);
}

/** Whether nonce and bytes open the commitment. `false`, never an exception, for a nonce of another length. */
export function opensCommitment(commitment: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): boolean {
  return nonce.length === nonceLength && equalBytes(commit(nonce, bytes), commitment);
}
