/**
 * Two grandmothers hand in a paper at a village council that has no line. The clerk signs a stub for each. Two days
 * later one paper is entered with its true day; the other is thrown away. A relative abroad, with a copy of the record
 * on a stick and the letters of both stubs read over the telephone, shows both. Then the clerk covers up.
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { aydyn } from "#audit/test-surroundings.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { stubText } from "#core/record/stub.ts";
import { type BodySlug, registerBodyIn } from "#government/bodies/index.ts";
import { stubKeysOf, stubsIn } from "#government/intake/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { cabinet, otherMinistry as district, morning } from "#tests/country/small-country.ts";
import { type IntakeCountry, marker, withIntake } from "#tests/intake/intake-country.ts";

/** A council so small that its acts are entered under its district. */
const village = 31 as BodyNumber;

async function registerVillage({ tools, country }: IntakeCountry): Promise<void> {
  const grant = ask({ kind: "installer-of-an-empty-record" }, "body.register", { kind: "country", cabinet });
  assert.ok(grant.ok);
  const above = (await tools.bodyTree()).byNumber.get(district);
  assert.ok(above);
  const name = { tk: "Çeşme oba geňeşligi", ru: "Генгешлик села Чешме", en: "Çeşme Village Council" };
  const body = { ...above, number: village, slug: "ceshme-genes" as BodySlug, name, parent: district };
  await country.inTransaction(country.database.portal, async (inside) => {
    const registered = await registerBodyIn(inside.transaction, grant.value, body, {
      ...inside,
      log: country.log,
    });
    assert.ok(registered.ok, JSON.stringify(registered));
  });
}

/** What the relative sees on the stick: the record as it was copied at that moment. */
async function onStick(
  country: IntakeCountry,
  folder: string,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const mirror = join(folder, "stick");
  rmSync(mirror, { recursive: true, force: true });
  cpSync(country.publishedFolder, mirror, { recursive: true });
  const policy = join(folder, "policy.txt");
  writeFileSync(policy, country.policyText);
  const isLog = words[1] === "log";
  const place = isLog ? [mirror] : ["--against", mirror];
  return await aydyn([...words, ...place, "--policy", policy], { now: country.tools.now() });
}

const paper = {
  channel: "desk",
  kind: "filed-application",
  addressee: "ceshme-genes",
  language: "tk",
  subject: "Gaz",
  text: marker.text,
  name: marker.name,
  address: marker.address,
  contact: "",
  identity: "shown",
};

test("the stub of a paper shows that it was registered with its true day, and that another never was", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-stub-"));
  try {
    await withIntake(async (country) => {
      await registerVillage(country);
      const arcyn = await country.person("Arçyn Arçynow", village, "head");
      assert.equal((await arcyn.fill("/tk/intake/pads", { stubs: "10" })).status, 303);
      await country.sequence();
      const [one, other] = stubsIn(stubKeysOf(country.tools), { body: village, pad: 1, stubs: 10 });
      assert.ok(one && other);

      // Wednesday 4 November, 9:30: no line. Both papers lie on the clerk's table, both women hold a signed stub.
      country.country.clock.now = morning(2026, 11, 6);
      const clerk = await country.person("Ýazyjy Ýazyjyýew", village, "operator");
      const early = await onStick(country, folder, "verify", "stub", stubText(one));
      assert.match(early.said, /^GENUINE AND NOT REGISTERED/, "not yet");

      const day = { day: "4.11.2026", hour: "9:30" };
      const entered = await clerk.fill("/tk/intake/paper", { ...paper, ...day, stub: `${village}-1-0001` });
      assert.equal(entered.status, 303);
      const receipt = (await clerk.get(entered.location)).body;
      assert.match(receipt, /2026-njy ýylyň 4-nji noýabry/);
      await country.sequence();

      const registered = await onStick(
        country,
        folder,
        "verify",
        "stub",
        stubText(one),
        "--handed-in",
        "2026-11-04",
      );
      assert.equal(registered.code, 0, registered.said);
      assert.match(registered.said, /^REGISTERED/);
      // 15 working days from Wednesday the 4th, not from Friday the 6th.
      assert.match(registered.said, /the record counts from that day: due 2026-11-25/);
      const thrownAway = await onStick(country, folder, "verify", "stub", stubText(other));
      assert.equal(thrownAway.code, 0, thrownAway.said);
      assert.match(thrownAway.said, /^GENUINE AND NOT REGISTERED/);
      assert.match(thrownAway.said, /north.*\n.*south/);

      const log = await onStick(country, folder, "verify", "log");
      assert.equal(log.code, 0, log.said);
      nothingLeadsToTheVillage(country);

      // The grandson, on a telephone without JavaScript, needs nothing but the stub.
      const shown = await country.visitor.fill("/tk/intake/stub", { stub: stubText(one) });
      const number = /\d\d-\d{4}-\d{4}-\d/.exec(shown.body)?.[0] ?? "";
      const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}(?=<)/.exec(shown.body)?.[0] ?? "";
      assert.equal((await country.visitor.fill("/tk/case", { number, code })).status, 303);

      // The clerk hears of it, and enters the other paper as if it had come today.
      country.country.clock.now = morning(2026, 11, 20);
      const late = { ...paper, name: "Zygyr", text: "Suw ýok", day: "20.11.2026", hour: "9:30", stub: "1-2" };
      assert.equal((await clerk.fill("/tk/intake/paper", late)).status, 303);
      await country.sequence();
      const covered = await onStick(
        country,
        folder,
        "verify",
        "stub",
        stubText(other),
        "--handed-in",
        "2026-11-04",
      );
      assert.match(covered.said, /THE RECORD COUNTS FROM A LATER DAY/);
      assert.equal((await onStick(country, folder, "verify", "log")).code, 0);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Of the two acts of a registration nothing names the village: neither leaf nor published text. */
function nothingLeadsToTheVillage({ publishedFolder }: IntakeCountry): void {
  const folder = join(publishedFolder, "payloads");
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => JSON.parse(readFileSync(join(folder, path), "utf8")))
    .filter(({ opening }) => String(opening.payload).includes("stub-registered"));
  assert.equal(texts.length, 1);
  const [{ opening }] = texts;
  assert.equal(JSON.parse(opening.payload).body, district);
  const part = JSON.parse(Buffer.from(opening.parts[0].bytes, "base64").toString());
  assert.deepEqual(Object.keys(part).toSorted(), ["filing", "mark", "v"]);
}
