import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openDatabase, type Sql } from "./database.ts";
import {
  drawRoleLogins,
  ensureRoleLogins,
  openRoleDatabase,
  type RoleLogins,
  readOrDrawRoleLogins,
  readRoleLogins,
  roleLoginsFile,
  roleUrl,
} from "./role-logins.ts";
import { withTestDatabase } from "./test-database.ts";

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "logins-"));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function loginAs(url: string, logins: RoleLogins): Promise<string> {
  const database = openDatabase(roleUrl(url, logins, "desk"), { role: "desk", connectionsMax: 1 });
  try {
    const [row] = await database.sql<{ login: string }[]>`select session_user as login`;
    return row?.login ?? "";
  } finally {
    await database.close();
  }
}

/** Logins belong to the server: what a test leaves there stays there. */
async function dropLogins(owner: Sql, url: string, logins: RoleLogins): Promise<void> {
  for (const { user } of Object.values(logins)) {
    await owner`revoke all on database ${owner(new URL(url).pathname.slice(1))} from ${owner(user)}`;
    await owner`drop role ${owner(user)}`;
  }
}

function foldersIn(folder: string) {
  return { keysFolder: join(folder, "keys"), signingKeysFolder: join(folder, "signing-keys") };
}

test("logins are drawn once, kept from others, and read again", async () => {
  await withFolder(async (folder) => {
    const folders = foldersIn(folder);
    const drawn = await readOrDrawRoleLogins(folders, randomBytes);
    assert.deepEqual(await readOrDrawRoleLogins(folders, randomBytes), drawn);
    for (const keys of Object.values(folders)) {
      assert.equal((await stat(roleLoginsFile(keys))).mode & 0o777, 0o600);
      assert.equal((await stat(keys)).mode & 0o777, 0o700);
    }
    const portals = await readFile(roleLoginsFile(folders.keysFolder), "utf8");
    assert.ok(!portals.includes(drawn.worker.password), "the portal's folder lets nobody in as the worker");
    assert.equal(new Set(Object.values(drawn).map(({ password }) => password)).size, 3);
  });
});

for (const [what, text] of [
  ["no JSON", "{"],
  ["a role missing", JSON.stringify({ portal: { user: "aydyn_portal_a", password: "0".repeat(32) } })],
  ["a login of another kind", JSON.stringify({ portal: { user: "postgres", password: "0".repeat(32) } })],
  [
    "a password that could end the statement",
    JSON.stringify({ portal: { user: "aydyn_portal_a", password: "'; --" } }),
  ],
] as const) {
  test(`a file of logins with ${what} is refused`, async () => {
    await withFolder(async (folder) => {
      const folders = foldersIn(folder);
      await readOrDrawRoleLogins(folders, randomBytes);
      await writeFile(roleLoginsFile(folders.keysFolder), text);
      await assert.rejects(readRoleLogins(folders));
      await assert.rejects(
        readOrDrawRoleLogins(folders, randomBytes),
        "a broken file is not replaced by a new one",
      );
    });
  });
}

test("two installations on one server have logins of their own, and a database closed to others is closed", async () => {
  const ours = drawRoleLogins(randomBytes, "test1");
  const theirs = drawRoleLogins(randomBytes, "test2");
  await withTestDatabase(async ({ owner, url }) => {
    await ensureRoleLogins(owner, theirs, { closeToOthers: false });
    assert.equal(await loginAs(url, theirs), "aydyn_desk_test2");
    await ensureRoleLogins(owner, ours, { closeToOthers: true });
    await ensureRoleLogins(owner, ours, { closeToOthers: true });
    assert.equal(await loginAs(url, ours), "aydyn_desk_test1");
    await owner`revoke connect on database ${owner(new URL(url).pathname.slice(1))} from aydyn_desk_test2`;
    await assert.rejects(loginAs(url, theirs), /permission denied for database/);
    await assert.rejects(
      loginAs(url, { ...ours, desk: { ...ours.desk, password: "0".repeat(48) } }),
      /password/,
    );
    await dropLogins(owner, url, ours);
    await dropLogins(owner, url, theirs);
  });
});

test("a program opens the database with nothing but the address and the keys folder", async () => {
  await withFolder(async (folder) => {
    const folders = foldersIn(folder);
    await assert.rejects(
      openRoleDatabase({ databaseUrl: null, ...folders }, "portal"),
      /DATABASE_URL is not set/,
    );
    const logins = await readOrDrawRoleLogins(folders, randomBytes);
    await withTestDatabase(async ({ owner, url }) => {
      await ensureRoleLogins(owner, logins, { closeToOthers: false });
      const address = new URL(url);
      address.username = "";
      address.password = "";
      const database = await openRoleDatabase({ databaseUrl: address.href, ...folders }, "worker", 1);
      const [row] = await database.sql`select session_user as login`;
      assert.equal(row?.login, logins.worker.user);
      await database.close();
      await dropLogins(owner, url, logins);
    });
  });
});
