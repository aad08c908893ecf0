import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { civilDateOfDays } from "#core/clock/civil-date.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { verifyPayloadOpening } from "#core/record/payload.ts";
import { withTestDatabase } from "#platform/database/test-database.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { releaseDelayMaxMs } from "./act.ts";
import {
  type ActToAppend,
  type AppendTools,
  actsPerGroupMax,
  appendActs,
  delayedRelease,
  type LogName,
  parseLogName,
  partBytesMax,
  publishedBytesMax,
} from "./append.ts";
import { readParts } from "./part-store.ts";
import { readSealedPart, readSealedParts } from "./sealed-part-store.ts";

const startAt = Date.UTC(2026, 10, 13, 9, 30, 12, 345);
const marker = "Marker Markerowa";

function logName(): LogName {
  const name = parseLogName("executive");
  assert.ok(name);
  return name;
}
function body(number: number): BodyNumber {
  const parsed = parseBodyNumber(number);
  assert.ok(parsed);
  return parsed;
}
function filing(caseTag: Uint8Array, changes: Partial<ActToAppend> = {}): ActToAppend {
  return {
    log: logName(),
    kind: "filed-complaint",
    caseTag,
    body: body(7),
    due: civilDateOfDays(20_800),
    actor: "applicant",
    at: startAt,
    parts: [
      { name: "public", bytes: Buffer.from("There is no gas."), mediaType: "text/plain", store: "open" },
      { name: "identity", bytes: Buffer.from(marker), mediaType: "text/plain", store: "sealed" },
    ],
    ...changes,
  };
}

