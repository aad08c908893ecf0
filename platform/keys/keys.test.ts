import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Bytes } from "#core/bytes.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { openKeyFolder } from "./key-folder.ts";
import { openPersonKeys, parsePersonKeyId } from "./person-keys.ts";
import { openSigningKeys } from "./signing-keys.ts";
import { uuidFrom } from "./uuid.ts";

const options = {
  randomBytes: (length: number) => Uint8Array.from(randomBytes(length)),
  durability: "fsync",
} as const;

function inFolder(run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-keys-"));
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("keys are drawn once and stay: per log, per body, per purpose", () => {
  inFolder((folder) => {
    const keys = openSigningKeys(folder, options);
    assert.equal(keys.hasLogKey("executive"), false);
    const executive = keys.logSigner("executive");
    assert.equal(keys.hasLogKey("executive"), true);
    const again = openSigningKeys(folder, options);
    assert.deepEqual(again.logSigner("executive").publicKey, executive.publicKey);
    assert.notDeepEqual(again.logSigner("judiciary").publicKey, executive.publicKey);
    const body = keys.drawBodyKey("ledger.example/executive", 7);
    assert.equal(body.verifierKey.name, "ledger.example/executive/body/7");
    const signature = again.bodyKey("ledger.example/executive", 7)?.signer.sign(utf8Bytes("text"));
    assert.ok(
      signature && nativeEngine.verifyEd25519(body.verifierKey.publicKey, utf8Bytes("text"), signature),
    );
    const [secrets, same] = [openKeyFolder(folder, options), openKeyFolder(folder, options)];
    assert.deepEqual(same.secret("sessions"), secrets.secret("sessions"));
    assert.notDeepEqual(same.secret("sessions"), secrets.secret("case-codes"));
  });
});

test("of a purpose with several secrets all are kept, none is drawn by asking and none written over", () => {
  inFolder((folder) => {
    const keys = openKeyFolder(folder, options);
    assert.deepEqual(keys.kept("intake"), []);
    const first = keys.secret("intake");
    keys.secret("intakes");
    const second = options.randomBytes(32);
    assert.ok(keys.keep("intake-second", second));
    assert.ok(!keys.keep("intake-second", first), "what is there stays");
    assert.deepEqual(keys.kept("intake"), [second, first]);
    assert.throws(() => keys.keep("../intake", second), /not a name/);
  });
});

test("asking for the key of a body that has none draws none", () => {
  inFolder((folder) => {
    assert.equal(openSigningKeys(folder, options).bodyKey("ledger.example/executive", 7), null);
    assert.deepEqual(readdirSync(folder), []);
  });
});

test("every file and folder of keys is its owner's alone", () => {
  inFolder((folder) => {
    const keys = openKeyFolder(join(folder, "keys"), options);
    keys.secret("sessions");
    const signing = openSigningKeys(join(folder, "keys"), options);
    signing.logSigner("executive");
    signing.drawBodyKey("ledger.example/executive", 7);
    openPersonKeys(keys.folder, options).draw();
    const walk = (path: string): void => {
      assert.equal(statSync(path).mode & 0o077, 0, path);
      if (statSync(path).isDirectory()) for (const name of readdirSync(path)) walk(join(path, name));
    };
    walk(keys.folder);
  });
});

test("a damaged key is an error, never silently a new one; a name cannot leave the folder", () => {
  inFolder((folder) => {
    const keys = openKeyFolder(folder, options);
    keys.secret("sessions");
    writeFileSync(join(folder, "secrets/sessions.secret"), "short\n");
    assert.throws(() => keys.secret("sessions"), /64 hexadecimal digits/);
    for (const name of ["../x", "", "A", "a/b", "a".repeat(65)]) assert.throws(() => keys.secret(name), name);
  });
});

test("a person's key is read until it is destroyed, and then never again", () => {
  inFolder((folder) => {
    const keys = openPersonKeys(folder, options);
    const [first, second] = [keys.draw(), keys.draw()];
    assert.deepEqual(openPersonKeys(folder, options).read(first.id), first);
    assert.notDeepEqual(first.key, second.key);
    assert.deepEqual([...keys.list()].sort(), [first.id, second.id].sort());
    keys.destroy(first.id);
    keys.destroy(first.id);
    assert.equal(keys.read(first.id), null);
    assert.deepEqual(keys.list(), [second.id]);
    assert.equal(parsePersonKeyId("../../etc/passwd"), null);
  });
});

test("a UUID carries version 4 and variant 2, and the other 122 bits as drawn", () => {
  assert.equal(uuidFrom(new Uint8Array(16)), "00000000-0000-4000-8000-000000000000");
  assert.equal(uuidFrom(new Uint8Array(16).fill(255)), "ffffffff-ffff-4fff-bfff-ffffffffffff");
  assert.throws(() => uuidFrom(new Uint8Array(15)));
  assert.equal(new Set(Array.from({ length: 50 }, () => uuidFrom(randomBytes(16)))).size, 50);
});
