import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8Bytes } from "../bytes.ts";
import { verifierKey } from "../log/note.ts";
import { portableEngine, portableSigner } from "../log/portable-engine.ts";
import type { Payload } from "./payload.ts";
import { isSignedReply, replySignatureMessage, signerOfReply } from "./reply-signature.ts";

const nonce = new Uint8Array(32);
const caseTag = new Uint8Array(16).fill(7);
const signer = portableSigner(new Uint8Array(32).fill(3));
const key = verifierKey(portableEngine, "record.example/body/31", "ed25519", signer.publicKey).text;
const stranger = verifierKey(
  portableEngine,
  "record.example/body/32",
  "ed25519",
  portableSigner(new Uint8Array(32).fill(4)).publicKey,
).text;
const texts = ['{"outcome":"satisfied"}', '{"text":"done"}'].map(utf8Bytes);
const signature = signer.sign(replySignatureMessage(caseTag, texts.map(portableEngine.sha256)));
const names = ["public", "parties", "signature"];
const payload: Payload = {
  v: 1,
  kind: "answered",
  case: "07".repeat(16),
  body: 31,
  actor: "head",
  at: 0,
  parts: names.map((name) => ({ name, commitment: new Uint8Array(32) })),
};
const parts = [...texts, signature].map((bytes, at) => ({ name: names[at] ?? "", nonce, bytes }));

test("a reply names the key of the body that signed it", () => {
  assert.ok(isSignedReply(payload));
  assert.deepEqual(signerOfReply(portableEngine, { payload, caseTag, parts }, [stranger, key]), {
    ok: true,
    value: key,
  });
});

test("another word, another order, another case or another body's key is no signature", () => {
  const [first, second, last] = parts;
  assert.ok(first && second && last);
  const changed = [first, { ...second, bytes: utf8Bytes('{"text":"none"}') }, last];
  const swapped = [{ ...first, bytes: second.bytes }, { ...second, bytes: first.bytes }, last];
  const refusal = { ok: false, problem: "not-signed-by-these-keys" };
  for (const given of [changed, swapped]) {
    assert.deepEqual(signerOfReply(portableEngine, { payload, caseTag, parts: given }, [key]), refusal);
  }
  const otherCase = new Uint8Array(16);
  assert.deepEqual(signerOfReply(portableEngine, { payload, caseTag: otherCase, parts }, [key]), refusal);
  assert.deepEqual(signerOfReply(portableEngine, { payload, caseTag, parts }, [stranger]), refusal);
});

test("what is not opened cannot be judged", () => {
  const given = parts.filter((part) => part.name !== "parties");
  assert.deepEqual(signerOfReply(portableEngine, { payload, caseTag, parts: given }, [key]), {
    ok: false,
    problem: "parts-not-opened",
  });
});
