import assert from "node:assert/strict";
import { test } from "node:test";
import {
  anyText,
  bytes,
  either,
  exactly,
  integer,
  list,
  made,
  object,
  oneOf,
  orNull,
  readStrictly,
  text,
  truth,
  tuple,
} from "./strict-json.ts";

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
  for (const bad of [0, -0, 8, 1.5, Number.NaN, "3", null, 3n]) assert.equal(read(bad), undefined);
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

test("fields that may be left out are left out, never undefined, and are read when they are there", () => {
  const read = object({ a: truth }, { b: integer(1, 2) });
  assert.deepEqual(read({ a: true }), { a: true });
  assert.deepEqual(read({ a: true, b: 2 }), { a: true, b: 2 });
  for (const bad of [{ a: true, b: 3 }, { a: true, b: null }, { b: 1 }]) assert.equal(read(bad), undefined);
});

test("lists of fixed shapes, bytes, exact values and null", () => {
  assert.deepEqual(tuple(integer(0, 9), truth)([3, false]), [3, false]);
  for (const bad of [[3], [3, false, 1], ["3", false], {}])
    assert.equal(tuple(integer(0, 9), truth)(bad), undefined);
  assert.deepEqual(bytes(2)("AAE="), Uint8Array.of(0, 1));
  for (const bad of ["AAE", "AA==", " AAE=", 7, null]) assert.equal(bytes(2)(bad), undefined);
  assert.equal(exactly(1)("1"), undefined);
  assert.equal(orNull(truth)(null), null);
  assert.equal(orNull(truth)(undefined), undefined);
});

test("every fault is named by its path and what is expected there, all at once", () => {
  const even = made(integer(0, 9), "an even number", (number) => (number % 2 === 0 ? number : undefined));
  const read = object({
    name: object({ tk: text(9), ru: text(9) }),
    numbers: list(even, 1, 3),
    word: either(object({ a: truth, b: truth }), oneOf(["x", "y"])),
  });
  const wrong = { name: { tk: "", fr: "nom" }, numbers: [2, 3, "4"], word: { a: true }, more: 1 };
  const result = readStrictly(read, wrong);
  assert.ok(!result.ok);
  assert.deepEqual(
    result.problem.map(({ path, expected }) => `${path}: ${expected}`),
    [
      "more: nothing: only name, numbers, word may stand here",
      "name.fr: nothing: only tk, ru may stand here",
      "name.tk: a text of 1 to 9 characters without space at its ends",
      "name.ru: a text of at most 9 characters; it is missing",
      "numbers[1]: an even number",
      "numbers[2]: a whole number from 0 to 9",
      "word.b: true or false; it is missing",
    ],
  );
  const whole = readStrictly(read, null);
  assert.deepEqual(whole, {
    ok: false,
    problem: [{ path: "", expected: "an object with name, numbers, word" }],
  });
  const right = { name: { tk: "a", ru: "b" }, numbers: [2], word: "y" };
  assert.deepEqual(readStrictly(read, right), { ok: true, value: right });
});

test("a reader that keeps silent is spoken for, so that no fault is lost", () => {
  const silent = () => undefined;
  const read = readStrictly(object({ a: silent, b: list(silent, 0, 2) }), { a: 1, b: [1] });
  assert.deepEqual(!read.ok && read.problem.map(({ path }) => path), ["a", "b[0]"]);
  assert.equal(anyText(3)("abcd"), undefined);
});
