/**
 * A ministry keeps its key itself, on a computer that no network reaches. In a village somebody writes to it on the page for
 * writing without a line; the office of another ministry took the file while it had no line, and registers it with its day.
 * Nobody there can read it, nor can the portal. The ministry opens it with a program of other people's. Whoever holds the
 * stub finds the case, and a relative abroad sees in the record that it was registered.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { aydyn } from "#audit/test-surroundings.ts";
import type { CarriedAppeal } from "#core/record/carried-file.ts";
import { carriedBytes } from "#core/record/carried-file.ts";
import { offlineStub, stubText } from "#core/record/stub.ts";
import { browserAt } from "#government/appeals/test-support/browser.ts";
import { checkFiles } from "#government/cases/index.ts";
import { intakeRecipient } from "#government/intake/index.ts";
import { intakeIdentity } from "#government/intake/keys/intake-key.ts";
import { buildOfflinePage } from "#government/intake/page/build.ts";
import { plainJpeg } from "#platform/file-metadata/test-support/pictures.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { countryOrigin, morning, otherMinistry } from "#tests/country/small-country.ts";
import { bringFiles, carriedFor } from "#tests/intake/carried-samples.ts";
import {
  formAt,
  type IntakeCountry,
  intakeSecret,
  marker,
  withIntake,
} from "#tests/intake/intake-country.ts";
import {
  nameBodyKey,
  nameCountryKey,
  offlinePageOf,
  withOfflinePage,
} from "#tests/intake/offline-browser.ts";
import { skipUnless } from "#tools/foreign-programs.ts";

const ministrysOwn = Uint8Array.from(intakeSecret, (byte) => byte ^ 0x3c);
const numberShape = /\d\d-\d{4}-\d{4}-\d/;

test("a file for a body that keeps its key itself is registered unread, with its day, and opened by that body alone", {
  skip: skipUnless("chromium", "age"),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-unread-"));
  try {
    await withIntake(
      async (country) => {
        await nameCountryKey(country, await intakeRecipient(intakeSecret));
        await nameBodyKey(country, otherMinistry, await intakeRecipient(ministrysOwn));
        country.country.clock.now = morning(2026, 11, 6);
        const { file, stub, code } = await writtenInTheVillage(country, folder);

        const registered = await bringFiles(country, "office", file);
        assert.match(registered.body, /registered now, unread/);
        assert.match(registered.body, /4 November 2026/, "its own day");
        const number = numberShape.exec(registered.body)?.[0] ?? "";
        const dump = await dumpOf(country.country.database.owner);
        for (const hidden of [marker.text, marker.name, marker.address]) {
          assert.ok(!dump.includes(hidden), "nobody who holds the database reads it");
          assert.ok(!country.logged.join("\n").includes(hidden));
        }
        const again = await bringFiles(country, "bringer", file);
        assert.match(again.body, /was registered before/);
        assert.equal(numberShape.exec(again.body)?.[0], number);

        await withdrawnByItsCode(country, { stub, code, number });
        await askedByStub(country, folder, stub, number);
        await openedByTheMinistry(country, folder, number);

        // The ministry leaves its key with the portal after all: the same file is known again.
        country.kept.push(ministrysOwn);
        assert.equal(numberShape.exec((await bringFiles(country, "office", file)).body)?.[0], number);
        assert.equal((await country.country.database.owner`select 1 from cases.case`).length, 1);
      },
      await buildOfflinePage(),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("who carries a file sees its mark, and cannot keep the true file out by another one under it", async () => {
  await withIntake(async (country) => {
    const recipient = await intakeRecipient(ministrysOwn);
    const [one, other] = await Promise.all([carriedFor(recipient, appeal), carriedFor(recipient, appeal)]);
    // Encrypted twice the bytes differ: nobody here can tell which of them holds what the stub is of.
    for (const file of [one, other]) {
      assert.match((await bringFiles(country, "bringer", file)).body, /registered now, unread/);
    }
    const stub = stubText(offlineStub(otherMinistry, carriedBytes(appeal)));
    assert.match((await country.visitor.fill("/en/intake/stub", { stub })).body, /The paper is registered/);
    // The true one is opened once the key is there, and is registered beside them.
    country.kept.push(ministrysOwn);
    const third = await carriedFor(recipient, appeal);
    assert.match((await bringFiles(country, "bringer", third)).body, /registered now</);
    assert.match((await bringFiles(country, "bringer", one)).body, /was registered before/);
    country.kept.pop();
    const fourth = await carriedFor(recipient, appeal);
    assert.match((await bringFiles(country, "bringer", fourth)).body, /its codes stand on the stub alone/);
    assert.equal((await country.country.database.owner`select 1 from cases.case`).length, 3);
  });
});

test("a closed file that is cut, foreign or without a word outside is refused with a clear one", async () => {
  await withIntake(async (country) => {
    const recipient = await intakeRecipient(ministrysOwn);
    const whole = await carriedFor(recipient, appeal);
    const page = await bringFiles(
      country,
      "office",
      whole.slice(0, -1),
      await carriedFor(recipient, { ...appeal, origin: "elsewhere.example/executive" }),
      await carriedFor(recipient, { ...appeal, body: 99 }),
      await carriedFor(recipient, { ...appeal, day: "" }),
    );
    assert.match(page.body, /1\.age: It was encrypted for another country or with an old page/);
    assert.match(page.body, /2\.age: It was written for the register of another country/);
    assert.match(page.body, /3\.age: The body to which it is addressed takes no appeals/);
    assert.match(page.body, /4\.age: The day or hour in it is missing/);
    assert.equal((await country.country.database.owner`select 1 from cases.case`).length, 0);
  });
});

const appeal: CarriedAppeal = {
  ...{ origin: countryOrigin, body: otherMinistry, kind: "filed-complaint", language: "tk" },
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

async function writtenInTheVillage(country: IntakeCountry, folder: string) {
  const { html } = await offlinePageOf(country);
  let [stub, code] = ["", ""];
  const file = join(folder, "carried.age");
  await withOfflinePage(html, async (page) => {
    await page.selectOption("#kind", "filed-complaint");
    await page.selectOption("#body", String(otherMinistry));
    await page.selectOption("#identity", "shown");
    await page.fill("#subject", "Gaz");
    await page.fill("#text", marker.text);
    await page.fill("#name", marker.name);
    await page.fill("#address", marker.address);
    await page.setInputFiles("#files", { name: "turba.jpg", mimeType: "image/jpeg", buffer: plainJpeg });
    await page.click("summary");
    await page.fill("#day", "4.11.2026");
    await page.fill("#hour", "9:30");
    await page.click("button[type=submit]");
    await page.waitForSelector("#done:not([hidden])");
    stub = (await page.textContent("#stub-text")) ?? "";
    code = (await page.textContent("#withdrawal-code")) ?? "";
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
    await download.saveAs(file);
  });
  return { file: Uint8Array.from(readFileSync(file)), stub, code };
}

/** The code that the page drew withdraws, no other does, and what was withdrawn is taken back. */
async function withdrawnByItsCode(
  country: IntakeCountry,
  { stub, code, number }: { readonly stub: string; readonly code: string; readonly number: string },
) {
  const shown = await country.visitor.fill("/en/intake/stub", { stub });
  const secret = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}(?=<)/.exec(shown.body)?.[0] ?? "";
  assert.ok(!shown.body.includes(code), "the stub does not give the code");
  assert.ok(!(await dumpOf(country.country.database.owner)).includes(code));
  const writer = browserAt(country.server);
  await writer.post("/en/case", { number, code: secret });
  const url = `/en/case/${number}/withdraw`;
  assert.equal((await writer.send(await writer.open(url), url, { code: "0000-0000-0000" })).status, 422);
  const withdrawn = await writer.send(await writer.open(url), url, { code: code.toLowerCase() });
  assert.match(withdrawn.body, /Withdrawn by the applicant/);
  const back = `/en/case/${number}/revoke`;
  assert.match((await writer.send(await writer.open(back), back, {})).body, /The withdrawal was taken back/);
}

