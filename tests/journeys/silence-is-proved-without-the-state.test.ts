/**
 * The same story where the state does not take part at all. An association keeps a register of its own; nobody at the gas
 * company has heard of it. A grandson enters on a telephone, without JavaScript, what his grandmother posted two months ago,
 * with a photo of the posting receipt. The company stays silent. He prints the certificate and takes a copy of the record
 * on a stick. Then the association's servers stop for good. A relative abroad has the paper, the stick and the policy file: the code
 * on the paper gives the same certificate, in three languages, and it claims no more than the posting receipt proves.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { addDays, civilDateAt, civilDateText, yearMonthDayOf } from "#core/clock/civil-date.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { send, withBrowser } from "./browser.ts";
import {
  aydyn,
  ended,
  freePort,
  run,
  started,
  withEmptyDatabase,
  witnessKeyIn,
  witnessName,
  witnessOf,
} from "./founded-programs.ts";

const checkout = join(import.meta.dirname, "..", "..");
const origin = "register.garassyz.example";
const keeper = "Garaşsyz hasap jemgyýeti";
const company = "gaz-kompaniyasy";
const letterDaysAgo = 60;
const pageTimeoutMs = 15_000;
const certificateWaitMs = 30_000;
const stepMs = 250;
const secretWords = /Çeşme obasynda gaz ýok|Nar Küýzeçi|RR555/;
const sentOn = addDays(civilDateAt(Date.now(), "Asia/Ashgabat"), -letterDaysAgo);

/** A photo of the posting receipt: the smallest PNG there is. */
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);

test("a body that takes no part is silent, and a stick and a sheet of paper prove it", {
  skip: skipUnless("chromium", "pdftotext", "pdftoppm", "qpdf", "zbarimg"),
}, async () => {
  const association = mkdtempSync(join(tmpdir(), "aydyn-association-"));
  const lawyers = mkdtempSync(join(tmpdir(), "aydyn-lawyers-"));
  const stick = mkdtempSync(join(tmpdir(), "aydyn-stick-"));
  try {
    await withEmptyDatabase(async (databaseUrl, children) => {
      const port = await freePort();
      const environment = {
        AYDYN_DATA: join(association, "data"),
        DATABASE_URL: databaseUrl,
        AYDYN_PORT: port,
        AYDYN_OPERATIONS_PORT: await freePort(),
        AYDYN_WORKER_PORT: await freePort(),
        AYDYN_LOG_ORIGIN: origin,
        AYDYN_MODE: "production",
        AYDYN_REGISTER: "outside",
        AYDYN_KEEPER_NAME: keeper,
        AYDYN_KEEPER_CONTACT: "Çynar, Bag köçesi, 4",
      };
      const portal = `http://localhost:${port}`;
      const witnessPort = await freePort();
      const file = join(association, "register.json");
      const witnessKey = await witnessKeyIn(lawyers);
      writeFileSync(file, describeRegister(witnessKey, `http://127.0.0.1:${witnessPort}`));
      const founded = await run(process.execPath, ["tools/found.ts", file, "--yes"], environment);
      assert.equal(founded.code, 0, founded.output);
      const logKey = /Give this key[^\n]*\n +(\S+)/.exec(founded.output)?.[1] ?? "";
      children.push((await witnessOf(lawyers, logKey, witnessPort)).child);
      const programs = await started(process.execPath, ["tools/run-demo.ts"], environment, /Aydyn is ready/);
      children.push(programs.child);
      const policy = join(stick, "policy.txt");
      writeFileSync(policy, readFileSync(join(association, "data", "policy", "executive.txt")));
      const paper = join(stick, "certificate.pdf");
      await withBrowser(async (browser) => {
        const page = await telephone(browser, portal);
        const number = await enterLetter(page);
        writeFileSync(paper, await certificateOf(page, number));
        await saveCalculator(portal, join(stick, "deadline.html"));
        await useCalculatorFrom(browser, join(stick, "deadline.html"));
      });
      const mirror = join(stick, "record");
      await copyWhole(portal, { published: join(association, "data", "log", "executive"), mirror }, policy);
      for (const child of children.splice(0).toReversed()) await ended(child);
      await assert.rejects(fetch(`${portal}/health`));
    });
    rmSync(association, { recursive: true, force: true });
    await proveAbroad(stick);
  } finally {
    for (const folder of [association, lawyers, stick]) rmSync(folder, { recursive: true, force: true });
  }
});

