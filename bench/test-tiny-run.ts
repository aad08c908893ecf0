/** Runs a bench as people do, with sizes that measure nothing: that it runs is shown, never how fast. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { testServerUrl } from "#platform/database/test-server.ts";
import type { Figure } from "./bench.ts";
import { benches } from "./benches.ts";

/** Each metric that the benches promise is printed as a line of JSON, with a number and a unit. */
export async function tinyRun(names: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    AYDYN_TEST_DATABASE_URL: await testServerUrl(),
    NODE_TEST_CONTEXT: undefined,
  };
  const parameters = [join(import.meta.dirname, "main.ts"), "--tiny", ...names];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, parameters, {
    encoding: "utf8",
    env,
  });
  const figures: readonly Figure[] = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const { value, unit } of figures) assert.ok(Number.isFinite(value) && unit !== "", stdout);
  for (const name of names) {
    const promised = benches.find((each) => each.name === name)?.metrics;
    assert.ok(promised, `a bench ${name}`);
    const printed = new Set(figures.filter(({ bench }) => bench === name).map(({ metric }) => metric));
    assert.deepEqual(
      promised.filter((metric) => !printed.has(metric)),
      [],
    );
    const progress = new RegExp(`\\d of ${names.length} {2}${name}: `);
    assert.match(stderr, progress, "progress is shown, apart from the figures");
  }
}
