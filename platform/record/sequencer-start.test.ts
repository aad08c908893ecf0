import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { equalBytes } from "#core/bytes.ts";
import { nativeSigner } from "#engines/native-engine.ts";
import { type Disk, nodeDisk } from "#platform/files/disk.ts";
import { pathsBelow } from "#platform/files/durable-file.ts";
import { type SequencerOptions, sequencerSteps } from "./sequencer-options.ts";
import { startSequencer } from "./sequencer-start.ts";
import { describeStartProblem, SequencerStoppedError, type StartProblem } from "./start-judgement.ts";
import { checkPublished } from "./test-support/outsider.ts";
import { actOf, type RecordForTests, withRecord } from "./test-support/record.ts";

async function problemOf(
  record: RecordForTests,
  changes: Partial<SequencerOptions> = {},
): Promise<StartProblem | null> {
  const started = await startSequencer(record.options(changes));
  if (started.ok) await started.value.close();
  if (!started.ok) assert.ok(describeStartProblem(started.problem).length > 60, "says what to do");
  return started.ok ? null : started.problem;
}

/** A log of three entries, closed. */
async function lived(record: RecordForTests): Promise<void> {
  const sequencer = await record.start();
  for (let act = 0; act < 3; act += 1) {
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
  }
  await sequencer.close();
}

/** The database as it was: copies of all tables of the log, put back by `restore`. */
async function snapshot({ database: { owner } }: RecordForTests): Promise<() => Promise<void>> {
  const tables = ["ledger.head", "ledger.entry", "ledger.pending", "ledger.body_head", "ledger.case_head"];
  for (const table of tables) await owner.unsafe(`create table ${table}_kept as table ${table}`);
  return async () => {
    for (const table of tables) {
      await owner.unsafe(`truncate ${table}`);
      await owner.unsafe(`insert into ${table} overriding system value select * from ${table}_kept`);
    }
  };
}

test("a second sequencer is refused while the first runs, and may start when it is gone", async () => {
  await withRecord(async (record) => {
    const first = await record.start();
    assert.deepEqual(await problemOf(record), { kind: "another-sequencer-runs" });
    await first.close();
    assert.equal(await problemOf(record), null);
  });
});

test("of two sequencers that race, exactly one wins; the loser publishes nothing of its own", async () => {
  await withRecord(async (record) => {
    const { worker } = record.database;
    let intrude: (() => Promise<void>) | null = null;
    const loser = await record.start({
      faultPoint: async (step) => {
        if (step === "signed") await intrude?.();
      },
    });
    await record.append(actOf(randomBytes(16)));
    // The first loses its connection, and with it the lock, without noticing; meanwhile another one goes on.
    intrude = async () => {
      intrude = null;
      await worker`select pg_terminate_backend(pid) from pg_locks where pid <> pg_backend_pid() and locktype = 'advisory' and database =
        (select oid from pg_database where datname = current_database())`;
      const winner = await record.start({ durability: "fsync" });
      await record.append(actOf(randomBytes(16)));
      assert.equal((await winner.step()).size, 2);
      await winner.close();
    };
    await assert.rejects(
      loser.step(),
      (error: Error) => error instanceof SequencerStoppedError && error.problem.kind === "lost-the-race",
    );
    await loser.close();
    const leaves = await checkPublished(record.publishedFolder, record.options().policy);
    assert.equal(leaves.length, 2);
    const entries = await worker`select index from ledger.entry order by index`;
    assert.deepEqual(
      entries.map(({ index }) => index),
      [0, 1],
    );
    assert.equal(await problemOf(record), null);
  });
});

test("a sequencer that stood still at any step while another went on turns nothing back", async () => {
  for (const stoodStillAt of sequencerSteps.slice(sequencerSteps.indexOf("head-swapped"))) {
    await withRecord(async (record) => {
      const { worker } = record.database;
      const read = (path: string) => readFileSync(join(record.folder, path), "utf8");
      const gate = Promise.withResolvers<void>();
      let isBegun = false;
      const standing = Promise.withResolvers<void>();
      const publicAct = () => record.append(actOf(null, { kind: "key-changed", due: null }));
      const first = await record.start({
        durability: "fsync",
        faultPoint: async (step) => {
          if (step !== stoodStillAt || !isBegun) return;
          standing.resolve();
          await gate.promise;
        },
      });
      await publicAct();
      isBegun = true;
      const stepping = first.step().then(
        () => null,
        (error: unknown) => error,
      );
      await standing.promise;
      await worker`select pg_terminate_backend(pid) from pg_locks where pid <> pg_backend_pid() and locktype = 'advisory' and database =
        (select oid from pg_database where datname = current_database())`;
      const second = await record.start({ durability: "fsync" });
      for (let batch = 0; batch < 2; batch += 1) {
        await publicAct();
        await second.step();
      }
      const before = ["state/lock-head", "log/checkpoint", "log/parameters.json"].map(read);
      gate.resolve();
      const error = await stepping;
      const hasLost = error instanceof SequencerStoppedError && error.problem.kind === "lost-the-race";
      assert.ok(error === null || hasLost, `${stoodStillAt}: ${error}`);
      assert.deepEqual(
        ["state/lock-head", "log/checkpoint", "log/parameters.json"].map(read),
        before,
        stoodStillAt,
      );
      await first.close();
      await publicAct();
      assert.equal((await second.step()).publishedSize, 4, stoodStillAt);
      await second.close();
      assert.equal((await checkPublished(record.publishedFolder, record.options().policy)).length, 4);
      assert.equal(await problemOf(record), null);
    });
  }
});

