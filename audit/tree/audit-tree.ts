import { equalBytes } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { CompactRange, type Hash, hashLength, leafHashes } from "#core/log/merkle.ts";
import { rootOfTile, tilePath, tileWidth } from "#core/log/tile.ts";
import { TileLevels } from "#core/log/tile-levels.ts";
import type { Result } from "#core/result.ts";
import type { LogSource } from "../source/log-source.ts";
import { readAhead } from "../source/read-ahead.ts";
import type { Progress } from "../terminal/progress.ts";
import { isHashAt } from "./hot-bytes.ts";
import { readPublishedEntries, readPublishedTile, type TileReadProblem } from "./published-tiles.ts";
import type { TreeFinding } from "./tree-finding.ts";

/** More of one audit's findings than this say nothing new: the log is broken. */
const findingsMax = 1_000;

export interface TreeAudit {
  readonly engine: Engine;
  readonly source: LogSource;
  /** Entries to read: the size of the checkpoint. */
  readonly size: number;
  /** Entries whose tree is known and proved already; their full bundles are not read again. */
  readonly knownSize: number;
  /** Roots that some checkpoint signs, by size. Each is compared with the root of that many entries. */
  readonly signedRoots: ReadonlyMap<number, readonly Hash[]>;
  /** Called for each bundle in order, with the index of its first entry. */
  readonly visit: (bundle: VisitedBundle) => Promise<void>;
  readonly progress: Progress;
}

export interface VisitedBundle {
  readonly firstIndex: number;
  readonly entries: readonly Uint8Array[];
  /** Of the entries, one behind the other. */
  readonly hashes: Uint8Array;
}

export interface TreeOutcome {
  readonly findings: readonly TreeFinding[];
  /** Root of all entries as read; `null` when some could not be read. */
  readonly root: Hash | null;
}

interface LoadedBundle {
  readonly index: number;
  readonly entries: Result<readonly Uint8Array[], TileReadProblem>;
  readonly tile: Result<Uint8Array, TileReadProblem>;
}

/**
 * Reads every entry, hashes it, compares each tile of each level, and recomputes the root at every size that a
 * checkpoint signs. Memory does not grow with the log: some bundles ahead, and the right edge of the tree.
 */
export async function auditTree(audit: TreeAudit): Promise<TreeOutcome> {
  const reading = new TreeReading(audit);
  await reading.startFrom(audit.knownSize - (audit.knownSize % tileWidth));
  const loaded = readAhead(bundlesFrom(reading.size, audit.size), (bundle) => loadBundle(audit, bundle));
  for await (const bundle of loaded) {
    if (!(await reading.take(bundle))) break;
    audit.progress.at(reading.size, audit.size);
  }
  audit.progress.end();
  return reading.end();
}

function* bundlesFrom(start: number, size: number): Generator<{ index: number; width: number }> {
  for (let first = start; first < size; first += tileWidth) {
    yield { index: first / tileWidth, width: Math.min(tileWidth, size - first) };
  }
}

async function loadBundle(audit: TreeAudit, bundle: { index: number; width: number }): Promise<LoadedBundle> {
  const [entries, tile] = await Promise.all([
    readPublishedEntries(audit.source, bundle),
    readPublishedTile(audit.source, { level: 0, ...bundle }),
  ]);
  return { index: bundle.index, entries, tile };
}

class TreeReading {
  readonly #audit: TreeAudit;
  readonly #findings: TreeFinding[] = [];
  /** Full tiles of level 0 so far. */
  #range: CompactRange;
  /** Hashes of the tile that grows at each level above 0. */
  readonly #growing = new Map<number, { index: number; hashes: Hash[] }>();
  #root: Hash | null = null;
  #broken = false;

  constructor(audit: TreeAudit) {
    this.#audit = audit;
    this.#range = new CompactRange(audit.engine);
  }

  get size(): number {
    return this.#range.size;
  }

