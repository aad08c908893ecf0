/** What the other parts hand to the record and get back. */
import type { CivilDate, Instant } from "#core/clock/civil-date.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { BodyNumber } from "#core/record/leaf.ts";

/** A log of ours, such as "executive": one per branch of power. Made by `parseLogName` alone. */
export type LogName = string & { readonly __brand: "LogName" };

const logNamePattern = /^[a-z][a-z0-9-]{0,31}$/;

/** Reads a log's name: lower-case letters, digits, hyphens; `null` for anything else. It names folders and keys. */
export function parseLogName(text: string): LogName | null {
  return logNamePattern.test(text) ? (text as LogName) : null;
}

export interface PartToAppend {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** `sealed` for what leads to a person: encrypted, and closed to the desks. */
  readonly store: "open" | "sealed";
  /** Shown to everyone beside the log, for ever copied by strangers: only after warning and consent. Never with `sealed`. */
  readonly publish?: boolean;
}

export interface ActToAppend {
  readonly log: LogName;
  readonly kind: ActKind;
  /** 16 bytes, drawn per case; `null` for an act about no case. */
  readonly caseTag: Uint8Array | null;
  /** The body in whose register the act is entered (for a small register its parent: see Parameters). */
  readonly body: BodyNumber;
  /** The day by which the body owes the next act after this one; `null` when it owes none. */
  readonly due: CivilDate | null;
  /** A role or a post, never a person. */
  readonly actor: string;
  /** When it happened, exact. The leaf shows only the batch's minute. */
  readonly at: Instant;
  /** When it was entered, if that was later: a paper from a village without a line. `at` when left out. */
  readonly enteredAt?: Instant;
  readonly parts: readonly PartToAppend[];
  /** The act enters the log no earlier than this; see `delayedRelease`. At once when left out. */
  readonly releaseAt?: Instant;
  /**
   * 32 secret bytes of one submission. All nonces come from them, so the same submission sent again has the same
   * commitment and is the same act with the same index. Without them nonces are drawn.
   */
  readonly submission?: Uint8Array;
}

export interface AppendedPart {
  readonly name: string;
  readonly nonce: Uint8Array;
  readonly commitment: Uint8Array;
}

export interface AppendedAct {
  readonly actId: string;
  /** The case tag, or the random bytes under which an act about no case is kept. */
  readonly subject: Uint8Array;
  readonly commitment: Uint8Array;
  /** Canonical JSON, see `core/record/payload.ts`. */
  readonly payload: string;
  readonly nonce: Uint8Array;
  readonly parts: readonly AppendedPart[];
  /** Whether the same submission was appended before: nothing was written now. */
  readonly repeated: boolean;
}

/** Sealed and nameless filings enter the log at most so much later (record.md section 1). */
export const releaseDelayMaxMs = 24 * 60 * 60 * 1_000;
/** The hours after midnight over which they are spread. */
const releaseSpreadMs = 6 * 60 * 60 * 1_000;

/**
 * When a sealed or nameless filing may enter the log: at a random moment of the first hours after the civil day on
 * which it was filed (`dayEnd` is that day's end). A leaf's due day tells the day of filing anyway; of the time within
 * the day it then tells nothing, since every filing from six in the morning on has the same chances. A delay drawn from
 * the moment of filing would: the first visitor of a café could be followed by the leaf before anybody else has come.
 */
export function delayedRelease(
  at: Instant,
  dayEnd: Instant,
  randomBytes: (length: number) => Uint8Array,
): Instant {
  const latest = Math.min(dayEnd + releaseSpreadMs, at + releaseDelayMaxMs);
  const earliest = Math.min(dayEnd, latest);
  const random = randomBytes(6).reduce((value, byte) => value * 256 + byte, 0);
  return earliest + Math.floor((random / 2 ** 48) * (latest - earliest + 1));
}
