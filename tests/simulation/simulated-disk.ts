/**
 * A disk from a seed. What was not synced may be lost at a power cut, whole or in part, every name for itself and in
 * no order: POSIX promises no more, and some file systems keep no more. A killed program loses nothing that the
 * operating system has already.
 */
import { basename, dirname } from "node:path";
import type { Chance } from "#demo/year/chance.ts";
import type { Disk, NameInFolder } from "#platform/files/disk.ts";

/** What the disk is about to do; a fault is thrown by whoever is told. `halfway` stands within a write. */
export type DiskMoment =
  | "write"
  | "halfway"
  | "sync"
  | "rename"
  | "remove"
  | "make-folder"
  | "sync-folder"
  | "read";

/** An error as the operating system gives it. */
export class DiskError extends Error {
  readonly code: string;
  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.name = "DiskError";
    this.code = code;
  }
}

interface File {
  bytes: Uint8Array;
  /** What a power cut leaves; `null` when nothing was ever synced. */
  synced: Uint8Array | null;
  modifiedAt: number;
}

class Folder {
  readonly names = new Map<string, File | Folder>();
  readonly synced = new Map<string, File | Folder>();
  /** Names that changed since the folder was last synced. */
  readonly changed = new Set<string>();
}

export interface SimulatedDiskOptions {
  readonly chance: Chance;
  readonly now: () => number;
  /** Called at each moment; throws for a fault. */
  readonly before?: (moment: DiskMoment, path: string) => void;
  /** A planted fault: paths whose syncing is only pretended. */
  readonly pretendsToSync?: (path: string) => boolean;
}

/** Where the bytes of a half-written file end, as a part of all. */
const tornAt = 0.5;

export class SimulatedDisk implements Disk {
  readonly #options: SimulatedDiskOptions;
  #root = new Folder();
  readonly #unsyncedFiles = new Set<File>();
  readonly #unsyncedFolders = new Set<Folder>();

  constructor(options: SimulatedDiskOptions) {
    this.#options = options;
  }

  read(path: string): Uint8Array | null {
    const file = this.#find(path);
    if (!file || file instanceof Folder) return null;
    this.#before("read", path);
    return file.bytes;
  }

  write(path: string, bytes: Uint8Array, { sync }: { readonly mode: number; readonly sync: boolean }): void {
    this.#before("write", path);
    const folder = this.#folderOf(path);
    const known = folder.names.get(basename(path));
    if (known instanceof Folder) throw new DiskError("EISDIR", path);
    const file = known ?? { bytes: new Uint8Array(0), synced: null, modifiedAt: 0 };
    if (!known) this.#setName(folder, basename(path), file);
    this.#unsyncedFiles.add(file);
    file.modifiedAt = this.#options.now();
    file.bytes = bytes.slice(0, Math.floor(bytes.length * tornAt));
    this.#before("halfway", path);
    file.bytes = bytes.slice();
    if (sync) this.#sync(file, path);
  }

  overwrite(path: string, bytes: Uint8Array, mode: number): void {
    this.write(path, bytes, { mode, sync: false });
  }

  append(
    path: string,
    text: string,
    { mode, sync }: { readonly mode: number; readonly sync: boolean },
  ): void {
    const found = this.#find(path);
    const before = found && !(found instanceof Folder) ? found.bytes : new Uint8Array(0);
    this.write(path, Buffer.concat([before, Buffer.from(text, "utf8")]), { mode, sync });
  }

  rename(from: string, to: string): void {
    this.#before("rename", to);
    const source = this.#folderOf(from);
    const file = source.names.get(basename(from));
    if (file === undefined) throw new DiskError("ENOENT", from);
    this.#setName(this.#folderOf(to), basename(to), file);
    this.#setName(source, basename(from), null);
  }

