/**
 * Whoever a complaint names neither opens nor answers nor gets it, and it is not sent back to their body (participation
 * reference, invariant I4). Tried through the verbs, through the pages of filing and desk, and through the API.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CaseRow,
  caseObjectFor,
  findCase,
  findCaseByNumber,
  parseCaseNumber,
} from "#government/cases/index.ts";
import { appoint } from "#government/identity/index.ts";
import type { AccountId, Actor, PostReference } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { ombudsman, prosecutor, registerOverseers } from "#tests/country/overseers.ts";
import { cabinet, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { type DeskCountry, withDeskCountry } from "../desk/desk-samples.ts";
import { forwardAppeal, inTransaction } from "../index.ts";
import { registerApiRoutes, registerCitizenRoutes } from "../routes.ts";
import { browserAt, browserOfApplicant, type TestBrowser } from "../test-support/browser.ts";
import { formAt } from "../test-support/browser-samples.ts";
import { assign, fileOne, refuse } from "../test-support/cases.ts";
import { withPortal } from "../test-support/portal.ts";

const inspector: PostReference = { body: ministry, post: "inspector" };
const account = "00000000-0000-4000-8000-0000000000a1" as AccountId;

function holder(role: "head" | "official", place: PostReference): Actor {
  return { kind: "person", account, appointments: [{ ...place, role }], opened: new Map() };
}

async function objectFor({ tools }: Pick<DeskCountry, "tools">, { tag }: CaseRow, actor: Actor) {
  const row = await findCase(tools.desk, tag);
  assert.ok(row);
  return await caseObjectFor(tools.desk, actor, row);
}

test("by the verbs: not opened, not answered, not given, not sent back; others go on as ever", async () => {
  await withDeskCountry(async (desk) => {
    const { row } = await desk.file({ complainedOf: [inspector] });
    const named = holder("official", inspector);
    const object = await objectFor(desk, row, named);
    assert.deepEqual(object.complainedOf, [inspector]);
    for (const act of [
      "appeal.open-at-desk",
      "appeal.answer",
      "appeal.ask-clarification",
      "identity.open",
    ] as const) {
      const asked = ask(named, act, { ...object, assigned: inspector });
      assert.deepEqual(asked, { ok: false, problem: "person-complained-of" }, act);
    }
    const head = holder("head", { body: ministry, post: "head" });
    const assignment = (post: string) =>
      ({ kind: "assignment", case: object, to: { body: ministry, post } }) as const;
    assert.deepEqual(ask(head, "appeal.assign", assignment("inspector")), {
      ok: false,
      problem: "would-reach-person-complained-of",
    });
    assert.ok(ask(head, "appeal.assign", assignment("clerk")).ok);
    await inTransaction(desk.tools, "desk", async (tools) => {
      const away = ask(head, "appeal.forward", { kind: "forwarding", case: object, to: otherMinistry });
      assert.ok(away.ok);
      const reason = "another-body-is-competent" as const;
      assert.ok((await forwardAppeal(away.value, { reason, note: "" }, tools)).ok);
    });
    const there = holder("head", { body: otherMinistry, post: "head" });
    const moved = await objectFor(desk, row, there);
    assert.equal(moved.body, otherMinistry);
    for (const [to, may] of [
      [ministry, false],
      [cabinet, true],
    ] as const) {
      assert.equal(ask(there, "appeal.forward", { kind: "forwarding", case: moved, to }).ok, may, String(to));
    }
  });
});

test("who moves to another post does not find the complaint there", async () => {
  await withDeskCountry(async (desk) => {
    const { country } = desk;
    const { row } = await desk.file({ complainedOf: [{ body: ministry, post: "clerk" }] });
    const [clerk] = await country.database.portal<{ account_id: AccountId }[]>`
      select account_id from identity.appointment where post = 'clerk'`;
    assert.ok(clerk);
    country.clock.now += 3_600_000;
    const next = { account: clerk.account_id, body: otherMinistry, role: "official", post: "third" } as const;
    await country.database.portal.begin((transaction) =>
      appoint(
        transaction,
        { holder: { ...next, name: "Ýazyjy" }, from: country.clock.now, until: null, granted: null },
        country,
      ),
    );
    const object = await objectFor(desk, row, holder("head", { body: ministry, post: "head" }));
    assert.deepEqual(object.complainedOf, [
      { body: ministry, post: "clerk" },
      { body: otherMinistry, post: "third" },
    ]);
  });
});

test("no desk can list who is complained of, and no page or record shows it", async () => {
  await withDeskCountry(async (desk) => {
    const { country } = desk;
    await desk.file({ complainedOf: [inspector] });
    await assert.rejects(country.database.desk`select * from sealed.complained_of`, /permission denied/);
    const published = await country.database.worker<{ bytes: Uint8Array }[]>`
      select bytes from record.part where published or name = 'public'`;
    for (const { bytes } of published) {
      assert.doesNotMatch(Buffer.from(bytes).toString(), /complainedOf/);
    }
  });
});

test("taken to the body above, the complaint still reaches none of those whom it named below", async () => {
  await withPortal(async (portal) => {
    const registry: PostReference = { body: ministry, post: "registry" };
    const filed = await fileOne(portal, { text: "Suw ýok", complainedOf: [registry] });
    await assign(portal, filed);
    portal.country.clock.now = morning(2026, 11, 10);
    await refuse(portal, filed, "Ýok");
    const browser = await browserOfApplicant(portal.server, filed);
    const url = `/en/case/${filed.row.number}/higher`;
    const fields = { to: "higher-body", subject: "Suw", text: "Jogap nädogry" };
    const receipt = await browser.send(await browser.open(url), url, fields);
    assert.equal(receipt.url, "/en/appeal/receipt");
    const number = parseCaseNumber(/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]/.exec(receipt.body)?.[0] ?? "");
    assert.ok(number.ok);
    const above = await findCaseByNumber(portal.tools.portal, number.value);
    assert.ok(above);
    const cabinetHead = holder("head", { body: cabinet, post: "head" });
    const object = await objectFor(portal, above, cabinetHead);
    assert.deepEqual([object.body, object.complainedOf], [cabinet, [registry]]);
    const back = ask(cabinetHead, "appeal.forward", { kind: "forwarding", case: object, to: ministry });
    assert.deepEqual(back, { ok: false, problem: "would-reach-person-complained-of" });
  });
});

/** Writes a complaint up to the question whom it is about. */
async function complain(browser: TestBrowser): Promise<void> {
  await browser.post("/en/appeal", {});
  await browser.post("/en/appeal/kind", { kind: "filed-complaint" });
  const page = await browser.post("/en/appeal/body", { body: "ministry-of-springs" });
  assert.equal(page.url, "/en/appeal/about");
  for (const post of ["ministry-of-springs/head", "ministry-of-springs/inspector", "cabinet/head"]) {
    assert.ok(page.body.includes(`value="${post}"`), post);
  }
}

