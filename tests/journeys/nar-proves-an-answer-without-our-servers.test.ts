/**
 * The whole way: Nar files an appeal in an Internet café, in Turkmen, without JavaScript and without an account; the
 * district answers; she keeps the receipt, copies the record to a folder, our servers stop, and the folder alone
 * proves what was done and when.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { figureOf, metricsFaults, readFigures } from "#tests/operations/promtool.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { aydyn } from "./auditor-command.ts";
import { send, signIn, withBrowser } from "./browser.ts";
import { assertLogsNameNobody, assertNameNobody } from "./program-logs.ts";
import { type RunningCountry, withRunningCountry } from "./running-country.ts";

const appeals = 40;
const pageTimeoutMs = 10_000;
const proofWaitMs = 20_000;
const proofPauseMs = 250;
const officialKey = "gas-official";
const headKey = "head-alagoz-etrap";
const district = "alagoz-etrap";
const mailAddress = "nar.kuyzechi@example.org";
const strayWord = "Ogulgerek Çynar";
/** All that a figure may be told apart by. */
const figureLabels =
  "answer check event le level log method node role route state status version witness".split(" ");

test("Nar proves from a folder what the district did and when, without our servers", {
  skip: skipUnless("chromium"),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-nar-"));
  try {
    await withRunningCountry(appeals, async (country) => {
      await withBrowser(async (browser) => {
        const nar = await pageFor(browser, country);
        const { number, receipt } = await fileAppeal(nar, folder);
        await askForMail(nar, number);
        await answerAppeal(browser, country, number);
        await readAnswer(nar, number);
        await programsAreWell(country);
        await strangersWriteAnywhere(country, number);
        await figuresNameNobody(country, number);
        const answer = await download(nar, number, 3, join(folder, "answer.json"));
        const opened = await downloadOpened(nar, number, join(folder, "answer-opened.json"));
        await checkAlone(country, folder, { receipts: [receipt, answer], opened });
        logsNameNobody(country, number);
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function pageFor(browser: Browser, { configuration }: RunningCountry): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: configuration.origin,
    viewport: { width: 360, height: 740 },
    locale: "tk",
  });
  context.setDefaultTimeout(pageTimeoutMs);
  return await context.newPage();
}

async function fileAppeal(page: Page, folder: string): Promise<{ number: string; receipt: string }> {
  await page.goto("/tk/appeal");
  await send(page, "/tk/appeal");
  await page.check('input[value="filed-complaint"]');
  await send(page, "/tk/appeal/kind");
  await page.goto("/tk/appeal/body/all");
  await page
    .locator(`input[name="body"][value="${district}"], option[value="${district}"]`)
    .first()
    .waitFor({ state: "attached" });
  await chooseBody(page);
  await send(page, "/tk/appeal/about");
  await page.fill('input[name="subject"]', "Gaz ýok");
  await page.fill('textarea[name="text"]', "Obamyzda üç aý bäri gaz ýok.\nHaçan beriljek?");
  await send(page, "/tk/appeal/text");
  await send(page, "/tk/appeal/file");
  await page.check('input[name="whom"][value="self"]');
  await send(page, "/tk/appeal/whom");
  await page.check('input[name="identity"][value="shown"]');
  await send(page, "/tk/appeal/identity");
  await page.fill('input[name="name"]', "Nar Küýzeçi");
  await page.fill('input[name="address"]', "Çeşme obasy");
  await send(page, "/tk/appeal/you");
  assert.match(await page.content(), /Haçan beriljek/);
  await send(page, "/tk/appeal/check");
  assert.match(page.url(), /\/tk\/appeal\/receipt$/);
  const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(await page.content())?.[0];
  assert.ok(number, "the receipt shows the number");
  return { number, receipt: await download(page, number, 1, join(folder, "filing.json")) };
}

async function chooseBody(page: Page): Promise<void> {
  const radio = page.locator(`input[name="body"][value="${district}"]`);
  if ((await radio.count()) > 0) await radio.first().check();
  else await page.selectOption('select[name="body"]', district);
  await page.locator('form:has([name="body"]) button').first().click();
  await page.waitForLoadState();
}

/**
 * Fetches with the browser's own cookies, as a click on the link does. A receipt begins as the body's promise; Nar
 * comes back until it is a proof.
 */
async function download(page: Page, number: string, act: number, file: string): Promise<string> {
  for (const deadline = Date.now() + proofWaitMs; ; ) {
    const answer = await page.request.get(`/tk/case/${number}/act/${act}/receipt.json`);
    assert.equal(answer.status(), 200);
    const receipt = await answer.body();
    if (receipt.includes('"proof"')) {
      writeFileSync(file, receipt);
      return file;
    }
    assert.ok(Date.now() < deadline, `act ${act} is in the record within ${proofWaitMs} ms`);
    await page.waitForTimeout(proofPauseMs);
  }
}

/** The reply with all its parts, behind a button of its own since it shows the texts. */
async function downloadOpened(page: Page, number: string, file: string): Promise<string> {
  await page.goto(`/tk/case/${number}`);
  const downloading = page.waitForEvent("download");
  await page.locator(`form[action="/tk/case/${number}/act/3/opening"] button`).click();
  await (await downloading).saveAs(file);
  return file;
}

async function answerAppeal(browser: Browser, country: RunningCountry, number: string): Promise<void> {
  const seed = demoSeedOf(country.configuration.keysFolder, () => assert.fail("the demo has its seed"));
  const head = await pageFor(browser, country);
  await signIn(head, "tk", demoSignIn(seed, headKey));
  await head.goto(`/tk/desk/${number}/assign`);
  await head.check('input[name="post"][value="gas-supply"]');
  await send(head, `/tk/desk/${number}/assign`);

  const official = await pageFor(browser, country);
  await signIn(official, "ru", demoSignIn(seed, officialKey));
  await official.goto(`/ru/desk/${number}`);
  assert.doesNotMatch(
    await official.content(),
    /Haçan beriljek/,
    "texts are closed until the reading is recorded",
  );
  await send(official, `/ru/desk/${number}/open`);
  assert.match(await official.content(), /Haçan beriljek/);
  await official.goto(`/ru/desk/${number}/answer`);
  await official.check('input[value="satisfied"]');
  await send(official, `/ru/desk/${number}/answer`);
  await official.fill('textarea[name="text"]', "Gaz geçiriji bejerildi, gaz berildi.");
  await send(official, `/ru/desk/${number}/answer/text`);
  await send(official, `/ru/desk/${number}/answer/check`);
}

async function readAnswer(page: Page, number: string): Promise<void> {
  await page.goto(`/tk/case/${number}`);
  const content = await page.content();
  assert.match(content, /Gaz geçiriji bejerildi/);
  assert.match(content, /class="timeline"/);
}

/** What the operator is told by the running programs: all is well, and nothing of Nar. */
async function programsAreWell({ configuration }: RunningCountry): Promise<void> {
  const { operationsPort, workerPort, port } = configuration;
  for (const [program, at, checks] of [
    ["portal", operationsPort, "database schema checkpoint disk"],
    ["worker", workerPort, "sequencer database schema log-head checkpoint disk mail files"],
  ] as const) {
    const answer = await fetch(`http://127.0.0.1:${at}/health/ready`);
    const report = JSON.parse(await answer.text());
    assert.equal(answer.status, 200, JSON.stringify(report));
    assert.deepEqual([report.program, report.ready], [program, true]);
    assert.deepEqual(report.checks.map(({ name }: { name: string }) => name).join(" "), checks);
    const ill = report.checks.filter(
      ({ name, state }: { name: string; state: string }) => state !== "fine" && name !== "disk",
    );
    assert.deepEqual(ill, []);
  }
  for (const path of ["health/ready", "metrics"]) {
    const asked = await fetch(`http://127.0.0.1:${port}/${path}`);
    assert.equal(asked.status, 404, "people's address tells nothing of it");
  }
}

async function askForMail(page: Page, number: string): Promise<void> {
  await page.goto(`/tk/case/${number}/notices`);
  await page.fill('input[name="address"]', mailAddress);
  await send(page, `/tk/case/${number}/notices`);
  assert.match(page.url(), /\/asked$/);
}

/** The figures of the running programs: Prometheus reads them, they say what happened, and no label names anybody. */
async function figuresNameNobody(country: RunningCountry, number: string): Promise<void> {
  const { operationsPort, workerPort } = country.configuration;
  const texts = await Promise.all(
    [operationsPort, workerPort].map(async (port) =>
      (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
    ),
  );
  for (const text of texts) assert.equal(skipUnless("promtool") || metricsFaults(text), "");
  const [portal = [], worker = []] = texts.map(readFigures);
  const answered = { method: "POST", route: "/desk/:number/answer/check", status: "303" };
  assert.equal(figureOf(portal, "aydyn_http_requests_total", answered), 1);
  assert.ok(figureOf(portal, "aydyn_http_request_duration_seconds_count") > 40);
  assert.ok(figureOf(portal, "aydyn_database_connections", { role: "desk" }) > 0);
  const { publishedFolder } = logPlaces(country.configuration, "executive");
  const size = Number(readFileSync(join(publishedFolder, "checkpoint"), "utf8").split("\n")[1]);
  assert.equal(figureOf(worker, "aydyn_log_published_entries"), size);
  assert.equal(figureOf(worker, "aydyn_acts_waiting"), 0);
  assert.equal(figureOf(worker, "aydyn_check_failed"), 0);
  assert.equal(figureOf(worker, "aydyn_log_events_total", { event: "record-differs" }), 0);
  assert.ok(figureOf(worker, "aydyn_log_witness_answers_total", { answer: "cosigned" }) >= 2);
  assert.equal(figureOf(worker, "aydyn_mails_sent_total"), 1);
  const labels = [...portal, ...worker].flatMap((figure) => Object.keys(figure.labels));
  assert.deepEqual([...new Set(labels)].sort(), figureLabels);
  assertNameNobody(texts, markersOf(country, number));
}

/** Whatever is sent, and however wrong, a log is no place for it. */
async function strangersWriteAnywhere({ configuration }: RunningCountry, number: string): Promise<void> {
  const { origin } = configuration;
  const stray = encodeURIComponent(strayWord);
  const json = { "content-type": "application/json" };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const sent: readonly (readonly [string, RequestInit])[] = [
    [
      `/tk/${stray}?code=${stray}`,
      { headers: { cookie: `session=${stray}`, referer: `${origin}/${stray}` } },
    ],
    [`/ru/case/${stray}`, { headers: { "x-forwarded-for": "198.51.100.77", "user-agent": stray } }],
    [`/log/executive/${stray}`, {}],
    ["/api/v1/appeals", { method: "POST", headers: json, body: `{"text":"${strayWord}",` }],
    [
      "/api/v1/appeals/status",
      { method: "POST", headers: json, body: JSON.stringify({ [strayWord]: number }) },
    ],
    ["/tk/case", { method: "POST", headers: form, body: `number=${number}&code=${stray}` }],
    ["/tk/sign-in", { method: "POST", headers: form, body: `number=${stray}&password=${stray}` }],
    ["/tk/case", { method: "POST", headers: { "content-type": stray }, body: strayWord }],
  ];
  for (const [path, request] of sent)
    assert.ok((await fetch(`${origin}${path}`, { ...request, redirect: "manual" })).status < 500, path);
}

/** What Nar wrote and was given, what those who answered her were given, and what strangers sent. */
function markersOf({ configuration }: RunningCountry, number: string): readonly string[] {
  const seed = demoSeedOf(configuration.keysFolder, () => assert.fail("the demo has its seed"));
  const people = [officialKey, headKey].map((key) => demoSignIn(seed, key));
  return [
    ...[number, mailAddress, strayWord, "198.51.100.77"],
    ...["Küýzeçi", "Çeşme", "Gaz ýok", "Haçan beriljek", "Gaz geçiriji", "bejerildi"],
    ...people.flatMap((person) => [person.number, person.password, ...person.codes]),
  ];
}

/** Every program has written, and none anything of anybody. */
function logsNameNobody(country: RunningCountry, number: string): void {
  const events = assertLogsNameNobody(country.printed, markersOf(country, number));
  assert.deepEqual([...events.keys()].sort(), ["portal", "witness-1", "witness-2", "worker"]);
  assert.ok(events.get("worker")?.includes("sequencing"));
  const requests = events.get("portal")?.filter((event) => event === "request") ?? [];
  assert.ok(requests.length > 40, `${requests.length} requests were logged`);
}

/** Everything from outside: the copy is made while the servers run, and judged when they do not. */
async function checkAlone(
  country: RunningCountry,
  folder: string,
  files: { readonly receipts: readonly string[]; readonly opened: string },
): Promise<void> {
  const { configuration } = country;
  const mirror = join(folder, "record");
  const policy = logPlaces(configuration, "executive").policyFile;
  const mirrored = await aydyn("mirror", `${configuration.origin}/log/executive`, mirror, "--policy", policy);
  assert.equal(mirrored.code, 0, mirrored.output);
  await country.stop();
  await assert.rejects(fetch(`${configuration.origin}/health`));

  for (const receipt of files.receipts) {
    const verdict = await aydyn("verify", "receipt", receipt, "--policy", policy, "--against", mirror);
    assert.equal(verdict.code, 0, verdict.output);
    const unjudged = await aydyn("verify", "receipt", receipt);
    assert.equal(unjudged.code, 3, unjudged.output);
    const forged = JSON.parse(readFileSync(receipt, "utf8"));
    forged.leaf = forged.leaf.replace(/^..../, "AQAD");
    writeFileSync(`${receipt}.forged`, JSON.stringify(forged));
    assert.equal((await aydyn("verify", "receipt", `${receipt}.forged`, "--policy", policy)).code, 1);
  }
  const signed = await aydyn("verify", "receipt", files.opened, "--policy", policy, "--against", mirror);
  assert.equal(signed.code, 0, signed.output);
  assert.match(signed.output, /signed by the body's own key/);
  const altered = JSON.parse(readFileSync(files.opened, "utf8"));
  altered.opening.parts[1].bytes = Buffer.from('{"files":[],"text":"Hiç zat edilmedi."}').toString("base64");
  writeFileSync(`${files.opened}.altered`, JSON.stringify(altered));
  assert.equal((await aydyn("verify", "receipt", `${files.opened}.altered`, "--against", mirror)).code, 1);
  // The year holds a planted serial gap: the tree verifies, the record names the gap and nothing else.
  const log = await aydyn("verify", "log", mirror, "--policy", policy);
  assert.match(log.output, /serial/i, log.output);
  const report = await aydyn("report", mirror, "--policy", policy, "--body", district);
  assert.match(report.output, /alagoz-etrap/, report.output);
}
