import { decodeLeaf, isZeroTag, type Leaf } from "#core/record/leaf.ts";
import { isHashAt, keyOfBytes } from "../tree/hot-bytes.ts";
import type { RecordFinding } from "./record-finding.ts";

const zeroHash = new Uint8Array(32);

/** What the chain rules remember of the leaves before: small enough to be written down and continued. */
export interface LeafChainState {
  readonly time: number;
  /** Last serial of each body. */
  readonly serials: ReadonlyMap<number, bigint>;
  /** Hash of the last leaf of each case, by its tag (`keyOfBytes`). */
  readonly lastHashes: ReadonlyMap<string, Uint8Array>;
}

export const emptyChain: LeafChainState = { time: 0, serials: new Map(), lastHashes: new Map() };

/**
 * The rules that hold between leaves whatever they mean (record decision 1): well formed, times that never decrease,
 * serials without gap per body, and each act of a case naming the one before it.
 */
export class LeafChain {
  #time: number;
  readonly #serials: Map<number, bigint>;
  readonly #lastHashes: Map<string, Uint8Array>;
  readonly #find: (finding: RecordFinding) => void;

  constructor(state: LeafChainState, find: (finding: RecordFinding) => void) {
    this.#time = state.time;
    this.#serials = new Map(state.serials);
    this.#lastHashes = new Map(state.lastHashes);
    this.#find = find;
  }

  get state(): LeafChainState {
    return { time: this.#time, serials: this.#serials, lastHashes: this.#lastHashes };
  }

  /** Judges the entry at `index` and gives it as a leaf; `null` when it is none. */
  take(index: number, entry: Uint8Array, hash: Uint8Array): Leaf | null {
    const decoded = decodeLeaf(entry);
    if (!decoded.ok) {
      this.#find({ kind: "leaf-malformed", index, problem: decoded.problem });
      return null;
    }
    const leaf = decoded.value;
    if (leaf.time < this.#time) {
      this.#find({ kind: "time-decreased", index, time: leaf.time, before: this.#time });
    }
    this.#time = Math.max(this.#time, leaf.time);
    this.#judgeSerial(index, leaf);
    this.#judgePrevious(index, leaf, hash);
    return leaf;
  }

  #judgeSerial(index: number, { body, serial }: Leaf): void {
    const last = this.#serials.get(body) ?? 0n;
    if (serial > last + 1n) {
      this.#find({ kind: "serial-gap", index, body, from: last + 1n, to: serial - 1n });
    } else if (serial <= last) {
      this.#find({ kind: "serial-repeated", index, body, serial });
    }
    if (serial > last) this.#serials.set(body, serial);
  }

  #judgePrevious(index: number, leaf: Leaf, hash: Uint8Array): void {
    const isAboutCase = !isZeroTag(leaf.caseTag);
    const tag = keyOfBytes(leaf.caseTag);
    const expected = (isAboutCase ? this.#lastHashes.get(tag) : undefined) ?? zeroHash;
    if (!isHashAt(leaf.previous, 0, expected)) this.#find({ kind: "previous-differs", index });
    if (isAboutCase) this.#lastHashes.set(tag, hash);
  }
}
