import assert from "node:assert/strict";
import { test } from "node:test";
import { fromBase64 } from "#core/bytes.ts";
import { leafHash } from "#core/log/merkle.ts";
import { parseVerifierKey } from "#core/log/note.ts";
import { parseProof, verifyProof } from "#core/log/proof.ts";
import { decodeLeaf } from "#core/record/leaf.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type BodySlug, registerBodyIn } from "#government/bodies/index.ts";
import { bodiesRoutes } from "#government/bodies/routes.ts";
import { ask } from "#platform/authority/grant.ts";
import { languages } from "#platform/language/language.ts";
import { cabinet, ministry, morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { appealSlots, registerPublicRoutes } from "../routes.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { assign, fileOne, refuse } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Gyzylgülzar";

interface PublicPortal extends TestPortal {
  readonly browser: TestBrowser;
}

/** A portal with its public side. Nothing is counted before the clock moves: figures are kept for seconds. */
async function withPublicPortal(run: (portal: PublicPortal) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    registerPublicRoutes(portal.server, portal.tools);
    bodiesRoutes(portal.server, { tree: portal.tools.bodyTree, slots: appealSlots(portal.tools) });
    await run({ ...portal, browser: browserAt(portal.server) });
  });
}

/** Files one that stays unanswered, one that is refused in time, and one more; then December comes. */
async function untilDecember(portal: TestPortal): Promise<{ readonly numbers: readonly string[] }> {
  const { clock } = portal.country;
  const silent = await fileOne(portal, { text: marker });
  const refused = await fileOne(portal, { text: marker });
  await portal.sequence();
  clock.now = morning(2026, 11, 9);
  await assign(portal, refused);
  await refuse(portal, refused, marker);
  await portal.sequence();
  clock.now = morning(2026, 12, 1);
  const young = await fileOne(portal, { text: marker });
  await portal.sequence();
  return { numbers: [silent, refused, young].map(({ row }) => row.number) };
}

const pages = ["/", "/waiting", "/statistics", "/check", "/check/entry/0", "/bodies/ministry-of-springs"];

test("every public page is valid, small, the same for everyone, and names nobody", async () => {
  await withPublicPortal(async (portal) => {
    const { numbers } = await untilDecember(portal);
    const { server } = portal;
    for (const language of languages) {
      for (const path of pages) {
        const url = `/${language}${path}`;
        const plain = await server.fastify.inject({ url });
        assert.equal(plain.statusCode, 200, url);
        assert.deepEqual(await markupProblems(plain.body), [], url);
        assert.doesNotMatch(plain.body, new RegExp([marker, ...numbers].join("|")), url);
        assert.match(String(plain.headers["cache-control"]), /^public, max-age=\d+$/, url);
        const etag = String(plain.headers.etag);
        const again = await server.fastify.inject({ url, headers: { "if-none-match": etag } });
        assert.equal(again.statusCode, 304, url);
      }
    }
  });
});

test("the first page asks for a number, then for the code, and shows how the country answers", async () => {
  await withPublicPortal(async (portal) => {
    const { browser } = portal;
    const { numbers } = await untilDecember(portal);
    const [number = ""] = numbers;
    const home = await browser.open("/en/");
    assert.match(home.body, /What do you want to do\?/);
    assert.match(home.body, /<dt>appeals open now<\/dt><dd>2<\/dd>/);
    assert.match(home.body, /<dt>beyond the due day, no answer<\/dt><dd>1<\/dd>/);
    assert.match(home.body, /50\.0\u00a0%/);
    assert.match(home.body, /Record of answering: All bodies together/);
    const asked = await browser.send(home, "/en/case", { number });
    assert.equal(asked.status, 200);
    assert.match(asked.body, new RegExp(`value="${number}"`));
    assert.doesNotMatch(asked.body, /role="alert"/);
    assert.ok(
      browser.addresses.every((address) => !address.includes(number)),
      "no number in an address",
    );
  });
});

