/**
 * Files that are whole or absent, and that survive a power cut once the function has returned: written beside
 * their place, synced, renamed, and the folder synced too (a rename alone may be lost: POSIX promises nothing
 * about a directory that was not synced). The functions are synchronous on purpose: order of durability is the
 * point of every caller, and the worker does nothing else meanwhile.
 */
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { equalBytes } from "#core/bytes.ts";
import { assert } from "#core/result.ts";

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
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) makeFolder(folder, options);
  if (options.durability === "none") {
    // Nobody reads meanwhile, and after a crash all of it is made again: no second name, a quarter of the time.
    for (const { path, bytes } of files) writeInPlace(path, bytes, options);
    return;
  }
  for (const { path, bytes } of files) writeUnfinished(unfinishedPath(path), bytes, options);
  for (const { path } of files) renameSync(unfinishedPath(path), path);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) syncFolder(folder);
}

/**
 * Writes files that never change. One that exists must have the very same bytes, else `ChangedFileError`; so
 * writing the same ones again after a crash does nothing.
 */
export function writeFilesOnce(files: readonly FileToWrite[], options: WriteOptions): void {
  const missing = files.filter(({ path, bytes }) => {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return true;
    if (!equalBytes(readFileSync(path), bytes)) throw new ChangedFileError(path);
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
  makeFolder(dirname(path), options);
  const unfinished = `${unfinishedPath(path)}.${options.unique}`;
  writeUnfinished(unfinished, bytes, options);
  try {
    // A link fails when the name is taken, where a rename would replace the other's file.
    linkSync(unfinished, path);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(unfinished);
    if (options.durability === "fsync") syncFolder(dirname(path));
  }
  return true;
}

/** Adds one line to a file. After a crash its last line may be cut off: the reader leaves out what has no line end. */
export function appendLineDurably(path: string, line: string, durability: Durability): void {
  assert(!line.includes("\n"), "a line has no line end inside");
  makeFolder(dirname(path), { durability });
  const file = openSync(path, "a", fileModeDefault);
  try {
    writeSync(file, `${line}\n`);
    if (durability === "fsync") fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (durability === "fsync") syncFolder(dirname(path));
}

/** Deletes a file; nothing happens when there is none. */
export function removeFileDurably(path: string, durability: Durability): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  if (durability === "fsync") syncFolder(dirname(path));
}

/** The bytes of a file; `null` when there is none. */
export function readFileIfPresent(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return null;
    throw error;
  }
}

/** Names in a folder, sorted, unfinished files left out; none when the folder does not exist. */
export function namesInFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** Paths of all files below a folder, relative to it with "/" between, unfinished files left out; in no special order. */
export function pathsBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (prefix: string): void => {
    for (const name of namesInFolder(join(folder, prefix))) {
      const path = prefix === "" ? name : `${prefix}/${name}`;
      if (statSync(join(folder, path)).isDirectory()) walk(path);
      else found.push(path);
    }
  };
  walk("");
  return found;
}

/** Makes a folder with its parents, synced, so that a file in it cannot lose its way. */
export function makeFolder(
  folder: string,
  options: { readonly durability: Durability; readonly folderMode?: number },
): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const first = mkdirSync(folder, { recursive: true, mode: options.folderMode ?? folderModeDefault });
  if (first === undefined || options.durability === "none") return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) syncFolder(dirname(at));
}

function writeUnfinished(path: string, bytes: Uint8Array, options: WriteOptions): void {
  const mode = options.mode ?? fileModeDefault;
  const file = openForWriting(path, mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    // The process's umask may have taken bits away, and a left-over file may have had others.
    fchmodSync(file, mode);
    if (options.durability === "fsync") fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Without emptying the file first: ext4 flushes a file that was emptied and written when it is closed. */
function writeInPlace(path: string, bytes: Uint8Array, options: WriteOptions): void {
  const mode = options.mode ?? fileModeDefault;
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    ftruncateSync(file, bytes.length);
    fchmodSync(file, mode);
  } finally {
    closeSync(file);
  }
}

function openForWriting(path: string, mode: number): number {
  try {
    return openSync(path, "w", mode);
  } catch (error) {
    // Left over from a crash with a mode that forbids writing.
    if (errorCode(error) !== "EACCES") throw error;
    unlinkSync(path);
    return openSync(path, "w", mode);
  }
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function unfinishedPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.unfinished`);
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
