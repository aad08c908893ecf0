/** What a bench is: a name, the figures it promises, and the work that measures them. */
import type { BenchCountry, CountryWanted } from "./country/bench-country.ts";

/** One figure, as it is printed: a line of JSON. */
export interface Figure {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** Size of what was measured, where one figure is taken at several: entries of a log, processes. */
  readonly at?: number;
  /** What the value is held against: the peer or limit of a ratio, or the goal of a time. */
  readonly against?: string;
}

/** `full` for BENCHMARKS.md; `tiny` shows in a test that a bench runs: its times say nothing. */
export type Scale = "full" | "tiny";

export interface Stage {
  readonly scale: Scale;
  /** A folder of this run on a real disk, removed afterwards. */
  readonly folder: string;
  /** Says what is being done now: one line on the progress display. */
  readonly report: (what: string) => void;
  /** Runs with a country of its own. In a tiny run all benches share one, since most of their time went into making it. */
  readonly withCountry: <Value>(
    wanted: CountryWanted,
    run: (country: BenchCountry) => Promise<Value>,
  ) => Promise<Value>;
}

export interface Bench {
  readonly name: string;
  readonly needsCountry: boolean;
  /** Each is measured at least once. */
  readonly metrics: readonly string[];
  /** Measures; the figures come in the order in which they are printed. */
  run(stage: Stage): Promise<readonly Measured[]>;
}

/** A figure before it is said whose it is. */
export type Measured = Omit<Figure, "bench">;

/** The middle one of an odd number of values, the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that `share` of all values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * Measures ours and the peer by turns, since another load on the machine comes and goes: each round's two values were
 * taken within seconds of each other, and the ratio is the median of the rounds' ratios.
 */
export async function byTurns(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<{ readonly ours: number; readonly peer: number; readonly ratio: number }> {
  const measured: { ours: number; peer: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Which one goes first changes, so that neither always meets the warmer machine.
    if (round % 2 === 0) measured.push({ ours: await ours(), peer: await peer() });
    else {
      const later = await peer();
      measured.push({ ours: await ours(), peer: later });
    }
  }
  return {
    ours: median(measured.map((round) => round.ours)),
    peer: median(measured.map((round) => round.peer)),
    ratio: median(measured.map((round) => round.ours / round.peer)),
  };
}
