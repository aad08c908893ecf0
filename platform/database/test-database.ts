/**
 * A database of its own for one test: `withTestDatabase(async (test) => { await test.portal`…` })`. All
 * migrations run once into a template; each test gets a copy of it, within some tens of milliseconds.
 */

import { createHash, randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { toHex } from "#core/bytes.ts";
import { type DatabaseRole, databaseRoles, databaseUrlFor, openDatabase, type Sql } from "./database.ts";
import {
  describeMigrationProblem,
  type Migration,
  migrate,
  migrationsDigest,
  readMigrations,
} from "./migrate.ts";
import { ensureRoleLogins, type RoleLogins, roleUrl } from "./role-logins.ts";
import { testServerUrl } from "./test-server.ts";

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

export interface TestDatabaseOptions {
  /** Other migrations than the product's, for tests of migrating itself. */
  readonly migrations?: readonly Migration[];
  /** What the database already holds: laid once for all tests on this server, then copied. */
  readonly contents?: DatabaseContents;
}

export interface DatabaseContents {
  /** Lower-case letters, digits and underscores: one name, one content. */
  readonly name: string;
  /** Lays it into a migrated database, whose owner's address this is. */
  readonly lay: (url: string, logins: RoleLogins) => Promise<void>;
}

const testConnectionsMax = 2;
const templateNameLength = 16;
/** Any number other than the migrations' own. */
const templateLock = 4_917_320_119;

/** Runs a test with a freshly migrated database and drops it afterwards, also when the test fails. */
export async function withTestDatabase(
  run: (test: TestDatabase) => Promise<void>,
  options: TestDatabaseOptions = {},
): Promise<void> {
  const serverUrl = await testServerUrl();
  const logins = testLogins(serverUrl);
  const maintenance = openDatabase(serverUrl, { role: "owner", connectionsMax: 1 });
  const name = `aydyn_test_${toHex(randomBytes(templateNameLength / 2))}`;
  try {
    const template = await templateFor(maintenance.sql, serverUrl, logins, options);
    // Copied as files: by way of the write-ahead log, as a server does by itself, it takes twice as long.
    await maintenance.sql.unsafe(`create database ${name} template ${template} strategy file_copy`);
    try {
      await runConnected(databaseUrlFor(serverUrl, ownerLogin(serverUrl), name), logins, run);
    } finally {
      await dropDatabase(maintenance.sql, name);
    }
  } finally {
    await maintenance.close();
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

async function runConnected(
  url: string,
  logins: RoleLogins,
  run: (test: TestDatabase) => Promise<void>,
): Promise<void> {
  const urls = {
    portal: roleUrl(url, logins, "portal"),
    desk: roleUrl(url, logins, "desk"),
    worker: roleUrl(url, logins, "worker"),
  };
  const owner = openDatabase(url, { role: "owner", connectionsMax: testConnectionsMax });
  const pools = databaseRoles.map((role) =>
    openDatabase(urls[role], { role, connectionsMax: testConnectionsMax }),
  );
  const [portal, desk, worker] = pools;
  if (!portal || !desk || !worker) throw new Error("one pool per role expected");
  try {
    await run({
      owner: owner.sql,
      portal: portal.sql,
      desk: desk.sql,
      worker: worker.sql,
      url,
      urls,
      logins,
    });
  } finally {
    await Promise.all([owner, ...pools].map((pool) => pool.close()));
  }
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

function ownerLogin(serverUrl: string): { user: string; password: string } {
  const { username, password } = new URL(serverUrl);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** The name of the database to copy: the migrations alone, or what was asked for on top of them. */
async function templateFor(
  maintenance: Sql,
  serverUrl: string,
  logins: RoleLogins,
  { migrations: given, contents }: TestDatabaseOptions,
): Promise<string> {
  const migrations = given ?? (await readMigrations());
  const urlOf = (name: string) => databaseUrlFor(serverUrl, ownerLogin(serverUrl), name);
  const migrated = `aydyn_template_${migrationsDigest(migrations).slice(0, templateNameLength)}`;
  await ensureTemplate(maintenance, migrated, "template1", () =>
    fillTemplate(urlOf(migrated), logins, migrations),
  );
  if (contents === undefined) return migrated;
  const laid = `${migrated}_${contents.name}`;
  await ensureTemplate(maintenance, laid, migrated, () => contents.lay(urlOf(laid), logins));
  return laid;
}

async function ensureTemplate(
  maintenance: Sql,
  name: string,
  from: string,
  fill: () => Promise<void>,
): Promise<void> {
  if (await isTemplate(maintenance, name)) return;
  // Held by the one connection of this pool until we let go: others wait, then find the template ready.
  await maintenance`select pg_advisory_lock(${templateLock})`;
  try {
    if (await isTemplate(maintenance, name)) return;
    await maintenance.unsafe(`drop database if exists ${name} with (force)`);
    await maintenance.unsafe(`create database ${name} template ${from}`);
    await fill();
    await maintenance.unsafe(`alter database ${name} with is_template true`);
  } finally {
    await maintenance`select pg_advisory_unlock(${templateLock})`;
  }
}

/** A database is marked as a template only when all migrations ran: one that was cut off is made again. */
async function isTemplate(maintenance: Sql, name: string): Promise<boolean> {
  const found = await maintenance`select 1 from pg_database where datname = ${name} and datistemplate`;
  return found.length > 0;
}

async function fillTemplate(
  url: string,
  logins: RoleLogins,
  migrations: readonly Migration[],
): Promise<void> {
  const owner = openDatabase(url, { role: "owner", connectionsMax: 2 });
  try {
    const migrated = await migrate(owner.sql, migrations);
    if (!migrated.ok) throw new Error(describeMigrationProblem(migrated.problem));
    await ensureRoleLogins(owner.sql, logins, { closeToOthers: false });
  } finally {
    await owner.close();
  }
}
