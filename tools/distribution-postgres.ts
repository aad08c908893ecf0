/** Debian's PostgreSQL for `npm run test:postgres`: a cluster of its own on a free port, beside any that runs. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type PostgresBinaries, unprivilegedId } from "#platform/database/postgres-binaries.ts";
import { serverVersionMin } from "#platform/database/prepare.ts";
import { aptInstall } from "./debian-packages.ts";
import { OperatorError } from "./operator-error.ts";

const distributionFolder = "/usr/lib/postgresql";

/** Finds the newest installed version, installing the distribution's package when there is none. */
export function findDistributionPostgres(): PostgresBinaries & { readonly version: string } {
  const found = newestInstalled() ?? (aptInstall(["postgresql"]) ? newestInstalled() : null);
  if (found === null) {
    throw new OperatorError(
      `no PostgreSQL ${serverVersionMin} or newer below ${distributionFolder}`,
      "As root: apt-get install postgresql. Or set DATABASE_URL to another server and run npm test.",
    );
  }
  const folder = join(distributionFolder, String(found));
  const version = spawnSync(join(folder, "bin/postgres"), ["--version"], { encoding: "utf8" }).stdout.trim();
  const runAs = process.getuid?.() === 0 ? unprivilegedId : null;
  return { folder, runAs, isAtLeast17: found >= 17, version };
}

function newestInstalled(): number | null {
  if (!existsSync(distributionFolder)) return null;
  const versions = readdirSync(distributionFolder)
    .map(Number)
    .filter((version) => version >= serverVersionMin)
    .filter((version) => existsSync(join(distributionFolder, String(version), "bin/initdb")));
  return versions.length === 0 ? null : Math.max(...versions);
}
