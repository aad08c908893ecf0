import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { toBase64, utf8Bytes, utf8Text } from "../bytes.ts";
import { archiveBytes } from "./archive.ts";
import { canonicalJson } from "./canonical-json.ts";
import { envelopeBytes, parseEnvelope } from "./carried-envelope.ts";
import {
  type CarriedAppeal,
  carriedBytes,
  carriedBytesMax,
  carriedFileBytesMax,
  carriedFilesMax,
  parseCarried,
} from "./carried-file.ts";
import {
  drawWithdrawal,
  opensWithdrawal,
  withdrawalBytes,
  withdrawalChanceBytes,
} from "./carried-withdrawal.ts";
import { offlineStub, registeredMark } from "./stub.ts";

const appeal: CarriedAppeal = {
  ...{ origin: "ledger.example/executive", body: 17, kind: "filed-complaint", language: "tk" },
  ...{ subject: "Gaz", text: "Gaz ýok", name: "Nusga", address: "Çynar", contact: "", about: "" },
  ...{ identityShown: true, day: "2.11.2026", hour: "9:30", nonce: "0123456789abcdef0123456789abcdef" },
};
const photo = { fileName: "surat.jpg", bytes: Uint8Array.of(0xff, 0xd8, 0xff) };

test("what was written is read back, with files and without, and each other way of writing it is refused", () => {
  assert.deepEqual(parseCarried(carriedBytes(appeal)), { ok: true, value: { appeal, files: [] } });
  fc.assert(
    fc.property(
      fc.array(
        fc.record(
          { fileName: fc.string({ maxLength: 80, unit: "grapheme" }), bytes: fc.uint8Array() },
          { noNullPrototype: true },
        ),
        { minLength: 1, maxLength: carriedFilesMax },
      ),
      (files) => {
        assert.deepEqual(parseCarried(carriedBytes(appeal, files)), { ok: true, value: { appeal, files } });
      },
    ),
  );
  const malformed = { ok: false, problem: "malformed" };
  const { about: _, ...older } = appeal;
  const json = { v: 2, type: "aydyn-carried", ...older, files: ["surat.jpg"] };
  const archiveOf = (more: object, ...names: readonly string[]) =>
    archiveBytes([
      { name: "appeal.json", bytes: utf8Bytes(canonicalJson({ ...json, ...more })) },
      ...names.map((name) => ({ name, bytes: photo.bytes })),
    ]);
  assert.ok(parseCarried(archiveOf({}, "file-1")).ok);
  for (const wrong of [
    archiveOf({}),
    archiveOf({}, "file-2"),
    archiveOf({}, "file-1", "file-2"),
    archiveOf({ files: [] }),
    archiveOf({ v: 1 }, "file-1"),
    archiveOf({ more: 1 }, "file-1"),
    archiveBytes([{ name: "file-1", bytes: photo.bytes }]),
    utf8Bytes(canonicalJson({ ...json, v: 2 })),
    utf8Bytes(` ${utf8Text(carriedBytes(appeal))}`),
    new Uint8Array(0),
  ]) {
    assert.deepEqual(parseCarried(wrong), malformed);
  }
});

test("whom it is about stands in version 3 alone: older files are read as ever, and written byte for byte as before", () => {
  const named = { ...appeal, about: "Sazak Demirçi" };
  assert.deepEqual(parseCarried(carriedBytes(named)), { ok: true, value: { appeal: named, files: [] } });
  assert.deepEqual(parseCarried(carriedBytes(named, [photo])), {
    ok: true,
    value: { appeal: named, files: [photo] },
  });
  const { about: _, ...older } = appeal;
  const before = utf8Bytes(canonicalJson({ v: 1, type: "aydyn-carried", ...older }));
  assert.deepEqual(carriedBytes(appeal), before);
  assert.deepEqual(parseCarried(before), { ok: true, value: { appeal, files: [] } });
  for (const wrong of [
    { v: 1, type: "aydyn-carried", ...named },
    { v: 3, type: "aydyn-carried", ...named },
    { v: 3, type: "aydyn-carried", ...appeal, files: [] },
    { v: 3, type: "aydyn-carried", ...named, files: ["surat.jpg"] },
  ]) {
    assert.equal(parseCarried(utf8Bytes(canonicalJson(wrong))).ok, false);
  }
});

