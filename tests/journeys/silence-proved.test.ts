/**
 * Silence, proved. Zygyr hands in a paper about gas in her village; the clerk is offline and gives her a stub. Two days
 * later it is registered with its own day. The district may not give it to the official whom she names, and closes it
 * without an answer. Igde, her grandson, disputes that over a village line. A decree moves the day, the clock says why,
 * and the day passes. Then the servers are stopped, the case is deleted and an older copy put in its place. Narpyz, abroad,
 * has a mirror on a stick and the digits that were read to her over the telephone: she shows the alteration and prints
 * the certificate of silence.
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { addWorkingDays } from "#core/clock/calendar.ts";
import { addDays, type CivilDate, civilDateAt, startOfCivilDate, weekdayOf } from "#core/clock/civil-date.ts";
import { checkpointText, parseCheckpoint } from "#core/log/checkpoint.ts";
import { parseNote, signNote } from "#core/log/note.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { type Stub, stubText } from "#core/record/stub.ts";
import { demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type AppealTools, inTransaction } from "#government/appeals/index.ts";
import { issuePad, stubKeysOf, takePaper } from "#government/intake/index.ts";
import { stubAt } from "#government/intake/pad-codes.ts";
import type { AccountId, Actor, OfficeRole } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { dateInWords } from "#platform/language/dates.ts";
import { announceDaysOff } from "#tests/one-truth/decree.ts";
import { type LivingCountry, withLivingCountry } from "#tests/one-truth/living-country.ts";
import { signIn } from "#tests/pages/people-at-work.ts";
import { Person } from "#tests/pages/person.ts";
import { eveningLine, openSlowLine } from "#tests/reach/slow-line.ts";
import { aydyn } from "./auditor-command.ts";

const village = demoBodyNumber(311);
const district = demoBodyNumber(31);
const gasPost = "gas-supply";
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The story takes so long, and ends today. */
const storyDays = 75;

