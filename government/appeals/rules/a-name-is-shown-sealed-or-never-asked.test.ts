/** Sealed and nameless filing: the page that cannot be skipped, and what is kept nowhere (record decisions 1, 4, 5). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { demoHashCost, drawAccountNumber, drawCodes, openAccount } from "#government/identity/index.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { readSessionCookie, sessionCookie } from "#platform/session/session-cookie.ts";
import { beginSession, resumeSession, signSessionIn } from "#platform/session/session-store.ts";
import { browserAt, type Page, type TestBrowser } from "../test-support/browser.ts";
import { assign, refuse } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Gyzylgülzar";
const address = "203.0.113.77";

/** Writes everything before the choice of identity. */
async function writeStory(browser: TestBrowser): Promise<void> {
  await browser.post("/en/appeal", {});
  await browser.post("/en/appeal/kind", { kind: "filed-request" });
  await browser.post("/en/appeal/body", { body: "ministry-of-springs" });
  await browser.post("/en/appeal/text", { subject: "Water", text: "When will there be water?" });
  await browser.post("/en/appeal/file", {});
  const page = await browser.post("/en/appeal/whom", { whom: "self" });
  assert.equal(page.url, "/en/appeal/identity");
}

async function casesIn({ country }: TestPortal): Promise<number> {
  const [row] = await country.database.portal<{ count: number }[]>`select count(*) as count from cases.case`;
  return Number(row?.count);
}

function codesOn(page: Page): readonly string[] {
  return [...page.body.matchAll(/<span class="code big" translate="no">([^<]*)</g)].map(
    ([, code = ""]) => code,
  );
}

test("nothing goes past the warning: not the next question, not the last page, not a post that was prepared", async () => {
  await withPortal(async (portal) => {
    for (const identity of ["sealed", "nameless"]) {
      const browser = browserAt(portal.server);
      await writeStory(browser);
      await browser.post("/en/appeal/identity", { identity: "shown" });
      const ready = await browser.post("/en/appeal/you", { name: "Nusga", address: "Çynar" });
      assert.equal(ready.url, "/en/appeal/check");
      const page = await browser.post("/en/appeal/identity", { identity });
      assert.equal(page.url, "/en/appeal/warning");
      assert.match(page.body, /This line can identify you[\s\S]*Your story can identify you/);
      assert.ok(page.body.indexOf("lawyer") < page.body.indexOf("This line can"), "safer ways come first");
      for (const url of ["/en/appeal/you", "/en/appeal/check"]) {
        assert.equal((await browser.open(url)).url, "/en/appeal/warning", url);
      }
      const typed = await browser.post("/en/appeal/you", { name: marker, address: marker, proof: "later" });
      assert.equal(typed.url, "/en/appeal/warning");
      const sent = await browser.send(ready, "/en/appeal/check", {});
      assert.equal(sent.url, "/en/appeal/warning", "the form of before, with its key");
      assert.equal((await browser.post("/en/appeal/warning", {})).status, 422);
      assert.equal((await browser.open("/en/appeal/you")).url, "/en/appeal/warning");
      assert.equal(await casesIn(portal), 0);
      // To have confirmed it for one choice is not to have confirmed it for the other.
      const passed = await browser.post("/en/appeal/warning", { understood: "yes" });
      assert.notEqual(passed.url, "/en/appeal/warning");
      await browser.post("/en/appeal/identity", { identity: identity === "sealed" ? "nameless" : "sealed" });
      assert.equal((await browser.open("/en/appeal/you")).url, "/en/appeal/warning");
    }
  });
});

/** Signs a browser in with an account of its own. */
async function signIn({ country, tools }: TestPortal, browser: TestBrowser): Promise<string> {
  const { randomBytes, personKeys } = country;
  const now = tools.now;
  const account = await tools.portal.begin(async (transaction) => {
    const opened = await openAccount(
      transaction,
      {
        name: `Nusga ${marker}`,
        number: drawAccountNumber(randomBytes),
        password: "a plain long password",
        codes: drawCodes(randomBytes),
      },
      { randomBytes, personKeys, now, hashCost: demoHashCost },
    );
    assert.ok(opened.ok);
    return opened.value;
  });
  const { session } = await beginSession(tools.portal, tools);
  const { token } = await signSessionIn(tools.portal, session, account, tools, []);
  browser.cookie = sessionCookie(token, false).split(";")[0] ?? "";
  return account;
}

