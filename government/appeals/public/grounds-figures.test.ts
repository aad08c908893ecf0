import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { languages } from "#platform/language/language.ts";
import { morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { registerPublicRoutes } from "../index.ts";
import { browserAt } from "../test-support/browser.ts";
import { assign, fileOne, refuse } from "../test-support/cases.ts";
import { withPortal } from "../test-support/portal.ts";
import { suppressed } from "./grounds-figures.ts";

const none: ReadonlySet<string> = new Set();

test("no number under five is shown, and none can be had by taking the others from their sum", () => {
  const counts = fc
    .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 1, max: 12 })), {
      selector: ([code]) => code,
    })
    .map((cells) => cells.sort(([, one], [, other]) => other - one));
  fc.assert(
    fc.property(counts, (cells) => {
      const shown = suppressed(cells, none);
      assert.deepEqual(
        shown.map(({ code }) => code),
        cells.map(([code]) => code),
      );
      const hidden = shown.filter(({ count }) => count === null);
      assert.ok(shown.every(({ count }) => count === null || count >= 5));
      assert.ok(hidden.length !== 1 || cells.length === 1, "one missing cell alone is none");
    }),
  );
});

test("what a leaf says anyway is not hidden", () => {
  const counts = [
    ["satisfied", 9],
    ["refused", 1],
  ] as const;
  assert.deepEqual(suppressed(counts, new Set(["refused"])), [
    { code: "satisfied", count: 9 },
    { code: "refused", count: 1 },
  ]);
});

test("grounds and outcomes are counted as stated, small cells not shown, in page, CSV and JSON alike", async () => {
  await withPortal(async (portal) => {
    registerPublicRoutes(portal.server, portal.tools);
    for (let count = 0; count < 6; count += 1) {
      const filed = await fileOne(portal, { text: "Gaz ýok" });
      await assign(portal, filed);
      await refuse(portal, filed, "Ret.");
    }
    await fileOne(portal, { text: "Gaz ýok" });
    await portal.sequence();
    portal.country.clock.now = morning(2026, 11, 20);
    const browser = browserAt(portal.server);
    const json = JSON.parse((await browser.open("/en/grounds.json")).body);
    assert.equal(json.statedByTheState, true);
    assert.deepEqual(json.all.outcome, { refused: 6 });
    assert.deepEqual(json.all.ground, { "facts-not-confirmed": 6 });
    assert.deepEqual(json.all.filing, { shown: 7 });
    const csv = (await browser.open("/en/grounds.csv")).body;
    assert.match(csv, /,ministry-of-springs,ground,facts-not-confirmed,6\r\n/);
    for (const language of languages) {
      for (const path of ["/grounds", "/grounds?body=ministry-of-springs"]) {
        const page = await browser.open(`/${language}${path}`);
        assert.equal(page.status, 200);
        assert.deepEqual(await markupProblems(page.body), []);
      }
    }
    const page = await browser.open("/en/grounds");
    assert.match(page.body, /Stated by the state/);
    assert.match(page.body, /The facts were not confirmed<\/th>.*?<td class="n">6<\/td>/is);
    assert.equal((await browser.open("/en/grounds?body=nobody")).status, 404);
  });
});
