/**
 * Collective appeals: others read, sign, and may take it back before the answer. Applicant and body see how many; who
 * they are, neither sees. Each signer holds a receipt that verifies offline.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseReceipt, verifyReceipt } from "#core/record/receipt.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { ministry } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { countCoSigners } from "../co-sign/co-sign-store.ts";
import { guessLimits } from "../guess-limits.ts";
import { browserAt, type Page, type TestBrowser } from "../test-support/browser.ts";
import { assign, officialName, refuse } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Gyzylgülzar";
const dayMs = 24 * 3_600_000;

function codesOn(page: Page): readonly string[] {
  return [...page.body.matchAll(/<span class="code big" translate="no">([^<]*)</g)].map(
    ([, code = ""]) => code,
  );
}

interface Gathering {
  readonly filer: TestBrowser;
  readonly number: string;
  readonly code: string;
  readonly secret: string;
  readonly statusCode: string;
}

async function drawCode(filer: TestBrowser, number: string): Promise<string> {
  const path = `/en/case/${number}/signatures`;
  const [, code = ""] = codesOn(await filer.send(await filer.open(path), path, {}));
  assert.match(code, /^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
  return code;
}

/** Somebody files together with others and draws the code to pass on. */
async function gather({ server }: TestPortal): Promise<Gathering> {
  const filer = browserAt(server);
  const post = (step: string, fields: Record<string, string>) => filer.post(`/en/appeal${step}`, fields);
  await post("", {});
  await post("/kind", { kind: "filed-suggestion" });
  await post("/body", { body: "ministry-of-springs" });
  await post("/text", { subject: "A bridge", text: "We ask for a bridge over the ditch." });
  await post("/file", {});
  await post("/whom", { whom: "together" });
  await post("/identity", { identity: "shown" });
  await post("/you", { name: "Filer Filerow", address: "Çynar" });
  const receipt = await filer.send(await filer.open("/en/appeal/check"), "/en/appeal/check", {});
  const [number = "", statusCode = ""] = codesOn(receipt);
  const [, secret = ""] = codesOn(await filer.send(receipt, "/en/appeal/receipt/secret", {}));
  return { filer, number, secret, statusCode, code: await drawCode(filer, number) };
}

interface Signed {
  readonly browser: TestBrowser;
  readonly reading: Page;
  readonly page: Page;
  readonly code: string;
}

async function sign(
  { server }: TestPortal,
  { number, code }: Pick<Gathering, "number" | "code">,
  name: string,
  network = "192.0.2.9",
): Promise<Signed> {
  const browser = browserAt(server, network);
  const reading = await browser.send(await browser.open("/en/co-sign"), "/en/co-sign", { number, code });
  assert.equal(reading.status, 200, reading.body);
  const fields = { name, address: "Çeşme obasy", agreed: "yes" };
  const page = await browser.send(reading, "/en/co-sign/read", fields);
  const [, own = ""] = codesOn(page);
  return { browser, reading, page, code: own };
}

async function tagOf({ tools }: TestPortal, number: string): Promise<Uint8Array> {
  const parsed = parseCaseNumber(number);
  assert.ok(parsed.ok);
  const row = await findCaseByNumber(tools.portal, parsed.value);
  return row?.tag ?? assert.fail();
}

test("many sign, each once and each with a receipt; applicant and body see the count and no name", async () => {
  await withPortal(async (portal) => {
    const gathering = await gather(portal);
    const { filer, number, secret } = gathering;
    const first = await sign(portal, gathering, `Bir ${marker}`);
    assert.match(first.reading.body, /A bridge[\s\S]*bridge over the ditch/);
    assert.doesNotMatch(first.reading.body, /Filer/);
    assert.equal(first.page.url, "/en/co-sign/receipt");
    const again = await first.browser.send(first.reading, "/en/co-sign/read", {
      ...{ name: `Bir ${marker}`, address: "Çeşme obasy", agreed: "yes" },
    });
    assert.deepEqual(codesOn(again), codesOn(first.page), "the same form sent again is the same signature");
    await sign(portal, gathering, `Iki ${marker}`);
    // The same person on another day and with another keyboard is counted once.
    await sign(portal, gathering, `iki  ${marker.replace("ü", "u").toUpperCase()}`);
    const tag = await tagOf(portal, number);
    for (const side of ["portal", "desk"] as const) {
      assert.equal(await countCoSigners(portal.tools[side], tag), 2, side);
    }
    const own = await filer.open(`/en/case/${number}`);
    assert.match(own.body, /2 other people have signed/);
    assert.doesNotMatch(own.body, new RegExp(marker));
    const status = browserAt(portal.server, "192.0.2.21");
    const standing = await status.post("/en/case", { number, code: gathering.statusCode });
    for (const page of [own, standing]) {
      assert.equal(page.body.match(/<p class="what">/g)?.length, 1, "signatures do not bury the timeline");
    }

    const promised = parseReceipt((await first.browser.open("/en/co-sign/receipt.json")).body);
    assert.ok(promised.ok);
    const promise = verifyReceipt(nativeEngine, promised.value, { policy: null });
    assert.ok(promise.ok && promise.value.state === "queued", "in the log only in the night");
    portal.country.clock.now += dayMs;
    await portal.sequence();
    const later = browserAt(portal.server, "192.0.2.20");
    const asked = { number, signatureCode: first.code, next: "receipt" };
    const receipt = parseReceipt((await later.post("/en/co-sign/withdraw", asked)).body);
    assert.ok(receipt.ok);
    const verdict = verifyReceipt(nativeEngine, receipt.value, { policy: null });
    assert.ok(verdict.ok && verdict.value.state === "in-log");

    // Not even the opening that the applicant may have of each act of the case names a signer.
    await filer.post("/en/case", { number, code: secret });
    const opened = await filer.post(`/en/case/${number}/act/2/opening`, {});
    assert.match(opened.body, /opening/);
    const names = parseReceipt(opened.body);
    assert.ok(names.ok);
    assert.deepEqual(
      names.value.opening?.parts.map(({ name }) => name),
      ["public"],
    );
    assert.doesNotMatch(await dumpOf(portal.country.database.owner), new RegExp(marker));
    await assert.rejects(portal.tools.desk`select * from sealed.co_signature`, /permission denied/);
  });
});

