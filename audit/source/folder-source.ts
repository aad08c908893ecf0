import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isPublishedPath } from "#core/record/publication.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { LogSource, SourceProblem } from "./log-source.ts";

/** The published files of a log in a folder. */
export function folderSource(folder: string): LogSource {
  return {
    place: folder,
    read: (path, bytesMax) => readPublishedFile(folder, path, bytesMax),
    list: (below) => listPublishedFiles(folder, below),
  };
}

/**
 * Reads in one go, without handing each step to another thread: of a tile of 8 KB that costs more than the reading, and
 * an audit reads two of them for every 256 entries.
 */
async function readPublishedFile(
  folder: string,
  path: string,
  bytesMax: number,
): Promise<Result<Uint8Array, SourceProblem>> {
  if (!isPublishedPath(path)) return refused({ kind: "missing", path });
  let file: number | null = null;
  try {
    file = openSync(`${folder}/${path}`, "r");
    const { size } = fstatSync(file);
    if (size > bytesMax) return refused({ kind: "too-large", path, bytesMax });
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const bytesRead = readSync(file, bytes, filled, size - filled, filled);
      if (bytesRead === 0)
        return refused({ kind: "unreachable", path, detail: "the file shrank while it was read" });
      filled += bytesRead;
    }
    return ok(bytes);
  } catch (error) {
    const code = errorCode(error);
    // A folder where a file is expected publishes no such file either.
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR")
      return refused({ kind: "missing", path });
    return refused({ kind: "unreachable", path, detail: code });
  } finally {
    if (file !== null) closeSync(file);
  }
}

async function listPublishedFiles(folder: string, below: string): Promise<readonly string[]> {
  const prefix = below.endsWith("/") ? below : `${below}/`;
  try {
    const found = await readdir(join(folder, below), { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => prefix + join(entry.parentPath, entry.name).slice(join(folder, prefix).length))
      .filter(isPublishedPath)
      .sort();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** The system's code of a failed file operation, such as "ENOENT". */
export function errorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.message : String(error);
}
