/**
 * `bin/prepare`: brings an installation to where worker and portal can be started each by itself, as systemd does it: tables
 * of this version, the programs' logins, the pages of one file. Done again it changes nothing. `npm start` does it itself.
 */
import { foundingNeeded } from "#platform/config/installed-country.ts";
import { operatorConfiguration } from "./backup/operator.ts";
import { openDemoDatabase } from "./demo-database.ts";
import { readInstallation } from "./installation-state.ts";
import { OperatorError, printFailure } from "./operator-error.ts";
import { placeOfflinePage, placeVerifierPage } from "./verifier-page.ts";

async function run(): Promise<void> {
  const configuration = await operatorConfiguration();
  if (configuration.databaseUrl === null) {
    throw new OperatorError(
      "the embedded PostgreSQL runs with `npm start` alone",
      "Set DATABASE_URL to a server of its own, with the login of the database's owner.",
    );
  }
  const { state } = await readInstallation(configuration.dataFolder);
  const instruction = foundingNeeded(configuration);
  if (state !== "ready" || instruction !== null) {
    throw new OperatorError(
      `there is no founded country in ${configuration.dataFolder}`,
      instruction ?? "Set AYDYN_DATA to its folder, or found one with bin/found.",
    );
  }
  const database = await openDemoDatabase(configuration);
  await database.owner.close();
  const digest = await placeVerifierPage(configuration);
  await placeOfflinePage(configuration);
  const ran = database.migrated.length === 0 ? "up to date" : `migrated by ${database.migrated.join(", ")}`;
  console.log(`Tables: ${ran}`);
  console.log(`Verifier page: SHA-256 ${digest}`);
  console.log(`The programs reach the database as DATABASE_URL=${database.publicUrl}`);
}

try {
  await run();
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
