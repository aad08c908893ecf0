import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { civilDate } from "#core/clock/civil-date.ts";
import { demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { filingsPerMonthMin, monthToJudge, registersFor } from "../index.ts";

const cabinet = { number: demoBodyNumber(1), parent: null };
const province = { number: demoBodyNumber(31), parent: cabinet.number };
const village = { number: demoBodyNumber(311), parent: province.number };

function registersOf(counts: Readonly<Record<number, number>>) {
  return registersFor([cabinet, province, village], (body) => counts[body] ?? 0);
}

test("with fewer than 30 filings a month a body's acts stand under its parent", () => {
  const busy = { [province.number]: 100 };
  const small = registersOf({ ...busy, [village.number]: filingsPerMonthMin - 1 });
  assert.equal(small.get(village.number), province.number);
  assert.equal(
    registersOf({ ...busy, [village.number]: filingsPerMonthMin }).get(village.number),
    village.number,
  );
});

test("a body without a parent keeps its own register however few they are", () => {
  assert.equal(registersFor([cabinet], () => 0).get(cabinet.number), cabinet.number);
});

test("a small body that carries a smaller one keeps its own register for both", () => {
  const registers = registersOf({});
  assert.equal(registers.get(village.number), province.number);
  assert.equal(registers.get(province.number), province.number);
});

test("what is judged is the last whole month, on whatever day", () => {
  const november = { from: civilDate(2026, 11, 1), until: civilDate(2026, 12, 1) };
  assert.deepEqual(monthToJudge(civilDate(2026, 12, 1)), november);
  assert.deepEqual(monthToJudge(civilDate(2026, 12, 31)), november);
  assert.deepEqual(monthToJudge(civilDate(2028, 3, 30)), {
    from: civilDate(2028, 2, 1),
    until: civilDate(2028, 3, 1),
  });
});

test("registers never chain, in whatever tree and with however few filings", () => {
  const trees = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 })), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(trees, (drawn) => {
      const bodies = drawn.map(([parent], at) => ({
        number: demoBodyNumber(at + 1),
        parent: at === 0 ? null : demoBodyNumber((parent % at) + 1),
      }));
      const registers = registersFor(bodies, (body) => drawn[body - 1]?.[1] ?? 0);
      for (const { number, parent } of bodies) {
        const register = registers.get(number);
        assert.ok(register === number || register === parent);
        assert.equal(registers.get(register ?? number), register);
      }
    }),
  );
});
