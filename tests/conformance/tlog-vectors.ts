/** Test data of the transparency log: our own small copy, and the larger shared folder where there is one. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fromBase64, utf8Bytes } from "#core/bytes.ts";
import { entriesPath, type TileSource, tilePath } from "#core/log/tile.ts";

/** The copy that lies in this repository. */
export const ownVectorsFolder = join(import.meta.dirname, "vectors", "tlog");
/** The folder beside the checkout; absent in a stranger's clone. */
export const sharedVectorsFolder = join(import.meta.dirname, "..", "..", "..", "shared", "vectors", "tlog");
/** `skip` option for tests that need the shared folder: false, or the word that says why. */
export const sharedVectorsMissing = existsSync(sharedVectorsFolder)
  ? false
  : "../shared/vectors is not beside this checkout";

export interface ConsistencyVector {
  readonly Old: number;
  readonly New: number;
  readonly OldRoot: string;
  readonly NewRoot: string;
  readonly Proof: readonly string[];
}

export interface InclusionVector {
  readonly Size: number;
  readonly Index: number;
  readonly Leaf: string;
  readonly Root: string;
  readonly Proof: readonly string[];
}

export interface TlogVectors {
  readonly Origin: string;
  readonly LogSeedHex: string;
  readonly LogVkey: string;
  readonly WitnessName: string;
  readonly WitnessSeedHex: string;
  readonly WitnessVkey: string;
  readonly Roots: Readonly<Record<string, string>>;
  readonly LeafHashes: readonly string[];
  readonly Inclusion: readonly InclusionVector[];
  readonly Consistency: readonly ConsistencyVector[];
  readonly Tiles: Readonly<Record<string, readonly string[]>>;
  readonly Paths: Readonly<Record<string, string>>;
}

/** Reads `vectors.json` of a vectors folder. */
export function readTlogVectors(folder: string): TlogVectors {
  return JSON.parse(readFileSync(join(folder, "vectors.json"), "utf8"));
}

/** Entry `index` by the rule of the vectors (`EntryRule`). */
export function vectorEntry(index: number): Uint8Array {
  if (index % 7 === 3) return new Uint8Array(0);
  if (index % 7 === 5) return new Uint8Array(index % 500).fill(index % 256);
  return utf8Bytes(`entry ${index}`);
}

/** The first `size` entries. */
export function vectorEntries(size: number): Uint8Array[] {
  return Array.from({ length: size }, (_, index) => vectorEntry(index));
}

/** Base64 of a test vector; throws when it is none. */
export function vectorBytes(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes === null) throw new Error(`not base64: ${text}`);
  return bytes;
}

/** A source over a folder of tiles, cutting a partial tile out of the full one when only that is there. */
export function folderSource(folder: string): TileSource {
  const read = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)));
  return {
    tile: async (level, index, width) => {
      const partial = tilePath(level, index, width);
      return existsSync(join(folder, partial))
        ? read(partial)
        : read(tilePath(level, index, 256)).subarray(0, width * 32);
    },
    entries: async (index, width) => read(entriesPath(index, width)),
  };
}

/** Paths of all files below a folder, relative to it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}
