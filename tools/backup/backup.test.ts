/** What a backup holds comes back as it was, in an empty place; what was erased since does not; what is newer refuses. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Configuration } from "#platform/config/config.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { openDatabase, type Sql } from "#platform/database/database.ts";
import { pathsBelow } from "#platform/files/durable-file.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { appendActs } from "#platform/record/append.ts";
import { eraseAct } from "#platform/record/erase.ts";
import { openLedger } from "#platform/record/ledger.ts";
import { folderTileSource } from "#platform/record/published-folder.ts";
import { rehashPayloads } from "#platform/record/rehash.ts";
import { startSequencer } from "#platform/record/sequencer-start.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { checkPublished } from "#platform/record/test-support/outsider.ts";
import { actOf, log } from "#platform/record/test-support/record.ts";
import { run, withEmptyDatabase } from "#tests/journeys/founded-programs.ts";
import { backUp } from "./back-up.ts";
import { restore } from "./restore.ts";
import {
  configurationOf,
  type Installation,
  live,
  textMarker,
  withInstallation,
} from "./test-installation.ts";

const checkout = join(import.meta.dirname, "..", "..");

async function backedUp({ configuration, database, backup }: Installation) {
  return await backUp({ configuration, owner: database.owner, folder: backup, now: Date.now });
}

/** Restores into an empty database and the data folder of that name. */
async function withRestored(
  { backup }: Installation,
  dataFolder: string,
  run: (restored: {
    configuration: Configuration;
    owner: Sql;
    erasedAgain: number;
    migrated: number;
  }) => Promise<void>,
): Promise<void> {
  await withEmptyDatabase(async (url) => {
    const configuration = configurationOf(dataFolder, url);
    const owner = openDatabase(url, { role: "owner", connectionsMax: 4 });
    try {
      const { erasedAgain, migrated } = await restore({
        configuration,
        owner: owner.sql,
        folder: backup,
        now: Date.now,
      });
      await run({ configuration, owner: owner.sql, erasedAgain, migrated: migrated.length });
    } finally {
      await owner.close();
    }
  });
}

