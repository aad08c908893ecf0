/** An installation as an operator founds it, and a witness that somebody else runs: programs of their own, no demo. */
import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { toHex } from "#core/bytes.ts";
import { databaseUrlFor, openDatabase, type Sql } from "#platform/database/database.ts";
import { dropDatabase } from "#platform/database/test-database.ts";
import { testServerUrl } from "#platform/database/test-server.ts";

const checkout = join(import.meta.dirname, "..", "..");
export const aydyn = join(checkout, "bin", "aydyn");
export const witnessName = "witness.lawyers.example";
const startTimeoutMs = 60_000;
const stepMs = 250;

interface Ran {
  readonly code: number;
  readonly output: string;
}

/** One program to its end, in the checkout or in another folder. */
export function run(
  file: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  folder: string = checkout,
): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
    execFile(file, parameters, { encoding: "utf8", env, cwd: folder }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error ? 1 : 0;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

/** A program that goes on, once it has said what is waited for. */
export async function started(
  file: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  word: RegExp,
): Promise<{ readonly child: ChildProcess; said(): string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  const child = spawn(file, parameters, { env, cwd: checkout, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  for (let waitedMs = 0; !word.test(output); waitedMs += stepMs) {
    assert.ok(waitedMs < startTimeoutMs && child.exitCode === null, output);
    await pause(stepMs);
  }
  return { child, said: () => output };
}

/** Ends a program as Ctrl-C does. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGINT");
  await once(child, "exit");
}

/** A TCP port that nobody listens on. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  assert.ok(typeof address === "object" && address !== null);
  return String(address.port);
}

/**
 * An empty database with nothing of ours in it, and no login but the owner's; both are gone afterwards. Programs that were
 * added to `children` are ended before: an owner who is no superuser may cut nobody's connection.
 */
export async function withEmptyDatabase(
  work: (url: string, children: ChildProcess[]) => Promise<void>,
): Promise<void> {
  const serverUrl = await testServerUrl();
  const { username, password } = new URL(serverUrl);
  const owner = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const name = `aydyn_founding_${toHex(randomBytes(6))}`;
  const maintenance = openDatabase(serverUrl, { role: "owner", connectionsMax: 1 });
  const children: ChildProcess[] = [];
  const before = await loginsOn(maintenance.sql);
  try {
    await maintenance.sql.unsafe(`create database ${name}`);
    await work(databaseUrlFor(serverUrl, owner, name), children);
  } finally {
    for (const child of children.toReversed()) await ended(child);
    await dropDatabase(maintenance.sql, name);
    const mine = await loginsOfDatabase(maintenance.sql, before);
    for (const login of mine) await maintenance.sql.unsafe(`drop role if exists ${login}`).catch(() => {});
    await maintenance.close();
  }
}

async function loginsOn(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ rolname: string }[]>`
    select rolname from pg_roles where rolname ~ '^aydyn_(portal|desk|worker)_'`;
  return rows.map(({ rolname }) => rolname);
}

/** Logins that came while the journey ran and that no other database knows: tests beside this one keep theirs. */
async function loginsOfDatabase(sql: Sql, before: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ rolname: string }[]>`
    select rolname from pg_roles
    where rolname ~ '^aydyn_(portal|desk|worker)_[0-9a-f]{8}$' and not rolname = any(${[...before]}::text[])
      and not exists (select 1 from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = pg_roles.oid)`;
  return rows.map(({ rolname }) => rolname);
}

/** Draws the association's key in its folder; gives the half that is public. */
export async function witnessKeyIn(lawyers: string): Promise<string> {
  const key = ["--name", witnessName, "--key", join(lawyers, "witness.key")];
  const drawn = await run(aydyn, ["witness", "keygen", ...key]);
  assert.equal(drawn.code, 0, drawn.output);
  const verifierKey = drawn.output.split(/\s+/).find((word) => word.startsWith(`${witnessName}+`));
  assert.ok(verifierKey, drawn.output);
  return verifierKey;
}

/** The association's witness, on its own computer, for the log of that key. */
export async function witnessOf(lawyers: string, logKey: string, port: string) {
  const key = ["--name", witnessName, "--key", join(lawyers, "witness.key")];
  const state = ["--state", join(lawyers, "state"), "--log", logKey, "--listen", `127.0.0.1:${port}`];
  return await started(aydyn, ["witness", "serve", ...key, ...state], {}, /listens on/);
}
