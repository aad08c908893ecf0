import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { toHex, utf8Bytes } from "../bytes.ts";
import { commit, nonceLength, opensCommitment } from "./commitment.ts";

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test("a commitment is HMAC-SHA-256: the words of RFC 4231 case 2 under its key padded to 32 bytes", () => {
  // RFC 4231 test case 2 has the key "Jefe". HMAC pads keys with zeros to the block, so 28 zero bytes change nothing.
  const nonce = new Uint8Array(nonceLength);
  nonce.set(utf8Bytes("Jefe"));
  assert.equal(
    toHex(commit(nonce, utf8Bytes("what do ya want for nothing?"))),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("another implementation computes the same commitment", () => {
  fc.assert(
    fc.property(bytesOf(nonceLength), fc.uint8Array({ maxLength: 300 }), (nonce, bytes) => {
      assert.equal(toHex(commit(nonce, bytes)), createHmac("sha256", nonce).update(bytes).digest("hex"));
    }),
  );
});

test("only the nonce and the bytes that were committed to open it", () => {
  fc.assert(
    fc.property(
      bytesOf(nonceLength),
      bytesOf(20),
      fc.nat(51),
      fc.integer({ min: 1, max: 255 }),
      (nonce, bytes, at, flip) => {
        const commitment = commit(nonce, bytes);
        assert.ok(opensCommitment(commitment, nonce, bytes));
        const changedNonce = Uint8Array.from(nonce);
        const changedBytes = Uint8Array.from(bytes);
        if (at < nonceLength) changedNonce[at] = (nonce[at] ?? 0) ^ flip;
        else changedBytes[at - nonceLength] = (bytes[at - nonceLength] ?? 0) ^ flip;
        assert.ok(!opensCommitment(commitment, changedNonce, changedBytes));
      },
    ),
  );
});

test("a nonce of another length never opens, and never commits", () => {
  const bytes = utf8Bytes("text");
  const commitment = commit(new Uint8Array(nonceLength), bytes);
  for (const length of [0, 16, 31, 33, 64]) {
    // All zero: HMAC itself would accept the shorter ones as the same key.
    assert.ok(!opensCommitment(commitment, new Uint8Array(length), bytes));
    assert.throws(() => commit(new Uint8Array(length), bytes));
  }
});
