import { type CivilDate, civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import type { Engine } from "#core/log/engine.ts";
import { fingerprint } from "#core/record/fingerprint.ts";
import type { JudgedCheckpoint } from "./checkpoints.ts";

/** The digits that stand in every page's footer on one day, for people to compare by telephone. */
export interface DayFingerprint {
  readonly day: CivilDate;
  readonly digits: string;
}

/**
 * The digits of the day on which a head was last cosigned, from the checkpoints that a log or a mirror keeps: those of
 * the checkpoint that stood when the day began, or of the first one ever (record decision 4). `null` when what is at
 * hand does not go back so far.
 */
export function fingerprintOfDay(
  engine: Engine,
  checkpoints: readonly Pick<JudgedCheckpoint, "checkpoint" | "cosignatures">[],
  timeZone: string,
): DayFingerprint | null {
  // A checkpoint is published once its cosignatures are there; the head's are renewed each minute, the kept ones stay.
  const seen = checkpoints
    .filter(({ cosignatures }) => cosignatures.length > 0)
    .map(({ checkpoint, cosignatures }) => ({
      checkpoint,
      at: Math.max(...cosignatures.map(({ timeSeconds }) => timeSeconds * 1000)),
    }))
    .sort((one, other) => one.checkpoint.size - other.checkpoint.size || one.at - other.at);
  const newest = seen.at(-1);
  if (newest === undefined) return null;
  const day = civilDateAt(newest.at, timeZone);
  const begins = startOfCivilDate(day, timeZone);
  const standing = seen.findLast(({ at }) => at < begins) ?? seen[0];
  return standing === undefined ? null : { day, digits: fingerprint(engine, standing.checkpoint) };
}
