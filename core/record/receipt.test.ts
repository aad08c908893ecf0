import assert from "node:assert/strict";
import { test } from "node:test";
import { fromHex, utf8Bytes } from "../bytes.ts";
import { checkpointText } from "../log/checkpoint.ts";
import { cosign } from "../log/cosignature.ts";
import { leafHash, nodeHash } from "../log/merkle.ts";
import { signNote, verifierKey } from "../log/note.ts";
import { parsePolicy, type WitnessPolicy } from "../log/policy.ts";
import { portableEngine as engine, portableSigner } from "../log/portable-engine.ts";
import { serializeProof } from "../log/proof.ts";
import { commit } from "./commitment.ts";
import { numberOfKind } from "./kinds.ts";
import { encodeLeaf, type Leaf, zeroTag } from "./leaf.ts";
import { type Opening, payloadText } from "./payload.ts";
import { signQueued } from "./queued-promise.ts";
import { parseReceipt, type Receipt, type ReceiptTrust, receiptText, verifyReceipt } from "./receipt.ts";

const origin = "ledger.oguzabat.example/executive";
const signerOf = (byte: number) => portableSigner(new Uint8Array(32).fill(byte));
const filled = (byte: number) => new Uint8Array(32).fill(byte);
const logSigner = signerOf(1);
const logKey = verifierKey(engine, origin, "ed25519", logSigner.publicKey);
const bodySigner = signerOf(2);
const bodyKey = verifierKey(engine, "gas.oguzabat.example", "ed25519", bodySigner.publicKey).text;
const witnesses = [3, 4].map((byte) => ({ name: `witness-${byte}.example`, signer: signerOf(byte) }));
const witnessKeys = witnesses.map(({ name, signer }) =>
  verifierKey(engine, name, "cosignature-v1", signer.publicKey),
);

const tagHex = "00112233445566778899aabbccddeeff";
const publicBytes = utf8Bytes('{"text":"Gaz ýok"}');
const opening: Opening = {
  payload: payloadText({
    v: 1,
    kind: "filed-complaint",
    case: tagHex,
    body: 17,
    actor: "applicant",
    at: 1_763_000_000_123,
    parts: [{ name: "public", commitment: commit(filled(1), publicBytes) }],
  }),
  nonce: filled(9),
  parts: [{ name: "public", nonce: filled(1), bytes: publicBytes }],
};
const leaf: Leaf = {
  kind: numberOfKind("filed-complaint"),
  body: 17,
  serial: 5n,
  time: 1_763_000_040_000 - (1_763_000_040_000 % 60_000),
  due: 20_500,
  caseTag: fromHex(tagHex) ?? zeroTag,
  commitment: commit(opening.nonce, utf8Bytes(opening.payload)),
  previous: new Uint8Array(32),
};
const leafBytes = encodeLeaf(leaf);
const sibling = leafHash(engine, utf8Bytes("neighbour"));
const root = nodeHash(engine, sibling, leafHash(engine, leafBytes));
const text = checkpointText({ origin, size: 2, root });

function proofBy(cosigners: typeof witnesses, index = 1): string {
  const lines = cosigners.map(({ name, signer }, at) =>
    cosign(engine, text, { name, signer, timeSeconds: 1_763_000_100 + at }),
  );
  return serializeProof({
    index,
    hashes: [sibling],
    checkpoint: signNote(engine, text, origin, logSigner) + lines.join(""),
  });
}

function policyOf(lines: string[]): WitnessPolicy {
  const policy = parsePolicy(`${lines.join("\n")}\n`);
  assert.ok(policy.ok);
  return policy.value;
}
const policy = policyOf([
  `log ${logKey.text}`,
  ...witnessKeys.map((key, at) => `witness w${at} ${key.text}`),
  "group both all w0 w1",
  "quorum both",
]);

const queued = signQueued(bodySigner, bodyKey, {
  origin,
  body: 17,
  commitment: leaf.commitment,
  time: 1_763_000_000_123,
  due: 20_500,
});
const common = {
  v: 1,
  type: "aydyn-receipt",
  origin,
  logKey: logKey.text,
  policyDigest: "0".repeat(64),
  fingerprint: "1234 5678 9012",
} as const;
const queuedReceipt: Receipt = { ...common, leaf: null, index: null, queued };
const provenReceipt: Receipt = { ...common, leaf: leafBytes, index: 1, opening, proof: proofBy(witnesses) };