/** Writes the rest and sends it. */
async function finish({ tools }: DeskCountry, browser: TestBrowser): Promise<CaseRow> {
  await browser.post("/en/appeal/text", { subject: "Water", text: "The inspector asked for money." });
  await browser.post("/en/appeal/file", {});
  await browser.post("/en/appeal/whom", { whom: "self" });
  await browser.post("/en/appeal/identity", { identity: "shown" });
  await browser.post("/en/appeal/you", { name: "Nusga", address: "Çynar" });
  const sent = await browser.send(await browser.open("/en/appeal/check"), "/en/appeal/check", {});
  assert.equal(sent.url, "/en/appeal/receipt");
  const number = parseCaseNumber(/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]/.exec(sent.body)?.[0] ?? "");
  assert.ok(number.ok);
  const row = await findCaseByNumber(tools.portal, number.value);
  assert.ok(row);
  return row;
}

test("by the pages: named in the filing, refused at the desk", async () => {
  await withDeskCountry(async (desk) => {
    registerCitizenRoutes(desk.server, desk.tools);
    const citizen = browserAt(desk.server);
    await complain(citizen);
    const page = await citizen.post("/en/appeal/about", {
      official: "ministry-of-springs/inspector",
      who: "the one in room 12",
    });
    assert.equal(page.url, "/en/appeal/text");
    const row = await finish(desk, citizen);
    const own = await citizen.open(`/en/case/${row.number}`);
    assert.match(own.body, /room 12/, "the applicant sees whom they named");
    const path = `/en/desk/${row.number}`;
    const choice = await desk.head.get(`${path}/assign`);
    assert.doesNotMatch(choice.body, /value="inspector"/);
    const given = await desk.head.fill(`${path}/assign`, { post: "inspector" });
    assert.notEqual(given.status, 303, "given to the one complained of");
    const headPage = await desk.head.get(path);
    for (const act of ["open", "identity"]) {
      const tried = await desk.inspector.post(`${path}/${act}`, formAt(headPage.body, `${path}/${act}`));
      assert.equal(tried.status, 403, act);
    }
    const inspectorPage = await desk.inspector.get(path);
    assert.doesNotMatch(inspectorPage.body, /asked for money|room 12|Open the texts/);
    assert.match(headPage.body, /Open the texts/);
    const done = await desk.head.fill(`${path}/forward`, {
      body: "ministry-of-roads",
      reason: "another-body-is-competent",
    });
    assert.equal(done.location.startsWith("/en/desk"), true, done.body);
    assert.equal((await findCase(desk.tools.portal, row.tag))?.holderBody, otherMinistry);
    const back = await desk.foreigner.get(`${path}/forward`);
    assert.doesNotMatch(back.body, /value="ministry-of-springs"/);
    await desk.foreigner.fill(`${path}/forward`, {
      body: "ministry-of-springs",
      reason: "another-body-is-competent",
    });
    assert.equal((await findCase(desk.tools.portal, row.tag))?.holderBody, otherMinistry, "sent back");
  });
});

