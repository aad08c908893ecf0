import assert from "node:assert/strict";
import { test } from "node:test";
import { morning } from "#tests/country/small-country.ts";
import { browserAt } from "../test-support/browser.ts";
import { withPortal } from "../test-support/portal.ts";

const minuteMs = 60_000;

/** Administrative code, article on receipts: number, date and hour, and who accepted. */
test("the receipt of a filing on the web has its number, day and hour, and says that no person stood between", async () => {
  await withPortal(async (portal) => {
    portal.country.clock.now = morning(2026, 11, 4) + 7 * minuteMs;
    const browser = browserAt(portal.server);
    const steps: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ["", {}],
      ["/kind", { kind: "filed-suggestion" }],
      ["/body", { body: "ministry-of-springs" }],
      ["/text", { subject: "Köpri", text: "Köprä çyra gerek." }],
      ["/file", {}],
      ["/whom", { whom: "self" }],
      ["/identity", { identity: "sealed" }],
      ["/warning", { understood: "yes" }],
      ["/you", { name: "Nusga", address: "Çynar", contact: "" }],
    ];
    for (const [step, fields] of steps) await browser.post(`/en/appeal${step}`, fields);
    const receipt = await browser.send(await browser.open("/en/appeal/check"), "/en/appeal/check", {});
    assert.equal(receipt.url, "/en/appeal/receipt");
    assert.match(receipt.body, /\d\d-\d{4}-\d{4}-\d/);
    assert.match(receipt.body, /<dt>Filed<\/dt><dd>4 November 2026[^<]*\d\d:07/);
    assert.match(receipt.body, /<dt>Accepted by<\/dt><dd>The register of the body \(ministry-of-springs\)/);
    const slip = await browser.open("/en/appeal/receipt/print");
    assert.doesNotMatch(slip.body, /\d\d:07/, "what lies in a pocket tells no hour");
  });
});
