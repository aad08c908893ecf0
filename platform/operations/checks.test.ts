/** What portal and worker find when they look at themselves, on a real database and a real record. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { HealthCheck } from "#engines/operations/health.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { readTextIfPresent } from "#platform/files/durable-file.ts";
import type { MailStatus } from "#platform/mail/send-mails.ts";
import { openLedger } from "#platform/record/ledger.ts";
import { lockHeadPath } from "#platform/record/lock-head.ts";
import { waitingActs } from "#platform/record/pending-store.ts";
import {
  actOf,
  engine,
  log,
  logKey,
  type RecordForTests,
  withRecord,
} from "#platform/record/test-support/record.ts";
import {
  checkpointCheck,
  databaseCheck,
  filesCheck,
  mailCheck,
  schemaCheck,
  sequencerCheck,
} from "./checks.ts";
import { logHeadCheck } from "./log-head-check.ts";
import { thresholds } from "./thresholds.ts";

const minuteMs = 60_000;
const found = async (check: HealthCheck) => {
  const { state, facts } = await check.look();
  return [state, facts];
};

test("database and log, from the first act to a restored backup", async () => {
  await withRecord(async (record) => {
    const { database, clock, witnesses, publishedFolder } = record;
    const { stateFolder } = record.options();
    const ledger = openLedger(database.worker, log);
    const head = logHeadCheck({ engine, ledger, logKey, stateFolder });
    const checkpoint = checkpointCheck({
      engine,
      witnessKeys: witnesses.map(({ key }) => key),
      readPublished: (path) => readTextIfPresent(join(publishedFolder, path)),
      now: () => clock.now,
    });
    for (const sql of [database.portal, database.worker, database.desk]) await databaseCheck(sql).look();
    assert.deepEqual(await found(head), [
      "noticed",
      { signedEntries: null, databaseEntries: null, lockHead: "none" },
    ]);
    assert.deepEqual(await found(checkpoint), ["noticed", { ageSeconds: null }]);

    const waits = await waitsForTheLog(record);
    const sequencer = await record.start();
    await sequencer.drain();
    assert.deepEqual(await found(waits), ["fine", { running: true, waiting: 0, oldestSeconds: 0 }]);
    assert.deepEqual(await found(head), ["fine", { signedEntries: 1, databaseEntries: 1 }]);
    assert.equal((await checkpoint.look()).state, "fine");
    clock.now += (thresholds.checkpointAgeSeconds + 60) * 1_000;
    assert.equal((await checkpoint.look()).state, "noticed");
    await sequencer.close();

    const signed = readTextIfPresent(lockHeadPath(stateFolder)) ?? "";
    await database.owner`update ledger.head set size = 0`;
    assert.deepEqual(await found(head), [
      "failed",
      { signedEntries: 1, databaseEntries: 0, database: "behind" },
    ]);
    await database.owner`update ledger.head set size = 1, note = 'another'`;
    assert.equal((await head.look()).facts.lockHead, "differs");
    writeFileSync(lockHeadPath(stateFolder), signed.replace("\n1\n", "\n2\n"));
    assert.deepEqual(await found(head), ["failed", { lockHead: "damaged" }]);
    rmSync(lockHeadPath(stateFolder));
    assert.equal((await head.look()).facts.lockHead, "lost");
    await schemaIsCompared(record);
  });
});

/** An act that is held back is not told of: its moment would tell when somebody filed (record.md section 1). */
async function waitsForTheLog(record: RecordForTests): Promise<HealthCheck> {
  const { clock, database } = record;
  let isRunning = false;
  const check = sequencerCheck({
    isRunning: () => isRunning,
    waitingActs: () => waitingActs(database.worker, log, clock.now),
    now: () => clock.now,
  });
  const at = clock.now;
  await record.append(actOf(randomBytes(16), { at, releaseAt: at }));
  await record.append(actOf(randomBytes(16), { at, releaseAt: at + 600 * minuteMs }));
  assert.deepEqual(await found(check), ["failed", { running: false, waiting: 1, oldestSeconds: 0 }]);
  isRunning = true;
  clock.now += 2 * minuteMs;
  assert.deepEqual(await found(check), ["noticed", { running: true, waiting: 1, oldestSeconds: 120 }]);
  return check;
}

async function schemaIsCompared({ database }: RecordForTests): Promise<void> {
  const migrations = await readMigrations();
  const all = [database.portal, database.desk, database.worker];
  for (const sql of all)
    assert.deepEqual(await found(schemaCheck(sql, migrations)), ["fine", { migrations: "current" }]);
  const older = schemaCheck(database.portal, migrations.slice(0, -1));
  assert.deepEqual(await found(older), ["noticed", { migrations: "ahead" }]);
  const newer = schemaCheck(database.portal, [...migrations, { name: "9999-later", sql: "", digest: "0" }]);
  assert.deepEqual(await found(newer), ["failed", { migrations: "behind" }]);
  const [first, ...more] = migrations;
  assert.ok(first);
  const changed = schemaCheck(database.portal, [{ ...first, digest: "0" }, ...more]);
  assert.deepEqual(await found(changed), ["failed", { migrations: "changed" }]);
}

test("mails and files that wait are noticed, and make nothing else ill", async () => {
  const now = () => 10_000_000;
  const none: MailStatus = {
    ...{ waiting: 3, due: 0, dueSince: null, sent: 0, givenUp: 0, serverProblem: null },
  };
  const mail = async (status: MailStatus | null) => found(mailCheck(() => status, now));
  assert.deepEqual(await mail(null), ["fine", { server: "none" }]);
  assert.deepEqual(await mail(none), ["fine", { server: "answers", due: 0, oldestSeconds: 0 }]);
  const late = { ...none, due: 2, dueSince: now() - (thresholds.dueMailSeconds + 1) * 1_000 };
  assert.deepEqual((await mail(late))[0], "noticed");
  assert.deepEqual((await mail({ ...none, serverProblem: "ECONNREFUSED" }))[0], "noticed");

  const waiting = { waiting: 1, since: now() - (thresholds.waitingFileSeconds + 1) * 1_000 };
  const files = async (status: Parameters<typeof filesCheck>[0]) =>
    (await filesCheck(status, now).look()).state;
  assert.equal(await files(() => null), "noticed");
  assert.equal(await files(() => ({ waiting: 0, since: null, scanner: "none" })), "fine");
  assert.equal(await files(() => ({ waiting: 0, since: null, scanner: "away" })), "noticed");
  assert.equal(await files(() => ({ ...waiting, scanner: "answers" })), "noticed");
});
