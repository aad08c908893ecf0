import type { Engine } from "#core/log/engine.ts";
import { emptyRoot, type Hash, nodeHash, splitPoint } from "#core/log/merkle.ts";
import { consistencyProof, rootFromTiles, type TileSource, tileWidth } from "#core/log/tile.ts";
import { assert } from "#core/result.ts";

/**
 * Both roots that a list of hashes gives for two sizes of one tree: that of the first `oldSize` leaves and that of all
 * `newSize`. The list is a consistency proof (RFC 6962 section 2.1.2) that never leaves out the node at which the old
 * tree ends. `null` when it has too few or too many hashes.
 *
 * If the second root is the signed one, the hashes are bound to it, and then the first root is what the newer tree
 * says about the older: another signed root of that size is a contradiction that anyone can check without the log.
 */
export function rebuildRoots(
  engine: Engine,
  sizes: { readonly oldSize: number; readonly newSize: number },
  hashes: readonly Hash[],
): { readonly oldRoot: Hash; readonly newRoot: Hash } | null {
  assert(sizes.oldSize <= sizes.newSize, "the older tree is not larger");
  if (sizes.oldSize === 0) {
    const [newRoot, ...rest] = hashes;
    return newRoot === undefined || rest.length > 0 ? null : { oldRoot: emptyRoot(engine), newRoot };
  }
  let taken = 0;
  const take = (): Hash | null => {
    const hash = hashes[taken] ?? null;
    taken += 1;
    return hash;
  };
  const rebuild = (oldSize: number, newSize: number): { oldRoot: Hash; newRoot: Hash } | null => {
    if (oldSize === newSize) {
      const both = take();
      return both && { oldRoot: both, newRoot: both };
    }
    const split = splitPoint(newSize);
    const isLeft = oldSize <= split;
    const inner = isLeft ? rebuild(oldSize, split) : rebuild(oldSize - split, newSize - split);
    const other = take();
    if (inner === null || other === null) return null;
    return isLeft
      ? { oldRoot: inner.oldRoot, newRoot: nodeHash(engine, inner.newRoot, other) }
      : { oldRoot: nodeHash(engine, other, inner.oldRoot), newRoot: nodeHash(engine, other, inner.newRoot) };
  };
  const roots = rebuild(sizes.oldSize, sizes.newSize);
  return taken === hashes.length ? roots : null;
}

/** The hashes that `rebuildRoots` takes, out of the tiles of the tree of `newSize`. Rejects as the source does. */
export async function rebuildingHashes(
  engine: Engine,
  source: TileSource,
  sizes: { readonly oldSize: number; readonly newSize: number },
): Promise<Hash[]> {
  const { oldSize, newSize } = sizes;
  const tiles = tilesOfTree(source, newSize);
  if (oldSize === newSize || oldSize === 0) return [await rootFromTiles(engine, tiles, newSize)];
  const proof = await consistencyProof(engine, tiles, oldSize, newSize);
  // A verifier who believes the old root need not be told it; whoever doubts it must be.
  const isLeftOut = Number.isInteger(Math.log2(oldSize));
  return isLeftOut ? [await rootFromTiles(engine, tiles, oldSize), ...proof] : proof;
}

/** Answers for any part of a tile from the tile as the tree of one size has it. */
function tilesOfTree(source: TileSource, size: number): TileSource {
  return {
    async tile(level, index, width) {
      const hashes = Math.floor(size / tileWidth ** level);
      const tile = await source.tile(level, index, Math.min(tileWidth, hashes - index * tileWidth));
      return tile.subarray(0, width * 32);
    },
    entries: (index, width) => source.entries(index, width),
  };
}
