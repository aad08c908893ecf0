/**
 * What the citizen gets of an act: first the body's promise, then the leaf with a proof under the first published
 * checkpoint that covers it, so that the receipt shows the earliest cosignatures. A promise is never called a proof.
 */
import type { Instant } from "#core/clock/civil-date.ts";
import { parseCheckpoint } from "#core/log/checkpoint.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseNote } from "#core/log/note.ts";
import { serializeProof } from "#core/log/proof.ts";
import { inclusionProof, type TileSource } from "#core/log/tile.ts";
import type { VerifierKey } from "#core/log/verifier-key.ts";
import { fingerprint } from "#core/record/fingerprint.ts";
import { parseBodyNumber } from "#core/record/leaf.ts";
import type { OpenedPart, Opening } from "#core/record/payload.ts";
import { checkpointPath } from "#core/record/publication.ts";
import { type QueuedPromise, queuedText } from "#core/record/queued-promise.ts";
import type { Receipt } from "#core/record/receipt.ts";
import { assert } from "#core/result.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import type { BodySigner } from "#platform/signer/body-signer.ts";
import { findAct, type Queryable, type StoredAct } from "./act-store.ts";
import { type Entry, entryOfAct, firstWitnessedSize } from "./ledger-store.ts";
import { readParts } from "./part-store.ts";
import { readSealedParts } from "./sealed-part-store.ts";

export interface ReceiptTools {
  readonly sql: Queryable;
  readonly engine: Engine;
  readonly log: string;
  readonly origin: string;
  /** The log's key, vkey text. */
  readonly logKey: string;
  readonly source: TileSource;
  /** Reads a published file; `null` when there is none. */
  readonly readPublished: (path: string) => string | null;
  /** SHA-256 in hexadecimal of the policy by which the log publishes; `null` without one. */
  readonly policyDigest: string | null;
  /** Signs promises; while it is away, receipts come without one. */
  readonly signer: BodySigner;
  /**
   * Whether a witness runs on the log's own computer: outside the demo nothing that it signs counts for a seal, whoever is
   * named as its operator (`ownWitnesses`).
   */
  readonly isOwnWitness: (witness: { readonly name: string; readonly key: VerifierKey }) => boolean;
  /** The instant at which the civil day began, for the fingerprint of the day. */
  readonly startOfDay: () => Instant;
}

/**
 * The receipt of an act; `null` when there is no such act. Without `opening` it confesses nothing: leaf, promise,
 * proof. The promise stays in it, so that a later contradiction between promise and leaf can be shown. While nobody
 * signs for bodies it comes without the promise (`isBare`).
 */
export async function receiptFor(
  tools: ReceiptTools,
  actId: string,
  opening?: Opening,
): Promise<Receipt | null> {
  const [act, entry, ofDay] = await Promise.all([
    findAct(tools.sql, actId),
    entryOfAct(tools.sql, tools.log, actId),
    fingerprintOfDay(tools),
  ]);
  if (act === null) return null;
  const [proof, queued] = await Promise.all([
    entry === null ? null : proofOf(tools, entry),
    promiseFor(tools, act),
  ]);
  return {
    v: 1,
    type: "aydyn-receipt",
    origin: tools.origin,
    logKey: tools.logKey,
    leaf: entry?.leaf ?? null,
    index: entry?.index ?? null,
    ...(queued === null ? {} : { queued }),
    ...(proof === null ? {} : { proof }),
    ...(opening === undefined ? {} : { opening }),
    policyDigest: tools.policyDigest,
    fingerprint: ofDay,
  };
}

/** The tlog-proof of an entry; `null` while no published checkpoint covers it. */
async function proofOf(tools: ReceiptTools, entry: Entry): Promise<string | null> {
  if (entry.witnessedSize === null) return null;
  const checkpoint = tools.readPublished(checkpointPath(entry.witnessedSize));
  if (checkpoint === null) throw new Error(`${checkpointPath(entry.witnessedSize)} is missing`);
  const hashes = await inclusionProof(tools.engine, tools.source, entry.index, entry.witnessedSize);
  return serializeProof({ index: entry.index, hashes, checkpoint });
}

/** Whether a receipt proves and promises nothing yet: nobody could sign, and the act stands under no checkpoint. */
export function isBare(receipt: Receipt): boolean {
  return receipt.queued === undefined && receipt.proof === undefined;
}

/** The proof of an act, the text of a tlog-proof; `null` while no published checkpoint covers it. */
export async function proofOfAct(tools: ReceiptTools, actId: string): Promise<string | null> {
  const entry = await entryOfAct(tools.sql, tools.log, actId);
  return entry === null ? null : await proofOf(tools, entry);
}

/** Whether the body's promise for an act can be had at this moment. */
export async function isPromised(tools: ReceiptTools, actId: string): Promise<boolean> {
  const act = await findAct(tools.sql, actId);
  return act !== null && (await promiseFor(tools, act)) !== null;
}

/** Ed25519 is deterministic: whenever the receipt is asked for, the promise is the same. `null` while nobody signs. */
async function promiseFor(tools: ReceiptTools, act: StoredAct): Promise<QueuedPromise | null> {
  const { commitment, at: time } = act;
  const body = parseBodyNumber(act.body);
  assert(body !== null, "an act is stored with its body");
  const due = act.due ?? 0;
  const signed = await tools.signer.sign({ what: "queued", body, commitment, time, due });
  if (!signed.ok) return null;
  return { ...signed.value, text: queuedText({ origin: tools.origin, body, commitment, time, due }) };
}

/**
 * Opens an act: payload, nonce, and the parts that are asked for. `personKeys` only for whoever may see identities.
 * `null` when there is no such act or it was erased; parts that were erased are left out.
 */
export async function openingFor(
  sql: Queryable,
  actId: string,
  wanted: { readonly parts: readonly string[] | "all"; readonly personKeys: PersonKeys | null },
): Promise<Opening | null> {
  const act = await findAct(sql, actId);
  if (act === null || act.payload === null || act.nonce === null) return null;
  const { parts: names, personKeys } = wanted;
  const open = await readParts(sql, act.subject, actId);
  const sealed = personKeys === null ? [] : await readSealedParts(sql, personKeys, act);
  const parts = [...open, ...sealed.flatMap(({ part }) => (part.ok ? [part.value] : []))]
    .filter(({ name }) => names === "all" || names.includes(name))
    .map(({ name, nonce, bytes }): OpenedPart => ({ name, nonce, bytes }));
  return { payload: act.payload, nonce: act.nonce, parts };
}

/**
 * The twelve digits of the day: those of the tree as it stood when the civil day began (that is what the day's first
 * checkpoint shows, cosigned at the first idle minute), or of the log's first checkpoint on its first day. `null`
 * before there is any.
 */
export async function fingerprintOfDay(
  tools: Pick<ReceiptTools, "sql" | "engine" | "log" | "readPublished" | "startOfDay">,
): Promise<string | null> {
  const size = await firstWitnessedSize(tools.sql, tools.log, tools.startOfDay());
  const text = size === null ? null : tools.readPublished(checkpointPath(size));
  const note = text === null ? null : parseNote(text);
  const checkpoint = note?.ok ? parseCheckpoint(note.value.text) : null;
  return checkpoint?.ok ? fingerprint(tools.engine, checkpoint.value) : null;
}