test("against the head: higher places are proposed with the reason; whoever stays is registered all the same", async () => {
  await withDeskCountry(async (desk) => {
    registerCitizenRoutes(desk.server, desk.tools);
    await registerOverseers(desk.country);
    for (const [next, body] of [
      ["move-higher-body", cabinet],
      ["move-prosecutor", prosecutor],
      ["move-ombudsman", ombudsman],
      ["stay", ministry],
    ] as const) {
      const citizen = browserAt(desk.server);
      await complain(citizen);
      const page = await citizen.post("/en/appeal/about", { official: "ministry-of-springs/head" });
      assert.equal(page.url, "/en/appeal/higher");
      assert.match(
        page.body,
        /Nobody would be left to handle it[\s\S]*cabinet[\s\S]*prosecutor-office[\s\S]*ombudsman-office/,
      );
      assert.equal(
        (await citizen.post("/en/appeal/higher", {})).url,
        "/en/appeal/higher",
        "a choice is needed",
      );
      assert.equal(
        (await citizen.post("/en/appeal/higher", { next: "move-court" })).url,
        "/en/appeal/higher",
        "one of those that were proposed",
      );
      assert.equal((await citizen.post("/en/appeal/higher", { next })).url, "/en/appeal/text");
      const row = await finish(desk, citizen);
      assert.equal(row.holderBody, body, next);
    }
  });
});

test("by the API: taken, refused with the higher places named, and no post that does not exist", async () => {
  await withPortal(async (portal) => {
    registerApiRoutes(portal.server, portal.tools);
    await registerOverseers(portal.country);
    let drawn = 0;
    const post = async (more: object) => {
      drawn += 1;
      const reply = await portal.server.fastify.inject({
        method: "POST",
        url: "/api/v1/appeals",
        headers: { "idempotency-key": `0c2d9f0e-8f4e-4a59-9a51-${String(drawn).padStart(12, "0")}` },
        payload: {
          kind: "filed-complaint",
          body: "ministry-of-springs",
          language: "en",
          subject: "Water",
          text: "No water.",
          identity: { name: "Nusga", address: "Çynar" },
          identityShown: true,
          ...more,
        },
      });
      return { status: reply.statusCode, text: reply.body };
    };
    const naming = (post: string) => ({ complainedOf: { posts: [{ body: "ministry-of-springs", post }] } });
    const taken = await post(naming("inspector"));
    assert.equal(taken.status, 201, taken.text);
    const number = parseCaseNumber(JSON.parse(taken.text).number);
    assert.ok(number.ok);
    const row = await findCaseByNumber(portal.tools.portal, number.value);
    assert.ok(row);
    assert.deepEqual((await objectFor(portal, row, holder("official", inspector))).complainedOf, [inspector]);
    const head = await post(naming("head"));
    assert.equal(head.status, 422);
    assert.match(
      head.text,
      /cabinet \(higher-body\), prosecutor-office \(prosecutor\), ombudsman-office \(ombudsman\)/,
    );
    assert.equal((await post({ ...naming("head"), staysWithBody: true })).status, 201);
    for (const body of ["cabinet", "prosecutor-office"]) {
      assert.equal((await post({ ...naming("head"), body })).status, 201);
    }
    assert.equal((await post(naming("nobody"))).status, 422);
    assert.equal((await post({ ...naming("inspector"), kind: "filed-request" })).status, 422);
  });
});