test("a database restored to an older state is refused by the lock head file", async () => {
  await withRecord(async (record) => {
    await lived(record);
    const restore = await snapshot(record);
    const sequencer = await record.start();
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
    await sequencer.close();
    await restore();
    assert.deepEqual(await problemOf(record), { kind: "database-behind", databaseSize: 3, lockSize: 4 });
  });
});

test("a database emptied altogether is refused as well", async () => {
  await withRecord(async (record) => {
    await lived(record);
    await record.database.owner`delete from ledger.head`;
    assert.deepEqual(await problemOf(record), { kind: "database-behind", databaseSize: 0, lockSize: 3 });
  });
});

test("database and all folders restored together are refused by the witnesses, who remember", async () => {
  await withRecord(async (record) => {
    await lived(record);
    const restore = await snapshot(record);
    for (const name of ["state", "log"]) {
      cpSync(join(record.folder, name), join(record.folder, `kept-${name}`), { recursive: true });
    }
    const sequencer = await record.start();
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
    await sequencer.close();
    await restore();
    for (const name of ["state", "log"]) {
      rmSync(join(record.folder, name), { recursive: true });
      cpSync(join(record.folder, `kept-${name}`), join(record.folder, name), { recursive: true });
    }
    const problem = await problemOf(record);
    assert.deepEqual(problem, { kind: "witness-saw-larger", witness: "north", witnessSize: 4, size: 3 });
    // Cut off from all witnesses it may start, but publishes nothing, and stops at the first contact.
    for (const witness of record.witnesses) witness.reachable = false;
    const cutOff = await record.start();
    for (const witness of record.witnesses) witness.reachable = true;
    record.clock.now += 3_600_000;
    await record.append(actOf(randomBytes(16)));
    await assert.rejects(cutOff.step(), (error: Error) => {
      return error instanceof SequencerStoppedError && error.problem.kind.startsWith("witness-saw-");
    });
    await cutOff.close();
    assert.ok(readFileSync(join(record.publishedFolder, "checkpoint"), "utf8").includes("\n3\n"));
    assert.ok(!existsSync(join(record.publishedFolder, "checkpoints/4")));
  });
});

test("a log begun anew under the old key is refused by a witness that saw the old one", async () => {
  await withRecord(async (record) => {
    await lived(record);
    await record.database.owner`truncate ledger.head, ledger.entry, ledger.body_head, ledger.case_head`;
    for (const name of ["state", "log"]) rmSync(join(record.folder, name), { recursive: true });
    assert.equal((await problemOf(record))?.kind, "witness-saw-larger");
  });
});

test("a lock head file that is lost, damaged, older or of another log is refused", async () => {
  await withRecord(async (record) => {
    const path = join(record.folder, "state/lock-head");
    const sequencer = await record.start();
    await record.append(actOf(randomBytes(16)));
    const older = readFileSync(path);
    await sequencer.step();
    await sequencer.close();
    const current = readFileSync(path);
    rmSync(path);
    assert.deepEqual(await problemOf(record), { kind: "lock-head-lost", databaseSize: 1 });
    writeFileSync(path, current.subarray(0, 40));
    assert.deepEqual(await problemOf(record), { kind: "lock-head-damaged" });
    writeFileSync(path, older);
    assert.deepEqual(await problemOf(record), { kind: "lock-head-behind", databaseSize: 1, lockSize: 0 });
    writeFileSync(path, current);
    assert.equal(await problemOf(record), null);
  });
});

test("another key, another origin, or tiles that were touched are refused", async () => {
  await withRecord(async (record) => {
    await lived(record);
    const stranger = nativeSigner(new Uint8Array(32).fill(9));
    assert.deepEqual(await problemOf(record, { signer: stranger }), { kind: "log-key-differs" });
    assert.equal((await problemOf(record, { origin: "ledger.example/other" }))?.kind, "origin-differs");
    const tile = join(record.publishedFolder, "tile/0/000.p/3");
    const bytes = readFileSync(tile);
    chmodSync(tile, 0o644);
    writeFileSync(tile, Buffer.concat([Buffer.of((bytes[0] ?? 0) ^ 1), bytes.subarray(1)]));
    assert.equal((await problemOf(record))?.kind, "tiles-damaged");
    rmSync(tile);
    assert.equal((await problemOf(record))?.kind, "tiles-damaged");
    writeFileSync(tile, bytes);
    assert.equal(await problemOf(record), null);
  });
});

test("a disk that cannot be read just now is tried again, and nobody is told that tiles are damaged", async () => {
  await withRecord(async (record) => {
    await lived(record);
    let isBroken = true;
    const disk: Disk = {
      ...nodeDisk,
      read: (path) => {
        if (isBroken && path.includes("/tile/"))
          throw Object.assign(new Error("read failed"), { code: "EIO" });
        return nodeDisk.read(path);
      },
    };
    await assert.rejects(startSequencer(record.options({ disk })), /read failed/);
    isBroken = false;
    assert.equal(await problemOf(record, { disk }), null);
  });
});

test("nothing that a start refuses has changed a published file", async () => {
  await withRecord(async (record) => {
    await lived(record);
    const before = pathsBelow(record.publishedFolder).map(
      (path) => [path, readFileSync(join(record.publishedFolder, path))] as const,
    );
    await record.database.owner`update ledger.head set root = decode(repeat('ab', 32), 'hex')`;
    assert.equal((await problemOf(record))?.kind, "tiles-damaged");
    for (const [path, bytes] of before) {
      assert.ok(equalBytes(readFileSync(join(record.publishedFolder, path)), bytes), path);
    }
  });
});
