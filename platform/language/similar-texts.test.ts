import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { likeness, wordRuns } from "./similar-texts.ts";

const gas = "Obamyzda üç aý bäri gaz ýok. Haçan beriljek?";

function alike(one: string, other: string): number {
  return likeness(wordRuns(one), wordRuns(other));
}

test("the same words are alike, whatever the letters, the case and the stops", () => {
  assert.equal(alike(gas, "OBAMYZDA uc ay bari gaz yok - hacan beriljek"), 1);
});

test("a sentence more changes little, other words change all", () => {
  assert.ok(alike(gas, `${gas} Jogap beriň.`) > 0.6);
  assert.equal(alike(gas, "Köçede yşyk ýanmaýar, garaňky bolýar."), 0);
});

test("a text of two words is compared whole, and nothing is like nothing", () => {
  assert.equal(alike("Gaz ýok", "gaz yok"), 1);
  assert.equal(alike("", ""), 0);
  assert.equal(alike("...", gas), 0);
});

test("likeness lies between 0 and 1, and does not ask which text came first", () => {
  fc.assert(
    fc.property(fc.lorem(), fc.lorem(), (one, other) => {
      const value = alike(one, other);
      assert.ok(value >= 0 && value <= 1);
      assert.equal(value, alike(other, one));
    }),
  );
});
