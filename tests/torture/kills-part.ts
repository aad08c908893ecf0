import { killPrograms } from "./kills/kill-programs.ts";
import type { TorturePart } from "./part.ts";

/** Portal, worker, witnesses and PostgreSQL as processes, killed at random under load. */
export const killsPart: TorturePart = {
  name: "kills",
  unit: "kills",
  rounds: 1,
  length: 20,
  round: async ({ seed, length, report }) => {
    const { killed, accepted, receipts, sentAgain, entries } = await killPrograms({
      seed,
      kills: length,
      report,
    });
    const broken = Object.entries(killed).map(([victim, times]) => [`broken ${victim}`, times] as const);
    return {
      seed,
      counts: { accepted, receipts, sentAgain, entries, ...Object.fromEntries(broken) },
      lost: accepted - receipts,
    };
  },
};
