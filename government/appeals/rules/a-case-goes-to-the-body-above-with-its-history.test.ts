import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { caseObjectFor, findCase, findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import type { AccountId, Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { cabinet, countryTimeZone, ministry, morning } from "#tests/country/small-country.ts";
import { answerAppeal, type Decision } from "../answer-appeal.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { linkedCases } from "../link-store.ts";
import { inTransaction } from "../portal-tools.ts";
import { statedFigures } from "../public/stated-figures.ts";
import { closedQuarters } from "../public/stated-quarter.ts";
import { readStatedCounts } from "../public/stated-store.ts";
import { browserOfApplicant, type Page } from "../test-support/browser.ts";
import { assign, fileOne, overturn, refuse } from "../test-support/cases.ts";
import { auditedFigures } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Lälegülzar";
const above: Actor = {
  kind: "person",
  account: "00000000-0000-4000-8000-0000000000b9" as AccountId,
  appointments: [{ body: cabinet, post: "head", role: "head" }],
  opened: new Map(),
};

async function refused(portal: TestPortal, on = morning(2026, 11, 10)): Promise<FiledAppeal> {
  const filed = await fileOne(portal, { text: marker });
  await assign(portal, filed);
  await portal.sequence();
  portal.country.clock.now = on;
  await refuse(portal, filed, "Ýok");
  await portal.sequence();
  return filed;
}

/** Goes up on the page, as a person does; gives the receipt of the new case and its number. */
async function goUp(portal: TestPortal, filed: FiledAppeal): Promise<{ receipt: Page; number: string }> {
  const browser = await browserOfApplicant(portal.server, filed);
  const url = `/en/case/${filed.row.number}/higher`;
  const page = await browser.open(url);
  assert.equal(page.status, 200);
  assert.match(page.body, /The body above: cabinet/);
  assert.match(page.body, new RegExp(`value="${marker}"`), "the old subject is proposed");
  const wrong = await browser.send(page, url, { to: "higher-body", subject: marker, text: "" });
  assert.equal(wrong.status, 422);
  const fields = { to: "higher-body", subject: marker, text: "Jogap nädogry" };
  const receipt = await browser.send(wrong, url, fields);
  assert.equal(receipt.url, "/en/appeal/receipt");
  const again = await browser.send(wrong, url, fields);
  assert.equal(again.url, "/en/appeal/receipt", "sent twice, one case");
  const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(receipt.body)?.[0] ?? "";
  assert.ok(again.body.includes(number));
  const old = await browser.open(`/en/case/${filed.row.number}`);
  assert.match(old.body, /Taken to a higher place/);
  assert.match(old.body, new RegExp(`Carried on by: <a href="/en/case/${number}"`));
  assert.doesNotMatch(old.body, /\/higher"/, "once for each decision");
  const fresh = await browser.open(`/en/case/${number}`);
  assert.match(fresh.body, new RegExp(`Carries on: <a href="/en/case/${filed.row.number}"`));
  return { receipt, number };
}

async function answerAbove(portal: TestPortal, number: string, decision: Decision): Promise<void> {
  const parsed = parseCaseNumber(number);
  assert.ok(parsed.ok);
  await inTransaction(portal.tools, "desk", async (tools) => {
    const row = await findCaseByNumber(tools.transaction, parsed.value);
    assert.ok(row);
    const leave = ask(above, "appeal.answer", await caseObjectFor(tools.transaction, above, row));
    assert.ok(leave.ok);
    const reply = { decision, text: "Çözgüt ýatyryldy", attachments: [] };
    assert.ok((await answerAppeal(leave.value, reply, tools)).ok);
  });
}

test("within the months that the answer states; the page says until when and why", async () => {
  await withPortal(async (portal) => {
    const filed = await refused(portal);
    const browser = await browserOfApplicant(portal.server, filed);
    const page = await browser.open(`/en/case/${filed.row.number}/higher`);
    assert.match(page.body, /You can do this through Wednesday 10 February 2027/);
    assert.match(
      page.body,
      /entered on Tuesday 10 November 2026\. It can be appealed against within 3 months/,
    );
    portal.country.clock.now = morning(2027, 2, 10);
    const last = await browserOfApplicant(portal.server, filed);
    assert.equal((await last.open(`/en/case/${filed.row.number}/higher`)).status, 200);
    portal.country.clock.now = morning(2027, 2, 11);
    const late = await browserOfApplicant(portal.server, filed);
    const url = `/en/case/${filed.row.number}`;
    assert.equal((await late.open(`${url}/higher`)).url, url);
    assert.doesNotMatch((await late.open(url)).body, /\/higher"/);
  });
});

test("a last day that is not worked moves to the next working day, and the page says so", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: marker });
    await assign(portal, filed);
    portal.country.clock.now = morning(2026, 11, 13);
    await refuse(portal, filed, "Ýok");
    const browser = await browserOfApplicant(portal.server, filed);
    const page = await browser.open(`/en/case/${filed.row.number}/higher`);
    assert.match(page.body, /through Monday 15 February 2027/);
    assert.match(page.body, /Saturday 13 February 2027/);
  });
});

