import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  fullReceiptCharactersMax,
  fullReceiptCode,
  isFullReceiptCode,
  parseFullReceiptCode,
} from "./full-receipt-code.ts";

test("any bytes that fit come back, in letters that a QR code packs tightly", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1_400 }), (bytes) => {
      const code = fullReceiptCode(bytes);
      assert.ok(code !== null && isFullReceiptCode(code));
      assert.match(code, /^[0-9A-Z $%*+\-./:]+$/);
      assert.deepEqual(parseFullReceiptCode(code), { ok: true, value: bytes });
    }),
  );
});

test("what does not fit, and what is no such code, is refused", () => {
  assert.equal(fullReceiptCode(new Uint8Array(1_500)), null);
  for (const [text, problem] of [
    ["", "not-a-receipt-code"],
    ["AYDYN2:00", "not-a-receipt-code"],
    ["aydyn1:00", "not-a-receipt-code"],
    ["AYDYN1:é", "not-base45"],
    ["AYDYN1:0", "not-base45"],
    [`AYDYN1:${"0".repeat(fullReceiptCharactersMax)}`, "too-long"],
  ] as const) {
    assert.deepEqual(parseFullReceiptCode(text), { ok: false, problem });
  }
});
