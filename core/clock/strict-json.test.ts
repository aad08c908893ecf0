import assert from "node:assert/strict";
import { test } from "node:test";
import { either, integer, list, object, oneOf, text, truth } from "./strict-json.ts";

test("texts are neither empty, padded, too long nor full of control characters", () => {
  const read = text(5);
  assert.equal(read("arza"), "arza");
  for (const bad of ["", " arza", "arza ", "arzaly", "ar\nza", "ar\u007fza", "\t", 5, null, ["arza"]]) {
    assert.equal(read(bad), undefined);
  }
});

test("numbers are whole and within bounds", () => {
  const read = integer(1, 7);
  assert.equal(read(7), 7);
  for (const bad of [0, 8, 1.5, Number.NaN, "3", null, 3n]) assert.equal(read(bad), undefined);
});

test("objects have exactly their fields", () => {
  const read = object({ a: truth, b: oneOf(["x", "y"]) });
  assert.deepEqual(read({ a: false, b: "y" }), { a: false, b: "y" });
  const bad: unknown[] = [
    null,
    [],
    {},
    { a: true },
    { a: true, b: "z" },
    { a: true, b: "x", c: 1 },
    { b: "x", toString: 1 },
    JSON.parse('{"a":true,"b":"x","__proto__":{"a":true}}'),
  ];
  for (const json of bad) assert.equal(read(json), undefined);
});

test("a name that every object inherits is not a field", () => {
  assert.equal(object({ toString: () => 1 })({}), undefined);
});

test("lists keep to their length, and one bad entry spoils them", () => {
  const read = list(integer(0, 9), 1, 3);
  assert.deepEqual(read([1, 2, 3]), [1, 2, 3]);
  for (const bad of [[], [1, 2, 3, 4], [1, "2"], "123", { 0: 1, length: 1 }])
    assert.equal(read(bad), undefined);
});

test("either of two shapes", () => {
  const read = either(object({ a: truth }), integer(0, 1));
  assert.deepEqual(read({ a: true }), { a: true });
  assert.equal(read(0), 0);
  assert.equal(read(2), undefined);
});
