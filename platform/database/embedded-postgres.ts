/**
 * The PostgreSQL that comes with us, for a start without any preparation: a real server with fsync, reached
 * over the loopback address with a password. Production may as well name any other by DATABASE_URL.
 *
 * The server is a process group of its own: a Ctrl-C in the terminal reaches us alone, and we stop it last.
 * If we are killed, it lives on; the next start finds it by its own lock file and stops it first.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { NoEmbeddedPostgresError, type PostgresBinaries } from "./postgres-binaries.ts";

export interface EmbeddedPostgres {
  /** Address of the maintenance database for the owner, a superuser of this server. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server process ends, whoever ended it. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on the disk. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Ours alone; created when missing. Holds the cluster in `cluster` and the server's log. */
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  /** Of the owner; it must be the one given at the first start. */
  readonly ownerPassword: string;
  /** A free one by default. One that is given is kept over restarts, so that those who know it find the server again. */
  readonly port?: number;
  /** Gives up durability for speed. For servers whose data nobody will miss, never for others. */
  readonly forgetDataForTestsOnly?: boolean;
}

export const ownerUser = "aydyn_owner";
const startAttemptsMax = 3;
const pollMs = 20;
const startTimeoutMs = 60_000;
const stopTimeoutMs = 60_000;
/** Worker and several portals, each of which may hold twenty. */
const connectionsMax = 200;
const testConnectionsMax = 400;
const logTailLength = 2_000;

/** Starts the server, making its files at the first start. Throws `NoEmbeddedPostgresError` with a hint when it cannot. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.folder, { recursive: true, mode: 0o711 });
  await stopLeftover(clusterFolder(options));
  await createCluster(options);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const started = await tryStart(options, port);
    if ("server" in started) return started.server;
    // Another program took the port between our look and the start, or a killed server's last process still ends.
    const passing = /could not bind|still in use|lock file .* already exists/.test(started.log);
    if (!passing || attempt === startAttemptsMax) throw startError(options, started.log);
    await delay(attempt * 1_000);
  }
}

function clusterFolder(options: EmbeddedPostgresOptions): string {
  return join(options.folder, "cluster");
}

function run(options: EmbeddedPostgresOptions, program: string, parameters: readonly string[]) {
  const runAs = options.binaries.runAs;
  return {
    command: join(options.binaries.folder, "bin", program),
    parameters,
    settings: {
      cwd: options.folder,
      detached: true,
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      ...(runAs === null ? {} : { uid: runAs, gid: runAs }),
    },
  };
}

async function createCluster(options: EmbeddedPostgresOptions): Promise<void> {
  const cluster = clusterFolder(options);
  if (await stat(join(cluster, "PG_VERSION")).catch(() => null)) return;
  // Made under another name and renamed when whole: a start that was killed half way leaves nothing in use.
  const making = join(options.folder, "making");
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  const passwordFile = join(making, "password");
  await writeFile(passwordFile, options.ownerPassword, { mode: 0o600 });
  const { runAs } = options.binaries;
  if (runAs !== null) for (const path of [making, passwordFile]) await chown(path, runAs, runAs);
  const { command, parameters, settings } = run(options, "initdb", [
    `--pgdata=${join(making, "cluster")}`,
    `--username=${ownerUser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    ...(options.binaries.isAtLeast17
      ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
      : ["--locale=C.UTF-8"]),
    "--no-instructions",
    ...(options.forgetDataForTestsOnly ? ["--no-sync"] : []),
  ]);
  const child = spawn(command, parameters, { ...settings, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const code = await exitCode(child);
  if (code !== 0) throw startError(options, output);
  await rename(join(making, "cluster"), cluster);
  await rm(making, { recursive: true, force: true });
}

async function tryStart(
  options: EmbeddedPostgresOptions,
  port: number,
): Promise<{ readonly server: EmbeddedPostgres } | { readonly log: string }> {
  const logPath = join(options.folder, "postgres.log");
  const log = await open(logPath, "w", 0o600);
  const { command, parameters, settings } = run(options, "postgres", [
    "-D",
    clusterFolder(options),
    ...serverSettings(options, port).flatMap((setting) => ["-c", setting]),
  ]);
  const child = spawn(command, parameters, { ...settings, stdio: ["ignore", log.fd, log.fd] });
  let running = true;
  const ended = exitCode(child).then(() => {
    running = false;
  });
  await log.close();
  // Our own process may end without waiting for the server, as the starter of the tests' server does.
  child.unref();
  for (let waitedMs = 0; running && waitedMs < startTimeoutMs; waitedMs += pollMs) {
    const state = await readServerState(clusterFolder(options));
    if (state?.ready && state.pid === child.pid) {
      const url = `postgres://${ownerUser}:${options.ownerPassword}@127.0.0.1:${port}/postgres`;
      const { pid } = state;
      return { server: { url, port, pid, ended, stop: () => stopProcess(pid) } };
    }
    await delay(pollMs);
  }
  child.kill("SIGQUIT");
  return { log: await readFile(logPath, "utf8").catch(() => "") };
}

function serverSettings(options: EmbeddedPostgresOptions, port: number): string[] {
  const common = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    // No socket file: its path would be too long below a deep folder, and everything of ours speaks TCP.
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "logging_collector=off",
    // Statements hold personal data: they are not logged even when they fail.
    "log_min_error_statement=panic",
    "log_parameter_max_length_on_error=0",
    "password_encryption=scram-sha-256",
  ];
  if (!options.forgetDataForTestsOnly)
    return [...common, `max_connections=${connectionsMax}`, "shared_buffers=128MB"];
  return [
    ...common,
    `max_connections=${testConnectionsMax}`,
    "shared_buffers=64MB",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "autovacuum_naptime=60s",
    // Every test logs in several times, and its password is worth nothing: 4,096 rounds each would be paid for nothing.
    ...(options.binaries.isAtLeast17 ? ["scram_iterations=1"] : []),
  ];
}

/** Stops a server that outlived the program that started it, and forgets the lock file of one that was killed. */
async function stopLeftover(cluster: string): Promise<void> {
  const state = await readServerState(cluster);
  if (state === null) return;
  const commandLine = await readFile(`/proc/${state.pid}/cmdline`, "utf8").catch(() => "");
  if (commandLine.includes("postgres") && commandLine.includes(cluster)) await stopProcess(state.pid);
  // The number of the dead server may belong to another process by now, which PostgreSQL would take for it.
  else await rm(join(cluster, "postmaster.pid"), { force: true });
}

