/**
 * Sazak's Wednesday at the desk of a district, without JavaScript, on a screen 360 px wide. Three appeals lie there by due
 * day, each with how its day came about; the head gives them to him at once. He asks about the first, and its clock stands
 * still; he answers the second with a text of the district, in the language of the appeal, and a file; the third he refuses,
 * and the head stands behind exactly what was read. On Friday he is away: Selin stands in, and answers the first. Then the
 * programs end, and in a copy of the record an outsider finds each act of it, in order, with its day, and nobody's name.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { readPublished } from "#audit/read-published.ts";
import { folderSource } from "#audit/source/folder-source.ts";
import { auditTree } from "#audit/tree/audit-tree.ts";
import { toHex } from "#core/bytes.ts";
import { countWorkingDays } from "#core/clock/calendar.ts";
import {
  addDays,
  type CivilDate,
  civilDateAt,
  civilDateOfDays,
  civilDateText,
  startOfCivilDate,
  weekdayOf,
} from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import { decodeLeaf, isZeroTag, type Leaf } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { demoTimeZone } from "#demo/country/calendar.ts";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type LivingCountry, withLivingCountry } from "#tests/one-truth/living-country.ts";
import { Person } from "#tests/pages/person.ts";
import { sendAppeal, writeAppeal } from "#tests/pages/written-appeal.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { aydyn } from "./auditor-command.ts";
import { send, signIn, withBrowser } from "./browser.ts";
import { assertNameNobody } from "./program-logs.ts";

const district = "alagoz-etrap";
const officials = { head: `head-${district}`, sazak: "gas-official", selin: "district-utilities" };
const hourMs = 3_600_000;
/** A shared computer forgets whoever rests for ten minutes. */
const formMs = 10_000;
const pageTimeoutMs = 10_000;
const phone = { width: 360, height: 740 };
const template = { name: "Gaz geçirijisi", tk: "Gaz geçirijisi bejerilýär.", ru: "Газопровод ремонтируют." };
const words = {
  question: "Haýsy köçede, haçandan bäri?",
  clarified: "Bulak köçesinde, güýzden bäri.",
  greeting: "Здравствуйте.",
  first: "Barlag geçirildi: hasaplaýjy dogry işleýär.",
  altered: "Barlag geçirildi: hasaplaýjy 3-nji noýabrda çalşyldy.",
  deputy: "Bulak köçesinde gaz berildi.",
};
const attachment = {
  name: "meýilnama.txt",
  mimeType: "text/plain",
  buffer: Buffer.from("Işleriň meýilnamasy"),
};

interface Seat {
  readonly page: Page;
  readonly language: "tk" | "ru";
  readonly country: LivingCountry;
}

interface Filed {
  readonly number: string;
  readonly secret: string;
}

/** One after the other: due in this order. */
interface Cases {
  readonly asked: Filed;
  readonly answered: Filed;
  readonly refused: Filed;
}

/** As the queue showed them, such as "2026-12-07". */
interface Dues {
  /** Of all three, on the day after they were filed. */
  readonly filed: readonly string[];
  /** Of the first, while Nar was waited for, and when she had replied. */
  readonly whileAsked: string;
  readonly onceClarified: string;
}

/** What happened between two sizes of the log, in which week, with which days. */
interface Story {
  readonly before: number;
  readonly monday: CivilDate;
  readonly cases: Cases;
  readonly dues: Dues;
}

