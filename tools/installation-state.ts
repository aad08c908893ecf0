/**
 * How far the making of an installation came: a file in its data folder. Filling the demo country takes many
 * seconds; if it was cut off, half a country is thrown away and made again, never used.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type LoginFolders,
  readRoleLogins,
  roleLoginsFile,
  writeRoleLogins,
} from "#platform/database/role-logins.ts";

export type InstallationState = "new" | "filling" | "ready";
type Mode = "demo" | "production";

/** What stays when a half-filled demo is thrown away: server, its password, the lock of the running process. */
const kept = new Set(["postgres", "keys", "signing-keys", "running.json", "installation.json"]);

function stateFile(dataFolder: string): string {
  return join(dataFolder, "installation.json");
}

/** Reads the state and the mode the installation was made in; `new` where there is none yet. */
export async function readInstallation(
  dataFolder: string,
): Promise<{ readonly state: InstallationState; readonly mode: Mode | null }> {
  const text = await readFile(stateFile(dataFolder), "utf8").catch(() => null);
  if (text === null) return { state: "new", mode: null };
  const read: unknown = JSON.parse(text);
  const entry = typeof read === "object" && read !== null ? read : {};
  const mode = "mode" in entry && entry.mode === "production" ? "production" : "demo";
  return { state: "state" in entry && entry.state === "ready" ? "ready" : "filling", mode };
}

/** Writes the state so that a reader finds the old or the new one, never half of it. */
export async function writeInstallation(
  dataFolder: string,
  state: "filling" | "ready",
  mode: Mode,
): Promise<void> {
  const file = stateFile(dataFolder);
  await writeFile(`${file}.new`, `${JSON.stringify({ v: 1, state, mode })}\n`, { flush: true });
  await rename(`${file}.new`, file);
}

/** Removes what a cut-off filling left in the data folder: published log, witnesses' memory, files, keys. */
export async function discardHalfFilled(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (!kept.has(name)) await rm(join(dataFolder, name), { recursive: true, force: true });
  }
  for (const folder of [join(dataFolder, "keys"), join(dataFolder, "signing-keys")]) {
    // Logins and the owner's password are the database server's, which stays.
    const stays = new Set([roleLoginsFile(folder), ownerPasswordFile(folder)]);
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      if (!stays.has(path)) await rm(path, { recursive: true, force: true });
    }
  }
}

/**
 * Moves what older versions kept in the portal's folder of keys into the worker's own: the keys of logs and bodies, and
 * the worker's login. Done before any program starts; done twice, it is done once.
 */
export async function separateSigningKeys(folders: LoginFolders): Promise<void> {
  const { keysFolder, signingKeysFolder } = folders;
  for (const name of ["logs", "bodies"]) {
    if (!existsSync(join(keysFolder, name))) continue;
    await mkdir(signingKeysFolder, { recursive: true, mode: 0o700 });
    await rename(join(keysFolder, name), join(signingKeysFolder, name));
  }
  const old = roleLoginsFile(keysFolder);
  if (existsSync(old) && !existsSync(roleLoginsFile(signingKeysFolder))) {
    const both = { keysFolder, signingKeysFolder: keysFolder };
    await writeRoleLogins(folders, await readRoleLogins(both));
  }
}

/** Where the password of the embedded server's owner lies. */
export function ownerPasswordFile(keysFolder: string): string {
  return join(keysFolder, "database-owner.password");
}
