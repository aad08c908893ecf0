/** Cutting the tree into tiles (C2SP tlog-tiles): which files a size needs, and which files a batch writes. */
import { concatBytes, equalBytes } from "../bytes.ts";
import { assert } from "../result.ts";
import type { Engine } from "./engine.ts";
import { emptyRoot, type Hash, hashLength, isTreeSize, leafHash } from "./merkle.ts";
import {
  entriesPath,
  entryBundle,
  parseEntryBundle,
  type TileCoordinates,
  tilePath,
  tileWidth,
} from "./tile-path.ts";
import { readTile, rootOfTile, type TileSource } from "./tile-proof.ts";

export {
  type BundleCoordinates,
  entriesPath,
  entryBundle,
  entryBytesMax,
  parseEntriesPath,
  parseEntryBundle,
  parseTilePath,
  type TileCoordinates,
  tilePath,
  tileWidth,
} from "./tile-path.ts";
export { consistencyProof, hashesInTile, inclusionProof, rootOfTile, type TileSource } from "./tile-proof.ts";

/** Everything an appender must remember: the partial tile of every level and the partial entry bundle. */
export interface RightEdge {
  /** By level, the bytes of the partial tile (1..255 hashes); a level without partial tile has no entry. */
  readonly tiles: ReadonlyMap<number, Uint8Array>;
  /** The bytes of the partial entry bundle, empty when there is none. */
  readonly bundle: Uint8Array;
}

/** The edge of the empty tree. */
export const emptyRightEdge: RightEdge = { tiles: new Map(), bundle: new Uint8Array(0) };

/** A file of the log: path relative to the log's prefix, and its bytes. Never changes once written. */
export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What one batch does to the log. */
export interface AppendedBatch {
  readonly newSize: number;
  readonly root: Hash;
  /** Every tile and bundle that the new size needs and the old one did not have; lower levels first. */
  readonly files: readonly LogFile[];
  readonly rightEdge: RightEdge;
}

