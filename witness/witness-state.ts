import { equalBytes } from "#core/bytes.ts";

/** What a witness remembers of a log: the largest consistent tree that it ever cosigned. */
export interface LogRecord {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Unix seconds of the latest cosignature: no later one says less. */
  readonly timeSeconds: number;
  /** The checkpoint with the log's signature and the witness' own latest cosignature. */
  readonly note: string;
}

/** Two checkpoints that a log signed and that cannot both be true of one append-only log. */
export interface Contradiction {
  readonly origin: string;
  readonly size: number;
  /** The checkpoint that the witness has cosigned; empty before the first one. */
  readonly recorded: string;
  /** The one that contradicts it, with all signatures that came with it. */
  readonly presented: string;
}

/**
 * The memory of a witness. Its whole worth hangs on `replace`: once it has resolved, no crash, restart or second
 * process may bring an older record back.
 */
export interface WitnessState {
  /** The record of a log; `null` before the first. */
  read(origin: string): Promise<LogRecord | null>;
  /** Replaces `expected` by `next`, durably before it resolves. `false`, with nothing changed, if the record is another. */
  replace(expected: LogRecord | null, next: LogRecord): Promise<boolean>;
  /** Keeps a proof of fraud. The same one again changes nothing. */
  keepEvidence(contradiction: Contradiction): Promise<void>;
  /** How many proofs of fraud are kept of a log. */
  countEvidence(origin: string): Promise<number>;
}

/** Whether two records say the same. */
export function isSameRecord(left: LogRecord | null, right: LogRecord | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.origin === right.origin &&
    left.size === right.size &&
    left.timeSeconds === right.timeSeconds &&
    left.note === right.note &&
    equalBytes(left.root, right.root)
  );
}

/** A memory that ends with the process: for tests and simulations, never for a witness that anyone relies on. */
export function memoryState(): WitnessState & { readonly evidence: readonly Contradiction[] } {
  const records = new Map<string, LogRecord>();
  const evidence: Contradiction[] = [];
  return {
    evidence,
    read: async (origin) => records.get(origin) ?? null,
    replace: async (expected, next) => {
      if (!isSameRecord(records.get(next.origin) ?? null, expected)) return false;
      records.set(next.origin, next);
      return true;
    },
    keepEvidence: async (contradiction) => {
      if (!evidence.some((kept) => kept.presented === contradiction.presented)) evidence.push(contradiction);
    },
    countEvidence: async (origin) => evidence.filter((kept) => kept.origin === origin).length,
  };
}
