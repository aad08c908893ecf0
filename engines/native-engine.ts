/** The arithmetic of servers and auditors: Node's own cryptography, behind core's narrow interface. */
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from "node:crypto";
import { concatBytes, toHex } from "#core/bytes.ts";
import {
  isStrictPublicKey,
  isStrictScalar,
  seedLength,
  signatureLength,
} from "#core/log/ed25519-strictness.ts";
import { type Engine, type Signer, sha256OneByOne } from "#core/log/engine.ts";
import { assert } from "#core/result.ts";
import { laneHasher } from "./sha256-lanes.ts";

/** DER of SubjectPublicKeyInfo (RFC 8410 section 4) up to the 32 key bytes. */
const publicKeyPrefix = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);
/** DER of PrivateKeyInfo (RFC 8410 section 7) up to the 32 seed bytes. */
const privateKeyPrefix = Uint8Array.of(
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20],
);
const cachedKeysMax = 1_024;

/** Parsed keys by their bytes, `null` for keys that are none. Building a KeyObject costs as much as verifying. */
const keyCache = new Map<string, KeyObject | null>();

function parsePublicKey(publicKey: Uint8Array): KeyObject | null {
  if (!isStrictPublicKey(publicKey)) return null;
  try {
    return createPublicKey({
      key: Buffer.from(concatBytes(publicKeyPrefix, publicKey)),
      format: "der",
      type: "spki",
    });
  } catch {
    return null;
  }
}

function cachedPublicKey(publicKey: Uint8Array): KeyObject | null {
  const name = toHex(publicKey);
  const cached = keyCache.get(name);
  if (cached !== undefined) return cached;
  const parsed = parsePublicKey(publicKey);
  const oldest = keyCache.keys().next();
  if (keyCache.size >= cachedKeysMax && !oldest.done) keyCache.delete(oldest.value);
  keyCache.set(name, parsed);
  return parsed;
}

/** OpenSSL verifies without the cofactor and compares R bytewise; what it leaves open, the strictness rules close. */
function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== signatureLength || !isStrictScalar(signature.subarray(32))) return false;
  if (publicKey.length !== 32) return false;
  const key = cachedPublicKey(publicKey);
  return key !== null && verify(null, message, key, signature);
}

function sha256(bytes: Uint8Array): Uint8Array {
  const digest = hash("sha256", bytes, "buffer");
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.byteLength);
}

/** Made when first asked for: many programs hash no tree. */
let hashInLanes: ReturnType<typeof laneHasher> | null = null;

/** SHA-256 and Ed25519 by node:crypto; many short messages at once by WebAssembly, since a call costs more than a hash. */
export const nativeEngine: Engine = {
  name: "native",
  sha256,
  sha256Each: (prefix, pieces) => {
    hashInLanes ??= laneHasher();
    return hashInLanes(prefix, pieces) ?? sha256OneByOne(sha256, prefix, pieces);
  },
  verifyEd25519,
};

/** A signer over a 32-byte Ed25519 seed held in memory. Throws on any other length. */
export function nativeSigner(seed: Uint8Array): Signer {
  assert(seed.length === seedLength, "an Ed25519 seed has 32 bytes");
  const privateKey = createPrivateKey({
    key: Buffer.from(concatBytes(privateKeyPrefix, seed)),
    format: "der",
    type: "pkcs8",
  });
  const encoded = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return {
    publicKey: new Uint8Array(encoded.subarray(publicKeyPrefix.length)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}
