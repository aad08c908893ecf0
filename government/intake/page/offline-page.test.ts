import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium, type Page } from "playwright-core";
import { parseCarried } from "#core/record/carried-file.ts";
import { offlineStub, stubText } from "#core/record/stub.ts";
import { appealShownForm, appealTextForm } from "#government/appeals/index.ts";
import { nameIntakeKey } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { cabinet, ministry } from "#tests/country/small-country.ts";
import { type IntakeCountry, intakeSecret, marker, withIntake } from "#tests/intake/intake-country.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { intakeRecipient } from "../keys/intake-key.ts";
import { intakeRing } from "../keys/intake-ring.ts";
import { buildOfflinePage, offlinePageBytesMax } from "./build.ts";

async function nameKey({ country, tools }: IntakeCountry, recipient: string): Promise<void> {
  const grant = ask({ kind: "installer-of-an-empty-record" }, "rules.change", { kind: "country", cabinet });
  assert.ok(grant.ok);
  await country.inTransaction(tools.portal, (inside) =>
    nameIntakeKey(grant.value, recipient, { ...inside, log: country.log, issuer: cabinet }),
  );
}

async function pageOf({ server }: IntakeCountry): Promise<{ status: number; html: string; policy: string }> {
  const reply = await server.fastify.inject({ url: "/intake/offline.html", headers: { host: "localhost" } });
  const policy = String(reply.headers["content-security-policy"] ?? "");
  return { status: reply.statusCode, html: reply.body, policy };
}

test("the page is small, the same at every build, allows no network, and is given only with the key of the record", async () => {
  const [built, again] = [await buildOfflinePage(), await buildOfflinePage()];
  assert.equal(built, again);
  await withIntake(async (country) => {
    assert.equal((await pageOf(country)).status, 404, "no key is named yet");
    assert.ok(!(await country.visitor.get("/en/intake")).body.includes("offline.html"));
    await nameKey(country, `age1${"q".repeat(58)}`);
    assert.equal((await pageOf(country)).status, 404, "what it writes could not be opened here");
    const recipient = await intakeRecipient(intakeSecret);
    await nameKey(country, recipient);
    const page = await pageOf(country);
    assert.equal(page.status, 200);
    assert.ok((await country.visitor.get("/en/intake")).body.includes("/intake/offline.html"));
    assert.ok(Buffer.byteLength(page.html) <= offlinePageBytesMax, `${Buffer.byteLength(page.html)} bytes`);
    assert.ok(page.html.includes(recipient));
    assert.match(page.policy, /^default-src 'none'; script-src 'sha256-/);
    const inPage = /<script>([\s\S]*)<\/script>\n<\/body>/.exec(page.html)?.[1] ?? "";
    assert.ok(page.policy.includes(createHash("sha256").update(inPage).digest("base64")));
    // The key in the page is the one that everybody's copy of the record names.
    await country.sequence();
    const parameters = readFileSync(join(country.publishedFolder, "parameters.json"), "utf8");
    const parts = JSON.parse(parameters).acts.flatMap((act: { opening: { parts: { bytes: string }[] } }) =>
      act.opening.parts.map(({ bytes }) => Buffer.from(bytes, "base64").toString()),
    );
    assert.equal(parts.filter((text: string) => text.includes(recipient)).length, 1);
  }, built);
});

test("its limits are those of the form on the web", async () => {
  await withIntake(
    async (country) => {
      await nameKey(country, await intakeRecipient(intakeSecret));
      const { html } = await pageOf(country);
      const { limits } = JSON.parse(/id="data">([^<]*)</.exec(html)?.[1] ?? "");
      const { subject, text } = appealTextForm.fields;
      const { name, address, contact } = appealShownForm.fields;
      assert.deepEqual(
        limits,
        Object.fromEntries(
          Object.entries({ subject, text, name, address, contact }).map(([key, field]) => [
            key,
            field.charactersMax,
          ]),
        ),
      );
    },
    await buildOfflinePage(),
  );
});

async function withPage(html: string, run: (page: Page, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-offline-"));
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const file = join(folder, "offline.html");
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, acceptDownloads: true });
    const requests: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    // A browser without the cryptography of the web, and as old as the last one for Windows 7.
    await page.addInitScript(
      "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }); delete String.prototype.isWellFormed",
    );
    await page.goto(`file://${file}`);
    await run(page, folder);
    assert.deepEqual(errors, []);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:")),
      [],
    );
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("from a disk, without network and without the browser's cryptography: a file, a stub, and an office that opens it", {
  skip: skipUnless("chromium"),
}, async () => {
  await withIntake(
    async (country) => {
      await nameKey(country, await intakeRecipient(intakeSecret));
      const { html } = await pageOf(country);
      await withPage(html, async (page, folder) => {
        await page.click("#ru");
        assert.equal(await page.textContent("h1"), "Обращение без связи");
        await page.click("button[type=submit]");
        assert.equal(await page.textContent("#subject-problem"), "Заполните");
        assert.equal(await page.isVisible("#done"), false);
        await page.selectOption("#kind", "filed-complaint");
        await page.selectOption("#body", String(ministry));
        await page.selectOption("#identity", "sealed");
        await page.fill("#subject", "Gaz");
        await page.fill("#text", "ş".repeat(6_001));
        await page.fill("#name", marker.name);
        await page.fill("#address", marker.address);
        await page.click("button[type=submit]");
        assert.match((await page.textContent("#text-problem")) ?? "", /6000/);
        await page.fill("#text", marker.text);
        await page.click("button[type=submit]");
        await page.waitForSelector("#done:not([hidden])");
        const shown = (await page.textContent("#stub-text")) ?? "";
        const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
        const file = join(folder, "carried.age");
        await download.saveAs(file);
        assert.match(download.suggestedFilename(), /^aydyn-2-0-\d+\.age$/);
        const bytes = Uint8Array.from(readFileSync(file));
        assert.ok(!Buffer.from(bytes).includes(Buffer.from(marker.text)), "what is carried is encrypted");
        const opened = await intakeRing(() => [intakeSecret]).open(bytes);
        assert.ok(opened.ok);
        const read = parseCarried(opened.value);
        assert.ok(read.ok);
        assert.deepEqual(
          [read.value.text, read.value.language, read.value.identityShown],
          [marker.text, "ru", false],
        );
        assert.equal(shown, stubText(offlineStub(ministry, opened.value)), "the stub is of what was written");
        assert.equal(
          ((await page.textContent("#digest-text")) ?? "").replaceAll(" ", ""),
          createHash("sha256").update(opened.value).digest("hex"),
        );
      });
    },
    await buildOfflinePage(),
  );
});
