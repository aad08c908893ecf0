import { closedNetwork } from "./bundle/closed-network.ts";
import type { TorturePart } from "./part.ts";

/** A bundle of this very commit, made, carried to a computer without a network, and walked by an ordinary user. */
export const bundlePart: TorturePart = {
  name: "bundle",
  unit: "bundles",
  rounds: 1,
  length: 1,
  round: async ({ seed, report }) => {
    const steps = await closedNetwork(report);
    return { seed, counts: { steps }, lost: 0 };
  },
};
