/** What a simulation is asked for, and what it tells. */

/** Faults of ours, put in to see that the simulation finds them. */
export const plantedFaults = [
  "staging-not-synced",
  "nothing-synced",
  "witness-answers-before-persisting",
  "head-not-compared",
  "acknowledged-before-commit",
] as const;
export type PlantedFault = (typeof plantedFaults)[number];

export interface SimulationOptions {
  readonly seed: number;
  readonly days: number;
  readonly planted?: PlantedFault;
  /** Called after each day. */
  readonly onDay?: (day: number) => void;
}

export interface SimulationReport {
  readonly seed: number;
  readonly days: number;
  readonly acknowledged: number;
  readonly receipts: number;
  readonly entries: number;
  readonly turns: number;
  /** What went wrong, how often. */
  readonly faults: Readonly<Record<string, number>>;
  /** How turns ended. */
  readonly ends: Readonly<Record<string, number>>;
  readonly accusationsByOutage: number;
}

/** Something that must always hold did not. Says the seed and when. */
export class SimulationFailure extends Error {
  constructor(seed: number, day: number, turn: number, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`seed ${seed}, day ${day}, turn ${turn}: ${reason}`, { cause });
    this.name = "SimulationFailure";
  }
}
