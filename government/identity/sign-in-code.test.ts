import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { codesPerSheet, drawCodes, drawSignInCode, parseSignInCode, signInCodeText } from "./sign-in-code.ts";

const drawn = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((random) => drawSignInCode(() => random));

test("a sheet has forty codes of eight letters that cannot be taken for each other", () => {
  const codes = drawCodes((length) => randomBytes(length));
  assert.equal(codes.length, codesPerSheet);
  assert.equal(new Set(codes).size, codesPerSheet);
  for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{8}$/);
});

test("a code is read back however it is spaced and cased", () => {
  fc.assert(
    fc.property(drawn, (code) => {
      assert.deepEqual(parseSignInCode(signInCodeText(code)), { ok: true, value: code });
      assert.deepEqual(parseSignInCode(` ${code.toLowerCase().split("").join(" ")} `), {
        ok: true,
        value: code,
      });
    }),
  );
});

test("look-alikes and Cyrillic letters are read as what is printed", () => {
  assert.deepEqual(parseSignInCode("oil0-авек"), { ok: true, value: "0110ABEK" });
  assert.deepEqual(parseSignInCode("мнор-стхО"), { ok: true, value: "MH0PCTX0" });
});

test("what is no code is refused", () => {
  for (const text of ["", "7Q2M-X4W", "7Q2M-X4WDD", "7Q2M-X4W!", "U0000000", "ж0000000"]) {
    assert.deepEqual(parseSignInCode(text), { ok: false, problem: "code-mistyped" }, text);
  }
});

test("all letters are equally likely", () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const letter = drawSignInCode(() => new Uint8Array(8).fill(byte)).charAt(0);
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  assert.deepEqual(new Set(counts.values()), new Set([8]));
});
