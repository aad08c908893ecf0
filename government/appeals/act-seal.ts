import { verifyCosignature } from "#core/log/cosignature.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseNote, parseVerifierKey } from "#core/log/note.ts";
import type { Parameters, WitnessParameters } from "#core/record/parameters.ts";
import { checkpointPath } from "#core/record/publication.ts";
import type { ActView } from "#government/cases/index.ts";
import type { SealState, SealWitness } from "#platform/html/seal.ts";
import type { Language } from "#platform/language/language.ts";

/** What reads a seal: the published checkpoints, and whose cosignatures count. */
export interface SealReading {
  readonly engine: Engine;
  readonly readPublished: (path: string) => string | null;
  readonly witnesses: readonly WitnessParameters[];
}

/**
 * How far an act has come into the record, with who runs each witness that signed the first checkpoint over it. The
 * cosignatures are read from the published file and verified: what the page says is what a reader would find.
 */
export function sealOf(reading: SealReading, place: ActView["place"], language: Language): SealState {
  const { index, witnessedSize } = place;
  if (index === null) return { state: "queued" };
  if (witnessedSize === null) return { state: "in-record", number: index };
  return { state: "witnessed", number: index, witnesses: witnessesOf(reading, witnessedSize, language) };
}

/** The witnesses that signed the checkpoint of a size and when; none when the file or the names are not known. */
function witnessesOf(reading: SealReading, size: number, language: Language): readonly SealWitness[] {
  const text = reading.readPublished(checkpointPath(size));
  const note = text === null ? null : parseNote(text);
  if (note === null || !note.ok) return [];
  return reading.witnesses.flatMap((witness) => {
    const key = parseVerifierKey(witness.verifierKey);
    if (!key.ok) return [];
    const cosignature = verifyCosignature(reading.engine, note.value, key.value);
    if (!cosignature.ok) return [];
    return [{ operator: witness.operator[language], time: cosignature.value.timeSeconds * 1_000 }];
  });
}

/** The reading of seals out of the tools of receipts and the parameters as they stand. */
export function sealReading(
  receipts: Pick<SealReading, "engine" | "readPublished">,
  parameters: Parameters,
): SealReading {
  return {
    engine: receipts.engine,
    readPublished: receipts.readPublished,
    witnesses: parameters.witnesses,
  };
}
