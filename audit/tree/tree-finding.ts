import { unreachable } from "#core/result.ts";
import { describeSourceProblem } from "../source/log-source.ts";
import type { TileReadProblem } from "./published-tiles.ts";

/** What can be wrong with a log as a tree of entries, whatever its entries mean. */
export type TreeFinding =
  | { readonly kind: "file-problem"; readonly problem: TileReadProblem }
  | { readonly kind: "tile-differs"; readonly path: string; readonly hash: number }
  | { readonly kind: "root-differs"; readonly size: number }
  | { readonly kind: "checkpoint-unreadable"; readonly path: string; readonly problem: string }
  | { readonly kind: "checkpoint-not-of-this-log"; readonly path: string; readonly problem: string }
  | { readonly kind: "checkpoint-misplaced"; readonly path: string; readonly size: number }
  | { readonly kind: "checkpoint-beyond-head"; readonly path: string; readonly head: number }
  | { readonly kind: "quorum-missing"; readonly witnesses: readonly string[] }
  | { readonly kind: "cosignature-stale"; readonly timeSeconds: number; readonly ageMinutesMax: number }
  | { readonly kind: "shrunk"; readonly size: number; readonly knownSize: number }
  | { readonly kind: "head-contradicts-known"; readonly size: number; readonly knownSize: number };

/** A finding as a sentence. */
export function describeTreeFinding(finding: TreeFinding): string {
  switch (finding.kind) {
    case "file-problem":
      return describeTileReadProblem(finding.problem);
    case "tile-differs":
      return `${finding.path}: hash ${finding.hash} is not the hash of what it stands for; entry or tile was altered`;
    case "root-differs":
      return `the checkpoint of size ${finding.size} signs another root than the entries have`;
    case "checkpoint-unreadable":
      return `${finding.path} is not a checkpoint (${finding.problem})`;
    case "checkpoint-not-of-this-log":
      return `${finding.path} is not a valid checkpoint of this log (${finding.problem})`;
    case "checkpoint-misplaced":
      return `${finding.path} holds a checkpoint of size ${finding.size}`;
    case "checkpoint-beyond-head":
      return `${finding.path} is larger than the published checkpoint (${finding.head} entries): entries are withheld`;
    case "quorum-missing":
      return `the checkpoint lacks the policy's quorum of witnesses (valid: ${finding.witnesses.join(", ") || "none"})`;
    case "cosignature-stale":
      return finding.timeSeconds === 0
        ? "no witness has cosigned the checkpoint"
        : `the newest cosignature is of ${new Date(finding.timeSeconds * 1000).toISOString()}, older than ${finding.ageMinutesMax} minutes`;
    case "shrunk":
      return `the log has ${finding.size} entries, but it has been seen with ${finding.knownSize}`;
    case "head-contradicts-known":
      return `the checkpoint of size ${finding.size} contradicts the one known of size ${finding.knownSize}: the log shows two histories`;
    default:
      return unreachable(finding);
  }
}

/** Why a tile or bundle could not be used, as a sentence. */
export function describeTileReadProblem(problem: TileReadProblem): string {
  return problem.kind === "wrong-shape"
    ? `${problem.path} does not hold as many hashes or entries as its name says`
    : describeSourceProblem(problem);
}
