import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccountId } from "#platform/authority/actor.ts";
import { beginSession, signSessionIn } from "#platform/session/session-store.ts";
import { morning } from "#tests/country/small-country.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { guessLimits } from "../guess-limits.ts";
import { browserAt, type Page, type TestBrowser } from "../test-support/browser.ts";
import { askQuestion, assign, fileOne, officialName, refuse } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Gyzylgülzar";
const replyMarker = "Jogapgülzar";
const account = "00000000-0000-4000-8000-0000000000c1" as AccountId;

function openCase(browser: TestBrowser, number: string, code: string): Promise<Page> {
  return browser.post("/en/case", { number, code });
}

/** An answered case with a question on the way. */
async function answeredCase(portal: TestPortal): Promise<FiledAppeal> {
  const attachments = [{ fileName: `${marker}.txt`, mediaType: "text/plain", bytes: Buffer.from(marker) }];
  const filed = await fileOne(portal, { text: marker, account, attachments });
  await assign(portal, filed);
  portal.country.clock.now = morning(2026, 11, 10);
  await refuse(portal, filed, replyMarker);
  await portal.sequence();
  return filed;
}

test("the status code shows where a case stands and not one word of it; the secret shows all", async () => {
  await withPortal(async (portal) => {
    const filed = await answeredCase(portal);
    const { number } = filed.row;
    const stranger = browserAt(portal.server);
    assert.equal((await stranger.open(`/en/case/${number}`)).url, "/en/case", "the number opens nothing");
    assert.equal(
      (await stranger.open("/en/case/26-0000-0000-0")).url,
      "/en/case",
      "nor does it tell what exists",
    );

    const status = await openCase(stranger, number, filed.statusCode);
    assert.equal(status.url, `/en/case/${number}`);
    for (const shown of ["Complaint filed", "Given to an official", "Refused", "society of the north"]) {
      assert.match(status.body, new RegExp(shown));
    }
    for (const hidden of [marker, replyMarker, officialName, "facts were not confirmed", "art. 91b"]) {
      assert.doesNotMatch(status.body, new RegExp(hidden));
    }
    assert.doesNotMatch(status.body, /\/(?:dispute|add|clarify|file)\b/);
    for (const url of [`/en/case/${number}/dispute`, `/en/case/${number}/add`]) {
      assert.equal((await stranger.open(url)).url, `/en/case/${number}`);
    }
    assert.equal((await stranger.open(`/en/case/${number}/file/1/attachment-1`)).status, 404);
    assert.equal((await stranger.post(`/en/case/${number}/act/1/opening`, {})).status, 403);
    assert.doesNotMatch((await stranger.open(`/en/case/${number}/act/1/receipt.json`)).body, /opening/);

    const before = stranger.cookie;
    const full = await openCase(stranger, number.replaceAll("-", ""), filed.secret.toLowerCase());
    assert.notEqual(stranger.cookie, before, "a token that was seen before opens nothing");
    for (const shown of [
      marker,
      replyMarker,
      officialName,
      "The facts were not confirmed",
      "art. 91b",
      "a court, within 3 months",
    ]) {
      assert.match(full.body, new RegExp(shown));
    }
    const everything = [...stranger.addresses, ...portal.logged].join("\n");
    for (const hidden of [filed.secret, filed.statusCode, marker])
      assert.doesNotMatch(everything, new RegExp(hidden, "i"));
  });
});

test("an answer is disputed once: a second sending changes nothing, and the deadline stands again", async () => {
  await withPortal(async (portal) => {
    const filed = await answeredCase(portal);
    const { number } = filed.row;
    const browser = browserAt(portal.server);
    await openCase(browser, number, filed.secret);
    const url = `/en/case/${number}/dispute`;
    const form = await browser.open(url);
    const wrong = await browser.send(form, url, { text: marker });
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /href="#reason"/);
    assert.match(wrong.body, new RegExp(`>\\s*${marker}</textarea>`));
    const fields = { reason: "not-done", text: "Hiç zat edilmedi" };
    const disputed = await browser.send(wrong, url, fields);
    assert.equal(disputed.url, `/en/case/${number}`);
    assert.match(disputed.body, /It is entered/);
    assert.match(disputed.body, /Hiç zat edilmedi/);
    assert.match(disputed.body, /Answer due Monday 23 November 2026/);
    const again = await browser.send(wrong, url, fields);
    assert.equal(again.status, 200);
    assert.doesNotMatch(again.body, /It is entered/);
    const acts = [...again.body.matchAll(/<p class="what">/g)].length;
    assert.equal(acts, 4);
    assert.equal((await browser.open(url)).url, `/en/case/${number}`, "there is nothing left to dispute");
    const late = await browser.send(form, url, fields);
    assert.equal(late.status, 409);
  });
});

