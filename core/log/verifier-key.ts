/** Verifier keys ("vkeys") of signed notes and what each type of key signs (C2SP signed-note, tlog-cosignature). */
import { concatBytes, equalBytes, fromBase64, fromHex, toBase64, toHex, utf8Bytes } from "../bytes.ts";
import { assert, ok, type Result, refused, unreachable } from "../result.ts";
import { publicKeyLength, signatureLength } from "./ed25519-strictness.ts";
import type { Engine } from "./engine.ts";
import { portableEngine } from "./portable-engine.ts";

/** What signs: a log's note, a witness' timed cosignature, or the post-quantum key that is read but not yet verified. */
export type KeyAlgorithm = "ed25519" | "cosignature-v1" | "ml-dsa-44";

/** A public key under a name, as `name+keyid+base64` writes it. */
export interface VerifierKey {
  readonly name: string;
  /** 4 bytes: the start of SHA-256 over name, newline, type and key. */
  readonly keyId: Uint8Array;
  readonly algorithm: KeyAlgorithm;
  /** 32 bytes for Ed25519, 1312 for ML-DSA-44. */
  readonly publicKey: Uint8Array;
  /** The vkey text. */
  readonly text: string;
}

export const keyIdLength = 4;
const timeLength = 8;
const keyTextLengthMax = 4_096;

const typeOfAlgorithm: Readonly<Record<KeyAlgorithm, number>> = {
  ed25519: 0x01,
  "cosignature-v1": 0x04,
  "ml-dsa-44": 0x06,
};
const algorithmOfType: ReadonlyMap<number, KeyAlgorithm> = new Map([
  [0x01, "ed25519"],
  [0x04, "cosignature-v1"],
  [0x06, "ml-dsa-44"],
]);
const keyLengthOfAlgorithm: Readonly<Record<KeyAlgorithm, number>> = {
  ed25519: publicKeyLength,
  "cosignature-v1": publicKeyLength,
  "ml-dsa-44": 1_312,
};

/** Whether a signature line may carry this name: not empty, no Unicode white space, no plus sign (signed-note). */
export function isSignatureName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name);
}

/**
 * Whether we accept this as the name of a key or the origin of a log. Stricter than signed-note: no control or
 * invisible formatting characters (byte-order mark, zero width, change of direction), so that two names that look the
 * same are the same.
 */
export function isKeyName(name: string): boolean {
  return isSignatureName(name) && !/[\p{Cc}\p{Cf}]/u.test(name);
}

function keyIdOf(engine: Engine, name: string, typedKey: Uint8Array): Uint8Array {
  return engine.sha256(concatBytes(utf8Bytes(`${name}\n`), typedKey)).slice(0, keyIdLength);
}

/** Builds a verifier key. Throws for a name or key length that the formats do not allow. */
export function verifierKey(
  engine: Engine,
  name: string,
  algorithm: KeyAlgorithm,
  publicKey: Uint8Array,
): VerifierKey {
  assert(isKeyName(name), "a key name has no white space, plus sign or control character");
  assert(publicKey.length === keyLengthOfAlgorithm[algorithm], "the key has the length of its algorithm");
  const typedKey = concatBytes(Uint8Array.of(typeOfAlgorithm[algorithm]), publicKey);
  const keyId = keyIdOf(engine, name, typedKey);
  const text = `${name}+${toHex(keyId)}+${toBase64(typedKey)}`;
  return { name, keyId, algorithm, publicKey: publicKey.slice(), text };
}

export type VerifierKeyProblem = "bad-verifier-key" | "unsupported-algorithm" | "wrong-key-id";

/** Reads a vkey. Types other than Ed25519 (01), cosignature/v1 (04) and ML-DSA-44 (06) are `unsupported-algorithm`. */
export function parseVerifierKey(text: string): Result<VerifierKey, VerifierKeyProblem> {
  if (text.length > keyTextLengthMax) return refused("bad-verifier-key");
  // Only the first two plus signs separate: base64 has its own.
  const firstPlus = text.indexOf("+");
  const secondPlus = text.indexOf("+", firstPlus + 1);
  if (firstPlus < 0 || secondPlus < 0) return refused("bad-verifier-key");
  const name = text.slice(0, firstPlus);
  const keyId = fromHex(text.slice(firstPlus + 1, secondPlus));
  const typedKey = fromBase64(text.slice(secondPlus + 1));
  if (!isKeyName(name) || keyId?.length !== keyIdLength || typedKey === null) {
    return refused("bad-verifier-key");
  }
  const [type, ...keyBytes] = typedKey;
  if (type === undefined) return refused("bad-verifier-key");
  const algorithm = algorithmOfType.get(type);
  if (algorithm === undefined) return refused("unsupported-algorithm");
  if (keyBytes.length !== keyLengthOfAlgorithm[algorithm]) return refused("bad-verifier-key");
  if (!equalBytes(keyIdOf(portableEngine, name, typedKey), keyId)) return refused("wrong-key-id");
  return ok({ name, keyId, algorithm, publicKey: Uint8Array.from(keyBytes), text });
}

/** The message of a cosignature/v1: the time in Unix seconds stands before the whole checkpoint text. */
export function cosignatureMessage(checkpointText: string, timeSeconds: number): Uint8Array {
  return utf8Bytes(`cosignature/v1\ntime ${timeSeconds}\n${checkpointText}`);
}

/** A time as cosignatures carry it: big-endian uint64. */
export function encodeTime(timeSeconds: number): Uint8Array {
  assert(
    Number.isSafeInteger(timeSeconds) && timeSeconds > 0,
    "a cosignature time is in whole seconds after 1970",
  );
  const bytes = new Uint8Array(timeLength);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(timeSeconds));
  return bytes;
}

function decodeTime(bytes: Uint8Array): number | null {
  const time = new DataView(bytes.buffer, bytes.byteOffset, timeLength).getBigUint64(0);
  // The specification allows up to 2^63-1; no clock that we could believe says more than 2^53.
  return time <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(time) : null;
}

/** What a valid signature says: for a cosignature also when it was made. */
export interface SignatureStatement {
  /** Unix seconds of a cosignature/v1; `null` for a plain signature. */
  readonly timeSeconds: number | null;
}

/** Whether we can judge signatures of this key at all. */
export function isVerifiable(key: VerifierKey): boolean {
  return key.algorithm !== "ml-dsa-44";
}

/** Judges the signature bytes behind the key id over a note's text; `null` when they are not a valid signature by the key. */
export function verifySignature(
  engine: Engine,
  key: VerifierKey,
  text: string,
  signature: Uint8Array,
): SignatureStatement | null {
  switch (key.algorithm) {
    case "ed25519":
      return engine.verifyEd25519(key.publicKey, utf8Bytes(text), signature) ? { timeSeconds: null } : null;
    case "cosignature-v1": {
      if (signature.length !== timeLength + signatureLength) return null;
      const timeSeconds = decodeTime(signature);
      if (timeSeconds === null) return null;
      const message = cosignatureMessage(text, timeSeconds);
      const isValid = engine.verifyEd25519(key.publicKey, message, signature.subarray(timeLength));
      return isValid ? { timeSeconds } : null;
    }
    case "ml-dsa-44":
      return null;
    default:
      return unreachable(key.algorithm);
  }
}
