/** Chance of the demo year in the forms in which a life asks for it: the same seed lives the same year. */
import { assert } from "#core/result.ts";
import { demoChance } from "../country/demo-chance.ts";

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

/** Chance that follows from the installation's seed and a label. */
export function chanceOf(seed: Uint8Array, label: string): Chance {
  const bytes = demoChance(seed, label);
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
