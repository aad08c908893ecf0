import type { Instant } from "#core/clock/civil-date.ts";
import type { Engine, Signer } from "#core/log/engine.ts";
import type { WitnessPolicy } from "#core/log/policy.ts";
import type { Disk } from "#platform/files/disk.ts";
import type { Durability } from "#platform/files/durable-file.ts";
import type { LogName } from "./act.ts";
import type { Ledger } from "./ledger.ts";
import type { WitnessLink } from "./witness-client.ts";

/** The moments between two steps of durability, in their order. A crash at any of them must do no harm. */
export const sequencerSteps = [
  "staged",
  "signed",
  "head-swapped",
  "lock-head-written",
  "tiles-written",
  "cosigned",
  "acts-published",
  "checkpoint-kept",
  "checkpoint-published",
  "staging-deleted",
  "receipts-resolved",
] as const;
export type SequencerStep = (typeof sequencerSteps)[number];

export interface SequencerOptions {
  readonly log: LogName;
  /** The log's name in checkpoints, for ever. */
  readonly origin: string;
  readonly ledger: Ledger;
  readonly engine: Engine;
  /** The log's key. */
  readonly signer: Signer;
  /** Lock head and staged batches: outside the database's backups. */
  readonly stateFolder: string;
  /** What everyone sees. */
  readonly publishedFolder: string;
  readonly durability: Durability;
  /** The file system of this computer by default. */
  readonly disk?: Disk | undefined;
  /** Without its quorum nothing is published. */
  readonly policy: WitnessPolicy;
  readonly witnesses: readonly WitnessLink[];
  readonly now: () => Instant;
  readonly randomBytes: (length: number) => Uint8Array;
  /** How often `files.txt` may be rewritten; 5 s by default. */
  readonly listingEveryMs?: number;
  /** Called between the steps; for crash tests, which throw here. */
  readonly faultPoint?: (step: SequencerStep) => void | Promise<void>;
}
