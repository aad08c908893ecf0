/**
 * A database of its own for one test: `withTestDatabase(async (test) => { await test.portal`…` })`. All
 * migrations run once into a template; each test gets a copy of it, within some tens of milliseconds.
 */

import { createHash, randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { toHex } from "#core/bytes.ts";
import { type DatabaseRole, databaseRoles, databaseUrlFor, openDatabase, type Sql } from "./database.ts";
import { type RoleLogins, roleUrl } from "./role-logins.ts";
import { restored } from "./test-restoring.ts";
import { testServerUrl } from "./test-server.ts";
import {
  type DatabaseContents,
  ownerLogin,
  type TemplateOptions,
  type TemplateServer,
  templateFor,
} from "./test-templates.ts";

export type { DatabaseContents } from "./test-templates.ts";

/** The four connections are pools of the same database, each under its own login. */
export interface TestDatabase {
  readonly owner: Sql;
  readonly portal: Sql;
  readonly desk: Sql;
  readonly worker: Sql;
  /** Address for the owner. */
  readonly url: string;
  readonly urls: Readonly<Record<DatabaseRole, string>>;
  /** For programs that read them from a keys folder: `writeRoleLogins(configuration, test.logins)`. */
  readonly logins: RoleLogins;
}

export type TestDatabaseOptions = Omit<TemplateOptions, "restorable">;

/** A copy of a template, with its pools. */
interface Copied {
  readonly name: string;
  readonly test: TestDatabase;
  close(): Promise<void>;
}

const testConnectionsMax = 2;
const nameBytes = 8;
/** A kept database's connections end by themselves when no test has come: then the process can end too. */
const keptIdleSecondsMax = 1;

/** Runs a test with a freshly migrated database and drops it afterwards, also when the test fails. */
export async function withTestDatabase(
  run: (test: TestDatabase) => Promise<void>,
  options: TestDatabaseOptions = {},
): Promise<void> {
  await onTestServer(async (server) => {
    const copied = await copyOf(server, await templateFor(server, options));
    try {
      await run(copied.test);
    } finally {
      await drop(server, copied);
    }
  });
}

/** Databases of this process that are as they were laid, by server and contents. */
const kept = new Map<string, Copied[]>();

/**
 * The same, but a test that passes leaves its database to the next one of this process that asks for such: brought back
 * to the last row, with its connections. For the many tests of a slice, which change rows alone; one that failed, or
 * changed a table, leaves none.
 */
export async function withKeptTestDatabase(
  run: (test: TestDatabase) => Promise<void>,
  contents?: DatabaseContents,
): Promise<void> {
  const key = `${await testServerUrl()} ${contents?.name ?? "empty"}`;
  const copied = kept.get(key)?.pop() ?? (await onTestServer((server) => restorableCopy(server, contents)));
  let isAsLaid = false;
  try {
    await run(copied.test);
    isAsLaid = await restored(copied.test.owner);
  } finally {
    if (isAsLaid) keep(key, copied);
    else await onTestServer((server) => drop(server, copied));
  }
}

async function restorableCopy(
  server: TemplateServer,
  contents: DatabaseContents | undefined,
): Promise<Copied> {
  const template = await templateFor(server, { contents, restorable: true });
  return await copyOf(server, template, keptIdleSecondsMax);
}

function keep(key: string, copied: Copied): void {
  if (kept.size === 0) process.once("beforeExit", () => void dropKept());
  kept.set(key, [...(kept.get(key) ?? []), copied]);
}

async function dropKept(): Promise<void> {
  const all = [...kept.values()].flat();
  kept.clear();
  await onTestServer(async (server) => {
    for (const copied of all) await drop(server, copied);
  });
}

async function onTestServer<T>(run: (server: TemplateServer) => Promise<T>): Promise<T> {
  const url = await testServerUrl();
  const maintenance = openDatabase(url, { role: "owner", connectionsMax: 1 });
  try {
    return await run({ maintenance: maintenance.sql, url, logins: testLogins(url) });
  } finally {
    await maintenance.close();
  }
}

async function copyOf(server: TemplateServer, template: string, idleSecondsMax?: number): Promise<Copied> {
  const { maintenance, url, logins } = server;
  const name = `aydyn_test_${toHex(randomBytes(nameBytes))}`;
  // Copied as files: by way of the write-ahead log, as a server does by itself, it takes twice as long.
  await maintenance.unsafe(`create database ${name} template ${template} strategy file_copy`);
  return { name, ...connected(databaseUrlFor(url, ownerLogin(url), name), logins, idleSecondsMax) };
}

async function drop({ maintenance }: TemplateServer, { name, close }: Copied): Promise<void> {
  try {
    await close();
  } finally {
    await dropDatabase(maintenance, name);
  }
}

const insufficientPrivilege = "42501";
const dropTriesMax = 100;
const dropPauseMs = 100;

/**
 * Drops a database with its connections. An owner who is no superuser may not cut the server's own vacuuming, which is
 * gone a moment later: then it is tried again.
 */
export async function dropDatabase(maintenance: Sql, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await maintenance.unsafe(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      const isVacuumed = error instanceof Error && "code" in error && error.code === insufficientPrivilege;
      if (!isVacuumed || tries === dropTriesMax) throw error;
      await delay(dropPauseMs);
    }
  }
}

function connected(url: string, logins: RoleLogins, idleSecondsMax?: number): Omit<Copied, "name"> {
  const urls = {
    portal: roleUrl(url, logins, "portal"),
    desk: roleUrl(url, logins, "desk"),
    worker: roleUrl(url, logins, "worker"),
  };
  const limits = { connectionsMax: testConnectionsMax, idleSecondsMax };
  const owner = openDatabase(url, { role: "owner", ...limits });
  const pools = databaseRoles.map((role) => openDatabase(urls[role], { role, ...limits }));
  const [portal, desk, worker] = pools;
  if (!portal || !desk || !worker) throw new Error("one pool per role expected");
  const sql = { owner: owner.sql, portal: portal.sql, desk: desk.sql, worker: worker.sql };
  return {
    test: { ...sql, url, urls, logins },
    close: async () => {
      await Promise.all([owner, ...pools].map((pool) => pool.close()));
    },
  };
}

/** Stable for a server, so that test processes which know nothing of each other agree on them. */
function testLogins(serverUrl: string): RoleLogins {
  const { username, password } = new URL(serverUrl);
  const login = (role: DatabaseRole) => ({
    user: `aydyn_${role}_test`,
    password: createHash("sha256").update(`aydyn tests\n${username}\n${password}\n${role}`).digest("hex"),
  });
  return { portal: login("portal"), desk: login("desk"), worker: login("worker") };
}
