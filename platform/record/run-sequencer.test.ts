import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { WorkerEvent } from "#platform/operations/log-events.ts";
import { entryOfAct } from "./ledger-store.ts";
import { type RunOptions, runSequencer } from "./run-sequencer.ts";
import type { SequencerStatus } from "./sequencer.ts";
import { checkPublished } from "./test-support/outsider.ts";
import { actOf, log, type RecordForTests, withRecord } from "./test-support/record.ts";

interface Running {
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
  readonly events: WorkerEvent[];
  status: SequencerStatus | null;
}

function run(record: RecordForTests, changes: Partial<RunOptions> = {}): Running {
  const stop = new AbortController();
  const events: WorkerEvent[] = [];
  const running: { status: SequencerStatus | null } = { status: null };
  const ended = runSequencer({
    ...record.options({ durability: "fsync" }),
    sql: record.database.worker,
    personKeys: record.personKeys,
    carriedFolder: join(record.folder, "carried"),
    stop: stop.signal,
    report: (event) => events.push(event),
    onStatus: (status) => {
      running.status = status;
    },
    ...changes,
  });
  return Object.assign(running, { stop, ended, events });
}

async function until(condition: () => boolean | Promise<boolean>, withinMs = 8_000): Promise<number> {
  const began = performance.now();
  while (!(await condition())) {
    assert.ok(performance.now() - began < withinMs, "waited too long");
    await delay(10);
  }
  return performance.now() - began;
}

test("an act is published soon after its transaction, without anybody asking; a stop ends it cleanly", async () => {
  await withRecord(async (record) => {
    const running = run(record);
    await until(() => running.status !== null);
    const [act] = await record.append(actOf(randomBytes(16)));
    await until(async () => {
      const entry = await entryOfAct(record.database.portal, log, act?.actId ?? "");
      return entry?.witnessedAt !== undefined && entry?.witnessedAt !== null;
    });
    running.stop.abort();
    assert.equal(await running.ended, null);
    assert.equal((await checkPublished(record.publishedFolder, record.options().policy)).length, 1);
    const again = run(record);
    await until(() => again.status?.size === 1);
    again.stop.abort();
    assert.equal(await again.ended, null);
  });
});

test("when all connections are cut it says so, starts anew, and loses nothing", async () => {
  await withRecord(async (record) => {
    const running = run(record);
    await until(() => running.status !== null);
    await record.append(actOf(randomBytes(16)));
    await until(() => running.status?.size === 1);
    await record.database.worker`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database() and usename like 'aydyn_worker%'`;
    await record.append(actOf(randomBytes(16)));
    await until(() => running.status?.publishedSize === 2);
    assert.ok(
      running.events.some(({ event }) => event === "sequencer-failed"),
      JSON.stringify(running.events),
    );
    running.stop.abort();
    assert.equal(await running.ended, null);
    assert.equal((await checkPublished(record.publishedFolder, record.options().policy)).length, 2);
  });
});

test("once a day everything is hashed again, and what was changed is reported", async () => {
  await withRecord(async (record) => {
    const running = run(record);
    await until(() => running.status !== null);
    const [act] = await record.append(actOf(randomBytes(16)));
    await until(() => running.status?.size === 1);
    await record.database.owner`update record.part set bytes = 'changed'::bytea`;
    record.clock.now += 24 * 60 * 60 * 1_000;
    const ended = { event: "record-hashed-again", log, entries: 1, findings: 1 };
    await until(() => running.events.some((event) => isDeepStrictEqual(event, ended)));
    const found = { event: "record-differs", log, act: act?.actId, part: "public", finding: "part-changed" };
    assert.ok(running.events.some((event) => isDeepStrictEqual(event, found)));
    running.stop.abort();
    assert.equal(await running.ended, null);
  });
});

test("a state in which going on could do harm ends it with the problem", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start({ durability: "fsync" });
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
    await sequencer.close();
    rmSync(join(record.folder, "state/lock-head"));
    assert.deepEqual(await run(record).ended, { kind: "lock-head-lost", databaseSize: 1 });
  });
});
