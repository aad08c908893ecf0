/** Chance of the demo year in the forms in which a life asks for it: the same seed lives the same year. */
import { createCipheriv, createHmac } from "node:crypto";
import { assert } from "#core/result.ts";

export interface Chance {
  /** Seeded bytes, also for the numbers and secrets of the demo's appeals. */
  readonly bytes: (length: number) => Uint8Array;
  /** True with the given probability. */
  readonly happens: (probability: number) => boolean;
  /** A whole number from `from` through `to`. */
  readonly between: (from: number, to: number) => number;
  /** One of the items. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** One of the items, each as often as its weight says. */
  readonly weighted: <Item>(items: readonly (readonly [Item, number])[]) => Item;
}

const fractionBytes = 6;
const counterBytes = 16;
const drawnAtOnce = new Uint8Array(8_192);

/** Chance that follows from the installation's seed and a label. */
export function chanceOf(seed: Uint8Array, label: string): Chance {
  const bytes = keyStream(seed, label);
  const fraction = (): number => bytes(fractionBytes).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
  const between = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)];
    assert(item !== undefined, "there is something to pick from");
    return item;
  };
  return {
    bytes,
    between,
    pick,
    happens: (probability) => fraction() < probability,
    weighted: (items) => {
      let at = fraction() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        at -= weight;
        if (at < 0) return item;
      }
      return pick(items)[0];
    },
  };
}

/**
 * AES-256 in counter mode under a key of this seed and label: a year asks some hundred thousand times, and a digest for each
 * 32 bytes, as `demoChance` makes them, is a good deal slower. That one stays what it is: what people sign in with follows
 * from it in every installation there is.
 */
function keyStream(seed: Uint8Array, label: string): (length: number) => Uint8Array {
  const key = createHmac("sha256", seed).update(label).digest();
  const cipher = createCipheriv("aes-256-ctr", key, new Uint8Array(counterBytes));
  let unused: Uint8Array = new Uint8Array(0);
  return (length) => {
    assert(length <= drawnAtOnce.length, `at most ${drawnAtOnce.length} bytes are drawn at once`);
    if (unused.length < length) unused = cipher.update(drawnAtOnce);
    const drawn = Uint8Array.from(unused.subarray(0, length));
    unused = unused.subarray(length);
    return drawn;
  };
}
