import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { assert } from "#core/result.ts";
import { readersOfFiles } from "#tests/fuzz/file-targets.ts";
import { type FuzzTarget, fuzz } from "#tests/fuzz/fuzz.ts";
import { readersOfTheRecord } from "#tests/fuzz/record-targets.ts";
import { withReadersOfWhatIsSent } from "#tests/fuzz/sent-targets.ts";
import { readersOfWhatIsTyped } from "#tests/fuzz/typed-targets.ts";
import type { TorturePart } from "./part.ts";

/** What a reader may keep after all its inputs, beside what it keeps after the first tenth: caches fill in that time. */
const heapGrowthBytesMax = 16 * 1024 * 1024;
const warmingShare = 0.1;

/** Every reader of what comes from outside, with so many changed samples each; those that take long get fewer. */
export const fuzzPart: TorturePart = {
  name: "fuzz",
  unit: "inputs for each reader",
  rounds: 1,
  length: 100_000,
  round: async ({ seed, length, report }) => {
    let [readers, inputs, taken, refused, slowestMs] = [0, 0, 0, 0, 0];
    const play = async (target: FuzzTarget): Promise<void> => {
      report(`seed ${seed}, ${target.name}`);
      const warm = await fuzz(target, seed, length * warmingShare);
      const before = heapBytes();
      const rest = await fuzz(target, seed + 1, length * (1 - warmingShare));
      const grown = heapBytes() - before;
      assert(grown < heapGrowthBytesMax, `${target.name} keeps ${grown} bytes of what it read`);
      readers += 1;
      for (const run of [warm, rest]) {
        inputs += run.inputs;
        taken += run.taken;
        refused += run.refused;
        slowestMs = Math.max(slowestMs, run.slowestMs);
      }
    };
    for (const target of [...readersOfTheRecord, ...readersOfFiles, ...readersOfWhatIsTyped])
      await play(target);
    await withReadersOfWhatIsSent(async (targets) => {
      for (const target of targets) await play(target);
    });
    return { seed, counts: { readers, inputs, taken, refused, slowestMs }, lost: 0 };
  },
};

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