test("Sazak spends a day at the desk, Selin the next, and each act of it stands in the record", {
  skip: skipUnless("chromium"),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-sazak-"));
  try {
    await withLivingCountry(async (country) => {
      const before = sizeOf(country);
      const today = civilDateAt(country.clock.now, demoTimeZone);
      const monday = addDays(today, 8 - weekdayOf(today));
      const cases = await threeAreFiled(country, monday);
      await withBrowser(async (browser) => {
        moveTo(country, addDays(monday, 2), 9);
        const head = await sitDown(browser, country, officials.head, "tk");
        await keepTemplate(head);
        const filed = await giveAllAtOnce(head, cases);
        const sazak = await sitDown(browser, country, officials.sazak, "ru");
        const whileAsked = await ask(sazak, cases.asked);
        await replyFromTemplate(sazak, cases.answered);
        await refuseByTwo(sazak, head, cases.refused);
        await handOver(sazak, addDays(monday, 4));
        moveTo(country, addDays(monday, 4), 10);
        await clarify(country, cases.asked);
        const selin = await sitDown(browser, country, officials.selin, "tk");
        const onceClarified = await answerAsDeputy(selin, cases.asked);
        await narReads(country, cases);
        const dues = { filed, whileAsked, onceClarified };
        await outsiderLooks(country, folder, { before, monday, cases, dues });
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function moveTo({ clock }: LivingCountry, day: CivilDate, hour: number): void {
  clock.now = startOfCivilDate(day, demoTimeZone) + hour * hourMs;
}

function sizeOf({ places }: LivingCountry): number {
  return Number(readFileSync(join(places.publishedFolder, "checkpoint"), "utf8").split("\n")[1]);
}

/** On Monday, Tuesday and Wednesday; the second in Russian. */
async function threeAreFiled(country: LivingCountry, monday: CivilDate): Promise<Cases> {
  const fileOn = async (days: number, language: "tk" | "ru") => {
    moveTo(country, addDays(monday, days), 8);
    const nar = new Person(country.origin);
    await writeAppeal(nar, { identity: "shown", proof: "at-once" });
    const number = await sendAppeal(nar, language);
    const shown = (await nar.post(`/${language}/appeal/receipt/secret`, { post: "" })).body.toString();
    const secret = />([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</.exec(shown)?.[1];
    assert.ok(secret);
    await country.sequence();
    return { number, secret };
  };
  return { asked: await fileOn(0, "tk"), answered: await fileOn(1, "ru"), refused: await fileOn(2, "tk") };
}

function seedOf({ portal }: LivingCountry): Uint8Array {
  return demoSeedOf(portal.configuration.keysFolder, () => assert.fail("the demo has its seed"));
}

async function sitDown(
  browser: Browser,
  country: LivingCountry,
  key: string,
  language: Seat["language"],
): Promise<Seat> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: country.origin,
    viewport: phone,
  });
  context.setDefaultTimeout(pageTimeoutMs);
  const page = await context.newPage();
  await signIn(page, language, demoSignIn(seedOf(country), key));
  const seat = { page, language, country };
  await follow(seat, "/desk");
  return seat;
}

/** Goes where a link of the page leads. */
async function follow({ page, language }: Seat, path: string): Promise<void> {
  await page.locator(`main a[href="/${language}${path}"]`).first().click();
  await page.waitForLoadState();
}

/** Sends a form of the page, with what is filled in. What it enters stands in the log before the next one. */
async function press({ page, language, country }: Seat, path: string): Promise<void> {
  country.clock.now += formMs;
  await send(page, `/${language}${path}`);
  await country.sequence();
}

/** The way back from a page leads to the queue as it was narrowed. */
async function backToQueue({ page, language }: Seat, path: string): Promise<void> {
  await page.locator(`nav a[href="/${language}${path}"]`).first().click();
  await page.waitForLoadState();
}

async function textOf({ page }: Seat): Promise<string> {
  return (await page.locator("main").textContent()) ?? "";
}

/** Opens the texts, which nobody sees before that is entered. */
async function open(seat: Seat, { number }: Filed): Promise<void> {
  const path = `/desk/${number}`;
  assert.doesNotMatch(await textOf(seat), /üç aý bäri gaz ýok/, "texts are closed");
  await press(seat, `${path}/open`);
  assert.match(await textOf(seat), /üç aý bäri gaz ýok/);
}

/** The rows of a queue: the day that is due, with how it came about, by number. */
async function queueOf({ page }: Seat): Promise<ReadonlyMap<string, { due: string; why: string }>> {
  const rows = new Map<string, { due: string; why: string }>();
  for (const row of await page.locator("tbody tr").all()) {
    const number = (await row.locator("a.code").textContent()) ?? "";
    const due = (await row.locator("time").first().getAttribute("datetime")) ?? "";
    rows.set(number, { due, why: (await row.locator(".hint").first().textContent()) ?? "" });
  }
  return rows;
}

async function keepTemplate(head: Seat): Promise<void> {
  await follow(head, "/desk/overview");
  await follow(head, "/desk/templates");
  await head.page.fill('input[name="name"]', template.name);
  await head.page.fill('textarea[name="textTk"]', template.tk);
  await head.page.fill('textarea[name="textRu"]', template.ru);
  await press(head, "/desk/templates");
  assert.match(await textOf(head), new RegExp(`${template.name}.*Türkmençe, Русский`));
  await backToQueue(head, "/desk");
}

/** The head ticks all three in the queue of what nobody has, and gives them to one post. Gives the days of their rows. */
async function giveAllAtOnce(head: Seat, { asked, answered, refused }: Cases): Promise<readonly string[]> {
  await follow(head, "/desk?show=unassigned");
  const numbers = [asked, answered, refused].map(({ number }) => number);
  // The year before may have left one there too.
  const rows = [...(await queueOf(head))];
  const days = rows.map(([, { due }]) => due);
  assert.deepEqual(days, days.toSorted(), "by due day");
  const ours = rows.filter(([number]) => numbers.includes(number));
  assert.deepEqual(
    ours.map(([number]) => number),
    numbers,
  );
  for (const [, { why }] of ours) assert.match(why, /^15 iş güni, başy: /);
  for (const number of numbers) await head.page.check(`input[name="case"][value="${number}"]`);
  await head.page.selectOption('select[name="to"]', "gas-supply");
  await press(head, "/desk/assign");
  assert.match(await textOf(head), /Berildi: 3\./);
  await follow(head, "/desk?show=unassigned");
  const left = await queueOf(head);
  assert.ok(!numbers.some((number) => left.has(number)), "back where the head was, and none of them is left");
  return ours.map(([, { due }]) => due);
}

/** He reads and asks; while Nar is waited for, the queue says until when the clock may stand. */
async function ask(sazak: Seat, asked: Filed): Promise<string> {
  const path = `/desk/${asked.number}`;
  await follow(sazak, "/desk?show=mine");
  await follow(sazak, path);
  await open(sazak, asked);
  await follow(sazak, `${path}/clarify`);
  await sazak.page.check('input[name="reason"][value="place-unclear"]');
  await sazak.page.fill('textarea[name="text"]', words.question);
  await press(sazak, `${path}/clarify`);
  await backToQueue(sazak, "/desk?show=mine");
  const row = (await queueOf(sazak)).get(asked.number);
  assert.match(row?.why ?? "", /ждём ответа с .*, не дольше 10 рабочих дней/);
  assert.ok(row);
  return row.due;
}

/** Words of his own first, then the text of the district in the language of the appeal, and a file beside it. */
async function replyFromTemplate(sazak: Seat, answered: Filed): Promise<void> {
  const path = `/desk/${answered.number}`;
  const { page } = sazak;
  await follow(sazak, path);
  await open(sazak, answered);
  await follow(sazak, `${path}/answer`);
  await page.check('input[value="satisfied"]');
  await press(sazak, `${path}/answer`);
  await page.fill('textarea[name="text"]', words.greeting);
  await page.locator('button[name="insert"]', { hasText: template.name }).click();
  await page.waitForLoadState();
  assert.equal(
    await page.locator('textarea[name="text"]').inputValue(),
    `${words.greeting}\n\n${template.ru}`,
  );
  await page.setInputFiles('input[type="file"]', attachment);
  await press(sazak, `${path}/answer/text`);
  const read = await textOf(sazak);
  assert.match(read, /Газопровод ремонтируют\./);
  assert.match(read, /meýilnama\.txt/);
  await press(sazak, `${path}/answer/check`);
  assert.equal(await page.locator('[role="alert"]').count(), 1, "what was done is said");
  await backToQueue(sazak, "/desk?show=mine");
}

async function writeRefusal(sazak: Seat, path: string, text: string): Promise<void> {
  const { page } = sazak;
  await follow(sazak, `${path}/answer`);
  await page.check('input[value="refused"]');
  await press(sazak, `${path}/answer`);
  await page.check('input[name="unheard"][value="as-applicant-stated"]');
  await page.fill('textarea[name="text"]', text);
  await page.check('input[name="grounds"][value="facts-not-confirmed"]');
  await page.fill('textarea[name="law"]', "76");
  await press(sazak, `${path}/answer/text`);
  await press(sazak, `${path}/answer/check`);
}

/** What the head has read is not what waits by then: it is read anew, and only then approved. */
async function refuseByTwo(sazak: Seat, head: Seat, refused: Filed): Promise<void> {
  const path = `/desk/${refused.number}`;
  await follow(sazak, path);
  await open(sazak, refused);
  await writeRefusal(sazak, path, words.first);
  await follow(sazak, `${path}/refusal`);
  assert.equal(
    await sazak.page.locator(`form[action$="/refusal/approve"]`).count(),
    0,
    "not by who wrote it",
  );
  await sazak.page.goBack();

  await follow(head, "/desk");
  assert.match(await textOf(head), /Tassyklanmaly \(1\)/);
  await follow(head, "/desk?show=approve");
  await follow(head, path);
  await open(head, refused);
  await follow(head, `${path}/refusal`);
  assert.match(await textOf(head), new RegExp(words.first));

  await press(sazak, `${path}/refusal/take-back`);
  await writeRefusal(sazak, path, words.altered);

  await press(head, `${path}/refusal/approve`);
  const shown = await textOf(head);
  assert.match(shown, /täzeden ýazyldy/);
  assert.match(shown, new RegExp(words.altered));
  await press(head, `${path}/refusal/approve`);
  assert.match(await textOf(head), /Ret jogaby tassyklandy we iberildi/);
}

async function handOver(sazak: Seat, friday: CivilDate): Promise<void> {
  const { page } = sazak;
  const typed = (day: CivilDate) => civilDateText(day).split("-").reverse().join(".");
  await backToQueue(sazak, "/desk?show=mine");
  await follow(sazak, "/desk/overview");
  await follow(sazak, "/desk/handover");
  await page.selectOption('select[name="deputy"]', "utilities");
  await page.fill('input[name="from"]', typed(friday));
  await page.fill('input[name="through"]', typed(addDays(friday, 7)));
  await press(sazak, "/desk/handover");
  assert.match(await textOf(sazak), /Специалист по газоснабжению\s*Специалист по коммунальным/);
}

async function clarify(country: LivingCountry, { number, secret }: Filed): Promise<void> {
  const nar = new Person(country.origin);
  const { page } = await nar.fill("/tk/case", { number, code: secret });
  assert.match(page.body.toString(), /Haýsy köçede, haçandan bäri\?/);
  await nar.fill(`/tk/case/${number}/clarify`, { text: words.clarified });
  await country.sequence();
}

/** What lay with Sazak lies with Selin; until what day the clock says anew. */
async function answerAsDeputy(selin: Seat, asked: Filed): Promise<string> {
  const path = `/desk/${asked.number}`;
  await follow(selin, "/desk?show=mine");
  const row = (await queueOf(selin)).get(asked.number);
  assert.ok(row, "the deputy has the case");
  await follow(selin, path);
  assert.match(await textOf(selin), /Gaz üpjünçiligi boýunça hünärmen/);
  await open(selin, asked);
  assert.match(await textOf(selin), new RegExp(words.clarified));
  await follow(selin, `${path}/answer`);
  await selin.page.check('input[value="satisfied"]');
  await press(selin, `${path}/answer`);
  await selin.page.fill('textarea[name="text"]', words.deputy);
  await press(selin, `${path}/answer/text`);
  await press(selin, `${path}/answer/check`);
  assert.match(await textOf(selin), /Jogap iberildi/);
  return row.due;
}

/** Each answer is what was sent last, and by whom her texts were opened stands there for her. */
async function narReads(country: LivingCountry, { asked, answered, refused }: Cases): Promise<void> {
  const pageOf = async ({ number, secret }: Filed, end = "") => {
    const nar = new Person(country.origin);
    const { page } = await nar.fill("/tk/case", { number, code: secret });
    return (end === "" ? page : await nar.get(`/tk/case/${number}${end}`)).body.toString();
  };
  const readings = await pageOf(asked, "/readings");
  assert.deepEqual(
    [...readings.matchAll(/(Gaz üpjünçiligi|Jemagat hyzmatlary) boýunça hünärmen/g)].map(([, post]) => post),
    ["Jemagat hyzmatlary", "Gaz üpjünçiligi"],
  );
  assert.match(await pageOf(asked), new RegExp(words.deputy));
  const reply = await pageOf(answered);
  assert.match(reply, new RegExp(template.ru));
  assert.match(reply, new RegExp(attachment.name));
  const no = await pageOf(refused);
  assert.match(no, new RegExp(words.altered));
  assert.ok(!no.includes(words.first));
}

/** Nothing is asked of us any more: the copy was made while the programs ran, and is judged when they do not. */
async function outsiderLooks(country: LivingCountry, folder: string, story: Story): Promise<void> {
  const mirror = join(folder, "record");
  const policy = country.places.policyFile;
  const copied = await aydyn("mirror", `${country.origin}/log/executive`, mirror, "--policy", policy);
  assert.equal(copied.code, 0, copied.output);
  await country.stop();
  await assert.rejects(fetch(country.origin));

  const verified = JSON.parse((await aydyn("verify", "log", mirror, "--policy", policy, "--json")).printed);
  // The year before holds a planted gap, and bodies that came late.
  const wrong = verified.findings.filter(({ kind }: { kind: string }) => kind !== "serial-gap");
  assert.deepEqual(wrong, []);
  const ofTheDay = verified.conduct.filter(({ index }: { index: number }) => index >= story.before);
  assert.deepEqual(ofTheDay, [], "no day is later than the law allows, and no act out of its order");

  const days = ["--from", civilDateText(story.monday), "--at", civilDateText(addDays(story.monday, 4))];
  const report = await aydyn("report", mirror, "--policy", policy, "--body", district, ...days, "--json");
  const { filed, clarificationsAsked, answered, refused, inTime, late } = JSON.parse(report.printed)
    .bodies[0];
  assert.deepEqual(
    { filed, clarificationsAsked, answered, refused, inTime, late },
    { filed: 3, clarificationsAsked: 1, answered: 3, refused: 1, inTime: 3, late: 0 },
  );
  await eachActStandsThere(country, mirror, story);
  assertNameNobody(textsIn(mirror), markersOf(country, story));
}

async function eachActStandsThere(
  { trust }: LivingCountry,
  mirror: string,
  { before, monday, dues }: Story,
): Promise<void> {
  const published = await readPublished(
    { engine: nativeEngine, source: folderSource(mirror), trust },
    () => {},
  );
  assert.ok(published.ok && published.value.parameters !== null);
  const { parameters } = published.value.parameters;
  const leaves = (await leavesOf(mirror, published.value.head.checkpoint.size)).slice(before);
  const lines = leaves.map(({ time, kind }) => {
    const day = civilDateAt(time, parameters.timeZone) - monday;
    return `${["Monday", "Tuesday", "Wednesday", "", "Friday"][day]}: ${kindOfLeafNumber(kind)}`;
  });
  assert.deepEqual(lines, [
    "Monday: filed-complaint",
    "Tuesday: filed-complaint",
    "Wednesday: filed-complaint",
    ...Array<string>(3).fill("Wednesday: assigned"),
    ...["Wednesday: read", "Wednesday: clarification-asked"],
    ...["Wednesday: read", "Wednesday: answered"],
    // The second person reads what is refused as well.
    ...["Wednesday: read", "Wednesday: read", "Wednesday: refused"],
    ...["Friday: clarification-given", "Friday: read", "Friday: answered"],
  ]);
  for (const leaf of leaves.filter(({ kind }) => kindOfLeafNumber(kind) === "read"))
    assert.ok(isZeroTag(leaf.caseTag), "nobody learns from the record which case was read");

  const [first = "", second = "", third = ""] = dues.filed;
  const byCase = Map.groupBy(
    leaves.filter(({ caseTag }) => !isZeroTag(caseTag)),
    ({ caseTag }) => toHex(caseTag),
  );
  const duesOf = (acts: readonly Leaf[]) =>
    acts.map(({ due }) => (due === 0 ? null : civilDateText(civilDateOfDays(due))));
  assert.deepEqual(
    [...byCase.values()].map(duesOf),
    [
      [first, first, dues.whileAsked, dues.onceClarified, null],
      [second, second, null],
      [third, third, null],
    ],
    "the days of the record are those that the desk was shown",
  );
  daysAreLawful(parameters, monday, [...byCase.values()][0] ?? []);
}

/** Fifteen working days, and as many more as Nar was waited for: at most ten, and then two. */
function daysAreLawful(parameters: Parameters, monday: CivilDate, acts: readonly Leaf[]): void {
  const [filed, , whileAsked, onceClarified] = acts;
  assert.ok(filed && whileAsked && onceClarified);
  const [calendar, week] = [calendarAt(parameters, filed.time), weekOf(parameters, filed.body)];
  const between = (after: number, through: number) =>
    countWorkingDays(calendar, week, civilDateOfDays(after), civilDateOfDays(through));
  assert.equal(between(monday, filed.due), 15);
  assert.equal(between(filed.due, whileAsked.due), 10);
  assert.equal(between(filed.due, onceClarified.due), between(monday + 2, monday + 4));
}

/** Every file as it is, and what lies in it in base64. */
function textsIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const parts = files.flatMap((text) => [...text.matchAll(/"bytes":"([^"]*)"/g)]);
  return [...files, ...parts.map(([, bytes = ""]) => Buffer.from(bytes, "base64").toString("utf8"))];
}

/** Who they are, what they wrote, and by what the cases are found. */
function markersOf(country: LivingCountry, { cases }: Story): readonly string[] {
  const people = Object.values(officials).map((key) => demoSignIn(seedOf(country), key));
  return [
    ...["Nar Küýzeçi", "üç aý bäri gaz ýok"],
    ...people.flatMap(({ person, number }) => [person.name, number]),
    ...Object.values(cases).flatMap(({ number, secret }: Filed) => [number, secret]),
    ...[...Object.values(words), template.tk, template.ru, attachment.name],
  ];
}

/** Every entry of the copied log, once the tree over them has been verified. */
async function leavesOf(mirror: string, size: number): Promise<readonly Leaf[]> {
  const leaves: Leaf[] = [];
  const outcome = await auditTree({
    engine: nativeEngine,
    source: folderSource(mirror),
    size,
    knownSize: 0,
    signedRoots: new Map(),
    visit: async ({ entries }) => {
      for (const entry of entries) {
        const leaf = decodeLeaf(entry);
        assert.ok(leaf.ok);
        leaves.push(leaf.value);
      }
    },
    progress: { at: () => {}, end: () => {} },
  });
  assert.deepEqual(outcome.findings, []);
  return leaves;
}
