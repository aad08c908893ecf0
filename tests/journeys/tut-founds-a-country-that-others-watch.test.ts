/**
 * Tut, an operator, has an empty database and a file that describes a small country. A bar association runs a witness on
 * its own computer. Tut founds the country; Nar files an appeal; the official to whom a printed sheet was handed signs in
 * and answers; and Nar's receipt verifies under the policy that Tut gave to everybody, and under the association's key.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { skipUnless } from "#tools/foreign-programs.ts";
import { send, signIn, withBrowser } from "./browser.ts";
import {
  aydyn,
  freePort,
  run,
  started,
  withEmptyDatabase,
  witnessKeyIn,
  witnessName,
  witnessOf,
} from "./founded-programs.ts";

const checkout = join(import.meta.dirname, "..", "..");
const origin = "ledger.oguzabat.example";
const pageTimeoutMs = 10_000;
const proofWaitMs = 20_000;
const stepMs = 250;

test("Tut founds a country in an empty database; others watch it, and Nar's receipt proves it", {
  skip: skipUnless("chromium"),
}, async () => {
  const tut = mkdtempSync(join(tmpdir(), "aydyn-tut-"));
  const lawyers = mkdtempSync(join(tmpdir(), "aydyn-lawyers-"));
  try {
    await withEmptyDatabase(async (databaseUrl, children) => {
      const port = await freePort();
      const environment = {
        AYDYN_DATA: join(tut, "data"),
        DATABASE_URL: databaseUrl,
        AYDYN_PORT: port,
        AYDYN_OPERATIONS_PORT: await freePort(),
        AYDYN_WORKER_PORT: await freePort(),
        AYDYN_LOG_ORIGIN: origin,
        AYDYN_MODE: "production",
      };
      const portal = `http://localhost:${port}`;
      const early = await run(process.execPath, ["tools/run-demo.ts"], environment);
      assert.equal(early.code, 1);
      assert.match(early.output, /no country was founded here[\s\S]*bin\/found COUNTRY\.json/);
      const unprepared = await run(process.execPath, ["tools/prepare.ts"], environment);
      assert.equal(unprepared.code, 1);
      assert.match(unprepared.output, /no founded country in [\s\S]*bin\/found COUNTRY\.json/);

      const witnessPort = await freePort();
      const file = join(tut, "country.json");
      writeFileSync(file, await describeCountry(lawyers, `http://127.0.0.1:${witnessPort}`));
      const found = ["tools/found.ts", file];
      const preview = await run(process.execPath, [...found, "--preview"], environment);
      assert.match(preview.output, /Bar association[\s\S]*Nothing was changed/);
      const founded = await run(process.execPath, [...found, "--yes"], environment);
      assert.equal(founded.code, 0, founded.output);
      const again = await run(process.execPath, [...found, "--yes"], environment);
      assert.equal(again.code, 1);
      assert.match(again.output, /already has its country: Oguzabat/);

      const prepared = await run(process.execPath, ["tools/prepare.ts"], environment);
      assert.equal(prepared.code, 0, prepared.output);
      assert.match(
        prepared.output,
        /Tables: up to date\n[\s\S]*DATABASE_URL=postgres:\/\/[^@\s]+\n/,
        "no login",
      );
      assert.match(readFileSync(join(tut, "data", "verifier", "verify.html"), "utf8"), /<html/);
      const country = await started(process.execPath, ["tools/run-demo.ts"], environment, /Aydyn is ready/);
      children.push(country.child);
      const logKey = /Give this key[^\n]*\n +(\S+)/.exec(founded.output)?.[1] ?? "";
      await assertNothingIsPublished(portal);
      children.push((await witnessOf(lawyers, logKey, witnessPort)).child);

      const receipt = join(tut, "receipt.json");
      await withBrowser(async (browser) => {
        const nar = await pageAt(browser, portal);
        const number = await fileAppeal(nar);
        await answerWithPrintedSheet(browser, portal, number, join(tut, "data", "founding", "sheets"));
        writeFileSync(receipt, await receiptWithProof(nar, number));
        await nar.goto(`/tk/case/${number}`);
        const page = await nar.content();
        assert.match(page, /Gaz berildi/);
        assert.match(page, /Aklawçylar birleşigi/, "the seal names who watches");
        assert.doesNotMatch(page, /görkeziş/, "nothing calls it a demo");
      });
      await verifyFromOutside(tut, receipt, portal, country.said());
    });
  } finally {
    rmSync(tut, { recursive: true, force: true });
    rmSync(lawyers, { recursive: true, force: true });
  }
});

/** The example, with the association's witness in the place of the three that are named there. */
async function describeCountry(lawyers: string, url: string): Promise<string> {
  const verifierKey = await witnessKeyIn(lawyers);
  const { groups: _, ...country } = JSON.parse(
    readFileSync(join(checkout, "docs", "example-country.json"), "utf8"),
  );
  const [witness] = country.witnesses;
  return JSON.stringify({
    ...country,
    emergencyNumbers: [{ number: "112", text: { tk: "Kömek", ru: "Помощь", en: "Help" }, for: ["fire"] }],
    witnesses: [{ ...witness, name: witnessName, verifierKey, url }],
    quorum: witnessName,
  });
}

