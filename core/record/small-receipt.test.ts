import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromBase45, toBase45 } from "./base45.ts";
import { parseSmallReceipt, smallReceiptCharactersMax, smallReceiptText } from "./small-receipt.ts";

const receipt = { leaf: new Uint8Array(118).fill(7), nonce: new Uint8Array(32).fill(8), index: 1_234_067 };

function bytesOfText(text: string): Uint8Array {
  const bytes = fromBase45(text);
  assert.ok(bytes !== null);
  return bytes;
}

test("the layout is version, leaf, nonce, index", () => {
  const bytes = bytesOfText(smallReceiptText(receipt));
  assert.equal(bytes.length, 159);
  assert.equal(bytes[0], 1);
  assert.deepEqual(bytes.slice(1, 119), receipt.leaf);
  assert.deepEqual(bytes.slice(119, 151), receipt.nonce);
  assert.deepEqual(bytes.slice(151), Uint8Array.of(0, 0, 0, 0, 0, 0x12, 0xd4, 0x93));
});

test("every small receipt survives and stays within its limit", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 118, maxLength: 118 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat(Number.MAX_SAFE_INTEGER),
      (leaf, nonce, index) => {
        const text = smallReceiptText({ leaf, nonce, index });
        assert.ok(text.length <= smallReceiptCharactersMax);
        assert.deepEqual(parseSmallReceipt(text), { ok: true, value: { leaf, nonce, index } });
      },
    ),
  );
});

test("each malformed text is refused by name", () => {
  const bytes = bytesOfText(smallReceiptText(receipt));
  const problemOf = (text: string) => {
    const parsed = parseSmallReceipt(text);
    return parsed.ok ? null : parsed.problem;
  };
  const withByte = (at: number, value: number) =>
    toBase45(bytes.map((byte, here) => (here === at ? value : byte)));
  assert.equal(problemOf("receipt"), "not-base45");
  assert.equal(problemOf(toBase45(bytes.subarray(1))), "wrong-length");
  assert.equal(problemOf("0".repeat(300)), "wrong-length");
  assert.equal(problemOf(""), "wrong-length");
  assert.equal(problemOf(withByte(0, 2)), "unknown-version");
  assert.equal(problemOf(withByte(151, 255)), "bad-index");
});

test("a writer's mistake throws", () => {
  assert.throws(() => smallReceiptText({ ...receipt, leaf: new Uint8Array(117) }));
  assert.throws(() => smallReceiptText({ ...receipt, nonce: new Uint8Array(31) }));
  assert.throws(() => smallReceiptText({ ...receipt, index: -1 }));
  assert.throws(() => smallReceiptText({ ...receipt, index: 2 ** 53 }));
});
