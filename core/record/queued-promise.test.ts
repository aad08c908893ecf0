import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { verifierKey } from "../log/note.ts";
import { portableEngine, portableSigner } from "../log/portable-engine.ts";
import {
  parseQueuedText,
  type QueuedStatement,
  queuedText,
  signQueued,
  verifyQueued,
} from "./queued-promise.ts";

const signer = portableSigner(new Uint8Array(32).fill(7));
const bodyKey = verifierKey(portableEngine, "gas.oguzabat.example", "ed25519", signer.publicKey).text;
const statement: QueuedStatement = {
  origin: "ledger.oguzabat.example/executive",
  body: 17,
  commitment: new Uint8Array(32),
  time: 1_763_000_000_123,
  due: 20_500,
};

test("the signed text has six lines", () => {
  assert.equal(
    queuedText(statement),
    "aydyn queued v1\nledger.oguzabat.example/executive\n17\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1763000000123\n20500\n",
  );
});

test("every statement survives", () => {
  fc.assert(
    fc.property(
      fc.nat(0xffff_ffff),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat(Number.MAX_SAFE_INTEGER),
      fc.nat(0xffff_ffff),
      (body, commitment, time, due) => {
        const one = { origin: "a/b", body, commitment, time, due };
        assert.deepEqual(parseQueuedText(queuedText(one)), { ok: true, value: one });
      },
    ),
  );
});

test("a promise is verified by the key that it names, and by no other", () => {
  const promise = signQueued(signer, bodyKey, statement);
  assert.deepEqual(verifyQueued(portableEngine, promise), { ok: true, value: statement });
  const problemOf = (changed: Partial<typeof promise>) => {
    const verified = verifyQueued(portableEngine, { ...promise, ...changed });
    return verified.ok ? null : verified.problem;
  };
  const stranger = portableSigner(new Uint8Array(32).fill(8));
  const strangerKey = verifierKey(portableEngine, "gas.oguzabat.example", "ed25519", stranger.publicKey).text;
  const witnessKey = verifierKey(portableEngine, "w", "cosignature-v1", signer.publicKey).text;
  assert.equal(problemOf({ bodyKey: strangerKey }), "queued-bad-signature");
  assert.equal(problemOf({ text: queuedText({ ...statement, due: 20_501 }) }), "queued-bad-signature");
  assert.equal(problemOf({ signature: promise.signature.map((byte) => byte ^ 1) }), "queued-bad-signature");
  assert.equal(problemOf({ bodyKey: "nobody" }), "queued-bad-key");
  assert.equal(problemOf({ bodyKey: witnessKey }), "queued-bad-key");
  assert.equal(problemOf({ text: `${promise.text}\n` }), "queued-malformed");
});

test("other spellings of a statement are refused", () => {
  const text = queuedText(statement);
  for (const [part, replacement] of [
    ["aydyn queued v1", "aydyn queued v2"],
    ["\n17\n", "\n017\n"],
    ["\n17\n", "\n-17\n"],
    ["\n17\n", "\n4294967296\n"],
    ["20500\n", "20500"],
    ["20500\n", "20500\n\n"],
    ["20500\n", "2.05e4\n"],
    ["AAA=", "AAB="],
    ["AAAA=", "="],
    ["/executive", "/executive one"],
    ["\n", "\r\n"],
  ] as const) {
    assert.ok(text.includes(part));
    assert.deepEqual(
      parseQueuedText(text.replace(part, replacement)),
      { ok: false, problem: "queued-malformed" },
      replacement,
    );
  }
});
