import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { toHex } from "#core/bytes.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import { entryOfAct } from "./ledger-store.ts";
import { recosignEveryMs } from "./sequencer.ts";
import { checkPublished } from "./test-support/outsider.ts";
import { actOf, bodyNumber, dueDay, log, startAt, withRecord } from "./test-support/record.ts";

const minuteMs = 60_000;

test("acts become leaves under a cosigned checkpoint: serials, previous and the batch's minute are filled in", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    const [first, second] = [randomBytes(16), randomBytes(16)];
    await record.append(actOf(first));
    await record.append(actOf(second, { body: bodyNumber(8) }));
    await record.append(actOf(first, { kind: "assigned" }));
    await record.append({ ...actOf(null), kind: "read", due: null, parts: [] });
    const report = await sequencer.step();
    assert.deepEqual(report, { entered: 4, size: 4, publishedSize: 4, more: false });
    await sequencer.close();
    const leaves = await checkPublished(record.publishedFolder, record.options().policy);
    assert.equal(leaves.length, 4);
    assert.ok(leaves.every(({ time }) => time === Math.floor(startAt / minuteMs) * minuteMs));
    const ofFirst = leaves.filter(({ caseTag }) => toHex(caseTag) === toHex(first));
    assert.deepEqual(
      ofFirst.map(({ kind, due }) => [kind, due]),
      [
        [numberOfKind("filed-complaint"), dueDay],
        [numberOfKind("assigned"), dueDay],
      ],
      "two acts of one case in one batch keep their order",
    );
  });
});

test("a group is never split, and its acts stand one behind the other", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    for (let round = 0; round < 30; round += 1) {
      const tag = randomBytes(16);
      await record.append(
        actOf(tag, { kind: "forwarded", due: null }),
        actOf(tag, { kind: "received", body: bodyNumber(8) }),
      );
    }
    await sequencer.drain();
    await sequencer.close();
    const leaves = await checkPublished(record.publishedFolder, record.options().policy);
    for (let at = 0; at < leaves.length; at += 2) {
      assert.equal(leaves[at]?.kind, numberOfKind("forwarded"));
      assert.equal(leaves[at + 1]?.kind, numberOfKind("received"));
      assert.deepEqual(leaves[at]?.caseTag, leaves[at + 1]?.caseTag);
    }
  });
});

test("a busy log fills whole tiles; these can no longer be written to", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    await record.append(...Array.from({ length: 10 }, () => actOf(randomBytes(16), { parts: [] })));
    assert.equal((await sequencer.step()).size, 10);
    for (let group = 0; group < 13; group += 1) {
      await record.append(...Array.from({ length: 40 }, () => actOf(randomBytes(16), { parts: [] })));
    }
    const sizes: number[] = [];
    for (let step = 0; step < 4; step += 1) sizes.push((await sequencer.step()).size);
    // Groups of 40: six fit to the tile's end at 256, then six into each batch of 256.
    assert.deepEqual(sizes, [250, 490, 530, 530]);
    await sequencer.close();
    await checkPublished(record.publishedFolder, record.options().policy);
    assert.equal(statSync(join(record.publishedFolder, "tile/0/000")).mode & 0o777, 0o444);
  });
});

test("a clock that was set back keeps the last time; a retried submission keeps its index", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    const retried = actOf(randomBytes(16), { submission: randomBytes(32) });
    const [act] = await record.append(retried);
    await sequencer.step();
    record.clock.now = startAt - 90 * minuteMs;
    await record.append(actOf(randomBytes(16), { at: record.clock.now }));
    await record.append(retried);
    await sequencer.drain();
    await sequencer.close();
    const leaves = await checkPublished(record.publishedFolder, record.options().policy);
    assert.equal(leaves.length, 2);
    assert.equal(leaves[1]?.time, leaves[0]?.time);
    const entry = await entryOfAct(record.database.portal, log, act?.actId ?? "");
    assert.equal(entry?.index, 0);
    assert.equal(entry?.witnessedAt, Math.floor(startAt / 1_000) * 1_000);
  });
});

test("an act held back enters when its time has come, or before a later act of its case", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    const [alone, followed] = [randomBytes(16), randomBytes(16)];
    await record.append(actOf(alone, { releaseAt: startAt + 5 * minuteMs }));
    await record.append(actOf(followed, { releaseAt: startAt + 5 * minuteMs }));
    assert.equal((await sequencer.step()).entered, 0);
    await record.append(actOf(followed, { kind: "assigned" }));
    assert.equal((await sequencer.step()).entered, 2);
    record.clock.now = startAt + 5 * minuteMs;
    assert.equal((await sequencer.step()).entered, 1);
    await sequencer.close();
    const leaves = await checkPublished(record.publishedFolder, record.options().policy);
    assert.equal(leaves[2]?.time, Math.floor((startAt + 5 * minuteMs) / minuteMs) * minuteMs);
  });
});

test("without a quorum nothing is published and the log goes on; when the witnesses come back, all of it is", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    const [north] = record.witnesses;
    assert.ok(north);
    north.reachable = false;
    const [act] = await record.append(actOf(randomBytes(16)));
    assert.deepEqual(await sequencer.step(), { entered: 1, size: 1, publishedSize: 0, more: false });
    record.clock.now += 3 * 24 * 60 * minuteMs;
    await record.append(actOf(randomBytes(16), { at: record.clock.now }));
    assert.deepEqual(await sequencer.step(), { entered: 1, size: 2, publishedSize: 0, more: false });
    assert.equal((await entryOfAct(record.database.portal, log, act?.actId ?? ""))?.witnessedAt, null);
    assert.equal(sequencer.status().witnesses[0]?.problem, "busy");
    north.reachable = true;
    record.clock.now += 10 * minuteMs;
    assert.deepEqual(await sequencer.step(), { entered: 0, size: 2, publishedSize: 2, more: false });
    await sequencer.close();
    const entry = await entryOfAct(record.database.portal, log, act?.actId ?? "");
    // The south had cosigned before the quorum was complete: the earliest of the quorum's cosignatures counts.
    assert.equal(entry?.witnessedSize, 2);
    assert.ok((entry?.witnessedAt ?? 0) >= startAt + 3 * 24 * 60 * minuteMs - 1_000);
    await checkPublished(record.publishedFolder, record.options().policy);
  });
});

test("an idle log is cosigned again each minute; what was kept of its size stays as it was", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
    const read = (path: string): string => readFileSync(join(record.publishedFolder, path), "utf8");
    const first = read("checkpoint");
    record.clock.now += recosignEveryMs - 1;
    await sequencer.step();
    assert.equal(read("checkpoint"), first);
    record.clock.now += 1;
    await sequencer.step();
    assert.notEqual(read("checkpoint"), first);
    assert.equal(read("checkpoints/1"), first);
    await sequencer.close();
    await checkPublished(record.publishedFolder, record.options().policy);
  });
});
