import { simulate } from "#tests/simulation/simulate.ts";
import type { TorturePart } from "./part.ts";

/** A small country from one seed, with every fault that we can think of: `tests/simulation/`. */
export const simulationPart: TorturePart = {
  name: "simulation",
  unit: "days",
  rounds: 20,
  length: 1_000,
  round: async ({ seed, length, report }) => {
    const lived = await simulate({
      ...{ seed, days: length },
      onDay: (day) => {
        if (day % 50 === 0) report(`seed ${seed}, day ${day} of ${length}`);
      },
    });
    const { days, turns, acknowledged, receipts, entries, accusationsByOutage } = lived;
    const broken = Object.entries(lived.faults).map(([name, times]) => [`broken ${name}`, times] as const);
    return {
      seed,
      counts: {
        days,
        turns,
        acknowledged,
        receipts,
        entries,
        accusationsByOutage,
        ...Object.fromEntries(broken),
      },
      lost: acknowledged - receipts,
    };
  },
};
