import assert from "node:assert/strict";
import { test } from "node:test";
import { parseReceipt, verifyReceipt } from "#core/record/receipt.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { changeEmergencyNumbers } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { languages } from "#platform/language/language.ts";
import { cabinet } from "#tests/country/small-country.ts";
import { browserAt, type Page, type TestBrowser } from "../test-support/browser.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Gyzylgülzar";
const filing = {
  kind: { kind: "filed-complaint" },
  body: { body: "ministry-of-springs" },
  about: {},
  text: { subject: `Gaz ýok ${marker}`, text: `Obada üç aý bäri gaz ýok. ${marker}` },
  file: {},
  whom: { whom: "self" },
  identity: { identity: "shown" },
  you: { name: `Nusga ${marker}`, address: "Çynar", contact: "" },
};
const sealed = { identity: { identity: "sealed" }, warning: { understood: "yes" } };

type Steps = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Writes an appeal in the order of its pages. */
async function writeAll(browser: TestBrowser, language: string, more: Steps = {}) {
  let page = await browser.open(`/${language}/appeal`);
  page = await browser.send(page, `/${language}/appeal`, {});
  const all: Steps = { ...filing, ...more };
  const order = ["kind", "body", "about", "text", "file", "whom", "identity", "warning", "you"];
  for (const step of order) {
    const fields = all[step];
    if (fields === undefined) continue;
    assert.equal(page.url, `/${language}/appeal/${step}`);
    page = await browser.send(page, `/${language}/appeal/${step}`, fields);
  }
  assert.equal(page.url, `/${language}/appeal/check`);
  return page;
}

function codesOn(page: Page): readonly string[] {
  return [...page.body.matchAll(/<span class="code big" translate="no">([^<]*)</g)].map(
    ([, code = ""]) => code,
  );
}

test("an appeal is written, checked, filed, witnessed and proved, without a script and without an account", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    const check = await writeAll(browser, "tk");
    for (const text of [marker, "ministry-of-springs", "Şikaýat", "23-nji noýabry, duşenbe"])
      assert.match(check.body, new RegExp(text));
    // The worker runs elsewhere; the receipt waits for it.
    portal.sequenceWhilePagesWait();
    const receipt = await browser.send(check, "/tk/appeal/check", {});
    assert.equal(receipt.url, "/tk/appeal/receipt");
    assert.match(receipt.body, /north jemgyýeti/);
    assert.doesNotMatch(receipt.body, new RegExp(marker));
    const [number = "", statusCode = ""] = codesOn(receipt);
    const secretPage = await browser.send(receipt, "/tk/appeal/receipt/secret", {});
    const [, secret = ""] = codesOn(secretPage);
    assert.match(secret, /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    // A receipt found in a pocket neither confesses nor lets anybody withdraw.
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![-0-9A-Z])/;
    assert.doesNotMatch(receipt.body.replaceAll(number, ""), code);
    const codePage = await browser.send(receipt, "/tk/appeal/receipt/withdrawal-code", {});
    const [, withdrawalCode = ""] = codesOn(codePage);
    assert.match(withdrawalCode, /^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
    assert.ok(!codePage.body.includes(secret) && !secretPage.body.includes(withdrawalCode));
    await checkDownloads(portal, browser, receipt, number);
    const everything = [...browser.addresses, ...portal.logged].join("\n");
    for (const hidden of [secret, statusCode, marker, encodeURIComponent(marker)]) {
      assert.doesNotMatch(everything, new RegExp(hidden));
    }
  });
});

async function checkDownloads(portal: TestPortal, browser: TestBrowser, page: Page, number: string) {
  const plain = await browser.open(`/tk/case/${number}/act/1/receipt.json`);
  assert.equal(plain.headers["content-disposition"], `attachment; filename="aydyn-${number}-1-receipt.json"`);
  assert.doesNotMatch(plain.body, /opening/);
  const receipt = parseReceipt(plain.body);
  assert.ok(receipt.ok);
  const verdict = verifyReceipt(nativeEngine, receipt.value, {
    policy: null,
    logKey: portal.tools.receipts.logKey,
  });
  assert.ok(verdict.ok && verdict.value.state === "in-log");
  const opened = await browser.send(page, `/tk/case/${number}/act/1/opening`, {});
  const opening = parseReceipt(opened.body);
  assert.ok(opening.ok);
  const names = opening.value.opening?.parts.map(({ name }) => name);
  assert.deepEqual(names, ["public", "parties", "identity"]);
  assert.ok(verifyReceipt(nativeEngine, opening.value, { policy: null }).ok);
  const proof = await browser.open(`/tk/case/${number}/act/1/tlog-proof`);
  assert.match(proof.body, /^c2sp\.org\/tlog-proof@v1\n/);
}

