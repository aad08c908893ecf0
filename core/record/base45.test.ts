import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8Bytes } from "../bytes.ts";
import { fromBase45, toBase45 } from "./base45.ts";

/** RFC 9285 sections 4.3 and 4.4. */
const examples: readonly (readonly [plain: string, encoded: string])[] = [
  ["AB", "BB8"],
  ["Hello!!", "%69 VD92EX0"],
  ["base-45", "UJCLQE7W581"],
  ["ietf!", "QED8WEX0"],
  ["", ""],
];

test("the examples of RFC 9285, both ways", () => {
  for (const [plain, encoded] of examples) {
    assert.equal(toBase45(utf8Bytes(plain)), encoded);
    assert.deepEqual(fromBase45(encoded), utf8Bytes(plain));
  }
});

test("every byte string survives, in three characters for two bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase45(bytes);
      assert.equal(text.length, Math.floor(bytes.length / 2) * 3 + (bytes.length % 2) * 2);
      assert.deepEqual(fromBase45(text), bytes);
    }),
  );
});

test("whatever is read is written back to the same text", () => {
  const anyText = fc.string({ unit: fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") });
  fc.assert(
    fc.property(anyText, (text) => {
      const bytes = fromBase45(text);
      if (bytes !== null) assert.equal(toBase45(bytes), text);
    }),
  );
});

test("overflowing groups, lone characters and foreign letters are refused", () => {
  // GGW stands for 65536 (RFC 9285 section 6), V5 for 256: more than their bytes hold.
  for (const text of ["GGW", ":::", "::", "V5", "A", "BB8A", "bb8", "BB8\n", "ÄB8", "BB=", "BB8\u0000BB"])
    assert.equal(fromBase45(text), null, text);
  assert.deepEqual(fromBase45("FGW"), Uint8Array.of(255, 255));
  assert.deepEqual(fromBase45("U5"), Uint8Array.of(255));
});
