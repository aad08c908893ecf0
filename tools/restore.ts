/** `bin/restore FOLDER`: a backup into an empty database and data folder. docs/backup.md says the rest. */
import { resolve } from "node:path";
import { oneFolder, operatorConfiguration } from "./backup/operator.ts";
import { restore } from "./backup/restore.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { connectOwner } from "./demo-database.ts";
import { printFailure } from "./operator-error.ts";
import { takeRunLock } from "./run-lock.ts";

const usage = "Use: bin/restore FOLDER. docs/backup.md says the rest.";

async function run(): Promise<void> {
  const folder = resolve(oneFolder(process.argv.slice(2), usage));
  const configuration = await operatorConfiguration();
  await prepareDataFolder(configuration.dataFolder);
  await using release = new AsyncDisposableStack();
  release.defer(await takeRunLock(configuration.dataFolder, "bin/restore"));
  const connection = await connectOwner(configuration);
  release.defer(() => connection.close());
  const { manifest, migrated, erasedAgain } = await restore({
    ...{ configuration, folder, now: Date.now },
    owner: connection.owner.sql,
  });
  console.log(`Restored as it was on ${new Date(manifest.made).toISOString()}.`);
  for (const { log, size } of manifest.heads) console.log(`${log}: ${size} entries`);
  if (migrated.length > 0) console.log(`Upgraded by ${migrated.length} migrations.`);
  if (erasedAgain > 0) console.log(`${erasedAgain} later erasures were carried out again.`);
  console.log(
    "Start the programs. If the log signed more since the backup, the worker refuses and says what to do.",
  );
}

try {
  await run();
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