test("a question is answered with a file, something is added, and files come back under their names", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: marker });
    await assign(portal, filed);
    portal.country.clock.now = morning(2026, 11, 4);
    await askQuestion(portal, filed, "Haýsy köçe?");
    const { number } = filed.row;
    const browser = browserAt(portal.server);
    const waiting = await openCase(browser, number, filed.secret);
    assert.match(waiting.body, /The clock stands still/);
    const url = `/en/case/${number}/clarify`;
    const form = await browser.open(url);
    assert.match(form.body, /Haýsy köçe\?/);
    const lie = { field: "attachment", fileName: "a.pdf", bytes: Buffer.from("MZ\u0000", "latin1") };
    const refused = await browser.send(form, url, { text: "Bulak köçesi" }, lie);
    assert.equal(refused.status, 422);
    assert.match(refused.body, /Bulak köçesi/);
    const file = { field: "attachment", fileName: "köçe.txt", bytes: Buffer.from("Bulak") };
    const replied = await browser.send(refused, url, { text: "Bulak köçesi" }, file);
    assert.equal(replied.url, `/en/case/${number}`);
    const [, link = ""] = /href="([^"]*\/file\/4\/attachment-1)">köçe\.txt/.exec(replied.body) ?? [];
    const sent = await browser.open(link);
    assert.equal(sent.body, "Bulak");
    assert.match(
      String(sent.headers["content-disposition"]),
      /^attachment; .*filename\*=UTF-8''k%C3%B6%C3%A7e\.txt$/,
    );
    assert.equal(sent.headers["x-content-type-options"], "nosniff");
    const addUrl = `/en/case/${number}/add`;
    const added = await browser.send(await browser.open(addUrl), addUrl, {
      what: "correction",
      text: "41-nji jaý",
    });
    assert.match(added.body, /41-nji jaý/);
    for (const place of [
      "0/attachment-1",
      "4/attachment-2",
      "4/parties",
      "4/identity",
      "99/attachment-1",
      "4/..%2fx",
    ]) {
      assert.equal((await browser.open(`/en/case/${number}/file/${place}`)).status, 404, place);
    }
  });
});

test("whoever signs in finds their own cases and nobody else's", async () => {
  await withPortal(async (portal) => {
    const filed = await answeredCase(portal);
    const other = await fileOne(portal, { text: "foreign" });
    const { tools } = portal;
    const { session } = await beginSession(tools.portal, tools);
    const signedIn = await signSessionIn(tools.portal, session, account, tools, []);
    const browser = browserAt(portal.server);
    assert.equal((await browser.open("/en/my")).url, "/en/sign-in?to=/my");
    browser.cookie = `aydyn-session=${signedIn.token}`;
    const own = await browser.open("/en/my");
    assert.match(own.body, new RegExp(filed.row.number));
    assert.doesNotMatch(own.body, new RegExp(other.row.number));
    assert.match((await browser.open(`/en/case/${filed.row.number}`)).body, new RegExp(replyMarker));
    assert.equal((await browser.open(`/en/case/${other.row.number}`)).url, "/en/case");
  });
});

test("wrong numbers and codes are told apart by their shape alone, kept as typed, and slowed down", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: marker });
    const { number } = filed.row;
    const browser = browserAt(portal.server, "192.0.2.7");
    assert.match((await openCase(browser, "26-4711", filed.statusCode)).body, /a digit is wrong or missing/);
    assert.match((await openCase(browser, number, "7Q2M")).body, /eight or sixteen/);
    const wrong = await openCase(browser, number, "7Q2M-X4WD");
    const unknown = await openCase(browser, "26-0000-0000-6", "7Q2M-X4WD");
    for (const page of [wrong, unknown]) {
      assert.equal(page.status, 422);
      assert.match(page.body, /do not fit together/);
    }
    assert.match(wrong.body, new RegExp(`value="${number}"`));
    let status = 0;
    for (let tries = 0; tries < guessLimits.caseFromNetwork.attemptsMax; tries += 1) {
      status = (await openCase(browser, number, "7Q2M-X4WD")).status;
    }
    assert.equal(status, 429);
    assert.equal(
      (await openCase(browser, number, filed.statusCode)).status,
      429,
      "nor the right one for a while",
    );
    assert.equal(
      (await openCase(browser, number, filed.secret)).status,
      200,
      "the secret needs no such limit",
    );
    const elsewhere = browserAt(portal.server, "198.51.100.1");
    assert.equal((await openCase(elsewhere, number, filed.statusCode)).status, 200);
    portal.country.clock.now += 16 * 60_000;
    const later = browserAt(portal.server, "192.0.2.8");
    assert.equal((await openCase(later, number, filed.statusCode)).status, 200);
  });
});
