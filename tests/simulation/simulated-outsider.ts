/**
 * Somebody outside, who reads the published files after each turn and forgets nothing: holds every new checkpoint to all
 * that came before, and every leaf to the acts that were acknowledged.
 */
import assert from "node:assert/strict";
import { type CaseState, statusOf } from "#core/acts/case.ts";
import { foldLeaf, type LeafCaseState } from "#core/acts/leaf-case.ts";
import { equalBytes, toHex } from "#core/bytes.ts";
import type { ClockParameters } from "#core/clock/clock-parameters.ts";
import { CompactRange, leafHash } from "#core/log/merkle.ts";
import type { WitnessPolicy } from "#core/log/policy.ts";
import { serializeProof, verifyCheckpointNote } from "#core/log/proof.ts";
import { inclusionProof, parseEntryBundle, type TileSource, tileWidth } from "#core/log/tile.ts";
import { decodeLeaf, isZeroTag, type Leaf, wholeMinute } from "#core/record/leaf.ts";
import { checkpointPath } from "#core/record/publication.ts";
import { signQueued } from "#core/record/queued-promise.ts";
import { verifyReceipt } from "#core/record/receipt.ts";
import type { AppendedAct } from "#platform/record/act.ts";
import { rememberingEngine } from "./remembering-engine.ts";
import type { Acknowledged, SimulatedCountry } from "./simulated-country.ts";
import type { LedgerEntry } from "./simulated-ledger.ts";
import { bodyKey, bodySigner, logKey, origin } from "./simulated-parameters.ts";

export interface PublishedFiles {
  readonly source: TileSource;
  read(path: string): string | null;
}

/** Where an act stands in the log, as the database knows it. */
export interface PlacedEntry {
  readonly index: number;
  readonly entry: LedgerEntry;
}

const minuteMs = 60_000;
/** What an auditor grants: a filing may wait a day for its release, another act ten minutes for its batch. */
const filingDelayMax = 25 * 60 * minuteMs;
const batchDelayMax = 10 * minuteMs;

/** Acts of a case whose worker was away too long: an auditor may accuse, and the state's outage is to blame. */
export interface Outage {
  accusations: number;
}

export class SimulatedOutsider {
  readonly #policy: WitnessPolicy;
  readonly #range = new CompactRange(rememberingEngine);
  readonly leaves: Leaf[] = [];
  readonly #entries: { readonly bytes: Uint8Array; readonly hash: string }[] = [];
  readonly #serials = new Map<number, bigint>();
  readonly #heads = new Map<string, string>();
  readonly #roots = new Map<number, string>();
  readonly #cases = new Map<string, { state: LeafCaseState | null; acts: number; isDelayed: boolean }>();
  #receipts = 0;
  #isCheckpointSeen = "";
  size = 0;
  readonly outage: Outage = { accusations: 0 };

  constructor(policy: WitnessPolicy) {
    this.#policy = policy;
  }

  get receipts(): number {
    return this.#receipts;
  }

