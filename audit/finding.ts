import { describeRecordFinding, type RecordFinding } from "./record/record-finding.ts";
import { describeTreeFinding, type TreeFinding } from "./tree/tree-finding.ts";

/** Something because of which a log does not verify. */
export type Finding = TreeFinding | RecordFinding;

const treeKinds: ReadonlySet<string> = new Set<TreeFinding["kind"]>([
  "file-problem",
  "tile-differs",
  "root-differs",
  "checkpoint-unreadable",
  "checkpoint-not-of-this-log",
  "checkpoint-misplaced",
  "checkpoint-beyond-head",
  "quorum-missing",
  "cosignature-stale",
  "shrunk",
  "head-contradicts-known",
]);

/** A finding as a sentence. */
export function describeFinding(finding: Finding): string {
  return isTreeFinding(finding) ? describeTreeFinding(finding) : describeRecordFinding(finding);
}

/** Whether the tree itself is at fault: its files, roots, signatures. */
export function isTreeFinding(finding: Finding): finding is TreeFinding {
  return treeKinds.has(finding.kind);
}
