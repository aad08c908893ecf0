/** Brings the database of an installation to where its programs can start: created, migrated, logins set. */
import { databaseUrlFor, openDatabase, type Sql } from "./database.ts";
import { describeMigrationProblem, migrate, readMigrations } from "./migrate.ts";
import { ensureRoleLogins, type RoleLogins } from "./role-logins.ts";

/** The oldest PostgreSQL that our SQL was written for. */
export const serverVersionMin = 15;

/** A database that cannot be used as it is; `hint` says to the operator what to do. */
class DatabaseNotUsableError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = "DatabaseNotUsableError";
    this.hint = hint;
  }
}

export const ourSchemas = [
  "ledger",
  "record",
  "sealed",
  "bodies",
  "cases",
  "identity",
  "platform",
  "intake",
  "mail_register",
] as const;

/**
 * Creates the database that `ownerUrl` names if the server does not have it. Returns whether it was created.
 * The login needs CREATEDB for that.
 */
export async function ensureDatabaseExists(ownerUrl: string): Promise<boolean> {
  const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const { username, password } = new URL(ownerUrl);
  const login = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const wanted = openDatabase(ownerUrl, { role: "owner", connectionsMax: 1 });
  try {
    await wanted.sql`select 1`;
    return false;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "3D000")) throw error;
  } finally {
    await wanted.close();
  }
  const maintenance = openDatabase(databaseUrlFor(ownerUrl, login, "postgres"), {
    role: "owner",
    connectionsMax: 1,
  });
  try {
    await maintenance.sql`create database ${maintenance.sql(name)} encoding 'UTF8' template template0`;
    return true;
  } finally {
    await maintenance.close();
  }
}

/** Whether an installation of ours was ever made in this database. */
export async function isInstalled(owner: Sql): Promise<boolean> {
  const [row] = await owner<
    { installed: boolean }[]
  >`select to_regclass('platform.migration') is not null as installed`;
  return row?.installed ?? false;
}

/** Migrates and sets the programs' logins; returns the names of the migrations that ran now. */
export async function prepareDatabase(owner: Sql, logins: RoleLogins): Promise<readonly string[]> {
  await refuseOldServer(owner);
  const migrated = await migrate(owner, await readMigrations());
  if (!migrated.ok) {
    throw new DatabaseNotUsableError(
      describeMigrationProblem(migrated.problem),
      "A demo without data worth keeping can also start afresh: delete its data folder, and the database of DATABASE_URL.",
    );
  }
  await ensureRoleLogins(owner, logins, { closeToOthers: await ownsDatabase(owner) });
  return migrated.value;
}

/** Deletes everything of ours from the database, for a demo whose filling was cut off. */
export async function emptyDatabase(owner: Sql): Promise<void> {
  await owner.begin(async (transaction) => {
    for (const schema of ourSchemas) await transaction`drop schema if exists ${transaction(schema)} cascade`;
  });
}

async function ownsDatabase(owner: Sql): Promise<boolean> {
  const [row] = await owner<{ owns: boolean }[]>`
    select pg_has_role(current_user, datdba, 'usage') as owns from pg_database where datname = current_database()`;
  return row?.owns ?? false;
}

async function refuseOldServer(owner: Sql): Promise<void> {
  const [row] = await owner<{ version: number }[]>`
    select current_setting('server_version_num')::int / 10000 as version`;
  const version = row?.version ?? 0;
  if (version >= serverVersionMin) return;
  throw new DatabaseNotUsableError(
    `the database server is PostgreSQL ${version}, too old`,
    `Set DATABASE_URL to PostgreSQL ${serverVersionMin} or newer, or unset it to use the embedded one.`,
  );
}