/** Every section of a dump but what the migrations write of themselves. */
function sections(dump: string): readonly string[] {
  return dump.split(/^(?=# )/m).filter((section) => !section.startsWith("# platform.migration"));
}

async function goesOn(
  { record }: Installation,
  configuration: Configuration,
  owner: Sql,
  size: number,
): Promise<void> {
  const places = logPlaces(configuration, log);
  const options = record.options({ ...places, ledger: openLedger(owner, log), durability: "fsync" });
  const sequencer = await startSequencer(options);
  assert.ok(sequencer.ok, sequencer.ok ? "" : JSON.stringify(sequencer.problem));
  const personKeys = openPersonKeys(configuration.keysFolder, { randomBytes, durability: "none" });
  await owner.begin((transaction) =>
    appendActs(transaction, [actOf(randomBytes(16))], { randomBytes, now: options.now, personKeys }),
  );
  assert.equal((await sequencer.value.step()).publishedSize, size + 1);
  await sequencer.value.close();
  assert.equal((await checkPublished(places.publishedFolder, options.policy)).length, size + 1);
  const source = folderTileSource(places.publishedFolder);
  const found = [];
  for await (const finding of rehashPayloads({ sql: owner, log, source, personKeys, size: size + 1 }))
    found.push(finding);
  assert.deepEqual(found, [], "every payload and part opens its leaf, the sealed ones too");
}

test("a backup comes back as it was in an empty place, and the log goes on where it stood", async () => {
  await withInstallation(async (installation) => {
    const { configuration, database } = installation;
    await live(installation, 3);
    await backedUp(installation);
    const dump = await dumpOf(database.owner);
    const dataFolder = `${configuration.dataFolder}-restored`;
    await withRestored(installation, dataFolder, async (restored) => {
      assert.deepEqual(sections(await dumpOf(restored.owner)), sections(dump));
      for (const part of ["log", "keys/persons", "sequencer"]) {
        const before = join(configuration.dataFolder, part);
        assert.deepEqual(pathsBelow(join(dataFolder, part)), pathsBelow(before), part);
        for (const path of pathsBelow(before)) {
          assert.ok(
            readFileSync(join(dataFolder, part, path)).equals(readFileSync(join(before, path))),
            path,
          );
        }
      }
      assert.equal(restored.migrated, 0);
      await goesOn(installation, restored.configuration, restored.owner, 3);
    });
  });
});

test("what was erased after the backup does not come back: no text, no key, no published copy; and the log refuses to go back", async () => {
  await withInstallation(async (installation) => {
    const { configuration, record, database } = installation;
    const [first = ""] = await live(installation, 2);
    await backedUp(installation);
    const sequencer = await installation.start();
    const request = { actId: first, partNames: null, actor: "head" };
    const { personKeys, clock } = record;
    const erased = await database.portal.begin((transaction) =>
      eraseAct(transaction, request, { randomBytes, now: () => clock.now, personKeys }),
    );
    assert.ok(erased.ok);
    await sequencer.step();
    assert.equal(await sequencer.finishErasures({ sql: database.worker, personKeys }), 1);
    await sequencer.close();
    // The machine is lost; what must never go back was kept beside it.
    const dataFolder = `${configuration.dataFolder}-restored`;
    for (const part of ["sequencer", "log"]) {
      cpSync(join(configuration.dataFolder, part), join(dataFolder, part), { recursive: true });
    }
    const backup = readFileSync(join(installation.backup, "tables", "record.part.copy"), "latin1");
    const inHex = Buffer.from(textMarker).toString("hex");
    assert.equal(backup.split(inHex).length - 1, 2, "the backup holds both texts");
    await withRestored(installation, dataFolder, async (restored) => {
      assert.equal(restored.erasedAgain, 1);
      assert.equal((await dumpOf(restored.owner)).split(inHex).length - 1, 1, "one text is left");
      const keys = openPersonKeys(restored.configuration.keysFolder, { randomBytes, durability: "none" });
      assert.equal(keys.list().length, 1, "one key is left");
      const places = logPlaces(restored.configuration, log);
      assert.ok(
        !existsSync(join(places.publishedFolder, "payloads/000.json")),
        "the published copy stays away",
      );
      assert.ok(existsSync(join(places.publishedFolder, "payloads/001.json")));
      const started = await startSequencer(
        record.options({ ...places, ledger: openLedger(restored.owner, log) }),
      );
      assert.deepEqual(started, {
        ok: false,
        problem: { kind: "database-behind", databaseSize: 2, lockSize: 3 },
      });
    });
  });
});

test("a backup of an older version is upgraded with its data", async () => {
  await withInstallation(async (installation) => {
    await live(installation, 3);
    await backedUp(installation);
    const dataFolder = `${installation.configuration.dataFolder}-restored`;
    await withRestored(installation, dataFolder, async ({ configuration, owner, migrated }) => {
      assert.ok(migrated > 5, "the newer migrations ran over the data");
      await goesOn(installation, configuration, owner, 3);
    });
  }, "0067-outside");
});

const releasedFolder = join(import.meta.dirname, "released");
for (const version of readdirSync(releasedFolder)) {
  test(`an installation of the version with ${version} is upgraded with its data`, async () => {
    await withInstallation(async (installation) => {
      const dataFolder = `${installation.configuration.dataFolder}-restored`;
      const old = { ...installation, backup: join(releasedFolder, version) };
      await withRestored(old, dataFolder, async ({ configuration, owner }) => {
        await goesOn(installation, configuration, owner, 3);
      });
    });
  });
}

test("both commands, as an operator runs them", async () => {
  await withInstallation(async (installation) => {
    const { configuration, database, backup } = installation;
    await live(installation, 2);
    const node = (command: string, dataFolder: string, url: string) =>
      run(process.execPath, [join(checkout, "tools", command), backup], {
        AYDYN_DATA: dataFolder,
        DATABASE_URL: url,
        AYDYN_LOG_ORIGIN: "ledger.example",
      });
    const made = await node("back-up.ts", configuration.dataFolder, database.url);
    assert.equal(made.code, 0, made.output);
    assert.match(made.output, /executive: 2 entries/);
    const sums = await run("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], {}, backup);
    assert.equal(sums.code, 0, sums.output);
    await withEmptyDatabase(async (url) => {
      const restored = await node("restore.ts", `${configuration.dataFolder}-restored`, url);
      assert.equal(restored.code, 0, restored.output);
      assert.match(restored.output, /executive: 2 entries[\s\S]*Start the programs/);
      const again = await node("restore.ts", `${configuration.dataFolder}-restored`, url);
      assert.match(again.output, /already holds an installation/);
    });
  });
});

test("a damaged backup, a place that is not empty, and a running worker are refused in words", async () => {
  await withInstallation(async (installation) => {
    const { configuration, database, backup } = installation;
    await live(installation, 1);
    const worker = await installation.start();
    await assert.rejects(backedUp(installation), /a worker continues the log executive/);
    await worker.close();
    await backedUp(installation);
    await assert.rejects(backedUp(installation), /is there already/);
    const again = { configuration, owner: database.owner, folder: backup, now: Date.now };
    await assert.rejects(restore(again), /already holds an installation/);
    const elsewhere = configurationOf(`${configuration.dataFolder}-elsewhere`, database.url);
    await assert.rejects(restore({ ...again, configuration: elsewhere }), /the database is not empty/);
    appendFileSync(join(backup, "tables", "ledger.head.copy"), "x");
    await assert.rejects(
      restore({ ...again, configuration: elsewhere }),
      /not as it was written: tables\/ledger.head.copy/,
    );
  });
});
