/** The arithmetic that runs everywhere, the browser page included: @noble only, no platform cryptography. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { concatBytes, equalBytes } from "../bytes.ts";
import { assert } from "../result.ts";
import {
  isStrictPublicKey,
  isStrictScalar,
  littleEndianNumber,
  seedLength,
  signatureLength,
} from "./ed25519-strictness.ts";
import { type Engine, type Signer, sha256OneByOne } from "./engine.ts";

const { Point } = ed25519;

function decodePoint(bytes: Uint8Array): InstanceType<typeof Point> | null {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    return null;
  }
}

/**
 * RFC 8032 section 5.1.7 without the cofactor: R must be the very encoding of S·B − k·A. noble's own `verify`
 * multiplies by the cofactor and so accepts signatures that OpenSSL refuses; a log needs every verifier to agree.
 */
function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== signatureLength || !isStrictPublicKey(publicKey)) return false;
  const commitment = signature.subarray(0, 32);
  const scalar = signature.subarray(32);
  if (!isStrictScalar(scalar)) return false;
  const keyPoint = decodePoint(publicKey);
  if (keyPoint === null) return false;
  const { ORDER } = Point.Fn;
  const challenge = littleEndianNumber(sha512(concatBytes(commitment, publicKey, message))) % ORDER;
  const expected = Point.BASE.multiplyUnsafe(littleEndianNumber(scalar)).subtract(
    keyPoint.multiplyUnsafe(challenge),
  );
  return equalBytes(expected.toBytes(), commitment);
}

/** SHA-256 and Ed25519 by @noble. */
export const portableEngine: Engine = {
  name: "portable",
  sha256: (bytes) => sha256(bytes),
  sha256Each: (prefix, pieces) => sha256OneByOne(sha256, prefix, pieces),
  verifyEd25519,
};

/** A signer over a 32-byte Ed25519 seed held in memory. Throws on any other length. */
export function portableSigner(seed: Uint8Array): Signer {
  assert(seed.length === seedLength, "an Ed25519 seed has 32 bytes");
  const ownSeed = seed.slice();
  return {
    publicKey: ed25519.getPublicKey(ownSeed),
    sign: (message) => ed25519.sign(message, ownSeed),
  };
}
