import assert from "node:assert/strict";
import { test } from "node:test";
import { type CivilDate, civilDateText } from "#core/clock/civil-date.ts";
import { findCase } from "#government/cases/index.ts";
import { morning } from "#tests/country/small-country.ts";
import type { FiledAppeal } from "../index.ts";
import { browserOfApplicant } from "../test-support/browser.ts";
import { askQuestion, assign, fileOne } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

async function dueOf({ tools }: TestPortal, { row: { tag } }: FiledAppeal): Promise<string | null> {
  const due: CivilDate | null | undefined = (await findCase(tools.portal, tag))?.due;
  return due == null ? null : civilDateText(due);
}

async function answer(portal: TestPortal, filed: FiledAppeal): Promise<void> {
  const browser = await browserOfApplicant(portal.server, filed);
  const path = `/en/case/${filed.row.number}/clarify`;
  const sent = await browser.send(await browser.open(path), path, { text: "Üçünji köçe." });
  assert.equal(sent.status, 200, sent.body);
}

test("while the applicant is asked the days do not count against the body, and with the answer they go on", async () => {
  await withPortal(async (portal) => {
    const { clock } = portal.country;
    const filed = await fileOne(portal, { text: "Gaz ýok" });
    await assign(portal, filed);
    assert.equal(await dueOf(portal, filed), "2026-11-23");
    clock.now = morning(2026, 11, 4);
    await askQuestion(portal, filed, "Haýsy köçe?");
    // Ten working days at most: that is the day if no answer ever comes.
    assert.equal(await dueOf(portal, filed), "2026-12-07");
    const waiting = await browserOfApplicant(portal.server, filed);
    const path = `/en/case/${filed.row.number}`;
    assert.match(
      (await waiting.open(path)).body,
      new RegExp(`href="${path}/clarify"`),
      "it is asked of them",
    );
    clock.now = morning(2026, 11, 6);
    await answer(portal, filed);
    assert.equal(await dueOf(portal, filed), "2026-11-25", "two working days were waited for, no more");
  });
});

test("the pauses of one case are two at most, and never longer than ten working days in all", async () => {
  await withPortal(async (portal) => {
    const { clock } = portal.country;
    const filed = await fileOne(portal, { text: "Gaz ýok" });
    await assign(portal, filed);
    clock.now = morning(2026, 11, 4);
    await askQuestion(portal, filed, "Haýsy köçe?");
    clock.now = morning(2026, 11, 6);
    await answer(portal, filed);
    clock.now = morning(2026, 11, 9);
    await askQuestion(portal, filed, "Haýsy jaý?");
    assert.equal(await dueOf(portal, filed), "2026-12-07", "eight of the ten days are left");
    clock.now = morning(2026, 11, 11);
    await answer(portal, filed);
    clock.now = morning(2026, 11, 12);
    await assert.rejects(askQuestion(portal, filed, "Haýsy gün?"), "a third question stops nothing");
  });
});
