import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CosignatureTimes } from "./cosignature-times.ts";

const at = (size: number, ...times: number[]) => ({
  size,
  cosignatures: times.map((timeSeconds) => ({ name: "w", timeSeconds })),
});

test("the first cosignature over an entry is the earliest over any checkpoint that contains it", () => {
  const times = new CosignatureTimes([at(10, 100, 90), at(20, 200), at(20, 150), at(30, 140)]);
  assert.equal(times.firstOver(0), 90);
  assert.equal(times.firstOver(9), 90);
  assert.equal(times.firstOver(10), 140);
  assert.equal(times.firstOver(29), 140);
  assert.equal(times.firstOver(30), null);
  assert.equal(new CosignatureTimes([]).firstOver(0), null);
});

test("it equals a search through all of them", () => {
  const checkpoint = fc.record({
    size: fc.nat(30),
    cosignatures: fc.array(fc.record({ name: fc.constant("w"), timeSeconds: fc.nat(1000) }), {
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(fc.array(checkpoint, { maxLength: 12 }), fc.nat(31), (checkpoints, index) => {
      const seen = checkpoints.filter(({ size }) => size > index).flatMap(({ cosignatures }) => cosignatures);
      const expected = seen.length === 0 ? null : Math.min(...seen.map(({ timeSeconds }) => timeSeconds));
      assert.equal(new CosignatureTimes(checkpoints).firstOver(index), expected);
    }),
  );
});
