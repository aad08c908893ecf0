/** What a part of the torture is: a name, and rounds that each follow from a seed. */

/** How one round ended: counts of what was broken, what was acknowledged, what was found afterwards. */
export interface RoundReport {
  readonly seed: number;
  /** Counts by name, such as `acknowledged` or `broken kill`. */
  readonly counts: Readonly<Record<string, number>>;
  /** What was acknowledged and is not there. It must be 0: a round that finds more rejects. */
  readonly lost: number;
}

export interface RoundOptions {
  readonly seed: number;
  /** How long: days of a simulated country, seconds under load. */
  readonly length: number;
  /** Says what is being done now. */
  readonly report: (what: string) => void;
}

export interface TorturePart {
  readonly name: string;
  /** What `length` counts. */
  readonly unit: string;
  readonly rounds: number;
  readonly length: number;
  /** Rejects with everything that a person needs to see it again. */
  round(options: RoundOptions): Promise<RoundReport>;
}
