/** Whether what was signed last, in the file outside the database, is still what the database holds. */
import type { Engine } from "#core/log/engine.ts";
import type { VerifierKey } from "#core/log/note.ts";
import type { Found, HealthCheck } from "#engines/operations/health.ts";
import type { Ledger } from "#platform/record/ledger.ts";
import type { Head } from "#platform/record/ledger-store.ts";
import { lockHeadPath, readLockHead } from "#platform/record/lock-head.ts";
import type { LockHead } from "#platform/record/start-judgement.ts";

export interface LogHeadReading {
  readonly engine: Engine;
  readonly ledger: Pick<Ledger, "readHead">;
  readonly logKey: VerifierKey;
  readonly stateFolder: string;
}

export function logHeadCheck({ engine, ledger, logKey, stateFolder }: LogHeadReading): HealthCheck {
  return {
    name: "log-head",
    look: async () => {
      // The file first: a batch that comes in between moves the database before the file.
      const lock = readLockHead(engine, lockHeadPath(stateFolder), logKey);
      if (!lock.ok) return { state: "failed", facts: { lockHead: "damaged" } };
      return compare(lock.value, await ledger.readHead());
    },
  };
}

/** A database that is ahead has a batch half done, which the worker finishes; everything else a restart would refuse. */
function compare(lock: LockHead | null, head: Head | null): Found {
  const facts = { signedEntries: lock?.size ?? null, databaseEntries: head?.size ?? null };
  if (lock === null) {
    const isLost = head !== null && head.size > 0;
    return isLost
      ? { state: "failed", facts: { ...facts, lockHead: "lost" } }
      : { state: "noticed", facts: { ...facts, lockHead: "none" } };
  }
  if (head === null || head.size < lock.size)
    return { state: "failed", facts: { ...facts, database: "behind" } };
  if (head.size === lock.size && head.note !== lock.note)
    return { state: "failed", facts: { ...facts, lockHead: "differs" } };
  return { state: "fine", facts };
}
