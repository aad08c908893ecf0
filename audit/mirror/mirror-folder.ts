import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { isPublishedPath } from "#core/record/publication.ts";
import { assert } from "#core/result.ts";
import { errorCode } from "../source/folder-source.ts";

/** The mirror's own memory, in a place that no log publishes: the last checkpoint that it verified. */
const memoryFolder = ".aydyn";
const headFile = "head";
const temporarySuffix = ".part";

/** A mirror on disk. Files appear whole or not at all. */
export class MirrorFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether a published file of this length is there; any length when none is given. */
  async has(path: string, length?: number): Promise<boolean> {
    try {
      const found = await stat(this.#place(path));
      return found.isFile() && (length === undefined || found.size === length);
    } catch (error) {
      if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return false;
      throw error;
    }
  }

  /** Writes a published file. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    await writeWhole(this.#place(path), bytes);
  }

  async remove(path: string): Promise<void> {
    await rm(this.#place(path), { force: true });
  }

  /** Removes the partial tiles that a full one has replaced. */
  async removePartials(fullPath: string): Promise<void> {
    await rm(`${this.#place(fullPath)}.p`, { recursive: true, force: true });
  }

  /** The checkpoint note that this mirror verified last; `null` for a new mirror. */
  async rememberedHead(): Promise<string | null> {
    try {
      await using file = await open(join(this.folder, memoryFolder, headFile), "r");
      return utf8Text(new Uint8Array(await file.readFile()));
    } catch (error) {
      if (errorCode(error) === "ENOENT") return null;
      throw error;
    }
  }

  /** Remembers a verified head: durable before the published checkpoint says so. */
  async rememberHead(note: string): Promise<void> {
    await writeWhole(join(this.folder, memoryFolder, headFile), utf8Bytes(note));
  }

  /** Every published file in the folder, sorted. */
  async paths(): Promise<string[]> {
    const found = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile() && !entry.name.endsWith(temporarySuffix))
      .map((entry) => join(entry.parentPath, entry.name).slice(join(this.folder, "/").length))
      .filter(isPublishedPath)
      .sort();
  }

  #place(path: string): string {
    assert(isPublishedPath(path), "a mirror writes published paths only");
    return join(this.folder, path);
  }
}

let written = 0;

/**
 * A power cut leaves the old file or the new one, never a piece. Two readers at once may both fetch a file: each writes a
 * piece of its own, and the later whole one stands.
 */
async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  written += 1;
  const temporary = `${place}.${process.pid}-${written}${temporarySuffix}`;
  {
    await using file = await open(temporary, "w");
    await file.writeFile(bytes);
    await file.sync();
  }
  await rename(temporary, place);
}
