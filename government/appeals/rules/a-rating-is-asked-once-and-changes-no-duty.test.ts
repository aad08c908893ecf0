import assert from "node:assert/strict";
import { test } from "node:test";
import { ministry, morning } from "#tests/country/small-country.ts";
import { browserAt } from "../test-support/browser.ts";
import { assign, fileOne, satisfy } from "../test-support/cases.ts";
import { auditedFigures } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

async function answeredCase(portal: TestPortal) {
  const filed = await fileOne(portal, { text: "Gaz ýok" });
  await assign(portal, filed);
  portal.country.clock.now = morning(2026, 11, 9);
  await satisfy(portal, filed, "Gaz berildi");
  const { number } = filed.row;
  const browser = browserAt(portal.server);
  await browser.post("/en/case", { number, code: filed.secret });
  return { number, browser, filed };
}

test("after an answer the applicant says once whether it was done; the answer stays an answer", async () => {
  await withPortal(async (portal) => {
    const { number, browser } = await answeredCase(portal);
    const url = `/en/case/${number}/rate`;
    assert.match((await browser.open(`/en/case/${number}`)).body, /Say whether it was done/);
    const form = await browser.open(url);
    assert.equal((await browser.send(form, url, {})).status, 422);
    const rated = await browser.send(form, url, { answer: "not-done" });
    assert.match(rated.body, /Rated by the applicant/);
    assert.match(rated.body, /Was it done\?<\/dt><dd>No/);
    assert.doesNotMatch(rated.body, /\/rate"/);
    assert.match(rated.body, /\/dispute"/, "saying no takes nothing away");
    assert.equal((await browser.open(url)).url, `/en/case/${number}`);
    await portal.sequence();
    const { answered, inTime } = await auditedFigures(portal, "2026-11-09", ministry);
    assert.deepEqual([answered, inTime], [1, 1]);
  });
});

test("whoever does not want to be asked is not asked again, and nothing enters the record", async () => {
  await withPortal(async (portal) => {
    const { number, browser, filed } = await answeredCase(portal);
    const url = `/en/case/${number}/rate`;
    const declined = await browser.send(await browser.open(url), url, { answer: "do-not-ask" });
    assert.equal(declined.url, `/en/case/${number}`);
    assert.doesNotMatch(declined.body, /\/rate"/);
    const { owner } = portal.country.database;
    const acts = await owner`select 1 from record.act where case_tag = ${filed.row.tag} and kind = 'rated'`;
    assert.equal(acts.length, 0);
  });
});
