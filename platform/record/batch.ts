/** What goes into one batch, and in which order: pure, so that every rule can be tried without a database. */
import { toHex } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { leafHash } from "#core/log/merkle.ts";
import { tileWidth } from "#core/log/tile.ts";
import { encodeLeaf, hashLength, isZeroTag } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";

/** An act in the queue, with the heads that its leaf continues. */
export interface PendingAct {
  readonly groupId: string;
  readonly actId: string;
  readonly subject: Uint8Array;
  readonly kind: number;
  readonly body: number;
  readonly due: number;
  readonly caseTag: Uint8Array;
  readonly commitment: Uint8Array;
  readonly publishes: boolean;
  /** Last serial given to the body; 0 before its first. */
  readonly bodySerial: number;
  /** Leaf hash of the last act of the case in the log; `null` before its first. */
  readonly caseHead: Uint8Array | null;
}

export type PendingGroup = readonly PendingAct[];

export interface BatchEntry {
  readonly leaf: Uint8Array;
  readonly leafHash: Uint8Array;
  readonly commitment: Uint8Array;
  readonly subject: Uint8Array;
  readonly actId: string;
  readonly publishes: boolean;
}

/** A batch with the heads that it leaves behind. */
export interface Batch {
  readonly entries: readonly BatchEntry[];
  readonly bodyHeads: readonly { readonly body: number; readonly serial: number }[];
  readonly caseHeads: readonly { readonly caseTag: Uint8Array; readonly leafHash: Uint8Array }[];
}

/** Entries of one batch: a full tile. */
export const batchEntriesMax = tileWidth;

/**
 * The groups that enter next, from those released, in the order of the queue. When more waits than fits to the next
 * full tile, the batch ends there, so that a busy log writes no partial tiles. A group is never split.
 */
export function chooseGroups(released: readonly PendingGroup[], size: number): readonly PendingGroup[] {
  const aligned = takeWhole(released, batchEntriesMax - (size % batchEntriesMax));
  return aligned.length > 0 ? aligned : takeWhole(released, batchEntriesMax);
}

function takeWhole(released: readonly PendingGroup[], entriesMax: number): readonly PendingGroup[] {
  let entries = 0;
  const end = released.findIndex((group) => {
    entries += group.length;
    return entries > entriesMax;
  });
  return end < 0 ? released : released.slice(0, end);
}

/**
 * Puts groups into a random order, so that the log does not show who came before whom within a batch. Groups that
 * share a case keep their order (record.md section 1), and so do the public acts of the state: a body cannot stand in
 * the log before its parent.
 */
export function shuffleGroups(
  groups: readonly PendingGroup[],
  randomBytes: (length: number) => Uint8Array,
): readonly PendingGroup[] {
  const lastInLane = new Map<string, number>();
  const waiting = groups.map((group, position) => {
    const lanes = new Set(group.flatMap(lanesOf));
    const after = [...lanes].flatMap((lane) => lastInLane.get(lane) ?? []);
    for (const lane of lanes) lastInLane.set(lane, position);
    return { group, position, after, key: toHex(randomBytes(16)) };
  });
  const byKey = waiting.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  const order: PendingGroup[] = [];
  const placed = new Set<number>();
  while (byKey.length > 0) {
    const next = byKey.findIndex(({ after }) => after.every((position) => placed.has(position)));
    const [taken] = byKey.splice(next, 1);
    assert(next >= 0 && taken !== undefined, "the first of the groups left may always follow");
    placed.add(taken.position);
    order.push(taken.group);
  }
  return order;
}

/** What an act must keep its place in: its case, and the sequence of public acts. */
function lanesOf(act: PendingAct): readonly string[] {
  const lanes = hasCase(act) ? [toHex(act.caseTag)] : [];
  return act.publishes ? [...lanes, "public"] : lanes;
}

/** Fills in what only the sequencer knows: time, serials without gaps, hashes of the acts before. */
export function buildBatch(engine: Engine, groups: readonly PendingGroup[], leafTime: number): Batch {
  const serials = new Map<number, number>();
  const heads = new Map<string, { readonly caseTag: Uint8Array; readonly leafHash: Uint8Array }>();
  const entries = groups.flat().map((act): BatchEntry => {
    const tag = toHex(act.caseTag);
    const serial = (serials.get(act.body) ?? act.bodySerial) + 1;
    const previous = heads.get(tag)?.leafHash ?? act.caseHead ?? new Uint8Array(hashLength);
    const leaf = encodeLeaf({
      kind: act.kind,
      body: act.body,
      serial: BigInt(serial),
      time: leafTime,
      due: act.due,
      caseTag: act.caseTag,
      commitment: act.commitment,
      previous: hasCase(act) ? previous : new Uint8Array(hashLength),
    });
    const hash = leafHash(engine, leaf);
    serials.set(act.body, serial);
    if (hasCase(act)) heads.set(tag, { caseTag: act.caseTag, leafHash: hash });
    const { commitment, subject, actId, publishes } = act;
    return { leaf, leafHash: hash, commitment, subject, actId, publishes };
  });
  return {
    entries,
    bodyHeads: [...serials].map(([body, serial]) => ({ body, serial })),
    caseHeads: [...heads.values()],
  };
}

function hasCase(act: PendingAct): boolean {
  return !isZeroTag(act.caseTag);
}
