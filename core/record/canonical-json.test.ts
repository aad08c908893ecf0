import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  canonicalJson,
  type JsonValue,
  nestingDepthMax,
  parseCanonicalJson,
  parseJson,
} from "./canonical-json.ts";

/** RFC 8785 appendix B: IEEE 754 bits and the text that they must give. */
const numberSamples: readonly (readonly [bits: string, text: string])[] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

function numberOfBits(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

const jsonValues = fc
  .jsonValue({ maxDepth: 5, noUnicodeString: false })
  .filter((value) => JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/.test(JSON.stringify(value)));

test("numbers are written as RFC 8785 appendix B lists them", () => {
  for (const [bits, text] of numberSamples) assert.equal(canonicalJson(numberOfBits(bits)), text, bits);
});

test("NaN and infinity (RFC 8785 appendix B) end the serialisation", () => {
  for (const bits of ["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"]) {
    assert.throws(() => canonicalJson(numberOfBits(bits)), RangeError);
    assert.throws(() => canonicalJson({ deep: [numberOfBits(bits)] }), RangeError);
  }
});

test("the sample of RFC 8785 section 3.2.2 gives the text of section 3.2.3", () => {
  const input = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  const parsed = parseJson(input);
  assert.ok(parsed.ok);
  assert.equal(
    canonicalJson(parsed.value),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test("keys are sorted as in the sorting example of RFC 8785 section 3.2.3", () => {
  const unsorted = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  const order = [...canonicalJson(unsorted).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(order, [
    "Carriage Return",
    "One",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ]);
});

test("control characters have their short escapes, all others are written as they are", () => {
  assert.equal(
    canonicalJson("\b\t\n\f\r\u0000\u001f\u007f\u2028ýň"),
    '"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028ýň"',
  );
});

test("reading the canonical text gives the value back", () => {
  fc.assert(
    fc.property(jsonValues, (value) => {
      const text = canonicalJson(value as JsonValue);
      const read = parseCanonicalJson(text);
      assert.ok(read.ok);
      // Minus zero is written 0, as the RFC says: JSON's own round trip says what is to be expected.
      assert.deepEqual(read.value, JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("the text does not depend on the order in which keys were added", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (dictionary) => {
      const reversed = Object.fromEntries(Object.entries(dictionary).reverse());
      assert.equal(canonicalJson(reversed), canonicalJson(dictionary));
    }),
  );
});

test("a key named __proto__ is a key like any other", () => {
  const text = '{"__proto__":{"a":1},"b":2}';
  const read = parseCanonicalJson(text);
  assert.ok(read.ok);
  assert.equal(canonicalJson(read.value), text);
});

test("another spelling of the same value is refused", () => {
  const spellings = [
    ' {"a":1}',
    '{"a":1}\n',
    '{"a": 1}',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a":1.0}',
    '{"a":1e2}',
    '{"a":-0}',
    '"\\u0041"',
    '"\\/"',
    '"\\ud800"',
    "1e999",
    "\ufeff1",
    "",
    "{",
    "undefined",
    "NaN",
    "'a'",
    "[1,]",
  ];
  for (const text of spellings) assert.equal(parseCanonicalJson(text).ok, false, text);
});

test("lone surrogates are refused in values and in keys", () => {
  assert.throws(() => canonicalJson("\ud800"), RangeError);
  assert.throws(() => canonicalJson({ "\udc00": 1 }), RangeError);
  assert.deepEqual(parseJson('{"\\udc00":1}'), { ok: false, problem: "not-canonical" });
});

test("nesting has a limit, at writing and at reading", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  assert.ok(parseCanonicalJson(nested(nestingDepthMax)).ok);
  assert.deepEqual(parseCanonicalJson(nested(nestingDepthMax + 2)), { ok: false, problem: "too-deep" });
  assert.deepEqual(parseCanonicalJson(nested(3_000)), { ok: false, problem: "too-deep" });
  let deep: JsonValue = [];
  for (let depth = 0; depth < nestingDepthMax + 1; depth += 1) deep = [deep];
  assert.throws(() => canonicalJson(deep), RangeError);
});
