/** Four lanes against one: whatever the length, the distance and the number of pieces, every hash is the plain one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toHex } from "#core/bytes.ts";
import { sha256OneByOne } from "#core/log/engine.ts";
import { portableEngine } from "#core/log/portable-engine.ts";
import { nativeEngine } from "./native-engine.ts";
import { laneHasher } from "./sha256-lanes.ts";

const plain = (prefix: number, pieces: Parameters<typeof nativeEngine.sha256Each>[1]) =>
  sha256OneByOne(portableEngine.sha256, prefix, pieces);

test("the known answers of FIPS 180-4 come out of every lane", () => {
  // The standard's two-block message of 56 bytes: "a" as the prefix, the rest as the piece.
  const text = Buffer.from("bcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
  const bytes = Buffer.concat(Array.from({ length: 5 }, () => text));
  const pieces = { bytes, start: 0, stride: text.length, length: text.length, count: 5 };
  const known = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
  assert.equal(toHex(laneHasher()(97, pieces) ?? new Uint8Array(0)), known.repeat(5));
});

test("leaves and nodes of a whole tile are hashed in lanes, and as one by one", () => {
  const bytes = portableEngine.sha256(Uint8Array.of(1));
  const many = new Uint8Array(256 * 120).map((_, at) => (bytes[at % 32] ?? 0) ^ at);
  const hashed = laneHasher();
  for (const [prefix, pieces] of [
    [0, { bytes: many, start: 2, stride: 120, length: 118, count: 255 }],
    [0, { bytes: many, start: 2, stride: 119, length: 118, count: 256 }],
    [1, { bytes: many, start: 0, stride: 64, length: 64, count: 128 }],
  ] as const) {
    assert.deepEqual(hashed(prefix, pieces), plain(prefix, pieces));
  }
});

test("both engines hash pieces alike, also those that do not fit into lanes", () => {
  const lengths = fc.oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.constantFrom(54, 55, 56, 63, 64, 117, 118, 119),
  );
  const pieces = fc
    .record({
      length: lengths,
      gap: fc.integer({ min: 0, max: 20 }),
      count: fc.integer({ min: 0, max: 300 }),
    })
    .chain(({ length, gap, count }) =>
      fc.record({
        bytes: fc.uint8Array({ minLength: 64, maxLength: 64 }),
        start: fc.integer({ min: 0, max: 5 }),
        prefix: fc.integer({ min: 0, max: 255 }),
        of: fc.constant({ length, stride: length + gap, count }),
      }),
    );
  fc.assert(
    fc.property(pieces, ({ bytes: seed, start, prefix, of }) => {
      const bytes = new Uint8Array(start + of.count * of.stride).map(
        (_, at) => (seed[at % 64] ?? 0) ^ (at >> 6),
      );
      const given = { bytes, start, ...of };
      const expected = plain(prefix, given);
      assert.deepEqual(nativeEngine.sha256Each(prefix, given), expected);
      assert.deepEqual(portableEngine.sha256Each(prefix, given), expected);
    }),
    { numRuns: 60 },
  );
});
