import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  concatBytes,
  equalBytes,
  fromBase64,
  fromHex,
  toBase64,
  toHex,
  utf8Bytes,
  utf8Text,
} from "./bytes.ts";

describe("base64", () => {
  test("known answers (RFC 4648 section 10)", () => {
    const answers = {
      "": "",
      f: "Zg==",
      fo: "Zm8=",
      foo: "Zm9v",
      foob: "Zm9vYg==",
      fooba: "Zm9vYmE=",
      foobar: "Zm9vYmFy",
    };
    for (const [plain, encoded] of Object.entries(answers)) {
      assert.equal(toBase64(utf8Bytes(plain)), encoded);
      assert.deepEqual(fromBase64(encoded), utf8Bytes(plain));
    }
  });

  test("agrees with Node's own on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.equal(toBase64(bytes), Buffer.from(bytes).toString("base64"));
        assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
      }),
    );
  });

  test("has one spelling only: whatever is read is written back the same", () => {
    const letters = fc.constantFrom(..."ABZaz059+/=-_ \n");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
        const bytes = fromBase64(text);
        assert.ok(bytes === null || toBase64(bytes) === text);
      }),
      { numRuns: 2_000 },
    );
    for (const text of ["Zg", "Zg=", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm-_", "Z===", "====", "Zg==Zg=="]) {
      assert.equal(fromBase64(text), null, JSON.stringify(text));
    }
  });
});

describe("hexadecimal", () => {
  test("is read back as it was written, in lower case only", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(fromHex(toHex(bytes)), bytes)));
    assert.equal(toHex(Uint8Array.of(0, 10, 255)), "000aff");
    for (const text of ["0", "0A", "0x00", "zz", " 00", "00\n"]) assert.equal(fromHex(text), null, text);
  });
});

describe("UTF-8", () => {
  test("keeps a byte-order mark and refuses what is malformed", () => {
    assert.equal(utf8Text(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)), "\uFEFFa");
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x80], [0xf4, 0x90, 0x80, 0x80]]) {
      assert.equal(utf8Text(Uint8Array.from(bytes)), null, String(bytes));
    }
  });
});

describe("bytes", () => {
  test("joined and compared", () => {
    assert.deepEqual(concatBytes(), new Uint8Array(0));
    assert.deepEqual(
      concatBytes(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3)),
      Uint8Array.of(1, 2, 3),
    );
    assert.ok(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
    for (const other of [[], [1], [1, 3], [1, 2, 0]]) {
      assert.equal(equalBytes(Uint8Array.of(1, 2), Uint8Array.from(other)), false);
    }
  });
});
