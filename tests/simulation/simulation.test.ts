/** The whole record from a seed, in the manner of TigerBeetle's simulator; `npm run torture` runs it for as long as one likes. */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { simulate } from "./simulate.ts";
import { plantedFaults, SimulationFailure } from "./simulation-options.ts";

const days = 60;
/** Seeds that are tried until one finds a planted fault. */
const seedsMax = 30;
const daysPlanted = 40;

test("a country lives through every fault that we can think of, and nothing that was acknowledged is lost", async (context) => {
  const seed = randomInt(2 ** 31);
  context.diagnostic(`seed ${seed}: npm run torture -- --seed ${seed} --length ${days} simulation`);
  const report = await simulate({ seed, days });
  assert.equal(report.receipts, report.acknowledged);
  assert.ok(report.acknowledged > days && Object.keys(report.faults).length > 5, JSON.stringify(report));
  context.diagnostic(JSON.stringify(report));
});

test("the same seed is the same life", async () => {
  const lives = [await simulate({ seed: 7, days: 15 }), await simulate({ seed: 7, days: 15 })];
  assert.deepEqual(lives[0], lives[1]);
});

for (const planted of plantedFaults) {
  test(`the simulation finds a planted fault: ${planted}`, async (context) => {
    for (let seed = 2; seed <= seedsMax; seed += 1) {
      const found = await simulate({ seed, days: daysPlanted, planted }).then(
        () => null,
        (error: unknown) => error,
      );
      if (found === null) continue;
      assert.ok(found instanceof SimulationFailure, String(found));
      context.diagnostic(found.message);
      return;
    }
    assert.fail(`${seedsMax - 1} seeds did not find it`);
  });
}
