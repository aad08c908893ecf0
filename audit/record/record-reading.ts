import { hashLength } from "#core/log/merkle.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import { isZeroTag, type Leaf } from "#core/record/leaf.ts";
import type { VisitedBundle } from "../tree/audit-tree.ts";
import type { CosignatureTimes } from "../tree/cosignature-times.ts";
import type { CaseReading } from "./case-reading.ts";
import type { LeafChain } from "./leaf-chain.ts";
import type { OpeningCheck } from "./opening-check.ts";
import { TimeGaps } from "./time-gaps.ts";

export interface RecordReadingParts {
  /** The first entry that has not been judged before. */
  readonly fromIndex: number;
  readonly chain: LeafChain;
  readonly openings: OpeningCheck;
  /** `null` when the parameters cannot be used: then deadlines cannot be judged. */
  readonly cases: CaseReading | null;
  readonly times: CosignatureTimes;
}

/** Judges entries as leaves of the record while the tree is read, bundle by bundle. */
export class RecordReading {
  readonly #parts: RecordReadingParts;
  readonly #gaps = new TimeGaps();
  /** Number of entries by kind of act, as numbers: kinds that this version does not know are counted too. */
  readonly #kinds = new Map<number, number>();
  #latestTime = 0;

  constructor(parts: RecordReadingParts) {
    this.#parts = parts;
  }

  get gaps(): TimeGaps["gaps"] {
    return this.#gaps.gaps;
  }

  get kinds(): ReadonlyMap<number, number> {
    return this.#kinds;
  }

  /** Numbers of kinds that this version does not know. */
  get unknownKinds(): number[] {
    return [...this.#kinds.keys()].filter((kind) => kindOfLeafNumber(kind) === null);
  }

  /** The latest time that a leaf claims, in milliseconds. */
  get latestTime(): number {
    return this.#latestTime;
  }

  async visit({ firstIndex, entries, hashes }: VisitedBundle): Promise<void> {
    const skipped = Math.max(0, this.#parts.fromIndex - firstIndex);
    const leaves: (Leaf | null)[] = [];
    for (const [at, entry] of entries.entries()) {
      if (at < skipped) continue;
      const hash = hashes.subarray(at * hashLength, (at + 1) * hashLength);
      const leaf = this.#parts.chain.take(firstIndex + at, entry, hash);
      leaves.push(leaf);
      if (leaf !== null) this.#takeLeaf(firstIndex + at, leaf);
    }
    await this.#parts.openings.judgePayloads(firstIndex + skipped, leaves);
  }

  #takeLeaf(index: number, leaf: Leaf): void {
    const seenSeconds = this.#parts.times.firstOver(index);
    this.#kinds.set(leaf.kind, (this.#kinds.get(leaf.kind) ?? 0) + 1);
    this.#latestTime = Math.max(this.#latestTime, leaf.time);
    this.#gaps.take(index, leaf.time, seenSeconds);
    this.#parts.openings.judgeParameter(index, leaf);
    if (isZeroTag(leaf.caseTag)) return;
    const { kind, body, time, due, caseTag } = leaf;
    this.#parts.cases?.take({ index, kind, body, time, due, caseTag, seenSeconds });
  }
}
