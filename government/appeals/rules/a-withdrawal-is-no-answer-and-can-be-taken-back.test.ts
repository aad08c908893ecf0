import assert from "node:assert/strict";
import { test } from "node:test";
import { withdrawalCodeFrom } from "#government/cases/index.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { caseCodeKeys } from "../case-codes.ts";
import { browserOfApplicant, type TestBrowser } from "../test-support/browser.ts";
import { fileOne, fileWithKey } from "../test-support/cases.ts";
import { auditedFigures } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

/** Files, and withdraws two days later. */
async function withdrawnCase(portal: TestPortal) {
  const formKey = "withdrawn";
  const filed = await fileWithKey(portal, formKey);
  const { number } = filed.row;
  await portal.sequence();
  portal.country.clock.now = morning(2026, 11, 4);
  const browser = await browserOfApplicant(portal.server, filed);
  const url = `/en/case/${number}/withdraw`;
  const code = withdrawalCodeFrom(caseCodeKeys(portal.tools.serverKey, formKey).withdrawalKey);
  const done = await browser.send(await browser.open(url), url, { code });
  assert.match(done.body, /Withdrawn by the applicant/);
  return { number, browser, filed };
}

async function takeBack(browser: TestBrowser, number: string) {
  const url = `/en/case/${number}/revoke`;
  return await browser.send(await browser.open(url), url, {});
}

test("within three days the applicant takes it back without any code, and the old deadline stands again", async () => {
  await withPortal(async (portal) => {
    const { number, filed } = await withdrawnCase(portal);
    portal.country.clock.now = morning(2026, 11, 7);
    const browser = await browserOfApplicant(portal.server, filed);
    const page = await browser.open(`/en/case/${number}/revoke`);
    assert.match(page.body, /It can be taken back through Saturday 7 November 2026/);
    const back = await takeBack(browser, number);
    assert.match(back.body, /The withdrawal was taken back/);
    assert.match(back.body, /Answer due Monday 23 November 2026/);
    await portal.sequence();
    const figures = await auditedFigures(portal, "2026-11-30", ministry);
    assert.deepEqual(
      [figures.withdrawn, figures.answered, figures.open, figures.openOverdue],
      [0, 0, 1, 1],
      "taken back, the silence counts",
    );
  });
});

test("on the fourth day it is final; it never counts as answered, and bars nothing", async () => {
  await withPortal(async (portal) => {
    const { number, filed: taken } = await withdrawnCase(portal);
    portal.country.clock.now = morning(2026, 11, 8);
    const browser = await browserOfApplicant(portal.server, taken);
    // A page that was kept open: its form key still counts.
    const form = await browser.open(`/en/case/${number}/add`);
    const kept = { ...form, body: form.body.replaceAll("/add", "/revoke") };
    assert.equal((await browser.open(`/en/case/${number}/revoke`)).url, `/en/case/${number}`);
    assert.equal((await browser.send(kept, `/en/case/${number}/revoke`, {})).status, 409);
    await fileOne(portal, { text: "şol mesele" });
    await portal.sequence();
    const { filed, withdrawn, answered, inTime, judged } = await auditedFigures(
      portal,
      "2026-11-08",
      ministry,
    );
    assert.deepEqual(
      { filed, withdrawn, answered, inTime, judged },
      {
        filed: 2,
        withdrawn: 1,
        answered: 0,
        inTime: 0,
        judged: 0,
      },
    );
  });
});
