import { verifyCosignature } from "#core/log/cosignature.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseNote, parseVerifierKey } from "#core/log/note.ts";
import type { Parameters, WitnessParameters } from "#core/record/parameters.ts";
import { checkpointPath } from "#core/record/publication.ts";
import type { ActView } from "#government/cases/index.ts";
import type { SealState, SealWitness } from "#platform/html/seal.ts";
import type { Language } from "#platform/language/language.ts";
import { isPromised, type ReceiptTools } from "#platform/record/receipts.ts";

/** What reads a seal: the published checkpoints, and whose cosignatures count. */
export interface SealReading {
  readonly engine: Engine;
  readonly readPublished: (path: string) => string | null;
  readonly witnesses: readonly WitnessParameters[];
  /** Whether bodies sign at this moment: what a queued act says of itself depends on it. */
  readonly signs: boolean;
}

/**
 * How far an act has come into the record, with who runs each witness that signed the first checkpoint over it. The
 * cosignatures are read from the published file and verified: what the page says is what a reader would find.
 */
export function sealOf(reading: SealReading, place: ActView["place"], language: Language): SealState {
  const { index, witnessedSize } = place;
  if (index === null)
    return reading.signs ? { state: "queued" } : { state: "queued", signatureFollows: true };
  if (witnessedSize === null) return { state: "in-record", number: index };
  return { state: "witnessed", number: index, witnesses: witnessesOf(reading, witnessedSize, language) };
}

/** The witnesses that signed the checkpoint of a size and when; none when the file or the names are not known. */
function witnessesOf(reading: SealReading, size: number, language: Language): readonly SealWitness[] {
  const text = reading.readPublished(checkpointPath(size));
  if (text === null) return [];
  return reading.witnesses.flatMap(({ verifierKey, operator }) => {
    const time = witnessSignedAt(reading.engine, text, verifierKey);
    return time === null ? [] : [{ operator: operator[language], time }];
  });
}

/** When a witness signed a checkpoint, in milliseconds; `null` when its cosignature is not there or not good. */
export function witnessSignedAt(engine: Engine, checkpointNote: string, verifierKey: string): number | null {
  const note = parseNote(checkpointNote);
  const key = parseVerifierKey(verifierKey);
  const cosignature = note.ok && key.ok ? verifyCosignature(engine, note.value, key.value) : null;
  return cosignature?.ok === true ? cosignature.value.timeSeconds * 1_000 : null;
}

/** The witnesses of the record whose word counts for anything: those that do not run on the log's own computer. */
export function countedWitnesses(
  { isOwnWitness }: Pick<ReceiptTools, "isOwnWitness">,
  { witnesses }: Pick<Parameters, "witnesses">,
): readonly WitnessParameters[] {
  return witnesses.filter(({ name, verifierKey }) => {
    const key = parseVerifierKey(verifierKey);
    return key.ok && !isOwnWitness({ name, key: key.value });
  });
}

/** The reading of seals out of the tools of receipts and the parameters as they stand, for acts that are in the record. */
export function sealReading(
  receipts: Pick<ReceiptTools, "engine" | "readPublished" | "isOwnWitness">,
  parameters: Parameters,
): SealReading {
  return {
    engine: receipts.engine,
    readPublished: receipts.readPublished,
    witnesses: countedWitnesses(receipts, parameters),
    signs: true,
  };
}

/** The same for acts of which some may wait: then it is tried whether the body signs for one of them. */
export async function sealReadingOf(
  receipts: ReceiptTools,
  parameters: Parameters,
  acts: readonly Pick<ActView, "actId" | "place">[],
): Promise<SealReading> {
  const queued = acts.find((act) => act.place.index === null);
  const signs = queued === undefined || (await isPromised(receipts, queued.actId));
  return { ...sealReading(receipts, parameters), signs };
}
