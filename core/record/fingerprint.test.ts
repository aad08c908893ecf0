import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import type { Engine } from "../log/engine.ts";
import { fingerprint, isFingerprint } from "./fingerprint.ts";

const engine: Engine = {
  name: "test",
  sha256: (bytes) => createHash("sha256").update(bytes).digest(),
  sha256Each: () => new Uint8Array(0),
  verifyEd25519: () => false,
};
const checkpoint = { origin: "ledger.example/executive", size: 600, root: new Uint8Array(32).fill(5) };

test("a fingerprint is the number that anybody computes from the checkpoint's text", () => {
  const text = `ledger.example/executive\n600\n${Buffer.alloc(32, 5).toString("base64")}\n`;
  const hex = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const digits = (BigInt(`0x${hex}`) % 10n ** 12n).toString().padStart(12, "0");
  assert.equal(fingerprint(engine, checkpoint).replaceAll(" ", ""), digits);
});

test("a fingerprint has a golden value", () => {
  assert.equal(fingerprint(engine, checkpoint), "6823 6212 0538");
});

test("leading zeros are kept, and every fingerprint has its form", () => {
  const small: Engine = {
    ...engine,
    sha256: () => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 42, ...new Array(24).fill(9)),
  };
  assert.equal(fingerprint(small, checkpoint), "0000 0000 0042");
  fc.assert(
    fc.property(fc.nat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, root) => {
      assert.ok(isFingerprint(fingerprint(engine, { ...checkpoint, size, root })));
    }),
  );
});

test("origin, size and root each change it", () => {
  const same = fingerprint(engine, checkpoint);
  assert.notEqual(fingerprint(engine, { ...checkpoint, origin: "ledger.example/judiciary" }), same);
  assert.notEqual(fingerprint(engine, { ...checkpoint, size: 601 }), same);
  assert.notEqual(fingerprint(engine, { ...checkpoint, root: new Uint8Array(32).fill(6) }), same);
});

test("other forms are no fingerprint", () => {
  for (const text of [
    "",
    "1234 5678 901",
    "123456789012",
    "1234 5678 901a",
    "1234  5678 9012",
    "1234 5678 9012\n",
  ]) {
    assert.equal(isFingerprint(text), false, text);
  }
});
