import { toBase64, toHex, utf8Bytes } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { anyText, bytes, exactly, integer, list, object } from "../strict-json.ts";
import { canonicalJson, type JsonValue, parseCanonicalJson } from "./canonical-json.ts";
import { opensCommitment } from "./commitment.ts";
import { type ActKind, isActKind, numberOfKind } from "./kinds.ts";
import { hashLength, isZeroTag, type Leaf } from "./leaf.ts";

/**
 * The payload: what a leaf's commitment hides (record decision 2). It names the act and commits to its parts, each
 * under a nonce of its own, so that each is opened, verified and erased alone.
 */
export interface PartCommitment {
  readonly name: string;
  readonly commitment: Uint8Array;
}

export interface Payload {
  readonly v: 1;
  readonly kind: ActKind;
  /** The case tag in hexadecimal, or "" when the act is about no case. */
  readonly case: string;
  readonly body: number;
  /** A role or a post, never a person: see `isActor`. */
  readonly actor: string;
  /** When it happened: milliseconds since the Unix epoch, exact. */
  readonly at: number;
  readonly parts: readonly PartCommitment[];
}

export type PayloadProblem =
  | "payload-not-canonical"
  | "payload-malformed"
  | "payload-unknown-kind"
  | "payload-too-long";

/** The size of a payload without its parts, in bytes of canonical JSON. */
export const payloadBytesMax = 400;
/** A case may carry many attachments; a payload with more is split into several acts. */
export const partsMax = 64;

const bodyMax = 0xffff_ffff;
const textLengthMax = 400;
const casePattern = /^(?:[0-9a-f]{32})?$/;
const partNamePattern = /^[a-z][a-z0-9-]{0,79}$/;
const actorPattern = /^(?:applicant|operator|head|system|controller|(?:post|head):[^\p{Cc}\p{Cf}]{1,80})$/u;
const zeroTagText = "0".repeat(32);

const readBody = integer(0, bodyMax);
const readInstant = integer(0, Number.MAX_SAFE_INTEGER);
const readPayload = object({
  v: exactly(1),
  kind: anyText(textLengthMax),
  case: anyText(textLengthMax),
  body: readBody,
  actor: anyText(textLengthMax),
  at: readInstant,
  parts: list(object({ name: anyText(textLengthMax), commitment: bytes(hashLength) }), 0, partsMax),
});

/**
 * Whether a text names who acted: `applicant`, `operator`, `head`, `system`, `controller`, `post:NAME OF THE POST` or, in
 * the place of a head who is away, `head:NAME OF THE POST THAT STANDS IN`.
 */
export function isActor(text: string): boolean {
  return actorPattern.test(text);
}

/** Whether a text may name a part: lower-case letters, digits and hyphens, such as `public`, `identity`, `attachment-1`. */
function isPartName(text: string): boolean {
  return partNamePattern.test(text);
}

/** The canonical JSON of a payload. Throws when a field is malformed or the text without parts is over 400 bytes. */
export function payloadText(payload: Payload): string {
  const problem = problemOf(payload);
  assert(problem === null, `cannot write this payload: ${problem}`);
  return canonicalJson(payloadJson(payload));
}

/** Reads a payload strictly: `parsePayload(payloadText(p))` gives `p`, and nothing else is accepted. */
export function parsePayload(text: string): Result<Payload, PayloadProblem> {
  const json = parseCanonicalJson(text);
  if (!json.ok) return refused("payload-not-canonical");
  const read = readPayload(json.value);
  if (read === undefined) return refused("payload-malformed");
  const { kind } = read;
  if (!isActKind(kind)) return refused("payload-unknown-kind");
  const payload: Payload = { ...read, kind };
  const problem = problemOf(payload);
  return problem === null ? ok(payload) : refused(problem);
}

