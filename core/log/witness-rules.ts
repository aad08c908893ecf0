/** What a witness answers to add-checkpoint (C2SP tlog-witness), as a pure judgement: HTTP and persistence lie elsewhere. */
import { toBase64, toHex, utf8Bytes, utf8Text } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { type Checkpoint, parseCheckpoint, parseTreeSize } from "./checkpoint.ts";
import type { Engine } from "./engine.ts";
import { emptyRoot, proofHashesMax, verifyConsistency } from "./merkle.ts";
import { type Note, parseNote, type VerifiedSignature, type VerifierKey, verifyNote } from "./note.ts";
import { parseHashLines } from "./proof.ts";

/** What is said in the content type of a 409 answer. */
export const recordedSizeContentType = "text/x.tlog.size";
export const addCheckpointBytesMax = 131_072;

/** A request that could be read. Nothing in it has been verified yet. */
export interface AddCheckpoint {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly note: Note;
  /** What the note's text says; its origin tells which log the witness must look up. */
  readonly checkpoint: Checkpoint;
}

/** Reads a request's body. Every refusal is an answer 400. */
export function parseAddCheckpoint(bytes: Uint8Array): Result<AddCheckpoint, "bad-request"> {
  const text = bytes.length > addCheckpointBytesMax ? null : utf8Text(bytes);
  const split = text?.indexOf("\n\n") ?? -1;
  if (text === null || split < 0) return refused("bad-request");
  const [oldLine, ...hashLines] = text.slice(0, split).split("\n");
  if (oldLine?.startsWith("old ") !== true) return refused("bad-request");
  const oldSize = parseTreeSize(oldLine.slice("old ".length));
  const proof = parseHashLines(hashLines);
  const note = parseNote(text.slice(split + 2));
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (oldSize === null || proof === null || !note.ok || !checkpoint.ok) return refused("bad-request");
  return ok({ oldSize, proof, note: note.value, checkpoint: checkpoint.value });
}

/** Writes a request's body: the size that the witness is believed to hold, the proof from there, the signed checkpoint. */
export function serializeAddCheckpoint(request: {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  /** The checkpoint as a signed note. */
  readonly note: string;
}): string {
  assert(request.proof.length <= proofHashesMax, "a consistency proof has at most 63 hashes");
  return `${[`old ${request.oldSize}`, ...request.proof.map(toBase64)].join("\n")}\n\n${request.note}`;
}

/** What a witness knows about a log that it follows. */
export interface KnownLog {
  readonly key: VerifierKey;
  /** The largest tree that it has cosigned; `null` before the first. */
  readonly recorded: { readonly size: number; readonly root: Uint8Array } | null;
}

/**
 * The answer. 200 means: atomically compare the recorded size and persist this checkpoint, and only then cosign
 * `text`. `other-root` is evidence of a split view: keep the request.
 */
export type AddCheckpointJudgement =
  | { readonly status: 200; readonly checkpoint: Checkpoint; readonly text: string }
  | { readonly status: 400; readonly reason: "old-size-beyond-size" }
  | { readonly status: 403; readonly reason: "no-known-signature" | "bad-signature" }
  | { readonly status: 404; readonly reason: "unknown-origin" }
  | { readonly status: 409; readonly reason: "other-recorded-size"; readonly recordedSize: number }
  | { readonly status: 422; readonly reason: "root-of-empty-tree" | "other-root" | "bad-consistency-proof" };

/** Judges a request in the order of tlog-witness. `known` is what the witness has under the request's origin, `null` for a log it does not follow. */
export function judgeAddCheckpoint(
  engine: Engine,
  request: AddCheckpoint,
  known: KnownLog | null,
): AddCheckpointJudgement {
  const { oldSize, proof, note, checkpoint } = request;
  if (oldSize > checkpoint.size) return { status: 400, reason: "old-size-beyond-size" };
  // The key's name is the origin: a known key cannot vouch for another log's checkpoint.
  if (known === null || known.key.name !== checkpoint.origin)
    return { status: 404, reason: "unknown-origin" };
  const signatures = verifyNote(engine, note, [known.key]);
  if (!signatures.ok) {
    const reason = signatures.problem === "no-known-signature" ? "no-known-signature" : "bad-signature";
    return { status: 403, reason };
  }
  const recorded = known.recorded ?? { size: 0, root: emptyRoot(engine) };
  if (oldSize !== recorded.size) {
    return { status: 409, reason: "other-recorded-size", recordedSize: recorded.size };
  }
  return judgeGrowth(engine, { recorded, checkpoint, proof, text: note.text });
}

function judgeGrowth(
  engine: Engine,
  step: {
    readonly recorded: { readonly size: number; readonly root: Uint8Array };
    readonly checkpoint: Checkpoint;
    readonly proof: readonly Uint8Array[];
    readonly text: string;
  },
): AddCheckpointJudgement {
  const { recorded, checkpoint, proof, text } = step;
  const consistency = verifyConsistency(engine, {
    oldSize: recorded.size,
    oldRoot: recorded.root,
    newSize: checkpoint.size,
    newRoot: checkpoint.root,
    proof,
  });
  if (consistency.ok) return { status: 200, checkpoint, text };
  if (consistency.problem !== "roots-differ") return { status: 422, reason: "bad-consistency-proof" };
  return { status: 422, reason: checkpoint.size === 0 ? "root-of-empty-tree" : "other-root" };
}

/** Reads the body of a 409 answer; `null` when it is not one decimal size and a newline. */
export function parseRecordedSize(body: string): number | null {
  return body.endsWith("\n") ? parseTreeSize(body.slice(0, -1)) : null;
}

/**
 * Reads the body of a 200 answer: its lines are appended to the note that was sent and verified as one note. Lines by
 * unknown keys are dropped; each line that is returned may be appended to the note.
 */
export function readCosignatures(
  engine: Engine,
  sentNote: string,
  body: string,
  witnessKeys: readonly VerifierKey[],
): Result<VerifiedSignature[], "bad-answer" | "no-cosignature"> {
  const sent = parseNote(sentNote);
  const extended = parseNote(sentNote + body);
  // A body that brings a blank line of its own would make another text out of the note.
  if (!sent.ok || !extended.ok || extended.value.text !== sent.value.text) return refused("bad-answer");
  const sentLines = new Set(sent.value.signatures.map((signature) => signature.line));
  const added = extended.value.signatures.filter((signature) => !sentLines.has(signature.line));
  const verified = verifyNote(engine, { text: sent.value.text, signatures: added }, witnessKeys);
  if (!verified.ok)
    return refused(verified.problem === "no-known-signature" ? "no-cosignature" : "bad-answer");
  const cosignatures = verified.value.filter((signature) => signature.timeSeconds !== null);
  return cosignatures.length > 0 ? ok(cosignatures) : refused("no-cosignature");
}

/** Where a witness publishes the latest checkpoint of a log that it cosigned, relative to its monitoring prefix. */
export function monitoringPath(engine: Engine, origin: string): string {
  return `${toHex(engine.sha256(utf8Bytes(origin)))}/checkpoint`;
}
