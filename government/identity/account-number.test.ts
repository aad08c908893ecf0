import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { accountNumberText, drawAccountNumber, parseAccountNumber } from "./account-number.ts";

const bytes = fc.uint8Array({ minLength: 6, maxLength: 6 });
const drawn = bytes.map((random) => drawAccountNumber(() => random));

test("the check digit is Damm's: 572 gives 4", () => {
  assert.ok(parseAccountNumber("00005724").ok);
  assert.ok(!parseAccountNumber("00005725").ok);
});

test("a drawn number is read back, also as it is printed", () => {
  fc.assert(
    fc.property(drawn, (number) => {
      assert.match(number, /^[0-9]{8}$/);
      assert.deepEqual(parseAccountNumber(number), { ok: true, value: number });
      assert.deepEqual(parseAccountNumber(` ${accountNumberText(number)} `), { ok: true, value: number });
    }),
  );
});

test("one wrong digit or one swap of neighbours is always found", () => {
  fc.assert(
    fc.property(drawn, fc.nat(7), fc.nat(9), (number, place, digit) => {
      const wrong = `${number.slice(0, place)}${digit}${number.slice(place + 1)}`;
      assert.equal(parseAccountNumber(wrong).ok, wrong === number);
      const swapped = `${number.slice(0, place)}${number.charAt(place + 1)}${number.charAt(place)}${number.slice(place + 2)}`;
      assert.equal(parseAccountNumber(swapped).ok, swapped === number);
    }),
  );
});

test("what is no number is refused", () => {
  for (const text of ["", "1", "123456789", "1234567a", "١٢٣٤٥٦٧٨", "1e7", "-1234567"]) {
    assert.deepEqual(parseAccountNumber(text), { ok: false, problem: "number-mistyped" }, text);
  }
});

test("numbers are spread", () => {
  const numbers = new Set(
    Array.from({ length: 500 }, () => drawAccountNumber((length) => randomBytes(length))),
  );
  assert.ok(numbers.size > 495);
});