function verdictOf(receipt: Receipt, trust: ReceiptTrust) {
  const verdict = verifyReceipt(engine, receipt, trust);
  assert.ok(verdict.ok, verdict.ok ? "" : verdict.problem);
  return verdict.value;
}
function problemOf(receipt: Receipt, trust: ReceiptTrust = { policy: null }) {
  const verdict = verifyReceipt(engine, receipt, trust);
  return verdict.ok ? null : verdict.problem;
}

test("a promise alone is queued, and no policy makes a proof of it", () => {
  for (const trust of [{ policy: null }, { policy }]) {
    const verdict = verdictOf(queuedReceipt, trust);
    assert.equal(verdict.state, "queued");
    assert.ok(!("index" in verdict) && !("witnesses" in verdict));
  }
});

test("a promise is compared with the body's keys when the verifier knows them", () => {
  const judged = verdictOf(queuedReceipt, { policy: null, bodyKeys: [bodyKey] });
  assert.ok(judged.state === "queued" && judged.keyJudged);
  const unjudged = verdictOf(queuedReceipt, { policy: null });
  assert.ok(unjudged.state === "queued" && !unjudged.keyJudged);
  assert.equal(problemOf(queuedReceipt, { policy: null, bodyKeys: [] }), "unknown-body-key");
});

test("a promise may be opened while it waits", () => {
  const verdict = verdictOf({ ...queuedReceipt, opening }, { policy: null });
  assert.ok(verdict.state === "queued" && verdict.payload?.kind === "filed-complaint");
  assert.equal(
    problemOf({ ...queuedReceipt, opening: { ...opening, nonce: filled(8) } }),
    "payload-does-not-open",
  );
});

test("without a policy a proof shows the log and says that no witness was judged", () => {
  const verdict = verdictOf(provenReceipt, { policy: null });
  assert.ok(verdict.state === "in-log");
  assert.equal(verdict.judged, false);
  assert.deepEqual(verdict.witnesses, []);
  assert.deepEqual([verdict.index, verdict.size], [1, 2]);
  assert.deepEqual(verdict.leaf, leaf);
});

test("a policy's quorum makes it witnessed, with the witnesses' names and times", () => {
  const verdict = verdictOf(provenReceipt, { policy });
  assert.ok(verdict.state === "in-log" && verdict.judged);
  assert.deepEqual(verdict.witnesses, [
    { name: "witness-3.example", timeSeconds: 1_763_000_100 },
    { name: "witness-4.example", timeSeconds: 1_763_000_101 },
  ]);
});

test("a policy that asks for nobody judges nobody", () => {
  const verdict = verdictOf(provenReceipt, { policy: policyOf([`log ${logKey.text}`, "quorum none"]) });
  assert.ok(verdict.state === "in-log" && !verdict.judged);
});

test("too few witnesses are a refusal, not a weaker verdict", () => {
  for (const some of [[], witnesses.slice(0, 1)]) {
    assert.equal(problemOf({ ...provenReceipt, proof: proofBy(some) }, { policy }), "quorum-missing");
  }
});

test("a receipt holds as much of its opening as was asked for", () => {
  const { opening: _, ...closed } = provenReceipt;
  const verdict = verdictOf(closed, { policy });
  assert.ok(verdict.state === "in-log" && verdict.payload === null);
  const withoutParts = verdictOf({ ...provenReceipt, opening: { ...opening, parts: [] } }, { policy });
  assert.ok(withoutParts.state === "in-log" && withoutParts.payload?.body === 17);
});

test("a kept promise beside the proof changes nothing; a broken one is named", () => {
  assert.equal(verdictOf({ ...provenReceipt, queued }, { policy }).state, "in-log");
  const statement = { origin, body: 17, commitment: leaf.commitment, time: 1_763_000_000_123, due: 20_500 };
  for (const other of [
    { due: 20_499 },
    { body: 18 },
    { commitment: filled(0) },
    { time: leaf.time + 60_000 },
  ]) {
    const broken = signQueued(bodySigner, bodyKey, { ...statement, ...other });
    assert.equal(
      problemOf({ ...provenReceipt, queued: broken }),
      "promise-contradicts-leaf",
      JSON.stringify(Object.keys(other)),
    );
  }
  const forged = { ...queued, signature: queued.signature.map((byte) => byte ^ 1) };
  assert.equal(problemOf({ ...provenReceipt, queued: forged }), "queued-bad-signature");
  const elsewhere = signQueued(bodySigner, bodyKey, { ...statement, origin: "other.example" });
  assert.equal(problemOf({ ...provenReceipt, queued: elsewhere }), "origin-differs");
});

