import assert from "node:assert/strict";
import { test } from "node:test";
import { beginSession } from "#platform/session/session-store.ts";
import { guessLimits, takeGuesses } from "../guess-limits.ts";
import { browserAt, type Page, type TestBrowser } from "../test-support/browser.ts";
import { withPortal } from "../test-support/portal.ts";
import { carryDraftOver } from "./session-drafts.ts";

const marker = "Gyzylgülzar";
const text = { subject: marker, text: `Gaz ýok. ${marker}` };

async function saved(browser: TestBrowser): Promise<string> {
  let page = await browser.send(await browser.open("/tk/appeal"), "/tk/appeal", {});
  page = await browser.send(page, "/tk/appeal/kind", { kind: "filed-message" });
  page = await browser.open("/tk/appeal/text");
  page = await browser.send(page, "/tk/appeal/text", { ...text, next: "save" });
  assert.equal(page.status, 200);
  assert.equal(page.headers["cache-control"], "no-store");
  return codeOn(page);
}

function codeOn(page: Page): string {
  return /<span class="code big" translate="no">([0-9A-Z-]{14})</.exec(page.body)?.[1] ?? "";
}

function tryCode(browser: TestBrowser, code: string): Promise<Page> {
  return browser.post("/tk/appeal/continue", { code });
}

test("a draft continues on another computer with its code, files included, and is deleted when it is filed", async () => {
  await withPortal(async (portal) => {
    const first = browserAt(portal.server);
    const code = await saved(first);
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const file = { field: "attachment", fileName: "a.txt", bytes: Buffer.from(marker) };
    let page = await first.send(
      await first.open("/tk/appeal/file"),
      "/tk/appeal/file",
      { next: "add" },
      file,
    );
    page = await first.send(page, "/tk/appeal/file", { next: "save" });
    const later = codeOn(page);
    assert.notEqual(later, code);

    portal.country.clock.now += 20 * 24 * 3_600_000;
    const other = browserAt(portal.server, "192.0.2.7");
    page = await tryCode(other, later.toLowerCase().replaceAll("-", " "));
    assert.equal(page.url, "/tk/appeal/body", "the first question without an answer");
    assert.match((await other.open("/tk/appeal/text")).body, new RegExp(marker));
    page = await other.post("/tk/appeal/body", { body: "ministry-of-springs" });
    await other.post("/tk/appeal/about", {});
    await other.post("/tk/appeal/whom", { whom: "self" });
    await other.post("/tk/appeal/identity", { identity: "sealed" });
    page = await other.post("/tk/appeal/warning", { understood: "yes" });
    assert.equal(page.url, "/tk/appeal/you");
    page = await other.post("/tk/appeal/you", { name: "Nusga", address: "Çynar" });
    assert.equal(page.url, "/tk/appeal/check");
    assert.match(page.body, /a\.txt/);
    page = await other.send(page, "/tk/appeal/check", {});
    assert.equal(page.url, "/tk/appeal/receipt");
    const [row] = await portal.country.database.portal`select count(*) as count from cases.draft`;
    assert.equal(Number(row?.count), 1, "only the first computer's own, under its session, is left");
    assert.match((await tryCode(browserAt(portal.server, "192.0.2.9"), later)).body, /class="errors"/);
    const everything = [...first.addresses, ...other.addresses, ...portal.logged].join("\n");
    for (const hidden of [code, later, marker]) assert.doesNotMatch(everything, new RegExp(hidden));
  });
});

test("a wrong code, a malformed one and one that is too old are told apart from nothing but their shape", async () => {
  await withPortal(async (portal) => {
    const code = await saved(browserAt(portal.server));
    const other = browserAt(portal.server, "192.0.2.7");
    assert.match((await tryCode(other, "7Q2M")).body, /on iki harp we san bar/);
    const wrong = await tryCode(other, "7Q2M-X4WD-9KTB");
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /value="7Q2M-X4WD-9KTB"/);
    portal.country.clock.now += 31 * 24 * 3_600_000;
    const old = await tryCode(other, code);
    assert.equal(old.status, 422);
  });
});

test("guessing is slowed down per browser and per network, and a right code costs nothing", async () => {
  await withPortal(async (portal) => {
    const code = await saved(browserAt(portal.server));
    portal.country.clock.now += 1_000;
    const browser = browserAt(portal.server, "192.0.2.7");
    const { attemptsMax } = guessLimits.draftOfSession;
    await tryCode(browser, code);
    const counted = await portal.tools.portal`
      select attempts from platform.throttle where rule like 'draft.%' and attempts > 0`;
    assert.equal(counted.length, 0, "a right code is no guess");
    await tryCode(browser, "7Q2M-X4WD-9KTB");
    const [session] = await portal.tools.portal`
      select session_id from platform.session order by created_at desc, seen_at desc limit 1`;
    const ofSession = { rule: guessLimits.draftOfSession, subject: String(session?.session_id) };
    for (let tries = 1; tries < attemptsMax; tries += 1) await takeGuesses(portal.tools, [ofSession]);
    assert.equal((await tryCode(browser, code)).status, 429, "the right one neither, for a while");
    const ofNetwork = { rule: guessLimits.draftOfNetwork, subject: "192.0.2" };
    for (let tries = 0; tries < guessLimits.draftOfNetwork.attemptsMax; tries += 1) {
      await takeGuesses(portal.tools, [ofNetwork]);
    }
    assert.equal((await tryCode(browserAt(portal.server, "192.0.2.99"), code)).status, 429);
    assert.equal((await tryCode(browserAt(portal.server, "198.51.100.1"), code)).status, 200);
    portal.country.clock.now += 16 * 60_000;
    assert.equal((await tryCode(browserAt(portal.server, "192.0.2.99"), code)).status, 200);
  });
});

test("a draft goes along to a session's new token and leaves nothing under the old one; leaving deletes it", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    await saved(browser);
    const { tools } = portal;
    const { token } = await beginSession(tools.portal, tools);
    const from = browser.cookie.split("=")[1] ?? "";
    await carryDraftOver(tools, { from, to: token });
    assert.equal((await browser.open("/tk/appeal/text")).url, "/tk/appeal");
    browser.cookie = `aydyn-session=${token}`;
    assert.match((await browser.open("/tk/appeal/text")).body, new RegExp(marker));
    await browser.post("/tk/leave", {});
    const [row] = await tools.portal`select count(*) as count from cases.draft`;
    assert.equal(Number(row?.count), 1, "the copy under the code");
  });
});
