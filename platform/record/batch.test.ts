import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { toHex } from "#core/bytes.ts";
import { leafHash } from "#core/log/merkle.ts";
import { decodeLeaf } from "#core/record/leaf.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import {
  batchEntriesMax,
  buildBatch,
  chooseGroups,
  type PendingAct,
  type PendingGroup,
  shuffleGroups,
} from "./batch.ts";

const minute = 1_800_000_000_000 - (1_800_000_000_000 % 60_000);

/** A case is a small number here, 0 for none. */
function act(group: number, caseNumber: number, body = 1): PendingAct {
  return {
    groupId: String(group),
    actId: `${group}-${caseNumber}`,
    subject: new Uint8Array(16),
    kind: 1,
    body,
    due: 20_000,
    caseTag: new Uint8Array(16).fill(caseNumber),
    commitment: randomBytes(32),
    publishes: false,
    bodySerial: body * 100,
    caseHead: caseNumber === 9 ? new Uint8Array(32).fill(9) : null,
  };
}

const groupsOfCases = fc
  .array(fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }), { maxLength: 30 })
  .map((groups) =>
    groups.map(
      (cases, at): PendingGroup => cases.map((caseNumber) => act(at, caseNumber, 1 + (caseNumber % 3))),
    ),
  );

test("a shuffle keeps every group whole, and the order of groups that share a case", () => {
  fc.assert(
    fc.property(groupsOfCases, (groups) => {
      const shuffled = shuffleGroups(groups, randomBytes);
      assert.equal(new Set(shuffled).size, groups.length);
      const places = new Map(shuffled.map((group, at) => [group, at]));
      for (const [at, earlier] of groups.entries()) {
        for (const later of groups.slice(at + 1)) {
          const shared = earlier.some(
            (one) => one.caseTag[0] !== 0 && later.some((other) => other.caseTag[0] === one.caseTag[0]),
          );
          if (shared) assert.ok((places.get(earlier) ?? 0) < (places.get(later) ?? 0));
        }
      }
    }),
  );
});

test("unrelated groups come in every order, about equally often", () => {
  const groups = [1, 2, 3].map((caseNumber) => [act(caseNumber, caseNumber)]);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 1_200; draw += 1) {
    const order = shuffleGroups(groups, randomBytes)
      .map((group) => group[0]?.groupId)
      .join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const [order, count] of counts) assert.ok(count > 130 && count < 270, `${order}: ${count} of 1200`);
});

test("serials have no gap, previous names the case's last leaf, across any order of groups", () => {
  fc.assert(
    fc.property(groupsOfCases, (groups) => {
      const batch = buildBatch(nativeEngine, shuffleGroups(groups, randomBytes), minute);
      const serials = new Map<number, bigint>();
      const heads = new Map<string, string>();
      for (const entry of batch.entries) {
        const leaf = decodeLeaf(entry.leaf);
        assert.ok(leaf.ok);
        const { body, serial, caseTag, previous, time } = leaf.value;
        assert.equal(time, minute);
        assert.equal(serial, (serials.get(body) ?? BigInt(body * 100)) + 1n);
        serials.set(body, serial);
        assert.equal(
          toHex(previous),
          caseTag[0] === 0 ? "0".repeat(64) : (heads.get(toHex(caseTag)) ?? "0".repeat(64)),
        );
        assert.equal(toHex(entry.leafHash), toHex(leafHash(nativeEngine, entry.leaf)));
        heads.set(toHex(caseTag), toHex(entry.leafHash));
      }
      assert.deepEqual(new Map(batch.bodyHeads.map(({ body, serial }) => [body, BigInt(serial)])), serials);
      for (const { caseTag, leafHash: head } of batch.caseHeads)
        assert.equal(heads.get(toHex(caseTag)), toHex(head));
    }),
  );
});

test("the first act of a known case in a batch names the leaf before the batch", () => {
  const batch = buildBatch(nativeEngine, [[act(1, 9)]], minute);
  const leaf = decodeLeaf(batch.entries[0]?.leaf ?? new Uint8Array(0));
  assert.deepEqual(leaf.ok && leaf.value.previous, new Uint8Array(32).fill(9));
});

test("a batch is whole groups in the order of the queue, ends at a full tile when it can, and is never too large", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: batchEntriesMax }), { maxLength: 40 });
  fc.assert(
    fc.property(sizes, fc.nat(1_000), (groupSizes, logSize) => {
      const groups = groupSizes.map((size, at) => Array.from({ length: size }, () => act(at, 0)));
      const chosen = chooseGroups(groups, logSize);
      assert.deepEqual(chosen, groups.slice(0, chosen.length));
      const entries = chosen.flat().length;
      assert.ok(entries <= batchEntriesMax);
      assert.equal(chosen.length > 0, groups.length > 0, "something enters when something waits");
      const toTile = batchEntriesMax - (logSize % batchEntriesMax);
      if ((groups[0]?.length ?? 0) <= toTile) assert.ok(entries <= toTile, "does not begin another tile");
      const next = groups[chosen.length];
      if (next !== undefined && entries <= toTile)
        assert.ok(entries + next.length > toTile, "takes what fits");
    }),
  );
});
