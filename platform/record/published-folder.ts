/** The files of a log as everyone sees them (record.md section 3): written atomically, tiles never changed. */
import { dirname, join } from "node:path";
import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import { hashLength } from "#core/log/merkle.ts";
import {
  entriesPath,
  entryBundle,
  type LogFile,
  parseEntryBundle,
  type TileSource,
  tilePath,
  tileWidth,
} from "#core/log/tile.ts";
import { filesFile, filesText, isPublishedPath } from "#core/record/publication.ts";
import { type Disk, nodeDisk } from "#platform/files/disk.ts";
import {
  type Durability,
  immutableFileMode,
  makeFolder,
  pathsBelow,
  readFileIfPresent,
  removeFileDurably,
  writeFileDurably,
  writeFilesOnce,
} from "#platform/files/durable-file.ts";

export interface PublishedFolderOptions {
  readonly durability: Durability;
  /** The file system of this computer by default. */
  readonly disk?: Disk | undefined;
  /** The list of all files is rewritten at most so often; it grows with the log. */
  readonly listingEveryMs: number;
}

/** How often `files.txt` is rewritten while the log is busy. */
export const listingEveryMsDefault = 5_000;

export class PublishedFolder {
  readonly folder: string;
  readonly #options: PublishedFolderOptions;
  /** All paths, found once at start and kept from then on: the list is not read from the disk at each batch. */
  #paths: Set<string> | null = null;
  #listingChanged = false;
  #listedAt: Instant = Number.NEGATIVE_INFINITY;

  constructor(folder: string, options: PublishedFolderOptions) {
    this.folder = folder;
    this.#options = options;
    makeFolder(folder, options);
  }

  /** Writes tiles and bundles: the same bytes as before, or `ChangedFileError`. Full ones can no longer be written to. */
  writeTiles(files: readonly LogFile[]): void {
    const placed = files.map(({ path, bytes }) => ({
      path: join(this.folder, path),
      bytes,
      partial: isPartial(path),
    }));
    const { durability, disk } = this.#options;
    writeFilesOnce(
      placed.filter(({ partial }) => partial),
      { durability, disk },
    );
    writeFilesOnce(
      placed.filter(({ partial }) => !partial),
      { durability, disk, mode: immutableFileMode },
    );
    for (const { path } of files) this.#add(path);
  }

  /** Writes or replaces one of the other files. */
  write(path: string, text: string): void {
    writeFileDurably(join(this.folder, path), utf8Bytes(text), this.#options);
    this.#add(path);
  }

  remove(path: string): void {
    removeFileDurably(join(this.folder, path), this.#options.durability, this.#options.disk);
    if (this.paths().delete(path)) this.#listingChanged = true;
  }

  /** The text of a file; `null` when there is none. */
  read(path: string): string | null {
    const bytes = readFileIfPresent(join(this.folder, path), this.#options.disk);
    if (bytes === null) return null;
    const text = utf8Text(bytes);
    if (text === null) throw new Error(`${path}: not UTF-8`);
    return text;
  }

  /** Paths of all published files, the list itself left out. */
  paths(): Set<string> {
    this.#paths ??= new Set(
      pathsBelow(this.folder, this.#options.disk).filter(
        (path) => path !== filesFile && isPublishedPath(path),
      ),
    );
    return this.#paths;
  }

  /** Rewrites `files.txt` when something changed since, and not more often than it may. */
  list(now: Instant): void {
    const sinceMs = now - this.#listedAt;
    const isEarly = sinceMs >= 0 && sinceMs < this.#options.listingEveryMs;
    const isMissing = this.#listedAt === Number.NEGATIVE_INFINITY && this.read(filesFile) === null;
    if ((!this.#listingChanged && !isMissing) || isEarly) return;
    this.listNow(now);
  }

  /** Rewrites `files.txt` at once. */
  listNow(now: Instant): void {
    const text = filesText([...this.paths(), filesFile]);
    writeFileDurably(join(this.folder, filesFile), utf8Bytes(text), this.#options);
    this.#listingChanged = false;
    this.#listedAt = now;
  }

  /**
   * Deletes partial tiles and bundles that are older than `keepMs` and have become full: whoever still holds an old
   * checkpoint by then reads the full ones (C2SP tlog-tiles allows it). Returns how many went.
   */
  prunePartials(now: Instant, keepMs: number): number {
    const obsolete = [...this.paths()].filter((path) => isPartial(path) && this.paths().has(fullPath(path)));
    const disk = this.#options.disk ?? nodeDisk;
    const old = obsolete.filter(
      (path) => keepMs === 0 || now - (disk.modifiedAt(join(this.folder, path)) ?? now) > keepMs,
    );
    for (const path of old) this.remove(path);
    // A folder in which a younger partial tile of a later size lies stays.
    for (const folder of new Set(old.map((path) => dirname(path)))) {
      disk.removeEmptyFolder(join(this.folder, folder));
    }
    return old.length;
  }

  #add(path: string): void {
    const paths = this.paths();
    if (paths.has(path)) return;
    paths.add(path);
    this.#listingChanged = true;
  }
}

/** Reads tiles from a published folder; a partial one may be cut from the full. Rejects when neither is there. */
export function folderTileSource(folder: string, disk?: Disk): TileSource {
  const read = (path: string): Uint8Array | null => readFileIfPresent(join(folder, path), disk);
  return {
    tile: async (level, index, width) => {
      const partial = width === tileWidth ? null : read(tilePath(level, index, width));
      const bytes = partial ?? read(tilePath(level, index, tileWidth))?.subarray(0, width * hashLength);
      if (bytes === undefined) throw new Error(`${tilePath(level, index, width)} is missing`);
      return bytes;
    },
    entries: async (index, width) => {
      const partial = width === tileWidth ? null : read(entriesPath(index, width));
      if (partial !== null) return partial;
      const full = read(entriesPath(index, tileWidth));
      const entries = full === null ? null : parseEntryBundle(full);
      if (entries === null || !entries.ok) throw new Error(`${entriesPath(index, width)} is missing`);
      return entryBundle(entries.value.slice(0, width));
    },
  };
}

function isPartial(path: string): boolean {
  return path.startsWith("tile/") && path.includes(".p/");
}

function fullPath(path: string): string {
  return path.slice(0, path.indexOf(".p/"));
}
