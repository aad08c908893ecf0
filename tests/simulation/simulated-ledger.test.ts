/** The simulated database is no fiction: asked the same in the same order, it answers as PostgreSQL does. */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { toHex, utf8Bytes } from "#core/bytes.ts";
import { leafHash, rootOfLeafHashes } from "#core/log/merkle.ts";
import { type Chance, chanceOf } from "#demo/year/chance.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { ActToAppend } from "#platform/record/act.ts";
import { appendActs } from "#platform/record/append.ts";
import { buildBatch, chooseGroups } from "#platform/record/batch.ts";
import { type Ledger, openLedger } from "#platform/record/ledger.ts";
import type { BatchToCommit } from "#platform/record/ledger-store.ts";
import type { SequencerLock } from "#platform/record/sequencer-lock-store.ts";
import {
  actOf,
  log,
  type RecordForTests,
  seededBytes,
  startAt,
  withRecord,
} from "#platform/record/test-support/record.ts";
import { SimulatedLedger } from "./simulated-ledger.ts";

const rounds = 40;
const minuteMs = 60_000;
const origin = "ledger.example/executive";

interface Side {
  readonly ledger: Ledger;
  append(acts: readonly ActToAppend[], now: number): Promise<unknown>;
  lock: SequencerLock | null;
}

test("asked the same, the simulated ledger answers as PostgreSQL", async (context) => {
  const seed = randomInt(2 ** 31);
  context.diagnostic(`seed ${seed}`);
  await withRecord(async (record) => {
    const chance = chanceOf(Buffer.from(String(seed)), "ledger");
    const sides = [postgres(record, seed), simulated(seed)] as const;
    const both = async <Value>(ask: (side: Side) => Promise<Value>): Promise<Value> => {
      const [real, pretended] = [await ask(sides[0]), await ask(sides[1])];
      assert.deepEqual(plain(pretended), plain(real));
      return real;
    };
    await both(async (side) => {
      side.lock = await side.ledger.takeLock();
      return [side.lock !== null, (await side.ledger.takeLock()) === null];
    });
    assert.equal(await both((side) => side.ledger.readHead()), null);
    await both((side) =>
      side.ledger.createHead({ origin, root: new Uint8Array(32), note: "the empty tree" }),
    );
    const sent: (readonly ActToAppend[])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const now = startAt + round * minuteMs;
      const again = sent.at(-1);
      const acts = again !== undefined && chance.happens(0.2) ? again : group(chance, now);
      sent.push(acts);
      await both((side) => side.append(acts, now));
      if (chance.happens(0.5)) await sequence(both, chance, now);
    }
    await sequence(both, chance, startAt + 100 * rounds * minuteMs);
    for (const side of sides) await side.lock?.release();
    const late = sides.map((side) => commit(side, { oldSize: 0, entries: 0 }));
    assert.deepEqual(await Promise.all(late), [false, false], "without the lock nothing is committed");
  });
});

function postgres(record: RecordForTests, seed: number): Side {
  const bytes = seededBytes(String(seed));
  return {
    lock: null,
    ledger: openLedger(record.database.worker, log),
    append: (acts, now) =>
      record.database.portal.begin((transaction) =>
        appendActs(transaction, acts, { randomBytes: bytes, now: () => now, personKeys: null }),
      ),
  };
}

function simulated(seed: number): Side {
  const bytes = seededBytes(String(seed));
  const ledger = new SimulatedLedger({ log, around: async () => {} });
  return {
    lock: null,
    ledger: ledger.connect(),
    append: (acts, now) => ledger.append(acts, { randomBytes: bytes, now: () => now }, () => {}),
  };
}

/** One to three acts, of a few cases or of none, some held back, some published. */
function group(chance: Chance, now: number): readonly ActToAppend[] {
  const submission = chance.bytes(32);
  const tag = () => new Uint8Array(16).fill(chance.between(1, 4));
  const releaseAt = chance.happens(0.3) ? now + chance.between(1, 30) * minuteMs : undefined;
  return Array.from({ length: chance.between(1, 3) }, (_, at): ActToAppend => {
    const text = `text ${at} ${toHex(chance.bytes(4))}`;
    const part = { name: "public", bytes: utf8Bytes(text), mediaType: "text/plain", store: "open" } as const;
    const shared = { at: now, submission, ...(releaseAt === undefined ? {} : { releaseAt }) };
    if (chance.happens(0.2)) return actOf(null, { ...shared, kind: "key-changed", due: null, parts: [part] });
    return actOf(tag(), { ...shared, parts: [{ ...part, publish: chance.happens(0.3) }] });
  });
}

async function sequence(
  both: <Value>(ask: (side: Side) => Promise<Value>) => Promise<Value>,
  chance: Chance,
  now: number,
): Promise<void> {
  const count = chance.between(1, 20);
  const groups = chooseGroups(await both((side) => side.ledger.releasedGroups(now, count)), 0);
  const head = await both((side) => side.ledger.readHead());
  assert.ok(head);
  const batch = buildBatch(nativeEngine, groups, Math.floor(now / minuteMs) * minuteMs);
  const hashes = batch.entries.map(({ leaf }) => leafHash(nativeEngine, leaf));
  const next: BatchToCommit = {
    ...{ ...batch, log, origin, oldSize: head.size, oldRoot: head.root, leafTime: now - (now % minuteMs) },
    newSize: head.size + batch.entries.length,
    root: rootOfLeafHashes(nativeEngine, [head.root, ...hashes]),
  };
  if (batch.entries.length === 0) return;
  const fence = (side: Side) => {
    assert.ok(side.lock);
    return { note: `note ${next.newSize}`, lock: side.lock };
  };
  assert.equal(
    await both((side) => side.ledger.commitBatch({ ...next, oldSize: head.size + 1 }, fence(side))),
    false,
  );
  assert.equal(await both((side) => side.ledger.commitBatch(next, fence(side))), true);
  assert.equal(await both((side) => side.ledger.commitBatch(next, fence(side))), false);
  if (chance.happens(0.7)) {
    await both((side) => side.ledger.recordWitnessed({ size: next.newSize, witnessedAt: now }));
    await both((side) => side.ledger.recordWitnessed({ size: head.size, witnessedAt: now + 1 }));
  }
  await both((side) => side.ledger.readHead());
  await both((side) => side.ledger.publishedActs({ from: Math.max(0, head.size - 2), to: next.newSize }));
  await both((side) => side.ledger.publicActsBelow(next.newSize));
}

async function commit(
  side: Side,
  { oldSize, entries }: { oldSize: number; entries: number },
): Promise<boolean> {
  const head = await side.ledger.readHead();
  assert.ok(head && side.lock);
  const root = new Uint8Array(32).fill(7);
  const empty = { entries: [], bodyHeads: [], caseHeads: [], log, origin, leafTime: head.leafTime, root };
  const batch = { ...empty, oldSize: head.size + oldSize, oldRoot: head.root, newSize: head.size + entries };
  return await side.ledger.commitBatch(batch, { note: "late", lock: side.lock });
}

/** Buffers and arrays of bytes as text, so that both drivers' answers compare. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => {
      if (one instanceof Uint8Array) return toHex(one);
      const isBuffer =
        typeof one === "object" && one !== null && "type" in one && one.type === "Buffer" && "data" in one;
      return isBuffer && Array.isArray(one.data) ? toHex(Uint8Array.from(one.data)) : one;
    }) ?? "null",
  );
}
