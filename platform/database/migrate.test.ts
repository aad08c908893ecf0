import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  describeMigrationProblem,
  type Migration,
  migrate,
  migrationsDigest,
  readMigrations,
} from "./migrate.ts";
import { emptyDatabase, isInstalled } from "./prepare.ts";
import { withTestDatabase } from "./test-database.ts";

async function withFolder<Value>(
  files: Readonly<Record<string, string>>,
  run: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  try {
    for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql);
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const read = (files: Readonly<Record<string, string>>) =>
  withFolder(files, (folder) => readMigrations(folder));
/** The roles are made by the product's first migration, which these tests build on. */
const first = async (): Promise<Migration[]> => (await readMigrations()).slice(0, 1);

async function withMigrations(more: Readonly<Record<string, string>>): Promise<Migration[]> {
  return [...(await first()), ...(await read(more))];
}

test("files are read in order of their numbers, other files are left alone", async () => {
  const migrations = await read({ "0002-b.sql": "b", "0001-a.sql": "a", "README.md": "" });
  assert.deepEqual(
    migrations.map(({ name, digest }) => [name, digest.length]),
    [
      ["0001-a", 64],
      ["0002-b", 64],
    ],
  );
});

test("a misnamed file and a number used twice are refused", async () => {
  await assert.rejects(read({ "1-a.sql": "" }), /expected NNNN-name\.sql/);
  await assert.rejects(read({ "0001-a.sql": "", "0001-b.sql": "" }), /number 0001 is used twice/);
});

test("the digest depends on names and texts", async () => {
  const digests = await Promise.all(
    [
      { "0001-a.sql": "a" },
      { "0001-a.sql": "b" },
      { "0001-b.sql": "a" },
      { "0001-a.sql": "a", "0002-a.sql": "" },
    ].map(async (files) => migrationsDigest(await read(files))),
  );
  assert.equal(new Set(digests).size, digests.length);
});

test("pending migrations run once, in order", async () => {
  await withTestDatabase(
    async ({ owner }) => {
      const migrations = await withMigrations({
        "0002-a.sql": "create table record.a (id int); insert into record.a values (1);",
        "0003-b.sql": "alter table record.a rename to b",
      });
      const ran = await migrate(owner, migrations);
      assert.deepEqual(ran, { ok: true, value: ["0002-a", "0003-b"] });
      assert.deepEqual(await migrate(owner, migrations), { ok: true, value: [] });
      assert.equal((await owner`select * from record.b`).length, 1);
    },
    { migrations: await first() },
  );
});

test("a failing migration leaves nothing of itself, and those before it stay", async () => {
  await withTestDatabase(
    async ({ owner }) => {
      const migrations = await withMigrations({
        "0002-a.sql": "create table record.a (id int);",
        "0003-b.sql": "create table record.b (id int); select no_such_column;",
      });
      await assert.rejects(migrate(owner, migrations), /no_such_column/);
      const [row] = await owner`select to_regclass('record.a') as a, to_regclass('record.b') as b`;
      assert.deepEqual({ ...row }, { a: "record.a", b: null });
      assert.deepEqual(await migrate(owner, migrations.slice(0, 2)), { ok: true, value: [] });
    },
    { migrations: await first() },
  );
});

test("what ran may not change, vanish or be preceded later", async () => {
  await withTestDatabase(
    async ({ owner }) => {
      const before = { "0002-a.sql": "select 1", "0004-b.sql": "select 1" };
      assert.ok((await migrate(owner, await withMigrations(before))).ok);
      const problemOf = async (files: Readonly<Record<string, string>>) => {
        const migrated = await migrate(owner, await withMigrations(files));
        assert.ok(!migrated.ok);
        assert.match(describeMigrationProblem(migrated.problem), /^Migration 000\d-/);
        return migrated.problem;
      };
      const changed = { ...before, "0002-a.sql": "select 2" };
      assert.deepEqual(await problemOf(changed), { kind: "changed", name: "0002-a" });
      assert.deepEqual(await problemOf({ "0002-a.sql": "select 1" }), { kind: "missing", name: "0004-b" });
      const late = { ...before, "0003-c.sql": "select 1" };
      assert.deepEqual(await problemOf(late), { kind: "out-of-order", name: "0003-c", after: "0004-b" });
      assert.deepEqual(await migrate(owner, await withMigrations(before)), { ok: true, value: [] });
    },
    { migrations: await first() },
  );
});

test("of several programs that migrate at once, one does the work", async () => {
  await withTestDatabase(
    async ({ owner }) => {
      const migrations = await withMigrations({
        "0002-a.sql": "select pg_sleep(0.2); create table record.a (id int);",
      });
      const all = await Promise.all([1, 2, 3].map(() => migrate(owner, migrations)));
      const ran = all.map((migrated) => (migrated.ok ? migrated.value.length : -1));
      assert.deepEqual(ran.toSorted(), [0, 0, 1]);
    },
    { migrations: await first() },
  );
});

test("an emptied database can be migrated anew", async () => {
  await withTestDatabase(async ({ owner }) => {
    assert.equal(await isInstalled(owner), true);
    await emptyDatabase(owner);
    assert.equal(await isInstalled(owner), false);
    const migrated = await migrate(owner, await readMigrations());
    assert.ok(migrated.ok);
    assert.equal(migrated.value[0], "0001-roles-and-schemas");
  });
});
