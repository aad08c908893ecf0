/**
 * A complaint can be about a body as a whole, also one below or beside the chosen one: it is never sent there, and
 * whoever works there neither opens nor answers it (participation reference, invariant I4). What was filed with that
 * very body all the same can be passed on unread, and nothing else. Tried through verbs, pages and the API.
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
import type { AccountId, Actor, OfficeRole } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { cabinet, ministry, otherMinistry } from "#tests/country/small-country.ts";
import { type DeskCountry, withDeskCountry } from "../desk/desk-samples.ts";
import { registerApiRoutes, registerCitizenRoutes } from "../routes.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { withPortal } from "../test-support/portal.ts";

const whole = { body: ministry, post: null };
const competent = "another-body-is-competent";

function holder(role: OfficeRole, body: BodyNumber, post: string): Actor {
  const account = "00000000-0000-4000-8000-0000000000a1" as AccountId;
  return { kind: "person", account, appointments: [{ body, post, role }], opened: new Map() };
}

async function caseByNumber({ tools }: Pick<DeskCountry, "tools">, text: string): Promise<CaseRow> {
  const number = parseCaseNumber(/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]/.exec(text)?.[0] ?? "");
  assert.ok(number.ok, text);
  const row = await findCaseByNumber(tools.portal, number.value);
  assert.ok(row);
  return row;
}

test("by the verbs: nobody there opens, answers, gives or merges it; it can be passed on unread, not back", async () => {
  await withDeskCountry(async (desk) => {
    const { row } = await desk.file({ complainedOf: [whole] });
    const head = holder("head", ministry, "head");
    const object = await caseObjectFor(desk.tools.desk, head, row);
    assert.deepEqual(object.complainedOf, [whole]);
    const acts = ["appeal.open-at-desk", "appeal.answer", "appeal.extend", "appeal.merge"] as const;
    for (const actor of [head, holder("official", ministry, "inspector")]) {
      for (const act of acts) assert.equal(ask(actor, act, object).ok, false, act);
    }
    const to = { body: ministry, post: "inspector" };
    const given = ask(head, "appeal.assign", { kind: "assignment", case: object, to });
    assert.deepEqual(given, { ok: false, problem: "person-complained-of" });
    const registry = holder("operator", ministry, "registry");
    for (const actor of [head, registry]) {
      const away = { kind: "forwarding", case: object, to: cabinet } as const;
      assert.ok(ask(actor, "appeal.forward", away).ok);
    }
    const there = { ...object, body: otherMinistry };
    const back = ask(holder("head", otherMinistry, "head"), "appeal.forward", {
      ...{ kind: "forwarding", case: there, to: ministry },
    });
    assert.deepEqual(back, { ok: false, problem: "would-reach-person-complained-of" });
    // Whoever sits at both desks is out of it at the other one too.
    const both: Actor = {
      ...{ kind: "person", account: "00000000-0000-4000-8000-0000000000a3" as AccountId, opened: new Map() },
      appointments: [
        { body: ministry, post: "second", role: "official" },
        { body: otherMinistry, post: "head", role: "head" },
      ],
    };
    const opened = ask(both, "appeal.open-at-desk", there);
    assert.deepEqual(opened, { ok: false, problem: "person-complained-of" });
  });
});

/** Writes a complaint to a body up to the question whom it is about. */
async function complainTo(browser: TestBrowser, body: string): Promise<void> {
  await browser.post("/en/appeal", {});
  await browser.post("/en/appeal/kind", { kind: "filed-complaint" });
  assert.equal((await browser.post("/en/appeal/body", { body })).url, "/en/appeal/about");
}

/** Writes the rest and sends it. */
async function finish(desk: DeskCountry, browser: TestBrowser): Promise<CaseRow> {
  await browser.post("/en/appeal/text", { subject: "Water", text: "They asked for money." });
  await browser.post("/en/appeal/file", {});
  await browser.post("/en/appeal/whom", { whom: "self" });
  await browser.post("/en/appeal/identity", { identity: "shown" });
  await browser.post("/en/appeal/you", { name: "Nusga", address: "Çynar" });
  const check = await browser.open("/en/appeal/check");
  assert.match(check.body, /the body as a whole/);
  const sent = await browser.send(check, "/en/appeal/check", {});
  assert.equal(sent.url, "/en/appeal/receipt");
  return await caseByNumber(desk, sent.body);
}

