import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { utf8Bytes } from "#core/bytes.ts";
import { type CarriedAppeal, carriedBytes, parseCarried } from "#core/record/carried-file.ts";
import { offlineStub, stubText } from "#core/record/stub.ts";
import { checkFiles } from "#government/cases/index.ts";
import { cabinet, countryOrigin, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { bringFiles, carriedFor, plainJpeg } from "#tests/intake/carried-samples.ts";
import { type IntakeCountry, intakeSecret, marker, withIntake } from "#tests/intake/intake-country.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { intakeIdentity, intakeRecipient } from "../keys/intake-key.ts";

const appeal: CarriedAppeal = {
  ...{ origin: countryOrigin, body: ministry, kind: "filed-complaint", language: "tk" },
  ...{
    subject: "Gaz",
    text: marker.text,
    name: marker.name,
    address: marker.address,
    contact: "",
    about: "",
  },
  ...{ identityShown: true, day: "2.11.2026", hour: "9:30", nonce: "0123456789abcdef0123456789abcdef" },
};

async function encryptedFor(recipient: string, bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return await encrypter.encrypt(bytes);
}

const encrypted = async (bytes: Uint8Array) => encryptedFor(await intakeRecipient(intakeSecret), bytes);

const numberShape = /\d\d-\d{4}-\d{4}-\d/;
const countCases = async ({ country }: IntakeCountry) =>
  (await country.database.owner`select 1 from cases.case`).length;

test("an office opens a file it took without a line: registered with its day, once, whoever brings it again", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 4);
    const bytes = carriedBytes(appeal);
    const first = await bringFiles(country, "office", await encrypted(bytes));
    assert.equal(first.status, 200);
    assert.match(first.body, /2 November 2026/);
    assert.ok(!first.body.includes(marker.text) && !first.body.includes(marker.name), "nobody sees the text");
    // The same appeal, encrypted anew and brought another day: other bytes, the same receipt.
    country.country.clock.now = morning(2026, 11, 5);
    const again = await bringFiles(country, "bringer", await encrypted(bytes), await encrypted(bytes));
    assert.match(again.body, /was registered before/);
    assert.equal(numberShape.exec(again.body)?.[0], numberShape.exec(first.body)?.[0]);
    assert.equal(await countCases(country), 1);
    const stub = stubText(offlineStub(ministry, bytes));
    const asked = await country.visitor.fill("/en/intake/stub", { stub });
    assert.match(asked.body, /The paper is registered/);
    assert.equal(numberShape.exec(asked.body)?.[0], numberShape.exec(first.body)?.[0]);
  });
});

test("whom a carried complaint is about: plain names bind, as if they had been ticked", async () => {
  await withIntake(async (country) => {
    await country.person("Barlag Barlagow", cabinet, "head");
    const about = "Барлаг Барлагов, кабинет 12; ministry-of-roads";
    const page = await bringFiles(country, "bringer", await encrypted(carriedBytes({ ...appeal, about })));
    assert.match(page.body, /registered now/);
    const { owner } = country.country.database;
    const posts = await owner<{ body: number; post: string }[]>`select body, post from sealed.complained_of`;
    assert.deepEqual(
      posts.map((row) => ({ ...row })),
      [{ body: cabinet, post: "head" }],
    );
    const bodies = await owner<{ body: number }[]>`select body from sealed.body_complained_of`;
    assert.deepEqual(
      bodies.map(({ body }) => body),
      [otherMinistry],
    );
  });
});

test("what somebody brings counts from the day on which it is brought, whatever day they wrote", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 20);
    const brought = await bringFiles(
      country,
      "bringer",
      await encrypted(carriedBytes({ ...appeal, day: "1.10.2026" })),
    );
    assert.match(brought.body, /20 November 2026/);
  });
});

