import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { languages } from "#platform/language/language.ts";
import { morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { browserAt, comeBack, enterLetter, letter, scan, withOutsidePortal } from "./outside-portal.ts";

const pageBytesMax = 6 * 1024;

test("every page is sound and light in three languages, and says who keeps the register", async () => {
  await withOutsidePortal(async (portal) => {
    const browser = browserAt(portal.server);
    const entered = await enterLetter(browser);
    portal.country.clock.now = morning(2026, 11, 9);
    await portal.sequence();
    await comeBack(browser, entered);
    const pages = ["", "/record", `/case/${entered.number}`, `/case/${entered.number}/answer`];
    for (const language of languages) {
      for (const path of pages) {
        const { body, status } = await browser.open(`/${language}/outside${path}`);
        assert.equal(status, 200, path);
        assert.deepEqual(await markupProblems(body), [], `${language} ${path}`);
        assert.ok(
          gzipSync(body).length <= pageBytesMax,
          `${language} ${path}: ${gzipSync(body).length} bytes`,
        );
      }
    }
    const { body } = await browser.open("/tk/outside");
    assert.match(body, /Garaşsyz hasap/);
    // One letter sent, no answer, four days past the due day of 5 November.
    assert.match(
      body,
      /Gazgeçiriji kompaniýasy<\/a><\/th><td class="n">1<\/td><td class="n">1<\/td><td class="n">0<\/td><td class="n">4<\/td>/,
    );
  });
});

test("what is wrong is said beside its field, and what was typed is kept", async () => {
  await withOutsidePortal(async (portal) => {
    const browser = browserAt(portal.server);
    const path = "/en/outside/record";
    const { consent: _, ...withoutConsent } = letter;
    const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
      [{ ...letter, sentOn: "31.2.2026" }, /Write the day as 5\.11\.2026/],
      [{ ...letter, sentOn: "3.11.2026" }, /cannot lie in the future/],
      [{ ...letter, sentOn: "1.1.2020" }, /more than three years back/],
      [{ ...letter, body: "cabinet" }, /Choose the body/],
      [withoutConsent, /nothing can be counted in public/],
    ];
    for (const [fields, sentence] of cases) {
      const form = await browser.open(path);
      const page = await browser.send(form, path, fields);
      assert.equal(page.status, 422, JSON.stringify(fields));
      assert.match(page.body, sentence);
      assert.match(page.body, /Gyzylarbat köçesinde gaz ýok/);
      assert.deepEqual(await markupProblems(page.body), []);
    }
    const form = await browser.open(path);
    const program = { ...scan, bytes: Buffer.from("MZ\u0000\u0001") };
    const refused = await browser.send(form, path, letter, program);
    assert.equal(refused.status, 422);
    assert.match(refused.body, /id="scan-error"/);
  });
});

test("a form sent twice is one act, and a body that takes part is written to directly", async () => {
  await withOutsidePortal(async (portal) => {
    const browser = browserAt(portal.server);
    const path = "/en/outside/record";
    const form = await browser.open(path);
    const once = await browser.send(form, path, letter);
    const twice = await browser.send(form, path, letter);
    const numberOn = (body: string) => /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(body)?.[0];
    assert.equal(numberOn(once.body), numberOn(twice.body));
    await portal.sequence();
    assert.match(
      (await browser.open("/en/outside")).body,
      /<td class="n">0<\/td><td class="n">1<\/td><td class="n">0<\/td>/,
    );
    const bodies = await browser.open("/en/appeal/body/all");
    assert.doesNotMatch(bodies.body, /gas-company/);
  });
});
