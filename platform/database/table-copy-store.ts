/** The tables of an installation, out of a database and into another, in PostgreSQL's own COPY form. */
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Sql, Transaction } from "./database.ts";
import { ourSchemas } from "./prepare.ts";

/** A log as it stood when the tables were copied. */
export interface CopiedHead {
  readonly log: string;
  readonly origin: string;
  readonly size: number;
}

export interface CopiedMigration {
  readonly name: string;
  readonly digest: string;
}

const fileEnding = ".copy";
/** Written by the migrations themselves. */
const migrationTable = "platform.migration";

/** The logs of an installation. */
export async function logsOf(sql: Sql | Transaction): Promise<readonly CopiedHead[]> {
  return await sql<CopiedHead[]>`select log, origin, size from ledger.head order by log`;
}

/** The migrations that made these tables. */
async function migrationsOf(sql: Sql | Transaction): Promise<readonly CopiedMigration[]> {
  return await sql<CopiedMigration[]>`select name, digest from platform.migration order by name collate "C"`;
}

/** Copies every table of ours into a folder, all as they were at one instant. */
export async function copyTablesOut(
  owner: Sql,
  folder: string,
): Promise<{ readonly heads: readonly CopiedHead[]; readonly migrations: readonly CopiedMigration[] }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const copied: { heads: readonly CopiedHead[]; migrations: readonly CopiedMigration[] }[] = [];
  await owner.begin("isolation level repeatable read read only", async (transaction) => {
    for (const { name, columns } of await tablesOf(transaction)) {
      const rows = await transaction.unsafe(`copy ${name} (${columns}) to stdout`).readable();
      await pipeline(
        rows,
        createWriteStream(join(folder, `${name}${fileEnding}`), { mode: 0o600, flush: true }),
      );
    }
    copied.push({ heads: await logsOf(transaction), migrations: await migrationsOf(transaction) });
  });
  const [first] = copied;
  if (first === undefined) throw new Error("a transaction ended without its work");
  return first;
}

/**
 * Fills freshly migrated tables from such a folder, all or none. Triggers sleep meanwhile: they judge what is done now,
 * and half of what they look at is not back yet.
 */
export async function copyTablesIn(owner: Sql, folder: string): Promise<void> {
  const files = new Set(await readdir(folder));
  await owner.begin(async (transaction) => {
    const tables = await tablesOf(transaction);
    const here = new Set(tables.map(({ name }) => `${name}${fileEnding}`));
    const foreign = [...files].filter((file) => !here.has(file));
    if (foreign.length > 0) throw new Error(`no tables of these migrations: ${foreign.join(", ")}`);
    const names = tables.map(({ name }) => name);
    await transaction.unsafe(`truncate ${names.join(", ")}`);
    for (const { name, columns } of await inOrderOfReference(transaction, tables)) {
      await transaction.unsafe(`alter table ${name} disable trigger user`);
      if (files.has(`${name}${fileEnding}`)) {
        const rows = await transaction.unsafe(`copy ${name} (${columns}) from stdin`).writable();
        const done = once(rows, "finish");
        await pipeline(createReadStream(join(folder, `${name}${fileEnding}`)), rows);
        await done;
      }
      await transaction.unsafe(`alter table ${name} enable trigger user`);
    }
    await continueSequences(transaction);
  });
}

interface Table {
  readonly name: string;
  /** Its columns that hold something of their own, as a list for COPY. */
  readonly columns: string;
}

async function tablesOf(transaction: Transaction): Promise<readonly Table[]> {
  return await transaction<Table[]>`
    select format('%I.%I', nspname, relname) as name,
      string_agg(format('%I', attname), ', ' order by attnum) as columns
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    where relkind = 'r' and nspname in ${transaction(ourSchemas)}
      and format('%I.%I', nspname, relname) <> ${migrationTable}
    group by 1 order by 1`;
}

/** What is referred to comes first. A table may refer to itself: a COPY is one statement. */
async function inOrderOfReference(
  transaction: Transaction,
  tables: readonly Table[],
): Promise<readonly Table[]> {
  const references = await transaction<{ from: string; to: string }[]>`
    select (select format('%I.%I', nspname, relname) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where pg_class.oid = conrelid) as from,
      (select format('%I.%I', nspname, relname) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where pg_class.oid = confrelid) as to
    from pg_constraint where contype = 'f' and conrelid <> confrelid`;
  const placed = new Set<string>();
  const order: Table[] = [];
  while (order.length < tables.length) {
    const next = tables.filter(
      ({ name }) => !placed.has(name) && references.every(({ from, to }) => from !== name || placed.has(to)),
    );
    if (next.length === 0) throw new Error("tables refer to each other in a ring");
    for (const table of next) placed.add(table.name);
    order.push(...next);
  }
  return order;
}

/** The numbers that PostgreSQL draws go on where they were. */
async function continueSequences(transaction: Transaction): Promise<void> {
  const drawn = await transaction<{ name: string; column: string }[]>`
    select format('%I.%I', nspname, relname) as name, format('%I', attname) as column
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attidentity <> ''
    where relkind = 'r' and nspname in ${transaction(ourSchemas)}`;
  for (const { name, column } of drawn) {
    await transaction.unsafe(
      `select setval(pg_get_serial_sequence('${name}', '${column}'), coalesce(max(${column}), 0) + 1, false) from ${name}`,
    );
  }
}
