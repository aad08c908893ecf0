import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathsBelow } from "#platform/files/durable-file.ts";
import { type ActToAppend, parseLogName } from "./append.ts";
import { type SequencerOptions, type SequencerStep, sequencerSteps } from "./sequencer-options.ts";
import { checkPublished } from "./test-support/outsider.ts";
import {
  actOf,
  policyOf,
  type RecordForTests,
  seededBytes,
  WitnessForTests,
  withRecord,
} from "./test-support/record.ts";

class Killed extends Error {}

/** The same acts in every run: tags and nonces come from names. */
function acts(round: string, log: SequencerOptions["log"]): readonly ActToAppend[] {
  const bytes = (name: string, length: number) =>
    createHash("sha256").update(`${round} ${name}`).digest().subarray(0, length);
  const shared = { log, submission: bytes("submission", 32) };
  return [
    actOf(bytes("first", 16), shared),
    actOf(bytes("first", 16), { ...shared, kind: "assigned" }),
    actOf(bytes("second", 16), {
      ...shared,
      parts: [
        { name: "reply", bytes: Buffer.from(round), mediaType: "text/plain", store: "open", publish: true },
      ],
    }),
    actOf(null, { ...shared, kind: "key-changed", due: null }),
  ];
}

/** Three rounds of acts; the sequencer is killed at `killAt` in the second and another one goes on. */
async function live(record: RecordForTests, name: string, killAt: SequencerStep | null) {
  const log = parseLogName(name);
  assert.ok(log);
  const witnesses = ["north", "south"].map((witness) => new WitnessForTests(witness, () => record.clock.now));
  const folder = join(record.folder, name);
  let killsNext = false;
  const options = (seed: string): Partial<SequencerOptions> => ({
    log,
    publishedFolder: join(folder, "log"),
    stateFolder: join(folder, "state"),
    durability: "fsync",
    witnesses: witnesses.map((witness) => witness.link()),
    policy: policyOf(witnesses),
    randomBytes: seededBytes(seed),
    faultPoint: (step) => {
      if (killsNext && step === killAt) throw new Killed();
    },
  });
  const first = await record.start(options("first sequencer"));
  for (const act of acts("round one", log)) await record.append(act);
  await first.step();
  for (const act of acts("round two", log)) await record.append(act);
  if (killAt === null) await first.step();
  else {
    killsNext = true;
    await assert.rejects(first.step(), Killed);
    killsNext = false;
    await assert.rejects(first.step(), /started anew/, "a sequencer that failed does not go on");
  }
  await first.close();
  const second = await record.start(options("second sequencer"));
  await second.step();
  for (const act of acts("round three", log)) await record.append(act);
  const report = await second.step();
  assert.deepEqual(report, { entered: 4, size: 12, publishedSize: 12, more: false }, `killed at ${killAt}`);
  await second.close();
  const leaves = await checkPublished(join(folder, "log"), policyOf(witnesses));
  assert.equal(leaves.length, 12);
  const entries = await record.database.worker`
    select index, encode(leaf, 'hex') as leaf, witnessed_size, witnessed_at from ledger.entry
    where log = ${log} order by index`;
  const pending = await record.database.worker`select 1 from ledger.pending where log = ${log}`;
  assert.equal(pending.length, 0);
  return { files: filesBelow(folder), entries: entries.map((row) => ({ ...row })) };
}

function filesBelow(folder: string): Readonly<Record<string, string>> {
  const paths = [...pathsBelow(folder)].sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "base64")]));
}

test("killed at any step of durability, the next sequencer leaves the very files that an undisturbed one would", async () => {
  await withRecord(async (record) => {
    const undisturbed = await live(record, "undisturbed", null);
    assert.ok(Object.keys(undisturbed.files).some((path) => path.startsWith("log/payloads/")));
    for (const [at, step] of sequencerSteps.entries()) {
      const disturbed = await live(record, `killed-${at}`, step);
      assert.deepEqual(Object.keys(disturbed.files), Object.keys(undisturbed.files), `files after ${step}`);
      assert.deepEqual(disturbed.files, undisturbed.files, `bytes after ${step}`);
      assert.deepEqual(disturbed.entries, undisturbed.entries, `entries after ${step}`);
    }
  });
});
