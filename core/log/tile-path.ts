/** Names of tiles and entry bundles, and the bundles' bytes (C2SP tlog-tiles). One spelling each, both ways. */
import { assert, ok, type Result, refused } from "../result.ts";
import { isTreeSize } from "./merkle.ts";

/** Hashes in a full tile and entries in a full bundle. */
export const tileWidth = 256;
const tileLevelMax = 63;
export const entryBytesMax = 65_535;

/** Where a tile stands: `width` hashes (1..256, 256 = full) at `level` (0 = leaf hashes), the `index`th of its level. */
export interface TileCoordinates {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** Where an entry bundle stands; aligned with the tiles of level 0. */
export interface BundleCoordinates {
  readonly index: number;
  readonly width: number;
}

const tilePathPattern =
  /^tile\/(?<level>0|[1-9][0-9]?)\/(?<index>[x0-9/]+?)(?:\.p\/(?<width>[1-9][0-9]{0,2}))?$/;
const entriesPathPattern = /^tile\/entries\/(?<index>[x0-9/]+?)(?:\.p\/(?<width>[1-9][0-9]{0,2}))?$/;
const indexPattern = /^(?:x[0-9]{3}\/){0,5}[0-9]{3}$/;

function isWidth(width: number): boolean {
  return Number.isInteger(width) && width >= 1 && width <= tileWidth;
}

/** The index in groups of three digits, all but the last marked with x: 1234067 is `x001/x234/067`. */
export function tileIndexPath(index: number): string {
  assert(isTreeSize(index), "a tile index is a whole number");
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/.{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join("/");
}

function parseTileIndex(text: string): number | null {
  if (!indexPattern.test(text)) return null;
  const index = Number(text.replaceAll(/[x/]/g, ""));
  // A leading group of zeros would be a second name for the same tile.
  return isTreeSize(index) && tileIndexPath(index) === text ? index : null;
}

function parseWidth(text: string | undefined): number | null {
  if (text === undefined) return tileWidth;
  const width = Number(text);
  return width < tileWidth ? width : null;
}

function widthSuffix(width: number): string {
  assert(isWidth(width), "a tile holds 1 to 256 hashes");
  return width === tileWidth ? "" : `.p/${width}`;
}

/** Path of a tile, such as `tile/0/x001/234.p/7`. Throws outside level 0..63 or width 1..256. */
export function tilePath(level: number, index: number, width: number): string {
  assert(Number.isInteger(level) && level >= 0 && level <= tileLevelMax, "a tile level is 0 to 63");
  return `tile/${level}/${tileIndexPath(index)}${widthSuffix(width)}`;
}

/** Path of an entry bundle, such as `tile/entries/x001/234.p/7`. */
export function entriesPath(index: number, width: number): string {
  return `tile/entries/${tileIndexPath(index)}${widthSuffix(width)}`;
}

/** Reads a tile's path; refuses every spelling that `tilePath` does not write. */
export function parseTilePath(path: string): Result<TileCoordinates, "bad-tile-path"> {
  const groups = tilePathPattern.exec(path)?.groups;
  const level = Number(groups?.level);
  const index = parseTileIndex(groups?.index ?? "");
  const width = parseWidth(groups?.width);
  if (groups === undefined || level > tileLevelMax || index === null || width === null) {
    return refused("bad-tile-path");
  }
  return ok({ level, index, width });
}

/** Reads a bundle's path; refuses every spelling that `entriesPath` does not write. */
export function parseEntriesPath(path: string): Result<BundleCoordinates, "bad-entries-path"> {
  const groups = entriesPathPattern.exec(path)?.groups;
  const index = parseTileIndex(groups?.index ?? "");
  const width = parseWidth(groups?.width);
  if (groups === undefined || index === null || width === null) return refused("bad-entries-path");
  return ok({ index, width });
}

/** Entries one after another, each behind its length as big-endian uint16. Throws for an entry over 65,535 bytes. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0));
  let offset = 0;
  for (const entry of entries) {
    assert(entry.length <= entryBytesMax, "an entry has at most 65,535 bytes");
    bundle[offset] = Math.floor(entry.length / 256);
    bundle[offset + 1] = entry.length % 256;
    bundle.set(entry, offset + 2);
    offset += 2 + entry.length;
  }
  return bundle;
}

/** The entries of a bundle, as views into its bytes; refused when an entry is cut short or there are more than 256. */
export function parseEntryBundle(bytes: Uint8Array): Result<Uint8Array[], "bad-entry-bundle"> {
  const entries: Uint8Array[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const high = bytes[offset];
    const low = bytes[offset + 1];
    if (high === undefined || low === undefined) return refused("bad-entry-bundle");
    const end = offset + 2 + high * 256 + low;
    if (end > bytes.length || entries.length === tileWidth) return refused("bad-entry-bundle");
    entries.push(bytes.subarray(offset + 2, end));
    offset = end;
  }
  return ok(entries);
}
