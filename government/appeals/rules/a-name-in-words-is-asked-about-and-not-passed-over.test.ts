/**
 * Who knows only a name writes a name. The page asks which post is meant, and ticked it binds as any other; where it
 * was not ticked, nobody at a desk gives or sends the case to somebody of that name without a reason that the applicant
 * reads (participation reference, invariant I4: "declared names"). Tried through the pages and the verbs beneath them.
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
import { stranger } from "#platform/authority/actor.ts";
import { languages } from "#platform/language/language.ts";
import { cabinet, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { type DeskCountry, withDeskCountry } from "../desk/desk-samples.ts";
import { registerCitizenRoutes } from "../routes.ts";
import { browserAt, browserOfApplicant, type TestBrowser } from "../test-support/browser.ts";

const questions = {
  tk: /Şulardan birini göz öňünde tutýarsyňyzmy/,
  ru: /Вы имеете в виду кого-то из них/,
  en: /Do you mean somebody of these/,
};

async function complain(desk: DeskCountry, language = "en"): Promise<TestBrowser> {
  const browser = browserAt(desk.server);
  await browser.post(`/${language}/appeal`, {});
  await browser.post(`/${language}/appeal/kind`, { kind: "filed-complaint" });
  await browser.post(`/${language}/appeal/body`, { body: "ministry-of-springs" });
  return browser;
}

/** Writes the rest and sends it. */
async function finish(
  { tools }: DeskCountry,
  browser: TestBrowser,
): Promise<{ readonly row: CaseRow; readonly secret: string }> {
  await browser.post("/en/appeal/text", { subject: "Water", text: "They asked for money." });
  await browser.post("/en/appeal/file", {});
  await browser.post("/en/appeal/whom", { whom: "self" });
  await browser.post("/en/appeal/identity", { identity: "shown" });
  await browser.post("/en/appeal/you", { name: "Nusga", address: "Çynar" });
  const sent = await browser.send(await browser.open("/en/appeal/check"), "/en/appeal/check", {});
  const number = parseCaseNumber(/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]/.exec(sent.body)?.[0] ?? "");
  assert.ok(number.ok, sent.body);
  const row = await findCaseByNumber(tools.portal, number.value);
  const asked = await browser.send(sent, "/en/appeal/receipt/secret", {});
  const secret = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(asked.body)?.[0];
  assert.ok(row && secret !== undefined, asked.body);
  return { row, secret };
}

/** A complaint whose words name somebody, whom the writer did not tick. */
async function fileInWords(
  desk: DeskCountry,
  who: string,
): Promise<{ readonly row: CaseRow; readonly secret: string }> {
  registerCitizenRoutes(desk.server, desk.tools);
  const browser = await complain(desk);
  await browser.post("/en/appeal/about", { who });
  assert.equal((await browser.post("/en/appeal/about", { who })).url, "/en/appeal/text", "asked once");
  return await finish(desk, browser);
}

test("the page shows who holds a post, and asks in each language whether a name in the words means them", async () => {
  await withDeskCountry(async (desk) => {
    registerCitizenRoutes(desk.server, desk.tools);
    const browser = await complain(desk);
    assert.match((await browser.open("/en/appeal/about")).body, /Barlag Barlagow · ministry-of-springs/);
    for (const language of languages) {
      const other = await complain(desk, language);
      const asked = await other.post(`/${language}/appeal/about`, { who: "на Барлагова из инспекции" });
      assert.equal(asked.url, `/${language}/appeal/about`);
      assert.match(asked.body, questions[language]);
      assert.match(asked.body, /name="meant" value="ministry-of-springs\/inspector"/);
      assert.equal(asked.body.match(/value="ministry-of-springs\/inspector"/g)?.length, 1, "offered once");
    }
    const room = await complain(desk);
    assert.equal((await room.post("/en/appeal/about", { who: "room 12" })).url, "/en/appeal/text");
    const who = "Barlagow";
    await browser.post("/en/appeal/about", { who });
    const ticked = await browser.post("/en/appeal/about", { who, meant: "ministry-of-springs/inspector" });
    assert.equal(ticked.url, "/en/appeal/text");
    const { row } = await finish(desk, browser);
    const { complainedOf } = await caseObjectFor(desk.tools.desk, stranger, row);
    assert.deepEqual(complainedOf, [{ body: ministry, post: "inspector" }]);
  });
});

test("not ticked: given to somebody of that name only with a reason, which the applicant reads", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await fileInWords(desk, "the one called barlagow");
    const { row } = filed;
    const path = `/en/desk/${row.number}/assign`;
    const refused = await desk.head.fill(path, { post: "inspector" });
    assert.equal(refused.status, 422);
    assert.match(refused.body, /own words name whoever would get it/);
    assert.match(refused.body, /name="despite" value="another-person"/);
    assert.equal((await findCase(desk.tools.portal, row.tag))?.officialPost, null);
    const queue = await desk.head.get("/en/desk");
    assert.match(queue.body, new RegExp(row.number));
    assert.equal((await desk.head.fill(path, { post: "inspector", despite: "another-person" })).status, 303);
    assert.equal((await findCase(desk.tools.portal, row.tag))?.officialPost, "inspector");
    const browser = await browserOfApplicant(desk.server, filed);
    const own = await browser.open(`/en/case/${row.number}`);
    assert.match(own.body, /somebody of that name[\s\S]*another person of the same name is meant/);
    const published = await desk.country.database.worker<{ bytes: Uint8Array }[]>`
      select bytes from record.part where published or name = 'public'`;
    for (const { bytes } of published) assert.doesNotMatch(Buffer.from(bytes).toString(), /despite/i);
    // Somebody of another name gets it without a word.
    assert.equal((await desk.head.fill(path, { post: "clerk" })).status, 303);
  });
});

test("nor sent to a body where somebody of that name is in office; an appeal above carries the words along", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await fileInWords(desk, "Ýolow, now at the ministry of roads");
    const { row } = filed;
    const path = `/en/desk/${row.number}/forward`;
    const fields = { body: "ministry-of-roads", reason: "another-body-is-competent" };
    const refused = await desk.head.fill(path, fields);
    assert.equal(refused.status, 422);
    assert.match(refused.body, /somebody in office at that body/);
    assert.equal((await findCase(desk.tools.portal, row.tag))?.holderBody, ministry);
    desk.country.clock.now = morning(2026, 11, 24);
    const browser = await browserOfApplicant(desk.server, filed);
    const url = `/en/case/${row.number}/higher`;
    const up = { to: "higher-body", subject: "Water", text: "No answer came" };
    const sent = await browser.send(await browser.open(url), url, up);
    const number = parseCaseNumber(/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]/.exec(sent.body)?.[0] ?? "");
    assert.ok(number.ok, sent.body);
    const above = await findCaseByNumber(desk.tools.portal, number.value);
    assert.equal(above?.holderBody, cabinet);
    const there = `/en/desk/${above.number}/forward`;
    assert.match((await desk.cabinetHead.fill(there, fields)).body, /somebody in office at that body/);
    const reasoned = { ...fields, despite: "not-complained-of" };
    assert.equal((await desk.cabinetHead.fill(there, reasoned)).status, 303);
    assert.equal((await findCase(desk.tools.portal, above.tag))?.holderBody, otherMinistry);
  });
});
