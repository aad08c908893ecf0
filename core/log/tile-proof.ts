/** Proofs and roots read out of tiles (RFC 6962 sections 2.1.1 and 2.1.2 over C2SP tlog-tiles). */
import { assert } from "../result.ts";
import type { Engine } from "./engine.ts";
import { emptyRoot, type Hash, hashLength, isTreeSize, nodeHash, splitPoint } from "./merkle.ts";
import { TileLevels } from "./tile-levels.ts";
import { type TileCoordinates, tilePath, tileWidth } from "./tile-path.ts";

/** Where tiles and bundles come from: a folder, a web server, a database, a map in a test. */
export interface TileSource {
  /**
   * Exactly `width` hashes (width * 32 bytes). A source that only has the full tile answers with its first hashes.
   * Rejects when the tile is not there.
   */
  tile(level: number, index: number, width: number): Promise<Uint8Array>;
  /** Exactly `width` entries as an entry bundle. Rejects when the bundle is not there. */
  entries(index: number, width: number): Promise<Uint8Array>;
}

/** The hashes of a tile, as views into its bytes. */
export function hashesInTile(tile: Uint8Array): Hash[] {
  assert(tile.length % hashLength === 0, "a tile holds whole hashes");
  return Array.from({ length: tile.length / hashLength }, (_, at) =>
    tile.subarray(at * hashLength, (at + 1) * hashLength),
  );
}

/** Root over the hashes of a tile, with the root of everything that hangs below its right end, if there is something. */
export function rootOfTile(engine: Engine, tile: Uint8Array, below: Hash | null = null): Hash {
  return new TileLevels(engine, tile).rootOfFirst(tile.length / hashLength, below) ?? emptyRoot(engine);
}

/** A tile of exactly the width asked for. Throws when the source answers with another length. */
export async function readTile(source: TileSource, tile: TileCoordinates): Promise<Uint8Array> {
  const bytes = await source.tile(tile.level, tile.index, tile.width);
  if (bytes.length !== tile.width * hashLength) {
    throw new Error(`${tilePath(tile.level, tile.index, tile.width)} has ${bytes.length} bytes`);
  }
  return bytes;
}

/** Reads hashes of subtrees of one tree out of its tiles, asking for each tile once. */
class SubtreeReader {
  readonly #engine: Engine;
  readonly #source: TileSource;
  readonly #size: number;
  readonly #tiles = new Map<string, Promise<Uint8Array>>();

  constructor(engine: Engine, source: TileSource, size: number) {
    this.#engine = engine;
    this.#source = source;
    this.#size = size;
  }

  #tile(level: number, index: number): Promise<Uint8Array> {
    const hashes = Math.floor(this.#size / tileWidth ** level);
    const width = Math.min(tileWidth, hashes - index * tileWidth);
    const path = tilePath(level, index, width);
    const known = this.#tiles.get(path) ?? readTile(this.#source, { level, index, width });
    this.#tiles.set(path, known);
    return known;
  }

  /** MTH(D[start:end]) for a range that is a node of the tree. */
  async hash(start: number, end: number): Promise<Hash> {
    const leaves = end - start;
    if (leaves === 0) return emptyRoot(this.#engine);
    const split = leaves === 1 ? 1 : splitPoint(leaves);
    if (split * 2 === leaves || leaves === 1) return this.#completeSubtree(start, leaves);
    const left = await this.#completeSubtree(start, split);
    return nodeHash(this.#engine, left, await this.hash(start + split, end));
  }

  /** A subtree of a power of two leaves, aligned to itself: up to 256 neighbours of one tile. */
  async #completeSubtree(start: number, leaves: number): Promise<Hash> {
    let level = 0;
    while (tileWidth ** (level + 1) <= leaves) level += 1;
    const first = start / tileWidth ** level;
    const count = leaves / tileWidth ** level;
    const tile = await this.#tile(level, Math.floor(first / tileWidth));
    const offset = (first % tileWidth) * hashLength;
    return rootOfTile(this.#engine, tile.subarray(offset, offset + count * hashLength));
  }
}

/**
 * The hashes that prove the leaf at `index` in the tree of `size`, from the leaf's sibling upward. The tiles are not
 * judged: the caller verifies the proof against a checkpoint. Throws unless index < size, and as `TileSource` does.
 */
export async function inclusionProof(
  engine: Engine,
  source: TileSource,
  index: number,
  size: number,
): Promise<Hash[]> {
  assert(isTreeSize(index) && isTreeSize(size) && index < size, "the index lies inside the tree");
  const reader = new SubtreeReader(engine, source, size);
  const proof: Hash[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const split = start + splitPoint(end - start);
    const goesLeft = index < split;
    proof.push(await (goesLeft ? reader.hash(split, end) : reader.hash(start, split)));
    if (goesLeft) end = split;
    else start = split;
  }
  return proof.reverse();
}

/**
 * The hashes that prove that the tree of `newSize` only appended to that of `oldSize`; empty for oldSize 0 or equal
 * sizes. The caller verifies the proof. Throws unless oldSize <= newSize, and as `TileSource` does.
 */
export async function consistencyProof(
  engine: Engine,
  source: TileSource,
  oldSize: number,
  newSize: number,
): Promise<Hash[]> {
  assert(isTreeSize(oldSize) && isTreeSize(newSize) && oldSize <= newSize, "a log only grows");
  if (oldSize === 0 || oldSize === newSize) return [];
  const reader = new SubtreeReader(engine, source, newSize);
  const proof: Hash[] = [];
  let start = 0;
  let end = newSize;
  // Descends to the node where the old tree ends; what is passed on the other side is the proof.
  while (end !== oldSize) {
    const split = start + splitPoint(end - start);
    const goesLeft = oldSize <= split;
    proof.push(await (goesLeft ? reader.hash(split, end) : reader.hash(start, split)));
    if (goesLeft) end = split;
    else start = split;
  }
  // The verifier knows the old root itself; any other node at which the old tree ends it must be told.
  if (start !== 0) proof.push(await reader.hash(start, end));
  return proof.reverse();
}
