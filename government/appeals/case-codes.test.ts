import assert from "node:assert/strict";
import { test } from "node:test";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { utf8Bytes } from "#core/bytes.ts";
import { caseSecretFrom, statusCodeFrom } from "#government/cases/index.ts";
import { caseCodeKeys } from "./case-codes.ts";

const serverKey = new Uint8Array(32).fill(9);

test("another implementation of HMAC-SHA-256 makes the same keys", () => {
  const { statusCodeKey, secretKey } = caseCodeKeys(serverKey, "a form");
  assert.deepEqual(statusCodeKey, hmac(sha256, serverKey, utf8Bytes("aydyn status code\na form")));
  assert.deepEqual(secretKey, hmac(sha256, serverKey, utf8Bytes("aydyn case secret\na form")));
});

test("the same form gives the same codes, another form, server or purpose others", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const keys = caseCodeKeys(serverKey, one);
      assert.equal(caseSecretFrom(keys.secretKey), caseSecretFrom(caseCodeKeys(serverKey, one).secretKey));
      assert.notDeepEqual(keys.secretKey, keys.statusCodeKey);
      assert.notDeepEqual(caseCodeKeys(new Uint8Array(32), one).secretKey, keys.secretKey);
      if (one !== other) {
        assert.notDeepEqual(caseCodeKeys(serverKey, other).statusCodeKey, keys.statusCodeKey);
      }
      assert.ok(!caseSecretFrom(keys.secretKey).startsWith(statusCodeFrom(keys.statusCodeKey)));
    }),
  );
});
