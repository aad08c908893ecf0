import { mkdir, open, rename } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Files that survive a power cut: nothing is called written before it lies on the disk under its name. */

const privateFileMode = 0o600;
const privateFolderMode = 0o700;

/**
 * Replaces a file as a whole: temporary file, fsync, rename, fsync of the folder. A reader sees the old bytes or the
 * new ones, never a mixture. One writer at a time.
 */
export async function replaceDurably(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.new`;
  await writeSynced(temporary, bytes, "w");
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Makes a new file that only its owner reads. Rejects with EEXIST when it is there already. */
export async function createDurably(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolderDurably(dirname(path));
  await writeSynced(path, bytes, "wx");
  await syncFolder(dirname(path));
}

/** Makes a folder and those above it, each entered durably in its parent. */
export async function makeFolderDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: privateFolderMode });
  if (first === undefined) return;
  let made = folder;
  while (made !== dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first || join(made) === join(first)) return;
    made = dirname(made);
  }
}

async function writeSynced(path: string, bytes: Uint8Array, flags: "w" | "wx"): Promise<void> {
  await using file = await open(path, flags, privateFileMode);
  await file.writeFile(bytes);
  await file.sync();
}

async function syncFolder(folder: string): Promise<void> {
  // Without this, a power cut may undo a rename although the file's own bytes were synced.
  await using handle = await open(folder, "r");
  await handle.sync();
}