/** The association keeps the register; the gas company of the place stands in it without knowing. */
function describeRegister(verifierKey: string, url: string): string {
  const { groups: _, ...example } = JSON.parse(
    readFileSync(join(checkout, "docs", "example-country.json"), "utf8"),
  );
  const [cabinet, ministry] = example.bodies;
  const [witness] = example.witnesses;
  const same = (text: string) => ({ tk: text, ru: text, en: text });
  const person = (key: string, role: string, post: string, grantedBy: string, approvedBy: string) => ({
    key,
    name: `Adam ${key}`,
    offices: [{ body: 1, role, post, grantedBy, approvedBy }],
  });
  return JSON.stringify({
    ...example,
    name: same(keeper),
    logOrigin: origin,
    bodies: [
      { ...cabinet, slug: "garassyz-hasap", name: same(keeper) },
      {
        ...ministry,
        slug: company,
        name: { tk: "Gaz kompaniýasy", ru: "Газовая компания", en: "Gas Company" },
        filingsPerMonth: 1,
        takesPart: false,
      },
    ],
    witnesses: [{ ...witness, name: witnessName, verifierKey, url }],
    quorum: witnessName,
    people: [
      person("head", "head", "head", "registry", "control"),
      person("registry", "operator", "registry", "head", "control"),
      person("control", "official", "control", "head", "registry"),
    ],
  });
}

async function telephone(browser: Browser, portal: string): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal,
    viewport: { width: 360, height: 740 },
    locale: "tk",
  });
  context.setDefaultTimeout(pageTimeoutMs);
  return await context.newPage();
}

async function enterLetter(page: Page): Promise<string> {
  await page.goto("/tk/outside");
  assert.match(await page.content(), /Garaşsyz hasap jemgyýeti/);
  await page.goto("/tk/bodies/gaz-kompaniyasy");
  await page.click(`a[href="/tk/outside/record?body=${company}"]`);
  await page.check('input[name="way"][value="posted"]');
  await page.check('input[name="proof"][value="posting-receipt"]');
  const { year, month, day } = yearMonthDayOf(sentOn);
  await page.fill('input[name="sentOn"]', `${day}.${month}.${year}`);
  await page.fill('input[name="tracking"]', "RR555111222OG");
  await page.setInputFiles('input[name="scan"]', { name: "surat.png", mimeType: "image/png", buffer: photo });
  await page.fill('input[name="subject"]', "Çeşme obasynda gaz ýok");
  await page.fill('input[name="name"]', "Nar Küýzeçi");
  await page.check('input[name="consent"]');
  await send(page, "/tk/outside/record");
  assert.match(page.url(), /\/tk\/appeal\/receipt$/);
  const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(await page.content())?.[0];
  assert.ok(number, "the receipt shows the number");
  return number;
}

/** The page offers the paper once witnesses have seen the entry. */
async function certificateOf(page: Page, number: string): Promise<Buffer> {
  for (const deadline = Date.now() + certificateWaitMs; ; ) {
    await page.goto(`/tk/outside/case/${number}`);
    const link = page.locator(`a[href="/tk/outside/case/${number}/certificate.pdf"]`);
    if ((await link.count()) > 0) {
      const answer = await page.request.get(`/tk/outside/case/${number}/certificate.pdf`);
      assert.equal(answer.headers()["content-type"], "application/pdf");
      return await answer.body();
    }
    assert.ok(Date.now() < deadline, "the entry is witnessed in time");
    await page.waitForTimeout(stepMs);
  }
}

/** The calculator as the portal hands it out, with the calendar and the bodies of this register in it. */
async function saveCalculator(portal: string, file: string): Promise<void> {
  const answer = await fetch(`${portal}/deadline.html`);
  assert.equal(answer.status, 200);
  assert.match(
    answer.headers.get("content-security-policy") ?? "",
    /default-src 'none'; script-src 'sha256-/,
  );
  writeFileSync(file, await answer.text());
}