test("against silence as long as it lasts, and not before", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: marker });
    await portal.sequence();
    const url = `/en/case/${filed.row.number}/higher`;
    portal.country.clock.now = morning(2026, 11, 23);
    const early = await browserOfApplicant(portal.server, filed);
    assert.notEqual((await early.open(url)).url, url, "the due day itself is not over");
    portal.country.clock.now = morning(2026, 11, 24);
    await goUp(portal, filed);
    await portal.sequence();
    const below = await auditedFigures(portal, "2026-11-24", ministry);
    assert.deepEqual([below.open, below.openOverdue], [1, 1], "the silent body still owes its answer");
    const higher = await auditedFigures(portal, "2026-11-24", cabinet);
    assert.equal(higher.filed, 1);
  });
});

test("the new case has the same name, its own clock, and a link on both sides", async () => {
  await withPortal(async (portal) => {
    const filed = await refused(portal);
    const { receipt, number } = await goUp(portal, filed);
    assert.match(receipt.body, /cabinet/);
    assert.match(receipt.body, /Answer due Tuesday 1 December 2026/);
    const links = await linkedCases(portal.tools.portal, filed.row.tag);
    assert.deepEqual(
      links.map((link) => [link.relation, link.number, link.holderBody]),
      [["later", number, cabinet]],
    );
    const later = await findCase(portal.tools.portal, links[0]?.tag ?? new Uint8Array(0));
    assert.equal(later?.identityShown, true);
    const { owner } = portal.country.database;
    const names = await owner`select 1 from sealed.part where name = 'identity'`;
    assert.equal(names.length, 2, "the name goes along under a key of its own");
    await portal.sequence();
    const below = await auditedFigures(portal, "2026-11-10", ministry);
    assert.deepEqual([below.answered, below.refused], [1, 1], "the old case stays as it is");
  });
});

test("overturned is what the body above granted against a decision, and nothing else", async () => {
  await withPortal(async (portal) => {
    const { tools } = portal;
    const stated = async () => {
      const span = { log: tools.log, timeZone: countryTimeZone };
      const days = { from: civilDate(2026, 10, 1), until: civilDateAt(tools.now(), countryTimeZone) };
      const counts = await readStatedCounts(tools.portal, { ...span, ...days });
      return counts.find(({ body }) => body === ministry);
    };
    const filed = await refused(portal);
    const { number } = await goUp(portal, filed);
    portal.country.clock.now = morning(2026, 11, 12);
    const before = await stated();
    assert.deepEqual([before?.decided, before?.takenHigher, before?.overturned], [1, 1, 0]);
    await answerAbove(portal, number, { outcome: "satisfied" });
    portal.country.clock.now = morning(2026, 11, 13);
    const after = await stated();
    assert.deepEqual([after?.decided, after?.takenHigher, after?.overturned], [1, 1, 1]);
    assert.equal(after?.inTimeOverturned, 1, "the headline counts it still");

    const other = await refused(portal, morning(2026, 11, 15));
    portal.country.clock.now = morning(2026, 11, 16);
    const second = await goUp(portal, other);
    await answerAbove(portal, second.number, {
      outcome: "explained",
      grounds: ["asks-for-the-law"],
      legalBasis: ["art. 1"],
    });
    portal.country.clock.now = morning(2026, 11, 17);
    const third = await stated();
    assert.deepEqual([third?.takenHigher, third?.overturned], [2, 1], "an explanation overturns nothing");
    const late = await refused(portal, morning(2026, 12, 9));
    await overturn(portal, late);
    portal.country.clock.now = morning(2026, 12, 11);
    const fourth = await stated();
    assert.deepEqual(
      [fourth?.overturned, fourth?.inTimeOverturned],
      [2, 1],
      "what was late is in no headline",
    );
    await portal.sequence();
    const audited = await auditedFigures(portal, "2026-12-31", ministry);
    assert.deepEqual([audited.inTime, audited.late], [2, 1]);
    portal.country.clock.now = morning(2027, 1, 4);
    const [quarter] = closedQuarters(civilDate(2027, 1, 4), 1);
    assert.ok(quarter);
    const { bodies } = await statedFigures(tools, await tools.parametersReader.read(tools.portal), quarter);
    const shown = bodies.find(({ body }) => body === ministry);
    assert.deepEqual([shown?.decided, shown?.overturned], [3, null], "small cells are withheld");
  });
});
