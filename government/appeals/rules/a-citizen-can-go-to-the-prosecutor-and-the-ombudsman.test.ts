import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, civilDate } from "#core/clock/civil-date.ts";
import { remedyRule } from "#core/clock/rules.ts";
import { announceRules } from "#tests/country/announced-rules.ts";
import { ombudsman, prosecutor, registerOverseers } from "#tests/country/overseers.ts";
import { cabinet, ministry, morning } from "#tests/country/small-country.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { linkedCases } from "../link-store.ts";
import { readStatedCounts } from "../public/stated-store.ts";
import { browserOfApplicant, type Page } from "../test-support/browser.ts";
import { assign, fileOne, refuse, satisfy } from "../test-support/cases.ts";
import { auditedFigures } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Lälegülzar";

async function withOverseers(run: (portal: TestPortal) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    await registerOverseers(portal.country);
    await portal.sequence();
    await run(portal);
  });
}

async function decided(
  portal: TestPortal,
  decide: typeof satisfy,
  at = morning(2026, 11, 10),
): Promise<FiledAppeal> {
  const filed = await fileOne(portal, { text: marker });
  await assign(portal, filed);
  portal.country.clock.now = at;
  await decide(portal, filed, "Jogap");
  await portal.sequence();
  return filed;
}

async function pageOf(portal: TestPortal, filed: FiledAppeal): Promise<Page> {
  const browser = await browserOfApplicant(portal.server, filed);
  return await browser.open(`/en/case/${filed.row.number}/higher`);
}

/** The places that the page offers, as the values of its form. */
function offered({ body }: Page): readonly string[] {
  return [...body.matchAll(/type="radio"[^>]* name="to" value="([^"]*)"/g)].map(([, value = ""]) => value);
}

async function go(portal: TestPortal, filed: FiledAppeal, to: string): Promise<Page> {
  const browser = await browserOfApplicant(portal.server, filed);
  const url = `/en/case/${filed.row.number}/higher`;
  return await browser.send(await browser.open(url), url, { to, subject: marker, text: "Jogap nädogry" });
}

test("against silence three ways are open, each gone once; every one has its own case and clock", async () => {
  await withOverseers(async (portal) => {
    const filed = await fileOne(portal, { text: marker });
    await portal.sequence();
    portal.country.clock.now = morning(2026, 11, 24);
    const page = await pageOf(portal, filed);
    assert.deepEqual(offered(page), ["higher-body", "prosecutor", "ombudsman"]);
    assert.match(page.body, /The prosecutor: prosecutor-office/);
    assert.match(page.body, /Examines whether the law was kept/);
    assert.doesNotMatch(page.body, / checked/, "nothing is chosen for the citizen where there is a choice");
    assert.equal((await go(portal, filed, "")).status, 422);
    assert.equal((await go(portal, filed, "court")).status, 422);
    for (const to of ["prosecutor", "ombudsman", "higher-body"]) {
      const receipt = await go(portal, filed, to);
      assert.equal(receipt.url, "/en/appeal/receipt", to);
      assert.match(receipt.body, /Answer due Tuesday 15 December 2026/);
      const again = await go(portal, filed, to);
      assert.notEqual(again.url, "/en/appeal/receipt", `${to}: once`);
    }
    const links = await linkedCases(portal.tools.portal, filed.row.tag);
    assert.deepEqual(
      links.map(({ relation, holderBody }) => [relation, holderBody]),
      [
        ["later", prosecutor],
        ["later", ombudsman],
        ["later", cabinet],
      ],
    );
    await portal.sequence();
    for (const body of [prosecutor, ombudsman]) {
      assert.equal((await auditedFigures(portal, "2026-11-24", body)).filed, 1);
    }
    const below = await auditedFigures(portal, "2026-11-24", ministry);
    assert.deepEqual([below.open, below.openOverdue], [1, 1], "the silent body still owes its answer");
  });
});

test("a decision that does not name them closes neither; the law gives their time, not the body", async () => {
  await withOverseers(async (portal) => {
    const filed = await decided(portal, satisfy);
    const page = await pageOf(portal, filed);
    assert.deepEqual(offered(page), ["higher-body", "prosecutor", "ombudsman"]);
    assert.match(page.body, /No time limit/);
    assert.match(page.body, /You can do this through Wednesday 10 November 2027/);
    // Rules of a later day give other months: to what is decided under them, not to what was decided before.
    await announceRules(portal.country, (rules) => ({
      validFrom: civilDate(2026, 11, 11),
      remedies: {
        ...remedyRule(rules),
        months: { "higher-body": 1, court: 1, prosecutor: 2, ombudsman: 2 },
      },
    }));
    portal.country.clock.now = morning(2026, 11, 12);
    const shorter = await decided(portal, satisfy, morning(2026, 11, 12));
    assert.match((await pageOf(portal, shorter)).body, /You can do this through Monday 14 December 2026/);
    portal.country.clock.now = morning(2026, 12, 15);
    assert.deepEqual(offered(await pageOf(portal, shorter)), ["prosecutor", "ombudsman"]);
    portal.country.clock.now = morning(2027, 1, 13);
    assert.notEqual((await pageOf(portal, shorter)).url, `/en/case/${shorter.row.number}/higher`);
    portal.country.clock.now = morning(2027, 2, 11);
    assert.deepEqual(offered(await pageOf(portal, filed)), ["prosecutor", "ombudsman"]);
    portal.country.clock.now = morning(2027, 11, 11);
    assert.deepEqual(offered(await pageOf(portal, filed)), ["prosecutor"]);
    assert.equal((await go(portal, filed, "ombudsman")).status, 422, "its year is over");
    assert.equal((await go(portal, filed, "prosecutor")).url, "/en/appeal/receipt");
  });
});

test("what went to the prosecutor is not counted as taken to the body above", async () => {
  await withOverseers(async (portal) => {
    const filed = await decided(portal, refuse);
    assert.deepEqual(offered(await pageOf(portal, filed)), ["higher-body", "prosecutor", "ombudsman"]);
    await go(portal, filed, "prosecutor");
    await go(portal, filed, "ombudsman");
    const span = { log: portal.tools.log, timeZone: "Asia/Ashgabat", from: filed.row.filedDay };
    const counts = async () => {
      const rows = await readStatedCounts(portal.tools.portal, {
        ...span,
        until: addDays(filed.row.filedDay, 30),
      });
      const row = rows.find(({ body }) => body === ministry);
      return [row?.decided, row?.takenHigher];
    };
    assert.deepEqual(await counts(), [1, 0]);
    await go(portal, filed, "higher-body");
    assert.deepEqual(
      await counts(),
      [1, 1],
      "a decision is one decision, however often it was taken further",
    );
  });
});

test("a place that the complaint names, or the case's own holder, is not offered", async () => {
  await withOverseers(async (portal) => {
    const filed = await fileOne(portal, {
      text: marker,
      complainedOf: [
        { body: prosecutor, post: "head" },
        { body: cabinet, post: "head" },
      ],
    });
    portal.country.clock.now = morning(2026, 11, 24);
    assert.deepEqual(offered(await pageOf(portal, filed)), ["ombudsman"]);
    assert.equal((await go(portal, filed, "prosecutor")).status, 422);
    const receipt = await go(portal, filed, "ombudsman");
    const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(receipt.body)?.[0] ?? "";
    portal.country.clock.now = morning(2027, 1, 20);
    const browser = await browserOfApplicant(portal.server, filed);
    const later = await browser.open(`/en/case/${number}/higher`);
    assert.notEqual(later.url, `/en/case/${number}/higher`, "from the ombudsman there is no way to itself");
  });
});
