import { utf8Text } from "#core/bytes.ts";
import type { Checkpoint } from "#core/log/checkpoint.ts";
import type { Engine } from "#core/log/engine.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import { decodeLeaf, type Leaf } from "#core/record/leaf.ts";
import { isParameterKind } from "#core/record/parameter-acts.ts";
import type { PublicAct } from "#core/record/parameters.ts";
import { type Opening, parsePayload, verifyOpening } from "#core/record/payload.ts";
import {
  erasedFile,
  indexOfPayloadPath,
  parametersFile,
  parseErased,
  parsePublishedPayload,
  payloadPath,
} from "#core/record/publication.ts";
import { erasedBytesMax, type LogSource, payloadBytesMax } from "../source/log-source.ts";
import { readAhead } from "../source/read-ahead.ts";
import { rememberingSource } from "../source/remembering-source.ts";
import { readProvedEntry } from "../tree/proved-entry.ts";
import { readPublishedParameters } from "./published-parameters.ts";
import type { RecordFinding } from "./record-finding.ts";

/**
 * Compares what is published beside the log with the leaves as they pass by: each public act and each published
 * payload must open the leaf at its index, no act on parameters may be left out, and nothing erased may remain whole.
 */
export class OpeningCheck {
  readonly #source: LogSource;
  readonly #hasParameters: boolean;
  readonly #acts: ReadonlyMap<number, Opening>;
  /** Ascending; those before the next leaf have been judged. */
  readonly #payloadIndexes: readonly number[];
  readonly #erased: ReadonlySet<number>;
  readonly #find: (finding: RecordFinding) => void;
  /** Acts on parameters that parameters.json did not show when it was read. */
  readonly #unpublished = new Map<number, Leaf>();
  #nextPayload = 0;
  #payloadsOpened = 0;

  constructor(
    published: {
      readonly source: LogSource;
      /** `null` when parameters.json cannot be used, which is told once and not again for each act. */
      readonly acts: readonly PublicAct[] | null;
      readonly payloadIndexes: readonly number[];
      readonly erased: ReadonlySet<number>;
    },
    find: (finding: RecordFinding) => void,
  ) {
    this.#source = published.source;
    this.#hasParameters = published.acts !== null;
    this.#acts = new Map((published.acts ?? []).map((act) => [act.index, act.opening]));
    this.#payloadIndexes = published.payloadIndexes;
    this.#erased = published.erased;
    this.#find = find;
  }

  /** Number of published payloads that open their leaves. */
  get payloadsOpened(): number {
    return this.#payloadsOpened;
  }

