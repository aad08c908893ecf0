/** A leaf's time is a claim, a cosignature's time is not. Further apart than this is worth a look. */
export const timeGapMinutesMax = 15;

/** Neighbouring leaves whose claimed time is far from the time at which a witness first saw them. */
export interface TimeGap {
  readonly kind: "time-gap";
  readonly firstIndex: number;
  readonly lastIndex: number;
  /** The largest distance: positive when the witness saw the act later than it claims, negative when earlier. */
  readonly minutes: number;
}

/** Gathers gaps, one for each unbroken run of leaves: a day without witnesses is one event, not a thousand. */
export class TimeGaps {
  readonly #gaps: TimeGap[] = [];

  get gaps(): readonly TimeGap[] {
    return this.#gaps;
  }

  /** `time` in milliseconds as the leaf claims; `seenSeconds` as the first witness says. */
  take(index: number, time: number, seenSeconds: number | null): void {
    if (seenSeconds === null) return;
    const minutes = Math.round((seenSeconds * 1000 - time) / 60_000);
    if (Math.abs(minutes) <= timeGapMinutesMax) return;
    const last = this.#gaps.at(-1);
    const continues = last?.lastIndex === index - 1 && Math.sign(last.minutes) === Math.sign(minutes);
    if (!continues) {
      this.#gaps.push({ kind: "time-gap", firstIndex: index, lastIndex: index, minutes });
      return;
    }
    const worse = Math.abs(minutes) > Math.abs(last.minutes) ? minutes : last.minutes;
    this.#gaps[this.#gaps.length - 1] = { ...last, lastIndex: index, minutes: worse };
  }
}

/** A gap as a sentence. */
export function describeTimeGap({ firstIndex, lastIndex, minutes }: TimeGap): string {
  const entries = firstIndex === lastIndex ? `entry ${firstIndex}` : `entries ${firstIndex} to ${lastIndex}`;
  const amount = Math.abs(minutes);
  return minutes > 0
    ? `${entries}: first seen by a witness up to ${amount} minutes after the claimed time`
    : `${entries}: claim a time up to ${amount} minutes after a witness had already seen them`;
}