test("nameless: no name is asked, kept or taken, no account is linked, and the answer comes by number and secret", async () => {
  await withPortal(async (portal) => {
    const { country, tools } = portal;
    const browser = browserAt(portal.server, address);
    const account = await signIn(portal, browser);
    await writeStory(browser);
    // A name that was typed before the choice fell on none goes with it.
    await browser.post("/en/appeal/identity", { identity: "shown" });
    await browser.post("/en/appeal/you", { name: marker, address: marker, contact: marker });
    const warning = await browser.post("/en/appeal/identity", { identity: "nameless" });
    assert.match(warning.body, /You are signed in[\s\S]*signed out in this browser/);
    const before = browser.cookie;
    const you = await browser.post("/en/appeal/warning", { understood: "yes" });
    assert.equal(you.url, "/en/appeal/you");
    assert.notEqual(browser.cookie, before);
    assert.doesNotMatch(you.body, /name="(?:name|address|contact)"/);
    assert.doesNotMatch(you.body, new RegExp(marker));
    const check = await browser.post("/en/appeal/you", { proof: "later", name: marker, address: marker });
    assert.doesNotMatch(check.body, new RegExp(marker));
    const receipt = await browser.send(check, "/en/appeal/check", {});
    assert.equal(receipt.url, "/en/appeal/receipt");
    assert.match(receipt.body, /follows by itself[\s\S]*night/);
    const [number = ""] = codesOn(receipt);
    const [, secret = ""] = codesOn(await browser.send(receipt, "/en/appeal/receipt/secret", {}));

    const parsed = parseCaseNumber(number);
    assert.ok(parsed.ok);
    const row = await findCaseByNumber(tools.portal, parsed.value);
    assert.ok(row);
    const dump = await dumpOf(country.database.owner);
    const sections = dump.split(/^# /m);
    const rows = (table: string) =>
      sections.find((section) => section.startsWith(`${table}\n`))?.slice(table.length) ?? assert.fail(table);
    for (const table of ["sealed.part", "sealed.applicant"]) {
      assert.equal(rows(table).trim(), "", `${table} holds something`);
    }
    assert.doesNotMatch(dump, new RegExp(marker));
    const token = readSessionCookie(browser.cookie, false);
    const session =
      token === null ? null : await resumeSession(tools.portal, token, tools.now(), { touch: false });
    assert.equal(session?.account, null);
    const linked = dump
      .split("\n")
      .filter((line) => line.includes(account) && line.includes(Buffer.from(row.tag).toString("hex")));
    assert.deepEqual(linked, []);

    const filed = { row, actId: "", statusCode: "", secret } as never;
    await assign(portal, filed);
    await refuse(portal, filed, "The pump comes in May.");
    const other = browserAt(portal.server, "192.0.2.9");
    const answer = await other.post("/en/case", { number, code: secret });
    assert.match(answer.body, /The pump comes in May\./);
  });
});

test("a browser that signs in again before the last page is led back to the warning", async () => {
  await withPortal(async (portal) => {
    const { tools } = portal;
    const browser = browserAt(portal.server);
    await writeStory(browser);
    await browser.post("/en/appeal/identity", { identity: "nameless" });
    await browser.post("/en/appeal/warning", { understood: "yes" });
    const check = await browser.post("/en/appeal/you", { proof: "later" });
    assert.equal(check.url, "/en/appeal/check");
    const token = readSessionCookie(browser.cookie, false);
    const session =
      token === null ? null : await resumeSession(tools.portal, token, tools.now(), { touch: false });
    assert.ok(session);
    const other = browserAt(portal.server);
    const account = await signIn(portal, other);
    await tools.portal`update platform.session set account_id = ${account}, signed_in_at = ${tools.now()}
      where session_id = ${session.id}`;
    assert.equal((await browser.send(check, "/en/appeal/check", {})).url, "/en/appeal/warning");
    assert.equal(await casesIn(portal), 0);
  });
});

test("whoever acts for others gives a name: nameless is not offered, and not taken", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    await writeStory(browser);
    const unsaid = await browser.post("/en/appeal/whom", { whom: "another" });
    assert.equal(unsaid.status, 422);
    const page = await browser.post("/en/appeal/whom", { whom: "another", relation: "lawyer" });
    assert.doesNotMatch(page.body, /value="nameless"/);
    assert.equal((await browser.post("/en/appeal/identity", { identity: "nameless" })).status, 422);
    await browser.post("/en/appeal/identity", { identity: "shown" });
    await browser.post("/en/appeal/you", { name: "Aklawçy Nusga", address: "Çynar" });
    const check = await browser.open("/en/appeal/check");
    const receipt = await browser.send(check, "/en/appeal/check", {});
    const [number = ""] = codesOn(receipt);
    const parsed = parseCaseNumber(number);
    assert.ok(parsed.ok);
    assert.equal((await findCaseByNumber(portal.tools.portal, parsed.value))?.channel, "relayed");
  });
});

test("the log of requests knows neither address nor session nor which way of filing was taken", async () => {
  await withPortal(async (portal) => {
    const ways: string[] = [];
    for (const identity of ["shown", "sealed", "nameless"]) {
      const from = portal.logged.length;
      const browser = browserAt(portal.server, address);
      await writeStory(browser);
      await browser.post("/en/appeal/identity", { identity });
      if (identity !== "shown") await browser.post("/en/appeal/warning", { understood: "yes" });
      const check = await browser.post("/en/appeal/you", { name: "Nusga", address: "Çynar", proof: "later" });
      const sending = browser.send(check, "/en/appeal/check", {});
      await sending;
      const lines = portal.logged.slice(from).map((line): Record<string, unknown> => JSON.parse(line));
      assert.ok(lines.length > 5, "requests are logged");
      const sessions = await portal.tools.portal<{ id: string }[]>`
        select session_id::text as id from platform.session`;
      const token = readSessionCookie(browser.cookie, false) ?? assert.fail();
      const text = JSON.stringify(lines);
      for (const hidden of [address, token, ...sessions.map(({ id }) => id)]) {
        assert.ok(!text.includes(hidden), `${hidden} in the log`);
      }
      ways.push([...new Set(lines.map(({ route }) => String(route)))].sort().join(" "));
    }
    assert.deepEqual(new Set(ways).size, 1, "the log tells who filed how");
  });
});
