import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromHex, toBase64, utf8Bytes } from "../bytes.ts";
import { commit } from "./commitment.ts";
import { actKinds, isActKind, numberOfKind } from "./kinds.ts";
import { type Leaf, zeroTag } from "./leaf.ts";
import { openingJson, readOpening } from "./opening-json.ts";
import {
  isActor,
  type Opening,
  type Payload,
  parsePayload,
  partsMax,
  payloadBytesMax,
  payloadText,
  verifyOpening,
  verifyPart,
} from "./payload.ts";

const tagHex = "00112233445566778899aabbccddeeff";
const nonceOf = (byte: number) => new Uint8Array(32).fill(byte);
const publicBytes = utf8Bytes('{"text":"Gaz ýok"}');
const identityBytes = utf8Bytes("identity ciphertext");

const payload: Payload = {
  v: 1,
  kind: "filed-complaint",
  case: tagHex,
  body: 17,
  actor: "applicant",
  at: 1_763_000_000_123,
  parts: [
    { name: "public", commitment: commit(nonceOf(1), publicBytes) },
    { name: "identity", commitment: commit(nonceOf(2), identityBytes) },
  ],
};

const opening: Opening = {
  payload: payloadText(payload),
  nonce: nonceOf(9),
  parts: [
    { name: "public", nonce: nonceOf(1), bytes: publicBytes },
    { name: "identity", nonce: nonceOf(2), bytes: identityBytes },
  ],
};

const leaf: Leaf = {
  kind: numberOfKind("filed-complaint"),
  body: 17,
  serial: 1n,
  time: 1_763_000_040_000 - (1_763_000_040_000 % 60_000),
  due: 20_500,
  caseTag: fromHex(tagHex) ?? zeroTag,
  commitment: commit(opening.nonce, utf8Bytes(opening.payload)),
  previous: new Uint8Array(32),
};

const payloads: fc.Arbitrary<Payload> = fc.record(
  {
    v: fc.constant(1 as const),
    kind: fc.constantFrom(...Object.keys(actKinds).filter(isActKind)),
    case: fc.constantFrom("", tagHex, "f".repeat(32)),
    body: fc.integer({ min: 0, max: 0xffff_ffff }),
    actor: fc.constantFrom("applicant", "head", "system", "post:Baş hünärmen", `post:${"ň".repeat(80)}`),
    at: fc.nat(Number.MAX_SAFE_INTEGER),
    parts: fc.uniqueArray(
      fc.record(
        {
          name: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
          commitment: fc.uint8Array({ minLength: 32, maxLength: 32 }),
        },
        { noNullPrototype: true },
      ),
      { selector: (part) => part.name, maxLength: 5 },
    ),
  },
  { noNullPrototype: true },
);

test("a payload has one golden text", () => {
  const none = { ...payload, parts: [{ name: "public", commitment: new Uint8Array(32) }] };
  assert.equal(
    payloadText(none),
    `{"actor":"applicant","at":1763000000123,"body":17,"case":"${tagHex}","kind":"filed-complaint",` +
      `"parts":[{"commitment":"${toBase64(new Uint8Array(32))}","name":"public"}],"v":1}`,
  );
});

test("every payload survives writing and reading", () => {
  fc.assert(
    fc.property(payloads, (one) =>
      assert.deepEqual(parsePayload(payloadText(one)), { ok: true, value: one }),
    ),
  );
});

test("no payload that can be written is over the limit without its parts", () => {
  fc.assert(
    fc.property(payloads, (one) => {
      assert.ok(utf8Bytes(payloadText({ ...one, parts: [] })).length <= payloadBytesMax);
    }),
  );
});

test("a payload over the limit is neither written nor read", () => {
  // Eighty characters of four UTF-8 bytes each: the actor alone takes 325 bytes.
  const long = { ...payload, actor: `post:${"🜀".repeat(80)}` };
  assert.throws(() => payloadText(long), /payload-too-long/);
  const text = payloadText(payload).replace('"applicant"', `"${long.actor}"`);
  assert.deepEqual(parsePayload(text), { ok: false, problem: "payload-too-long" });
});

