/**
 * What heads change on the server, by the public record. A district shall be the only one to read what is carried to it. Its head names a key of the district's own on the server,
 * the page for writing without a line encrypts to it from then on, and everybody sees it in the record. An older page still
 * works. The disk with the keys is lost, and the sheet from the safe brings the key back. The cabinet's head says anew whom
 * to call in danger.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { Encrypter } from "age-encryption";
import { emergencyNumbersCommand } from "#apps/emergency-numbers/command.ts";
import type { LogAudit } from "#audit/audit-log.ts";
import { intakeRecipientOf } from "#core/record/intake-recipient.ts";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { type LivingCountry, withLivingCountry } from "#tests/one-truth/living-country.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { placeOfflinePage } from "#tools/verifier-page.ts";

const aydyn = join(import.meta.dirname, "..", "..", "bin", "aydyn");
const district = "alagoz-etrap";
const districtHead = "head-alagoz-etrap";
const cabinetHead = "head-ministrler-kabineti";
const foreignHead = "head-garaagac-etrap";

test("a district gets a key of its own, loses it, and has it back from the safe", {
  skip: skipUnless("age", "pdftoppm", "zbarimg"),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-intake-key-"));
  try {
    await withLivingCountry(async (country) => {
      const { configuration, intake, tools } = country.portal;
      await placeOfflinePage(configuration);
      const older = (await pageOf(country)).recipientOf(district);
      const before = await country.audit();
      const listed = await run(country, ["list"], "");
      assert.match(listed.output, new RegExp(`${district}: ${older} \\(kept here, of a body above\\)`));

      const refused = await run(country, ["change", "--body", district], answersOf(country, foreignHead));
      assert.equal(refused.code, 1);
      assert.match(refused.output, /Only the head of the body/);
      assert.equal((await pageOf(country)).recipientOf(district), older, "nothing was changed");

      const changed = await run(country, ["change", "--body", district], answersOf(country, districtHead));
      assert.equal(changed.code, 0, changed.output);
      const own = /Named in the record: (age1\S+)/.exec(changed.output)?.[1] ?? "";
      assert.notEqual(own, older);
      const page = await pageOf(country);
      assert.equal(page.recipientOf(district), own);
      assert.equal(page.recipientOf("garaagac-etrap"), older, "other bodies keep theirs");

      // Whoever has a copy of the record sees it, and finds nothing wrong.
      country.clock.now = Date.now() + 60_000;
      await country.sequence();
      const { parameters, findings } = await country.audit();
      assert.ok(parameters);
      assert.deepEqual(findings, before.findings);
      const body = parameters.bodies.find(({ slug }) => slug === district);
      assert.equal(intakeRecipientOf(parameters, body?.number ?? 0), own);

      const [forOld, forOwn] = await Promise.all([encrypted(older), encrypted(own)]);
      assert.ok((await intake.ring.open(forOld)).ok, "an older page still works");
      assert.ok((await intake.ring.open(forOwn)).ok);

      const sheet = join(folder, "sheet.pdf");
      const printed = await run(country, ["print", own, sheet], "");
      assert.equal(printed.code, 0, printed.output);
      const scanned = scan(folder, sheet);
      writeFileSync(join(folder, "carried.age"), forOwn);
      const opened = execFileSync("age", ["-d", "-i", scanned, join(folder, "carried.age")], {
        encoding: "utf8",
      });
      assert.equal(opened, "gaz", "the sheet opens it without any program of ours");

      loseKeyOf(configuration.keysFolder, own);
      assert.deepEqual(await intake.ring.open(forOwn), { ok: false, problem: "for-somebody-else" });
      assert.match((await run(country, ["list"], "")).output, new RegExp(`${own} \\(not kept here\\)`));
      assert.match((await run(country, ["print", own, sheet], "")).output, /not kept here/);
      const restored = await run(country, ["restore", "-"], readFileSync(scanned, "utf8"));
      assert.match(restored.output, new RegExp(`Kept again: ${own}`));
      assert.ok((await intake.ring.open(forOwn)).ok);
      assert.match((await run(country, ["restore", scanned], "")).output, /kept here already/);
      const [{ count } = { count: 0 }] = await tools.portal<{ count: number }[]>`
        select count(*)::integer as count from record.act where kind = 'key-changed' and payload like '%"head"%'`;
      assert.equal(count, 1, "printing and restoring are no acts");
      await theCabinetSaysWhomToCall(country, folder, before.findings);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The numbers of a running country, from the list that the command gives to the page, the record and an outsider. */
