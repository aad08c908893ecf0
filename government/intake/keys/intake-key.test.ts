import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Encrypter, generateX25519Identity } from "age-encryption";
import fc from "fast-check";
import { skipUnless } from "#tools/foreign-programs.ts";
import { intakeIdentity, intakeRecipient, secretInText } from "./intake-key.ts";
import { intakeRing } from "./intake-ring.ts";
import { keyPaper } from "./key-paper.ts";

const secret = Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 5) % 256);

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-intake-key-"));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a key is read back from its letters, and any mistyped letter is noticed", async () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      assert.deepEqual(secretInText(`# a note\n${intakeIdentity(bytes)}\n`), bytes);
    }),
  );
  const identity = intakeIdentity(secret);
  const letters = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
  fc.assert(
    fc.property(fc.nat({ max: 57 }), fc.constantFrom(...letters), (at, letter) => {
      const place = "AGE-SECRET-KEY-1".length + at;
      const mistyped = `${identity.slice(0, place)}${letter}${identity.slice(place + 1)}`;
      assert.equal(secretInText(mistyped) === null, mistyped !== identity);
    }),
  );
  for (const none of ["", identity.slice(0, -1), identity.toLowerCase(), "age1qqqq"]) {
    assert.equal(secretInText(none), null, none);
  }
  // A key that another program has drawn is a key as well.
  const drawn = await generateX25519Identity();
  const read = secretInText(drawn);
  assert.ok(read);
  assert.equal(intakeIdentity(read), drawn);
});

test("a ring opens with each of its keys, the older ones too, and sees one that is added", async () => {
  const [older, newer] = [secret, Uint8Array.from(secret, (byte) => byte ^ 1)];
  const kept = [older];
  const ring = intakeRing(() => kept);
  const encrypt = async (to: Uint8Array) => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await intakeRecipient(to));
    return await encrypter.encrypt("gaz");
  };
  assert.ok((await ring.open(await encrypt(older))).ok);
  assert.deepEqual(await ring.open(await encrypt(newer)), { ok: false, problem: "for-somebody-else" });
  kept.push(newer);
  for (const to of [older, newer]) assert.ok((await ring.open(await encrypt(to))).ok);
  assert.deepEqual(
    await ring.recipients(),
    new Set([await intakeRecipient(older), await intakeRecipient(newer)]),
  );
  assert.deepEqual(await ring.secretOf(await intakeRecipient(newer)), newer);
  assert.equal(await ring.secretOf(`age1${"q".repeat(58)}`), null);
});

test("the printed backup is read by other programs, as letters and as a QR code, into the same key", {
  skip: skipUnless("pdftotext", "pdftoppm", "zbarimg", "age"),
}, async () => {
  await inFolder(async (folder) => {
    const holder = { tk: "Gaz edarasy", ru: "Газ", en: "Gas" };
    const paper = { secret, holder, origin: "ledger.example/executive", printedAt: 0 };
    const bytes = await keyPaper(paper);
    assert.deepEqual(await keyPaper(paper), bytes, "printed twice it is one file");
    const file = join(folder, "key.pdf");
    writeFileSync(file, bytes);
    const letters = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    assert.match(letters, /Gaz edarasy[\s\S]*Газ[\s\S]*Gas/);
    assert.deepEqual(secretInText(letters.replace(/\s/g, "")), secret);
    execFileSync("pdftoppm", ["-r", "150", "-png", "-singlefile", file, join(folder, "key")]);
    const scanned = execFileSync("zbarimg", ["--quiet", "--raw", join(folder, "key.png")], {
      encoding: "utf8",
    });
    writeFileSync(join(folder, "key.txt"), scanned);
    const recipient = execFileSync("age-keygen", ["-y", join(folder, "key.txt")], {
      encoding: "utf8",
    }).trim();
    assert.equal(recipient, await intakeRecipient(secret));
    assert.ok(!readFileSync(file).includes(Buffer.from(secret)), "the bytes stand in letters alone");
  });
});
