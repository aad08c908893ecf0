import assert from "node:assert/strict";
import { test } from "node:test";
import { ministry, morning } from "#tests/country/small-country.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { browserOfApplicant } from "../test-support/browser.ts";
import { assign, eraseByOrder, fileOne, satisfy } from "../test-support/cases.ts";
import { auditedFigures } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

async function disputed(portal: TestPortal): Promise<FiledAppeal> {
  const filed = await fileOne(portal, { text: "Gaz ýok" });
  await assign(portal, filed);
  portal.country.clock.now = morning(2026, 11, 9);
  await satisfy(portal, filed, "Edildi");
  const browser = await browserOfApplicant(portal.server, filed);
  const url = `/en/case/${filed.row.number}/dispute`;
  const page = await browser.send(await browser.open(url), url, { reason: "not-done", text: "Edilmedi" });
  assert.match(page.body, /Disputed by the applicant/);
  await portal.sequence();
  return filed;
}

test("no desk can delete the act, change it, or make the case closed by its own login", async () => {
  await withPortal(async (portal) => {
    const filed = await disputed(portal);
    const { desk } = portal.country.database;
    const { tag } = filed.row;
    for (const [what, attempt] of [
      ["act", desk`delete from record.act where case_tag = ${tag} and kind = 'disputed'`],
      ["kind", desk`update record.act set kind = 'added' where case_tag = ${tag} and kind = 'disputed'`],
      ["part", desk`delete from record.part where subject = ${tag}`],
      ["leaf", desk`delete from ledger.entry where subject = ${tag}`],
      ["closing", desk`delete from cases.closing where case_tag = ${tag}`],
      ["case", desk`delete from cases.case where case_tag = ${tag}`],
    ] as const) {
      await assert.rejects(attempt, /permission denied/, what);
    }
  });
});

test("with every text of the case erased, the dispute stands: in the case, for the clock, for the auditor", async () => {
  await withPortal(async (portal) => {
    const filed = await disputed(portal);
    portal.country.clock.now = morning(2026, 11, 10);
    const order = { ground: "third-person", scope: ["texts", "attachments"], reference: "§ 12" } as const;
    await eraseByOrder(portal, filed, order);
    await portal.sequence();
    await portal.finishErasures();
    const browser = await browserOfApplicant(portal.server, filed);
    const page = await browser.open(`/en/case/${filed.row.number}`);
    assert.match(page.body, /Disputed by the applicant/);
    assert.match(page.body, /Answer due Monday 23 November 2026/);
    assert.ok(!page.body.includes("Edilmedi"));
    const figures = await auditedFigures(portal, "2026-11-30", ministry);
    assert.deepEqual([figures.disputed, figures.answered, figures.openOverdue], [1, 0, 1]);
  });
});

test("deleted behind the record's back by the owner of the database, the auditor still counts it", async () => {
  await withPortal(async (portal) => {
    const filed = await disputed(portal);
    const { owner } = portal.country.database;
    await owner`delete from record.part where subject = ${filed.row.tag}`;
    await owner`delete from record.act where case_tag = ${filed.row.tag}`;
    const figures = await auditedFigures(portal, "2026-11-30", ministry);
    assert.deepEqual([figures.disputed, figures.answered, figures.openOverdue], [1, 0, 1]);
  });
});
