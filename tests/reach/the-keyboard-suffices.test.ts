/**
 * Without a mouse, without JavaScript, on a screen 360 px wide: a citizen files, follows and disputes, an official signs
 * in and answers. At each stop of the Tab key the focus can be seen.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser } from "playwright-core";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { withBrowser } from "#tests/journeys/browser.ts";
import { type OpenPortal, withOpenPortal } from "#tests/pages/open-portal.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { numberOn, numberPattern } from "./filing-walk.ts";
import { type Keyboard, keyboardOf } from "./keyboard.ts";

const district = "alagoz-etrap";
const phone = { width: 360, height: 640 };
/** Fewer, and the keyboard has not been through these pages. */
const stopsMin = 200;

test("a citizen files, follows and disputes, and an official answers, by the keyboard alone", {
  skip: skipUnless("chromium"),
}, async (context) => {
  await withOpenPortal(async (open) => {
    await withBrowser(async (browser) => {
      const citizen = await sitDown(browser, open);
      const number = await file(citizen);
      const official = await sitDown(browser, open);
      await signInByKeys(official, open);
      await answer(official, number);
      await dispute(citizen, number);
      const parsed = parseCaseNumber(number);
      assert.ok(parsed.ok);
      const row = await findCaseByNumber(open.portal.tools.portal, parsed.value);
      assert.deepEqual([row?.phase, row?.filingKind], ["disputed", "filed-complaint"]);
      const stops = citizen.keys.stops() + official.keys.stops();
      context.diagnostic(`the focus was seen at ${stops} stops`);
      assert.ok(stops >= stopsMin, `${stops} stops`);
    });
  });
});

interface Sitter {
  readonly page: Awaited<ReturnType<Browser["newPage"]>>;
  readonly keys: Keyboard;
}

/** The first page stands open; from here on only keys are used. */
async function sitDown(browser: Browser, { origin }: OpenPortal): Promise<Sitter> {
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: phone });
  await page.goto(`${origin}/tk/`);
  return { page, keys: keyboardOf(page) };
}

/** The button that carries the page's form on. */
function onward(path: string): string {
  return `form[action="/tk${path}"] button:not([name])`;
}

async function file({ page, keys }: Sitter): Promise<string> {
  await keys.press('main a[href="/tk/appeal"]');
  await keys.press(onward("/appeal"));
  await keys.choose("kind", "filed-complaint");
  await keys.press(onward("/appeal/kind"));
  await keys.write('input[name="matter"]', "gaz");
  await keys.write('input[name="place"]', "Alagöz");
  await keys.press(onward("/appeal/body"));
  await keys.choose("body", district);
  await keys.press(onward("/appeal/body"));
  await keys.write('input[name="who"], textarea[name="who"]', "Otag 12");
  await keys.press(onward("/appeal/about"));
  await keys.write('input[name="subject"]', "Gaz ýok");
  await keys.write('textarea[name="text"]', "Obamyzda üç aý bäri gaz ýok.");
  await keys.press(onward("/appeal/text"));
  await keys.press(onward("/appeal/file"));
  await keys.choose("whom", "self");
  await keys.press(onward("/appeal/whom"));
  await keys.choose("identity", "sealed");
  await keys.press(onward("/appeal/identity"));
  await keys.mark('input[name="understood"]');
  await keys.press(onward("/appeal/warning"));
  await keys.write('input[name="name"]', "Nar Küýzeçi");
  await keys.write('input[name="address"]', "Çeşme obasy");
  await keys.press(onward("/appeal/you"));
  await keys.press(onward("/appeal/check"));
  const number = await numberOn(page);
  assert.match(number, numberPattern);
  return number;
}

async function signInByKeys({ page, keys }: Sitter, { portal }: OpenPortal): Promise<void> {
  const seed = demoSeedOf(portal.configuration.keysFolder, () => assert.fail("the demo has its seed"));
  const { number, password, codes } = demoSignIn(seed, `head-${district}`);
  await keys.press('header a[href^="/tk/sign-in"]');
  await keys.write('input[name="number"]', number);
  await keys.write('input[name="password"]', password);
  await keys.press(onward("/sign-in"));
  const position = Number(await page.locator('input[name="position"]').getAttribute("value"));
  await keys.write('input[name="code"]', codes[position - 1] ?? "");
  await keys.press(onward("/sign-in/code"));
}

async function answer({ page, keys }: Sitter, number: string): Promise<void> {
  await keys.press('main a[href="/tk/desk"]');
  const path = `/desk/${number}`;
  await keys.press(`a[href^="/tk${path}"]`);
  await keys.press(`a[href="/tk${path}/answer"]`);
  await keys.choose("outcome", "partly-satisfied");
  await keys.press(onward(`${path}/answer`));
  await keys.write('textarea[name="text"]', "Gaz geçiriji bejerildi, gaz berildi.");
  await keys.mark('input[name="grounds"][value="in-court"]');
  await keys.write('textarea[name="law"]', "76");
  await keys.press(onward(`${path}/answer/text`));
  await keys.press(onward(`${path}/answer/check`));
  assert.equal(await page.locator('[role="alert"]').count(), 1, "what was done is said");
}

async function dispute({ page, keys }: Sitter, number: string): Promise<void> {
  await keys.press(`main a[href="/tk/case/${number}"]`);
  assert.match(await page.content(), /Gaz geçiriji bejerildi, gaz berildi\./);
  await keys.press(`a[href="/tk/case/${number}/dispute"]`);
  await keys.choose("reason", "not-done");
  await keys.write('textarea[name="text"]', "Gaz ýene-de ýok.");
  await keys.press(onward(`/case/${number}/dispute`));
}
