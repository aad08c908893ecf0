/**
 * The PostgreSQL that tests share: the one of AYDYN_TEST_DATABASE_URL or DATABASE_URL, or else an embedded one,
 * started by the first test process of this machine that needs it. Run as a program, this file is that server's
 * keeper: it stops the server and deletes its folder when nobody was connected for a while.
 */
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { toHex } from "#core/bytes.ts";
import { databaseUrlFor, openDatabase } from "./database.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { findPostgresBinaries, type PostgresBinaries } from "./postgres-binaries.ts";

const idleSecondsMax = 120;
const idleCheckMs = 5_000;
const startTimeoutMs = 60_000;
const pollMs = 50;
const passwordBytes = 24;
const folderNameLength = 8;

/** Address of the maintenance database on the tests' server, for a login that may create databases and roles. */
export async function testServerUrl(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = environment.AYDYN_TEST_DATABASE_URL || environment.DATABASE_URL;
  if (named) return named;
  const folder = serverFolder();
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const owned = await stat(folder);
  if (owned.uid !== process.getuid?.()) throw new Error(`${folder} belongs to another user`);
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += pollMs) {
    const url = await liveUrl(folder);
    if (url !== null) return url;
    if (await takeStartLock(folder)) startKeeper(folder);
    await delay(pollMs);
  }
  const log = await readFile(join(folder, "keeper.log"), "utf8").catch(() => "");
  throw new Error(`the tests' PostgreSQL did not start:\n${log}`);
}

/** One folder per user and checkout: two checkouts may hold different versions of the server. */
function serverFolder(): string {
  const checkout = createHash("sha256")
    .update(import.meta.dirname)
    .digest("hex")
    .slice(0, folderNameLength);
  return join(tmpdir(), `aydyn-tests-${process.getuid?.() ?? 0}-${checkout}`);
}

async function liveUrl(folder: string): Promise<string | null> {
  const read: unknown = JSON.parse(await readFile(join(folder, "server.json"), "utf8").catch(() => "null"));
  if (typeof read !== "object" || read === null || !("url" in read) || !("pid" in read)) return null;
  return typeof read.url === "string" && isAlive(Number(read.pid)) ? read.url : null;
}

/** True for the one process that is to start the keeper. A lock whose process died is taken over. */
async function takeStartLock(folder: string): Promise<boolean> {
  const lock = join(folder, "keeper.pid");
  try {
    const file = await open(lock, "wx", 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const holder = Number(await readFile(lock, "utf8").catch(() => "0"));
    // An empty file was created this instant by a process that writes its number next.
    if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true });
    return false;
  }
}

function startKeeper(folder: string): void {
  const keeper = spawn(process.execPath, [import.meta.filename, folder], {
    detached: true,
    stdio: "ignore",
    // Without the test runner's own variable: a keeper that reports to the runner would hold it open.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: undefined },
  });
  keeper.unref();
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Starts a server for tests in a folder of its own, from the given programs or the embedded ones. */
export async function startTestServer(
  folder: string,
  binaries?: PostgresBinaries,
): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    folder,
    binaries: binaries ?? (await findPostgresBinaries()),
    ownerPassword: toHex(randomBytes(passwordBytes)),
    forgetDataForTestsOnly: true,
  });
}

/**
 * On somebody's own server we are no superuser: creates a login that may create databases and roles, as an
 * installation's would, and returns its address. Beyond that it may cut connections, as a failing network would, and let
 * triggers sleep, to bring a test's database back.
 */
export async function createTestInstaller(superuserUrl: string): Promise<string> {
  const login = { user: "aydyn_installer", password: toHex(randomBytes(passwordBytes)) };
  const database = openDatabase(superuserUrl, { role: "owner", connectionsMax: 1 });
  try {
    await database.sql.unsafe(
      `create role ${login.user} login createdb createrole password '${login.password}';
       grant set on parameter session_replication_role to ${login.user}`,
    );
  } finally {
    await database.close();
  }
  return databaseUrlFor(superuserUrl, login);
}

async function keep(folder: string): Promise<void> {
  await writeFile(join(folder, "keeper.pid"), String(process.pid), { mode: 0o600 });
  await rm(join(folder, "server"), { recursive: true, force: true });
  const server = await startTestServer(join(folder, "server"));
  const state = { url: server.url, pid: process.pid };
  await writeFile(join(folder, "server.json.new"), JSON.stringify(state), { mode: 0o600 });
  await rename(join(folder, "server.json.new"), join(folder, "server.json"));
  const stopAsked = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => stopAsked.abort());
  await untilIdle(server, stopAsked.signal);
  await rm(join(folder, "server.json"), { force: true });
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function untilIdle(server: EmbeddedPostgres, stopAsked: AbortSignal): Promise<void> {
  const watch = openDatabase(server.url, { role: "owner", connectionsMax: 1 });
  let ended = false;
  const noticed = server.ended.then(() => {
    ended = true;
  });
  for (
    let idleMs = 0;
    idleMs < idleSecondsMax * 1_000 && !ended && !stopAsked.aborted;
    idleMs += idleCheckMs
  ) {
    await delay(idleCheckMs, null, { signal: stopAsked }).catch(() => {});
    const others = await watch.sql`
      select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1
    `.catch(() => []);
    if (others.length > 0) idleMs = 0;
  }
  await watch.close().catch(() => {});
  if (ended) await noticed;
}

if (import.meta.main) {
  const folder = process.argv[2] ?? serverFolder();
  keep(folder).catch(async (error) => {
    await writeFile(join(folder, "keeper.log"), String(error instanceof Error ? error.stack : error));
    await rm(join(folder, "keeper.pid"), { force: true });
    process.exitCode = 1;
  });
}
