import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { toHex, utf8Bytes } from "../bytes.ts";
import { issuedMark, offlineStub, parseStub, registeredMark, type Stub, stubText } from "./stub.ts";
import { parseStubPart, type StubAct, stubPartBytes } from "./stub-acts.ts";

const stubs: fc.Arbitrary<Stub> = fc.record(
  {
    body: fc.integer({ min: 1, max: 0xffff_ffff }),
    pad: fc.integer({ min: 0, max: 99_999 }),
    number: fc.integer({ min: 1, max: 99_999_999 }),
    code: fc.uint8Array({ minLength: 10, maxLength: 10 }),
  },
  { noNullPrototype: true },
);

test("a stub is read back as it is written, in any case, with spaces, with look-alikes", () => {
  fc.assert(
    fc.property(stubs, (stub) => {
      const text = stubText(stub);
      assert.deepEqual(parseStub(text), { ok: true, value: stub });
      assert.deepEqual(parseStub(text.toLowerCase().replaceAll("-", " - ")), { ok: true, value: stub });
    }),
  );
  assert.deepEqual(parseStub("311-2-0017-K7QM-2H4T-9XBC-D3EF"), parseStub("311-2-17-k7qm2h4t9xbcd3ef"));
  assert.deepEqual(parseStub("1-1-1-OOOO-IIII-LLLL-0000"), parseStub("1-1-1-0000-1111-1111-0000"));
});

test("nothing else is a stub", () => {
  for (const text of [
    "",
    "311-2-0017",
    "311-2-0000-K7QM-2H4T-9XBC-D3EF",
    "0-2-0017-K7QM-2H4T-9XBC-D3EF",
    "4294967296-2-0017-K7QM-2H4T-9XBC-D3EF",
    "311-2-0017-K7QM-2H4T-9XBC-D3E",
    "311-2-0017-K7QM-2H4T-9XBC-D3EFF",
    "311-2-0017-K7QU-2H4T-9XBC-D3EF",
    "311-100000-0017-K7QM-2H4T-9XBC-D3EF",
  ]) {
    assert.equal(parseStub(text).ok, false, text);
  }
});

test("marks are HMACs under the check code, as anybody else would make them", () => {
  const stub: Stub = { body: 311, pad: 2, number: 17, code: Uint8Array.from({ length: 10 }, (_, at) => at) };
  const other = (what: string) =>
    createHmac("sha256", stub.code)
      .update(`aydyn stub ${what} v1\nledger.example/a\n311-2-0017\n`)
      .digest("hex");
  assert.equal(toHex(issuedMark("ledger.example/a", stub)), other("issued"));
  assert.equal(toHex(registeredMark("ledger.example/a", stub)), other("registered"));
});

test("the two marks of a stub have nothing in common, nor do those of two logs", () => {
  fc.assert(
    fc.property(stubs, (stub) => {
      const marks = ["one", "other"].flatMap((origin) => [
        issuedMark(origin, stub),
        registeredMark(origin, stub),
      ]);
      assert.equal(new Set(marks.map(toHex)).size, marks.length);
    }),
  );
});

test("the stub of the offline page is the beginning of the digest of what was written", () => {
  const written = utf8Bytes("gaz ýok");
  const digest = createHash("sha256").update(written).digest();
  const stub = offlineStub(31, written);
  assert.equal(toHex(stub.code), digest.subarray(0, 10).toString("hex"));
  assert.deepEqual([stub.body, stub.pad], [31, 0]);
  assert.deepEqual(parseStub(stubText(stub)), { ok: true, value: stub });
});

test("acts about stubs are read back, and what could mean something else is refused", () => {
  const mark = new Uint8Array(32).fill(1);
  const acts: readonly StubAct[] = [
    { kind: "pad-issued", part: { body: 311, pad: 1, marks: [mark, mark] } },
    { kind: "stub-registered", part: { mark, filing: mark } },
    { kind: "stubs-voided", part: { body: 311, pad: 1, from: 2, to: 3, reason: "lost" } },
  ];
  for (const act of acts) {
    assert.deepEqual(parseStubPart(act.kind, stubPartBytes(act)), { ok: true, value: act });
    for (const other of acts) {
      if (other !== act) assert.equal(parseStubPart(other.kind, stubPartBytes(act)).ok, false);
    }
  }
  assert.throws(() => stubPartBytes({ kind: "pad-issued", part: { body: 1, pad: 0, marks: [mark] } }));
  assert.throws(() => stubPartBytes({ kind: "pad-issued", part: { body: 1, pad: 1, marks: [] } }));
  assert.throws(() =>
    stubPartBytes({ kind: "stubs-voided", part: { body: 1, pad: 1, from: 3, to: 2, reason: "lost" } }),
  );
});
