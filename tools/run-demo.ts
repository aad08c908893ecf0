/**
 * What `npm start` runs once the pinned Node is there: database, migrations, the demo country, then witnesses,
 * worker and portal as processes of their own, until Ctrl-C.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Configuration,
  describeConfigurationProblems,
  readConfiguration,
} from "#platform/config/config.ts";
import { foundingNeeded } from "#platform/config/installed-country.ts";
import { calculatorPageFile, offlinePageFile, verifierPageFile } from "#platform/config/log-places.ts";
import { chooseDataFolder, prepareDataFolder } from "./data-folder.ts";
import { type DemoDatabase, openDemoDatabase } from "./demo-database.ts";
import { fillDemo, printWelcome } from "./demo-people.ts";
import { readInstallation } from "./installation-state.ts";
import { OperatorError, printFailure } from "./operator-error.ts";
import { refuseTakenPorts } from "./ports.ts";
import { portsOf, programsOf, witnessesOf } from "./programs.ts";
import { takeRunLock } from "./run-lock.ts";
import { type Program, Supervisor } from "./supervisor.ts";

const nameWidth = 9;
/** A second Ctrl-C within this time is the same one, delivered twice by terminal and npm. */
const sameSignalMs = 1_000;
const pageFiles = [verifierPageFile, calculatorPageFile, offlinePageFile];
const checkout = join(import.meta.dirname, "..");

/** Aborted when the operator asks to stop; a second request later ends the process at once. */
function stopRequest(): AbortSignal {
  const stop = new AbortController();
  let asked = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      const now = performance.now();
      if (stop.signal.aborted && now - asked > sameSignalMs) process.exit(1);
      if (stop.signal.aborted) return;
      asked = now;
      console.log("\nStopping …");
      stop.abort();
    });
  }
  return stop.signal;
}

async function configurationOf(environment: NodeJS.ProcessEnv): Promise<Configuration> {
  const dataFolder = await chooseDataFolder(environment, checkout);
  const read = readConfiguration({ ...environment, AYDYN_DATA: dataFolder });
  if (!read.ok) {
    throw new OperatorError("a setting cannot be used", describeConfigurationProblems(read.problem));
  }
  return read.value;
}

/** Runs until asked to stop or until a program cannot be kept running; lets go of everything in opposite order. */
async function run(stop: AbortSignal): Promise<OperatorError | null> {
  const configuration = await configurationOf(process.env);
  await prepareDataFolder(configuration.dataFolder);
  await using release = new AsyncDisposableStack();
  release.defer(await takeRunLock(configuration.dataFolder, configuration.origin));
  await refuseTakenPorts(portsOf(configuration));
  const isLived = (await readInstallation(configuration.dataFolder)).state === "ready";
  const opening = openDemoDatabase(configuration);
  release.defer(() => opening.then(closeDatabase, () => {}));
  const failed = Promise.withResolvers<OperatorError | null>();
  stop.addEventListener("abort", () => failed.resolve(null));
  const supervisor = new Supervisor({
    print: (name, line) => console.log(`${name.padEnd(nameWidth)} | ${line}`),
    onGivenUp: failed.resolve,
  });
  release.defer(() => supervisor.stop());
  stop.addEventListener("abort", () => void supervisor.stop());
  const startTogether = (programs: readonly Program[]) =>
    Promise.all(programs.map((program) => (stop.aborted ? undefined : supervisor.start(program))));
  const startWitnesses = () => startTogether(witnessesOf(configuration, checkout));
  // Beside the database, unless the year is still to be lived, which keeps the witnesses' folders.
  const [database] = await Promise.all([opening, isLived ? startWitnesses() : null]);
  void database.server?.ended.then(() => failed.resolve(serverEnded()));
  if (database.isEmpty && configuration.mode === "demo") await fillDemo(configuration, database, stop);
  if (stop.aborted) return null;
  const instruction = foundingNeeded(configuration);
  if (instruction !== null) throw new OperatorError("no country was founded here", instruction);
  if (!isLived) await startWitnesses();
  const arePagesThere = pageFiles.every((file) => existsSync(file(configuration)));
  if (!arePagesThere) await placePages(configuration);
  await startTogether(programsOf(configuration, checkout, database.publicUrl));
  if (!stop.aborted) await printWelcome(configuration);
  // The pages of the last start are complete; those of today's sources may take their place while people read.
  if (arePagesThere && !stop.aborted) await placePages(configuration);
  // Without `await` everything would be let go of the moment this function returns.
  return await failed.promise;
}

/** Builds the pages that people save. What builds them is loaded only then: no program that runs on needs it. */
async function placePages(configuration: Configuration): Promise<void> {
  const { placeOfflinePage, placeVerifierPage } = await import("./verifier-page.ts");
  await placeVerifierPage(configuration);
  await placeOfflinePage(configuration);
}

function serverEnded(): OperatorError {
  return new OperatorError(
    "the embedded PostgreSQL ended unexpectedly",
    "Everything was stopped. Start again: it recovers what was committed.",
  );
}

async function closeDatabase(database: DemoDatabase): Promise<void> {
  await database.owner.close();
  await database.server?.stop();
}

try {
  const stop = stopRequest();
  const failure = await run(stop);
  if (failure === null) console.log("Stopped.");
  else printFailure(failure);
  process.exitCode = failure === null ? 0 : 1;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
