/** What `npm start` looks at before it starts anything, and what it tells the person at the terminal. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readConfiguration } from "#platform/config/config.ts";
import { drawRoleLogins, readRoleLogins, writeRoleLogins } from "#platform/database/role-logins.ts";
import { installError, missingPackage } from "./bootstrap.mjs";
import { chooseDataFolder, prepareDataFolder } from "./data-folder.ts";
import {
  discardHalfFilled,
  readInstallation,
  separateSigningKeys,
  writeInstallation,
} from "./installation-state.ts";
import { describeFailure, OperatorError, printFailure } from "./operator-error.ts";
import { refuseTakenPorts } from "./ports.ts";
import { portsOf, programsOf, witnessesOf } from "./programs.ts";
import { takeRunLock } from "./run-lock.ts";

const isRoot = process.getuid?.() === 0;

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "start-"));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const hinted = (message: RegExp, hint: RegExp) => (error: unknown) => {
  assert.ok(error instanceof OperatorError);
  assert.match(error.message, message);
  assert.match(error.hint, hint);
  return true;
};

test("a taken port is named with its program and the variable that moves it", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  const want = { port: address.port, host: "127.0.0.1", program: "portal", variable: "AYDYN_PORT" };
  await assert.rejects(
    refuseTakenPorts([want]),
    hinted(
      new RegExp(`port ${address.port}, wanted by the portal, is taken`),
      /set AYDYN_PORT to a free port, as in: AYDYN_PORT=\d+ npm start/,
    ),
  );
  server.close();
  await once(server, "close");
  await refuseTakenPorts([want]);
  await assert.rejects(refuseTakenPorts([want, want]), hinted(/wanted twice/, /AYDYN_PORT/));
});

test("every program has a port that is looked at, its own settings, and no witness knows the database", () => {
  const configuration = readConfiguration({ AYDYN_DATA: "/srv/a", AYDYN_HOST: "::", AYDYN_PORT: "9000" });
  assert.ok(configuration.ok);
  const programs = [
    ...witnessesOf(configuration.value, "/srv/checkout"),
    ...programsOf(configuration.value, "/srv/checkout", "postgres://127.0.0.1:5432/aydyn"),
  ];
  assert.deepEqual(
    programs.map(({ name, file, healthUrl }) => [name, file, healthUrl]),
    [
      ["witness-1", "/srv/checkout/apps/witness.ts", "http://127.0.0.1:9002/health"],
      ["witness-2", "/srv/checkout/apps/witness.ts", "http://127.0.0.1:9003/health"],
      ["worker", "/srv/checkout/apps/worker.ts", "http://127.0.0.1:9001/health/ready"],
      ["portal", "/srv/checkout/apps/portal.ts", "http://127.0.0.1:9004/health/ready"],
    ],
  );
  assert.deepEqual(
    portsOf(configuration.value).map(({ port }) => port),
    [9000, 9004, 9001, 9002, 9003],
  );
  assert.deepEqual(
    programs.map(({ environment }) => environment.DATABASE_URL),
    [undefined, undefined, "postgres://127.0.0.1:5432/aydyn", "postgres://127.0.0.1:5432/aydyn"],
  );
});

test("a second start on the same data names the first; a lock left by a dead process does not count", async () => {
  await withFolder(async (folder) => {
    const release = await takeRunLock(folder, "http://localhost:8080");
    await assert.rejects(
      takeRunLock(folder, "http://localhost:9090"),
      hinted(new RegExp(`process ${process.pid}, http://localhost:8080`), /AYDYN_DATA.*AYDYN_PORT/),
    );
    await release();
    await (await takeRunLock(folder, "http://localhost:9090"))();

    const child = spawn("true");
    await once(child, "close");
    for (const left of [
      `{"pid":${child.pid},"began":"1","address":"a"}`,
      `{"pid":${process.pid},"began":"1","address":"a"}`,
      "",
      "{",
      "null",
    ]) {
      await writeFile(join(folder, "running.json"), left);
      await (await takeRunLock(folder, "http://localhost:8080"))();
    }
    assert.deepEqual(await readdir(folder), []);
  });
});

test("the data folder is the named one, the checkout's, or for root below a closed folder a system one", async () => {
  await withFolder(async (folder) => {
    assert.equal(await chooseDataFolder({ AYDYN_DATA: "/srv/a" }, folder), "/srv/a");
    const database = { DATABASE_URL: "postgres://a/b" };
    assert.equal(await chooseDataFolder(database, folder), join(folder, "data"));
    await chmod(folder, 0o700);
    const closed = await chooseDataFolder({}, folder, "/srv/system");
    if (isRoot) assert.match(closed, /^\/srv\/system\/[0-9a-f]{12}$/);
    else assert.equal(closed, join(folder, "data"));
    await chmod(folder, 0o711);
    assert.equal(await chooseDataFolder({}, folder), join(folder, "data"));
  });
});

test("a data folder that cannot be used is told with the variable that moves it", async () => {
  await withFolder(async (folder) => {
    await prepareDataFolder(join(folder, "new/data"));
    assert.ok((await stat(join(folder, "new/data"))).isDirectory());
    await writeFile(join(folder, "file"), "");
    await assert.rejects(prepareDataFolder(join(folder, "file")), hinted(/cannot be used/, /AYDYN_DATA/));
    await assert.rejects(prepareDataFolder(join(folder, "file/data")), hinted(/file\/data/, /AYDYN_DATA/));
  });
});

test("what a cut-off filling left is thrown away but for server, logins and lock", async () => {
  await withFolder(async (folder) => {
    assert.deepEqual(await readInstallation(folder), { state: "new", mode: null });
    await writeInstallation(folder, "filling", "demo");
    assert.deepEqual(await readInstallation(folder), { state: "filling", mode: "demo" });
    for (const path of ["postgres", "keys/logs", "log/executive", "witness-1"])
      await mkdir(join(folder, path), { recursive: true });
    for (const path of [
      "running.json",
      "keys/database-logins.json",
      "keys/database-owner.password",
      "keys/logs/a.seed",
    ]) {
      await writeFile(join(folder, path), "");
    }
    await discardHalfFilled(folder);
    assert.deepEqual((await readdir(folder)).toSorted(), [
      "installation.json",
      "keys",
      "postgres",
      "running.json",
    ]);
    assert.deepEqual((await readdir(join(folder, "keys"))).toSorted(), [
      "database-logins.json",
      "database-owner.password",
    ]);
    await writeInstallation(folder, "ready", "production");
    assert.deepEqual(await readInstallation(folder), { state: "ready", mode: "production" });
  });
});

test("keys that an older version kept in one folder are separated once, and stay the same keys", async () => {
  await withFolder(async (folder) => {
    const folders = { keysFolder: join(folder, "keys"), signingKeysFolder: join(folder, "signing-keys") };
    const logins = drawRoleLogins((length) => randomBytes(length), "old");
    await writeRoleLogins({ ...folders, signingKeysFolder: folders.keysFolder }, logins);
    await writeFile(join(folders.keysFolder, "database-logins.json"), JSON.stringify(logins));
    await mkdir(join(folders.keysFolder, "logs"));
    await writeFile(join(folders.keysFolder, "logs", "executive.seed"), "a key");
    await separateSigningKeys(folders);
    await separateSigningKeys(folders);
    assert.deepEqual(await readdir(folders.keysFolder), ["database-logins.json"]);
    assert.equal(await readFile(join(folders.signingKeysFolder, "logs", "executive.seed"), "utf8"), "a key");
    assert.deepEqual(await readRoleLogins(folders), logins);
    const portals = await readFile(join(folders.keysFolder, "database-logins.json"), "utf8");
    assert.ok(!portals.includes(logins.worker.password));
  });
});

test("the installation is complete only when every package for this machine has the locked version", () => {
  const lock = {
    packages: {
      "": { version: "0" },
      "node_modules/a": { version: "1", integrity: "x" },
      "node_modules/b/node_modules/@c/d": { version: "2", integrity: "y" },
      "node_modules/elsewhere": { version: "3", integrity: "z", os: ["no-such-system"] },
    },
  };
  const { "": _, "node_modules/elsewhere": __, ...installed } = lock.packages;
  assert.equal(missingPackage(lock, { packages: installed }), null);
  assert.equal(missingPackage(lock, null), "everything");
  const withDev = { packages: { ...lock.packages, "node_modules/judge": { version: "1", dev: true } } };
  assert.equal(missingPackage(withDev, { packages: installed }), "judge");
  assert.equal(missingPackage(withDev, { packages: installed }, false), null, "a bundle has none of these");
  assert.equal(missingPackage(lock, {}), "a");
  const older = { ...installed, "node_modules/a": { version: "0.9", integrity: "x" } };
  assert.equal(missingPackage(lock, { packages: older }), "a");
  const altered = { ...installed, "node_modules/b/node_modules/@c/d": { version: "2", integrity: "other" } };
  assert.equal(missingPackage(lock, { packages: altered }), "@c/d");
});

for (const [output, hint] of [
  ["npm error code ENOSPC", /disk is full/],
  ["npm error code EAI_AGAIN request to the registry failed", /registry could not be reached/],
  ["npm error code EACCES mkdir /checkout/node_modules", /may not write/],
  ["npm error code E500", /npm 9 or newer/],
] as const) {
  test(`npm's "${output}" is explained`, () => assert.match(installError(output, 1).hint, hint));
}

test("foreseen failures are explained, others keep their stack", () => {
  const withCode = (code: string) => Object.assign(new Error("what happened"), { code });
  for (const code of ["ENOSPC", "53100", "EACCES", "EROFS", "ECONNREFUSED", "28P01", "42501"]) {
    assert.match(describeFailure(withCode(code))?.hint ?? "", /AYDYN_DATA|DATABASE_URL|CREATEROLE/);
  }
  const printed: string[] = [];
  printFailure(new OperatorError("it is so", "Do that."), (line) => printed.push(line));
  printFailure(new TypeError("a bug"), (line) => printed.push(line));
  assert.equal(printed[0], "\nAydyn: it is so.\nDo that.");
  assert.match(printed[1] ?? "", /TypeError: a bug\n\s+at /);
});