async function readServerState(cluster: string): Promise<{ pid: number; ready: boolean } | null> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => null);
  if (text === null) return null;
  // The first line is the process id, the eighth the state, as PostgreSQL's pg_ctl reads them.
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return null;
  return { pid, ready: lines[7]?.trim() === "ready" };
}

async function stopProcess(pid: number): Promise<void> {
  for (let waitedMs = 0; signal(pid, waitedMs === 0 ? "SIGINT" : 0); waitedMs += pollMs) {
    // After an immediate shutdown the next start recovers from the write-ahead log.
    if (waitedMs >= stopTimeoutMs) {
      signal(pid, "SIGQUIT");
      return;
    }
    await delay(pollMs);
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
  });
}

/** A TCP port of the loopback address that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no port was given"));
      });
    });
  });
}

function startError(options: EmbeddedPostgresOptions, log: string): NoEmbeddedPostgresError {
  const hint = /No space left on device|Check free disk space/.test(log)
    ? `The disk that holds ${options.folder} is full: free some space, or set AYDYN_DATA to a folder on another disk.`
    : /Permission denied|EACCES/.test(log)
      ? `The folder ${options.folder} cannot be used: set AYDYN_DATA to a folder that this user may write to.`
      : `Look into ${join(options.folder, "postgres.log")}, or set DATABASE_URL to another PostgreSQL 15 or newer.`;
  return new NoEmbeddedPostgresError(
    `the embedded PostgreSQL did not start:\n${log.slice(-logTailLength).trim()}`,
    hint,
  );
}
