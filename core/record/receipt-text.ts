import { toBase64 } from "../bytes.ts";
import { ok, type Result, refused } from "../result.ts";
import { canonicalJson, type JsonObject, type JsonValue, parseJson } from "./canonical-json.ts";
import { isFingerprint } from "./fingerprint.ts";
import { asBase64, asText, asWholeNumber, objectWithKeys } from "./json-shape.ts";
import { leafLength } from "./leaf.ts";
import { openingJson, parseOpening } from "./opening-json.ts";
import type { Opening } from "./payload.ts";
import type { QueuedPromise } from "./queued-promise.ts";

/**
 * What the citizen keeps of an act (record decision 5): first a promise signed by the body, later the leaf with a
 * proof that it stands in the log. How much of the opening it holds is the holder's choice: a receipt found in a
 * pocket must not confess.
 */
export interface Receipt {
  readonly v: 1;
  readonly type: "aydyn-receipt";
  /** Name of the log. */
  readonly origin: string;
  /** The log's key in the form of signed-note; whoever verifies compares it with one that they got elsewhere. */
  readonly logKey: string;
  /** The 118 bytes; `null` while the act is queued, for serial and previous are given by the sequencer. */
  readonly leaf: Uint8Array | null;
  readonly index: number | null;
  readonly opening?: Opening;
  readonly queued?: QueuedPromise;
  /** The text of a C2SP tlog-proof. */
  readonly proof?: string;
  /** SHA-256 in hexadecimal of the witness policy that the issuer publishes by; `null` if it had none. */
  readonly policyDigest: string | null;
  /** The day's fingerprint, such as "1234 5678 9012"; `null` before the log's first checkpoint. */
  readonly fingerprint: string | null;
}

/** A receipt with attachments opened in it stays below this; so does any that we read. */
const receiptCharactersMax = 64 * 1024 * 1024;

const nameLengthMax = 300;
const proofLengthMax = 300_000;
const promiseLengthMax = 1_000;
const signatureLength = 64;
const digestPattern = /^[0-9a-f]{64}$/;
const requiredKeys = ["v", "type", "origin", "logKey", "leaf", "index", "policyDigest", "fingerprint"];
const optionalKeys = ["opening", "queued", "proof"];

/** The JSON text of a receipt, canonical and ended by a newline. */
export function receiptText(receipt: Receipt): string {
  const json: Record<string, JsonValue> = {
    v: receipt.v,
    type: receipt.type,
    origin: receipt.origin,
    logKey: receipt.logKey,
    leaf: receipt.leaf === null ? null : toBase64(receipt.leaf),
    index: receipt.index,
    policyDigest: receipt.policyDigest,
    fingerprint: receipt.fingerprint,
  };
  if (receipt.opening !== undefined) json.opening = openingJson(receipt.opening);
  if (receipt.queued !== undefined) {
    const { bodyKey, signature, text } = receipt.queued;
    json.queued = { bodyKey, signature: toBase64(signature), text };
  }
  if (receipt.proof !== undefined) json.proof = receipt.proof;
  return `${canonicalJson(json)}\n`;
}

/** Reads a receipt's shape, in any spelling of JSON, for people's editors re-indent files. Verifies nothing. */
export function parseReceipt(text: string): Result<Receipt, "malformed-receipt"> {
  const json = text.length <= receiptCharactersMax ? parseJson(text) : null;
  const shape = json?.ok ? objectWithKeys(json.value, requiredKeys, optionalKeys) : null;
  if (shape?.v !== 1 || shape.type !== "aydyn-receipt") return refused("malformed-receipt");
  const receipt = readReceipt(shape);
  return receipt === null ? refused("malformed-receipt") : ok(receipt);
}

function readReceipt(shape: JsonObject): Receipt | null {
  const origin = asText(shape.origin, nameLengthMax);
  const logKey = asText(shape.logKey, nameLengthMax);
  const leaf = unlessNull(shape.leaf, (value) => asBase64(value, leafLength));
  const index = unlessNull(shape.index, (value) => asWholeNumber(value, 0, Number.MAX_SAFE_INTEGER));
  const policyDigest = unlessNull(shape.policyDigest, asDigest);
  const fingerprint = unlessNull(shape.fingerprint, asFingerprint);
  if (origin === null || logKey === null || leaf === null || index === null) return null;
  if (policyDigest === null || fingerprint === null) return null;
  const pieces = readPieces(shape);
  return (
    pieces && {
      v: 1,
      type: "aydyn-receipt",
      origin,
      logKey,
      leaf: leaf.value,
      index: index.value,
      policyDigest: policyDigest.value,
      fingerprint: fingerprint.value,
      ...pieces,
    }
  );
}

/** The pieces that a receipt may lack; `null` when one is there and malformed. */
function readPieces(shape: JsonObject): Pick<Receipt, "opening" | "queued" | "proof"> | null {
  const opening = shape.opening === undefined ? undefined : parseOpening(shape.opening);
  const queued = shape.queued === undefined ? undefined : parseQueued(shape.queued);
  const proof = shape.proof === undefined ? undefined : asText(shape.proof, proofLengthMax);
  if (opening === null || queued === null || proof === null) return null;
  return {
    ...(opening === undefined ? {} : { opening }),
    ...(queued === undefined ? {} : { queued }),
    ...(proof === undefined ? {} : { proof }),
  };
}

/** A field that may be null, boxed to tell that from a malformed one. */
function unlessNull<Value>(
  value: JsonValue | undefined,
  read: (value: JsonValue | undefined) => Value | null,
): { readonly value: Value | null } | null {
  if (value === null) return { value: null };
  const found = read(value);
  return found === null ? null : { value: found };
}

function parseQueued(value: JsonValue): QueuedPromise | null {
  const shape = objectWithKeys(value, ["bodyKey", "signature", "text"]);
  const bodyKey = asText(shape?.bodyKey, nameLengthMax);
  const signature = asBase64(shape?.signature, signatureLength);
  const text = asText(shape?.text, promiseLengthMax);
  return bodyKey === null || signature === null || text === null ? null : { bodyKey, signature, text };
}

function asDigest(value: JsonValue | undefined): string | null {
  return typeof value === "string" && digestPattern.test(value) ? value : null;
}

function asFingerprint(value: JsonValue | undefined): string | null {
  return typeof value === "string" && isFingerprint(value) ? value : null;
}