async function theCabinetSaysWhomToCall(
  country: LivingCountry,
  folder: string,
  before: LogAudit["findings"],
): Promise<void> {
  const file = join(folder, "numbers.json");
  const change = async (text: string, key = cabinetHead, codesUsed = 0) => {
    writeFileSync(file, text);
    const said: string[] = [];
    const [number = "", password = "", codeOfSheet = ""] = answersOf(country, key, codesUsed).split("\n");
    const code = await emergencyNumbersCommand(["change", file, "--language", "en"], {
      // The portal is the test's to close.
      openPortal: async () => ({ ...country.portal, close: async () => {} }),
      readFile: (path) => readFileSync(path),
      say: (line) => said.push(line),
      questions: () => ({
        number: async () => number,
        password: async () => password,
        code: async () => codeOfSheet,
        close: () => {},
      }),
    });
    return { code, output: said.join("\n") };
  };
  const startPage = async () => await (await fetch(`${country.origin}/en/appeal`)).text();
  assert.match(await startPage(), /Fire brigade: <a href="tel:101">/);
  const listed = await run(country, ["list"], "", "emergency-numbers");
  assert.equal(listed.code, 0, listed.output);
  assert.match((await change(listed.output)).output, /says so already/);
  const other = listed.output.replace('"101"', '"112"');
  const faulty = await change(other.replace('"gas"', '"flood"'));
  assert.equal(faulty.code, 1);
  assert.match(faulty.output, /\[3\]\.for\[0\]: one of gas, fire, violence, health/);
  assert.match((await change(other, districtHead, 1)).output, /Only the head of the cabinet/);
  assert.match(await startPage(), /tel:101/, "nothing was changed");
  const changed = await change(other);
  assert.equal(changed.code, 0, changed.output);
  assert.match(await startPage(), /Fire brigade: <a href="tel:112">/);
  assert.equal((await change("[]", cabinetHead, 1)).code, 0);
  assert.doesNotMatch(await startPage(), /tel:/);

  country.clock.now = Date.now() + 120_000;
  await country.sequence();
  const { parameters, findings } = await country.audit();
  assert.deepEqual(parameters?.emergencyNumbers, []);
  assert.deepEqual(findings, before);
  const published = readFileSync(join(country.places.publishedFolder, "parameters.json"), "utf8");
  assert.equal(published.match(/country-changed/g)?.length, 3, "each is a public act");
}

/** The page as it is handed out now. */
async function pageOf({ origin, portal }: LivingCountry) {
  const reply = await fetch(`${origin}/intake/offline.html`);
  assert.equal(reply.status, 200);
  const { keys, bodies }: { keys: string[]; bodies: { number: number; key: number }[] } = JSON.parse(
    /id="data">([^<]*)</.exec(await reply.text())?.[1] ?? "",
  );
  const tree = await portal.tools.bodyTree();
  return {
    recipientOf: (slug: string): string => {
      const body = tree.all.find((each) => each.slug === slug);
      const entry = bodies.find(({ number }) => number === body?.number);
      assert.ok(entry, `${slug} stands in the page`);
      return keys[entry.key] ?? "";
    },
  };
}

async function encrypted(recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return await encrypter.encrypt("gaz");
}

function scan(folder: string, sheet: string): string {
  execFileSync("pdftoppm", ["-r", "150", "-png", "-singlefile", sheet, join(folder, "sheet")]);
  const file = join(folder, "key.txt");
  writeFileSync(file, execFileSync("zbarimg", ["--quiet", "--raw", join(folder, "sheet.png")]));
  return file;
}

function loseKeyOf(keysFolder: string, recipient: string): void {
  const secrets = join(keysFolder, "secrets");
  const lost = readdirSync(secrets).filter((name) => name.includes(recipient.slice(-16)));
  assert.equal(lost.length, 1);
  for (const name of lost) rmSync(join(secrets, name));
}

/** The real command, with the answers that somebody types. */
async function run(
  { portal: { configuration } }: LivingCountry,
  words: readonly string[],
  typed: string,
  command = "intake-key",
): Promise<{ readonly code: number; readonly output: string }> {
  const { dataFolder, databaseUrl } = configuration;
  const child = spawn(aydyn, [command, ...words, "--language", "en"], {
    env: { PATH: process.env.PATH, AYDYN_DATA: dataFolder, DATABASE_URL: databaseUrl ?? "" },
  });
  child.stdin.end(typed);
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((ended) => child.on("close", (status) => ended(status ?? 1))),
  ]);
  return { code, output: output + errors };
}

function answersOf({ portal }: LivingCountry, key: string, codesUsed = 0): string {
  const seed = demoSeedOf(portal.configuration.keysFolder, () => assert.fail("the demo has its seed"));
  const { number, password, codes } = demoSignIn(seed, key);
  return [number, password, codes[codesUsed] ?? ""].map((line) => `${line}\n`).join("");
}
