import type { Cosignature } from "#core/log/proof.ts";

/**
 * When an act was first seen by a witness: the earliest cosignature over any checkpoint that contains it. The only
 * time in the record that the state does not write itself (record decision 1, "on time").
 */
export class CosignatureTimes {
  /** Ascending sizes, and for each the earliest time at that size or a larger one. */
  readonly #sizes: number[] = [];
  readonly #earliest: number[] = [];

  constructor(
    checkpoints: readonly { readonly size: number; readonly cosignatures: readonly Cosignature[] }[],
  ) {
    const bySize = checkpoints
      .flatMap(({ size, cosignatures }) => cosignatures.map(({ timeSeconds }) => ({ size, timeSeconds })))
      .sort((left, right) => right.size - left.size);
    let earliest = Number.POSITIVE_INFINITY;
    for (const { size, timeSeconds } of bySize) {
      earliest = Math.min(earliest, timeSeconds);
      if (this.#sizes.at(-1) === size) this.#earliest[this.#earliest.length - 1] = earliest;
      else {
        this.#sizes.push(size);
        this.#earliest.push(earliest);
      }
    }
    this.#sizes.reverse();
    this.#earliest.reverse();
  }

  /** Unix seconds of the first cosignature over the entry at `index`; `null` when no witness has seen it. */
  firstOver(index: number): number | null {
    let low = 0;
    let high = this.#sizes.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#sizes[middle] ?? 0) > index) high = middle;
      else low = middle + 1;
    }
    return this.#earliest[low] ?? null;
  }
}
