import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { concatBytes, equalBytes } from "#core/bytes.ts";
import { bytesOfKey, isHashAt, keyOfBytes } from "./hot-bytes.ts";

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("the quick comparison is core's", () => {
  fc.assert(
    fc.property(hash, hash, fc.nat(31), (one, other, at) => {
      const altered = one.with(at, (one[at] ?? 0) ^ 1);
      const tile = concatBytes(other, one);
      assert.equal(isHashAt(tile, 32, one), true);
      assert.equal(isHashAt(tile, 32, altered), false);
      assert.equal(isHashAt(tile, 0, one), equalBytes(one, other));
      assert.equal(isHashAt(tile.subarray(0, 63), 32, one), false);
    }),
  );
});

test("keys keep their bytes", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(bytesOfKey(keyOfBytes(bytes)), bytes)));
});
