/**
 * Migrations are plain SQL files, `migrations/NNNN-name.sql`, run in order, each in one transaction, and never
 * changed afterwards: what ran is remembered with its SHA-256. Several programs may start at once: an advisory
 * lock lets one of them migrate while the others wait.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import { openLockConnection, type Sql } from "./database.ts";

export interface Migration {
  /** File name without ".sql", as "0001-roles-and-schemas". */
  readonly name: string;
  readonly sql: string;
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly digest: string;
}

export type MigrationProblem =
  | { readonly kind: "changed"; readonly name: string }
  | { readonly kind: "missing"; readonly name: string }
  | { readonly kind: "out-of-order"; readonly name: string; readonly after: string };

/** Any number: it only has to be the same in every program of ours that migrates. */
const migrationLock = 4_917_320_118;
const migrationsFolder = join(import.meta.dirname, "migrations");
const fileNamePattern = /^[0-9]{4}-[0-9a-z-]+\.sql$/;

/** Reads the migrations of a folder in the order in which they run. Throws on a misnamed file or a number used twice. */
export async function readMigrations(folder: string = migrationsFolder): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const numbers = new Set<string>();
  return Promise.all(
    names.map(async (file) => {
      const number = file.slice(0, 4);
      if (!fileNamePattern.test(file)) throw new Error(`migration ${file}: expected NNNN-name.sql`);
      if (numbers.has(number)) throw new Error(`migration ${file}: number ${number} is used twice`);
      numbers.add(number);
      const sql = await readFile(join(folder, file), "utf8");
      return { name: file.slice(0, -".sql".length), sql, digest: sha256Hex(sql) };
    }),
  );
}

/** One digest over names and texts of all migrations: two databases with the same digest have the same tables. */
export function migrationsDigest(migrations: readonly Migration[]): string {
  return sha256Hex(migrations.map(({ name, digest }) => `${name} ${digest}\n`).join(""));
}

/**
 * Brings the database that `owner` is connected to up to date. Returns the names of the migrations that ran
 * now. A failing statement throws and leaves the database as the migration before it made it.
 */
export async function migrate(
  owner: Sql,
  migrations: readonly Migration[],
): Promise<Result<readonly string[], MigrationProblem>> {
  const lock = openLockConnection(owner);
  try {
    await lock.sql`select pg_advisory_lock(${migrationLock})`;
    return await migrateLocked(owner, migrations);
  } finally {
    await lock.close();
  }
}

/** The problem as a sentence for the operator. */
export function describeMigrationProblem(problem: MigrationProblem): string {
  switch (problem.kind) {
    case "changed":
      return `Migration ${problem.name} was changed after it ran on this database. Put the file back as it was and write a new migration instead.`;
    case "missing":
      return `Migration ${problem.name} ran on this database, but its file is gone. This program is older than the database: start the newer one.`;
    case "out-of-order":
      return `Migration ${problem.name} is new, but ${problem.after} already ran on this database. Give it a higher number.`;
    default:
      return unreachable(problem);
  }
}

async function migrateLocked(
  owner: Sql,
  migrations: readonly Migration[],
): Promise<Result<readonly string[], MigrationProblem>> {
  const ran = await ranMigrations(owner);
  const problem = findProblem(ran, migrations);
  if (problem !== null) return refused(problem);
  const pending = migrations.slice(ran.length);
  for (const migration of pending) {
    await owner.begin(async (transaction) => {
      await transaction.unsafe(migration.sql).simple();
      await transaction`insert into platform.migration (name, digest) values (${migration.name}, ${migration.digest})`;
    });
  }
  return ok(pending.map(({ name }) => name));
}

async function ranMigrations(owner: Sql): Promise<readonly { name: string; digest: string }[]> {
  await owner.begin(async (transaction) => {
    await transaction`create schema if not exists platform`;
    await transaction`create table if not exists platform.migration (
      name text primary key,
      digest text not null,
      ran_at timestamptz not null default now()
    )`;
  });
  return owner<
    { name: string; digest: string }[]
  >`select name, digest from platform.migration order by name collate "C"`;
}

function findProblem(
  ran: readonly { readonly name: string; readonly digest: string }[],
  migrations: readonly Migration[],
): MigrationProblem | null {
  const last = ran.at(-1)?.name ?? "";
  for (const { name, digest } of ran) {
    const file = migrations.find((migration) => migration.name === name);
    if (file === undefined) return { kind: "missing", name };
    if (file.digest !== digest) return { kind: "changed", name };
  }
  const names = new Set(ran.map(({ name }) => name));
  const late = migrations.find(({ name }) => name < last && !names.has(name));
  return late === undefined ? null : { kind: "out-of-order", name: late.name, after: last };
}

function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
