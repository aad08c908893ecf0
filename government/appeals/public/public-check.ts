/** What the pages of checking say of the log: read from its published files, as an outsider would. */
import { parseCheckpoint } from "#core/log/checkpoint.ts";
import { parseNote } from "#core/log/note.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import { decodeLeaf, isZeroTag, type Leaf } from "#core/record/leaf.ts";
import type { Parameters, WitnessParameters } from "#core/record/parameters.ts";
import { checkpointFile } from "#core/record/publication.ts";
import { assert } from "#core/result.ts";
import type { SealState } from "#platform/html/seal.ts";
import type { Language } from "#platform/language/language.ts";
import { fingerprintOfDay } from "#platform/record/receipts.ts";
import { countedWitnesses, sealOf, sealReading, witnessSignedAt } from "../act-seal.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type PublicEntry, readCaseEntries, readPublicEntry } from "./public-check-store.ts";

/** The log as its newest published checkpoint shows it. */
export interface LogStanding {
  readonly origin: string;
  /** Address of the published files, a slash at the end. */
  readonly url: string;
  readonly logKey: string;
  readonly size: number;
  readonly fingerprint: string | null;
  readonly policyDigest: string | null;
  readonly witnesses: readonly WitnessStanding[];
}

export interface WitnessStanding {
  readonly name: string;
  /** Who runs it, in the reader's language. */
  readonly operator: string;
  /** When it signed the newest checkpoint, milliseconds; `null` when it has not. */
  readonly signedAt: number | null;
}

/** Reads how the log stands. */
export async function logStanding(tools: PortalTools, language: Language): Promise<LogStanding> {
  const { receipts } = tools;
  const parameters = await tools.parametersReader.read(tools.portal);
  const text = receipts.readPublished(checkpointFile);
  const witnessOf = ({ name, operator, verifierKey }: WitnessParameters): WitnessStanding => ({
    name,
    operator: operator[language],
    signedAt: text === null ? null : witnessSignedAt(receipts.engine, text, verifierKey),
  });
  return {
    origin: receipts.origin,
    url: `${tools.origin}/log/${tools.log}/`,
    logKey: receipts.logKey,
    size: text === null ? 0 : sizeOf(text),
    fingerprint: await fingerprintOfDay(receipts),
    policyDigest: receipts.policyDigest,
    witnesses: countedWitnesses(receipts, parameters).map(witnessOf),
  };
}

function sizeOf(checkpointNote: string): number {
  const note = parseNote(checkpointNote);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : null;
  assert(checkpoint?.ok === true, "the published checkpoint can be read");
  return checkpoint.value.size;
}

/** One entry of the log, decoded. */
export interface EntryShown {
  readonly entry: PublicEntry;
  readonly leaf: Leaf;
  /** `null`: a kind that this version does not know. */
  readonly kind: ReturnType<typeof kindOfLeafNumber>;
  readonly seal: SealState;
  /** Entries of the same case, this one among them; empty when the act is about no case. */
  readonly sameCase: readonly number[];
  readonly size: number;
  readonly parameters: Parameters;
}

/** Entries of one case that a page names at most. */
const sameCaseMax = 100;

/** Reads an entry; `null` for one that no published checkpoint covers: it is not in the public record yet. */
export async function readEntry(
  tools: PortalTools,
  index: number,
  language: Language,
): Promise<EntryShown | null> {
  const { receipts, portal, log } = tools;
  const text = receipts.readPublished(checkpointFile);
  const size = text === null ? 0 : sizeOf(text);
  if (index >= size) return null;
  const entry = await readPublicEntry(portal, log, index);
  if (entry === null) return null;
  const leaf = decodeLeaf(entry.leaf);
  assert(leaf.ok, "the log holds leaves of this version");
  const parameters = await tools.parametersReader.read(portal);
  const tag = leaf.value.caseTag;
  return {
    entry,
    leaf: leaf.value,
    kind: kindOfLeafNumber(leaf.value.kind),
    seal: sealOf(sealReading(receipts, parameters), { ...entry, witnessedAt: null }, language),
    sameCase: isZeroTag(tag)
      ? []
      : await readCaseEntries(portal, log, { tag, below: size, countMax: sameCaseMax }),
    size,
    parameters,
  };
}