/** Number of hashes at `level` of a tree of `size` leaves: only full tiles hash upward. */
function hashesAtLevel(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** Every tile that a tree of `newSize` needs and one of `oldSize` did not, level by level: what a mirror must still fetch. */
export function tilesBetween(oldSize: number, newSize: number): TileCoordinates[] {
  assert(isTreeSize(oldSize) && isTreeSize(newSize) && oldSize <= newSize, "a log only grows");
  const tiles: TileCoordinates[] = [];
  for (let level = 0; hashesAtLevel(newSize, level) > 0; level += 1) {
    const oldHashes = hashesAtLevel(oldSize, level);
    const newHashes = hashesAtLevel(newSize, level);
    if (oldHashes === newHashes) continue;
    for (let index = Math.floor(oldHashes / tileWidth); index * tileWidth < newHashes; index += 1) {
      tiles.push({ level, index, width: Math.min(tileWidth, newHashes - index * tileWidth) });
    }
  }
  return tiles;
}

/** Every tile that a tree of `size` needs. The entry bundles are those of level 0. Grows with size / 255. */
export function tilesForSize(size: number): TileCoordinates[] {
  return tilesBetween(0, size);
}

/** Root of the tree whose partial tiles are given. */
export function rootOfRightEdge(engine: Engine, tiles: ReadonlyMap<number, Uint8Array>): Hash {
  let root: Hash | null = null;
  // Levels from the lowest: everything below hangs to the right of what stands above it.
  for (const level of [...tiles.keys()].sort((left, right) => left - right)) {
    const tile = tiles.get(level) ?? new Uint8Array(0);
    root = rootOfTile(engine, tile, root);
  }
  return root ?? emptyRoot(engine);
}

function bundleFiles(
  size: number,
  partial: Uint8Array,
  entries: readonly Uint8Array[],
): { files: LogFile[]; partial: Uint8Array } {
  const files: LogFile[] = [];
  let bytes = partial;
  let taken = 0;
  while (taken < entries.length) {
    const start = size + taken;
    const room = tileWidth - (start % tileWidth);
    const batch = entries.slice(taken, taken + room);
    const width = (start % tileWidth) + batch.length;
    bytes = concatBytes(bytes, entryBundle(batch));
    files.push({ path: entriesPath(Math.floor(start / tileWidth), width), bytes });
    if (width === tileWidth) bytes = new Uint8Array(0);
    taken += batch.length;
  }
  return { files, partial: bytes };
}

/** The files of one level after `added` hashes; the hashes that the newly full tiles hand upward. */
function levelFiles(
  engine: Engine,
  level: number,
  hashesBefore: number,
  partial: Uint8Array,
  added: readonly Hash[],
): { files: LogFile[]; partial: Uint8Array; upward: Hash[] } {
  const files: LogFile[] = [];
  const upward: Hash[] = [];
  // Not spread into concatBytes: a batch may hold more hashes than a call takes arguments.
  const bytes = new Uint8Array(partial.length + added.length * hashLength);
  bytes.set(partial);
  for (const [at, hash] of added.entries()) bytes.set(hash, partial.length + at * hashLength);
  const firstIndex = Math.floor(hashesBefore / tileWidth);
  const fullBytes = tileWidth * hashLength;
  let offset = 0;
  for (; offset + fullBytes <= bytes.length; offset += fullBytes) {
    const tile = bytes.slice(offset, offset + fullBytes);
    files.push({ path: tilePath(level, firstIndex + offset / fullBytes, tileWidth), bytes: tile });
    upward.push(rootOfTile(engine, tile));
  }
  const rest = bytes.slice(offset);
  if (rest.length > 0) {
    files.push({
      path: tilePath(level, firstIndex + offset / fullBytes, rest.length / hashLength),
      bytes: rest,
    });
  }
  return { files, partial: rest, upward };
}

/**
 * Appends entries to a tree known by its size and right edge. Pure: the same state and entries always give the same
 * files, so a staged batch can be replayed after a crash. Throws when the edge does not belong to the size.
 */
export function appendToTiles(
  engine: Engine,
  state: { readonly size: number; readonly rightEdge: RightEdge },
  entries: readonly Uint8Array[],
): AppendedBatch {
  const { size, rightEdge } = state;
  assert(isTreeSize(size) && isTreeSize(size + entries.length), "a tree size is a whole number below 2^53");
  const bundles = bundleFiles(size, rightEdge.bundle, entries);
  const files: LogFile[] = [...bundles.files];
  const tiles = new Map(rightEdge.tiles);
  let added: Hash[] = entries.map((entry) => leafHash(engine, entry));
  for (let level = 0; added.length > 0; level += 1) {
    const hashesBefore = hashesAtLevel(size, level);
    const partial = tiles.get(level) ?? new Uint8Array(0);
    assert(partial.length === (hashesBefore % tileWidth) * hashLength, "the right edge belongs to the size");
    const written = levelFiles(engine, level, hashesBefore, partial, added);
    files.push(...written.files);
    if (written.partial.length > 0) tiles.set(level, written.partial);
    else tiles.delete(level);
    added = written.upward;
  }
  return {
    newSize: size + entries.length,
    root: rootOfRightEdge(engine, tiles),
    files,
    rightEdge: { tiles, bundle: bundles.partial },
  };
}

async function edgeTiles(source: TileSource, size: number): Promise<Map<number, Uint8Array>> {
  assert(isTreeSize(size), "a tree size is a whole number below 2^53");
  const tiles = new Map<number, Uint8Array>();
  for (let level = 0; hashesAtLevel(size, level) > 0; level += 1) {
    const hashes = hashesAtLevel(size, level);
    const width = hashes % tileWidth;
    if (width > 0)
      tiles.set(level, await readTile(source, { level, index: Math.floor(hashes / tileWidth), width }));
  }
  return tiles;
}

/** Root of the tree of `size` from its partial tiles alone. The caller compares it with a checkpoint. Throws as `TileSource` does. */
export async function rootFromTiles(engine: Engine, source: TileSource, size: number): Promise<Hash> {
  return rootOfRightEdge(engine, await edgeTiles(source, size));
}

/**
 * What an appender needs to go on after `size`. Throws as `TileSource` does, and when the partial bundle does not
 * hash to the partial tile of level 0. The caller compares `rootOfRightEdge` with its checkpoint.
 */
export async function rightEdgeFrom(engine: Engine, source: TileSource, size: number): Promise<RightEdge> {
  const tiles = await edgeTiles(source, size);
  const width = size % tileWidth;
  if (width === 0) return { tiles, bundle: new Uint8Array(0) };
  const bundle = await source.entries(Math.floor(size / tileWidth), width);
  const entries = parseEntryBundle(bundle);
  const hashes = entries.ok ? entries.value.map((entry) => leafHash(engine, entry)) : [];
  assert(
    equalBytes(concatBytes(...hashes), tiles.get(0) ?? new Uint8Array(0)),
    "the bundle hashes to its tile",
  );
  return { tiles, bundle };
}