test("a damaged, a foreign and a senseless file each get a clear word, and undo nothing of the others", async () => {
  await withIntake(async (country) => {
    const good = await encrypted(carriedBytes(appeal));
    const cut = good.slice(0, good.length - 20);
    const altered = Uint8Array.from(good);
    altered[good.length - 1] = (altered[good.length - 1] ?? 0) ^ 1;
    const stranger = await identityToRecipient(await generateX25519Identity());
    const foreign = await encryptedFor(stranger, carriedBytes(appeal));
    const page = await bringFiles(country, "bringer", cut, Buffer.from("%PDF-1.4"), good, foreign, altered);
    assert.match(page.body, /1\.age: The file is cut off or altered/);
    assert.match(page.body, /2\.age: This is no file of the page/);
    assert.match(page.body, /4\.age: It was encrypted for another country/);
    assert.match(page.body, /5\.age: The file is cut off or altered/);
    assert.match(page.body, /registered now/);
    assert.equal(await countCases(country), 1);
    const more = await bringFiles(
      country,
      "office",
      await encrypted(carriedBytes({ ...appeal, origin: "elsewhere.example/executive" })),
      await encrypted(carriedBytes({ ...appeal, body: 99 })),
      await encrypted(carriedBytes({ ...appeal, text: "a".repeat(6_001) })),
      await encrypted(carriedBytes({ ...appeal, day: "" })),
      await encrypted(Buffer.from('{"v":1}')),
    );
    for (const words of [
      /another country/,
      /takes no appeals/,
      /empty or too long/,
      /is missing/,
      /holds no appeal/,
    ]) {
      assert.match(more.body, words);
    }
    assert.equal(await countCases(country), 1);
  });
});

test("files that come along are judged as on the web: looked at before a desk gets them, pictures cleaned, others left out", async () => {
  await withIntake(async (country) => {
    const place = Buffer.from("Exif\0\0GPS 37.9 58.3");
    const length = Buffer.of(0xff, 0xe1, 0, place.length + 2);
    const picture = Buffer.concat([plainJpeg.subarray(0, 2), length, place, plainJpeg.subarray(2)]);
    const files = [
      { fileName: "surat.jpg", bytes: Uint8Array.from(picture) },
      { fileName: "../hat.txt", bytes: utf8Bytes("Gaz ýok") },
      { fileName: "programma.pdf", bytes: utf8Bytes("MZ\u0000\u0001") },
    ];
    const recipient = await intakeRecipient(intakeSecret);
    const brought = await bringFiles(country, "bringer", await carriedFor(recipient, appeal, files));
    assert.match(brought.body, /these files in them were not taken/);
    assert.match(brought.body, /1\.age, programma\.pdf/);
    assert.match(brought.body, /registered now/);
    const { owner, worker } = country.country.database;
    const kept = await owner<{ name: string; bytes: Uint8Array; media_type: string }[]>`
      select name, bytes, media_type from record.part where name like 'attachment-%' order by name`;
    assert.deepEqual(
      kept.map(({ name, media_type }) => [name, media_type]),
      [
        ["attachment-1", "image/jpeg"],
        ["attachment-2", "text/plain"],
      ],
    );
    assert.ok(!Buffer.from(kept[0]?.bytes ?? []).includes("GPS"), "the picture tells no place");
    const [row] = await owner<{ text: string }[]>`
      select convert_from(bytes, 'UTF8') as text from record.part where name = 'parties'`;
    assert.deepEqual(JSON.parse(row?.text ?? "").files, ["surat.jpg", "hat.txt"]);
    assert.deepEqual(await checkFiles({ sql: worker, scanner: null, now: country.tools.now }), {
      ok: true,
      value: 2,
    });
  });
});

test("no file, no choice and no office: nothing is opened", async () => {
  await withIntake(async (country) => {
    assert.equal((await bringFiles(country, "office")).status, 422);
    assert.equal((await bringFiles(country, "", await encrypted(carriedBytes(appeal)))).status, 422);
    assert.equal((await country.helper.get("/en/intake/carried")).status, 403);
    assert.match((await country.visitor.get("/en/intake/carried")).location, /sign-in/);
  });
});

test("another program opens the file with the key of intake, and reads what was written", {
  skip: skipUnless("age"),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-age-"));
  try {
    writeFileSync(join(folder, "key"), `${intakeIdentity(intakeSecret)}\n`);
    writeFileSync(join(folder, "file.age"), await encrypted(carriedBytes(appeal)));
    const recipient = execFileSync("age-keygen", ["-y", join(folder, "key")], { encoding: "utf8" }).trim();
    assert.equal(recipient, await intakeRecipient(intakeSecret));
    const read = execFileSync("age", ["-d", "-i", join(folder, "key"), join(folder, "file.age")]);
    assert.deepEqual(parseCarried(Uint8Array.from(read)), { ok: true, value: { appeal, files: [] } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
