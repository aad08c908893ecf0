import { hashLength } from "#core/log/merkle.ts";
import {
  type BundleCoordinates,
  entriesPath,
  entryBundle,
  parseEntryBundle,
  type TileCoordinates,
  type TileSource,
  tilePath,
  tileWidth,
} from "#core/log/tile.ts";
import { ok, type Result, refused } from "#core/result.ts";
import {
  entryBundleBytesMax,
  type LogSource,
  type SourceProblem,
  tileBytesMax,
} from "../source/log-source.ts";

export type TileReadProblem = SourceProblem | { readonly kind: "wrong-shape"; readonly path: string };

/** The hashes of a tile, exactly `width` of them. */
export async function readPublishedTile(
  source: LogSource,
  { level, index, width }: TileCoordinates,
): Promise<Result<Uint8Array, TileReadProblem>> {
  const path = tilePath(level, index, width);
  const found = await readPartialOrFull(source, path, tilePath(level, index, tileWidth), tileBytesMax);
  if (!found.ok) return found;
  const needed = width * hashLength;
  // The full tile begins with the partial one; only it may be longer (C2SP tlog-tiles, "Partial Tiles").
  const expected = found.value.isFull ? tileBytesMax : needed;
  if (found.value.bytes.length !== expected) return refused({ kind: "wrong-shape", path: found.value.path });
  return ok(found.value.bytes.subarray(0, needed));
}

/** The entries of a bundle, exactly `width` of them. */
export async function readPublishedEntries(
  source: LogSource,
  { index, width }: BundleCoordinates,
): Promise<Result<readonly Uint8Array[], TileReadProblem>> {
  const path = entriesPath(index, width);
  const found = await readPartialOrFull(source, path, entriesPath(index, tileWidth), entryBundleBytesMax);
  if (!found.ok) return found;
  const entries = parseEntryBundle(found.value.bytes);
  const expected = found.value.isFull ? tileWidth : width;
  if (!entries.ok || entries.value.length !== expected) {
    return refused({ kind: "wrong-shape", path: found.value.path });
  }
  return ok(entries.value.slice(0, width));
}

interface FoundTile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isFull: boolean;
}

/** A partial tile may be deleted once its full tile exists, so the full one answers for it. */
async function readPartialOrFull(
  source: LogSource,
  path: string,
  fullPath: string,
  bytesMax: number,
): Promise<Result<FoundTile, SourceProblem>> {
  const exact = await source.read(path, bytesMax);
  if (exact.ok) return ok({ path, bytes: exact.value, isFull: path === fullPath });
  if (exact.problem.kind !== "missing" || path === fullPath) return exact;
  const full = await source.read(fullPath, bytesMax);
  if (full.ok) return ok({ path: fullPath, bytes: full.value, isFull: true });
  return full.problem.kind === "missing" ? exact : full;
}

/** Thrown by `tileSourceOf` where core expects an exception; carries the problem to whoever catches it. */
export class TileReadError extends Error {
  override readonly name = "TileReadError";
  readonly problem: TileReadProblem;

  constructor(problem: TileReadProblem) {
    super(`${problem.kind}: ${problem.path}`);
    this.problem = problem;
  }
}

/** The published tiles as core's proofs read them. Rejects with `TileReadError`. */
export function tileSourceOf(source: LogSource): TileSource {
  return {
    async tile(level, index, width) {
      const tile = await readPublishedTile(source, { level, index, width });
      if (!tile.ok) throw new TileReadError(tile.problem);
      return tile.value;
    },
    async entries(index, width) {
      const entries = await readPublishedEntries(source, { index, width });
      if (!entries.ok) throw new TileReadError(entries.problem);
      return entryBundle(entries.value);
    },
  };
}
