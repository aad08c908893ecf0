/**
 * What is published beside the leaves: parameters.json, the payloads of acts with published parts, and the list of
 * erased ones. All of it is a reading of the database, so writing it again does no harm.
 */
import { isParameterKind } from "#core/record/parameter-acts.ts";
import { type PublicAct, parametersText } from "#core/record/parameters.ts";
import type { Opening } from "#core/record/payload.ts";
import {
  type Erased,
  erasedFile,
  erasedText,
  parametersFile,
  parseErased,
  payloadPath,
  publishedPayloadText,
} from "#core/record/publication.ts";
import { assert } from "#core/result.ts";
import type { Ledger } from "./ledger.ts";
import type { PublishedAct } from "./published-act-store.ts";
import type { PublishedFolder } from "./published-folder.ts";

/** Publishes what belongs to the entries of a range, whose checkpoint is about to be published. */
export async function publishActs(
  ledger: Ledger,
  published: PublishedFolder,
  log: { readonly origin: string },
  range: { readonly from: number; readonly to: number },
): Promise<void> {
  const acts = await ledger.publishedActs(range);
  for (const act of acts) publishPayload(published, act);
  if (acts.some(({ kind }) => isParameterKind(kind)) || !published.paths().has(parametersFile)) {
    await publishParameters(ledger, published, log, range.to);
  }
  if (!published.paths().has(erasedFile)) publishErased(published, { origin: log.origin, indexes: [] });
}

/** Writes an act's payload with its published parts that are not erased, or deletes the file when none is left. */
export function publishPayload(published: PublishedFolder, act: PublishedAct): void {
  const opening = openingOf(act);
  if (opening === null || opening.parts.length === 0) published.remove(payloadPath(act.index));
  else published.write(payloadPath(act.index), publishedPayloadText({ index: act.index, opening }));
}

/** Writes parameters.json from the public acts below `size`. */
async function publishParameters(
  ledger: Ledger,
  published: PublishedFolder,
  log: { readonly origin: string },
  size: number,
): Promise<void> {
  const acts = (await ledger.publicActsBelow(size)).map((act): PublicAct => {
    const opening = openingOf(act);
    assert(opening !== null, "an act of the state about itself is never erased");
    return { index: act.index, opening };
  });
  published.write(parametersFile, parametersText({ origin: log.origin, acts }));
}

/** Adds indexes to erased.json, which mirrors obey. */
export function publishErased(published: PublishedFolder, erased: Erased): void {
  const indexes = new Set([...readErased(published), ...erased.indexes]);
  const ascending = [...indexes].sort((left, right) => left - right);
  published.write(erasedFile, erasedText({ origin: erased.origin, indexes: ascending }));
}

/** The indexes in erased.json. It lies outside the database: after a restore it still knows what has to go. */
function readErased(published: PublishedFolder): readonly number[] {
  const text = published.read(erasedFile);
  if (text === null) return [];
  const erased = parseErased(text);
  if (!erased.ok) throw new Error(`${erasedFile} is damaged`);
  return erased.value.indexes;
}

function openingOf(act: PublishedAct): Opening | null {
  return act.payload === null || act.nonce === null
    ? null
    : { payload: act.payload, nonce: act.nonce, parts: act.parts };
}
