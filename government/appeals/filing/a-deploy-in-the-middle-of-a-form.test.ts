/** New processes take over while somebody writes, and their forms are not those of yesterday: nothing typed is lost or filed twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readSessionCookie } from "#platform/session/session-cookie.ts";
import { browserAt, type Page, type TestBrowser } from "../test-support/browser.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";
import { draftKeyOfSession, keepDraft } from "./draft.ts";

const subject = "Gaz ýok Gyzylgülzar";
const text = "Obada üç aý bäri gaz ýok.";
const steps: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["kind", { kind: "filed-complaint" }],
  ["body", { body: "ministry-of-springs" }],
  ["about", {}],
  ["text", { subject, text }],
  ["file", {}],
  ["whom", { whom: "self" }],
  ["identity", { identity: "shown" }],
  ["you", { name: "Nusga Nusgaýewa", address: "Çynar", contact: "" }],
];

/** The same person's browser, whose next request another process answers. */
async function redeployed(portal: TestPortal, before: TestBrowser): Promise<TestBrowser> {
  const after = browserAt(await portal.startAnother());
  after.cookie = before.cookie;
  return after;
}

async function writeFrom(browser: TestBrowser, page: Page, from: string): Promise<Page> {
  let shown = page;
  for (const [step, fields] of steps.slice(steps.findIndex(([name]) => name === from))) {
    assert.equal(shown.url, `/tk/appeal/${step}`);
    shown = await browser.send(shown, `/tk/appeal/${step}`, fields);
  }
  return shown;
}

async function filedCount({ country }: TestPortal): Promise<number> {
  const [row] = await country.database.owner`select count(*)::int as count from cases.case`;
  return Number(row?.count);
}

test("each page of a form may be answered by a new process; filed twice, before and after a deploy, it is filed once", async () => {
  await withPortal(async (portal) => {
    let browser = browserAt(portal.server);
    let page = await browser.open("/tk/appeal");
    page = await browser.send(page, "/tk/appeal", {});
    for (const [step, fields] of steps) {
      browser = await redeployed(portal, browser);
      assert.equal(page.url, `/tk/appeal/${step}`);
      page = await browser.send(page, `/tk/appeal/${step}`, fields);
    }
    assert.equal(page.url, "/tk/appeal/check");
    assert.match(page.body, /Gyzylgülzar/);
    const after = await redeployed(portal, browser);
    const first = await browser.send(page, "/tk/appeal/check", {});
    const second = await after.send(page, "/tk/appeal/check", {});
    const numbers = [first, second].map(({ body }) => /\d{2}-\d{4}-\d{4}-\d/.exec(body)?.[0]);
    assert.ok(numbers[0] !== undefined && numbers[0] === numbers[1], "the second answer is the first");
    assert.equal(await filedCount(portal), 1);
  });
});

test("a draft and a page of an older form are taken as far as they go, and what is missing is asked for", async () => {
  await withPortal(async (portal) => {
    const old = browserAt(portal.server);
    await old.send(await old.open("/tk/appeal"), "/tk/appeal", {});
    const { tools } = portal;
    // Yesterday's form asked for something that is gone, and did not ask for what is asked today.
    const token = readSessionCookie(old.cookie, false);
    assert.ok(token);
    const kept = await keepDraft(
      tools.portal,
      draftKeyOfSession(token),
      {
        steps: {
          kind: { kind: "filed-complaint", urgency: "high" },
          text: { subject, text, telephone: "12-34-56" },
          region: { region: "north" },
        },
      },
      { now: tools.now(), randomBytes: tools.randomBytes },
    );
    assert.ok(kept.ok);
    const browser = await redeployed(portal, old);
    const page = await browser.open("/tk/appeal/check");
    assert.equal(page.url, "/tk/appeal/body", "the first question that is not answered yet");
    const written = await browser.open("/tk/appeal/text");
    assert.match(written.body, /Gyzylgülzar/, "what was typed is still there");
    // A page that was open since yesterday sends a field too many and one too few.
    const late = await browser.post("/tk/appeal/text", { subject, telephone: "12-34-56" });
    assert.equal(late.status, 422);
    assert.match(late.body, /Gyzylgülzar/, "a refusal keeps what was typed");
    const check = await writeFrom(browser, page, "body");
    assert.equal(check.url, "/tk/appeal/check");
    assert.doesNotMatch(check.body, /12-34-56/, "what nobody asks any more is not filed");
    const receipt = await browser.send(check, "/tk/appeal/check", {});
    assert.equal(receipt.url, "/tk/appeal/receipt");
    assert.equal(await filedCount(portal), 1);
  });
});
