import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { AccountId } from "#platform/authority/actor.ts";
import { formKeyField } from "#platform/html/form-elements.ts";
import { languages } from "#platform/language/language.ts";
import { beginSession, signSessionIn } from "#platform/session/session-store.ts";
import { morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { askQuestion, assign, fileOne, satisfy } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const account = "00000000-0000-4000-8000-0000000000c1" as AccountId;
const other = "00000000-0000-4000-8000-0000000000c2" as AccountId;
/** A page with gzip; headers come on top, so that the limit on the line is kept with room. */
const pageBytesMax = 5_600;

async function signedIn(portal: TestPortal): Promise<TestBrowser> {
  const { tools } = portal;
  const { session } = await beginSession(tools.portal, tools);
  const { token } = await signSessionIn(tools.portal, session, account, tools, []);
  const browser = browserAt(portal.server);
  browser.cookie = `aydyn-session=${token}`;
  return browser;
}

test("what is asked of me stands first, then what is new; looking at a case makes it old", async () => {
  await withPortal(async (portal) => {
    const quiet = await fileOne(portal, { text: "Bir", account });
    const asked = await fileOne(portal, { text: "Iki", account });
    const done = await fileOne(portal, { text: "Üç", account });
    const foreign = await fileOne(portal, { text: "Dört", account: other });
    const fresh = await signedIn(portal);
    assert.doesNotMatch((await fresh.open("/en/my")).body, /something new/, "one's own filing is no news");
    for (const filed of [asked, done]) await assign(portal, filed);
    portal.country.clock.now = morning(2026, 11, 4);
    await askQuestion(portal, asked, "Haýsy köçe?");
    await satisfy(portal, done, "Edildi");
    const browser = await signedIn(portal);
    const inbox = await browser.open("/en/my");
    assert.ok(!inbox.body.includes(foreign.row.number));
    const order = [...inbox.body.matchAll(/case\/(26-[0-9-]+)"/g)].map(([, number]) => number);
    assert.deepEqual(
      order,
      [asked, done, quiet].map(({ row }) => row.number),
    );
    assert.match(inbox.body, /asks something of you: 1/);
    assert.match(inbox.body, /something new: 2/);
    assert.match(inbox.body, /2 new:<\/b> Answered/);
    await browser.open(`/en/case/${done.row.number}`);
    const later = await browser.open("/en/my");
    assert.match(later.body, /something new: 1/);
    assert.doesNotMatch(later.body, /Answered/);

    portal.country.clock.now = morning(2026, 12, 1);
    assert.match((await (await signedIn(portal)).open("/en/my")).body, /overdue/);
  });
});

test("two hundred cases are paged; every page is small, valid and complete", async () => {
  await withPortal(async (portal) => {
    const numbers = new Set<string>();
    for (let at = 0; at < 200; at += 1) {
      numbers.add((await fileOne(portal, { text: `Iş ${at}`, account })).row.number);
    }
    const browser = await signedIn(portal);
    const seen = new Set<string>();
    for (let page = 1; page <= 10; page += 1) {
      const { body } = await browser.open(`/tk/my?page=${page}`);
      for (const [, number = ""] of body.matchAll(/case\/(26-[0-9-]+)"/g)) seen.add(number);
      assert.ok(gzipSync(body).length < pageBytesMax, `${gzipSync(body).length} bytes`);
    }
    assert.deepEqual([...seen].sort(), [...numbers].sort());
    for (const page of ["0", "11", "x"])
      assert.equal((await browser.open(`/tk/my?page=${page}`)).status, 404);
    for (const language of languages) {
      assert.deepEqual(await markupProblems((await browser.open(`/${language}/my?page=2`)).body), []);
    }
  });
});

test("what was filed without an account comes into one's list by its secret, and what is nameless never", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Kagyzda", isSealed: true });
    const nameless = await fileOne(portal, { text: "Atsyz", isNameless: true });
    await portal.sequence();
    const browser = await signedIn(portal);
    for (const { row, secret } of [filed, nameless]) {
      await browser.post("/en/case", { number: row.number, code: secret });
    }
    const step = `/en/case/${filed.row.number}/follow`;
    assert.match((await browser.open(`/en/case/${filed.row.number}`)).body, new RegExp(`href="${step}"`));
    const page = await browser.open(step);
    assert.match(page.body, /filed with a sealed name/);
    assert.deepEqual(await markupProblems(page.body), []);
    const list = await browser.send(page, step, {});
    assert.equal(list.url, "/en/my");
    assert.ok(list.body.includes(filed.row.number));
    // In another browser the account alone opens it.
    const later = await signedIn(portal);
    assert.equal((await later.open(`/en/case/${filed.row.number}`)).status, 200);
    assert.ok((await later.open("/en/my")).body.includes(filed.row.number));
    assert.ok(!(await browser.open(step)).url.endsWith("/follow"), "it is there already");

    const refusedStep = `/en/case/${nameless.row.number}/follow`;
    const none = await browser.open(refusedStep);
    assert.equal(none.url, `/en/case/${nameless.row.number}`);
    assert.doesNotMatch(none.body, /\/follow"/);
    const add = await browser.open(`/en/case/${nameless.row.number}/add`);
    const [, key = ""] = new RegExp(`name="${formKeyField}" value="([^"]+)"`).exec(add.body) ?? [];
    const forced = await browser.post(refusedStep, { [formKeyField]: key });
    assert.equal(forced.status, 409);
    const visitor = browserAt(portal.server);
    await visitor.post("/en/case", { number: filed.row.number, code: filed.secret });
    assert.doesNotMatch((await visitor.open(`/en/case/${filed.row.number}`)).body, /\/follow"/);
    const rows = await portal.country.database.portal`select 1 from sealed.applicant`;
    assert.equal(rows.length, 1);
  });
});
