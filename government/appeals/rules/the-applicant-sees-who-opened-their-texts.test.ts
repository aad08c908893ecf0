import assert from "node:assert/strict";
import { test } from "node:test";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { recordIdentityOpening, recordReading } from "../open-at-desk.ts";
import { browserAt, browserOfApplicant } from "../test-support/browser.ts";
import { asHead, fileOne } from "../test-support/cases.ts";
import { withPortal } from "../test-support/portal.ts";

test("each opening at a desk stands in the applicant's list, with moment, post, what, and its entry", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gaz ýok" });
    const other = await fileOne(portal, { text: "Suw ýok" });
    const { number } = filed.row;
    const url = `/en/case/${number}/readings`;
    const browser = await browserOfApplicant(portal.server, filed);
    assert.match((await browser.open(url)).body, /Nobody has opened anything yet/);
    await asHead(portal, filed, "appeal.open-at-desk", recordReading);
    await asHead(portal, filed, "identity.open", recordIdentityOpening);
    await asHead(portal, other, "appeal.open-at-desk", recordReading);
    const waiting = await browser.open(url);
    assert.equal(
      [...waiting.body.matchAll(/<tr>/g)].length,
      3,
      "a head and two rows: not those of another case",
    );
    assert.match(waiting.body, /waits/);
    await portal.sequence();
    const list = await browser.open(url);
    for (const shown of [
      "Head, ministry-of-springs",
      "Texts and files",
      "Your name",
      "2 November 2026, 10:00",
    ]) {
      assert.ok(list.body.includes(shown), shown);
    }
    const [, entry] = /check\/entry\/([0-9]+)"/.exec(list.body) ?? [];
    const [row] = await portal.country.database.owner`
      select act.kind from ledger.entry join record.act using (act_id) where entry.index = ${Number(entry)}`;
    assert.equal(row?.kind, "read");
    assert.match((await browser.open(`/en/case/${number}`)).body, /Opened 2 times at a desk/);
    for (const language of ["tk", "ru", "en"]) {
      const page = await browser.open(`/${language}/case/${number}/readings`);
      assert.deepEqual(await markupProblems(page.body), []);
    }
  });
});

test("the status code does not show who looked, nor does another case's secret", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gaz ýok" });
    await asHead(portal, filed, "appeal.open-at-desk", recordReading);
    const { number } = filed.row;
    const holder = browserAt(portal.server);
    const page = await holder.post("/en/case", { number, code: filed.statusCode });
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.body, /readings/);
    assert.equal((await holder.open(`/en/case/${number}/readings`)).status, 403);
    const stranger = browserAt(portal.server);
    assert.equal((await stranger.open(`/en/case/${number}/readings`)).url, "/en/case");
  });
});