test("by the pages: a body below is found by its name, named as a whole, and the desk above cannot send it there", async () => {
  await withDeskCountry(async (desk) => {
    registerCitizenRoutes(desk.server, desk.tools);
    const citizen = browserAt(desk.server);
    await complainTo(citizen, "cabinet");
    const fresh = await citizen.open("/en/appeal/about");
    assert.match(fresh.body, /value="cabinet\/\*"/);
    assert.doesNotMatch(fresh.body, /value="ministry-of-springs/, "those below are looked for");
    const nothing = await citizen.post("/en/appeal/about", { search: "harbours", next: "search" });
    assert.match(nothing.body, /No body has such a name/);
    // The Enter key in the field sends no button of its own.
    const found = await citizen.post("/en/appeal/about", { search: "spring", official: "cabinet/inspector" });
    assert.equal(found.url, "/en/appeal/about");
    assert.match(found.body, /value="cabinet\/inspector" checked/, "what was ticked stays");
    assert.match(found.body, /value="ministry-of-springs\/inspector"/);
    const named = await citizen.post("/en/appeal/about", {
      ...{ search: "spring", official: "ministry-of-springs/*" },
    });
    assert.equal(named.url, "/en/appeal/text");
    const row = await finish(desk, citizen);
    assert.equal(row.holderBody, cabinet);
    const own = await citizen.open(`/en/case/${row.number}`);
    assert.match(own.body, /ministry-of-springs, the body as a whole/);
    const path = `/en/desk/${row.number}/forward`;
    const page = await desk.cabinetHead.get(path);
    assert.doesNotMatch(page.body, /value="ministry-of-springs"/);
    const tried = await desk.cabinetHead.fill(path, { body: "ministry-of-springs", reason: competent });
    assert.match(tried.body, /The complaint is about this post or this body/);
    assert.equal((await findCase(desk.tools.portal, row.tag))?.holderBody, cabinet);
    const away = await desk.cabinetHead.fill(path, { body: "ministry-of-roads", reason: competent });
    assert.equal(away.status, 303);
  });
});

test("about the chosen body itself: others are proposed; whoever stays is registered, and it is passed on unread", async () => {
  await withDeskCountry(async (desk) => {
    registerCitizenRoutes(desk.server, desk.tools);
    const citizen = browserAt(desk.server);
    await complainTo(citizen, "ministry-of-springs");
    const page = await citizen.post("/en/appeal/about", { official: "ministry-of-springs/*" });
    assert.equal(page.url, "/en/appeal/higher");
    assert.match(page.body, /about this body as a whole: ministry-of-springs[\s\S]*cabinet/);
    assert.equal((await citizen.post("/en/appeal/higher", { next: "stay" })).url, "/en/appeal/text");
    const row = await finish(desk, citizen);
    assert.equal(row.holderBody, ministry);
    const shown = await desk.head.get(`/en/desk/${row.number}`);
    assert.doesNotMatch(shown.body, /asked for money|Open the texts/);
    const path = `/en/desk/${row.number}/forward`;
    const away = await desk.head.fill(path, { body: "cabinet", reason: "body-is-complained-of" });
    assert.equal(away.status, 303, away.body);
    assert.equal((await findCase(desk.tools.portal, row.tag))?.holderBody, cabinet);
  });
});

test("by the API: bodies beside posts, six in all, and none that does not exist", async () => {
  await withPortal(async (portal) => {
    registerApiRoutes(portal.server, portal.tools);
    let drawn = 0;
    const post = async (complainedOf: object, more: object = {}) => {
      drawn += 1;
      const reply = await portal.server.fastify.inject({
        method: "POST",
        url: "/api/v1/appeals",
        headers: { "idempotency-key": `0c2d9f0e-8f4e-4a59-9a51-${String(drawn).padStart(12, "0")}` },
        payload: {
          ...{ kind: "filed-complaint", body: "cabinet", language: "en", subject: "Water" },
          ...{ text: "No water.", identity: { name: "Nusga", address: "Çynar" }, identityShown: true },
          ...{ complainedOf, ...more },
        },
      });
      return { status: reply.statusCode, text: reply.body };
    };
    const taken = await post({ bodies: ["ministry-of-springs"] });
    assert.equal(taken.status, 201, taken.text);
    const row = await caseByNumber(portal, taken.text);
    const { complainedOf } = await caseObjectFor(portal.tools.desk, holder("head", cabinet, "head"), row);
    assert.deepEqual(complainedOf, [whole]);
    assert.equal((await post({ bodies: ["ministry-of-harbours"] })).status, 422);
    const posts = ["head", "inspector"].flatMap((name) => [
      { body: "ministry-of-roads", post: name },
      { body: "cabinet", post: name },
    ]);
    const many = await post({ posts, bodies: ["cabinet", "ministry-of-roads", "ministry-of-springs"] });
    assert.match(many.text, /Name at most six/);
    const itself = { bodies: ["ministry-of-springs"] };
    const asked = await post(itself, { body: "ministry-of-springs" });
    assert.equal(asked.status, 422);
    assert.match(asked.text, /send it to one of cabinet/);
    assert.equal((await post(itself, { body: "ministry-of-springs", staysWithBody: true })).status, 201);
  });
});
