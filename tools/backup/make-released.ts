/**
 * `node tools/backup/make-released.ts [LAST-MIGRATION]`: keeps a small installation as this version makes it, as a backup below
 * `tools/backup/released/`, named by the last migration. Run at a release, without a parameter; the tests upgrade every one that lies there.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { readMigrations } from "#platform/database/migrate.ts";
import { backUp } from "./back-up.ts";
import { live, withInstallation } from "./test-installation.ts";

const acts = 3;
const released = join(import.meta.dirname, "released");

const last = process.argv[2] ?? (await readMigrations()).at(-1)?.name ?? "none";
const folder = join(released, last);
if (existsSync(folder)) throw new Error(`${folder} is there already`);
await withInstallation(async (installation) => {
  await live(installation, acts);
  const { configuration, database } = installation;
  mkdirSync(released, { recursive: true });
  await backUp({ configuration, owner: database.owner, folder, now: Date.now });
  console.log(folder);
}, last);
