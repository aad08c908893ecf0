/** The offline page as people have it: handed out by the portal, saved, opened from a disk without any network. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { BodyNumber } from "#core/record/leaf.ts";
import { nameBodyIntakeKey, nameIntakeKey } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { cabinet } from "#tests/country/small-country.ts";
import { launchBrowser } from "#tests/journeys/browser.ts";
import { ageingScript } from "#tests/reach/old-browsers.ts";
import type { IntakeCountry } from "./intake-country.ts";

const installer = { kind: "installer-of-an-empty-record" } as const;

/** Names the country's key of intake. */
export async function nameCountryKey({ country, tools }: IntakeCountry, recipient: string): Promise<void> {
  const grant = ask(installer, "rules.change", { kind: "country", cabinet });
  assert.ok(grant.ok);
  await country.inTransaction(tools.portal, (inside) =>
    nameIntakeKey(grant.value, recipient, { ...inside, log: country.log, issuer: cabinet }),
  );
}

/** Names a body's own key of intake. */
export async function nameBodyKey(
  { country, tools }: IntakeCountry,
  body: BodyNumber,
  recipient: string,
): Promise<void> {
  const grant = ask(installer, "intake-key.change", { kind: "body", body, above: [] });
  assert.ok(grant.ok);
  await country.inTransaction(tools.portal, (inside) =>
    nameBodyIntakeKey(grant.value, recipient, { ...inside, log: country.log, issuer: body }),
  );
}

/** The page as the portal hands it out now. */
export async function offlinePageOf({
  server,
}: IntakeCountry): Promise<{ status: number; html: string; policy: string }> {
  const reply = await server.fastify.inject({ url: "/intake/offline.html", headers: { host: "localhost" } });
  const policy = String(reply.headers["content-security-policy"] ?? "");
  return { status: reply.statusCode, html: reply.body, policy };
}

/** Opens the page from a disk; fails when it asks any network or complains. */
export async function withOfflinePage(
  html: string,
  run: (page: Page, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-offline-"));
  const browser = await launchBrowser();
  try {
    const file = join(folder, "offline.html");
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, acceptDownloads: true });
    const requests: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    // A browser without the cryptography of the web, and as old as the last ones for Windows 7.
    await page.addInitScript("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })");
    await page.addInitScript(ageingScript());
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
