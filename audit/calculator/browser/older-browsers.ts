import { has, supply } from "#engines/one-file/browser/supply.ts";

/** Small functions that core uses and that browsers of 2018 lack. Loaded before everything else. */
supply(Object, "hasOwn", has);
supply(Object, "fromEntries", (entries: Iterable<readonly [string, unknown]>) => {
  const made: Record<string, unknown> = {};
  for (const [name, value] of entries) made[name] = value;
  return made;
});
supply(Array.prototype, "at", function (this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index];
});
supply(
  Array.prototype,
  "flatMap",
  function (this: readonly unknown[], each: (value: unknown, index: number) => unknown): unknown[] {
    const none: unknown[] = [];
    return none.concat(...this.map((value, index) => each(value, index)));
  },
);
supply(String.prototype, "replaceAll", function (this: string, from: string, to: string): string {
  return this.split(from).join(to);
});
