/** `bin/backup FOLDER`: tables, files and keys of this installation in one new folder. docs/backup.md says the rest. */
import { resolve } from "node:path";
import { backUp } from "./backup/back-up.ts";
import { oneFolder, operatorConfiguration } from "./backup/operator.ts";
import { connectOwner } from "./demo-database.ts";
import { readInstallation } from "./installation-state.ts";
import { OperatorError, printFailure } from "./operator-error.ts";
import { takeRunLock } from "./run-lock.ts";

const usage = "Use: bin/backup FOLDER. docs/backup.md says the rest.";

async function run(): Promise<void> {
  const folder = resolve(oneFolder(process.argv.slice(2), usage));
  const configuration = await operatorConfiguration();
  const { state, mode } = await readInstallation(configuration.dataFolder);
  if (state !== "ready" || mode === null) {
    throw new OperatorError(
      `there is no installation in ${configuration.dataFolder}`,
      "Set AYDYN_DATA to its folder.",
    );
  }
  await using release = new AsyncDisposableStack();
  // The embedded server runs with the programs: then they are stopped for the backup.
  if (configuration.databaseUrl === null) {
    release.defer(await takeRunLock(configuration.dataFolder, "bin/backup"));
  }
  const connection = await connectOwner(configuration);
  release.defer(() => connection.close());
  const made = await backUp({
    configuration: { ...configuration, mode },
    owner: connection.owner.sql,
    folder,
    now: Date.now,
  });
  for (const { log, size } of made.heads) console.log(`${log}: ${size} entries`);
  console.log(
    `The backup lies in ${folder}. It holds keys of persons and of the log: keep it where nobody else reads.`,
  );
}

try {
  await run();
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
