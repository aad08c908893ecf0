/** Entering acts into the log and making receipts: each against the least that could be done in its place. */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { utf8Text } from "#core/bytes.ts";
import { leafLength } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { nativeSigner } from "#engines/native-engine.ts";
import { withTestDatabase } from "#platform/database/test-database.ts";
import { readFileIfPresent } from "#platform/files/durable-file.ts";
import { openSigningKeys } from "#platform/keys/signing-keys.ts";
import { folderTileSource } from "#platform/record/published-folder.ts";
import { type ReceiptTools, receiptFor } from "#platform/record/receipts.ts";
import {
  actOf,
  engine,
  log,
  logKey,
  origin,
  type RecordForTests,
  recordIn,
} from "#platform/record/test-support/record.ts";
import { bodySigner } from "#platform/signer/body-signer.ts";
import { type Bench, byTurns, type Measured, type Stage } from "../bench.ts";
import { createBareTable, insertBareBatch } from "./bare-row-store.ts";

const sizes = {
  full: { acts: 2_560, rounds: 5, receipts: 1_000 },
  tiny: { acts: 40, rounds: 1, receipts: 10 },
} as const;
const batch = 256;
const appendsAtOnce = 4;
const dayMs = 86_400_000;
const rowsName = `bare rows of ${leafLength} bytes, ${batch} in a transaction, by the same driver`;
const signaturesName = "one Ed25519 signature each, on one thread";

export const recordAppendBench: Bench = {
  name: "record-append",
  needsCountry: false,
  metrics: ["entries_per_s", "receipts_per_s"],
  async run(stage) {
    const figures: Measured[] = [];
    await withTestDatabase(async (database) => {
      const folder = mkdtempSync(join(stage.folder, "record-"));
      const record = recordIn(database, folder);
      await createBareTable(database.owner);
      figures.push(...(await measure(stage, record)));
    });
    return figures;
  },
};

async function measure(stage: Stage, record: RecordForTests): Promise<readonly Measured[]> {
  const { acts, rounds, receipts } = sizes[stage.scale];
  const sequencer = await record.start({ durability: "fsync" });
  const entered: string[] = [];
  const appendAndDrain = async (): Promise<number> => {
    stage.report(`queueing ${acts} acts`);
    entered.push(...(await queue(record, acts)));
    stage.report(`sequencing ${acts} acts and inserting bare rows by turns`);
    return await perSecond(acts, async () => {
      const { more } = await sequencer.drain();
      assert(!more, "everything is entered");
    });
  };
  const bare = () => perSecond(acts, () => insertBare(record, acts));
  const entries = await byTurns(rounds, appendAndDrain, bare);
  stage.report(`making ${receipts} receipts and signatures by turns`);
  const tools = receiptTools(record);
  const some = entered.slice(0, receipts);
  const proved = await byTurns(
    rounds,
    () => perSecond(some.length, () => makeReceipts(tools, some)),
    () => perSecond(some.length, async () => sign(some.length)),
  );
  await sequencer.close();
  return [
    { metric: "entries_per_s", value: entries.ours, unit: "entries/s", against: rowsName },
    { metric: "entries_ratio", value: entries.ratio, unit: "ratio", against: rowsName },
    { metric: "bare_rows_per_s", value: entries.peer, unit: "rows/s" },
    { metric: "receipts_per_s", value: proved.ours, unit: "receipts/s", against: signaturesName },
    { metric: "receipts_ratio", value: proved.ratio, unit: "ratio", against: signaturesName },
  ];
}

/** Every act is a group and a transaction of its own, as filings are. */
async function queue(record: RecordForTests, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let left = count;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const [act] = await record.append(actOf(randomBytes(16)));
      if (act !== undefined) ids.push(act.actId);
    }
  };
  await Promise.all(Array.from({ length: appendsAtOnce }, one));
  return ids;
}

async function insertBare({ database }: RecordForTests, count: number): Promise<void> {
  for (let done = 0; done < count; done += batch) {
    await insertBareBatch(database.worker, randomBytes, Math.min(batch, count - done));
  }
}

function receiptTools(record: RecordForTests): ReceiptTools {
  const keys = openSigningKeys(join(record.folder, "keys"), { randomBytes, durability: "none" });
  return {
    ...{ sql: record.database.portal, engine, log, origin, logKey: logKey.text, policyDigest: null },
    source: folderTileSource(record.publishedFolder),
    readPublished: (path) => {
      const bytes = readFileIfPresent(join(record.publishedFolder, path));
      return bytes === null ? null : utf8Text(bytes);
    },
    signer: bodySigner({ origin, keyOf: (body) => keys.drawBodyKey(origin, body) }),
    isOwnWitness: () => false,
    startOfDay: () => Math.floor(record.clock.now / dayMs) * dayMs,
  };
}

async function makeReceipts(tools: ReceiptTools, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const receipt = await receiptFor(tools, id);
    assert(receipt?.proof !== undefined, "what was entered is proved");
  }
}

function sign(count: number): void {
  const signer = nativeSigner(new Uint8Array(32).fill(1));
  for (let done = 0; done < count; done += 1) signer.sign(randomBytes(leafLength));
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - begun);
}
