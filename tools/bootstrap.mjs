/**
 * What must happen before TypeScript can run: the pinned Node and all packages, exactly as package-lock.json
 * names them. Plain JavaScript for the system's own Node (20 or newer) with nothing installed yet.
 */
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const pinnedNode = join(checkout, "node_modules/node/bin/node");
const outputTailLength = 3_000;
/** Unpacked from a bundle: everything that a running installation needs is there, and nothing for tests. */
const isBundled = existsSync(join(checkout, "bundle.json"));

/** A failure with a hint for the person at the terminal. */
class SetupError extends Error {
  /** @param {string} message @param {string} hint */
  constructor(message, hint) {
    super(message);
    this.name = "SetupError";
    this.hint = hint;
  }
}

/** Installs what is missing; returns at once when everything is as the lock file says. */
export async function ensureInstalled() {
  const wanted = readLock("package-lock.json");
  const missing = missingPackage(wanted, readLock("node_modules/.package-lock.json"), !isBundled);
  if (missing === null && existsSync(pinnedNode)) return;
  refuseDamagedBundle(missing ?? "node");
  refuseReadOnly();
  console.log(`Installing what Aydyn needs (${missing ?? "node"} is missing): about half a minute …`);
  await runNpmCi();
  if (!existsSync(pinnedNode)) {
    throw new SetupError(
      "npm finished, but the package `node` did not bring its program",
      "Install scripts seem to be switched off: run `npm config delete ignore-scripts`, then try again.",
    );
  }
}

function refuseDamagedBundle(missing) {
  if (!isBundled) return;
  throw new SetupError(
    `${checkout} was unpacked from a bundle, and ${missing} is missing in it`,
    "Install the bundle again into another folder; a network is not needed.",
  );
}

/** The packages of tests are in no bundle. */
export function refuseBundleForTests() {
  if (!isBundled) return;
  throw new SetupError(
    `${checkout} was unpacked from a bundle, which holds nothing for tests`,
    "Tests run in a checkout of the repository.",
  );
}

/** Runs a program of ours under the pinned Node with this terminal; resolves to its exit code. */
export function runPinned(parameters, environment = process.env) {
  const child = spawn(pinnedNode, parameters, {
    cwd: checkout,
    env: pinnedEnvironment(environment),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // The terminal sends Ctrl-C to both of us, others only to this process: the child must see it in each case.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

/** The environment in which the pinned Node and the packages' commands come first on the path. */
function pinnedEnvironment(environment) {
  return {
    ...environment,
    // Types are stripped from a file once, not at each start of each program.
    NODE_COMPILE_CACHE: environment.NODE_COMPILE_CACHE ?? join(checkout, ".cache/compile"),
    PATH: [dirname(pinnedNode), join(checkout, "node_modules/.bin"), environment.PATH].join(":"),
  };
}

/** Prints a failure for a person, without a stack where we know what to say; returns the exit code. */
export function reportFailure(error) {
  if (error instanceof SetupError)
    console.error(`\nAydyn: ${error.message}${error.message.endsWith("\n") ? "" : "."}\n${error.hint}`);
  else console.error(error);
  return 1;
}

/**
 * The first package that the lock names for this machine and that is not installed in that very version;
 * `null` when all are. npm writes node_modules/.package-lock.json last, so a cut-off installation is noticed.
 */
export function missingPackage(wanted, installed, withDevelopment = true) {
  if (installed === null) return "everything";
  for (const [path, entry] of Object.entries(wanted?.packages ?? {})) {
    if (path === "" || !isForThisMachine(entry) || (entry.dev && !withDevelopment)) continue;
    const found = installed.packages?.[path];
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) {
      return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    }
  }
  return null;
}

function isForThisMachine(entry) {
  const fits = (list, value) => list === undefined || list.includes(value);
  const musl = existsSync(`/lib/ld-musl-${process.arch === "x64" ? "x86_64" : "aarch64"}.so.1`);
  return (
    fits(entry.os, process.platform) &&
    fits(entry.cpu, process.arch) &&
    fits(entry.libc, musl ? "musl" : "glibc")
  );
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(checkout, path), "utf8"));
  } catch {
    return null;
  }
}

function refuseReadOnly() {
  try {
    accessSync(checkout, constants.W_OK);
  } catch {
    throw new SetupError(
      `the folder ${checkout} cannot be written to, and the packages are not installed in it yet`,
      "Copy it to a folder of your own and start there, or let its owner run `npm start` once.",
    );
  }
}

async function runNpmCi() {
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? { command: process.execPath, first: [process.env.npm_execpath] }
    : { command: "npm", first: [] };
  // The versions come from the lock alone. Under the system's Node npm warns that some packages want a newer
  // one; they get it. Development packages are part of it: one installation serves `npm start` and `npm test`.
  const parameters = [
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const child = spawn(npm.command, [...npm.first, ...parameters, ...cacheParameters()], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-outputTailLength);
    });
  }
  const code = await new Promise((resolve) => {
    child.once("error", (error) => resolve(String(error)));
    child.once("exit", resolve);
  });
  if (code !== 0) throw installError(output, code);
}

/** A user without a home of their own, such as a service's, has no npm cache either. */
function cacheParameters() {
  try {
    accessSync(homedir(), constants.W_OK);
    return [];
  } catch {
    const cache = join(checkout, ".cache/npm");
    mkdirSync(cache, { recursive: true });
    return [`--cache=${cache}`];
  }
}

/**
 * Installs what is missing, then runs an operator's command of the checkout under the pinned Node. Files and folders are
 * named from where the operator stands, and the program runs in the checkout.
 * @param {string} program
 */
export async function runCommand(program) {
  try {
    await ensureInstalled();
    const parameters = process.argv.slice(2).map((each) => (each.startsWith("--") ? each : resolve(each)));
    process.exitCode = await runPinned(["--import", "./tools/follow-parent.mjs", program, ...parameters]);
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

/** Exported for its test: which sentence belongs to which complaint of npm. */
export function installError(output, code) {
  const message = `npm could not install the packages (${code}):\n${output.trim()}\n`;
  if (/ENOSPC|no space left/i.test(output)) {
    return new SetupError(message, "The disk is full: free about 1 GB, then try again.");
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return new SetupError(
      message,
      "The package registry could not be reached: check the network connection or proxy.",
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new SetupError(
      message,
      `This user may not write below ${checkout}, or to npm's cache: see the path above.`,
    );
  }
  return new SetupError(
    message,
    "Delete node_modules and try again; Aydyn needs npm 9 or newer and Node 20 or newer.",
  );
}
