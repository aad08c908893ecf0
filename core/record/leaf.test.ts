import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromHex, toHex } from "../bytes.ts";
import {
  decodeLeaf,
  encodeLeaf,
  isZeroTag,
  type Leaf,
  leafLength,
  parseBodyNumber,
  wholeMinute,
  zeroTag,
} from "./leaf.ts";

/** Written by hand from the table in record decision 1, not by the code under test. */
const goldenHex = [
  "01", // version
  "0002", // kind 2, filed-complaint
  "00000011", // body 17
  "0000000000000102", // serial 258
  "000001929b1a8720", // time 1729179060000
  "000050e1", // due 20705
  "000102030405060708090a0b0c0d0e0f", // case tag
  "a0".repeat(32), // commitment
  "b1".repeat(32), // previous
  "00".repeat(11), // reserved
].join("");

const goldenLeaf: Leaf = {
  kind: 2,
  body: 17,
  serial: 258n,
  time: 1_729_179_060_000,
  due: 20_705,
  caseTag: Uint8Array.from({ length: 16 }, (_, at) => at),
  commitment: new Uint8Array(32).fill(0xa0),
  previous: new Uint8Array(32).fill(0xb1),
};

const minuteMs = 60_000;
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const leaves: fc.Arbitrary<Leaf> = fc.record(
  {
    kind: fc.integer({ min: 1, max: 0xffff }),
    body: fc.integer({ min: 0, max: 0xffff_ffff }),
    serial: fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }),
    time: fc
      .integer({ min: 0, max: Math.floor(Number.MAX_SAFE_INTEGER / minuteMs) })
      .map((m) => m * minuteMs),
    due: fc.integer({ min: 0, max: 0xffff_ffff }),
    caseTag: bytesOf(16),
    commitment: bytesOf(32),
    previous: bytesOf(32),
  },
  { noNullPrototype: true },
);

function bytesOfHex(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  assert.ok(bytes !== null);
  return bytes;
}

function changed(at: number, value: number): Uint8Array {
  const bytes = bytesOfHex(goldenHex);
  bytes[at] = value;
  return bytes;
}

test("a leaf has the golden bytes, both ways", () => {
  assert.equal(toHex(encodeLeaf(goldenLeaf)), goldenHex);
  assert.deepEqual(decodeLeaf(bytesOfHex(goldenHex)), { ok: true, value: goldenLeaf });
  assert.equal(encodeLeaf(goldenLeaf).length, leafLength);
});

test("every leaf survives writing and reading, also from the middle of a larger buffer", () => {
  fc.assert(
    fc.property(leaves, fc.nat(64), (leaf, offset) => {
      const buffer = new Uint8Array(offset + leafLength + 7).fill(0xee);
      buffer.set(encodeLeaf(leaf), offset);
      assert.deepEqual(decodeLeaf(buffer.subarray(offset, offset + leafLength)), { ok: true, value: leaf });
    }),
  );
});

test("a decoded leaf keeps nothing of the buffer it was read from", () => {
  const bytes = bytesOfHex(goldenHex);
  const decoded = decodeLeaf(bytes);
  bytes.fill(0);
  assert.ok(decoded.ok);
  assert.deepEqual(decoded.value, goldenLeaf);
});

test("whatever is read is written back to the same bytes", () => {
  fc.assert(
    fc.property(bytesOf(leafLength), fc.boolean(), (bytes, mend) => {
      if (mend) {
        bytes[0] = 1;
        bytes.fill(0, 107);
        bytes.fill(0, 15, 23);
      }
      const decoded = decodeLeaf(bytes);
      if (decoded.ok) assert.deepEqual(encodeLeaf(decoded.value), bytes);
      else assert.ok(!mend || bytes[1] === 0);
    }),
  );
});

test("any non-zero reserved byte is refused", () => {
  for (let at = 107; at < leafLength; at += 1) {
    assert.deepEqual(decodeLeaf(changed(at, 1)), { ok: false, problem: "reserved-not-zero" });
  }
});

test("every version but 1 is refused", () => {
  for (let version = 0; version < 256; version += 1) {
    const decoded = decodeLeaf(changed(0, version));
    assert.equal(decoded.ok, version === 1);
    if (!decoded.ok) assert.equal(decoded.problem, "unknown-version");
  }
});

test("every other length is refused", () => {
  for (const length of [0, 1, 117, 119, 236]) {
    assert.deepEqual(decodeLeaf(new Uint8Array(length).fill(1)), { ok: false, problem: "wrong-length" });
  }
});

test("a time that is no whole minute, or beyond exact numbers, is refused", () => {
  assert.deepEqual(decodeLeaf(changed(22, 0x21)), { ok: false, problem: "bad-time" });
  assert.deepEqual(decodeLeaf(changed(15, 0xff)), { ok: false, problem: "bad-time" });
  assert.throws(() => encodeLeaf({ ...goldenLeaf, time: goldenLeaf.time + 1 }));
  assert.equal(wholeMinute(119_999), 60_000);
  assert.equal(wholeMinute(120_000), 120_000);
});

test("kind 0 is no kind; a kind that nobody knows yet is still a leaf", () => {
  const unknown = decodeLeaf(encodeLeaf({ ...goldenLeaf, kind: 65_535 }));
  assert.ok(unknown.ok);
  assert.equal(unknown.value.kind, 65_535);
  const zero = changed(2, 0);
  assert.deepEqual(decodeLeaf(zero), { ok: false, problem: "kind-zero" });
});

test("a writer's mistake in any field throws", () => {
  const wrong: Partial<Leaf>[] = [
    { kind: 0 },
    { kind: 65_536 },
    { kind: 1.5 },
    { body: -1 },
    { body: 2 ** 32 },
    { serial: -1n },
    { serial: 2n ** 64n },
    { time: Number.NaN },
    { due: 2 ** 32 },
    { caseTag: new Uint8Array(15) },
    { commitment: new Uint8Array(31) },
    { previous: new Uint8Array(33) },
  ];
  for (const field of wrong)
    assert.throws(() => encodeLeaf({ ...goldenLeaf, ...field }), JSON.stringify(Object.keys(field)));
});

test("the zero tag is known by its bytes", () => {
  assert.ok(isZeroTag(zeroTag));
  assert.ok(!isZeroTag(goldenLeaf.caseTag));
  assert.ok(!isZeroTag(new Uint8Array(15)));
});

test("a body's number is a whole number from 1", () => {
  assert.equal(parseBodyNumber(17), 17);
  for (const value of [0, -1, 1.5, 2 ** 32, "17", null, Number.NaN])
    assert.equal(parseBodyNumber(value), null);
});