test("silence, proved", async () => {
  const stick = mkdtempSync(join(tmpdir(), "aydyn-stick-"));
  try {
    await withLivingCountry(
      async (country) => {
        const stub = await takePad(country);
        const backup = join(stick, "backup");
        cpSync(country.places.publishedFolder, backup, { recursive: true });
        const number = await paperComesTwoDaysLater(country, stub);
        await districtClosesWithoutAnswer(country, number);
        const receipt = join(stick, "receipt.json");
        const secret = await grandsonDisputes(country, stub, number, receipt);
        await decreeMovesTheDay(country, number, secret);
        const digits = await theDayPasses(country);
        const mirror = join(stick, "mirror");
        const policy = join(stick, "policy.txt");
        cpSync(country.places.policyFile, policy);
        const copied = await aydyn("mirror", `${country.origin}/log/executive`, mirror, "--policy", policy);
        assert.equal(copied.code, 0, copied.output);
        await country.stop();
        await operatorRewritesThePast(country, backup, receipt);
        await relativeShowsIt({
          stick,
          mirror,
          policy,
          receipt,
          digits,
          forged: country.places.publishedFolder,
        });
      },
      Date.now() - storyDays * dayMs,
    );
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
});

/** The village's head has issued a pad; the stub on its first sheet. */
async function takePad(country: LivingCountry): Promise<Stub> {
  const { tools } = country.portal;
  const head = officeholder(village, "head", "head");
  const { pad } = await at(country, async (acting) => {
    const grant = ask(head, "pad.issue", { kind: "body", body: village, above: [] });
    assert.ok(grant.ok);
    return await issuePad(grant.value, 5, acting, stubKeysOf(tools));
  });
  await country.sequence();
  const { serverKey, origin } = stubKeysOf(tools);
  return stubAt(serverKey, origin, { body: village, pad, number: 1 });
}

/** She comes in the morning; the clerk has no line for two days, and then enters it with the day on the stub. */
async function paperComesTwoDaysLater(country: LivingCountry, stub: Stub): Promise<string> {
  const { tools, timeZone } = country.portal;
  const today = civilDateAt(country.clock.now, timeZone);
  const handedIn = workdayFrom(addDays(today, 1));
  const receivedAt = startOfCivilDate(handedIn, timeZone) + 10 * hourMs;
  country.clock.now = receivedAt + 2 * dayMs;
  const clerk = officeholder(village, "operator", "registry");
  const taken = await at(country, async (acting) => {
    const subject = { kind: "paper-filing", takenAt: village, body: district } as const;
    const grant = ask(clerk, "appeal.register-paper", subject);
    assert.ok(grant.ok);
    const filing = {
      ...({ kind: "filed-complaint", language: "tk", channel: "desk", attachments: [] } as const),
      subject: "Obamyzda gaz ýok",
      text: "Üç aý bäri gaz ýok. Etrabyň gaz boýunça hünärmeni jogap bermeýär.",
      identity: { name: "Zygyr Halyçy", address: "Çeşme obasy", contact: "" },
      identityShown: true,
      complaint: { officials: [{ body: district, post: gasPost }], who: "" },
    };
    const paper = {
      filing,
      receivedAt,
      stub: { pad: stub.pad, number: stub.number },
      isAnother: false,
      codeSource: "",
    };
    return await takePaper(grant.value, paper, acting, stubKeysOf(tools));
  });
  assert.ok(taken.ok);
  await country.sequence();
  const { row } = taken.value.taken;
  // Fifteen working days from the day on the stub, not from the day on which it was entered.
  const parameters = await tools.parametersReader.read(tools.portal);
  const calendar = parameters.calendars.at(-1);
  assert.ok(calendar);
  assert.equal(row.due, addWorkingDays(calendar, [1, 2, 3, 4, 5], handedIn, 15));
  return row.number;
}

async function districtClosesWithoutAnswer(country: LivingCountry, number: string): Promise<void> {
  country.clock.now += 2 * dayMs;
  const head = new Person(country.origin);
  const seed = demoSeedOf(country.portal.configuration.keysFolder, () =>
    assert.fail("the demo has its seed"),
  );
  await signIn(head, demoSignIn(seed, "head-alagoz-etrap"));
  const form = await head.get(`/tk/desk/${number}/assign`);
  const offered = [...form.body.toString().matchAll(/name="post" value="([^"]+)"/g)].map(([, post]) => post);
  assert.ok(!offered.includes(gasPost), "the official complained of is not offered");
  const hidden = [...form.body.toString().matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
  const given = await head.post(`/tk/desk/${number}/assign`, { ...fields, post: gasPost });
  assert.ok(given.status >= 400, `the complaint is not given to whom it names: ${given.status}`);
  await head.fill(`/tk/desk/${number}/answer`, { outcome: "explained" });
  await head.fill(`/tk/desk/${number}/answer/text`, {
    text: "Düşündirildi.",
    grounds: "asks-for-procedure",
    law: "76",
  });
  await head.fill(`/tk/desk/${number}/answer/check`, {});
  await country.sequence();
}

/** By the stub he is shown the codes; over a line of 32 kbit/s he says that this is no answer, and keeps the receipt. */
async function grandsonDisputes(
  country: LivingCountry,
  stub: Stub,
  number: string,
  file: string,
): Promise<string> {
  country.clock.now += 2 * dayMs;
  const line = await openSlowLine(country.origin, eveningLine);
  try {
    const igde = new Person(line.origin);
    const standing = await igde.post("/tk/intake/stub", { stub: stubText(stub) });
    assert.equal(standing.status, 200);
    const codes = [...standing.body.toString().matchAll(/>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</g)].map(
      ([, code]) => code,
    );
    const secret = codes.find((code) => code !== undefined) ?? "";
    const { page } = await igde.fill("/tk/case", { number, code: secret });
    assert.match(page.body.toString(), /Düşündirildi\./);
    await igde.fill(`/tk/case/${number}/dispute`, { reason: "does-not-answer", text: "Gaz ýene-de ýok." });
    await country.sequence();
    const receipt = await igde.get(`/tk/case/${number}/act/1/receipt.json`);
    assert.equal(receipt.status, 200);
    writeFileSync(file, receipt.body);
    return secret;
  } finally {
    await line.close();
  }
}

/** The day that stood before the answer stands again; a decree makes it a day off, and the page says so. */
async function decreeMovesTheDay(country: LivingCountry, number: string, secret: string): Promise<void> {
  country.clock.now += dayMs;
  const before = await dueOf(country, number);
  await announceDaysOff(country, [before]);
  await country.sequence();
  const after = await dueOf(country, number);
  assert.ok(after > before, "the day has moved");
  const opened = await new Person(country.origin).fill("/tk/case", { number, code: secret });
  const page = opened.page.body.toString();
  assert.ok(page.includes(dateInWords("tk", after)), "the page names the new day");
}

async function theDayPasses(country: LivingCountry): Promise<string> {
  country.clock.now = Date.now();
  // Somebody else's appeal gives the day its first checkpoint.
  await announceDaysOff(country, [addDays(civilDateAt(country.clock.now, country.portal.timeZone), 90)]);
  await country.sequence();
  const page = (await new Person(country.origin).get("/tk")).body.toString();
  const digits = /\b\d{4} \d{4} \d{4}\b/.exec(page)?.[0];
  assert.ok(digits, "the day's digits stand in the footer");
  return digits;
}

/** Whoever holds database, disk and the log's key: the case is deleted, an older copy stands in place of the record. */
async function operatorRewritesThePast(
  country: LivingCountry,
  backup: string,
  receipt: string,
): Promise<void> {
  const { owner, places, portal } = country;
  await owner`delete from cases.case where filing_kind = 'filed-complaint'`;
  rmSync(places.publishedFolder, { recursive: true });
  cpSync(backup, places.publishedFolder, { recursive: true });
  const started = await country.startSequencer();
  assert.ok(!started.ok, "the software does not go on from a rewritten past");
  // So the operator signs by hand: a log of the size that the receipt knows, with another root.
  const { proof } = JSON.parse(readFileSync(receipt, "utf8"));
  const head = parseNote(String(proof).split("\n\n").slice(1).join("\n\n"));
  assert.ok(head.ok);
  const known = parseCheckpoint(head.value.text);
  assert.ok(known.ok);
  const { origin, size } = known.value;
  const signer = country.logSigner;
  const forged = signNote(
    nativeEngine,
    checkpointText({ origin, size, root: portal.tools.randomBytes(32) }),
    origin,
    signer,
  );
  writeFileSync(join(places.publishedFolder, "checkpoint"), forged);
}

async function relativeShowsIt(have: {
  readonly stick: string;
  readonly mirror: string;
  readonly policy: string;
  readonly receipt: string;
  readonly digits: string;
  readonly forged: string;
}): Promise<void> {
  const { stick, mirror, policy, receipt, digits, forged } = have;
  const own = await aydyn("verify", "receipt", receipt, "--policy", policy, "--against", mirror);
  assert.equal(own.code, 0, own.output);
  const held = await aydyn("verify", "log", mirror, "--policy", policy);
  assert.ok(
    held.output.includes(digits),
    `the digits of the telephone are those of the mirror:\n${held.output}`,
  );
  const altered = await aydyn("verify", "log", forged, "--policy", policy);
  assert.equal(altered.code, 1, altered.output);
  assert.ok(!altered.output.includes(digits));
  const against = await aydyn("verify", "receipt", receipt, "--policy", policy, "--against", forged);
  assert.equal(against.code, 1, against.output);

  const certified = await aydyn(
    "certificate",
    receipt,
    "--mirror",
    mirror,
    "--policy",
    policy,
    "--out",
    stick,
  );
  assert.equal(certified.code, 0, certified.output);
  const name = readdirSync(stick).find((each) => each.endsWith(".html"));
  assert.ok(name);
  const certificate = join(stick, name);
  const html = readFileSync(certificate, "utf8");
  for (const words of [
    "Jedelli jogap hakynda güwänama",
    "Свидетельство об оспоренном ответе",
    "Certificate of a disputed answer",
  ]) {
    assert.ok(html.includes(words), words);
  }
  assert.doesNotMatch(
    html.replace(/<pre.*?<\/pre>/gs, ""),
    /Halyçy|\bgaz\b/i,
    "it names nobody and tells nothing of what was written",
  );
  const anew = await aydyn("verify", "certificate", certificate, "--mirror", mirror, "--policy", policy);
  assert.equal(anew.code, 0, anew.output);
  writeFileSync(certificate, html.replaceAll(/20\d\d-(\d\d)-(\d\d)/g, "2020-$1-$2"));
  const bent = await aydyn("verify", "certificate", certificate, "--mirror", mirror, "--policy", policy);
  assert.equal(bent.code, 1, bent.output);
}

async function dueOf({ portal: { tools } }: LivingCountry, number: string): Promise<CivilDate> {
  const [row] = await tools.portal<
    { due: CivilDate | null }[]
  >`select due from cases.case where number = ${number}`;
  assert.ok(row && row.due !== null, "the case is open");
  return row.due;
}

function officeholder(body: BodyNumber, role: OfficeRole, post: string): Actor {
  const account = "00000000-0000-4000-8000-0000000000c1" as AccountId;
  return { kind: "person", account, appointments: [{ body, post, role }], opened: new Map() };
}

async function at<T>(country: LivingCountry, work: (tools: AppealTools) => Promise<T>): Promise<T> {
  return await inTransaction(country.portal.tools, "portal", work);
}

/** The first day from a given one on that no weekend takes. */
function workdayFrom(day: CivilDate): CivilDate {
  let at = day;
  while (weekdayOf(at) > 5) at = addDays(at, 1);
  return at;
}
