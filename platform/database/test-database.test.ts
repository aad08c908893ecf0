import assert from "node:assert/strict";
import { test } from "node:test";
import { type Database, openLockConnection } from "./database.ts";
import { withTestDatabase } from "./test-database.ts";

test("each role connects under its own login and has its own rights alone", async () => {
  await withTestDatabase(async ({ owner, portal, desk, worker }) => {
    for (const [role, sql] of [
      ["portal", portal],
      ["desk", desk],
      ["worker", worker],
    ] as const) {
      const [row] =
        await sql`select session_user as login, pg_has_role(session_user, ${`aydyn_${role}`}, 'member') as member`;
      assert.match(String(row?.login), new RegExp(`^aydyn_${role}_`));
      assert.equal(row?.member, true);
      await assert.rejects(sql`create table public.t (id int)`, /permission denied/);
      await assert.rejects(sql`create table record.t (id int)`, /permission denied/);
    }
    await owner`create table sealed.secret (id int)`;
    await owner`create table record.open (id int)`;
    await owner`grant select on sealed.secret to aydyn_portal, aydyn_desk`;
    await owner`grant select on record.open to aydyn_desk`;
    assert.equal((await portal`select * from sealed.secret`).length, 0);
    await assert.rejects(desk`select * from sealed.secret`, /permission denied for schema sealed/);
    await assert.rejects(worker`select * from sealed.secret`, /permission denied for table secret/);
    assert.equal((await desk`select * from record.open`).length, 0);
  });
});

test("a function is executable only by those it was granted to", async () => {
  await withTestDatabase(async ({ owner, desk }) => {
    await owner`create function record.answer() returns int language sql as 'select 42'`;
    await assert.rejects(desk`select record.answer()`, /permission denied for function/);
    await owner`grant execute on function record.answer() to aydyn_desk`;
    assert.deepEqual([...(await desk`select record.answer() as n`)], [{ n: 42 }]);
  });
});

test("two tests at once do not see each other, and nothing is left behind", async () => {
  const names: string[] = [];
  const once = (value: number) =>
    withTestDatabase(async ({ owner, url }) => {
      names.push(new URL(url).pathname.slice(1));
      await owner`create table record.t (id int)`;
      await owner`insert into record.t values (${value})`;
      assert.deepEqual([...(await owner`select id from record.t`)], [{ id: value }]);
    });
  await Promise.all([once(1), once(2), once(3)]);
  await withTestDatabase(async ({ owner }) => {
    assert.equal(new Set(names).size, 3);
    assert.equal((await owner`select 1 from pg_database where datname in ${owner(names)}`).length, 0);
  });
});

test("the database is dropped and the error kept when a test fails", async () => {
  let name = "";
  await assert.rejects(
    withTestDatabase(async ({ url }) => {
      name = new URL(url).pathname.slice(1);
      throw new Error("the test's own");
    }),
    /the test's own/,
  );
  await withTestDatabase(async ({ owner }) => {
    assert.equal((await owner`select 1 from pg_database where datname = ${name}`).length, 0);
  });
});

test("a lock connection holds its lock while it lives, and lets go when it is closed or cut", async () => {
  await withTestDatabase(async ({ owner, worker }) => {
    const take = async (database: Database) => {
      const [row] = await database.sql<{ taken: boolean; pid: number }[]>`
        select pg_try_advisory_lock(42) as taken, pg_backend_pid() as pid`;
      return row;
    };
    await using release = new AsyncDisposableStack();
    const lockConnection = () => {
      const connection = openLockConnection(worker);
      release.defer(connection.close);
      return connection;
    };
    const [first, second, third] = [lockConnection(), lockConnection(), lockConnection()];
    const held = await take(first);
    assert.equal(held?.taken, true);
    assert.equal((await take(first))?.pid, held?.pid);
    assert.equal((await take(second))?.taken, false);
    await first.close();
    const inherited = await take(second);
    assert.equal(inherited?.taken, true);
    // A role may end its own sessions; an owner who is no superuser may not end those of others.
    await worker`select pg_terminate_backend(${inherited?.pid ?? 0}, 5000)`;
    assert.equal((await take(third))?.taken, true);
    await owner.begin((transaction) => {
      assert.throws(
        () => openLockConnection(Object.assign(transaction, {}) as unknown as typeof owner),
        TypeError,
      );
      return transaction`select 1`;
    });
  });
});

test("integers come as numbers, bytes as bytes, and what no number can hold throws", async () => {
  await withTestDatabase(async ({ portal }) => {
    const [row] =
      await portal`select ${2 ** 53 - 1}::bigint as big, ${Uint8Array.of(1, 2)}::bytea as bytes, count(*) from (values (1)) v`;
    assert.equal(row?.big, 2 ** 53 - 1);
    assert.deepEqual(Uint8Array.from(row?.bytes), Uint8Array.of(1, 2));
    assert.equal(row?.count, 1);
    await assert.rejects(async () => portal`select 9007199254740993::bigint as big`, /beyond 2\^53/);
  });
});