test("the same form sent again, also at once, is one appeal with the same receipt", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    const check = await writeAll(browser, "en", sealed);
    const [first, second] = await Promise.all([
      browser.send(check, "/en/appeal/check", {}),
      browser.send(check, "/en/appeal/check", {}),
    ]);
    const third = await browser.send(check, "/en/appeal/check", {});
    assert.equal(codesOn(first).length, 3);
    assert.deepEqual(codesOn(second), codesOn(first));
    assert.deepEqual(codesOn(third), codesOn(first));
    const [row] = await portal.country.database.portal`select count(*) as count from cases.case`;
    assert.equal(Number(row?.count), 1);
    const again = await browser.open("/en/appeal/check");
    assert.equal(again.url, "/en/appeal", "the draft went with the filing");
  });
});

test("two tabs with the same draft file it once", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    const tabs = [await writeAll(browser, "ru"), await browser.open("/ru/appeal/check")];
    portal.sequenceWhilePagesWait();
    const sent = await Promise.all(tabs.map((tab) => browser.send(tab, "/ru/appeal/check", {})));
    assert.deepEqual(
      sent.map(({ status }) => status),
      [200, 200],
    );
    const [row] = await portal.country.database.portal`select count(*) as count from cases.case`;
    assert.equal(Number(row?.count), 1);
  });
});

test("what is wrong is said in each language, beside the field, and what was typed is kept", async () => {
  await withPortal(async (portal) => {
    const said = { tk: "tekst uzyn", ru: "текст длинный", en: "the text is long" };
    for (const language of languages) {
      const browser = browserAt(portal.server);
      let page = await browser.send(await browser.open(`/${language}/appeal`), `/${language}/appeal`, {});
      page = await browser.send(page, `/${language}/appeal/kind`, {});
      assert.equal(page.status, 422);
      assert.match(page.body, /class="errors"[\s\S]*href="#kind"/);
      page = await browser.send(page, `/${language}/appeal/text`, {
        subject: "",
        text: `${marker} ${"ý".repeat(6_001)}`,
      });
      assert.equal(page.status, 422);
      assert.match(page.body, new RegExp(said[language]), page.body.slice(0, 2000));
      assert.match(page.body, /href="#subject"/);
      assert.match(page.body, new RegExp(`${marker} ý{6001}`));
      const later = await browser.open(`/${language}/appeal/text`);
      assert.match(later.body, new RegExp(marker), "also when the page is opened again");
      await browser.send(page, `/${language}/appeal/whom`, { whom: "self" });
      page = await browser.send(page, `/${language}/appeal/identity`, { identity: "maybe" });
      assert.equal(page.status, 422);
      await browser.send(page, `/${language}/appeal/identity`, { identity: "shown" });
      page = await browser.send(page, `/${language}/appeal/you`, { name: marker, address: "" });
      assert.equal(page.status, 422);
      assert.match(page.body, new RegExp(`value="${marker}"`));
      page = await browser.open(`/${language}/appeal/check`);
      assert.equal(page.url, `/${language}/appeal/kind`, "nothing is skipped");
    }
  });
});

test("the kind, the body and the whole list: an unknown body is refused, a known one goes on", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    let page = await browser.send(await browser.open("/en/appeal"), "/en/appeal", {});
    page = await browser.send(page, "/en/appeal/kind", { kind: "filed-suggestion" });
    page = await browser.post("/en/appeal/body", { next: "search", matter: "springs", place: "" });
    assert.match(page.body, /value="ministry-of-springs"/);
    assert.doesNotMatch(page.url, /springs/);
    page = await browser.post("/en/appeal/body", { body: "ministry-of-love" });
    assert.equal(page.status, 422);
    page = await browser.post("/en/appeal/body", {});
    assert.match(page.body, /href="#body"/);
    const all = await browser.open("/en/appeal/body/all");
    assert.match(all.body, /<option value="ministry-of-roads">— ministry-of-roads/);
    page = await browser.post("/en/appeal/body", { body: "ministry-of-roads" });
    assert.equal(page.url, "/en/appeal/text");
  });
});

test("a filing begun at a body's page has that body; beginning anew forgets what was written", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    let page = await browser.open("/en/appeal?body=ministry-of-roads");
    page = await browser.send(page, "/en/appeal", {});
    const before = browser.cookie;
    page = await browser.send(page, "/en/appeal/kind", { kind: "filed-request" });
    assert.equal(page.url, "/en/appeal/text", "the body is chosen already");
    page = await browser.send(page, "/en/appeal/text", filing.text);
    page = await browser.open("/en/appeal");
    assert.match(page.body, /Go on writing/);
    page = await browser.send(page, "/en/appeal", {});
    assert.notEqual(browser.cookie, before, "a token seen before is worth nothing");
    page = await browser.open("/en/appeal/text");
    assert.doesNotMatch(page.body, new RegExp(marker));
    const [row] = await portal.country.database.portal`select count(*) as count from cases.draft`;
    assert.equal(Number(row?.count), 1);
  });
});

