/**
 * `bin/found COUNTRY.json [--preview | --yes]`: lays the first bodies, calendar, rules, witnesses and officials of a
 * country into an empty record. Shows everything first and asks; `--preview` only shows, `--yes` does not ask.
 */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { chooseDataFolder, prepareDataFolder } from "./data-folder.ts";
import { openDemoDatabase } from "./demo-database.ts";
import { foundInstallation } from "./founding.ts";
import { OperatorError, printFailure } from "./operator-error.ts";
import { takeRunLock } from "./run-lock.ts";

const usage = "Use: bin/found COUNTRY.json [--preview | --yes]. docs/founding.md says the rest.";
const checkout = join(import.meta.dirname, "..");

type Asking = "asks" | "preview" | "yes";
const askings: ReadonlyMap<string, Asking> = new Map([
  ["", "asks"],
  ["--preview", "preview"],
  ["--yes", "yes"],
]);

function parametersOf(given: readonly string[]): { readonly path: string; readonly asking: Asking } {
  const flags = given.filter((each) => each.startsWith("--"));
  const [path, ...more] = given.filter((each) => !each.startsWith("--"));
  const asking = askings.get(flags.join(" "));
  if (path === undefined || more.length > 0 || asking === undefined) {
    throw new OperatorError("one file that describes the country is needed", usage);
  }
  return { path, asking };
}

async function agreed(asking: Asking, logOrigin: string): Promise<boolean> {
  if (asking !== "asks") return asking === "yes";
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed = await terminal.question(
    `\nThis begins a public record that nobody can take back. Type ${logOrigin} to found it: `,
  );
  terminal.close();
  return typed.trim() === logOrigin;
}

async function run(): Promise<void> {
  const { path, asking } = parametersOf(process.argv.slice(2));
  const file = await readFile(path).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`the country's file cannot be read: ${why}`, usage);
  });
  if (process.env.AYDYN_MODE === "demo") {
    throw new OperatorError("the demo founds itself", "Unset AYDYN_MODE, or set it to production.");
  }
  const dataFolder = await chooseDataFolder(process.env, checkout);
  const settings = { ...process.env, AYDYN_DATA: dataFolder, AYDYN_MODE: "production" };
  const read = readConfiguration(settings);
  if (!read.ok)
    throw new OperatorError("a setting cannot be used", describeConfigurationProblems(read.problem));
  const configuration = read.value;
  await prepareDataFolder(dataFolder);
  await using release = new AsyncDisposableStack();
  release.defer(await takeRunLock(dataFolder, "bin/found"));
  const database = await openDemoDatabase(configuration);
  release.defer(async () => {
    await database.owner.close();
    await database.server?.stop();
  });
  const founded = await foundInstallation({
    configuration: { ...configuration, databaseUrl: database.publicUrl },
    file,
    now: Date.now,
    randomBytes: (length) => randomBytes(length),
    report: (line) => console.log(line),
    confirm: () => agreed(asking, configuration.logOrigin),
  });
  if (!founded) console.log("\nNothing was changed.");
}

try {
  await run();
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
