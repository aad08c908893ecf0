import { assert } from "../result.ts";
import type { Engine } from "./engine.ts";
import { type Hash, hashLength, nodeHash, nodePrefix } from "./merkle.ts";

/** The nodes above the hashes of one tile: all that roots of its beginnings need, hashed a level at once. */
export class TileLevels {
  readonly #engine: Engine;
  /** By height, the nodes that are complete, one behind the other. */
  readonly #levels: readonly Uint8Array[];

  /** Over the hashes of a tile, one behind the other. */
  constructor(engine: Engine, hashes: Uint8Array) {
    assert(hashes.length % hashLength === 0, "a tile holds whole hashes");
    const levels = [hashes];
    const pair = 2 * hashLength;
    for (let below = hashes; below.length >= pair; ) {
      const count = Math.floor(below.length / pair);
      below = engine.sha256Each(nodePrefix, { bytes: below, start: 0, stride: pair, length: pair, count });
      levels.push(below);
    }
    this.#engine = engine;
    this.#levels = levels;
  }

  /**
   * Root over the first `count` hashes, with the root of a smaller tree that goes on to the right of them, if there is
   * one; `null` when there is nothing. Throws when the tile has fewer hashes.
   */
  rootOfFirst(count: number, below: Hash | null = null): Hash | null {
    assert(count * hashLength <= (this.#levels[0]?.length ?? 0), "the tile has so many hashes");
    let root = below;
    let left = count;
    // The left-complete subtrees from the right: each set bit of the count is one.
    for (let height = 0; left > 0; height += 1) {
      if (left % 2 === 1) {
        const at = (left - 1) * hashLength;
        const peak = this.#levels[height]?.subarray(at, at + hashLength);
        assert(peak?.length === hashLength, "a complete subtree has its node");
        root = root === null ? peak : nodeHash(this.#engine, peak, root);
      }
      left = Math.floor(left / 2);
    }
    return root;
  }
}