test("files: taken by content, three at most, removed again, and none that lies", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    const url = "/en/appeal/file";
    let page = await browser.send(await browser.open("/en/appeal"), "/en/appeal", {});
    page = await browser.open(url);
    const add = (fileName: string, bytes: Uint8Array) =>
      browser.send(page, url, { next: "add" }, { field: "attachment", fileName, bytes });
    page = await add("arza.pdf", Buffer.from("MZ\u0000\u0001", "latin1"));
    assert.equal(page.status, 422);
    assert.match(
      page.body,
      /This kind of file is not taken[\s\S]*href="#attachment"|href="#attachment"[\s\S]*This kind of file is not taken/,
    );
    page = await add("big.txt", Buffer.alloc(2 * 1024 * 1024 + 1, 32));
    assert.match(page.body, /larger than 2 MiB/);
    page = await browser.post(url, { next: "add" });
    assert.match(page.body, /Choose a file first/);
    for (const name of ["a.txt", "b.jpg", "c.txt"]) page = await add(name, Buffer.from(`file ${name}`));
    assert.match(page.body, /b\.jpg\.txt/);
    assert.doesNotMatch(page.body, /type="file"/);
    page = await browser.send(page, url, { remove: "2" });
    assert.doesNotMatch(page.body, /b\.jpg/);
    assert.match(page.body, /type="file"/);
    const huge = await add("huge.txt", Buffer.alloc(8 * 1024 * 1024, 32));
    assert.equal(huge.status, 413);
  });
});

test("a visit that ends while somebody writes loses nothing of theirs and shows nothing to the next", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    let page = await browser.send(await browser.open("/en/appeal"), "/en/appeal", {});
    page = await browser.send(page, "/en/appeal/kind", { kind: "filed-complaint" });
    const text = await browser.open("/en/appeal/text");
    portal.country.clock.now += 61 * 60_000;
    const nextUser = browserAt(portal.server);
    nextUser.cookie = browser.cookie;
    assert.equal((await nextUser.open("/en/appeal/text")).url, "/en/appeal");
    const taken = await nextUser.post("/en/appeal/text", { subject: "x", text: "y" });
    assert.equal((await nextUser.open("/en/appeal/check")).url, "/en/appeal/kind", taken.url);
    page = await browser.send(text, "/en/appeal/text", filing.text);
    assert.equal(page.url, "/en/appeal/file");
    assert.match(page.body, /Your visit had ended meanwhile/);
    page = await browser.open("/en/appeal/text");
    assert.match(page.body, new RegExp(marker));
    page = await browser.open("/en/appeal/kind");
    assert.match(page.body, /value="filed-complaint" checked/);
  });
});

test("words that call for an emergency number or another way are answered beside the question, and stop nobody", async () => {
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    const start = await browser.open("/ru/appeal");
    await browser.post("/ru/appeal", {});
    await browser.post("/ru/appeal/kind", { kind: "filed-message" });
    const asked = { next: "search", matter: "пахнет газом", place: "" };
    const without = await browser.post("/ru/appeal/body", asked);
    assert.match(without.body, /Не ждите ответа здесь: зовите на помощь[\s\S]*откройте окна/);
    for (const page of [start, without]) {
      assert.match(page.body, /Здесь никто не прочтёт|Обращения не читают сразу/);
      assert.doesNotMatch(page.body, /tel:|звоните/, "a country that has named nobody");
    }

    await nameNumbers(portal);
    assert.match((await browser.open("/ru/appeal")).body, /Помощь: <a href="tel:112">[\s\S]*Газ: <a/);
    const search = await browser.post("/ru/appeal/body", asked);
    assert.match(
      search.body,
      /Не ждите ответа здесь: звоните[\s\S]*откройте окна[\s\S]*Газ: <a href="tel:\+99304"><b>\+993 04</,
    );
    assert.doesNotMatch(search.body, /tel:112/, "it is for other dangers");
    assert.match(search.body, /name="matter"/, "the question is still there");
    await browser.post("/ru/appeal/body", { body: "ministry-of-springs" });
    const next = await browser.post("/ru/appeal/text", {
      subject: "Суд",
      text: "Не согласен с решением суда",
    });
    assert.equal(next.url, "/ru/appeal/file", "nobody is stopped");
    assert.match(next.body, /может изменить только суд/);
  });
});

/** Names two numbers, as the cabinet's head does. */
async function nameNumbers({ country, sequence }: TestPortal): Promise<void> {
  const grant = ask({ kind: "installer-of-an-empty-record" }, "rules.change", { kind: "country", cabinet });
  assert.ok(grant.ok);
  const numbers = [
    { number: "112", text: { tk: "Kömek", ru: "Помощь", en: "Help" }, for: ["fire", "health"] },
    { number: "+993 04", text: { tk: "Gaz", ru: "Газ", en: "Gas" }, for: ["gas"] },
  ] as const;
  await country.inTransaction(country.database.portal, (tools) =>
    changeEmergencyNumbers(grant.value, numbers, { ...tools, log: country.log, issuer: cabinet }),
  );
  await sequence();
}