/** The same rules at writing and at reading. */
function problemOf(payload: Payload): PayloadProblem | null {
  const names = payload.parts.map((part) => part.name);
  const wellFormed =
    casePattern.test(payload.case) &&
    // No case has one spelling only: the empty text.
    payload.case !== zeroTagText &&
    readBody(payload.body) !== undefined &&
    readInstant(payload.at) !== undefined &&
    isActor(payload.actor) &&
    names.every(isPartName) &&
    new Set(names).size === names.length &&
    names.length <= partsMax &&
    payload.parts.every((part) => part.commitment.length === hashLength);
  if (!wellFormed) return "payload-malformed";
  const withoutParts = canonicalJson(payloadJson({ ...payload, parts: [] }));
  return utf8Bytes(withoutParts).length <= payloadBytesMax ? null : "payload-too-long";
}

function payloadJson(payload: Payload): JsonValue {
  return {
    v: payload.v,
    kind: payload.kind,
    case: payload.case,
    body: payload.body,
    actor: payload.actor,
    at: payload.at,
    parts: payload.parts.map((part) => ({ name: part.name, commitment: toBase64(part.commitment) })),
  };
}

/** An opening: the payload under a leaf with its nonce, and as many of its parts as the holder was given. */
export interface OpenedPart {
  readonly name: string;
  readonly nonce: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface Opening {
  /** The payload's canonical JSON, exactly as committed to. */
  readonly payload: string;
  readonly nonce: Uint8Array;
  /** Any subset of the payload's parts. */
  readonly parts: readonly OpenedPart[];
}

export type PartProblem = "part-unknown" | "part-does-not-open";
export type OpeningProblem =
  | "payload-does-not-open"
  | PayloadProblem
  | "kind-differs"
  | "case-differs"
  | "body-differs"
  | PartProblem
  | "part-opened-twice";

/**
 * Whether an opening belongs to a leaf: the payload opens the leaf's commitment and names the leaf's kind, case and
 * body, and every part shown opens its commitment in the payload. Parts that are not shown stay closed.
 */
export function verifyOpening(leaf: Leaf, opening: Opening): Result<Payload, OpeningProblem> {
  const opened = verifyPayloadOpening(leaf.commitment, opening);
  if (!opened.ok) return opened;
  const payload = opened.value;
  if (numberOfKind(payload.kind) !== leaf.kind) return refused("kind-differs");
  if (payload.case !== (isZeroTag(leaf.caseTag) ? "" : toHex(leaf.caseTag))) return refused("case-differs");
  if (payload.body !== leaf.body) return refused("body-differs");
  return ok(payload);
}

/** The same without a leaf: for an act that still waits for its leaf, and for parts published beside the log. */
export function verifyPayloadOpening(
  commitment: Uint8Array,
  opening: Opening,
): Result<Payload, OpeningProblem> {
  if (!opensCommitment(commitment, opening.nonce, utf8Bytes(opening.payload))) {
    return refused("payload-does-not-open");
  }
  const payload = parsePayload(opening.payload);
  if (!payload.ok) return payload;
  const parts = verifyParts(payload.value, opening.parts);
  return parts.ok ? payload : parts;
}

/** Whether each opened part opens its own commitment in the payload, none of them twice. */
export function verifyParts(
  payload: Payload,
  parts: readonly OpenedPart[],
): Result<null, PartProblem | "part-opened-twice"> {
  if (new Set(parts.map((part) => part.name)).size !== parts.length) return refused("part-opened-twice");
  for (const part of parts) {
    const verified = verifyPart(payload, part);
    if (!verified.ok) return verified;
  }
  return ok(null);
}

/** Whether one part opens its commitment in the payload: a handler verifies what they handle, and nothing else. */
export function verifyPart(payload: Payload, part: OpenedPart): Result<null, PartProblem> {
  const committed = payload.parts.find((candidate) => candidate.name === part.name);
  if (committed === undefined) return refused("part-unknown");
  return opensCommitment(committed.commitment, part.nonce, part.bytes)
    ? ok(null)
    : refused("part-does-not-open");
}
