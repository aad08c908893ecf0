import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { openDatabase, type Sql } from "./database.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { findPostgresBinaries, unprivilegedMayEnter } from "./postgres-binaries.ts";

const ownerPassword = "a-password-of-a-test";

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "embedded-"));
  await chmod(folder, 0o711);
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function query(url: string, run: (sql: Sql) => Promise<void>): Promise<void> {
  const database = openDatabase(url, { role: "owner", connectionsMax: 1 });
  try {
    await run(database.sql);
  } finally {
    await database.close();
  }
}

test("what was committed outlives a killed server and a start beside its remains; production keeps fsync", async () => {
  await withFolder(async (folder) => {
    const options = { folder: join(folder, "server"), binaries: await findPostgresBinaries(), ownerPassword };
    const first = await startEmbeddedPostgres(options);
    await query(first.url, async (sql) => {
      await sql`create table kept (id int)`;
      await sql`insert into kept values (1)`;
      const settings = await sql`select name, setting from pg_settings
        where name in ('fsync', 'full_page_writes', 'listen_addresses') order by name`;
      assert.deepEqual(
        settings.map(({ setting }) => setting),
        ["on", "on", "127.0.0.1"],
      );
    });
    process.kill(first.pid, "SIGKILL");
    await first.ended;

    const second = await startEmbeddedPostgres(options);
    await query(second.url, async (sql) => assert.equal((await sql`select * from kept`).length, 1));
    // The program that started it dies; the next start finds the server still running and stops it first.
    const third = await startEmbeddedPostgres(options);
    await second.ended;
    await query(third.url, async (sql) => assert.equal((await sql`select * from kept`).length, 1));
    await third.stop();
    await third.ended;
    assert.match(await readFile(join(folder, "server/postgres.log"), "utf8"), /database system is shut down/);
  });
});

test("a password is asked for, and text compares alike on every machine", async () => {
  await withFolder(async (folder) => {
    const server = await startEmbeddedPostgres({
      folder: join(folder, "server"),
      binaries: await findPostgresBinaries(),
      ownerPassword,
      forgetDataForTestsOnly: true,
    });
    try {
      await assert.rejects(
        query(server.url.replace(ownerPassword, "wrong"), async (sql) => void (await sql`select 1`)),
        /password/,
      );
      await query(server.url, async (sql) => {
        const [row] =
          await sql`select lower('ŞÄHER ŽÝ') as lower, 'ä' > 'z' as bytes, getdatabaseencoding() as encoding`;
        assert.deepEqual({ ...row }, { lower: "şäher žý", bytes: true, encoding: "UTF8" });
      });
    } finally {
      await server.stop();
    }
  });
});

test("the lock file of a dead server whose number another process has by now is not believed", async () => {
  await withFolder(async (folder) => {
    const options = {
      folder: join(folder, "server"),
      binaries: await findPostgresBinaries(),
      ownerPassword,
      forgetDataForTestsOnly: true,
    };
    const first = await startEmbeddedPostgres(options);
    await first.stop();
    const stranger = spawn("sleep", ["60"]);
    await writeFile(join(folder, "server/cluster/postmaster.pid"), `${stranger.pid}\n`);
    const second = await startEmbeddedPostgres(options);
    await second.stop();
    assert.equal(stranger.exitCode, null);
    stranger.kill();
    await once(stranger, "close");
  });
});

test("a start that was cut off while making the files begins anew", async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, "server/making/cluster"), { recursive: true });
    await writeFile(join(folder, "server/making/cluster/half"), "");
    const server = await startEmbeddedPostgres({
      folder: join(folder, "server"),
      binaries: await findPostgresBinaries(),
      ownerPassword,
      forgetDataForTestsOnly: true,
    });
    await server.stop();
  });
});

test("a folder closed to others is noticed wherever it lies on the way", async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, "open/closed/inner"), { recursive: true });
    await chmod(join(folder, "open"), 0o755);
    assert.equal(await unprivilegedMayEnter(join(folder, "open")), true);
    assert.equal(await unprivilegedMayEnter(join(folder, "open/not-there-yet")), true);
    await chmod(join(folder, "open/closed"), 0o700);
    assert.equal(
      await unprivilegedMayEnter(join(folder, "open/closed/inner")),
      process.getuid?.() === 65_534,
    );
  });
});

test("as root, programs below a closed folder are copied to where the server's user can read them", async (context) => {
  if (process.getuid?.() !== 0 && !process.env.CI)
    return context.skip("needs root: only then another user runs the server");
  await withFolder(async (folder) => {
    const { folder: native } = await findPostgresBinaries();
    const closed = join(folder, "closed");
    await mkdir(closed, { mode: 0o700 });
    await symlink(dirname(native), join(closed, "package"));
    const copied = await findPostgresBinaries(join(folder, "copies"), join(closed, "package"));
    assert.equal(copied.runAs, 65_534);
    assert.match(copied.folder, /copies\/postgresql-[0-9]/);
    assert.deepEqual(await findPostgresBinaries(join(folder, "copies"), join(closed, "package")), copied);
    const server = await startEmbeddedPostgres({
      folder: join(folder, "server"),
      binaries: copied,
      ownerPassword,
      forgetDataForTestsOnly: true,
    });
    await server.stop();
  });
});
