import assert from "node:assert/strict";
import { test } from "node:test";
import { parseReceipt, verifyReceipt } from "#core/record/receipt.ts";
import { refused } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { BodySigner } from "#platform/signer/body-signer.ts";
import { countrySigner } from "#tests/country/small-country.ts";
import { browserAt } from "../test-support/browser.ts";
import { withPortal } from "../test-support/portal.ts";

const steps = [
  ["kind", { kind: "filed-complaint" }],
  ["body", { body: "ministry-of-springs" }],
  ["about", {}],
  ["text", { subject: "Gaz ýok", text: "Obada üç aý bäri gaz ýok." }],
  ["file", {}],
  ["whom", { whom: "self" }],
  ["identity", { identity: "shown" }],
  ["you", { name: "Nusga", address: "Çynar", contact: "" }],
] as const;

test("while nobody signs for bodies an appeal is filed all the same, and the receipt says that the signature follows", async () => {
  let isThere = false;
  const signer: BodySigner = {
    sign: async (request) => (isThere ? await countrySigner.sign(request) : refused("signer-away")),
  };
  await withPortal(async (portal) => {
    const browser = browserAt(portal.server);
    let page = await browser.send(await browser.open("/en/appeal"), "/en/appeal", {});
    for (const [step, fields] of steps) page = await browser.send(page, `/en/appeal/${step}`, fields);
    const filed = await browser.send(page, "/en/appeal/check", {});
    assert.equal(filed.status, 200);
    assert.equal(filed.url, "/en/appeal/receipt");
    assert.match(filed.body, /queued, signature follows/);
    assert.match(filed.body, /Your appeal is registered and nothing is lost/);
    assert.doesNotMatch(filed.body, /has signed/);
    const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(filed.body)?.[0] ?? "";

    const file = `/en/case/${number}/act/1/receipt.json`;
    const bare = await browser.open(file);
    assert.equal(bare.status, 503, "a file that proves nothing is not handed out as a receipt");
    assert.equal(bare.headers["retry-after"], "60");
    assert.match((await browser.open(`/en/case/${number}`)).body, /queued, signature follows/);

    isThere = true;
    assert.match((await browser.open(`/en/case/${number}`)).body, /queued: signed by the body/);
    const receipt = parseReceipt((await browser.open(file)).body);
    assert.ok(receipt.ok);
    const verdict = verifyReceipt(nativeEngine, receipt.value, { policy: null });
    assert.ok(verdict.ok && verdict.value.state === "queued");

    // A proof needs nobody's signature but the log's and the witnesses'.
    isThere = false;
    await portal.sequence();
    const proved = parseReceipt((await browser.open(file)).body);
    assert.ok(proved.ok && proved.value.queued === undefined);
    const inLog = verifyReceipt(nativeEngine, proved.value, { policy: null });
    assert.ok(inLog.ok && inLog.value.state === "in-log");
  }, signer);
});