test("each failure has its name", () => {
  const otherLeaf = encodeLeaf({ ...leaf, due: 20_501 });
  const strangerKey = verifierKey(engine, origin, "ed25519", bodySigner.publicKey).text;
  const { proof: _, ...unproven } = provenReceipt;
  assert.equal(problemOf(unproven), "nothing-to-verify");
  assert.equal(problemOf({ ...provenReceipt, logKey: "nobody" }), "bad-log-key");
  assert.equal(problemOf({ ...provenReceipt, logKey: witnessKeys[0]?.text ?? "" }), "bad-log-key");
  assert.equal(problemOf({ ...provenReceipt, origin: "other.example" }), "origin-differs");
  assert.equal(problemOf({ ...provenReceipt, logKey: strangerKey }), "no-log-signature");
  assert.equal(problemOf(provenReceipt, { policy: null, logKey: strangerKey }), "other-log");
  assert.equal(problemOf({ ...provenReceipt, logKey: strangerKey }, { policy }), "log-not-in-policy");
  assert.equal(problemOf({ ...provenReceipt, leaf: null }), "leaf-missing");
  assert.equal(
    problemOf({ ...provenReceipt, leaf: leafBytes.map((byte, at) => (at === 117 ? 1 : byte)) }),
    "reserved-not-zero",
  );
  assert.equal(problemOf({ ...provenReceipt, leaf: otherLeaf }), "bad-inclusion-proof");
  assert.equal(problemOf({ ...provenReceipt, index: 0 }), "index-differs");
  assert.equal(
    problemOf({ ...provenReceipt, index: null, proof: proofBy(witnesses, 0) }),
    "bad-inclusion-proof",
  );
  assert.equal(problemOf({ ...provenReceipt, proof: "proof" }), "bad-proof");
  assert.equal(
    problemOf({ ...provenReceipt, opening: { ...opening, nonce: filled(8) } }),
    "payload-does-not-open",
  );
  assert.equal(problemOf(provenReceipt, { policy: null, root: filled(0) }), "other-root");
  assert.equal(problemOf(provenReceipt, { policy: null, root }), null);
});

test("receipts survive their file, also re-indented", () => {
  for (const receipt of [
    queuedReceipt,
    provenReceipt,
    { ...provenReceipt, queued, fingerprint: null, policyDigest: null },
  ]) {
    const file = receiptText(receipt);
    assert.deepEqual(parseReceipt(file), { ok: true, value: receipt });
    assert.deepEqual(parseReceipt(JSON.stringify(JSON.parse(file), null, 2)), { ok: true, value: receipt });
  }
});

test("malformed receipt files are refused", () => {
  const file = receiptText({ ...provenReceipt, queued });
  const changes: readonly (readonly [string, string])[] = [
    ['"v":1}', '"v":2}'],
    ['"aydyn-receipt"', '"receipt"'],
    ['"index":1', '"index":-1'],
    ['"index":1', '"index":"1"'],
    ['"index":1', '"index":1,"more":1'],
    ['"fingerprint":"1234 5678 9012"', '"fingerprint":"1234"'],
    [`"policyDigest":"${"0".repeat(64)}"`, '"policyDigest":"x"'],
    [`"origin":"${origin}",`, ""],
    ['"leaf":"', '"leaf":"AAAA'],
    ['"bodyKey"', '"key"'],
    ['"opening":{', '"opening":{"more":1,'],
    ['"proof":"', '"proof":1,"x":"'],
  ];
  for (const [part, replacement] of changes) {
    assert.ok(file.includes(part), part);
    assert.deepEqual(
      parseReceipt(file.replace(part, replacement)),
      { ok: false, problem: "malformed-receipt" },
      replacement,
    );
  }
  for (const wrong of ["", "{}", "[]", "null"]) assert.equal(parseReceipt(wrong).ok, false);
});
