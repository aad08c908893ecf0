/**
 * Tut, an operator, has an empty database and a file that describes a small country. A bar association runs a witness on
 * its own computer. Tut founds the country; Nar files an appeal; the official to whom a printed sheet was handed signs in
 * and answers; and Nar's receipt verifies under the policy that Tut gave to everybody, and under the association's key.
 */
import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { toHex } from "#core/bytes.ts";
import { databaseUrlFor, openDatabase, type Sql } from "#platform/database/database.ts";
import { testServerUrl } from "#platform/database/test-server.ts";
import { browserMissing, send, signIn, withBrowser } from "./browser.ts";

const checkout = join(import.meta.dirname, "..", "..");
const aydyn = join(checkout, "bin", "aydyn");
const origin = "ledger.oguzabat.example";
const witnessName = "witness.lawyers.example";
const startTimeoutMs = 60_000;
const pageTimeoutMs = 10_000;
const proofWaitMs = 20_000;
const stepMs = 250;

interface Ran {
  readonly code: number;
  readonly output: string;
}

/** One program to its end. */
function run(file: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
    execFile(file, parameters, { encoding: "utf8", env, cwd: checkout }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error ? 1 : 0;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

/** A program that goes on, once it has said what is waited for. */
async function started(
  file: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  word: RegExp,
): Promise<{ readonly child: ChildProcess; said(): string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  const child = spawn(file, parameters, { env, cwd: checkout, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  for (let waitedMs = 0; !word.test(output); waitedMs += stepMs) {
    assert.ok(waitedMs < startTimeoutMs && child.exitCode === null, output);
    await pause(stepMs);
  }
  return { child, said: () => output };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGINT");
  await once(child, "exit");
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  assert.ok(typeof address === "object" && address !== null);
  return String(address.port);
}

/** An empty database with nothing of ours in it, and no login but the owner's; both are gone afterwards. */
async function withEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const serverUrl = await testServerUrl();
  const { username, password } = new URL(serverUrl);
  const owner = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const name = `aydyn_founding_${toHex(randomBytes(6))}`;
  const maintenance = openDatabase(serverUrl, { role: "owner", connectionsMax: 1 });
  const before = await loginsOn(maintenance.sql);
  try {
    await maintenance.sql.unsafe(`create database ${name}`);
    await work(databaseUrlFor(serverUrl, owner, name));
  } finally {
    await maintenance.sql.unsafe(`drop database if exists ${name} with (force)`);
    const mine = await loginsOfDatabase(maintenance.sql, before);
    for (const login of mine) await maintenance.sql.unsafe(`drop role if exists ${login}`).catch(() => {});
    await maintenance.close();
  }
}

async function loginsOn(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ rolname: string }[]>`
    select rolname from pg_roles where rolname ~ '^aydyn_(portal|desk|worker)_'`;
  return rows.map(({ rolname }) => rolname);
}

/** Logins that came while the journey ran and that no other database knows: tests beside this one keep theirs. */
async function loginsOfDatabase(sql: Sql, before: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ rolname: string }[]>`
    select rolname from pg_roles
    where rolname ~ '^aydyn_(portal|desk|worker)_[0-9a-f]{8}$' and not rolname = any(${[...before]})
      and not exists (select 1 from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = pg_roles.oid)`;
  return rows.map(({ rolname }) => rolname);
}

test("Tut founds a country in an empty database; others watch it, and Nar's receipt proves it", {
  skip: browserMissing,
}, async () => {
  const tut = mkdtempSync(join(tmpdir(), "aydyn-tut-"));
  const lawyers = mkdtempSync(join(tmpdir(), "aydyn-lawyers-"));
  const children: ChildProcess[] = [];
  try {
    await withEmptyDatabase(async (databaseUrl) => {
      const port = await freePort();
      const environment = {
        AYDYN_DATA: join(tut, "data"),
        DATABASE_URL: databaseUrl,
        AYDYN_PORT: port,
        AYDYN_WORKER_PORT: await freePort(),
        AYDYN_LOG_ORIGIN: origin,
        AYDYN_MODE: "production",
      };
      const portal = `http://localhost:${port}`;
      const early = await run(process.execPath, ["tools/run-demo.ts"], environment);
      assert.equal(early.code, 1);
      assert.match(early.output, /no country was founded here[\s\S]*bin\/found COUNTRY\.json/);

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
    for (const child of children.toReversed()) await ended(child);
    rmSync(tut, { recursive: true, force: true });
    rmSync(lawyers, { recursive: true, force: true });
  }
});

/** The example, with the association's witness in the place of the three that are named there. */
async function describeCountry(lawyers: string, url: string): Promise<string> {
  const key = ["--name", witnessName, "--key", join(lawyers, "witness.key")];
  const drawn = await run(aydyn, ["witness", "keygen", ...key]);
  assert.equal(drawn.code, 0, drawn.output);
  const verifierKey = drawn.output.split(/\s+/).find((word) => word.startsWith(`${witnessName}+`));
  assert.ok(verifierKey, drawn.output);
  const { groups: _, ...country } = JSON.parse(
    readFileSync(join(checkout, "docs", "example-country.json"), "utf8"),
  );
  const [witness] = country.witnesses;
  return JSON.stringify({
    ...country,
    witnesses: [{ ...witness, name: witnessName, verifierKey, url }],
    quorum: witnessName,
  });
}

async function witnessOf(lawyers: string, logKey: string, port: string) {
  const key = ["--name", witnessName, "--key", join(lawyers, "witness.key")];
  const state = ["--state", join(lawyers, "state"), "--log", logKey, "--listen", `127.0.0.1:${port}`];
  return await started(aydyn, ["witness", "serve", ...key, ...state], {}, /listens on/);
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
  assert.match(await page.content(), /Oguzabat/);
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
  await page.fill('input[name="subject"]', "Gaz ýok");
  await page.fill('textarea[name="text"]', "Obamyzda üç aý bäri gaz ýok.");
  await send(page, "/tk/appeal/text");
  await send(page, "/tk/appeal/file");
  await page.fill('input[name="name"]', "Nar Küýzeçi");
  await page.fill('input[name="address"]', "Çeşme obasy");
  await page.check('input[name="identity"][value="shown"]');
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
