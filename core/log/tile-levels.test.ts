import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { concatBytes } from "../bytes.ts";
import { leafHash, leafHashes, rootOfLeafHashes } from "./merkle.ts";
import { portableEngine } from "./portable-engine.ts";
import { entryBundle, hashesInTile, parseEntryBundle } from "./tile.ts";
import { TileLevels } from "./tile-levels.ts";

const engine = portableEngine;
const numbered = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => new Uint8Array(length).fill(at));

test("the root of every beginning of a tile is the tree's own, also with something below its end", () => {
  const hashes = numbered(256, 118).map((entry) => leafHash(engine, entry));
  const levels = new TileLevels(engine, concatBytes(...hashes));
  assert.equal(levels.rootOfFirst(0), null);
  const below = leafHash(engine, Uint8Array.of(9));
  assert.deepEqual(levels.rootOfFirst(0, below), below);
  for (let count = 1; count <= 256; count += 1) {
    assert.deepEqual(levels.rootOfFirst(count), rootOfLeafHashes(engine, hashes.slice(0, count)));
  }
  // A single leaf below the end is the tree of one entry more, wherever the count is even.
  for (const count of [2, 6, 100, 254]) {
    const grown = rootOfLeafHashes(engine, [...hashes.slice(0, count), below]);
    assert.deepEqual(levels.rootOfFirst(count, below), grown);
  }
  assert.throws(() => levels.rootOfFirst(257));
  assert.throws(() => new TileLevels(engine, new Uint8Array(33)));
});

test("entries of a bundle are hashed together, scattered and uneven ones apart, all as one by one", () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 140 }), { maxLength: 12 });
  const even = fc.tuple(fc.integer({ min: 0, max: 140 }), fc.integer({ min: 0, max: 12 }));
  const entries = fc.oneof(
    lengths.map((each) => each.map((length, at) => new Uint8Array(length).fill(at))),
    even.map(([length, count]) => numbered(count, length)),
  );
  fc.assert(
    fc.property(entries, fc.boolean(), (made, bundled) => {
      const parsed = bundled ? parseEntryBundle(entryBundle(made)) : null;
      const given = parsed?.ok ? parsed.value : made;
      const expected = made.map((entry) => leafHash(engine, entry));
      assert.deepEqual(hashesInTile(leafHashes(engine, given)), expected);
    }),
  );
});