  /**
   * Judges the public acts whose leaves an earlier audit has read: parameters.json may say something else today.
   * Each leaf is fetched with a proof that it stands under the checkpoint.
   */
  async judgeKnown(
    engine: Engine,
    known: { readonly fromIndex: number; readonly checkpoint: Checkpoint },
  ): Promise<void> {
    const { size, root } = known.checkpoint;
    const source = rememberingSource(this.#source);
    for (const index of this.#acts.keys()) {
      if (index >= Math.min(known.fromIndex, size)) continue;
      const entry = await readProvedEntry(engine, source, { index, size, root });
      const leaf = entry.ok ? decodeLeaf(entry.value) : entry;
      if (leaf.ok) this.judgeParameter(index, leaf.value);
      else
        this.#find({
          kind: "opening-fails",
          path: parametersFile,
          index,
          problem: "its leaf cannot be proved",
        });
    }
  }

  /** Judges the public act at this leaf, if there is one. */
  judgeParameter(index: number, leaf: Leaf): void {
    const opening = this.#acts.get(index);
    const kind = kindOfLeafNumber(leaf.kind);
    if (opening === undefined) {
      if (this.#hasParameters && kind !== null && isParameterKind(kind)) this.#unpublished.set(index, leaf);
      return;
    }
    this.#judgeOpening(index, leaf, opening);
  }

  /** Judges the published payloads of the leaves from `firstIndex` on. */
  async judgePayloads(firstIndex: number, leaves: readonly (Leaf | null)[]): Promise<void> {
    while ((this.#payloadIndexes[this.#nextPayload] ?? firstIndex) < firstIndex) this.#nextPayload += 1;
    const from = this.#nextPayload;
    while ((this.#payloadIndexes[this.#nextPayload] ?? Infinity) < firstIndex + leaves.length) {
      this.#nextPayload += 1;
    }
    const indexes = this.#payloadIndexes.slice(from, this.#nextPayload);
    const read = readAhead(indexes, async (index) => ({
      index,
      bytes: await this.#source.read(payloadPath(index), payloadBytesMax),
    }));
    for await (const { index, bytes } of read) {
      const leaf = leaves[index - firstIndex];
      if (bytes.ok) {
        if (leaf) this.#judgePayload(index, leaf, bytes.value);
        continue;
      }
      // Erased since the list was written: absent as it should be.
      const isErased = bytes.problem.kind === "missing" && this.#erased.has(index);
      if (!isErased) this.#find({ kind: "published-file", problem: bytes.problem });
    }
  }

  /** What is published about entries that the log does not have, and what is not published though it should be. */
  async judgeEnd(size: number): Promise<void> {
    await this.#judgeUnpublished();
    for (const index of this.#acts.keys()) {
      if (index >= size) this.#outside(parametersFile, index);
    }
    for (const index of this.#payloadIndexes) {
      if (index >= size) this.#outside(payloadPath(index), index);
    }
  }

  /** A log that is being written may show an act a moment before parameters.json does: it is read once more. */
  async #judgeUnpublished(): Promise<void> {
    if (this.#unpublished.size === 0) return;
    const again = await readPublishedParameters(this.#source);
    const acts = new Map(again.ok ? again.value.acts.map((act) => [act.index, act.opening]) : []);
    for (const [index, leaf] of this.#unpublished) {
      const opening = acts.get(index);
      if (opening === undefined) this.#find({ kind: "parameter-not-published", index });
      else this.#judgeOpening(index, leaf, opening);
    }
  }

  #judgeOpening(index: number, leaf: Leaf, opening: Opening): void {
    const opened = verifyOpening(leaf, opening);
    if (!opened.ok) {
      this.#find({ kind: "opening-fails", path: parametersFile, index, problem: opened.problem });
    }
  }

  #outside(path: string, index: number): void {
    this.#find({ kind: "opening-fails", path, index, problem: "the log has no such entry" });
  }

  #judgePayload(index: number, leaf: Leaf, bytes: Uint8Array): void {
    const path = payloadPath(index);
    const text = utf8Text(bytes);
    const published = text === null ? null : parsePublishedPayload(text);
    if (!published?.ok || published.value.index !== index) {
      this.#find({ kind: "published-malformed", path, problem: "not the payload of this entry" });
      return;
    }
    const opened = verifyOpening(leaf, published.value.opening);
    if (!opened.ok) {
      this.#find({ kind: "opening-fails", path, index, problem: opened.problem });
      return;
    }
    this.#payloadsOpened += 1;
    if (this.#erased.has(index) && isWhole(published.value.opening)) {
      this.#find({ kind: "erased-yet-whole", path, index });
    }
  }
}

/** Whether an opening shows every part that its payload commits to: then nothing of it was erased. */
function isWhole(opening: Opening): boolean {
  const payload = parsePayload(opening.payload);
  return payload.ok && payload.value.parts.length > 0 && opening.parts.length === payload.value.parts.length;
}

/** Indexes of published payloads among paths, ascending. */
export function payloadIndexesAmong(paths: Iterable<string>): number[] {
  const indexes: number[] = [];
  for (const path of paths) {
    const index = indexOfPayloadPath(path);
    if (index !== null) indexes.push(index);
  }
  return indexes.sort((left, right) => left - right);
}

/** The entries of which something was erased. A log that never erased anything need not publish the file. */
export async function readErased(
  source: LogSource,
  find: (finding: RecordFinding) => void,
): Promise<ReadonlySet<number>> {
  const bytes = await source.read(erasedFile, erasedBytesMax);
  if (!bytes.ok) {
    if (bytes.problem.kind !== "missing") find({ kind: "published-file", problem: bytes.problem });
    return new Set();
  }
  const text = utf8Text(bytes.value);
  const erased = text === null ? null : parseErased(text);
  if (erased?.ok) return new Set(erased.value.indexes);
  find({ kind: "published-malformed", path: erasedFile, problem: "not its shape" });
  return new Set();
}
