import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "#platform/language/language.ts";
import { morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { registerPublicRoutes } from "../routes.ts";
import { browserAt } from "../test-support/browser.ts";
import { assign, fileOne, refuse, satisfy } from "../test-support/cases.ts";
import { withPortal } from "../test-support/portal.ts";

test("grounds and outcomes are counted as stated, small cells not shown, in page, CSV and JSON alike", async () => {
  await withPortal(async (portal) => {
    registerPublicRoutes(portal.server, portal.tools);
    for (let count = 0; count < 6; count += 1) {
      const filed = await fileOne(portal, { text: "Gaz ýok" });
      await assign(portal, filed);
      await refuse(portal, filed, "Ret.");
    }
    const granted = await fileOne(portal, { text: "Gaz ýok" });
    await assign(portal, granted);
    await satisfy(portal, granted, "Berildi.");
    await portal.sequence();
    portal.country.clock.now = morning(2027, 1, 8);
    const browser = browserAt(portal.server);
    const json = JSON.parse((await browser.open("/en/grounds.json")).body);
    assert.equal(json.statedByTheState, true);
    // One was granted, of which leaves say "answered": whether in part is told of neither.
    assert.deepEqual(json.all.outcome, { refused: 6, satisfied: null, "partly-satisfied": null });
    assert.deepEqual(json.all.ground, { "facts-not-confirmed": 6 });
    assert.deepEqual(json.all.unheard, { "as-applicant-stated": 6 });
    assert.deepEqual(json.all.filing, { shown: 7 });
    const csv = (await browser.open("/en/grounds.csv")).body;
    assert.match(csv, /^2026-10-01,2026-12-31,ministry-of-springs,ground,facts-not-confirmed,6\r$/m);
    assert.match(csv, /,ministry-of-springs,outcome,satisfied,\r\n/);
    assert.match(csv, /,ministry-of-springs,unheard,as-applicant-stated,6\r\n/);
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
    assert.match(
      page.body,
      /without a hearing, by reason.*?nothing but what the applicant wrote<\/th>.*?>6</is,
    );
    assert.equal((await browser.open("/en/grounds?body=nobody")).status, 404);
    // A quarter that was published before hearings were counted stands as it is.
    await portal.country.database.owner`
      update cases.stated_publication
      set content = regexp_replace(content, '"unheard":\\[[^]]*\\],?', '', 'g') where part = 'grounds'`;
    const older = JSON.parse((await browser.open("/en/grounds.json?quarter=2026-q4")).body);
    assert.deepEqual([older.all.unheard, older.all.ground], [{}, { "facts-not-confirmed": 6 }]);
  });
});