async function assertNothingIsPublished(portal: string): Promise<void> {
  const answer = await fetch(`${portal}/log/executive/checkpoint`);
  assert.equal(answer.status, 404, "without the quorum nothing is published");
}

async function pageAt(browser: Browser, portal: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: portal, locale: "tk" });
  context.setDefaultTimeout(pageTimeoutMs);
  return await context.newPage();
}

async function fileAppeal(page: Page): Promise<string> {
  await page.goto("/tk/appeal");
  assert.match(await page.content(), /Oguzabat[\s\S]*Kömek: <a href="tel:112">/);
  assert.doesNotMatch(await page.content(), /tel:10/, "whom to call is the country's own word");
  await send(page, "/tk/appeal");
  await page.check('input[value="filed-complaint"]');
  await send(page, "/tk/appeal/kind");
  await page.goto("/tk/appeal/body/all");
  await page.locator('[name="body"]').first().waitFor({ state: "attached" });
  const radio = page.locator('input[name="body"][value="alagoz-etrap"]');
  if ((await radio.count()) > 0) await radio.first().check();
  else await page.selectOption('select[name="body"]', "alagoz-etrap");
  await page.locator('form:has([name="body"]) button').first().click();
  await page.waitForLoadState();
  await send(page, "/tk/appeal/about");
  await page.fill('input[name="subject"]', "Gaz ýok");
  await page.fill('textarea[name="text"]', "Obamyzda üç aý bäri gaz ýok.");
  await send(page, "/tk/appeal/text");
  await send(page, "/tk/appeal/file");
  await page.check('input[name="whom"][value="self"]');
  await send(page, "/tk/appeal/whom");
  await page.check('input[name="identity"][value="shown"]');
  await send(page, "/tk/appeal/identity");
  await page.fill('input[name="name"]', "Nar Küýzeçi");
  await page.fill('input[name="address"]', "Çeşme obasy");
  await send(page, "/tk/appeal/you");
  await send(page, "/tk/appeal/check");
  const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(await page.content())?.[0];
  assert.ok(number, "the receipt shows the number");
  return number;
}

/** The district's head types what stands on the paper. */
async function answerWithPrintedSheet(
  browser: Browser,
  portal: string,
  number: string,
  sheets: string,
): Promise<void> {
  const paper = readFileSync(join(sheets, "district-head.txt"), "utf8");
  const codes = [...paper.matchAll(/([0-9]{1,2}) {2}([0-9A-Z]{4}-[0-9A-Z]{4})/g)]
    .sort(([, one], [, other]) => Number(one) - Number(other))
    .map(([, , code = ""]) => code);
  const head = await pageAt(browser, portal);
  await signIn(head, "tk", {
    number: /Number: +([0-9 ]+)/.exec(paper)?.[1]?.trim() ?? "",
    password: /Password: +(\S+)/.exec(paper)?.[1] ?? "",
    codes,
  });
  await head.goto(`/tk/desk/${number}`);
  await send(head, `/tk/desk/${number}/open`);
  await head.goto(`/tk/desk/${number}/answer`);
  await head.check('input[value="satisfied"]');
  await send(head, `/tk/desk/${number}/answer`);
  await head.fill('textarea[name="text"]', "Gaz berildi.");
  await send(head, `/tk/desk/${number}/answer/text`);
  await send(head, `/tk/desk/${number}/answer/check`);
  assert.match(head.url(), /done=answer/);
}

async function receiptWithProof(page: Page, number: string): Promise<Buffer> {
  for (const deadline = Date.now() + proofWaitMs; ; ) {
    const answer = await page.request.get(`/tk/case/${number}/act/1/receipt.json`);
    const receipt = await answer.body();
    if (answer.status() === 200 && receipt.includes('"proof"')) return receipt;
    assert.ok(Date.now() < deadline, "the act is witnessed in time");
    await page.waitForTimeout(stepMs);
  }
}

async function verifyFromOutside(tut: string, receipt: string, portal: string, said: string): Promise<void> {
  const policy = join(tut, "data", "policy", "executive.txt");
  const verdict = await run(aydyn, ["verify", "receipt", receipt, "--policy", policy]);
  assert.equal(verdict.code, 0, verdict.output);
  assert.match(verdict.output, new RegExp(witnessName));
  const log = await run(aydyn, ["verify", "log", `${portal}/log/executive`, "--policy", policy]);
  assert.equal(log.code, 0, log.output);
  // A policy of the same log by which another witness had to sign.
  const example = JSON.parse(readFileSync(join(checkout, "docs", "example-country.json"), "utf8"));
  const { name, verifierKey } = example.witnesses[1];
  const others = readFileSync(policy, "utf8")
    .replace(/^witness .*$/m, `witness ${name} ${verifierKey}`)
    .replace(/^quorum .*$/m, `quorum ${name}`);
  writeFileSync(join(tut, "others.policy"), others);
  const refused = await run(aydyn, ["verify", "receipt", receipt, "--policy", join(tut, "others.policy")]);
  assert.equal(refused.code, 1, refused.output);
  assert.doesNotMatch(said, /witness-1|witness-2/, "no witness of the demo was started");
}
