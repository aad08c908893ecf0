import type { Instant } from "#core/clock/civil-date.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseNote, type VerifierKey, verifyNote } from "#core/log/note.ts";

/** When witnesses signed a checkpoint, in milliseconds; only of those keys, and only signatures that hold. */
export function cosignatureTimes(
  engine: Engine,
  noteText: string,
  keys: readonly VerifierKey[],
): readonly Instant[] {
  const note = parseNote(noteText);
  const verified = note.ok ? verifyNote(engine, note.value, keys) : note;
  if (!verified.ok) return [];
  return verified.value.flatMap(({ timeSeconds }) => (timeSeconds === null ? [] : [timeSeconds * 1_000]));
}