test("who waits longest is listed by entry, day and body; the list pages and goes out whole", async () => {
  await withPublicPortal(async (portal) => {
    const { browser } = portal;
    await untilDecember(portal);
    const list = await browser.open("/en/waiting");
    assert.match(list.body, /1 case on 1 December 2026/);
    // Filed 2 November, due 15 working days later, 23 November; six working days have passed on 1 December.
    for (const text of ["23 Nov 2026", "Complaint", "2 Nov 2026", "<td >6</td>", "ministry-of-springs"])
      assert.ok(list.body.includes(text), text);
    const [, entry = ""] = /href="(\/en\/check\/entry\/\d+)"/.exec(list.body) ?? [];
    assert.match((await browser.open(entry)).body, /Complaint filed/);
    assert.match((await browser.open("/en/waiting?body=ministry-of-springs")).body, /1 case on/);
    assert.match((await browser.open("/en/waiting?body=ministry-of-roads")).body, /Nobody waits/);
    for (const query of ["page=2", "page=0", "page=x", "body=nobody", "body=../x"])
      assert.equal((await browser.open(`/en/waiting?${query}`)).status, 404, query);
    const csv = await browser.open("/en/waiting.csv");
    const entryNumber = entry.split("/").at(-1);
    assert.equal(
      csv.body,
      "charged,holder,kind,filed,due,workingDaysOverdue,calendarDaysOverdue,disputed,entry\r\n" +
        `ministry-of-springs,ministry-of-springs,filed-complaint,2026-11-02,2026-11-23,6,8,false,${entryNumber}\r\n`,
    );
    assert.match(String(csv.headers["content-type"]), /^text\/csv/);
    portal.country.clock.now = morning(2030, 3, 1);
    assert.match((await browser.open("/en/waiting")).body, /2 cases on 1 March 2030/, "however long ago");
  });
});

test("the table of bodies, its files and a body's page show the same figures", async () => {
  await withPublicPortal(async (portal) => {
    const { browser } = portal;
    await untilDecember(portal);
    const json = JSON.parse((await browser.open("/en/statistics.json")).body);
    assert.equal(json.asOf, "2026-12-01");
    assert.equal(json.from, "2026-01-01");
    const springs = json.bodies.find(({ body }: { body: string }) => body === "ministry-of-springs").figures;
    const { received, answered, refused, inTime, openOverdue, judged, headlinePermille } = springs;
    assert.deepEqual(
      [received, answered, refused, inTime, openOverdue, judged, headlinePermille],
      [3, 1, 1, 1, 1, 2, 500],
    );
    assert.deepEqual(json.all, springs);
    const csv = (await browser.open("/en/statistics.csv")).body.split("\r\n");
    assert.match(csv[0] ?? "", /^asOf,from,body,name,received,filed,/);
    assert.ok(
      csv.some((line) =>
        line.startsWith("2026-12-01,2026-01-01,ministry-of-springs,ministry-of-springs,3,3,0,1,1,1,"),
      ),
    );
    const table = await browser.open("/en/statistics");
    assert.match(table.body, /No body has 100 judged cases yet/);
    assert.match(table.body, /50\.0\u00a0%/);
    assert.match(table.body, /aydyn report http:\/\/localhost\/log\/executive\/ --from 2026-01-01/);
    const body = await browser.open("/en/bodies/ministry-of-springs");
    assert.match(body.body, /Record of answering/);
    assert.match(body.body, /50\.0\u00a0%: 1 of 2 judged cases/);
    assert.match(body.body, /href="\/en\/appeal\?body=ministry-of-springs"/);
    assert.match(body.body, /href="\/en\/waiting\?body=ministry-of-springs"/);
  });
});

test("a case that has waited for years is among today's figures of the country and of its body", async () => {
  await withPublicPortal(async (portal) => {
    const { browser, country } = portal;
    await untilDecember(portal);
    country.clock.now = morning(2028, 3, 1);
    const waiting = await browser.open("/en/waiting");
    const rows = waiting.body.match(/\/check\/entry\/\d+/g)?.length;
    const longest = /<tbody>.*?<td >([\d\u00a0]+)<\/td>/s.exec(waiting.body)?.[1];
    assert.equal(rows, 2, "both that were never answered");
    const home = (await browser.open("/en/")).body;
    assert.match(home, /<dt>beyond the due day, no answer<\/dt><dd>2<\/dd>/);
    assert.match(home, new RegExp(`<dt>working days: the longest overdue</dt><dd>${longest}</dd>`));
    const body = (await browser.open("/en/bodies/ministry-of-springs")).body;
    assert.match(body, /<dt>Beyond the due day now, no answer<\/dt><dd>2<\/dd>/);
    assert.match(body, new RegExp(`<dt>working days: the longest overdue</dt><dd>${longest}</dd>`));
  });
});

test("figures are counted once for all who ask within seconds", async () => {
  await withPublicPortal(async (portal) => {
    const { browser, country } = portal;
    const openNow = async () =>
      /<dt>appeals open now<\/dt><dd>(\d+)</.exec((await browser.open("/en/")).body)?.[1];
    assert.equal(await openNow(), "0");
    await fileOne(portal, { text: marker });
    await portal.sequence();
    assert.equal(await openNow(), "0", "kept");
    country.clock.now += 5_000;
    assert.equal(await openNow(), "1", "counted anew");
  });
});

