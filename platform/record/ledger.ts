/**
 * What the sequencer asks of the database: the tables of one log, and the acts whose parts are shown to everyone.
 * The programs use PostgreSQL; a simulation puts another in its place, which dies and loses answers from a seed.
 */
import type { Instant } from "#core/clock/civil-date.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PendingGroup } from "./batch.ts";
import {
  type BatchToCommit,
  commitBatch,
  createHead,
  type Head,
  readHead,
  recordWitnessed,
  releasedGroups,
} from "./ledger-store.ts";
import { type PublishedAct, publicActsBelow, publishedActs } from "./published-act-store.ts";
import { type SequencerLock, takeSequencerLock } from "./sequencer-lock-store.ts";

export interface Ledger {
  /** Keeps other sequencers of the log out; `null` when another holds the lock. */
  takeLock(): Promise<SequencerLock | null>;
  /** `null` for a log that has not begun. */
  readHead(): Promise<Head | null>;
  /** Begins the log with the signed checkpoint of the empty tree. */
  createHead(head: {
    readonly origin: string;
    readonly root: Uint8Array;
    readonly note: string;
  }): Promise<void>;
  /** Whole groups that are released at `now`, first come first, from the first `count` acts of the queue on. */
  releasedGroups(now: Instant, count: number): Promise<readonly PendingGroup[]>;
  /** The compare-and-swap: all of it or nothing. `false` when somebody was faster or the lock is lost. */
  commitBatch(
    batch: BatchToCommit,
    fence: { readonly note: string; readonly lock: SequencerLock },
  ): Promise<boolean>;
  /** Notes that entries below `size` were first witnessed then (milliseconds). Twice is once. */
  recordWitnessed(checkpoint: { readonly size: number; readonly witnessedAt: Instant | null }): Promise<void>;
  /** The acts with published parts whose index lies in a range. */
  publishedActs(range: { readonly from: number; readonly to: number }): Promise<readonly PublishedAct[]>;
  /** The acts of the state about itself below an index. */
  publicActsBelow(size: number): Promise<readonly PublishedAct[]>;
}

/** The ledger of a log in PostgreSQL; `sql` is connected as the worker. */
export function openLedger(sql: Sql, log: string): Ledger {
  return {
    takeLock: () => takeSequencerLock(sql, log),
    readHead: () => readHead(sql, log),
    createHead: (head) => createHead(sql, log, head),
    releasedGroups: (now, count) => releasedGroups(sql, log, now, count),
    commitBatch: (batch, fence) => commitBatch(sql, batch, fence),
    recordWitnessed: (checkpoint) => recordWitnessed(sql, log, checkpoint),
    publishedActs: (range) => publishedActs(sql, log, range),
    publicActsBelow: (size) => publicActsBelow(sql, log, size),
  };
}
