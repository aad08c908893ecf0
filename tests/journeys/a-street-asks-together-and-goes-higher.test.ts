/**
 * Aşyr files for his street, and three neighbours sign with a code that he passes on. The district's official proposes to
 * refuse, and the head, as the second person, approves that very text. Aşyr takes it to the province, which cannot send it
 * back to the district, and which decides for the street. The refusal stands in the district's record of answering, as the
 * auditor counts it, and no page or file anywhere tells who signed.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { type LivingCountry, withLivingCountry } from "#tests/one-truth/living-country.ts";
import { signIn, writeReply } from "#tests/pages/people-at-work.ts";
import { Person } from "#tests/pages/person.ts";
import { sendAppeal } from "#tests/pages/written-appeal.ts";
import { aydyn } from "./auditor-command.ts";

const dayMs = 24 * 3_600_000;
const storyDays = 30;
/** Figures are counted once for all who ask within so long. */
const figuresAgeMs = 6_000;
const district = "alagoz-etrap";
const neighbours = ["Bägül Suwçy", "Gülälek Bagban", "Ýyldyz Çarwa"];
const codePattern = />([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</;
const numberPattern = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/;

test("a street asks together, is refused by two officials, goes to the province and is heard", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-street-"));
  try {
    await withLivingCountry(
      async (country) => {
        const before = await refusedAt(country);
        const asyr = new Person(country.origin);
        const { number, secret } = await fileTogether(asyr);
        await neighboursSign(country, asyr, number);
        await country.sequence();
        country.clock.now += dayMs;
        await districtRefuses(country, number);
        const higher = await goToTheProvince(country, number, secret);
        await provinceDecides(country, higher);
        await everybodyCanSee(country, folder, higher);
        assert.equal(await refusedAt(country), before + 1);
      },
      Date.now() - storyDays * dayMs,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function fileTogether(asyr: Person): Promise<{ number: string; secret: string }> {
  await asyr.fill("/tk/appeal", {});
  await asyr.fill("/tk/appeal/kind", { kind: "filed-application" });
  await asyr.fill("/tk/appeal/body/all", { body: district }, "/tk/appeal/body");
  await asyr.fill("/tk/appeal/text", { subject: "Köçä çyra", text: "Köçämizde gije çyra ýok." });
  await asyr.fill("/tk/appeal/file", {});
  await asyr.fill("/tk/appeal/whom", { whom: "together" });
  await asyr.fill("/tk/appeal/identity", { identity: "shown" });
  await asyr.fill("/tk/appeal/you", { name: "Aşyr Tirkeş", address: "Çeşme obasy", contact: "" });
  const number = await sendAppeal(asyr);
  const shown = (await asyr.post("/tk/appeal/receipt/secret", { post: "" })).body.toString();
  const secret = />([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</.exec(shown)?.[1];
  assert.ok(secret);
  return { number, secret };
}

async function neighboursSign(country: LivingCountry, asyr: Person, number: string): Promise<void> {
  const path = `/tk/case/${number}/signatures`;
  const drawn = await asyr.post(path, formAt((await asyr.get(path)).body.toString(), path));
  const code = codePattern.exec(drawn.body.toString())?.[1] ?? "";
  for (const name of neighbours) {
    const neighbour = new Person(country.origin);
    const read = (await neighbour.post("/tk/co-sign", { number, code })).body.toString();
    assert.match(read, /gije çyra ýok/, "whoever signs has read it");
    const signing = { ...formAt(read, "/tk/co-sign/read"), name, address: "Çeşme obasy", agreed: "yes" };
    const signed = await neighbour.post("/tk/co-sign/read", signing);
    assert.equal(signed.headers.get("location")?.[0], "/tk/co-sign/receipt", signed.body.toString());
  }
  const own = (await asyr.get(path)).body.toString();
  assert.match(own, /\b3\b/);
  for (const name of neighbours) assert.ok(!own.includes(name), "not even he sees who signed");
}

function seedOf(country: LivingCountry): Uint8Array {
  return demoSeedOf(country.portal.configuration.keysFolder, () => assert.fail("the demo has its seed"));
}

async function official(country: LivingCountry, key: string): Promise<Person> {
  const person = new Person(country.origin);
  await signIn(person, demoSignIn(seedOf(country), key));
  return person;
}

/** The official writes it, the head approves exactly that; the official's own approval is not taken. */
async function districtRefuses(country: LivingCountry, number: string): Promise<void> {
  const head = await official(country, `head-${district}`);
  const path = `/tk/desk/${number}`;
  await head.fill(`${path}/assign`, { post: "utilities" });
  const selin = await official(country, "district-utilities");
  await selin.fill(path, {}, `${path}/open`);
  await writeReply(selin, number, "refused");
  await selin.fill(`${path}/answer/check`, {});
  const own = (await selin.get(`${path}/refusal`)).body.toString();
  assert.doesNotMatch(
    own,
    new RegExp(`action="${path}/refusal/approve"`),
    "whoever wrote it is not the second person",
  );
  await head.fill(path, {}, `${path}/open`);
  await head.fill(`${path}/refusal`, {}, `${path}/refusal/approve`);
  await country.sequence();
}

async function goToTheProvince(country: LivingCountry, number: string, secret: string): Promise<string> {
  country.clock.now += dayMs;
  // His visit in the café is long over: by number and secret he comes back, whoever sits at the computer now.
  const again = new Person(country.origin);
  await again.fill("/tk/case", { number, code: secret });
  const went = await again.fill(`/tk/case/${number}/higher`, {
    to: "higher-body",
    subject: "Köçä çyra",
    text: "Etrap ret etdi.",
  });
  assert.equal(went.at, "/tk/appeal/receipt");
  const higher = numberPattern.exec(went.page.body.toString())?.[0];
  assert.ok(higher !== undefined && higher !== number);
  await country.sequence();
  return higher;
}

async function provinceDecides(country: LivingCountry, higher: string): Promise<void> {
  const province = await provinceOf(country);
  const head = await official(country, `head-${province.slug}`);
  const path = `/tk/desk/${higher}`;
  const forward = await head.get(`${path}/forward`);
  const form = formAt(forward.body.toString(), `${path}/forward`);
  const back = await head.post(`${path}/forward`, {
    ...form,
    body: district,
    reason: "not-competent",
    note: "",
  });
  assert.ok(back.status >= 400, `it is not sent back to whom it is about: ${back.status}`);
  await head.fill(path, {}, `${path}/open`);
  await head.fill(`${path}/answer`, { outcome: "satisfied" });
  await head.fill(`${path}/answer/text`, { text: "Etrabyň ret etmesi ýatyryldy.", law: "" });
  await head.fill(`${path}/answer/check`, {});
  await country.sequence();
}

async function provinceOf({ portal }: LivingCountry) {
  const tree = await portal.tools.bodyTree();
  const below = tree.all.find(({ slug }) => slug === district);
  const above = below?.parent == null ? undefined : tree.byNumber.get(below.parent);
  assert.ok(above, "the district lies in a province");
  return above;
}

/** How often the district has refused, as the portal says it. */
async function refusedAt(country: LivingCountry): Promise<number> {
  country.clock.now += figuresAgeMs;
  const answer = await new Person(country.origin).get("/api/v1/figures?period=all");
  const { bodies } = JSON.parse(answer.body.toString());
  return bodies.find(({ body }: { body: string }) => body === district).figures.refused;
}

/** The record holds each act, the auditor's count is the portal's, and no name stands anywhere. */
async function everybodyCanSee(country: LivingCountry, folder: string, higher: string): Promise<void> {
  const mirror = join(folder, "mirror");
  const policy = country.places.policyFile;
  const copied = await aydyn("mirror", `${country.origin}/log/executive`, mirror, "--policy", policy);
  assert.equal(copied.code, 0, copied.output);
  const report = await aydyn("report", mirror, "--policy", policy, "--body", district, "--json");
  const counted = JSON.parse(report.printed).bodies.find(({ slug }: { slug: string }) => slug === district);
  assert.equal(counted.refused, await refusedAt(country), "the auditor counts what the portal says");
  for (const entry of readdirSync(mirror, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name), "utf8");
    assert.doesNotMatch(bytes, /Suwçy|Bagban|Çarwa|Tirkeş/, entry.name);
  }
  const page = await new Person(country.origin).get(`/en/case/${higher}`);
  assert.notEqual(page.status, 200, "a number alone opens nothing");
}
