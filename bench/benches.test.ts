import { test } from "node:test";
import { benches } from "./benches.ts";
import { tinyRun } from "./test-tiny-run.ts";

for (const needsCountry of [true, false]) {
  const names = benches.filter((bench) => bench.needsCountry === needsCountry).map(({ name }) => name);
  test(`the benches ${names.join(", ")} run, and print what they promise`, () => tinyRun(names));
}
