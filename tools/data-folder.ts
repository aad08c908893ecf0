/** Where an installation keeps its files when nobody said so: see `AYDYN_DATA` in platform/config/config.ts. */
import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { unprivilegedMayEnter } from "#platform/database/postgres-binaries.ts";
import { describeFailure, OperatorError } from "./operator-error.ts";

const nameLength = 12;

/**
 * `AYDYN_DATA`, else `data` in the checkout. As root the embedded PostgreSQL runs as "nobody", who cannot
 * enter a checkout in root's home: then a folder of /var/lib/aydyn named after the checkout's path.
 */
export async function chooseDataFolder(
  environment: Readonly<Record<string, string | undefined>>,
  checkout: string,
  systemFolder = "/var/lib/aydyn",
): Promise<string> {
  if (environment.AYDYN_DATA) return environment.AYDYN_DATA;
  const beside = join(checkout, "data");
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || environment.DATABASE_URL || (await unprivilegedMayEnter(beside))) return beside;
  return join(systemFolder, createHash("sha256").update(checkout).digest("hex").slice(0, nameLength));
}

/** Creates the folder and tries to write into it; throws an `OperatorError` that says what is wrong. */
export async function prepareDataFolder(named: string): Promise<void> {
  const folder = resolve(named);
  const probe = join(folder, `.write-probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 });
    await writeFile(probe, "probe", { flush: true });
    await rm(probe);
  } catch (thrown) {
    // On a read-only disk Node's recursive mkdir only says that the folder is not there.
    const cause =
      (await access(nearestExisting(folder), constants.W_OK).catch((error: unknown) => error)) ?? thrown;
    const described = describeFailure(cause);
    throw new OperatorError(
      `the data folder ${folder} cannot be used: ${described?.message ?? String(cause)}`,
      described?.hint ?? "Set AYDYN_DATA to a folder that this user may write to.",
    );
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestExisting(dirname(folder));
}
