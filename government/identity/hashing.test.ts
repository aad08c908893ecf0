import assert from "node:assert/strict";
import { argon2Sync, randomBytes } from "node:crypto";
import { test } from "node:test";
import { fromHex } from "#core/bytes.ts";
import {
  demoHashCost,
  equalInConstantTime,
  hashCode,
  hashCostText,
  hashPassword,
  parseHashCost,
  personHashCost,
  verifyPassword,
} from "./hashing.ts";

const draw = (length: number) => randomBytes(length);

test("the runtime's Argon2id is that of RFC 9106, section 5.3", () => {
  const tag = argon2Sync("argon2id", {
    message: new Uint8Array(32).fill(1),
    nonce: new Uint8Array(16).fill(2),
    secret: new Uint8Array(8).fill(3),
    associatedData: new Uint8Array(12).fill(4),
    memory: 32,
    passes: 3,
    parallelism: 4,
    tagLength: 32,
  });
  const expected = fromHex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  assert.deepEqual(Uint8Array.from(tag), expected);
});

test("a password is verified by its hash alone, a wrong one is not", async () => {
  const hash = await hashPassword("zygyr-halyçy-7", demoHashCost, draw);
  assert.match(hash, /^\$argon2id\$v=19\$m=8,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.equal(await verifyPassword("zygyr-halyçy-7", hash), true);
  assert.equal(await verifyPassword("zygyr-halycy-7", hash), false);
  assert.equal(await verifyPassword("", hash), false);
});

test("a letter written as two characters is the same letter", async () => {
  const hash = await hashPassword("ňňňňňňňň".normalize("NFC"), demoHashCost, draw);
  assert.equal(await verifyPassword("ňňňňňňňň".normalize("NFD"), hash), true);
});

test("two hashes of one password differ", async () => {
  assert.notEqual(
    await hashPassword("badam-nar", demoHashCost, draw),
    await hashPassword("badam-nar", demoHashCost, draw),
  );
});

test("no account is given a password that is too short", async () => {
  await assert.rejects(hashPassword("seven-7", demoHashCost, draw), /eight characters/);
});

test("a hash that is not ours is a bug and not a wrong password", async () => {
  for (const hash of ["", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA", "$argon2id$v=19$m=0,t=1,p=1$AAAA$AAAA"]) {
    await assert.rejects(verifyPassword("a", hash), /assertion failed/, hash);
  }
});

test("people's hashes cost what OWASP asks for, and the cost is read back from the hash", () => {
  assert.equal(hashCostText(personHashCost), "m=19456,t=2,p=1");
  assert.deepEqual(parseHashCost(hashCostText(personHashCost)), personHashCost);
});

test("a code's hash depends on code, position and salt", async () => {
  const salt = new Uint8Array(16);
  const hash = await hashCode("7Q2MX4WD", 1, salt, demoHashCost);
  const others = await Promise.all([
    hashCode("7Q2MX4WE", 1, salt, demoHashCost),
    hashCode("7Q2MX4WD", 2, salt, demoHashCost),
    hashCode("7Q2MX4WD", 1, new Uint8Array(16).fill(1), demoHashCost),
  ]);
  for (const other of others) assert.ok(!equalInConstantTime(hash, other));
  assert.ok(equalInConstantTime(hash, await hashCode("7Q2MX4WD", 1, salt, demoHashCost)));
  assert.ok(!equalInConstantTime(hash, hash.subarray(1)));
});