test("malformed payloads are refused at reading", () => {
  const text = payloadText(payload);
  const wrong: readonly [string, string, string][] = [
    ['"v":1', '"v":2', "payload-malformed"],
    ['"v":1', '"v":1,"w":1', "payload-malformed"],
    ['"body":17', '"body":-1', "payload-malformed"],
    ['"body":17', '"body":1.5', "payload-malformed"],
    ['"body":17', '"body":"17"', "payload-malformed"],
    [tagHex, tagHex.toUpperCase(), "payload-malformed"],
    [tagHex, "0".repeat(32), "payload-malformed"],
    [tagHex, "00", "payload-malformed"],
    ['"applicant"', '"Somebody"', "payload-malformed"],
    ['"identity"', '"public"', "payload-malformed"],
    ['"identity"', '"Identity"', "payload-malformed"],
    ["filed-complaint", "filed-nothing", "payload-unknown-kind"],
    ["filed-complaint", "toString", "payload-unknown-kind"],
    ['"body":17', '"body": 17', "payload-not-canonical"],
    ["{", "", "payload-not-canonical"],
  ];
  for (const [part, replacement, problem] of wrong) {
    assert.ok(text.includes(part));
    assert.deepEqual(parsePayload(text.replace(part, replacement)), { ok: false, problem }, replacement);
  }
});

test("too many parts are refused", () => {
  const parts = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `attachment-${at}`, commitment: nonceOf(at) }));
  assert.ok(parsePayload(payloadText({ ...payload, parts: parts(partsMax) })).ok);
  assert.throws(() => payloadText({ ...payload, parts: parts(partsMax + 1) }));
});

test("an actor is a role or a post, never another word", () => {
  for (const actor of ["applicant", "operator", "head", "system", "controller", "post:Gaz bölüminiň başlygy"])
    assert.ok(isActor(actor), actor);
  for (const actor of [
    "",
    "post:",
    "post:a\nb",
    "post:\u202eb",
    "applicant ",
    "Applicant",
    `post:${"a".repeat(81)}`,
  ])
    assert.ok(!isActor(actor), actor);
});

test("an opening opens its leaf, wholly or in any piece", () => {
  const [open, sealed] = opening.parts;
  assert.ok(open !== undefined && sealed !== undefined);
  for (const parts of [[open, sealed], [open], [sealed], []]) {
    assert.deepEqual(verifyOpening(leaf, { ...opening, parts }), { ok: true, value: payload });
  }
});

test("a part is verified alone, without its neighbours", () => {
  const [open] = opening.parts;
  assert.ok(open !== undefined);
  assert.ok(verifyPart(payload, open).ok);
  assert.deepEqual(verifyPart(payload, { ...open, bytes: identityBytes }), {
    ok: false,
    problem: "part-does-not-open",
  });
  assert.deepEqual(verifyPart(payload, { ...open, nonce: nonceOf(2) }), {
    ok: false,
    problem: "part-does-not-open",
  });
  assert.deepEqual(verifyPart(payload, { ...open, name: "identity" }), {
    ok: false,
    problem: "part-does-not-open",
  });
  assert.deepEqual(verifyPart(payload, { ...open, name: "parties" }), { ok: false, problem: "part-unknown" });
});

test("every disagreement between leaf and opening has its name", () => {
  const problemOf = (changedLeaf: Leaf, changedOpening: Opening) => {
    const verified = verifyOpening(changedLeaf, changedOpening);
    return verified.ok ? null : verified.problem;
  };
  const [open] = opening.parts;
  assert.ok(open !== undefined);
  assert.equal(problemOf(leaf, { ...opening, nonce: nonceOf(8) }), "payload-does-not-open");
  assert.equal(problemOf(leaf, { ...opening, payload: `${opening.payload} ` }), "payload-does-not-open");
  assert.equal(problemOf({ ...leaf, commitment: nonceOf(0) }, opening), "payload-does-not-open");
  assert.equal(problemOf({ ...leaf, kind: 3 }, opening), "kind-differs");
  assert.equal(problemOf({ ...leaf, body: 18 }, opening), "body-differs");
  assert.equal(problemOf({ ...leaf, caseTag: zeroTag }, opening), "case-differs");
  assert.equal(problemOf(leaf, { ...opening, parts: [open, open] }), "part-opened-twice");
  assert.equal(
    problemOf(leaf, { ...opening, parts: [{ ...open, bytes: identityBytes }] }),
    "part-does-not-open",
  );
  const committedNonsense = { ...leaf, commitment: commit(opening.nonce, utf8Bytes("{}")) };
  assert.equal(problemOf(committedNonsense, { ...opening, payload: "{}" }), "payload-malformed");
});

test("an opening survives its JSON form, and other shapes are refused", () => {
  assert.deepEqual(readOpening(openingJson(opening)), opening);
  const json = { payload: opening.payload, nonce: toBase64(opening.nonce), parts: [] };
  assert.ok(readOpening(json) !== undefined);
  for (const wrong of [
    null,
    [],
    "",
    {},
    { ...json, more: 1 },
    { ...json, nonce: "AA==" },
    { ...json, parts: [{}] },
    { ...json, payload: 1 },
  ]) {
    assert.equal(readOpening(wrong), undefined);
  }
});
