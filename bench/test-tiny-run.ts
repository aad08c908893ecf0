/** Runs a bench as people do, with sizes that measure nothing: that it runs is shown, never how fast. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { testServerUrl } from "#platform/database/test-server.ts";
import type { Figure } from "./bench.ts";
import { benches } from "./benches.ts";

/** Each metric that the bench promises is printed as a line of JSON, with a number and a unit. */
export async function tinyRun(name: string): Promise<void> {
  const bench = benches.find((each) => each.name === name);
  assert.ok(bench, `a bench ${name}`);
  const env = {
    ...process.env,
    AYDYN_TEST_DATABASE_URL: await testServerUrl(),
    NODE_TEST_CONTEXT: undefined,
  };
  const parameters = [join(import.meta.dirname, "main.ts"), "--tiny", name];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, parameters, {
    encoding: "utf8",
    env,
  });
  const figures: readonly Figure[] = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const { bench: named, value, unit } of figures) {
    assert.equal(named, name);
    assert.ok(Number.isFinite(value) && unit !== "", stdout);
  }
  const metrics = new Set(figures.map(({ metric }) => metric));
  assert.deepEqual(
    bench.metrics.filter((metric) => !metrics.has(metric)),
    [],
  );
  assert.match(stderr, new RegExp(`1 of 1 {2}${name}: `), "progress is shown, apart from the figures");
}
