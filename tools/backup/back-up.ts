/**
 * A backup: tables, files and keys of an installation in one folder, all of one moment. The log stands still meanwhile: its
 * lock is taken, so that no entry is signed that the backup does not know. The portal may go on.
 */
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Configuration } from "#platform/config/config.ts";
import type { Sql } from "#platform/database/database.ts";
import { copyTablesOut, logsOf } from "#platform/database/table-copy-store.ts";
import { type SequencerLock, takeSequencerLock } from "#platform/record/sequencer-lock-store.ts";
import { OperatorError } from "../operator-error.ts";
import { copyFilesOut, discard, refuseExisting, writeChecksums } from "./backed-up-files.ts";
import { type BackupManifest, manifestFile } from "./manifest.ts";

export interface BackupOptions {
  readonly configuration: Pick<Configuration, "dataFolder" | "mode">;
  readonly owner: Sql;
  /** Where the backup is to lie; it must not exist. */
  readonly folder: string;
  readonly now: () => number;
}

/** Makes a backup, whole or not at all. Throws an `OperatorError` while a worker runs. */
export async function backUp(options: BackupOptions): Promise<BackupManifest> {
  const { configuration, owner, folder, now } = options;
  await refuseExisting(folder);
  const locks = await takeLocks(owner);
  const unfinished = `${folder}.unfinished`;
  try {
    await discard(unfinished);
    const copied = await copyTablesOut(owner, join(unfinished, "tables"));
    await copyFilesOut(configuration, join(unfinished, "files"));
    const manifest: BackupManifest = { v: 1, made: now(), mode: configuration.mode, ...copied };
    await writeFile(join(unfinished, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    await writeChecksums(unfinished);
    await rename(unfinished, folder);
    return manifest;
  } catch (error) {
    await discard(unfinished);
    throw error;
  } finally {
    for (const lock of locks) await lock.release();
  }
}

async function takeLocks(owner: Sql): Promise<readonly SequencerLock[]> {
  const locks: SequencerLock[] = [];
  for (const { log } of await logsOf(owner)) {
    const lock = await takeSequencerLock(owner, log);
    if (lock !== null) {
      locks.push(lock);
      continue;
    }
    for (const taken of locks) await taken.release();
    throw new OperatorError(
      `a worker continues the log ${log}`,
      "Stop the worker for the backup; the portal may go on. Appeals that come meanwhile wait for their entry.",
    );
  }
  return locks;
}