  /** Begins at a known size, a multiple of 256, from the tiles above level 0. Their root is proved by the caller's checkpoint. */
  async startFrom(size: number): Promise<void> {
    const { engine, source } = this.#audit;
    const edge: { level: number; bytes: Uint8Array }[] = [];
    for (let level = 1; tileWidth ** level <= size; level += 1) {
      const hashes = Math.floor(size / tileWidth ** level);
      const index = Math.floor(hashes / tileWidth);
      const known = hashes % tileWidth;
      this.#growing.set(level, { index, hashes: [] });
      if (known === 0) continue;
      // The tile as the tree of today has it: the one of the known size may be deleted.
      const hashesNow = Math.floor(this.#audit.size / tileWidth ** level);
      const width = Math.min(tileWidth, hashesNow - index * tileWidth);
      const tile = await readPublishedTile(source, { level, index, width });
      if (!tile.ok) {
        // Without the edge everything is read anew: slower, and right.
        this.#range = new CompactRange(engine);
        this.#growing.clear();
        return;
      }
      edge.push({ level, bytes: tile.value.subarray(0, known * hashLength) });
    }
    for (const { level, bytes } of edge.reverse()) {
      for (const hash of hashesOf(bytes)) {
        this.#range.appendSubtree(8 * level, hash);
        this.#growing.get(level)?.hashes.push(hash);
      }
    }
  }

  /** Judges one bundle; `false` when reading on makes no sense. */
  async take({ index, entries, tile }: LoadedBundle): Promise<boolean> {
    const { engine } = this.#audit;
    if (!tile.ok) this.#find({ kind: "file-problem", problem: tile.problem });
    if (!entries.ok) this.#find({ kind: "file-problem", problem: entries.problem });
    if (!entries.ok) {
      // What comes after can be read and judged, but no root over it can be known.
      this.#broken = true;
      if (!tile.ok || tile.value.length < tileWidth * hashLength) return false;
      await this.#tileIsFull(index, rootOfTile(engine, tile.value));
      return true;
    }
    const width = entries.value.length;
    const hashes = leafHashes(engine, entries.value);
    if (tile.ok) this.#compare(tilePath(0, index, width), tile.value, hashes);
    const root = this.#growAndCompareRoots(hashes, width);
    await this.#audit.visit({ firstIndex: index * tileWidth, entries: entries.value, hashes });
    if (width === tileWidth && root !== null) await this.#tileIsFull(index, root);
    return this.#findings.length < findingsMax;
  }

  async end(): Promise<TreeOutcome> {
    for (const [level, { index, hashes }] of this.#growing) {
      if (hashes.length > 0) await this.#readAndCompare(level, index, hashes);
    }
    // Nothing was read when the log is empty, or has not grown beyond a full tile that is known.
    if (this.#root === null && this.#range.size === this.#audit.size)
      this.#growAndCompareRoots(new Uint8Array(0), 0);
    return { findings: this.#findings, root: this.#broken ? null : this.#root };
  }

  #find(finding: TreeFinding): void {
    if (this.#findings.length < findingsMax) this.#findings.push(finding);
  }

  /** The root over one bundle; each signed root inside it is compared on the way. */
  #growAndCompareRoots(hashes: Uint8Array, width: number): Hash | null {
    const levels = new TileLevels(this.#audit.engine, hashes);
    const start = this.#range.size;
    const isLast = start + width === this.#audit.size;
    // The root at the tile's end is compared when the next one begins, or here for the last.
    const end = width === tileWidth && !isLast ? width - 1 : width;
    for (let inner = 0; inner <= end; inner += 1) this.#compareRoot(start + inner, levels, inner);
    const root = levels.rootOfFirst(width);
    if (isLast) this.#root = this.#range.root(root);
    return root;
  }

  #compareRoot(size: number, levels: TileLevels, inner: number): void {
    const signed = this.#audit.signedRoots.get(size);
    if (signed === undefined || this.#broken) return;
    const root = this.#range.root(levels.rootOfFirst(inner));
    if (signed.some((hash) => !equalBytes(hash, root))) this.#find({ kind: "root-differs", size });
  }

  /** Both are hashes one behind the other, of the same number or the tile's being more. */
  #compare(path: string, tile: Uint8Array, hashes: Uint8Array): void {
    if (Buffer.compare(tile.subarray(0, hashes.length), hashes) === 0) return;
    const differing = hashesOf(hashes).findIndex((hash, at) => !isHashAt(tile, at * hashLength, hash));
    this.#find({ kind: "tile-differs", path, hash: differing });
  }

  async #tileIsFull(index: number, root: Hash): Promise<void> {
    this.#range.appendSubtree(8, root);
    await this.#handUp(1, index, root);
  }

  /** Gives the hash of a full tile to the tile above it, which may be full in turn. */
  async #handUp(level: number, position: number, hash: Hash): Promise<void> {
    const index = Math.floor(position / tileWidth);
    const growing = this.#growing.get(level) ?? { index, hashes: [] };
    this.#growing.set(level, growing);
    growing.index = index;
    growing.hashes.push(hash);
    if (growing.hashes.length < tileWidth) return;
    await this.#readAndCompare(level, index, growing.hashes);
    const root = rootOfTile(this.#audit.engine, joined(growing.hashes));
    growing.hashes = [];
    await this.#handUp(level + 1, index, root);
  }

  async #readAndCompare(level: number, index: number, hashes: readonly Hash[]): Promise<void> {
    const width = hashes.length;
    const tile = await readPublishedTile(this.#audit.source, { level, index, width });
    if (!tile.ok) this.#find({ kind: "file-problem", problem: tile.problem });
    else this.#compare(tilePath(level, index, width), tile.value, joined(hashes));
  }
}

function hashesOf(tile: Uint8Array): Hash[] {
  return Array.from({ length: tile.length / hashLength }, (_, at) =>
    tile.subarray(at * hashLength, (at + 1) * hashLength),
  );
}

function joined(hashes: readonly Hash[]): Uint8Array {
  const tile = new Uint8Array(hashes.length * hashLength);
  for (const [at, hash] of hashes.entries()) tile.set(hash, at * hashLength);
  return tile;
}
