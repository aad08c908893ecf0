/**
 * Files that are whole or absent, and that survive a power cut once the function has returned: written beside
 * their place, synced, renamed, and the folder synced too (a rename alone may be lost: POSIX promises nothing
 * about a directory that was not synced). The functions are synchronous on purpose: order of durability is the
 * point of every caller, and the worker does nothing else meanwhile.
 */
import { basename, dirname, join } from "node:path";
import { equalBytes, utf8Text } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { type Disk, nodeDisk } from "./disk.ts";

/**
 * `none` is for a record that can be made again from its seed and that nobody reads while it is made, such as the demo
 * country's year: files are then neither synced nor renamed into place.
 */
export type Durability = "fsync" | "none";

export interface FileToWrite {
  /** Absolute, or relative to the working folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface WriteOptions {
  readonly durability: Durability;
  /** File mode; 0o644 by default. */
  readonly mode?: number;
  /** Mode of folders that have to be made; 0o755 by default. */
  readonly folderMode?: number;
  /** The file system of this computer by default. */
  readonly disk?: Disk | undefined;
}

/** A file that never changes was found with other bytes: somebody edited it, or two programs write one folder. */
export class ChangedFileError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} exists with other bytes than those to be written; it must never change`);
    this.name = "ChangedFileError";
    this.path = path;
  }
}

const fileModeDefault = 0o644;
const folderModeDefault = 0o755;
export const immutableFileMode = 0o444;

/** Writes or replaces one file. One writer per path: the unfinished copy has a fixed name, so a repeat overwrites it. */
export function writeFileDurably(path: string, bytes: Uint8Array, options: WriteOptions): void {
  writeFilesDurably([{ path, bytes }], options);
}

/** Writes or replaces several files; each folder is synced once. Not atomic together: the caller stages them. */
function writeFilesDurably(files: readonly FileToWrite[], options: WriteOptions): void {
  const disk = options.disk ?? nodeDisk;
  const mode = options.mode ?? fileModeDefault;
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) makeFolder(folder, options);
  if (options.durability === "none") {
    // Nobody reads meanwhile, and after a crash all of it is made again: no second name, a quarter of the time.
    for (const { path, bytes } of files) disk.overwrite(path, bytes, mode);
    return;
  }
  for (const { path, bytes } of files) disk.write(unfinishedPath(path), bytes, { mode, sync: true });
  for (const { path } of files) disk.rename(unfinishedPath(path), path);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) disk.syncFolder(folder);
}

/**
 * Writes files that never change. One that exists must have the very same bytes, else `ChangedFileError`; so
 * writing the same ones again after a crash does nothing.
 */
export function writeFilesOnce(files: readonly FileToWrite[], options: WriteOptions): void {
  const disk = options.disk ?? nodeDisk;
  const missing = files.filter(({ path, bytes }) => {
    const found = disk.read(path);
    if (found === null) return true;
    if (!equalBytes(found, bytes)) throw new ChangedFileError(path);
    return false;
  });
  writeFilesDurably(missing, options);
}

/** Creates a file unless one exists; `false` when another was first. Safe against other processes. */
export function createFileDurably(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions & { readonly unique: string },
): boolean {
  const disk = options.disk ?? nodeDisk;
  makeFolder(dirname(path), options);
  const unfinished = `${unfinishedPath(path)}.${options.unique}`;
  const isSynced = options.durability === "fsync";
  disk.write(unfinished, bytes, { mode: options.mode ?? fileModeDefault, sync: isSynced });
  try {
    // A link fails when the name is taken, where a rename would replace the other's file.
    return disk.link(unfinished, path);
  } finally {
    disk.remove(unfinished);
    if (isSynced) disk.syncFolder(dirname(path));
  }
}

/** Adds one line to a file. After a crash its last line may be cut off: the reader leaves out what has no line end. */
export function appendLineDurably(
  path: string,
  line: string,
  durability: Durability,
  disk: Disk = nodeDisk,
): void {
  assert(!line.includes("\n"), "a line has no line end inside");
  makeFolder(dirname(path), { durability, disk });
  disk.append(path, `${line}\n`, { mode: fileModeDefault, sync: durability === "fsync" });
  if (durability === "fsync") disk.syncFolder(dirname(path));
}

/** Deletes a file; nothing happens when there is none. */
export function removeFileDurably(path: string, durability: Durability, disk: Disk = nodeDisk): void {
  if (disk.remove(path) && durability === "fsync") disk.syncFolder(dirname(path));
}

/** The bytes of a file; `null` when there is none. */
export function readFileIfPresent(path: string, disk: Disk = nodeDisk): Uint8Array | null {
  return disk.read(path);
}

/** The text of a file in UTF-8; `null` when there is none, or when it holds something else. */
export function readTextIfPresent(path: string, disk: Disk = nodeDisk): string | null {
  const bytes = disk.read(path);
  return bytes === null ? null : utf8Text(bytes);
}

/** Names in a folder, sorted, unfinished files left out; none when the folder does not exist. */
export function namesInFolder(folder: string, disk: Disk = nodeDisk): readonly string[] {
  return finished(disk, folder).map(({ name }) => name);
}

/** Paths of all files below a folder, relative to it with "/" between, unfinished files left out; in no special order. */
export function pathsBelow(folder: string, disk: Disk = nodeDisk): readonly string[] {
  const found: string[] = [];
  const walk = (prefix: string): void => {
    for (const { name, isFolder } of finished(disk, join(folder, prefix))) {
      const path = prefix === "" ? name : `${prefix}/${name}`;
      if (isFolder) walk(path);
      else found.push(path);
    }
  };
  walk("");
  return found;
}

function finished(disk: Disk, folder: string) {
  return disk
    .list(folder)
    .filter(({ name }) => !name.startsWith("."))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Makes a folder with its parents, synced, so that a file in it cannot lose its way. */
export function makeFolder(
  folder: string,
  options: {
    readonly durability: Durability;
    readonly folderMode?: number;
    readonly disk?: Disk | undefined;
  },
): void {
  const disk = options.disk ?? nodeDisk;
  const first = disk.makeFolder(folder, options.folderMode ?? folderModeDefault);
  if (first === null || options.durability === "none") return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) disk.syncFolder(dirname(at));
}

/**
 * Makes durable what a program finds when it starts. Whoever was there before may have been killed between writing a
 * name and syncing its folder: the name is seen, and a power cut would still take it away.
 */
export function syncTree(folder: string, disk: Disk = nodeDisk): void {
  for (const { name, isFolder } of disk.list(folder)) if (isFolder) syncTree(join(folder, name), disk);
  disk.syncFolder(folder);
}

function unfinishedPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.unfinished`);
}
