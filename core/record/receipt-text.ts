import { toBase64 } from "../bytes.ts";
import { ok, type Result, refused } from "../result.ts";
import {
  anyText,
  bytes,
  exactly,
  integer,
  made,
  matching,
  object,
  orNull,
  type Reader,
} from "../strict-json.ts";
import { canonicalJson, type JsonValue, parseJson } from "./canonical-json.ts";
import { isFingerprint } from "./fingerprint.ts";
import { leafLength } from "./leaf.ts";
import { openingJson, readOpening } from "./opening-json.ts";
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
const digestLength = 64;
const digestPattern = /^[0-9a-f]{64}$/;
const fingerprintLengthMax = 20;

const readQueued: Reader<QueuedPromise> = object({
  bodyKey: anyText(nameLengthMax),
  signature: bytes(signatureLength),
  text: anyText(promiseLengthMax),
});
const readFingerprint = made(anyText(fingerprintLengthMax), "twelve digits", (text) =>
  isFingerprint(text) ? text : undefined,
);
const readReceipt: Reader<Receipt> = object(
  {
    v: exactly(1),
    type: exactly("aydyn-receipt"),
    origin: anyText(nameLengthMax),
    logKey: anyText(nameLengthMax),
    leaf: orNull(bytes(leafLength)),
    index: orNull(integer(0, Number.MAX_SAFE_INTEGER)),
    policyDigest: orNull(matching(digestLength, digestPattern, "SHA-256 in hexadecimal")),
    fingerprint: orNull(readFingerprint),
  },
  { opening: readOpening, queued: readQueued, proof: anyText(proofLengthMax) },
);

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
  const receipt = json?.ok ? readReceipt(json.value) : undefined;
  return receipt === undefined ? refused("malformed-receipt") : ok(receipt);
}
