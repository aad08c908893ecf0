import { equalBytes } from "#core/bytes.ts";
import { type CivilDate, civilDateOfDays } from "#core/clock/civil-date.ts";
import { latestLawfulDue } from "#core/clock/deadline.ts";
import { isFilingKind } from "#core/clock/rules.ts";
import type { Engine } from "#core/log/engine.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import type { Leaf } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { issuedMark, offlinePad, registeredMark, type Stub } from "#core/record/stub.ts";
import type { VoidReason } from "#core/record/stub-acts.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { Progress } from "../terminal/progress.ts";
import type { LogAtHand } from "./receipt-against.ts";
import { findCommitment, type PlacedStubAct, readStubActs } from "./stub-reading.ts";

/** Where the pad of a stub stands in the log. */
export interface PadPlace {
  readonly index: number;
  /** The batch's time, as the body claims it. */
  readonly time: number;
  readonly stubs: number;
}

/** What a log says of the paper of a stub. */
export type StubVerdict = {
  /** `null` for a stub of the offline page, which no pad vouches for. */
  readonly pad: PadPlace | null;
} & (
  | {
      readonly standing: "registered";
      /** The public act that names the stub. */
      readonly stubIndex: number;
      /** The filing that it names. */
      readonly index: number;
      readonly leaf: Leaf;
      /** How the due day fits the day on the stub; `null` when no day was given or the rules are not known. */
      readonly dayKept: DayKept | null;
    }
  | { readonly standing: "void"; readonly index: number; readonly time: number; readonly reason: VoidReason }
  | { readonly standing: "not-registered" }
);

/** Whether the record counts from the day on which the paper was handed in. */
export interface DayKept {
  /** The latest due that the law allows for a paper handed in on that day. */
  readonly lawful: CivilDate;
  readonly due: CivilDate;
  readonly kept: boolean;
}

export type StubFailure =
  /** Nothing can be said of any stub: a reason in words. */
  | { readonly kind: "cannot-say"; readonly reason: string }
  /** No act of this log has issued such a pad, or not with that many sheets. */
  | { readonly kind: "no-such-pad" }
  | { readonly kind: "code-differs"; readonly index: number }
  /** An act says that the stub is registered, under an entry that is no filing of this log. */
  | { readonly kind: "registration-empty"; readonly stubIndex: number }
  /** Two stubs are said to be registered by one filing: at least one of them is not. */
  | { readonly kind: "registration-shared"; readonly stubIndex: number; readonly otherIndex: number };

/**
 * Holds a stub against a log: was its pad issued there, and does any registration up to the log's checkpoint name it?
 * "Not registered" is said only after every entry and every public act about stubs was read.
 */
export async function verifyStub(
  around: {
    readonly engine: Engine;
    readonly log: LogAtHand;
    readonly parameters: Parameters | null;
    readonly progress: Progress;
  },
  stub: Stub,
  handedIn: CivilDate | null,
): Promise<Result<StubVerdict, StubFailure>> {
  const { engine, log, progress, parameters } = around;
  const { origin } = log.head.checkpoint;
  const read = await readStubActs(engine, log, progress);
  if (!read.ok) return refused({ kind: "cannot-say", reason: read.problem });
  const pad = findPad(read.value, origin, stub);
  if (!pad.ok) return pad;
  const registered = findRegistered(read.value, origin, stub);
  if (registered !== null) {
    const { filing } = registered;
    const other = findOther(read.value, registered);
    if (other !== null) {
      const { stubIndex } = registered;
      return refused({ kind: "registration-shared", stubIndex, otherIndex: other });
    }
    const found = await findCommitment(engine, log, (each) => equalBytes(each, filing), progress);
    if (!found.ok) return refused({ kind: "cannot-say", reason: found.problem });
    const { stubIndex } = registered;
    const kind = found.value && kindOfLeafNumber(found.value.leaf.kind);
    if (found.value === null || kind === null || !isFilingKind(kind)) {
      return refused({ kind: "registration-empty", stubIndex });
    }
    const { index, leaf } = found.value;
    const dayKept = handedIn === null || parameters === null ? null : compareDay(leaf, handedIn, parameters);
    return ok({ pad: pad.value, standing: "registered", stubIndex, index, leaf, dayKept });
  }
  return ok({ pad: pad.value, ...(findVoid(read.value, stub) ?? { standing: "not-registered" }) });
}

function findPad(
  acts: readonly PlacedStubAct[],
  origin: string,
  stub: Stub,
): Result<PadPlace | null, StubFailure> {
  if (stub.pad === offlinePad) return ok(null);
  for (const { index, leaf, act } of acts) {
    if (act.kind !== "pad-issued" || act.part.body !== stub.body || act.part.pad !== stub.pad) continue;
    const mark = act.part.marks[stub.number - 1];
    if (mark === undefined) return refused({ kind: "no-such-pad" });
    // The first act binds: a second one of the same number could only be meant to deny the first.
    return equalBytes(mark, issuedMark(origin, stub))
      ? ok({ index, time: leaf.time, stubs: act.part.marks.length })
      : refused({ kind: "code-differs", index });
  }
  return refused({ kind: "no-such-pad" });
}

function findRegistered(
  acts: readonly PlacedStubAct[],
  origin: string,
  stub: Stub,
): { readonly stubIndex: number; readonly filing: Uint8Array } | null {
  const mark = registeredMark(origin, stub);
  for (const { index, act } of acts) {
    if (act.kind === "stub-registered" && equalBytes(act.part.mark, mark)) {
      return { stubIndex: index, filing: act.part.filing };
    }
  }
  return null;
}

/** Another act that names the same filing, under another mark; `null` when there is none. */
function findOther(
  acts: readonly PlacedStubAct[],
  registered: { readonly stubIndex: number; readonly filing: Uint8Array },
): number | null {
  const other = acts.find(
    ({ index, act }) =>
      index !== registered.stubIndex &&
      act.kind === "stub-registered" &&
      equalBytes(act.part.filing, registered.filing),
  );
  return other?.index ?? null;
}

function findVoid(acts: readonly PlacedStubAct[], stub: Stub) {
  for (const { index, leaf, act } of acts) {
    if (act.kind !== "stubs-voided") continue;
    const { body, pad, from, to, reason } = act.part;
    if (body === stub.body && pad === stub.pad && from <= stub.number && stub.number <= to) {
      return { standing: "void", index, time: leaf.time, reason } as const;
    }
  }
  return null;
}

const minuteMs = 60_000;

/** The day on the stub gives a latest lawful due; a leaf with a later one counts from a later day. */
function compareDay(leaf: Leaf, handedIn: CivilDate, parameters: Parameters): DayKept | null {
  const kind = kindOfLeafNumber(leaf.kind);
  if (kind === null || leaf.due === 0) return null;
  const act = { kind, body: leaf.body, day: handedIn, at: leaf.time + minuteMs - 1, claimedDue: null };
  const { due: lawful } = latestLawfulDue(null, act, parameters);
  if (lawful === null) return null;
  const due = civilDateOfDays(leaf.due);
  return { lawful, due, kept: due <= lawful };
}
