import assert from "node:assert/strict";
import { test } from "node:test";
import { demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { filingsPerMonthMin, registerFor } from "../index.ts";

const village = { number: demoBodyNumber(311), parent: demoBodyNumber(31) };

test("with fewer than 30 filings a month a body's acts stand under its parent", () => {
  assert.equal(registerFor(village, filingsPerMonthMin - 1), 31);
  assert.equal(registerFor(village, filingsPerMonthMin), 311);
});

test("a body without a parent keeps its own register however few they are", () => {
  assert.equal(registerFor({ number: demoBodyNumber(61), parent: null }, 0), 61);
});
