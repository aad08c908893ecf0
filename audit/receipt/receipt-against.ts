import { equalBytes } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { decodeLeaf, type Leaf, wholeMinute } from "#core/record/leaf.ts";
import type { BodyKey } from "#core/record/parameters.ts";
import type { QueuedStatement } from "#core/record/queued-promise.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { compareHeads } from "../evidence/compare-heads.ts";
import type { FraudEvidence } from "../evidence/fraud-file.ts";
import type { Finding } from "../finding.ts";
import { OpeningCheck } from "../record/opening-check.ts";
import { readPublishedParameters } from "../record/published-parameters.ts";
import type { RecordFinding } from "../record/record-finding.ts";
import type { LogSource, SourceProblem } from "../source/log-source.ts";
import { rememberingSource } from "../source/remembering-source.ts";
import type { Progress } from "../terminal/progress.ts";
import { auditTree } from "../tree/audit-tree.ts";
import { type JudgedCheckpoint, readHead } from "../tree/checkpoints.ts";
import { readProvedEntry } from "../tree/proved-entry.ts";
import type { TileReadProblem } from "../tree/published-tiles.ts";
import { type Trust, withWitnessesOfLog } from "../tree/trust.ts";

/** A log that a receipt is held against: its head, and the keys of its bodies as far as its leaves prove them. */
export interface LogAtHand {
  readonly source: LogSource;
  readonly head: JudgedCheckpoint;
  readonly trust: Trust;
  /** Every key that a body ever had; `null` when the leaves do not prove them. */
  readonly bodyKeys: readonly BodyKey[] | null;
}

export type LogAtHandProblem =
  | { readonly kind: "unreachable"; readonly problem: SourceProblem }
  | { readonly kind: "unusable"; readonly finding: Finding };

/** Reads what is needed of a log to hold a receipt against it. */
export async function openLog(
  engine: Engine,
  source: LogSource,
  trust: Trust,
): Promise<Result<LogAtHand, LogAtHandProblem>> {
  const parameters = await readPublishedParameters(source);
  const known = withWitnessesOfLog(trust, parameters.ok ? parameters.value.witnessKeys : []);
  const head = await readHead(engine, source, known);
  if (!head.ok) {
    return refused(
      head.problem.kind === "source"
        ? { kind: "unreachable", problem: head.problem.problem }
        : { kind: "unusable", finding: head.problem.finding },
    );
  }
  const findings: RecordFinding[] = [];
  const acts = parameters.ok ? parameters.value.acts : [];
  const openings = new OpeningCheck(
    { source, acts, payloadIndexes: [], erased: new Set() },
    (finding) => void findings.push(finding),
  );
  const { checkpoint } = head.value;
  await openings.judgeKnown(engine, { fromIndex: checkpoint.size, checkpoint });
  const proved = parameters.ok && findings.length === 0;
  return ok({ source, head: head.value, trust: known, bodyKeys: proved ? parameters.value.bodyKeys : null });
}

export type ProofAgainst =
  /** The log only appended to what the receipt proves. */
  | { readonly kind: "agrees" }
  /** The log at hand is smaller than the tree of the receipt: an old mirror, or entries were removed. */
  | { readonly kind: "log-is-smaller"; readonly size: number }
  | { readonly kind: "contradiction"; readonly evidence: FraudEvidence }
  | { readonly kind: "tiles-differ" }
  | { readonly kind: "unreadable"; readonly problem: TileReadProblem };

/** Holds the checkpoint of a receipt against the log at hand. */
export async function holdAgainst(
  engine: Engine,
  log: LogAtHand,
  receiptCheckpoint: JudgedCheckpoint,
): Promise<ProofAgainst> {
  const size = log.head.checkpoint.size;
  if (size < receiptCheckpoint.checkpoint.size) return { kind: "log-is-smaller", size };
  const heads = { one: receiptCheckpoint, other: log.head };
  const compared = await compareHeads(engine, log.source, log.trust, heads);
  if (!compared.ok) return { kind: "unreadable", problem: compared.problem };
  switch (compared.value.kind) {
    case "consistent":
      return { kind: "agrees" };
    case "contradiction":
      return compared.value;
    case "tiles-differ":
      return { kind: "tiles-differ" };
  }
}

/** The leaf at an index, proved to stand under the head of the log at hand. */
export async function provedLeaf(engine: Engine, log: LogAtHand, index: number): Promise<Uint8Array | null> {
  const { size, root } = log.head.checkpoint;
  const entry = await readProvedEntry(engine, rememberingSource(log.source), { index, size, root });
  return entry.ok ? entry.value : null;
}

export type PromiseKept =
  | { readonly kind: "kept"; readonly index: number; readonly leaf: Leaf }
  /** An act with the promised commitment stands in the log, but not as it was promised. */
  | { readonly kind: "broken"; readonly index: number; readonly leaf: Leaf }
  /** `newestTime`: how far the log at hand goes, in milliseconds; 0 when it cannot be read to its end. */
  | { readonly kind: "not-in-log"; readonly newestTime: number };

/** Looks through the whole log for the act that a body promised to enter. */
export async function findPromised(
  engine: Engine,
  log: LogAtHand,
  promise: QueuedStatement,
  progress: Progress,
): Promise<PromiseKept> {
  const { size, root } = log.head.checkpoint;
  let found: { readonly index: number; readonly leaf: Leaf } | null = null;
  let newestTime = 0;
  const read = await auditTree({
    engine,
    source: log.source,
    size,
    knownSize: 0,
    signedRoots: new Map([[size, [root]]]),
    progress,
    visit: async ({ firstIndex, entries }) => {
      for (const [offset, entry] of entries.entries()) {
        const leaf = decodeLeaf(entry);
        if (!leaf.ok) continue;
        newestTime = Math.max(newestTime, leaf.value.time);
        if (equalBytes(leaf.value.commitment, promise.commitment)) {
          found ??= { index: firstIndex + offset, leaf: leaf.value };
        }
      }
    },
  });
  const match = foundLeaf(found);
  if (match === null || (await provedLeaf(engine, log, match.index)) === null) {
    // Of a mirror with holes nobody can say what it does not hold.
    return { kind: "not-in-log", newestTime: read.findings.length === 0 ? newestTime : 0 };
  }
  const { leaf } = match;
  const isAsPromised =
    leaf.body === promise.body && leaf.due === promise.due && leaf.time >= wholeMinute(promise.time);
  return { kind: isAsPromised ? "kept" : "broken", ...match };
}

/** The compiler does not see that the visitor assigns. */
function foundLeaf(found: { readonly index: number; readonly leaf: Leaf } | null) {
  return found;
}
