/**
 * The nightly check of our own memory: every stored payload and part is hashed again and compared with the leaf that
 * was published. It finds what was changed in the database behind the log's back.
 */
import { equalBytes, utf8Bytes } from "#core/bytes.ts";
import { parseEntryBundle, type TileSource, tileWidth } from "#core/log/tile.ts";
import { commit, opensCommitment } from "#core/record/commitment.ts";
import { decodeLeaf } from "#core/record/leaf.ts";
import { type Payload, parsePayload, verifyOpening } from "#core/record/payload.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { actsAfter, type Queryable, type StoredAct } from "./act-store.ts";
import { entriesWithoutAct, entryOfAct } from "./ledger-store.ts";
import { readParts } from "./part-store.ts";
import { readSealedParts } from "./sealed-part-store.ts";

export type RehashFinding = {
  readonly actId: string;
  readonly part: string | null;
  readonly finding:
    | "payload-changed"
    | "leaf-differs"
    | "act-missing"
    | "part-not-in-payload"
    | "part-changed"
    | "sealed-part-unreadable";
};

export interface RehashTools {
  readonly sql: Queryable;
  readonly log: string;
  readonly source: TileSource;
  readonly personKeys: PersonKeys;
  /** Entries in the published log: acts beyond it may still wait. */
  readonly size: number;
}

const actsPerReadMax = 200;

/** Hashes everything again; gives what does not fit, act by act. Reads little at a time and may run beside the log. */
export async function* rehashPayloads(tools: RehashTools): AsyncGenerator<RehashFinding> {
  for (const actId of await entriesWithoutAct(tools.sql, tools.log)) {
    yield { actId, part: null, finding: "act-missing" };
  }
  const leaves = leafReader(tools);
  for (let registered = 0; ; ) {
    const acts = await actsAfter(tools.sql, tools.log, registered, actsPerReadMax);
    for (const act of acts) yield* rehashAct(tools, leaves, act);
    const last = acts.at(-1);
    if (last === undefined) return;
    registered = last.registered;
  }
}

type LeafReader = (index: number) => Promise<Uint8Array | null>;

async function* rehashAct(
  tools: RehashTools,
  leafAt: LeafReader,
  act: StoredAct,
): AsyncGenerator<RehashFinding> {
  const { actId } = act;
  const entry = await entryOfAct(tools.sql, tools.log, actId);
  const entryBytes = entry === null ? null : await leafAt(entry.index);
  const leaf = entryBytes === null ? null : decodeLeaf(entryBytes);
  if (leaf !== null && (!leaf.ok || !equalBytes(leaf.value.commitment, act.commitment))) {
    yield { actId, part: null, finding: "leaf-differs" };
  }
  if (act.payload === null || act.nonce === null) return;
  const { payload: text, nonce } = act;
  const payload = parsePayload(text);
  const opensLeaf = leaf?.ok ? verifyOpening(leaf.value, { payload: text, nonce, parts: [] }).ok : true;
  if (!payload.ok || !opensLeaf || !equalBytes(commit(nonce, utf8Bytes(text)), act.commitment)) {
    yield { actId, part: null, finding: "payload-changed" };
    return;
  }
  yield* rehashParts(tools, act, payload.value);
}

async function* rehashParts(
  tools: RehashTools,
  act: StoredAct,
  payload: Payload,
): AsyncGenerator<RehashFinding> {
  const { actId } = act;
  const committed = new Map(payload.parts.map(({ name, commitment }) => [name, commitment]));
  for (const { name, nonce, bytes } of await readParts(tools.sql, act.subject, actId)) {
    const commitment = committed.get(name);
    if (commitment === undefined) yield { actId, part: name, finding: "part-not-in-payload" };
    else if (!opensCommitment(commitment, nonce, bytes)) yield { actId, part: name, finding: "part-changed" };
  }
  for (const { name, part } of await readSealedParts(tools.sql, tools.personKeys, act)) {
    const commitment = committed.get(name);
    if (commitment === undefined) yield { actId, part: name, finding: "part-not-in-payload" };
    else if (!part.ok) yield { actId, part: name, finding: "sealed-part-unreadable" };
    else if (!opensCommitment(commitment, part.value.nonce, part.value.bytes)) {
      yield { actId, part: name, finding: "part-changed" };
    }
  }
}

/** Reads entries out of the published bundles, one bundle in memory at a time. `null` beyond the published size. */
function leafReader(tools: Pick<RehashTools, "source" | "size">): LeafReader {
  let held: { readonly bundle: number; readonly entries: readonly Uint8Array[] } | null = null;
  return async (index) => {
    if (index >= tools.size) return null;
    const bundle = Math.floor(index / tileWidth);
    if (held?.bundle !== bundle) {
      const width = Math.min(tileWidth, tools.size - bundle * tileWidth);
      const entries = parseEntryBundle(await tools.source.entries(bundle, width));
      if (!entries.ok) throw new Error(`entry bundle ${bundle} is damaged`);
      held = { bundle, entries: entries.value };
    }
    return held.entries[index % tileWidth] ?? null;
  };
}