  link(existing: string, path: string): boolean {
    const file = this.#find(existing);
    if (!file || file instanceof Folder) throw new DiskError("ENOENT", existing);
    if (this.#find(path)) return false;
    this.#before("rename", path);
    this.#setName(this.#folderOf(path), basename(path), file);
    return true;
  }

  remove(path: string): boolean {
    if (!this.#find(path)) return false;
    this.#before("remove", path);
    this.#setName(this.#folderOf(path), basename(path), null);
    return true;
  }

  syncFolder(path: string): void {
    this.#before("sync-folder", path);
    const folder = this.#folder(path);
    if (!folder) throw new DiskError("ENOENT", path);
    if (this.#options.pretendsToSync?.(path) === true) return;
    for (const name of folder.changed) {
      const entry = folder.names.get(name);
      if (entry) folder.synced.set(name, entry);
      else folder.synced.delete(name);
    }
    folder.changed.clear();
    this.#unsyncedFolders.delete(folder);
  }

  makeFolder(path: string): string | null {
    let first: string | null = null;
    for (const at of pathsTo(path)) {
      if (this.#folder(at)) continue;
      this.#before("make-folder", at);
      first ??= at;
      this.#setName(this.#folderOf(at), basename(at), new Folder());
    }
    return first;
  }

  removeEmptyFolder(path: string): void {
    const folder = this.#folder(path);
    if (!folder || folder.names.size > 0) return;
    this.#before("remove", path);
    this.#setName(this.#folderOf(path), basename(path), null);
  }

  list(path: string): readonly NameInFolder[] {
    const entries = [...(this.#folder(path)?.names ?? [])];
    return entries.map(([name, entry]) => ({ name, isFolder: entry instanceof Folder }));
  }

  modifiedAt(path: string): number | null {
    const file = this.#find(path);
    return file && !(file instanceof Folder) ? file.modifiedAt : null;
  }

  /** The power goes: of what was not synced, chance keeps what it likes. */
  cutPower(): void {
    for (const folder of this.#unsyncedFolders) this.#loseNames(folder);
    for (const file of this.#unsyncedFiles) this.#loseBytes(file);
    this.#unsyncedFolders.clear();
    this.#unsyncedFiles.clear();
  }

  /** All files as they stand, to be put back later as a backup is. */
  copy(): Map<string, Uint8Array> {
    const files = new Map<string, Uint8Array>();
    const walk = (folder: Folder, prefix: string): void => {
      for (const [name, entry] of folder.names) {
        if (entry instanceof Folder) walk(entry, `${prefix}/${name}`);
        else files.set(`${prefix}/${name}`, entry.bytes);
      }
    };
    walk(this.#root, "");
    return files;
  }

  /** Puts a copy back in the place of everything; all of it lies on the disk. */
  restore(files: ReadonlyMap<string, Uint8Array>): void {
    this.#root = new Folder();
    this.#unsyncedFiles.clear();
    this.#unsyncedFolders.clear();
    for (const [path, bytes] of files) {
      let folder = this.#root;
      for (const part of dirname(path).split("/").filter(Boolean)) {
        const known = folder.names.get(part);
        const next = known instanceof Folder ? known : new Folder();
        folder.names.set(part, next);
        folder.synced.set(part, next);
        folder = next;
      }
      const file = { bytes, synced: bytes, modifiedAt: this.#options.now() };
      folder.names.set(basename(path), file);
      folder.synced.set(basename(path), file);
    }
  }

  #before(moment: DiskMoment, path: string): void {
    this.#options.before?.(moment, path);
  }

  #loseNames(folder: Folder): void {
    for (const name of folder.changed) {
      const entry = (this.#options.chance.happens(0.5) ? folder.names : folder.synced).get(name);
      for (const names of [folder.names, folder.synced]) {
        if (entry) names.set(name, entry);
        else names.delete(name);
      }
    }
    folder.changed.clear();
  }

  #loseBytes(file: File): void {
    const { chance } = this.#options;
    const kept = chance.between(0, 3);
    if (kept === 0) file.bytes = file.synced ?? new Uint8Array(0);
    if (kept === 1) file.bytes = file.bytes.slice(0, chance.between(0, file.bytes.length));
    if (kept === 2) file.bytes = file.bytes.slice().fill(0);
    file.synced = file.bytes;
  }

  #sync(file: File, path: string): void {
    this.#before("sync", path);
    if (this.#options.pretendsToSync?.(path) === true) return;
    file.synced = file.bytes;
    this.#unsyncedFiles.delete(file);
  }

  #setName(folder: Folder, name: string, entry: File | Folder | null): void {
    if (entry) folder.names.set(name, entry);
    else folder.names.delete(name);
    folder.changed.add(name);
    this.#unsyncedFolders.add(folder);
  }

  #find(path: string): File | Folder | undefined {
    return path === "/" ? this.#root : this.#folder(dirname(path))?.names.get(basename(path));
  }

  #folder(path: string): Folder | null {
    const found = this.#find(path);
    return found instanceof Folder ? found : null;
  }

  #folderOf(path: string): Folder {
    const folder = this.#folder(dirname(path));
    if (!folder) throw new DiskError("ENOENT", path);
    return folder;
  }
}

/** The folders from the root's child down to a path. */
function pathsTo(path: string): readonly string[] {
  const parts = path.split("/").filter(Boolean);
  return parts.map((_, at) => `/${parts.slice(0, at + 1).join("/")}`);
}
