import { assert, ok, type Result, refused } from "../result.ts";

/**
 * The leaf: the fixed 118 bytes that stand in the log for one act, big-endian (record decision 1). Public for ever,
 * so it holds no personal data: what was said lies under the commitment.
 *
 *   offset bytes field
 *        0     1 version = 1
 *        1     2 kind
 *        3     4 body
 *        7     8 serial
 *       15     8 time
 *       23     4 due
 *       27    16 case tag
 *       43    32 commitment
 *       75    32 previous
 *      107    11 reserved, zero
 */
export interface Leaf {
  /** Number of the kind of act, as in `kinds.ts`; one that this version does not know is still a leaf. */
  readonly kind: number;
  /** The body in whose register the act is entered and which owes the next act after it: 0 to 2^32 - 1. */
  readonly body: number;
  /** Gapless per body from 1, given by the sequencer; 0 while the act waits for it. */
  readonly serial: bigint;
  /** The batch's time: milliseconds since the Unix epoch, a whole minute. A claim of the state, not a proof. */
  readonly time: number;
  /** Days since 1970-01-01 in the log's civil time zone, by which the body owes the next act; 0 = it owes none. */
  readonly due: number;
  /** 16 random bytes per case; all zero when the act is about no case. */
  readonly caseTag: Uint8Array;
  /** 32 bytes, see `commitment.ts`. */
  readonly commitment: Uint8Array;
  /** Leaf hash of the act before this one in the same case, 32 bytes; zero for the first. */
  readonly previous: Uint8Array;
}

/** A body's number as leaves carry it; made by `parseBodyNumber` alone. */
export type BodyNumber = number & { readonly __brand: "BodyNumber" };

export type LeafProblem = "wrong-length" | "unknown-version" | "kind-zero" | "reserved-not-zero" | "bad-time";

export const leafLength = 118;
export const caseTagLength = 16;
export const hashLength = 32;

const version = 1;
const offsets = {
  kind: 1,
  body: 3,
  serial: 7,
  time: 15,
  due: 23,
  caseTag: 27,
  commitment: 43,
  previous: 75,
  reserved: 107,
};
const kindMax = 0xffff;
const unsigned32Max = 0xffff_ffff;
const serialMax = 0xffff_ffff_ffff_ffffn;
const minuteMs = 60_000;

/** The tag of an act that is about no case. Shared: nobody may write into it. */
export const zeroTag: Uint8Array = new Uint8Array(caseTagLength);

/** Whether a tag names no case. */
export function isZeroTag(tag: Uint8Array): boolean {
  return tag.length === caseTagLength && tag.every((byte) => byte === 0);
}

/** Reads a body's number: a whole number from 1 to 2^32 - 1; `null` for anything else. */
export function parseBodyNumber(value: unknown): BodyNumber | null {
  return isUnsigned(value, unsigned32Max) && value > 0 ? (value as BodyNumber) : null;
}

/** The minute in which an instant lies: leaves show no finer time (record decision 1). */
export function wholeMinute(instantMs: number): number {
  return Math.floor(instantMs / minuteMs) * minuteMs;
}

/** The 118 bytes of a leaf. Throws when a field does not fit: that is a bug of the writer. */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  assert(isUnsigned(leaf.kind, kindMax) && leaf.kind > 0, "a leaf's kind is 1 to 65535");
  assert(isUnsigned(leaf.body, unsigned32Max), "a leaf's body is an unsigned 32-bit number");
  assert(leaf.serial >= 0n && leaf.serial <= serialMax, "a leaf's serial is an unsigned 64-bit number");
  assert(isLeafTime(leaf.time), "a leaf's time is a whole minute in milliseconds");
  assert(isUnsigned(leaf.due, unsigned32Max), "a leaf's due is an unsigned 32-bit number of days");
  assert(leaf.caseTag.length === caseTagLength, "a case tag is 16 bytes");
  assert(leaf.commitment.length === hashLength, "a commitment is 32 bytes");
  assert(leaf.previous.length === hashLength, "a previous leaf hash is 32 bytes");
  const bytes = new Uint8Array(leafLength);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, version);
  view.setUint16(offsets.kind, leaf.kind);
  view.setUint32(offsets.body, leaf.body);
  view.setBigUint64(offsets.serial, leaf.serial);
  view.setBigUint64(offsets.time, BigInt(leaf.time));
  view.setUint32(offsets.due, leaf.due);
  bytes.set(leaf.caseTag, offsets.caseTag);
  bytes.set(leaf.commitment, offsets.commitment);
  bytes.set(leaf.previous, offsets.previous);
  return bytes;
}

/**
 * Reads a leaf strictly: what `encodeLeaf` would not write is refused. A kind that this version does not know is
 * kept: it must be shown as unknown, never skipped.
 */
export function decodeLeaf(bytes: Uint8Array): Result<Leaf, LeafProblem> {
  if (bytes.length !== leafLength) return refused("wrong-length");
  if (bytes[0] !== version) return refused("unknown-version");
  if (bytes.subarray(offsets.reserved).some((byte) => byte !== 0)) return refused("reserved-not-zero");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(offsets.kind) === 0) return refused("kind-zero");
  const time = Number(view.getBigUint64(offsets.time));
  if (!isLeafTime(time)) return refused("bad-time");
  return ok({
    kind: view.getUint16(offsets.kind),
    body: view.getUint32(offsets.body),
    serial: view.getBigUint64(offsets.serial),
    time,
    due: view.getUint32(offsets.due),
    caseTag: bytes.slice(offsets.caseTag, offsets.commitment),
    commitment: bytes.slice(offsets.commitment, offsets.previous),
    previous: bytes.slice(offsets.previous, offsets.reserved),
  });
}

function isLeafTime(time: number): boolean {
  return isUnsigned(time, Number.MAX_SAFE_INTEGER) && time % minuteMs === 0;
}

function isUnsigned(value: unknown, max: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= max;
}