test("a signature is taken back with its own code, once, and only until the answer", async () => {
  await withPortal(async (portal) => {
    const gathering = await gather(portal);
    const { number } = gathering;
    const [one, other] = [await sign(portal, gathering, "Bir"), await sign(portal, gathering, "Iki")];
    const tag = await tagOf(portal, number);
    const takeBack = async (code: string) => {
      const browser = browserAt(portal.server, "192.0.2.30");
      const page = await browser.open("/en/co-sign/withdraw");
      return await browser.send(page, "/en/co-sign/withdraw", { number, signatureCode: code });
    };
    assert.equal(
      (await takeBack(gathering.code)).status,
      422,
      "the code to sign is not the code of a signature",
    );
    assert.match((await takeBack(one.code)).body, /Your signature is taken back/);
    assert.equal(await countCoSigners(portal.tools.portal, tag), 1);
    assert.equal((await takeBack(one.code)).status, 422);
    const filed = { row: { tag, number, holderBody: ministry } } as never;
    await assign(portal, filed);
    await refuse(portal, filed, `No bridge. ${officialName}`);
    assert.match((await takeBack(other.code)).body, /Nothing can be signed any more/);
    const late = browserAt(portal.server, "192.0.2.31");
    const closed = await late.post("/en/co-sign", { number, code: gathering.code });
    assert.match(closed.body, /Nothing can be signed any more/);
    assert.equal(await countCoSigners(portal.tools.portal, tag), 1);
  });
});

test("a new code ends the one before; wrong codes learn nothing and are slowed down", async () => {
  await withPortal(async (portal) => {
    const { filer, number, code } = await gather(portal);
    const next = await drawCode(filer, number);
    assert.notEqual(next, code);
    const stranger = browserAt(portal.server, "192.0.2.40");
    const tried = async (typed: string) => await stranger.post("/en/co-sign", { number, code: typed });
    const old = await tried(code);
    assert.equal(old.status, 422);
    assert.doesNotMatch(old.body, /A bridge/);
    for (let tries = 1; tries < guessLimits.coSigningOfCase.attemptsMax; tries += 1) {
      assert.equal((await tried("0000-0000-0000")).status, 422);
    }
    assert.equal((await tried(next)).status, 429, "also with the right one, from this network");
    const elsewhere = browserAt(portal.server, "198.51.100.4");
    assert.equal((await elsewhere.post("/en/co-sign", { number, code: next })).status, 200);
  });
});

test("what is missing is said, what was typed is kept, and nobody signs without having said that they have read", async () => {
  await withPortal(async (portal) => {
    const gathering = await gather(portal);
    const { number, code } = gathering;
    const browser = browserAt(portal.server, "192.0.2.50");
    const reading = await browser.post("/en/co-sign", { number, code });
    assert.deepEqual(await markupProblems(reading.body), []);
    const page = await browser.send(reading, "/en/co-sign/read", { name: "Bir Birow", address: "" });
    assert.equal(page.status, 422);
    assert.match(
      page.body,
      /value="Bir Birow"[\s\S]*Tick that you have read|Tick that you have read[\s\S]*value="Bir Birow"/,
    );
    assert.deepEqual(await markupProblems(page.body), []);
    assert.equal(await countCoSigners(portal.tools.portal, await tagOf(portal, number)), 0);
    const signed = await sign(portal, gathering, "Bir Birow");
    assert.deepEqual(await markupProblems(signed.page.body), []);
    const addresses = [...browser.addresses, ...signed.browser.addresses, ...portal.logged].join("\n");
    for (const hidden of [code, signed.code, "Birow"]) assert.ok(!addresses.includes(hidden), hidden);
  });
});

test("an appeal that was not filed together takes no signatures", async () => {
  await withPortal(async (portal) => {
    const { filer, number } = await gather(portal);
    await portal.country.database.owner`delete from cases.collective`;
    const path = `/en/case/${number}/signatures`;
    assert.equal((await filer.open(path)).url, `/en/case/${number}`);
    assert.equal((await filer.post(path, {})).url, `/en/case/${number}`);
  });
});
