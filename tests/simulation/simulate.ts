/**
 * A small country from one seed: people, portal, sequencer, witnesses, publication and an auditor outside, with everything
 * that can go wrong going wrong. After each step everything that must always hold is looked at.
 */
import { World } from "./simulated-world.ts";
import { SimulationFailure, type SimulationOptions, type SimulationReport } from "./simulation-options.ts";

/** Lives so many days from a seed. Rejects with a `SimulationFailure` at the first thing that does not hold. */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const world = new World(options);
  try {
    return await world.run();
  } catch (cause) {
    throw new SimulationFailure(options.seed, world.day, world.turns, cause);
  }
}
