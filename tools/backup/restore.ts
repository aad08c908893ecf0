/**
 * Puts a backup into an empty database and a data folder without an installation. Tables are made by the migrations that the
 * backup knows, filled, and then migrated on: a backup of an older version is upgraded on its way. Erasures that
 * survived the old machine are obeyed before any program starts.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { erasedFile, parseErased, payloadPath } from "#core/record/publication.ts";
import type { Configuration } from "#platform/config/config.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import type { Sql } from "#platform/database/database.ts";
import { describeMigrationProblem, migrate, readMigrations } from "#platform/database/migrate.ts";
import { isInstalled, prepareDatabase } from "#platform/database/prepare.ts";
import { readOrDrawRoleLogins } from "#platform/database/role-logins.ts";
import { copyTablesIn } from "#platform/database/table-copy-store.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { parseLogName } from "#platform/record/act.ts";
import { finishErasures, repeatForgottenErasures } from "#platform/record/erase.ts";
import { PublishedFolder } from "#platform/record/published-folder.ts";
import { readInstallation, writeInstallation } from "../installation-state.ts";
import { OperatorError } from "../operator-error.ts";
import { copyFilesIn, verifyChecksums } from "./backed-up-files.ts";
import { type BackupManifest, readManifest } from "./manifest.ts";

export interface RestoreOptions {
  readonly configuration: Configuration;
  readonly owner: Sql;
  readonly folder: string;
  readonly now: () => number;
}

export interface Restored {
  readonly manifest: BackupManifest;
  /** Migrations that are newer than the backup, and ran now. */
  readonly migrated: readonly string[];
  /** Erasures that the backup did not know, and that were carried out again. */
  readonly erasedAgain: number;
}

/** Restores a backup, or throws an `OperatorError` before anything was changed. */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { configuration, owner, folder } = options;
  await verifyChecksums(folder);
  const manifest = await readManifest(folder);
  await refuseInstalled(options);
  await makeTables(owner, manifest);
  await copyTablesIn(owner, join(folder, "tables"));
  await mkdir(configuration.dataFolder, { recursive: true });
  await copyFilesIn(join(folder, "files"), configuration);
  const logins = await readOrDrawRoleLogins(configuration, randomBytes);
  const migrated = await prepareDatabase(owner, logins);
  let erasedAgain = 0;
  for (const { log } of manifest.heads) erasedAgain += await obeyErasures(options, log);
  await writeInstallation(configuration.dataFolder, "ready", manifest.mode);
  return { manifest, migrated, erasedAgain };
}

async function refuseInstalled({ configuration, owner }: RestoreOptions): Promise<void> {
  const { dataFolder } = configuration;
  if ((await readInstallation(dataFolder)).state !== "new") {
    throw new OperatorError(
      `${dataFolder} already holds an installation`,
      "Restore into another AYDYN_DATA. Of a lost machine, take `sequencer` and `log` along: they must not go back.",
    );
  }
  if (await isInstalled(owner)) {
    throw new OperatorError(
      "the database is not empty",
      "Restore into a new database: set DATABASE_URL to one.",
    );
  }
}

/** The tables as the backup's version made them. */
async function makeTables(owner: Sql, { migrations }: BackupManifest): Promise<void> {
  const known = await readMigrations();
  const ours = known.slice(0, migrations.length);
  const isKnown = migrations.every(
    ({ name, digest }, at) => ours[at]?.name === name && ours[at].digest === digest,
  );
  if (!isKnown) {
    throw new OperatorError(
      "the backup was made by a newer version, or by one whose migrations are not ours",
      `Install the version that knows ${migrations.at(-1)?.name ?? "them"}, and restore with it.`,
    );
  }
  const made = await migrate(owner, ours);
  if (!made.ok) throw new Error(describeMigrationProblem(made.problem));
}

/** What was erased after the backup goes again: text and ciphertext, keys, published copies. */
async function obeyErasures(
  { configuration, owner, folder, now }: RestoreOptions,
  name: string,
): Promise<number> {
  const log = parseLogName(name);
  if (log === null) throw new Error(`not a log's name: ${name}`);
  const places = logPlaces(configuration, log);
  if (!existsSync(places.publishedFolder)) return 0;
  const durability = "fsync";
  const published = new PublishedFolder(places.publishedFolder, { durability, listingEveryMs: 0 });
  const backedUp = new Set(erasedIn(join(folder, "files", "log", name)));
  // An index that erased.json names and the backup does not: whatever the backup brought back of it goes.
  for (const index of erasedIn(places.publishedFolder)) {
    if (!backedUp.has(index)) published.remove(payloadPath(index));
  }
  const personKeys = openPersonKeys(configuration.keysFolder, { randomBytes, durability });
  const tools = { ...places, log, sql: owner, personKeys, published, durability, now } as const;
  const again = await repeatForgottenErasures(tools);
  while ((await finishErasures(tools)) > 0);
  published.listNow(now());
  return again;
}

function erasedIn(publishedFolder: string): readonly number[] {
  const path = join(publishedFolder, erasedFile);
  if (!existsSync(path)) return [];
  const erased = parseErased(readFileSync(path, "utf8"));
  if (!erased.ok) throw new OperatorError(`${path} is damaged`, "Take it from a mirror.");
  return erased.value.indexes;
}