test("three of the largest files fit, one byte or one file more does not", () => {
  const large = { fileName: "a.pdf", bytes: new Uint8Array(carriedFileBytesMax) };
  const three = carriedBytes(appeal, [large, large, large]);
  assert.ok(three.length <= carriedBytesMax);
  assert.throws(() => carriedBytes(appeal, [large, large, large, photo]), /refuses/);
  const larger = { fileName: "a.pdf", bytes: new Uint8Array(carriedFileBytesMax + 1) };
  assert.throws(() => carriedBytes(appeal, [larger]), /refuses/);
});

test("the stub binds the files too", () => {
  const stubOf = (...files: readonly (typeof photo)[]) => offlineStub(17, carriedBytes(appeal, files)).code;
  assert.notDeepEqual(stubOf(photo), stubOf());
  assert.notDeepEqual(stubOf({ ...photo, bytes: Uint8Array.of(0xff, 0xd8, 0xfe) }), stubOf(photo));
  assert.notDeepEqual(stubOf({ ...photo, fileName: "surat2.jpg" }), stubOf(photo));
});

test("a withdrawal code opens what the file carries, inside and outside, and stands in neither", () => {
  const chance = Uint8Array.from({ length: withdrawalChanceBytes }, (_, at) => at * 9 + 3);
  const { code, commitment } = drawWithdrawal(chance);
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  const withCode = { ...appeal, withdrawal: commitment };
  const written = carriedBytes(withCode, [photo]);
  const outside = parseEnvelope(envelopeBytes(withCode, written));
  assert.equal(outside?.withdrawal, commitment);
  assert.deepEqual(parseCarried(written), { ok: true, value: { appeal: withCode, files: [photo] } });
  for (const bytes of [written, envelopeBytes(withCode, written)]) {
    const text = Buffer.from(bytes).toString("latin1");
    assert.ok(!text.includes(code) && !text.includes(code.replaceAll("-", "")));
  }
  const kept = withdrawalBytes(commitment);
  assert.ok(opensWithdrawal(kept, code));
  assert.ok(
    !opensWithdrawal(
      kept,
      code.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
    ),
  );
  assert.ok(!opensWithdrawal(kept.subarray(1), code) && !opensWithdrawal(new Uint8Array(0), code));
  // As anybody computes it: SHA-256 over the salt and the letters.
  const digest = createHash("sha256").update(kept.subarray(0, 16)).update(code).digest();
  assert.ok(digest.equals(kept.subarray(16)));
  assert.equal(parseCarried(carriedBytes(appeal)).ok, true, "older pages drew none");
});

test("an envelope says where to and when, with the mark of the stub, and no word of what was written", () => {
  const written = carriedBytes(appeal, [photo]);
  const bytes = envelopeBytes(appeal, written);
  const stub = offlineStub(17, written);
  const mark = registeredMark(appeal.origin, stub);
  const { origin, body, kind, language, day, hour } = appeal;
  const length = written.length;
  assert.deepEqual(parseEnvelope(bytes), { origin, body, kind, language, day, hour, mark, length });
  const text = utf8Text(bytes) ?? "";
  for (const hidden of ["Gaz", "Nusga", "Çynar", "surat", appeal.nonce, toBase64(stub.code)]) {
    assert.ok(!text.includes(hidden), hidden);
  }
  const plain = JSON.parse(text);
  for (const wrong of [
    "{}",
    `${text} `,
    canonicalJson({ ...plain, v: 2 }),
    canonicalJson({ ...plain, subject: "Gaz" }),
    canonicalJson({ ...plain, kind: "filed-elsewhere" }),
    canonicalJson({ ...plain, mark: plain.mark.slice(4) }),
    canonicalJson({ ...plain, length: carriedBytesMax + 1 }),
  ]) {
    assert.equal(parseEnvelope(utf8Bytes(wrong)), null, wrong);
  }
});
