import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { viewCase } from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { pathsBelow } from "#platform/files/durable-file.ts";
import { dumpOf, restoreDump } from "#platform/record/test-support/dump.ts";
import { morning } from "#tests/country/small-country.ts";
import { grantErasure } from "../decide-erasure.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { browserOfApplicant } from "../test-support/browser.ts";
import { asHead, assign, eraseByOrder, fileOne, refuse } from "../test-support/cases.ts";
import { asOutsider } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const account = "00000000-0000-4000-8000-0000000000c1" as AccountId;
const markers = {
  text: "Lälegülzar",
  reply: "Jogapgülzar",
  file: "Faýlgülzar",
  fileName: "surat-gülzar.txt",
};

/** An appeal with a file, answered. Its text and its name are the same marker. */
async function answered(portal: TestPortal): Promise<FiledAppeal> {
  const attachments = [
    { fileName: markers.fileName, mediaType: "text/plain", bytes: Buffer.from(markers.file) },
  ];
  const filed = await fileOne(portal, { text: markers.text, account, attachments });
  await assign(portal, filed);
  await portal.sequence();
  portal.country.clock.now = morning(2026, 11, 9);
  await refuse(portal, filed, markers.reply);
  await portal.sequence();
  return filed;
}

async function askFor(portal: TestPortal, filed: FiledAppeal, ...scope: readonly string[]): Promise<void> {
  const browser = await browserOfApplicant(portal.server, filed);
  const url = `/en/case/${filed.row.number}/erase`;
  const page = await browser.open(url);
  assert.match(page.body, /cannot be called back/);
  assert.match(page.body, /stay in the public record/);
  const asked = await browser.postEach(
    page,
    url,
    scope.map((each) => ["scope", each]),
  );
  assert.match(asked.body, /A request to erase/);
}

/** Every row of the database and every file of ours, the outsider's copy too. */
async function assertNowhere(portal: TestPortal, words: readonly string[]): Promise<void> {
  const dump = await dumpOf(portal.country.database.owner);
  const files = pathsBelow(portal.folder).map((path) => readFileSync(join(portal.folder, path), "latin1"));
  for (const word of words) {
    const bytes = Buffer.from(word);
    for (const form of [
      word,
      bytes.toString("hex"),
      bytes.toString("base64").replace(/=+$/, "").slice(0, -1),
    ]) {
      assert.ok(!dump.includes(form), `${word} is in the database`);
      for (const file of files) assert.ok(!file.includes(form), `${word} is in a file`);
    }
    assert.ok(!portal.logged.join("\n").includes(word), `${word} is in a log`);
  }
}

test("texts, files and name go from database, files, pages and copies; acts, days and the whole log stand", async () => {
  await withPortal(async (portal) => {
    const filed = await answered(portal);
    const { owner } = portal.country.database;
    const backup = await dumpOf(owner);
    assert.ok(backup.includes(Buffer.from(markers.text).toString("hex")), "the search would find a marker");
    await askFor(portal, filed, "texts", "attachments", "identity");
    portal.country.clock.now = morning(2026, 11, 13);
    const granted = await asHead(portal, filed, "appeal.erase", grantErasure);
    assert.ok(granted.ok, JSON.stringify(granted));
    await portal.sequence();
    assert.ok((await portal.finishErasures()) > 0);
    await portal.sequence();
    const words = Object.values(markers);
    await assertNowhere(portal, words);

    const browser = await browserOfApplicant(portal.server, filed);
    const page = await browser.open(`/en/case/${filed.row.number}`);
    for (const shown of ["Complaint filed", "Refused", "Text erased", "text that stood here was erased"]) {
      assert.match(page.body, new RegExp(shown));
    }
    assert.match(page.body, /The files that stood here were erased/);
    assert.match(page.body, /The name of the applicant was erased/);
    for (const word of words) assert.ok(!page.body.includes(word));
    assert.equal((await browser.open(`/en/case/${filed.row.number}/file/1/attachment-1`)).status, 404);
    const opening = await browser.post(`/en/case/${filed.row.number}/act/1/opening`, {});
    for (const word of words)
      assert.ok(!opening.body.includes(Buffer.from(word).toString("base64").slice(0, 10)));
    const follower = await owner`select 1 from sealed.applicant where case_tag = ${filed.row.tag}`;
    assert.equal(follower.length, 0, "a name does not stay behind an account");

    await asOutsider(portal, async ({ aydyn, mirror, policy, write }) => {
      const verified = await aydyn("verify", "log", mirror, "--policy", policy);
      assert.equal(verified.code, 0, verified.said);
      // Even with what is left to open, the receipt of the filing holds against the copy.
      const receipt = write("receipt.json", opening.body);
      const held = await aydyn("verify", "receipt", receipt, "--against", mirror, "--policy", policy);
      assert.equal(held.code, 0, held.said);
    });

    await restoreDump(owner, backup);
    const sealed =
      await owner`select 1 from sealed.part where subject = ${filed.row.tag} and ciphertext is not null`;
    assert.ok(sealed.length > 0 && portal.country.personKeys.list().length === 0, "no key opens the backup");
  });
});

test("a court's order takes one thing and leaves the rest; what it was stays to be read", async () => {
  await withPortal(async (portal) => {
    const filed = await answered(portal);
    const order = { ground: "court-order", scope: ["attachments"], reference: "Kazyýet 12/26" } as const;
    await eraseByOrder(portal, filed, order);
    await portal.sequence();
    await portal.finishErasures();
    await assertNowhere(portal, [markers.file]);
    const { portal: sql, parametersReader } = portal.tools;
    const parameters = await parametersReader.read(sql);
    const view = await viewCase(sql, { kind: "applicant" }, filed.row, parameters, portal.tools.now());
    assert.deepEqual(view.acts.at(-1)?.details, { ground: "court-order", scope: ["attachments"] });
    const browser = await browserOfApplicant(portal.server, filed);
    const page = await browser.open(`/en/case/${filed.row.number}`);
    for (const shown of [markers.text, markers.reply, "A court ordered it", "Kazyýet 12/26"]) {
      assert.ok(page.body.includes(shown), shown);
    }
  });
});
