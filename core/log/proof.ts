/** Self-contained proofs that a leaf is in a log (C2SP tlog-proof): what a citizen keeps. */
import { fromBase64, toBase64 } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { type Checkpoint, parseCheckpoint, parseTreeSize } from "./checkpoint.ts";
import type { Engine } from "./engine.ts";
import { hashLength, isTreeSize, proofHashesMax, verifyInclusion } from "./merkle.ts";
import { noteBytesMax, parseNote, type VerifiedSignature, type VerifierKey, verifyNote } from "./note.ts";
import { quorumMetByKeys, type WitnessPolicy } from "./policy.ts";

/** A proof as it stands in a `.tlog-proof` file. Nothing in it has been verified yet. */
export interface LogProof {
  readonly index: number;
  /** The inclusion proof, from the leaf's sibling upward. */
  readonly hashes: readonly Uint8Array[];
  /** The checkpoint with all its signatures, verbatim. */
  readonly checkpoint: string;
  /** Bytes that the application adds; no signature covers them. */
  readonly extra?: Uint8Array;
}

export const proofExtraBytesMax = 65_536;
const proofTextLengthMax = noteBytesMax + 2 * proofExtraBytesMax;
const headerLine = "c2sp.org/tlog-proof@v1";

/** Writes a proof; `parseProof` reads the same back. Throws for what the format cannot carry. */
export function serializeProof(proof: LogProof): string {
  const { index, hashes, checkpoint, extra } = proof;
  assert(isTreeSize(index) && hashes.length <= proofHashesMax, "a proof has an index and at most 63 hashes");
  assert(extra === undefined || extra.length > 0, "extra bytes are left out rather than empty");
  const extraLines = extra === undefined ? [] : [`extra ${toBase64(extra)}`];
  const lines = [headerLine, ...extraLines, `index ${index}`, ...hashes.map(toBase64)];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

function parseExtra(line: string): Uint8Array | null {
  const extra = fromBase64(line.slice("extra ".length));
  return extra === null || extra.length === 0 || extra.length > proofExtraBytesMax ? null : extra;
}

/** Hash lines of a proof; `null` when one is no hash or there are more than any tree needs. */
export function parseHashLines(lines: readonly string[]): Uint8Array[] | null {
  if (lines.length > proofHashesMax) return null;
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== hashLength) return null;
    hashes.push(hash);
  }
  return hashes;
}

export type ProofProblem = "bad-proof";

/** Reads a `.tlog-proof` strictly. The checkpoint inside is read by `verifyProof`. */
export function parseProof(text: string): Result<LogProof, ProofProblem> {
  // The first blank line ends the proof's own lines; everything behind it is the checkpoint, verbatim.
  const split = text.indexOf("\n\n");
  if (split < 0 || text.length > proofTextLengthMax) return refused("bad-proof");
  const [header, ...lines] = text.slice(0, split).split("\n");
  const extraLine = lines[0]?.startsWith("extra ") ? lines.shift() : undefined;
  const [indexLine, ...hashLines] = lines;
  if (header !== headerLine || indexLine?.startsWith("index ") !== true) return refused("bad-proof");
  const index = parseTreeSize(indexLine.slice("index ".length));
  const hashes = parseHashLines(hashLines);
  if (index === null || hashes === null) return refused("bad-proof");
  const proof = { index, hashes, checkpoint: text.slice(split + 2) };
  if (extraLine === undefined) return ok(proof);
  const extra = parseExtra(extraLine);
  return extra === null ? refused("bad-proof") : ok({ ...proof, extra });
}

/** A witness' word about a checkpoint. */
export interface Cosignature {
  /** Name of the witness' key. */
  readonly name: string;
  /** Unix seconds; of several cosignatures by one key the earliest. */
  readonly timeSeconds: number;
}

/** What a proof shows once everything in it has been verified. */
export interface VerifiedProof {
  readonly checkpoint: Checkpoint;
  readonly index: number;
  /** Valid cosignatures by witnesses of the policy, earliest first; empty without a policy. */
  readonly cosignatures: readonly Cosignature[];
}

export type VerifyProofProblem =
  | "bad-checkpoint"
  | "other-log"
  | "log-not-in-policy"
  | "no-log-signature"
  | "bad-signature"
  | "quorum-missing"
  | "bad-inclusion-proof";

/** A checkpoint whose log signature, and quorum where a policy was given, have been verified. */
export interface VerifiedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
}

/**
 * Verifies a checkpoint note: the log's signature under `logKey`, and the policy's quorum. Without a policy no witness
 * is judged and the caller must say so. With one, the log itself must stand in it.
 */
export function verifyCheckpointNote(
  engine: Engine,
  noteText: string,
  trust: { readonly logKey: VerifierKey; readonly policy: WitnessPolicy | null },
): Result<VerifiedCheckpoint, Exclude<VerifyProofProblem, "bad-inclusion-proof">> {
  const { logKey, policy } = trust;
  const note = parseNote(noteText);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!note.ok || !checkpoint.ok) return refused("bad-checkpoint");
  if (checkpoint.value.origin !== logKey.name) return refused("other-log");
  if (policy !== null && !policy.logs.some((log) => log.key.text === logKey.text)) {
    return refused("log-not-in-policy");
  }
  const witnessKeys = policy?.witnesses.map((witness) => witness.key) ?? [];
  const verified = verifyNote(engine, note.value, [logKey, ...witnessKeys]);
  if (!verified.ok)
    return refused(verified.problem === "no-known-signature" ? "no-log-signature" : "bad-signature");
  const signers = new Set(verified.value.map((signature) => signature.key.text));
  if (!signers.has(logKey.text)) return refused("no-log-signature");
  if (policy !== null && !quorumMetByKeys(policy, signers)) return refused("quorum-missing");
  return ok({ checkpoint: checkpoint.value, cosignatures: earliestCosignatures(verified.value) });
}

function earliestCosignatures(signatures: readonly VerifiedSignature[]): Cosignature[] {
  const earliest = new Map<string, Cosignature>();
  for (const { key, timeSeconds } of signatures) {
    if (timeSeconds === null) continue;
    const known = earliest.get(key.text);
    if (known === undefined || timeSeconds < known.timeSeconds)
      earliest.set(key.text, { name: key.name, timeSeconds });
  }
  return [...earliest.values()].sort((left, right) => left.timeSeconds - right.timeSeconds);
}

/** Verifies a proof for a leaf in the order of tlog-proof: log signature for the origin, witness quorum, inclusion. */
export function verifyProof(
  engine: Engine,
  claim: {
    readonly proof: LogProof;
    readonly leafHash: Uint8Array;
    readonly logKey: VerifierKey;
    readonly policy: WitnessPolicy | null;
  },
): Result<VerifiedProof, VerifyProofProblem> {
  const { proof, leafHash } = claim;
  const verified = verifyCheckpointNote(engine, proof.checkpoint, claim);
  if (!verified.ok) return verified;
  const { size, root } = verified.value.checkpoint;
  const inclusion = verifyInclusion(engine, {
    leafHash,
    index: proof.index,
    size,
    root,
    proof: proof.hashes,
  });
  return inclusion.ok ? ok({ ...verified.value, index: proof.index }) : refused("bad-inclusion-proof");
}
