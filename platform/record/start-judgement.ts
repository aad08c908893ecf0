/**
 * May the sequencer go on from here? Head in the database, head in the lock file outside of it, and staged batches
 * are compared. Whatever could make the log say two things refuses to start, with what the operator can do.
 */
import { equalBytes } from "#core/bytes.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import type { Head } from "./ledger-store.ts";
import type { StagedBatch } from "./staged-batch.ts";

/** The signed checkpoint that the lock file holds. */
export interface LockHead {
  readonly size: number;
  readonly note: string;
}

export type StartProblem =
  | { readonly kind: "another-sequencer-runs" }
  | { readonly kind: "origin-differs"; readonly inDatabase: string; readonly configured: string }
  | { readonly kind: "log-key-differs" }
  | { readonly kind: "log-key-lost" }
  | { readonly kind: "lock-head-lost"; readonly databaseSize: number }
  | { readonly kind: "lock-head-damaged" }
  | { readonly kind: "database-behind"; readonly databaseSize: number; readonly lockSize: number }
  | { readonly kind: "lock-head-behind"; readonly databaseSize: number; readonly lockSize: number }
  | { readonly kind: "heads-differ"; readonly size: number }
  | { readonly kind: "tiles-damaged"; readonly size: number; readonly detail: string }
  | {
      readonly kind: "witness-saw-larger";
      readonly witness: string;
      readonly witnessSize: number;
      readonly size: number;
    }
  | { readonly kind: "witness-saw-other-tree"; readonly witness: string; readonly size: number };

export interface StartPlan {
  /** The batch to apply again; `null` when none is half done. */
  readonly resume: StagedBatch | null;
  /** Whether its compare-and-swap happened: then it only has to be finished. */
  readonly committed: boolean;
  /** Staged batches that lost their race, or were finished: their notes never left. */
  readonly discard: readonly StagedBatch[];
  /** The lock file was never written: a log that has not begun. */
  readonly writeLockHead: boolean;
}

/** Judges what is found at start. `head` is the database's, `lock` the file's, `null` when there is no file. */
export function judgeStart(
  head: Head,
  lock: LockHead | null,
  staged: readonly StagedBatch[],
): Result<StartPlan, StartProblem> {
  const finished = staged.find((batch) => batch.newSize === head.size && equalBytes(batch.root, head.root));
  const uncommitted = staged.find(
    (batch) => batch.oldSize === head.size && equalBytes(batch.oldRoot, head.root),
  );
  const resume = finished ?? uncommitted ?? null;
  const plan: StartPlan = {
    resume,
    committed: finished !== undefined,
    discard: staged.filter((batch) => batch !== resume && batch !== uncommitted),
    writeLockHead: lock === null,
  };
  if (lock === null) {
    // Between the row of an empty log and its first lock file nothing can have been signed but the empty tree.
    return head.size === 0 ? ok(plan) : refused({ kind: "lock-head-lost", databaseSize: head.size });
  }
  if (lock.size > head.size) {
    return refused({ kind: "database-behind", databaseSize: head.size, lockSize: lock.size });
  }
  if (lock.size === head.size) {
    return lock.note === head.note ? ok(plan) : refused({ kind: "heads-differ", size: head.size });
  }
  // Only a crash between the compare-and-swap and the lock file explains this, and it leaves the staged batch.
  if (finished !== undefined && finished.oldSize === lock.size) return ok(plan);
  return refused({ kind: "lock-head-behind", databaseSize: head.size, lockSize: lock.size });
}

/** A start problem as sentences for the operator: what was found, and what to do. */
export function describeStartProblem(problem: StartProblem): string {
  switch (problem.kind) {
    case "another-sequencer-runs":
      return "Another worker sequences this log already. Stop it first, or leave this one stopped.";
    case "origin-differs":
      return `The log in the database is named "${problem.inDatabase}", the configuration says "${problem.configured}". A log keeps its name for ever: set AYDYN_LOG_ORIGIN back.`;
    case "log-key-differs":
      return "The log's key does not verify the log's own checkpoint. Put the key file back from its backup; a new key needs a new log.";
    case "log-key-lost":
      return "The log has begun, but its key file is missing. Put it back from its backup; a new key needs a new log.";
    case "lock-head-lost":
      return `The database says ${problem.databaseSize} entries, but the lock head file is missing, so nobody can tell whether the database was restored to an older state. Put the file back. If it is lost for good, compare ${problem.databaseSize} with what every witness recorded; only if none is larger, write the column "note" of ledger.head into the file.`;
    case "lock-head-damaged":
      return "The lock head file does not hold a checkpoint signed by this log. Put it back from its backup.";
    case "database-behind":
      return `The database says ${problem.databaseSize} entries, but ${problem.lockSize} were signed already: it was restored to an older state. Restore a newer backup or replay the write-ahead log; entries that were signed must not be signed differently.`;
    case "lock-head-behind":
      return `The database says ${problem.databaseSize} entries, the lock head file only ${problem.lockSize}, and no half-done batch explains it: another machine went on with this log, or the folder was restored from an older state. Start the worker where the newer folder lies.`;
    case "heads-differ":
      return `Database and lock head file hold different checkpoints of ${problem.size} entries. One of them belongs to another copy of this log. Do not publish; find out which one the witnesses saw.`;
    case "tiles-damaged":
      return `The published tiles do not give the root of the ${problem.size} entries that were signed (${problem.detail}). Copy the folder back from a mirror or a backup.`;
    case "witness-saw-larger":
      return `The witness ${problem.witness} cosigned ${problem.witnessSize} entries, but here are only ${problem.size}: database and folder were both restored to an older state. Restore a newer backup. If the witness is wrong, leave it out of the configuration and tell its operator.`;
    case "witness-saw-other-tree":
      return `The witness ${problem.witness} cosigned a tree that ours of ${problem.size} entries does not continue. Do not publish: one of the two was changed. Compare with a mirror.`;
    default:
      return unreachable(problem);
  }
}

/** Thrown while running, when going on could make the log say two things. The worker stops and shows the sentence. */
export class SequencerStoppedError extends Error {
  readonly problem: StartProblem | { readonly kind: "lost-the-race" };
  constructor(problem: StartProblem | { readonly kind: "lost-the-race" }) {
    super(
      problem.kind === "lost-the-race"
        ? "Another sequencer went on with this log; this one stops and published nothing of its own."
        : describeStartProblem(problem),
    );
    this.name = "SequencerStoppedError";
    this.problem = problem;
  }
}
