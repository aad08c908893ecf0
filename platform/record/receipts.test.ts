import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  parseReceipt,
  type Receipt,
  type ReceiptVerdict,
  receiptText,
  verifyReceipt,
} from "#core/record/receipt.ts";
import { readFileIfPresent } from "#platform/files/durable-file.ts";
import { openSigningKeys } from "#platform/keys/signing-keys.ts";
import { bodySigner } from "#platform/signer/body-signer.ts";
import { folderTileSource } from "./published-folder.ts";
import { fingerprintOfDay, openingFor, type ReceiptTools, receiptFor } from "./receipts.ts";
import {
  actOf,
  engine,
  log,
  logKey,
  origin,
  type RecordForTests,
  startAt,
  withRecord,
} from "./test-support/record.ts";

const dayMs = 86_400_000;

function toolsOf(record: RecordForTests): ReceiptTools {
  const keys = openSigningKeys(join(record.folder, "keys"), { randomBytes, durability: "none" });
  return {
    ...{ sql: record.database.portal, engine, log, origin, logKey: logKey.text, policyDigest: null },
    source: folderTileSource(record.publishedFolder),
    readPublished: (path) => textOrNull(readFileIfPresent(join(record.publishedFolder, path))),
    signer: bodySigner({ origin, keyOf: (body) => keys.drawBodyKey(origin, body) }),
    isOwnWitness: () => false,
    startOfDay: () => Math.floor(record.clock.now / dayMs) * dayMs,
  };
}

/** What an outsider makes of the receipt's file with the policy in hand. */
function judged(record: RecordForTests, receipt: Receipt | null): ReceiptVerdict {
  assert.ok(receipt);
  const read = parseReceipt(receiptText(receipt));
  assert.ok(read.ok);
  const verdict = verifyReceipt(engine, read.value, { policy: record.options().policy });
  assert.ok(verdict.ok, verdict.ok ? "" : verdict.problem);
  return verdict.value;
}

test("a receipt is first a promise, then a proof; without an opening it confesses nothing", async () => {
  await withRecord(async (record) => {
    const tools = toolsOf(record);
    const sequencer = await record.start();
    const [act] = await record.append(actOf(randomBytes(16)));
    assert.ok(act);
    const queued = await receiptFor(tools, act.actId);
    assert.equal(judged(record, queued).state, "queued");

    record.clock.now += 5_000;
    await sequencer.step();
    for (let later = 0; later < 300; later += 1) await record.append(actOf(randomBytes(16), { parts: [] }));
    await sequencer.drain();
    await sequencer.close();
    const receipt = await receiptFor(tools, act.actId);
    const verdict = judged(record, receipt);
    assert.ok(verdict.state === "in-log");
    assert.equal(verdict.judged, true);
    // The first checkpoint over the act: its cosignatures are the earliest.
    assert.equal(verdict.size, 1);
    assert.deepEqual(verdict.witnesses[0]?.timeSeconds, Math.floor((startAt + 5_000) / 1_000));
    assert.equal(verdict.payload, null);
    assert.deepEqual(receipt?.queued, queued?.queued, "the promise stays as it was");
    assert.ok(!textOf(receipt).includes("There is no gas."));

    const opening = await openingFor(tools.sql, act.actId, { parts: "all", personKeys: record.personKeys });
    assert.ok(opening);
    const opened = judged(record, await receiptFor(tools, act.actId, opening));
    assert.ok(opened.state === "in-log");
    assert.equal(opened.payload?.kind, "filed-complaint");
  });
});

test("receipts of every act in a log of several tiles verify, after partial tiles were taken away too", async () => {
  await withRecord(async (record) => {
    const tools = toolsOf(record);
    const sequencer = await record.start();
    const actIds: string[] = [];
    for (let group = 0; group < 9; group += 1) {
      const acts = await record.append(
        ...Array.from({ length: 65 }, () => actOf(randomBytes(16), { parts: [] })),
      );
      actIds.push(...acts.map(({ actId }) => actId));
      await sequencer.step();
    }
    assert.ok((await sequencer.prunePartials(0)) > 0);
    await sequencer.close();
    assert.ok(!readFileSync(join(record.publishedFolder, "files.txt"), "utf8").includes("tile/0/000.p/"));
    for (const actId of actIds.filter((_, at) => at % 23 === 0)) {
      assert.equal(judged(record, await receiptFor(tools, actId)).state, "in-log");
    }
  });
});

test("there is no receipt of an act that never was, and none opens what was erased", async () => {
  await withRecord(async (record) => {
    const tools = toolsOf(record);
    assert.equal(await receiptFor(tools, "00000000-0000-4000-8000-000000000000"), null);
    assert.equal(
      await openingFor(tools.sql, "00000000-0000-4000-8000-000000000000", { parts: "all", personKeys: null }),
      null,
    );
  });
});

test("the fingerprint of the day stays the same all day, and changes with the day", async () => {
  await withRecord(async (record) => {
    const tools = toolsOf(record);
    assert.equal(await fingerprintOfDay(tools), null);
    const sequencer = await record.start();
    const grow = async () => {
      await record.append(actOf(randomBytes(16), { at: record.clock.now }));
      await sequencer.step();
    };
    await grow();
    const first = await fingerprintOfDay(tools);
    assert.match(first ?? "", /^\d{4} \d{4} \d{4}$/);
    record.clock.now += 3_600_000;
    await grow();
    assert.equal(await fingerprintOfDay(tools), first);
    record.clock.now += dayMs;
    const second = await fingerprintOfDay(tools);
    assert.notEqual(second, first);
    await grow();
    assert.equal(await fingerprintOfDay(tools), second);
    await sequencer.close();
  });
});

function textOrNull(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString();
}

function textOf(receipt: Receipt | null): string {
  assert.ok(receipt);
  return receiptText(receipt);
}