/** The holder of the stub asks on the site, and a relative asks a copy of the record. */
async function askedByStub(country: IntakeCountry, folder: string, stub: string, number: string) {
  const shown = await country.visitor.fill("/en/intake/stub", { stub });
  assert.match(shown.body, /The paper is registered/);
  assert.equal(numberShape.exec(shown.body)?.[0], number);
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}(?=<)/.exec(shown.body)?.[0] ?? "";
  assert.equal((await country.visitor.fill("/en/case", { number, code })).status, 303);
  // What nobody can read is treated as sealed: it enters the log in the night after.
  country.country.clock.now = morning(2026, 11, 8);
  await country.sequence();
  const mirror = join(folder, "stick");
  cpSync(country.publishedFolder, mirror, { recursive: true });
  writeFileSync(join(folder, "policy.txt"), country.policyText);
  const asked = ["verify", "stub", stub, "--handed-in", "2026-11-04", "--against", mirror];
  const verified = await aydyn([...asked, "--policy", join(folder, "policy.txt")], {
    now: country.tools.now(),
  });
  assert.equal(verified.code, 0, verified.said);
  assert.match(verified.said, /^REGISTERED/);
  assert.match(verified.said, /the record counts from that day/);
}

/** At the ministry's desk the file is opened by an act, saved, carried to the computer with the key, and unpacked there. */
async function openedByTheMinistry(country: IntakeCountry, folder: string, number: string) {
  const head = await country.person("Ýol Başow", otherMinistry, "head");
  const path = `/en/desk/${number}`;
  assert.notEqual(
    (await country.operator.get(path)).status,
    200,
    "the office that brought it has no way to it",
  );
  const closed = await head.get(path);
  await head.post(`${path}/open`, formAt(closed.body, `${path}/open`));
  await checkFiles({ sql: country.country.database.worker, scanner: null, now: country.tools.now });
  const opened = await head.get(path);
  assert.match(opened.body, /A closed file for this body|Bu edara üçin ýapyk faýl/);
  const link = /\/en\/desk\/[^"]+\/attachment-1/.exec(opened.body)?.[0] ?? "";
  const reply = await country.server.fastify.inject({
    url: link,
    headers: { host: "localhost", cookie: await head.cookie() },
  });
  assert.equal(reply.statusCode, 200, link);
  writeFileSync(join(folder, "saved.age"), reply.rawPayload);
  writeFileSync(join(folder, "key.txt"), `${intakeIdentity(ministrysOwn)}\n`);
  const archive = execFileSync("age", ["-d", "-i", "key.txt", "saved.age"], { cwd: folder });
  execFileSync("tar", ["-x"], { cwd: folder, input: archive });
  const appealRead = JSON.parse(readFileSync(join(folder, "appeal.json"), "utf8"));
  assert.deepEqual(
    [appealRead.text, appealRead.name, appealRead.files],
    [marker.text, marker.name, ["turba.jpg"]],
  );
  assert.deepEqual(readFileSync(join(folder, "file-1")), plainJpeg);
}
