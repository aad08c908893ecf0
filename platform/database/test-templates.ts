/** The databases that tests copy: migrated once on a server, with what a kind of test wants to find there. */

import { assert } from "#core/result.ts";
import { databaseUrlFor, openDatabase, type Sql } from "./database.ts";
import {
  describeMigrationProblem,
  type Migration,
  migrate,
  migrationsDigest,
  readMigrations,
} from "./migrate.ts";
import { ensureRoleLogins, type RoleLogins } from "./role-logins.ts";
import { layRestoring } from "./test-restoring.ts";

export interface TemplateOptions {
  /** Other migrations than the product's, for tests of migrating itself. */
  readonly migrations?: readonly Migration[];
  /** What the database already holds: laid once for all tests on this server, then copied. */
  readonly contents?: DatabaseContents | undefined;
  /** Whether a copy can be brought back to what it was. */
  readonly restorable?: boolean;
}

export interface DatabaseContents {
  /** Lower-case letters, digits and underscores: one name, one content. */
  readonly name: string;
  /** Lays it into a migrated database, whose owner's address this is. */
  readonly lay: (url: string, logins: RoleLogins) => Promise<void>;
}

const templateNameLength = 16;
/** PostgreSQL's NAMEDATALEN less one: what is longer is cut without a word. */
const nameLengthMax = 63;
/** Any number other than the migrations' own. */
const templateLock = 4_917_320_119;

/** The server on which templates lie, as its owner. */
export interface TemplateServer {
  /** One connection: an advisory lock is held by it. */
  readonly maintenance: Sql;
  readonly url: string;
  readonly logins: RoleLogins;
}

/** The name of the database to copy: the migrations alone, or what was asked for on top of them. */
export async function templateFor(
  { maintenance, url, logins }: TemplateServer,
  { migrations: given, contents, restorable = false }: TemplateOptions,
): Promise<string> {
  const migrations = given ?? (await readMigrations());
  const urlOf = (name: string) => databaseUrlFor(url, ownerLogin(url), name);
  let template = `aydyn_template_${migrationsDigest(migrations).slice(0, templateNameLength)}`;
  await ensureTemplate(maintenance, template, "template1", () =>
    fillTemplate(urlOf(template), logins, migrations),
  );
  const onTop = async (ending: string, lay: (url: string) => Promise<void>): Promise<void> => {
    const name = `${template}_${ending}`;
    assert(name.length <= nameLengthMax, `a server would cut ${name} short`);
    await ensureTemplate(maintenance, name, template, () => lay(urlOf(name)));
    template = name;
  };
  if (contents !== undefined) await onTop(contents.name, (laid) => contents.lay(laid, logins));
  if (restorable) await onTop("kept", layRestoring);
  return template;
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

/** The login that an address names. */
export function ownerLogin(serverUrl: string): { user: string; password: string } {
  const { username, password } = new URL(serverUrl);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}
