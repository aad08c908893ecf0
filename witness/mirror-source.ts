import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { concatBytes } from "#core/bytes.ts";
import {
  entriesPath,
  entryBundle,
  parseEntryBundle,
  type TileSource,
  tilePath,
  tileWidth,
} from "#core/log/tile.ts";
import { checkpointFile } from "#core/record/publication.ts";

/** The published files of a log, in a folder (a mirror, a USB stick) or at an address. Nothing in them is believed. */
export interface MirrorSource extends TileSource {
  checkpoint(): Promise<Uint8Array>;
}

const hashLength = 32;
const checkpointBytesMax = 131_072;
const tileBytesMax = tileWidth * hashLength;
const bundleBytesMax = tileWidth * 65_537;
const answerTimeoutMs = 20_000;

type ReadFileOfLog = (path: string, bytesMax: number) => Promise<Uint8Array>;

/** A source for what the user wrote: an address begins with http:// or https://, everything else is a folder. */
export function mirrorSource(place: string, fetchFile: typeof fetch): MirrorSource {
  const read = /^https?:\/\//.test(place) ? readFromAddress(place, fetchFile) : readFromFolder(place);
  return {
    checkpoint: () => read(checkpointFile, checkpointBytesMax),
    // A mirror may have kept only the full tile, whose first hashes are the partial one's (C2SP tlog-tiles).
    tile: async (level, index, width) => {
      const paths = [tilePath(level, index, width), tilePath(level, index, tileWidth)] as const;
      return (await firstThatExists(read, paths, tileBytesMax)).subarray(0, width * hashLength);
    },
    entries: async (index, width) => {
      const paths = [entriesPath(index, width), entriesPath(index, tileWidth)] as const;
      const entries = parseEntryBundle(await firstThatExists(read, paths, bundleBytesMax));
      if (!entries.ok) throw new Error(`${paths[0]} is no entry bundle`);
      return entryBundle(entries.value.slice(0, width));
    },
  };
}

async function firstThatExists(
  read: ReadFileOfLog,
  [path, otherPath]: readonly [string, string],
  bytesMax: number,
): Promise<Uint8Array> {
  if (path === otherPath) return read(path, bytesMax);
  try {
    return await read(path, bytesMax);
  } catch {
    return read(otherPath, bytesMax);
  }
}

function readFromFolder(folder: string): ReadFileOfLog {
  return async (path, bytesMax) => {
    const bytes = await readFile(join(folder, path));
    if (bytes.length > bytesMax) throw new Error(`${path} is over ${bytesMax} bytes`);
    return bytes;
  };
}

function readFromAddress(address: string, fetchFile: typeof fetch): ReadFileOfLog {
  const prefix = address.replace(/\/+$/, "");
  return async (path, bytesMax) => {
    const response = await fetchFile(`${prefix}/${path}`, { signal: AbortSignal.timeout(answerTimeoutMs) });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`${path}: the server answers ${response.status}`);
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > bytesMax) throw new Error(`${path} is over ${bytesMax} bytes`);
      chunks.push(chunk);
    }
    return concatBytes(...chunks);
  };
}
