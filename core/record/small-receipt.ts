import { concatBytes } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { fromBase45, toBase45 } from "./base45.ts";
import { nonceLength } from "./commitment.ts";
import { leafLength } from "./leaf.ts";

/**
 * The small receipt: what fits into one QR code and is checked against any mirror of the log (record decision 5).
 *
 *   offset bytes field
 *        0     1 version = 1
 *        1   118 leaf
 *      119    32 nonce of the payload
 *      151     8 index in the log, big-endian
 *
 * 159 bytes are 239 characters of base45. It proves nothing alone: the reader fetches leaf and proof by the index.
 */
export interface SmallReceipt {
  /** The 118 bytes of the leaf, undecoded: whoever compares them with a mirror needs the bytes. */
  readonly leaf: Uint8Array;
  readonly nonce: Uint8Array;
  readonly index: number;
}

export type SmallReceiptProblem = "not-base45" | "wrong-length" | "unknown-version" | "bad-index";

/** The longest text that record decision 5 allows. */
export const smallReceiptCharactersMax = 250;

const version = 1;
const leafOffset = 1;
const nonceOffset = leafOffset + leafLength;
const indexOffset = nonceOffset + nonceLength;
const smallReceiptLength = indexOffset + 8;

/** The base45 text that goes into the QR code. */
export function smallReceiptText(receipt: SmallReceipt): string {
  assert(receipt.leaf.length === leafLength, "a small receipt carries a whole leaf");
  assert(receipt.nonce.length === nonceLength, "a small receipt carries a whole nonce");
  assert(Number.isSafeInteger(receipt.index) && receipt.index >= 0, "an index is a whole number");
  const index = new Uint8Array(8);
  new DataView(index.buffer).setBigUint64(0, BigInt(receipt.index));
  return toBase45(concatBytes(Uint8Array.of(version), receipt.leaf, receipt.nonce, index));
}

/** Reads the text of a small receipt. The leaf is not decoded yet. */
export function parseSmallReceipt(text: string): Result<SmallReceipt, SmallReceiptProblem> {
  if (text.length > smallReceiptCharactersMax) return refused("wrong-length");
  const bytes = fromBase45(text);
  if (bytes === null) return refused("not-base45");
  if (bytes.length !== smallReceiptLength) return refused("wrong-length");
  if (bytes[0] !== version) return refused("unknown-version");
  const index = Number(new DataView(bytes.buffer).getBigUint64(indexOffset));
  if (!Number.isSafeInteger(index)) return refused("bad-index");
  return ok({
    leaf: bytes.slice(leafOffset, nonceOffset),
    nonce: bytes.slice(nonceOffset, indexOffset),
    index,
  });
}