test("an entry is shown with what its leaf holds, and its proof convinces an outsider", async () => {
  await withPublicPortal(async (portal) => {
    const { browser, tools } = portal;
    await untilDecember(portal);
    const { overdue } = JSON.parse(
      JSON.stringify({ overdue: (await browser.open("/en/waiting")).body.match(/entry\/(\d+)/)?.[1] }),
    );
    const page = await browser.open(`/en/check/entry/${overdue}`);
    assert.match(page.body, /witnessed by 2/);
    assert.match(page.body, /23 November 2026/);
    const [, base64 = ""] = /<dt>Base64<\/dt><dd><code translate="no">(.*?)<\/code>/.exec(page.body) ?? [];
    const bytes = fromBase64(base64.replaceAll("<wbr>", ""));
    assert.ok(bytes);
    const leaf = decodeLeaf(bytes);
    assert.ok(leaf.ok && leaf.value.body === ministry);
    const file = await browser.open(`/en/check/entry/${overdue}/tlog-proof`);
    const proof = parseProof(file.body);
    const logKey = parseVerifierKey(tools.receipts.logKey);
    assert.ok(proof.ok && logKey.ok);
    const hash = leafHash(nativeEngine, bytes);
    const verified = verifyProof(nativeEngine, {
      proof: proof.value,
      leafHash: hash,
      logKey: logKey.value,
      policy: null,
    });
    assert.ok(verified.ok);
    assert.equal(String(verified.value.index), overdue);
    const next = await browser.open(`/en/check/entry/${Number(overdue) + 1}`);
    assert.match(next.body, new RegExp(`rel="prev" href="/en/check/entry/${overdue}"`));
    for (const wrong of ["999999", "-1", "1.5", "007", "1e3", "x"])
      assert.equal((await browser.open(`/en/check/entry/${wrong}`)).status, 404, wrong);
    const queued = await fileOne(portal, { text: marker });
    assert.ok(queued.actId);
    const check = await browser.open("/en/check");
    const [, last = ""] = /… <a href="\/en\/check\/entry\/(\d+)"/.exec(check.body) ?? [];
    assert.equal(
      (await browser.open(`/en/check/entry/${Number(last) + 1}`)).status,
      404,
      "not in the record yet",
    );
    assert.equal((await browser.open(`/en/check/entry?number=${overdue}`)).url, `/en/check/entry/${overdue}`);
    const mistyped = await browser.open("/en/check/entry?number=1%202");
    assert.equal(mistyped.status, 422);
    assert.match(mistyped.body, /Write the number in digits/);
  });
});

test("the page of checking says how, with what, by whom, and what is not proved", async () => {
  await withPublicPortal(async (portal) => {
    const { browser, country } = portal;
    await untilDecember(portal);
    country.clock.now = morning(2026, 12, 2);
    const page = await browser.open("/en/check");
    assert.match(page.body, /<span class="code big" translate="no">\d{4} \d{4} \d{4}<\/span>/);
    for (const text of [
      "aydyn mirror http://localhost/log/executive/ record",
      "aydyn verify log record",
      "aydyn report record",
      "/verify.html",
      "society of the north",
      "What is not proved",
      "1 December 2026, 10:00",
    ])
      assert.ok(page.body.includes(text), text);
    assert.doesNotMatch(page.body, /not yet/);
  });
});

test("a body that uses another's register says so, and is not shown as if it had none to answer", async () => {
  await withPublicPortal(async (portal) => {
    const { country, browser } = portal;
    await country.inTransaction(country.database.portal, async ({ transaction, ...tools }) => {
      const grant = ask({ kind: "installer-of-an-empty-record" }, "body.register", {
        kind: "country",
        cabinet,
      });
      assert.ok(grant.ok);
      const tree = await portal.tools.bodyTree();
      const parent = tree.byNumber.get(ministry);
      assert.ok(parent);
      const small = {
        ...parent,
        number: 7 as typeof ministry,
        slug: "village-spring" as BodySlug,
        name: { tk: "Çeşme", ru: "Чешме", en: "Village Spring" },
        parent: ministry,
        register: ministry,
      };
      assert.ok((await registerBodyIn(transaction, grant.value, small, { ...tools, log: country.log })).ok);
    });
    await portal.sequence();
    country.clock.now += 60_000;
    const page = await browser.open("/en/bodies/village-spring");
    assert.match(
      page.body,
      /They are counted together with those of: <a href="\/en\/bodies\/ministry-of-springs"/,
    );
    assert.match(page.body, /href="\/en\/appeal\?body=village-spring"/);
    assert.doesNotMatch(page.body, /Record of answering/);
    const table = await browser.open("/en/statistics");
    assert.match(table.body, /1 body is counted with the one above it/);
    assert.doesNotMatch(table.body, /<th scope="row"><a href="\/en\/bodies\/village-spring"/);
  });
});
