import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, fromBase64, toBase64, utf8Bytes } from "../bytes.ts";
import { assert } from "../result.ts";
import { matching } from "../strict-json.ts";

/**
 * The withdrawal code of an appeal of the offline page: the page draws it and shows it to whoever wrote, and the file carries
 * only what judges it. So neither the office, nor the body that reads the file, nor whoever carries it can withdraw.
 */
export interface DrawnWithdrawal {
  /** Twelve letters of sixty bits, in groups: `2KFJ-H5Z9-1CGP`. */
  readonly code: string;
  /** What the file carries: salt and digest, in base64. */
  readonly commitment: string;
}

/** Bytes of chance that a code needs. */
export const withdrawalChanceBytes = 28;

const codeLength = 12;
const saltLength = 16;
/** Sixteen bytes of salt and a digest of 32, in base64. */
const commitmentLength = 64;
/** Crockford's base 32, as in every code of the portal. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Draws a code from bytes of chance. */
export function drawWithdrawal(chance: Uint8Array): DrawnWithdrawal {
  assert(chance.length === withdrawalChanceBytes, `${withdrawalChanceBytes} bytes of chance`);
  const salt = chance.subarray(codeLength);
  const letters = Array.from(chance.subarray(0, codeLength), (byte) =>
    alphabet.charAt(byte % alphabet.length),
  );
  const code = letters.join("").replace(/(.{4})(?=.)/g, "$1-");
  return { code, commitment: toBase64(concatBytes(salt, digestOf(salt, code))) };
}

/** Reads what the file carries. */
export const readWithdrawal = matching(
  commitmentLength,
  /^[A-Za-z0-9+/]{64}$/,
  "a salt and a digest in base64",
);

/** Salt and digest of a commitment that was read. */
export function withdrawalBytes(commitment: string): Uint8Array {
  const bytes = fromBase64(commitment);
  assert(bytes !== null, "the reader took the commitment");
  return bytes;
}

/** Whether a code is the one that salt and digest commit to; `false` for bytes that are no such commitment. */
export function opensWithdrawal(bytes: Uint8Array, code: string): boolean {
  const salt = bytes.subarray(0, saltLength);
  const digest = digestOf(salt, code);
  if (bytes.length !== saltLength + digest.length) return false;
  // Every byte is looked at: the time tells nothing of where they differ.
  return digest.reduce((differs, byte, at) => differs | (byte ^ (bytes[saltLength + at] ?? 0)), 0) === 0;
}

function digestOf(salt: Uint8Array, code: string): Uint8Array {
  return sha256(concatBytes(salt, utf8Bytes(code)));
}
