import { utf8Text } from "#core/bytes.ts";
import { type Checkpoint, parseCheckpoint } from "#core/log/checkpoint.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseNote, type VerifiedSignature, verifyNote } from "#core/log/note.ts";
import { quorumMetByKeys } from "#core/log/policy.ts";
import type { Cosignature } from "#core/log/proof.ts";
import { checkpointFile, checkpointPath, sizeOfCheckpointPath } from "#core/record/publication.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { checkpointBytesMax, type LogSource, type SourceProblem } from "../source/log-source.ts";
import { readAhead } from "../source/read-ahead.ts";
import type { Progress } from "../terminal/progress.ts";
import type { TreeFinding } from "./tree-finding.ts";
import type { Trust } from "./trust.ts";

/** A checkpoint whose signatures were judged as far as the trust allows. */
export interface JudgedCheckpoint {
  readonly text: string;
  readonly checkpoint: Checkpoint;
  /** Whether the log's own signature was verified; false when the user named no key of the log. */
  readonly logJudged: boolean;
  /** Valid cosignatures by the trusted witnesses, earliest first. */
  readonly cosignatures: readonly Cosignature[];
  /** Whether the policy's quorum is met; `null` without a policy. */
  readonly quorum: boolean | null;
}

export type CheckpointProblem =
  | "not UTF-8"
  | "not a signed note"
  | "not a checkpoint"
  | "its origin is none of the trusted logs"
  | "a signature by a known key is not valid"
  | "the log has not signed it";

/** Judges a checkpoint note. A missing quorum is no problem here: it is told in the value. */
export function judgeCheckpoint(
  engine: Engine,
  text: string,
  trust: Trust,
): Result<JudgedCheckpoint, CheckpointProblem> {
  const note = parseNote(text);
  if (!note.ok) return refused("not a signed note");
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return refused("not a checkpoint");
  const logKeys = trust.logKeys.filter((key) => key.name === checkpoint.value.origin);
  const logJudged = trust.logKeys.length > 0;
  if (logJudged && logKeys.length === 0) return refused("its origin is none of the trusted logs");
  const verified = verifyNote(engine, note.value, [...logKeys, ...trust.witnessKeys]);
  if (!verified.ok && (logJudged || verified.problem !== "no-known-signature")) {
    return refused(
      verified.problem === "no-known-signature"
        ? "the log has not signed it"
        : "a signature by a known key is not valid",
    );
  }
  const signatures = verified.ok ? verified.value : [];
  const signers = new Set(signatures.map((signature) => signature.key.text));
  if (logJudged && !logKeys.some((key) => signers.has(key.text))) return refused("the log has not signed it");
  return ok({
    text,
    checkpoint: checkpoint.value,
    logJudged,
    cosignatures: cosignaturesOf(signatures),
    quorum: trust.policy === null ? null : quorumMetByKeys(trust.policy, signers),
  });
}

function cosignaturesOf(signatures: readonly VerifiedSignature[]): Cosignature[] {
  const earliest = new Map<string, Cosignature>();
  for (const { key, timeSeconds } of signatures) {
    const known = earliest.get(key.text);
    if (timeSeconds === null || (known !== undefined && known.timeSeconds <= timeSeconds)) continue;
    earliest.set(key.text, { name: key.name, timeSeconds });
  }
  return [...earliest.values()].sort((left, right) => left.timeSeconds - right.timeSeconds);
}

export type HeadProblem =
  | { readonly kind: "source"; readonly problem: SourceProblem }
  | { readonly kind: "finding"; readonly finding: TreeFinding };

/** Reads and judges the log's newest checkpoint. */
export async function readHead(
  engine: Engine,
  source: LogSource,
  trust: Trust,
): Promise<Result<JudgedCheckpoint, HeadProblem>> {
  const bytes = await source.read(checkpointFile, checkpointBytesMax);
  if (!bytes.ok) return refused({ kind: "source", problem: bytes.problem });
  const judged = judgeBytes(engine, bytes.value, trust);
  if (judged.ok) return judged;
  return refused({ kind: "finding", finding: findingOf(checkpointFile, judged.problem) });
}

function judgeBytes(
  engine: Engine,
  bytes: Uint8Array,
  trust: Trust,
): Result<JudgedCheckpoint, CheckpointProblem> {
  const text = utf8Text(bytes);
  return text === null ? refused("not UTF-8") : judgeCheckpoint(engine, text, trust);
}

function findingOf(path: string, problem: CheckpointProblem): TreeFinding {
  const isUnreadable =
    problem === "not UTF-8" || problem === "not a signed note" || problem === "not a checkpoint";
  return { kind: isUnreadable ? "checkpoint-unreadable" : "checkpoint-not-of-this-log", path, problem };
}

/** The checkpoints that a log keeps for ever, judged, and what is wrong with any of them. */
export interface KeptCheckpoints {
  /** By ascending size. */
  readonly checkpoints: readonly JudgedCheckpoint[];
  readonly findings: readonly TreeFinding[];
}

/**
 * Reads the kept checkpoints of the given sizes. Each must lie at its own size, belong to the log and not pass the head.
 * The one of the head's own size is looked for even if no list names it yet: it says when the newest acts were first
 * seen, which the head, signed anew every minute, does not.
 */
export async function readKeptCheckpoints(
  engine: Engine,
  source: LogSource,
  trust: Trust,
  options: {
    readonly sizes: readonly number[];
    readonly head: JudgedCheckpoint;
    readonly progress: Progress;
  },
): Promise<KeptCheckpoints> {
  const checkpoints: JudgedCheckpoint[] = [];
  const findings: TreeFinding[] = [];
  const listed = new Set(options.sizes);
  const headSize = options.head.checkpoint.size;
  const sizes = [...new Set([...listed, headSize])].sort((left, right) => left - right);
  const read = readAhead(sizes, async (size) => ({
    size,
    bytes: await source.read(checkpointPath(size), checkpointBytesMax),
  }));
  for await (const { size, bytes } of read) {
    const path = checkpointPath(size);
    options.progress.at(checkpoints.length, sizes.length);
    if (!bytes.ok) {
      if (bytes.problem.kind === "missing" && !listed.has(size)) continue;
      findings.push({ kind: "file-problem", problem: bytes.problem });
      continue;
    }
    const judged = judgeBytes(engine, bytes.value, trust);
    const finding = judged.ok
      ? misplacement(path, size, judged.value, options.head)
      : findingOf(path, judged.problem);
    if (finding !== null) findings.push(finding);
    else if (judged.ok) checkpoints.push(judged.value);
  }
  options.progress.end();
  return { checkpoints, findings };
}

function misplacement(
  path: string,
  size: number,
  { checkpoint }: JudgedCheckpoint,
  head: JudgedCheckpoint,
): TreeFinding | null {
  if (checkpoint.size !== size) return { kind: "checkpoint-misplaced", path, size: checkpoint.size };
  if (checkpoint.origin !== head.checkpoint.origin) {
    return { kind: "checkpoint-not-of-this-log", path, problem: `its origin is ${checkpoint.origin}` };
  }
  if (size > head.checkpoint.size) {
    return { kind: "checkpoint-beyond-head", path, head: head.checkpoint.size };
  }
  return null;
}

/** Sizes of the kept checkpoints among published paths, from `above` on. */
export function keptSizes(paths: Iterable<string>, above: number): number[] {
  const sizes: number[] = [];
  for (const path of paths) {
    const size = sizeOfCheckpointPath(path);
    if (size !== null && size > above) sizes.push(size);
  }
  return sizes;
}
