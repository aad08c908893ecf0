/**
 * What we ask of a file system, and nothing more. The programs use `nodeDisk`; a simulation puts another in its
 * place, which tears, loses, fills up and dies from a seed. What is durable when is the business of durable-file.ts.
 */
import {
  appendFileSync,
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
  rmdirSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

export interface NameInFolder {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Every function throws what the operating system says (`code` such as ENOSPC) where nothing else is said. */
export interface Disk {
  /** The bytes of a file; `null` when there is none. */
  read(path: string): Uint8Array | null;
  /** Writes a whole file. Only with `sync` do its bytes survive a power cut; its name needs `syncFolder` as well. */
  write(path: string, bytes: Uint8Array, options: { readonly mode: number; readonly sync: boolean }): void;
  /** Writes over a file without emptying it first, for what need not survive anything. */
  overwrite(path: string, bytes: Uint8Array, mode: number): void;
  append(path: string, text: string, options: { readonly mode: number; readonly sync: boolean }): void;
  rename(from: string, to: string): void;
  /** A second name for a file; `false` when that name is taken. */
  link(existing: string, path: string): boolean;
  /** `false` when there is no such file. */
  remove(path: string): boolean;
  /** Makes the names in a folder durable. */
  syncFolder(folder: string): void;
  /** Makes a folder with its parents; the first of them that had to be made, `null` when it was there. */
  makeFolder(folder: string, mode: number): string | null;
  /** Removes a folder in which nothing lies; otherwise nothing happens. */
  removeEmptyFolder(folder: string): void;
  /** What lies in a folder; nothing when there is no such folder. */
  list(folder: string): readonly NameInFolder[];
  /** Milliseconds since the Unix epoch at which a file was last written; `null` when there is none. */
  modifiedAt(path: string): number | null;
}

/** Whether the operating system itself refused (EIO, EROFS, ENOSPC, EMFILE…), as opposed to what was read being wrong. */
export function isDiskError(error: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(errorCode(error) ?? "");
}

/** The file system of this computer. */
export const nodeDisk: Disk = {
  read: (path) => absentAs(null, ["ENOENT", "ENOTDIR"], () => readFileSync(path)),
  write: (path, bytes, { mode, sync }) =>
    writeThrough(openForWriting(path, mode), (file) => {
      writeAll(file, bytes);
      // The process's umask may have taken bits away, and a left-over file may have had others.
      fchmodSync(file, mode);
      if (sync) fsyncSync(file);
    }),
  // ext4 flushes a file that was emptied and written when it is closed.
  overwrite: (path, bytes, mode) =>
    writeThrough(openSync(path, constants.O_WRONLY | constants.O_CREAT, mode), (file) => {
      writeAll(file, bytes);
      ftruncateSync(file, bytes.length);
      fchmodSync(file, mode);
    }),
  append: (path, text, { mode, sync }) =>
    writeThrough(openSync(path, "a", mode), (file) => {
      appendFileSync(file, text);
      if (sync) fsyncSync(file);
    }),
  rename: renameSync,
  link: (existing, path) =>
    absentAs(false, ["EEXIST"], () => {
      linkSync(existing, path);
      return true;
    }),
  remove: (path) =>
    absentAs(false, ["ENOENT"], () => {
      unlinkSync(path);
      return true;
    }),
  syncFolder: (folder) => writeThrough(openSync(folder, "r"), fsyncSync),
  makeFolder: (folder, mode) => {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null;
    return mkdirSync(folder, { recursive: true, mode }) ?? null;
  },
  removeEmptyFolder: (folder) =>
    absentAs(undefined, ["ENOTEMPTY", "EEXIST", "ENOENT"], () => rmdirSync(folder)),
  list: (folder) =>
    absentAs([], ["ENOENT"], () =>
      readdirSync(folder, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        // A folder of the log may lie on another disk behind a link.
        isFolder: entry.isSymbolicLink()
          ? statSync(join(folder, entry.name)).isDirectory()
          : entry.isDirectory(),
      })),
    ),
  modifiedAt: (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null,
};

function writeThrough(file: number, write: (file: number) => void): void {
  try {
    write(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
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

function absentAs<Value>(absent: Value, codes: readonly string[], ask: () => Value): Value {
  try {
    return ask();
  } catch (error) {
    if (codes.includes(errorCode(error) ?? "")) return absent;
    throw error;
  }
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
