/**
 * Whoever decided a case, or let it lie, never gets the appeal against that: not back, and not by way of a third body
 * (participation reference, invariant I4). Nobody need be named for it. Tried through the verb, the pages of the desk
 * and the database itself; the API has no way to forward.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BodyNumber } from "#core/record/leaf.ts";
import {
  type CaseRow,
  caseObjectFor,
  findCase,
  findCaseByNumber,
  parseCaseNumber,
} from "#government/cases/index.ts";
import type { AccountId, Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { languages } from "#platform/language/language.ts";
import { cabinet, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { type DeskCountry, withDeskCountry } from "../desk/desk-samples.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { forwardAppeal, inTransaction } from "../index.ts";
import { insertLink } from "../link-store.ts";
import { registerCitizenRoutes } from "../routes.ts";
import { browserOfApplicant } from "../test-support/browser.ts";

const competent = "another-body-is-competent" as const;
const sentences = {
  tk: /Arza şu edara garşy berlen/,
  ru: /Обращение подано против этого органа/,
  en: /The appeal goes against this body/,
};

function headOf(body: BodyNumber): Actor {
  const account = "00000000-0000-4000-8000-0000000000b9" as AccountId;
  return { kind: "person", account, appointments: [{ body, post: "head", role: "head" }], opened: new Map() };
}

/** What the policy says of sending a case from the body that holds it to each other one. */
async function waysFrom({ tools }: DeskCountry, { tag }: Pick<CaseRow, "tag">) {
  const row = await findCase(tools.desk, tag);
  assert.ok(row);
  const actor = headOf(row.holderBody);
  const object = await caseObjectFor(tools.desk, actor, row);
  assert.deepEqual(object.complainedOf, [], "nobody is named");
  const others = [cabinet, ministry, otherMinistry].filter((body) => body !== row.holderBody);
  return Object.fromEntries(
    others.map((to) => {
      const asked = ask(actor, "appeal.forward", { kind: "forwarding", case: object, to });
      return [to, asked.ok ? "given" : asked.problem];
    }),
  );
}

async function forward({ tools }: DeskCountry, { tag }: Pick<CaseRow, "tag">, to: BodyNumber) {
  await inTransaction(tools, "desk", async (acting) => {
    const row = await findCase(acting.transaction, tag);
    assert.ok(row);
    const actor = headOf(row.holderBody);
    const object = await caseObjectFor(acting.transaction, actor, row);
    const leave = ask(actor, "appeal.forward", { kind: "forwarding", case: object, to });
    assert.ok(leave.ok, JSON.stringify(leave));
    assert.ok((await forwardAppeal(leave.value, { reason: competent, note: "" }, acting)).ok);
  });
}

/** The body is silent until the day has passed; the applicant goes to the body above on the page. */
async function goUpAgainstSilence(desk: DeskCountry, filed: FiledAppeal): Promise<CaseRow> {
  registerCitizenRoutes(desk.server, desk.tools);
  desk.country.clock.now = morning(2026, 11, 24);
  const browser = await browserOfApplicant(desk.server, filed);
  const url = `/en/case/${filed.row.number}/higher`;
  const fields = { to: "higher-body", subject: "Gaz", text: "Jogap gelmedi" };
  const receipt = await browser.send(await browser.open(url), url, fields);
  assert.equal(receipt.url, "/en/appeal/receipt", receipt.body);
  const number = parseCaseNumber(/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]/.exec(receipt.body)?.[0] ?? "");
  assert.ok(number.ok);
  const above = await findCaseByNumber(desk.tools.portal, number.value);
  assert.equal(above?.holderBody, cabinet);
  return above;
}

test("by the verb: not from above, and not by way of a third body", async () => {
  await withDeskCountry(async (desk) => {
    const above = await goUpAgainstSilence(desk, await desk.file());
    const back = "would-return-to-body-appealed-against";
    assert.deepEqual(await waysFrom(desk, above), { [ministry]: back, [otherMinistry]: "given" });
    await forward(desk, above, otherMinistry);
    assert.deepEqual(await waysFrom(desk, above), { [cabinet]: "given", [ministry]: back });
  });
});

test("nor to a body that only passed the earlier case on, nor further back along the chain", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    await forward(desk, filed.row, otherMinistry);
    const above = await goUpAgainstSilence(desk, filed);
    const back = "would-return-to-body-appealed-against";
    assert.deepEqual(await waysFrom(desk, above), { [ministry]: back, [otherMinistry]: back });
    const third = await desk.file();
    await forward(desk, third.row, cabinet);
    assert.deepEqual(await waysFrom(desk, third.row), { [ministry]: "given", [otherMinistry]: "given" });
    await inTransaction(desk.tools, "portal", async ({ transaction }) => {
      const at = desk.tools.now();
      const link = { earlier: above.tag, later: third.row.tag, forum: "higher-body", closingAct: null, at };
      await insertLink(transaction, link);
    });
    assert.deepEqual(await waysFrom(desk, third.row), { [ministry]: back, [otherMinistry]: back });
  });
});

test("by the pages: not in the list, with the reason; chosen all the same, refused in the reader's language", async () => {
  await withDeskCountry(async (desk) => {
    const above = await goUpAgainstSilence(desk, await desk.file());
    const form = (language: string) => `/${language}/desk/${above.number}/forward`;
    const page = await desk.cabinetHead.get(form("en"));
    assert.match(page.body, /Not in the list, since the appeal goes against them: ministry-of-springs/);
    assert.doesNotMatch(page.body, /value="ministry-of-springs"/);
    assert.match(page.body, /value="ministry-of-roads"/);
    for (const language of languages) {
      const fields = { body: "ministry-of-springs", reason: competent };
      const tried = await desk.cabinetHead.fill(form(language), fields);
      assert.equal(tried.status, 422);
      assert.match(tried.body, sentences[language]);
    }
    assert.equal((await findCase(desk.tools.portal, above.tag))?.holderBody, cabinet);
    const away = await desk.cabinetHead.fill(form("en"), { body: "ministry-of-roads", reason: competent });
    assert.equal(away.status, 303, away.body);
  });
});

test("the database holds it against the program: neither back, nor to whom a complaint is about", async () => {
  await withDeskCountry(async (desk) => {
    const above = await goUpAgainstSilence(desk, await desk.file());
    const named = await desk.file({ complainedOf: [{ body: otherMinistry, post: "head" }] });
    const pass = (row: Pick<CaseRow, "tag">, body: BodyNumber) => desk.country.database.desk`
      update cases.case set holder_body = ${body} where case_tag = ${row.tag}`;
    await assert.rejects(pass(above, ministry), /sent back to a body that it goes against/);
    await assert.rejects(pass(named.row, otherMinistry), /sent to the body of whom it is about/);
    await pass(above, otherMinistry);
    await pass(named.row, cabinet);
  });
});
