/**
 * Läle works where everybody knows everybody. From a café she complains of the gas official with her name sealed, reads
 * the page that nobody can skip, and leaves the computer. The record shows nothing of her before the night. The desk works
 * on a case without a name, and may not ask for one. In another café she opens it by number and secret, reads the answer,
 * disputes it, and an outsider finds every act in the copied record and her name nowhere.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { type LivingCountry, withLivingCountry } from "#tests/one-truth/living-country.ts";
import { signIn } from "#tests/pages/people-at-work.ts";
import { Person } from "#tests/pages/person.ts";
import { sendAppeal } from "#tests/pages/written-appeal.ts";
import { aydyn } from "./auditor-command.ts";

const dayMs = 24 * 3_600_000;
const name = "Läle Gülzar";
const address = "Çeşme obasy, 7-nji jaý";
const district = "alagoz-etrap";
/** The story takes so long, and ends today. */
const storyDays = 14;

test("Läle writes with her name sealed, is answered, and her name is nowhere", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-lale-"));
  try {
    await withLivingCountry(
      async (country) => {
        const before = await sizeOf(country);
        const { number, secret } = await fileInCafe(country);
        await country.sequence();
        assert.equal(await sizeOf(country), before, "nothing of her enters on the day of her visit");
        country.clock.now += dayMs;
        await country.sequence();
        assert.ok((await sizeOf(country)) > before, "it entered in the night");
        await deskAnswers(country, number);
        const receipts = await readInAnotherCafe(country, { number, secret, folder });
        await outsiderLooks(country, folder, receipts);
      },
      Date.now() - storyDays * dayMs,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function sizeOf(country: LivingCountry): Promise<number> {
  const checkpoint = readFileSync(join(country.places.publishedFolder, "checkpoint"), "utf8");
  return Number(checkpoint.split("\n")[1]);
}

async function fileInCafe(country: LivingCountry) {
  const lale = new Person(country.origin);
  await lale.fill("/tk/appeal", {});
  await lale.fill("/tk/appeal/kind", { kind: "filed-complaint" });
  await lale.fill("/tk/appeal/body/all", { body: district }, "/tk/appeal/body");
  await lale.fill("/tk/appeal/about", { official: `${district}/gas-supply` });
  await lale.fill("/tk/appeal/text", { subject: "Gaz hünärmeni", text: "Hünärmen pul soraýar." });
  await lale.fill("/tk/appeal/file", {});
  await lale.fill("/tk/appeal/whom", { whom: "self" });
  await lale.fill("/tk/appeal/identity", { identity: "sealed" });
  // The page of warning cannot be gone around: neither the next question nor the last page opens.
  for (const step of ["you", "check"]) {
    const skipped = await lale.get(`/tk/appeal/${step}`);
    assert.equal(skipped.headers.get("location")?.[0], "/tk/appeal/warning", step);
  }
  await lale.fill("/tk/appeal/warning", { understood: "yes" });
  await lale.fill("/tk/appeal/you", { name, address, contact: "", proof: "later" });
  const number = await sendAppeal(lale);
  const shown = await lale.post("/tk/appeal/receipt/secret", { post: "" });
  const secret = />([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</.exec(shown.body.toString())?.[1] ?? "";
  const left = await lale.post("/tk/leave", { post: "" });
  assert.match(left.headers.get("clear-site-data")?.[0] ?? "", /cookies/);
  lale.cookie = "";
  assert.notEqual((await lale.get(`/tk/case/${number}`)).status, 200, "the next visitor finds nothing");
  return { number, secret };
}

/** The head gives it to the other official: not to the one complained of. The name cannot be opened by anybody. */
async function deskAnswers(country: LivingCountry, number: string): Promise<void> {
  const seed = demoSeedOf(country.portal.configuration.keysFolder, () =>
    assert.fail("the demo has its seed"),
  );
  const head = new Person(country.origin);
  await signIn(head, demoSignIn(seed, `head-${district}`));
  const path = `/tk/desk/${number}`;
  await head.fill(`${path}/assign`, { post: "utilities" });
  const selin = new Person(country.origin);
  await signIn(selin, demoSignIn(seed, "district-utilities"));
  await selin.fill(path, {}, `${path}/open`);
  const seen: string[] = [];
  for (const person of [head, selin]) {
    for (const end of ["", "/answer", "/clarify"])
      seen.push((await person.get(`${path}${end}`)).body.toString());
    seen.push((await person.get("/tk/desk")).body.toString());
    const asked = await person.post(`${path}/identity`, { post: "" });
    assert.ok(asked.status >= 400, `the name is not opened: ${asked.status}`);
    seen.push(asked.body.toString());
  }
  assert.match(seen.join("\n"), /pul soraýar/, "the text is worked on");
  assert.doesNotMatch(seen.join("\n"), /Gülzar|7-nji jaý/);
  await selin.fill(`${path}/answer`, { outcome: "satisfied" });
  await selin.fill(`${path}/answer/text`, { text: "Hünärmen başga işe geçirildi.", law: "" });
  await selin.fill(`${path}/answer/check`, {});
  await country.sequence();
}

async function readInAnotherCafe(
  country: LivingCountry,
  { number, secret, folder }: { readonly number: string; readonly secret: string; readonly folder: string },
): Promise<readonly string[]> {
  country.clock.now += dayMs;
  const lale = new Person(country.origin);
  const { page } = await lale.fill("/ru/case", { number, code: secret });
  assert.match(page.body.toString(), /Hünärmen başga işe geçirildi\./, "a sealed answer still reaches her");
  await lale.fill(`/ru/case/${number}/dispute`, { reason: "does-not-answer", text: "Pul gaýtarylmady." });
  country.clock.now += dayMs;
  await country.sequence();
  const files: string[] = [];
  for (const act of [1, 3]) {
    const again = new Person(country.origin);
    await again.fill("/ru/case", { number, code: secret });
    const answer = await again.get(`/ru/case/${number}/act/${act}/receipt.json`);
    const file = join(folder, `act-${act}.json`);
    writeFileSync(file, answer.body);
    files.push(file);
  }
  return files;
}

async function outsiderLooks(
  country: LivingCountry,
  folder: string,
  receipts: readonly string[],
): Promise<void> {
  const mirror = join(folder, "mirror");
  const policy = country.places.policyFile;
  const copied = await aydyn("mirror", `${country.origin}/log/executive`, mirror, "--policy", policy);
  assert.equal(copied.code, 0, copied.output);
  await country.stop();
  for (const receipt of receipts) {
    const verdict = await aydyn("verify", "receipt", receipt, "--policy", policy, "--against", mirror);
    assert.equal(verdict.code, 0, verdict.output);
  }
  for (const entry of readdirSync(mirror, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name), "utf8");
    assert.doesNotMatch(bytes, /Gülzar|7-nji jaý|pul soraýar/, entry.name);
  }
}