  /** Reads what is published. `mayBeOlder`: a power cut may have taken the newest checkpoint's name back. */
  async read(files: PublishedFiles, country: SimulatedCountry, mayBeOlder: boolean): Promise<void> {
    const note = files.read("checkpoint");
    if (note === null) {
      assert.ok(this.size === 0 || mayBeOlder, "a published checkpoint stays published");
      return;
    }
    if (note === this.#isCheckpointSeen) return;
    this.#isCheckpointSeen = note;
    const verified = verifyCheckpointNote(rememberingEngine, note, { logKey, policy: this.#policy });
    assert.ok(verified.ok, verified.ok ? "" : `the checkpoint: ${verified.problem}`);
    const { size, root } = verified.value.checkpoint;
    assert.ok(size >= this.size || mayBeOlder, `the log shrank from ${this.size} to ${size}`);
    if (size > this.size) {
      const added = await this.#readEntries(files.source, size);
      for (const entry of added) this.#take(entry);
      assert.equal(toHex(this.#range.root()), toHex(root), `the entries give the root of ${size}`);
      this.#fold(country, size - this.size);
      this.size = size;
    }
    const known = this.#roots.get(size);
    assert.ok(known === undefined || known === toHex(root), `two roots of ${size} entries`);
    this.#roots.set(size, toHex(root));
    assert.ok(files.read(checkpointPath(size)) !== null, `checkpoint ${size} is kept`);
  }

  /** Every act that was acknowledged and is witnessed gets its receipt, and the receipt verifies. */
  async takeReceipts(
    files: PublishedFiles,
    acknowledged: readonly Acknowledged[],
    entryOf: (appended: AppendedAct) => PlacedEntry | null,
  ): Promise<void> {
    for (; this.#receipts < acknowledged.length; this.#receipts += 1) {
      const one = acknowledged[this.#receipts];
      const found = one && entryOf(one.appended);
      if (!found || found.entry.witnessedSize === null) return;
      await this.#takeReceipt(files, one, found.index, found.entry);
    }
  }

  async #takeReceipt(
    files: PublishedFiles,
    { appended, act }: Acknowledged,
    index: number,
    entry: LedgerEntry,
  ): Promise<void> {
    const size = entry.witnessedSize ?? 0;
    const checkpoint = files.read(checkpointPath(size));
    assert.ok(checkpoint !== null, `checkpoint ${size} is kept for the receipt of ${index}`);
    const hashes = await inclusionProof(rememberingEngine, files.source, index, size);
    const { commitment } = appended;
    const promise = { origin, body: act.body, commitment, time: act.at, due: act.due ?? 0 };
    const verdict = verifyReceipt(
      rememberingEngine,
      {
        ...{ v: 1, type: "aydyn-receipt", origin, logKey: logKey.text, leaf: entry.leaf, index },
        queued: signQueued(bodySigner, bodyKey.text, promise),
        proof: serializeProof({ index, hashes, checkpoint }),
        opening: { payload: appended.payload, nonce: appended.nonce, parts: [] },
        policyDigest: null,
        fingerprint: null,
      },
      { policy: this.#policy, logKey: logKey.text, bodyKeys: [bodyKey.text] },
    );
    assert.ok(verdict.ok, verdict.ok ? "" : `the receipt of ${index}: ${verdict.problem}`);
    assert.ok(verdict.value.state === "in-log" && verdict.value.judged, `the receipt of ${index} proves`);
  }

  async #readEntries(source: TileSource, size: number): Promise<readonly Uint8Array[]> {
    const entries: Uint8Array[] = [];
    for (let tile = Math.floor(this.size / tileWidth); tile * tileWidth < size; tile += 1) {
      const width = Math.min(tileWidth, size - tile * tileWidth);
      const bundle = parseEntryBundle(await source.entries(tile, width));
      assert.ok(bundle.ok, `bundle ${tile}`);
      const from = tile * tileWidth;
      const hashes = bundle.value.map((entry, at) => {
        const known = this.#entries[from + at];
        if (known === undefined) return toHex(leafHash(rememberingEngine, entry));
        assert.ok(equalBytes(known.bytes, entry), "an entry that was read stays as it was");
        return known.hash;
      });
      assert.equal(toHex(await source.tile(0, tile, width)), hashes.join(""), `tile ${tile} and its bundle`);
      entries.push(...bundle.value.slice(Math.max(0, this.size - from)));
    }
    return entries;
  }

  /** Serials without gaps, previous, and time that never decreases. */
  #take(entry: Uint8Array): void {
    const decoded = decodeLeaf(entry);
    assert.ok(decoded.ok, "a leaf");
    const leaf = decoded.value;
    const index = this.leaves.length;
    const serial = (this.#serials.get(leaf.body) ?? 0n) + 1n;
    assert.equal(leaf.serial, serial, `serial of body ${leaf.body} at ${index}`);
    this.#serials.set(leaf.body, serial);
    const hash = leafHash(rememberingEngine, entry);
    const tag = toHex(leaf.caseTag);
    const previous = isZeroTag(leaf.caseTag) ? undefined : this.#heads.get(tag);
    assert.equal(toHex(leaf.previous), previous ?? "0".repeat(64), `previous at ${index}`);
    this.#heads.set(tag, toHex(hash));
    assert.ok(leaf.time >= (this.leaves.at(-1)?.time ?? 0), `time at ${index}`);
    this.leaves.push(leaf);
    this.#entries.push({ bytes: entry, hash: toHex(hash) });
    this.#range.append(hash);
  }

  /** The auditor's fold of the new leaves is the portal's fold of the same acts. */
  #fold(country: SimulatedCountry, count: number): void {
    for (const leaf of this.leaves.slice(-count)) {
      if (isZeroTag(leaf.caseTag)) continue;
      const tag = toHex(leaf.caseTag);
      const known = this.#cases.get(tag) ?? { state: null, acts: 0, isDelayed: false };
      this.#cases.set(tag, known);
      const lived = country.cases.get(tag)?.lived[known.acts];
      assert.ok(lived, "no leaf without an act");
      known.isDelayed ||= isDelayed(lived.act.at, leaf, known.acts === 0, country.parameters);
      const { state, findings } = foldLeaf(known.state, leaf, country.parameters);
      known.state = state;
      known.acts += 1;
      const faults = findings.filter(({ finding }) => finding !== "closing-disputed");
      if (known.isDelayed) {
        this.outage.accusations += faults.length;
        continue;
      }
      assert.deepEqual(faults, [], `an honest portal is accused (act ${known.acts} of ${tag})`);
      assertSame(lived.state, state, leaf);
    }
  }
}

function isDelayed(at: number, leaf: Leaf, isFirst: boolean, parameters: ClockParameters): boolean {
  const isLate = leaf.time - at > (isFirst ? filingDelayMax : batchDelayMax);
  const from = wholeMinute(at) - minuteMs;
  const isDecreed = parameters.calendars.some(
    ({ announced }) => announced > from && announced <= leaf.time + minuteMs,
  );
  return isLate || isDecreed;
}

function assertSame(acts: CaseState<string>, leaves: LeafCaseState | null, leaf: Leaf): void {
  assert.ok(leaves, "a case that was filed stands");
  assert.equal(statusOf(leaves), statusOf(acts), "both folds: status");
  assert.equal(leaves.deadline.holder, acts.deadline.holder, "both folds: holder");
  const isTold = leaf.due !== 0 || acts.deadline.due === null;
  if (isTold) assert.equal(leaves.deadline.due, acts.deadline.due, "both folds: due day");
}
