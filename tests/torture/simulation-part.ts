import { simulate } from "#tests/simulation/simulate.ts";
import type { TorturePart } from "./part.ts";

/** A small country from one seed, with every fault that we can think of: `tests/simulation/`. */
export const simulationPart: TorturePart = {
  name: "simulation",
  unit: "days",
  rounds: 10,
  length: 400,
  round: async ({ seed, length, report }) => {
    const lived = await simulate({
      ...{ seed, days: length },
      onDay: (day) => {
        if (day % 50 === 0) report(`seed ${seed}, day ${day} of ${length}`);
      },
    });
    const { days, turns, acknowledged, receipts, entries, accusationsByOutage } = lived;
    const { "carried-on-a-stick": carriedOnAStick = 0, ...faults } = lived.faults;
    const broken = Object.entries(faults).map(([name, times]) => [`broken ${name}`, times] as const);
    return {
      seed,
      counts: {
        days,
        turns,
        acknowledged,
        receipts,
        entries,
        carriedOnAStick,
        accusationsByOutage,
        ...Object.fromEntries(broken),
      },
      lost: acknowledged - receipts,
    };
  },
};
