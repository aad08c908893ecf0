import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { grantErasure } from "../decide-erasure.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { statedFigures } from "../public/stated-figures.ts";
import { closedQuarters } from "../public/stated-quarter.ts";
import { browserOfApplicant } from "../test-support/browser.ts";
import { asHead, fileOne } from "../test-support/cases.ts";
import { auditedFigures } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

/** A count below five is withheld: six requests make a cell that is shown. */
const requests = 6;

async function asked(portal: TestPortal) {
  const filed = await fileOne(portal, { text: "Lälegülzar" });
  const browser = await browserOfApplicant(portal.server, filed);
  const url = `/en/case/${filed.row.number}/erase`;
  const page = await browser.open(url);
  // Counted from Monday 2 November, with no day off between.
  assert.match(page.body, /If you ask today, it is to be decided by Monday 23 November 2026/);
  await browser.send(page, url, { scope: "texts" });
  return filed;
}

/** What is published of the last quarter of 2026, in the quarter after it. */
async function erasuresStated({ tools, country }: TestPortal) {
  country.clock.now = morning(2027, 1, 8);
  const [quarter] = closedQuarters(civilDate(2027, 1, 8), 1);
  assert.ok(quarter);
  const { bodies } = await statedFigures(tools, await tools.parametersReader.read(tools.portal), quarter);
  const row = bodies.find(({ body }) => body === ministry);
  return [row?.erasedInTime, row?.erasedLate, row?.erasureOverdue];
}

test("the applicant sees by when it is to be decided, how that day came about, and when it is over", async () => {
  await withPortal(async (portal) => {
    const filed = await asked(portal);
    const seen = async (language: string) => {
      const browser = await browserOfApplicant(portal.server, filed);
      return (await browser.open(`/${language}/case/${filed.row.number}`)).body;
    };
    const page = await seen("en");
    assert.match(page, /to be decided by Monday 23 November 2026/);
    assert.match(page, /Asked for on Monday 2 November 2026\. Counting begins with the next day\./);
    assert.match(page, /15 working days\. Due Monday 23 November 2026\. Basis: Law on personal data/);
    assert.match(await seen("ru"), /Вашу просьбу об удалении должны решить не позже/);
    assert.match(await seen("tk"), /Öçürmek baradaky haýyşyňyz boýunça/);
    portal.country.clock.now = morning(2026, 11, 24);
    assert.match(await seen("en"), /That day is over; the lateness is counted/);
  });
});

test("a decision in time, a late one and none at all are told apart, and the case's own lateness is another thing", async () => {
  await withPortal(async (portal) => {
    const { clock } = portal.country;
    const filed: FiledAppeal[] = [];
    for (let count = 0; count < 3 * requests; count += 1) filed.push(await asked(portal));
    const decide = async (from: number) => {
      for (const each of filed.slice(from, from + requests)) {
        assert.ok((await asHead(portal, each, "appeal.erase", grantErasure)).ok);
      }
    };
    clock.now = morning(2026, 11, 23);
    await decide(0);
    clock.now = morning(2026, 11, 24);
    await decide(requests);
    // Whoever has only leaves counts the cases, all of them overdue by their own day, and no request.
    await portal.sequence();
    const figures = await auditedFigures(portal, "2026-11-24", ministry);
    const { filed: counted, openOverdue, answered, late } = figures;
    assert.deepEqual([counted, openOverdue, answered, late], [3 * requests, 3 * requests, 0, 0]);
    assert.deepEqual(await erasuresStated(portal), [requests, requests, requests]);
  });
});