async function useCalculatorFrom(browser: Browser, file: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  await page.click("#en");
  await page.selectOption("#body", { label: "Gas Company" });
  const { year, month, day } = yearMonthDayOf(sentOn);
  await page.fill("#day", `${day}.${month}.${year}`);
  await page.check("#posted");
  await page.click("button[type=submit]");
  assert.match((await page.textContent("#letter-text")) ?? "", /I have had no answer/);
  await page.close();
}

/** The list of published files is written every few seconds: a copy is whole once it holds every text that is published. */
async function copyWhole(
  portal: string,
  { published, mirror }: { readonly published: string; readonly mirror: string },
  policy: string,
): Promise<void> {
  const payloadsIn = (folder: string) =>
    existsSync(join(folder, "payloads"))
      ? readdirSync(join(folder, "payloads"), { recursive: true, encoding: "utf8" }).sort()
      : [];
  for (const deadline = Date.now() + certificateWaitMs; ; ) {
    const copied = await run(aydyn, ["mirror", `${portal}/log/executive`, mirror, "--policy", policy]);
    assert.equal(copied.code, 0, copied.output);
    if (payloadsIn(mirror).join() === payloadsIn(published).join()) return;
    assert.ok(Date.now() < deadline, "what is said in public is listed in time");
    await pause(stepMs);
  }
}

/** Abroad, with what lies on the stick and nothing else. */
async function proveAbroad(stick: string): Promise<void> {
  const [paper, mirror, policy] = ["certificate.pdf", "record", "policy.txt"].map((name) =>
    join(stick, name),
  );
  assert.ok(paper && mirror && policy);
  execFileSync("qpdf", ["--check", paper]);
  const text = execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" });
  for (const title of [/Dymmak hakynda güwänama/, /Свидетельство о молчании/, /Certificate of silence/]) {
    assert.match(text, title);
  }
  assert.match(text, /That the letter reached the body\. Only that it was sent was shown\./);
  execFileSync("pdftoppm", ["-r", "150", "-png", "-f", "1", "-l", "1", paper, join(stick, "page")]);
  const [image = ""] = readdirSync(stick).filter((name) => name.startsWith("page"));
  const code = join(stick, "code.txt");
  const reading = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", join(stick, image)];
  writeFileSync(
    code,
    execFileSync("zbarimg", reading, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );

  const out = join(stick, "out");
  const drawn = await run(aydyn, ["certificate", code, "--mirror", mirror, "--policy", policy, "--out", out]);
  assert.equal(drawn.code, 0, drawn.output);
  assert.match(drawn.output, /CERTIFIED: silent/);
  const digits = /\d{4} \d{4} \d{4}/.exec(drawn.output)?.[0];
  const [name = ""] = readdirSync(out);
  const certificate = join(out, name);
  const html = readFileSync(certificate, "utf8");
  const { year, month, day } = yearMonthDayOf(sentOn);
  const russianDay = `${String(day).padStart(2, "0")}.${String(month).padStart(2, "0")}.${year}`;
  assert.ok(html.includes(`Сдано на почту: ${russianDay}`), civilDateText(sentOn));
  assert.ok(digits !== undefined && html.includes(digits), "the digits that are read over the telephone");
  assert.match(html, /Bu ýazga jogap girizilmedi|bu ýazga jogap girizilmedi/);
  assert.match(html, /Орган в журнале не участвует/);
  assert.match(html, /It is not proved that the letter reached the body/);
  assert.doesNotMatch(html, secretWords, "neither text nor name nor number of the letter");

  const held = await run(aydyn, [
    "verify",
    "certificate",
    certificate,
    "--mirror",
    mirror,
    "--policy",
    policy,
  ]);
  assert.equal(held.code, 0, held.output);
  writeFileSync(certificate, html.replaceAll("It is not proved that", "It is proved that"));
  const lie = await run(aydyn, [
    "verify",
    "certificate",
    certificate,
    "--mirror",
    mirror,
    "--policy",
    policy,
  ]);
  assert.equal(lie.code, 1, lie.output);
  const files = readdirSync(mirror, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  for (const { parentPath, name: published } of files) {
    assert.doesNotMatch(readFileSync(join(parentPath, published), "utf8"), secretWords, published);
  }
}
