/** An installation with a record of a few acts, for tests of backups. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Configuration, readConfiguration } from "#platform/config/config.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { type TestDatabase, withTestDatabase } from "#platform/database/test-database.ts";
import { actOf, log, type RecordForTests, recordIn } from "#platform/record/test-support/record.ts";
import { writeInstallation } from "../installation-state.ts";

const nameMarker = "Zygyr Halyçy";
export const textMarker = "Three months without gas.";

export interface Installation {
  readonly configuration: Configuration;
  readonly record: RecordForTests;
  readonly database: TestDatabase;
  /** Where the backup lies, beside the data folder. */
  readonly backup: string;
  start(): ReturnType<RecordForTests["start"]>;
}

/** An installation with a record of a few acts. `migrations` leaves out what a newer version added. */
export async function withInstallation(
  run: (installation: Installation) => Promise<void>,
  migrationLast?: string,
): Promise<void> {
  const known = await readMigrations();
  const migrations = migrationLast === undefined ? known : known.filter(({ name }) => name <= migrationLast);
  await withTestDatabase(
    async (database) => {
      const folder = mkdtempSync(join(tmpdir(), "aydyn-backup-"));
      try {
        const configuration = configurationOf(join(folder, "data"), database.url);
        const record = recordIn(database, configuration.dataFolder);
        mkdirSync(configuration.dataFolder);
        await writeInstallation(configuration.dataFolder, "ready", "demo");
        const places = logPlaces(configuration, log);
        const start = () => record.start({ ...places, durability: "fsync" });
        await run({ configuration, record, database, backup: join(folder, "backup"), start });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { migrations },
  );
}

export function configurationOf(dataFolder: string, url: string): Configuration {
  const read = readConfiguration({
    AYDYN_DATA: dataFolder,
    DATABASE_URL: url,
    AYDYN_LOG_ORIGIN: "ledger.example",
  });
  assert.ok(read.ok);
  return read.value;
}

/** Lives through so many acts, each with an open text and a sealed name; gives their ids. */
export async function live({ record, start }: Installation, acts: number): Promise<readonly string[]> {
  const sequencer = await start();
  const ids: string[] = [];
  for (let count = 0; count < acts; count += 1) {
    const open = {
      name: "public",
      bytes: Buffer.from(JSON.stringify({ said: textMarker })),
      mediaType: "application/json",
      store: "open",
    } as const;
    const sealed = {
      name: "identity",
      bytes: Buffer.from(nameMarker),
      mediaType: "text/plain",
      store: "sealed",
    } as const;
    const [act] = await record.append(
      actOf(randomBytes(16), { parts: [{ ...open, publish: true }, sealed] }),
    );
    ids.push(act?.actId ?? "");
    await sequencer.step();
  }
  await sequencer.close();
  return ids;
}