async function withTools(run: (tools: AppendTools & { folder: string }) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-append-"));
  const personKeys = openPersonKeys(folder, { randomBytes, durability: "fsync" });
  try {
    await run({ randomBytes, now: () => startAt, personKeys, folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("an act, its parts and its place in the queue are written together, or not at all", async () => {
  await withTestDatabase(async ({ portal, worker }) => {
    await withTools(async (tools) => {
      const tag = randomBytes(16);
      await assert.rejects(
        portal.begin(async (transaction) => {
          await appendActs(transaction, [filing(tag)], tools);
          throw new Error("the business transaction fails");
        }),
      );
      const empty = await worker`select (select count(*) from record.act) + (select count(*) from record.part)
        + (select count(*) from sealed.part) + (select count(*) from ledger.pending) as rows`;
      assert.equal(empty[0]?.rows, 0);

      const [appended] = await portal.begin((transaction) => appendActs(transaction, [filing(tag)], tools));
      assert.ok(appended);
      const pending = await worker`select * from ledger.pending`;
      assert.equal(pending.length, 1);
      assert.equal(pending[0]?.kind, numberOfKind("filed-complaint"));
      assert.equal(pending[0]?.due, 20_800);
      assert.deepEqual(Uint8Array.from(pending[0]?.commitment), appended.commitment);

      const [open] = await readParts(portal, appended.subject, appended.actId);
      const sealed = await readSealedPart(portal, personKeysOf(tools), { ...appended, name: "identity" });
      assert.ok(open && sealed.ok);
      assert.equal(Buffer.from(sealed.value.bytes).toString(), marker);
      // What the store gives back opens what the leaf will commit to.
      const opening = { payload: appended.payload, nonce: appended.nonce, parts: [open, sealed.value] };
      assert.ok(verifyPayloadOpening(appended.commitment, opening).ok);
    });
  });
});

test("a submission sent again is the same act, also when both arrive at once", async () => {
  await withTestDatabase(async ({ portal }) => {
    await withTools(async (tools) => {
      const act = filing(randomBytes(16), { submission: randomBytes(32) });
      const append = () => portal.begin((transaction) => appendActs(transaction, [act], tools));
      const [first, second] = (await Promise.all([append(), append()])).flat();
      const [third] = await append();
      assert.ok(first && second && third);
      assert.equal(first.actId, second.actId);
      assert.equal(first.actId, third.actId);
      assert.deepEqual(third.commitment, first.commitment);
      assert.deepEqual([first.repeated, second.repeated].sort(), [false, true]);
      const rows = await portal`select act_id from record.act`;
      assert.equal(rows.length, 1);
      assert.equal(personKeysOf(tools).list().length, 1, "a repeat draws no second key");
    });
  });
});

test("an act about no case is kept under random bytes, and stands in the log with the zero tag", async () => {
  await withTestDatabase(async ({ portal }) => {
    await withTools(async (tools) => {
      const act: ActToAppend = {
        ...filing(randomBytes(16)),
        kind: "read",
        caseTag: null,
        due: null,
        parts: [],
      };
      const appended = await portal.begin((transaction) => appendActs(transaction, [act, act], tools));
      assert.notDeepEqual(appended[0]?.subject, appended[1]?.subject);
      const pending = await portal`select encode(case_tag, 'hex') as tag, due from ledger.pending`;
      assert.deepEqual([...pending], Array(2).fill({ tag: "0".repeat(32), due: 0 }));
    });
  });
});

test("a later act of a case releases the earlier ones that were held back, and what these wait for", async () => {
  await withTestDatabase(async ({ portal }) => {
    await withTools(async (tools) => {
      const [first, second, third, other] = [1, 2, 3, 4].map(() => randomBytes(16));
      assert.ok(first && second && third && other);
      const held = { releaseAt: startAt + 9_000_000 };
      const append = (...acts: ActToAppend[]) =>
        portal.begin((transaction) => appendActs(transaction, acts, tools));
      await append(filing(first, held));
      await append(filing(first, held), filing(second, held));
      await append(filing(third, held));
      await append(filing(second));
      await append(filing(other, held));
      const pending =
        await portal`select encode(case_tag, 'hex') as tag, release_at from ledger.pending order by id`;
      assert.deepEqual(
        pending.map(({ tag, release_at }) => [tag, release_at - startAt]),
        [
          [first.toString("hex"), 0],
          [first.toString("hex"), 0],
          [second.toString("hex"), 0],
          [third.toString("hex"), 9_000_000],
          [second.toString("hex"), 0],
          [other.toString("hex"), 9_000_000],
        ],
      );
    });
  });
});

test("a group, a part and what is published of an act have their limits", async () => {
  await withTestDatabase(async ({ portal }) => {
    await withTools(async (tools) => {
      const append = (acts: readonly ActToAppend[]) =>
        portal.begin((transaction) => appendActs(transaction, acts, tools));
      const bare = filing(randomBytes(16), { parts: [] });
      const withPart = (length: number, publish: boolean): ActToAppend => ({
        ...bare,
        parts: [
          { name: "public", bytes: new Uint8Array(length), mediaType: "text/plain", store: "open", publish },
        ],
      });
      await assert.rejects(append([]), /a group has/);
      await assert.rejects(append(Array.from({ length: actsPerGroupMax + 1 }, () => bare)), /a group has/);
      await assert.rejects(append([withPart(partBytesMax + 1, false)]), /a part has at most/);
      await assert.rejects(append([withPart(publishedBytesMax + 1, true)]), /published parts have/);
      assert.equal(
        (await append(Array.from({ length: actsPerGroupMax }, () => bare))).length,
        actsPerGroupMax,
      );
      await append([withPart(publishedBytesMax, true)]);
    });
  });
});

test("a delayed release lies in the first hours after the day, a day after the filing at the latest", () => {
  const hour = 60 * 60 * 1_000;
  const least = (length: number) => new Uint8Array(length);
  const most = (length: number) => new Uint8Array(length).fill(255);
  const midnight = startAt + 14 * hour;
  assert.equal(delayedRelease(startAt, midnight, least), midnight);
  assert.equal(delayedRelease(startAt, midnight, most), midnight + 6 * hour);
  // Filed at three in the night.
  assert.equal(delayedRelease(startAt, startAt + 21 * hour, most), startAt + releaseDelayMaxMs);
  // The day on which clocks go back has 25 hours.
  assert.equal(delayedRelease(startAt, startAt + 25 * hour, least), startAt + releaseDelayMaxMs);
  const drawn = Array.from(
    { length: 400 },
    () => (delayedRelease(startAt, midnight, randomBytes) - midnight) / (6 * hour),
  );
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const inside = drawn.filter((share) => Math.floor(share * 4) === quarter).length;
    assert.ok(inside > 50, `only ${inside} of 400 in quarter ${quarter}`);
  }
});

test("sealed parts are never published, and one moved to another row does not open", async () => {
  await withTestDatabase(async ({ portal, worker }) => {
    await withTools(async (tools) => {
      const tag = randomBytes(16);
      const [open, identity] = filing(tag).parts;
      assert.ok(open && identity);
      const published = filing(tag, { parts: [{ ...identity, publish: true }] });
      await assert.rejects(portal.begin((transaction) => appendActs(transaction, [published], tools)));

      const appended = await portal.begin((transaction) =>
        appendActs(transaction, [filing(tag), filing(tag)], tools),
      );
      const [from, to] = appended;
      assert.ok(from && to);
      await worker`update sealed.part set ciphertext = other.ciphertext, key_id = other.key_id
        from sealed.part as other where sealed.part.act_id = ${to.actId} and other.act_id = ${from.actId}`;
      const [moved] = await readSealedParts(portal, personKeysOf(tools), to);
      assert.deepEqual(moved?.part, { ok: false, problem: "does-not-open" });
    });
  });
});

function personKeysOf(tools: AppendTools) {
  assert.ok(tools.personKeys);
  return tools.personKeys;
}
