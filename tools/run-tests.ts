/**
 * All checks: types, Biome, tidy, then every `*.test.ts` through `node --test`, whose closing lines are the last
 * that is printed. Without parameters all of it; `--static` without the tests; `--postgres` the tests on the
 * distribution's PostgreSQL; paths (core/log, demo/seed.test.ts) the tests below them alone.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { chmod, mkdtemp, rm, statfs } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createTestInstaller, startTestServer } from "#platform/database/test-server.ts";
import { ensureForeignPrograms } from "./debian-packages.ts";
import { findDistributionPostgres } from "./distribution-postgres.ts";
import { printFailure } from "./operator-error.ts";
import { writeTestGroups } from "./test-groups.ts";

const checkout = join(import.meta.dirname, "..");
/** For one test, suites with all pages in a browser included: they take a minute on a quiet machine, several on a busy one. */
const testTimeoutMs = 420_000;
/** Most that the tests' server has held was an eighth of it. */
const testServerBytesMax = 2 ** 30;
const outputBytesMax = 2 ** 26;
const runTimeoutMs = 45 * 60_000;
/** More than processors: tests wait for browsers, programs and lines as often as they count. */
const filesAtOnce = availableParallelism() * 2;

interface Step {
  readonly name: string;
  readonly command: string;
  readonly parameters: readonly string[];
}

const staticSteps: readonly Step[] = [
  { name: "type check", command: "tsc", parameters: ["-p", "."] },
  { name: "format and lint", command: "biome", parameters: ["ci", "--colors=off", "."] },
  { name: "tidy", command: process.execPath, parameters: ["tools/tidy.ts"] },
];

async function runStep({ name, command, parameters }: Step): Promise<boolean> {
  const done = await promisify(execFile)(command, parameters, {
    cwd: checkout,
    maxBuffer: outputBytesMax,
  }).then(
    () => null,
    // A tool may break its own output pipe or not be there at all: then the reason is in the message.
    (failed: Error & { readonly stdout?: string; readonly stderr?: string }) => failed,
  );
  console.log(`${done === null ? "✔" : "✖"} ${name}`);
  if (done !== null) console.log(`${done.stdout ?? ""}${done.stderr ?? ""}${done.message}`);
  return done === null;
}

function findTests(paths: readonly string[]): string[] {
  const files = globSync("**/*.test.ts", {
    cwd: checkout,
    exclude: (path) => /^(node_modules|data|\.cache|\.git)$/.test(path),
  }).sort();
  if (paths.length === 0) return files;
  const wanted = paths.map((path) => path.replace(/^\.\/|\/$/g, ""));
  return files.filter((file) => wanted.some((path) => file === path || file.startsWith(`${path}/`)));
}

/**
 * Where the tests' server keeps its files: in memory when there is plenty. Each test has a database of two thousand
 * files, made and deleted; on a disk that alone takes a seventh of the whole run. What lasts is tested on servers of its
 * own, on the disk.
 */
async function quickestFolder(): Promise<string> {
  const inMemory = "/dev/shm";
  const free = await statfs(inMemory).catch(() => null);
  return free !== null && free.bavail * free.bsize >= testServerBytesMax ? inMemory : tmpdir();
}

/** Runs the tests with a server of their own, gone afterwards; a server named by the environment is used as it is. */
async function runTests(files: readonly string[], onDistribution: boolean): Promise<boolean> {
  const environment = { ...process.env };
  await using release = new AsyncDisposableStack();
  const groupsFolder = await mkdtemp(join(tmpdir(), "aydyn-test-groups-"));
  release.defer(() => rm(groupsFolder, { recursive: true, force: true }));
  const grouped = await writeTestGroups(files, { checkout, folder: groupsFolder });
  if (onDistribution || !(environment.AYDYN_TEST_DATABASE_URL || environment.DATABASE_URL)) {
    const binaries = onDistribution ? findDistributionPostgres() : undefined;
    if (binaries) console.log(`Tests run on ${binaries.version}.`);
    const folder = await mkdtemp(join(await quickestFolder(), "aydyn-test-"));
    // Run as root, the server is another user, who must be able to enter.
    await chmod(folder, 0o711);
    release.defer(() => rm(folder, { recursive: true, force: true }));
    const server = await startTestServer(join(folder, "server"), binaries);
    release.defer(() => server.stop());
    environment.AYDYN_TEST_DATABASE_URL = onDistribution ? await createTestInstaller(server.url) : server.url;
    // Beside a server of this run alone: the files of a country belong to the tables that lie there.
    environment.AYDYN_TEST_COUNTRIES = await mkdtemp(join(tmpdir(), "aydyn-test-countries-"));
    const { AYDYN_TEST_COUNTRIES: countries } = environment;
    release.defer(() => rm(countries, { recursive: true, force: true }));
  }
  const parameters = ["--test", `--test-concurrency=${filesAtOnce}`, `--test-timeout=${testTimeoutMs}`];
  const runner = spawn(process.execPath, [...parameters, "--test-reporter=spec", ...grouped], {
    cwd: checkout,
    env: environment,
    stdio: "inherit",
  });
  // Asked to stop, we wait for the runner's end, so that the server and its folder go too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => runner.kill(signal));
  // A test file that cannot end is told as such, rather than hiding the result of all others.
  setTimeout(() => runner.kill("SIGTERM"), runTimeoutMs).unref();
  const [code] = await once(runner, "close");
  return code === 0;
}

async function main(parameters: readonly string[]): Promise<boolean> {
  const flags = new Set(parameters.filter((parameter) => parameter.startsWith("--")));
  const paths = parameters.filter((parameter) => !parameter.startsWith("--"));
  const onDistribution = flags.has("--postgres");
  const staticPassed =
    onDistribution ||
    paths.length > 0 ||
    (await Promise.all(staticSteps.map(runStep))).every((passed) => passed);
  if (flags.has("--static")) return staticPassed;
  for (const reason of ensureForeignPrograms()) console.log(`Tests will be skipped: ${reason}`);
  const files = findTests(paths);
  if (files.length === 0) throw new Error(`no tests below ${paths.join(", ")}`);
  const testsPassed = await runTests(files, onDistribution);
  return staticPassed && testsPassed;
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
