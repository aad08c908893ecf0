import { equalBytes } from "#core/bytes.ts";
import type { Checkpoint } from "#core/log/checkpoint.ts";
import type { Engine } from "#core/log/engine.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { type CheckpointProblem, type JudgedCheckpoint, judgeCheckpoint } from "../tree/checkpoints.ts";
import { type Trust, trustNobody } from "../tree/trust.ts";
import type { FraudEvidence } from "./fraud-file.ts";
import { rebuildRoots } from "./rebuild-roots.ts";

export interface ProvedFraud {
  readonly first: JudgedCheckpoint;
  readonly second: JudgedCheckpoint;
  readonly contradiction: "same-size-other-root" | "newer-tree-has-another-past";
  /** Whether the signatures were checked with a key; which one is for the reader to compare. */
  readonly logJudged: boolean;
}

export type FraudProblem =
  | {
      readonly kind: "bad-checkpoint";
      readonly which: "first" | "second";
      readonly problem: CheckpointProblem;
    }
  | { readonly kind: "two-logs" }
  | { readonly kind: "other-key" }
  | { readonly kind: "bad-hashes" }
  | { readonly kind: "no-contradiction" };

/**
 * Whether the evidence stands by itself: both checkpoints are of one log, each is signed by it, and both cannot be
 * true. With a trust that names logs, the key in the evidence must be one of theirs.
 */
export function judgeFraud(
  engine: Engine,
  evidence: FraudEvidence,
  trust: Trust = trustNobody,
): Result<ProvedFraud, FraudProblem> {
  const { logKey } = evidence;
  const isForeign = !trust.logKeys.some((key) => key.text === logKey?.text);
  if (logKey !== null && trust.logKeys.length > 0 && isForeign) return refused({ kind: "other-key" });
  const keys: Trust = logKey === null ? trust : { ...trust, logKeys: [logKey] };
  const first = judgeCheckpoint(engine, evidence.first, keys);
  if (!first.ok) return refused({ kind: "bad-checkpoint", which: "first", problem: first.problem });
  const second = judgeCheckpoint(engine, evidence.second, keys);
  if (!second.ok) return refused({ kind: "bad-checkpoint", which: "second", problem: second.problem });
  if (first.value.checkpoint.origin !== second.value.checkpoint.origin) return refused({ kind: "two-logs" });
  const contradiction = contradictionOf(
    engine,
    first.value.checkpoint,
    second.value.checkpoint,
    evidence.hashes,
  );
  if (!contradiction.ok) return contradiction;
  return ok({
    first: first.value,
    second: second.value,
    contradiction: contradiction.value,
    logJudged: first.value.logJudged,
  });
}

function contradictionOf(
  engine: Engine,
  first: Checkpoint,
  second: Checkpoint,
  hashes: readonly Uint8Array[],
): Result<ProvedFraud["contradiction"], FraudProblem> {
  if (first.size === second.size) {
    const isSame = equalBytes(first.root, second.root);
    return isSame ? refused({ kind: "no-contradiction" }) : ok("same-size-other-root");
  }
  if (first.size > second.size) return refused({ kind: "bad-hashes" });
  const roots = rebuildRoots(engine, { oldSize: first.size, newSize: second.size }, hashes);
  if (roots === null || !equalBytes(roots.newRoot, second.root)) return refused({ kind: "bad-hashes" });
  return equalBytes(roots.oldRoot, first.root)
    ? refused({ kind: "no-contradiction" })
    : ok("newer-tree-has-another-past");
}

/** A refusal as a sentence. */
export function describeFraudProblem(problem: FraudProblem): string {
  switch (problem.kind) {
    case "bad-checkpoint":
      return `the ${problem.which} checkpoint does not count: ${problem.problem}`;
    case "two-logs":
      return "the checkpoints are of two different logs";
    case "other-key":
      return "the evidence names a key that is none of the trusted logs";
    case "bad-hashes":
      return "the hashes do not connect the two checkpoints";
    case "no-contradiction":
      return "the two checkpoints agree: both can be true";
  }
}
