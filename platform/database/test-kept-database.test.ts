import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { openDatabase, type Sql } from "./database.ts";
import { type DatabaseContents, type TestDatabase, withKeptTestDatabase } from "./test-database.ts";
import { testServerUrl } from "./test-server.ts";

const contents: DatabaseContents = {
  name: "two_rows",
  lay: async (url) => {
    const owner = openDatabase(url, { role: "owner", connectionsMax: 1 });
    await owner.sql.begin(async (transaction) => {
      await transaction`create table record.numbered (
        id bigint generated always as identity primary key, word text not null,
        length integer generated always as (length(word)) stored)`;
      await transaction`create table record.referring (id bigint references record.numbered (id))`;
      await transaction`create function record.refuse() returns trigger language plpgsql as
        $$ begin raise exception 'nothing is deleted here'; end $$`;
      await transaction`create trigger refuse before delete on record.numbered
        for each statement execute function record.refuse()`;
      await transaction`insert into record.numbered (word) values ('one'), ('three')`;
      await transaction`insert into record.referring values (2)`;
    });
    await owner.close();
  },
};

const wordsOf = async (sql: Sql): Promise<readonly string[]> =>
  (await sql`select id || ' ' || word || ' ' || length as row from record.numbered order by id`).map(
    ({ row }) => row,
  );

/** The database that a next test is given after this one. */
async function nameAfter(
  run: (test: TestDatabase) => Promise<void>,
): Promise<{ before: string; after: string }> {
  const names: string[] = [];
  await withKeptTestDatabase(async (test) => {
    names.push(test.url);
    await run(test);
  }, contents);
  await withKeptTestDatabase(async ({ url, owner }) => {
    names.push(url);
    assert.deepEqual(await wordsOf(owner), ["1 one 3", "2 three 5"]);
    assert.deepEqual([...(await owner`select id from record.referring`)], [{ id: 2 }]);
  }, contents);
  const [before = "", after = ""] = names;
  return { before, after };
}

test("a kept database is the same again: rows, sequences and connections, whatever a test wrote", async () => {
  const sessions: unknown[] = [];
  const write = async ({ owner }: TestDatabase): Promise<void> => {
    sessions.push((await owner`select pg_backend_pid() as pid`)[0]?.pid);
    const [added] = await owner`insert into record.numbered (word) values ('seven') returning id`;
    assert.equal(added?.id, 3, "numbers go on where the contents ended");
    await owner`update record.numbered set word = 'changed' where id = 1`;
    await owner`delete from record.referring`;
    await owner`insert into record.referring values (3), (1)`;
  };
  const first = await nameAfter(write);
  const second = await nameAfter(write);
  assert.deepEqual([first.after, second.before, second.after], [first.before, first.before, first.before]);
  assert.equal(new Set(sessions).size, 1, "nobody logged in anew");
});

test("a database that is more than rows away from what it was is left to nobody", async () => {
  const away: Readonly<Record<string, (test: TestDatabase) => Promise<unknown>>> = {
    "a table": ({ owner }) => owner`create table record.more (id int)`,
    "a column": ({ owner }) => owner`alter table record.referring add column more int`,
    "a trigger asleep": ({ owner }) => owner`alter table record.numbered disable trigger refuse`,
    "a function": ({ owner }) =>
      owner`create or replace function record.refuse() returns trigger language plpgsql as $$ begin return null; end $$`,
    "a right": ({ owner }) => owner`grant select on record.numbered to aydyn_desk`,
    "a setting": ({ owner, url }) =>
      owner.unsafe(`alter database ${new URL(url).pathname.slice(1)} set work_mem = '5MB'`),
    "a lock that is held": ({ owner }) => owner`select pg_advisory_lock(5)`,
    "a statement that runs": async ({ owner, worker }) => {
      void worker`select pg_sleep(3)`.catch(() => {});
      const others = () => owner`
        select from pg_locks join pg_stat_activity using (pid)
        where datname = current_database() and pid <> pg_backend_pid() and locktype = 'virtualxid'`;
      while ((await others()).length === 0) await delay(10);
    },
  };
  for (const [what, change] of Object.entries(away)) {
    const { before, after } = await nameAfter(async (test) => void (await change(test)));
    assert.notEqual(after, before, what);
  }
  const failing: string[] = [];
  const fail = withKeptTestDatabase(async ({ url }) => {
    failing.push(url);
    throw new Error("the test's own");
  }, contents);
  await assert.rejects(fail, /the test's own/);
  const { before } = await nameAfter(async () => {});
  assert.notEqual(before, failing[0], "a test that failed");
});

test("two tests at once have a database each, and none of them outlives its process", async () => {
  const program = `
    import { withKeptTestDatabase } from "#platform/database/test-database.ts";
    const run = ({ owner, url }) => owner\`select pg_sleep(0.2)\`.then(() => console.log(new URL(url).pathname.slice(1)));
    await Promise.all([withKeptTestDatabase(run), withKeptTestDatabase(run)]);
    await withKeptTestDatabase(run);`;
  const environment = {
    ...process.env,
    AYDYN_TEST_DATABASE_URL: await testServerUrl(),
    NODE_TEST_CONTEXT: undefined,
  };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: join(import.meta.dirname, "..", ".."),
    env: environment,
  });
  const names = stdout.trim().split("\n");
  assert.deepEqual([names.length, new Set(names).size], [3, 2]);
  const database = openDatabase(await testServerUrl(), { role: "owner", connectionsMax: 1 });
  try {
    const left = await database.sql`select datname from pg_database where datname in ${database.sql(names)}`;
    assert.deepEqual([...left], []);
  } finally {
    await database.close();
  }
});
