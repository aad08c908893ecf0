/** Which files of an installation a backup holds, and their checksums in the form of `sha256sum`. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Configuration } from "#platform/config/config.ts";
import { OperatorError } from "../operator-error.ts";

const checksumsFile = "SHA256SUMS";
/** Of the data folder: everything but these. */
const leftOut: ReadonlySet<string> = new Set([
  // The embedded server's own files: the tables are copied instead.
  "postgres",
  "running.json",
  "installation.json",
  // Built at each start.
  "verifier",
  "signer",
]);
/** Logins and passwords belong to a database server, and the next one has others. */
const serverOnly = /^(?:signing-)?keys\/(?:database-logins\.json|database-owner[^/]*)$/;
const neverGoesBack = /^(?:sequencer|log)\//;
const witnessFolder = /^witness-\d+$/;

/** Copies the files of the data folder. */
export async function copyFilesOut(
  { dataFolder }: Pick<Configuration, "dataFolder">,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of (await readdir(dataFolder)).filter((each) => !leftOut.has(each))) {
    await cp(join(dataFolder, name), join(folder, name), {
      recursive: true,
      preserveTimestamps: true,
      filter: async (source) => await isBackedUp(dataFolder, source),
    });
  }
}

async function isBackedUp(dataFolder: string, source: string): Promise<boolean> {
  const path = relative(dataFolder, source);
  const found = await stat(source);
  return (found.isFile() || found.isDirectory()) && !serverOnly.test(path) && !path.endsWith("/lock");
}

/**
 * Puts the files back. What survived of the old installation and must never go back stays as it is: the memory of
 * witnesses, lock head and journal of erasures, and everything that was published.
 */
export async function copyFilesIn(
  folder: string,
  { dataFolder }: Pick<Configuration, "dataFolder">,
): Promise<void> {
  for (const name of await readdir(folder)) {
    if (witnessFolder.test(name) && existsSync(join(dataFolder, name))) continue;
    await cp(join(folder, name), join(dataFolder, name), {
      recursive: true,
      preserveTimestamps: true,
      force: true,
      filter: async (source, target) => (await stat(source)).isDirectory() || !survives(dataFolder, target),
    });
  }
}

/** A backup is older than what survived it. */
function survives(dataFolder: string, target: string): boolean {
  return neverGoesBack.test(relative(dataFolder, target)) && existsSync(target);
}

/** Writes the checksums of all files below a folder. */
export async function writeChecksums(folder: string): Promise<void> {
  const lines = [];
  for (const path of await filesBelow(folder)) lines.push(`${await sha256Of(join(folder, path))}  ${path}\n`);
  await writeFile(join(folder, checksumsFile), lines.join(""), { mode: 0o600, flush: true });
}

/** Refuses a backup of which a file is missing, changed or too much. */
export async function verifyChecksums(folder: string): Promise<void> {
  const text = await readFile(join(folder, checksumsFile), "utf8").catch(() => null);
  if (text === null) {
    throw new OperatorError(
      `${folder} is no backup of this program`,
      "Name a folder that bin/backup has made.",
    );
  }
  const expected = new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const found = await filesBelow(folder);
  const wrong = found.filter((path) => !expected.has(path));
  for (const [path, digest] of expected) {
    if (!found.includes(path) || (await sha256Of(join(folder, path))) !== digest) wrong.push(path);
  }
  if (wrong.length === 0) return;
  throw new OperatorError(
    `the backup is not as it was written: ${wrong.slice(0, 5).join(", ")}`,
    `Take another copy of it. \`sha256sum -c ${checksumsFile}\` in the folder lists every file.`,
  );
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== checksumsFile)
    .sort();
}

async function sha256Of(path: string): Promise<string> {
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(path)) digest.update(chunk);
  return digest.digest("hex");
}

/** A folder that is not there yet, below one that is. */
export async function refuseExisting(folder: string): Promise<void> {
  if (existsSync(folder)) {
    throw new OperatorError(`${folder} is there already`, "Name a folder that does not exist yet.");
  }
  if (!existsSync(dirname(folder))) {
    throw new OperatorError(`${dirname(folder)} does not exist`, "Mount the disk, or make the folder first.");
  }
}

/** Throws half a backup away. */
export async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
