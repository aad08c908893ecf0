import { equalBytes } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { leafHash, verifyConsistency, verifyInclusion } from "#core/log/merkle.ts";
import {
  consistencyProof,
  entriesPath,
  entryBundle,
  inclusionProof,
  parseEntryBundle,
  rootFromTiles,
  type TileSource,
  tilePath,
  tileWidth,
} from "#core/log/tile.ts";
import type { PageFile } from "#engines/one-file/browser/page-dom.ts";

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

export type TreeComparison = "agrees" | "older" | "other-history" | "damaged";

/** The files of a mirror that somebody dropped onto the page. */
export interface PageMirror {
  /** A published file, or `null` when it is not among them. */
  read(path: string): Promise<Uint8Array | null>;
  /** The entry at an index, proved to stand under the head; `null` when it cannot be. */
  provedEntry(engine: Engine, index: number, head: TreeHead): Promise<Uint8Array | null>;
}

/** A mirror out of the files of a chosen folder, at whatever depth the log lies in it. `null` when there is none. */
export function mirrorOfFiles(files: readonly PageFile[]): PageMirror | null {
  const pathOf = (file: PageFile): string => file.webkitRelativePath || file.name;
  const heads = files.map(pathOf).filter((path) => /(?:^|\/)checkpoint$/.test(path));
  const [shallowest] = heads.sort((left, right) => left.length - right.length);
  if (shallowest === undefined) return null;
  const prefix = shallowest.slice(0, -"checkpoint".length);
  const byPath = new Map(files.map((file) => [pathOf(file), file]));
  const read = async (path: string): Promise<Uint8Array | null> => {
    const file = byPath.get(prefix + path);
    return file === undefined ? null : new Uint8Array(await file.arrayBuffer());
  };
  return { read, provedEntry: (engine, index, head) => provedEntry(engine, tileSource(read), index, head) };
}

/** Whether the mirror's tree contains an older one: the receipt's. */
export async function compareWithTree(
  engine: Engine,
  mirror: PageMirror,
  known: TreeHead,
  head: TreeHead,
): Promise<TreeComparison> {
  if (head.size < known.size) return "older";
  const source = tileSource(mirror.read);
  try {
    if (!equalBytes(await rootFromTiles(engine, source, head.size), head.root)) return "damaged";
    const proof = await consistencyProof(engine, source, known.size, head.size);
    const claim = { oldSize: known.size, oldRoot: known.root, newSize: head.size, newRoot: head.root, proof };
    return verifyConsistency(engine, claim).ok ? "agrees" : "other-history";
  } catch {
    // A tile that is not there: the mirror is not whole.
    return "damaged";
  }
}

async function provedEntry(
  engine: Engine,
  source: TileSource,
  index: number,
  { size, root }: TreeHead,
): Promise<Uint8Array | null> {
  if (index >= size) return null;
  try {
    const bundle = Math.floor(index / tileWidth);
    const bytes = await source.entries(bundle, Math.min(tileWidth, size - bundle * tileWidth));
    const entries = parseEntryBundle(bytes);
    const entry = entries.ok ? entries.value[index % tileWidth] : undefined;
    if (entry === undefined) return null;
    const proof = await inclusionProof(engine, source, index, size);
    const claim = { leafHash: leafHash(engine, entry), index, size, root, proof };
    return verifyInclusion(engine, claim).ok ? entry : null;
  } catch {
    return null;
  }
}

function tileSource(read: PageMirror["read"]): TileSource {
  const readAny = async (partial: string, full: string): Promise<Uint8Array> => {
    const bytes = (await read(partial)) ?? (await read(full));
    if (bytes === null) throw new Error(`${partial} is not among the files`);
    return bytes;
  };
  return {
    async tile(level, index, width) {
      const bytes = await readAny(tilePath(level, index, width), tilePath(level, index, tileWidth));
      return bytes.subarray(0, width * 32);
    },
    async entries(index, width) {
      const parsed = parseEntryBundle(
        await readAny(entriesPath(index, width), entriesPath(index, tileWidth)),
      );
      if (!parsed.ok) throw new Error("the entry bundle is malformed");
      return entryBundle(parsed.value.slice(0, width));
    },
  };
}
