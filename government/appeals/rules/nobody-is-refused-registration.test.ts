import assert from "node:assert/strict";
import { test } from "node:test";
import { morning } from "#tests/country/small-country.ts";
import { webFilingKinds } from "../appeal-forms.ts";
import { browserAt } from "../test-support/browser.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

type Steps = readonly (readonly [string, Readonly<Record<string, string>>])[];

const identities: readonly Steps[] = [
  [
    ["/identity", { identity: "shown" }],
    ["/you", { name: "Nusga", address: "Çynar", contact: "" }],
  ],
  [
    ["/identity", { identity: "sealed" }],
    ["/warning", { understood: "yes" }],
    ["/you", { name: "Nusga", address: "Çynar", contact: "" }],
  ],
  [
    ["/identity", { identity: "nameless" }],
    ["/warning", { understood: "yes" }],
    ["/you", { contact: "" }],
  ],
];

/** Files by the pages, in a browser that has never been here, and gives the number. */
async function file(portal: TestPortal, kind: string, identity: Steps, text: string): Promise<string> {
  const browser = browserAt(portal.server);
  const steps: Steps = [
    ["", {}],
    ["/kind", { kind }],
    ["/body", { body: "ministry-of-springs" }],
    // Everybody whom a complaint can name is named, the head too, and still the body itself must register it.
    ...(kind === "filed-complaint"
      ? ([
          ["/about", { official: "ministry-of-springs/head", who: "Hemmesi" }],
          ["/higher", { next: "stay" }],
        ] as const)
      : []),
    ["/text", { subject: "?", text }],
    ["/file", {}],
    ["/whom", { whom: "self" }],
    ...identity,
  ];
  for (const [step, fields] of steps) {
    const page = await browser.post(`/tk/appeal${step}`, fields);
    assert.equal(page.status, 200, `${kind}${step}: ${page.body}`);
  }
  const receipt = await browser.send(await browser.open("/tk/appeal/check"), "/tk/appeal/check", {});
  assert.equal(receipt.url, "/tk/appeal/receipt", kind);
  const [number = ""] = /\d\d-\d{4}-\d{4}-\d/.exec(receipt.body) ?? [];
  assert.notEqual(number, "");
  return number;
}

test("every kind, with every way of standing to one's name, is registered at once and has a number of its own", async () => {
  await withPortal(async (portal) => {
    const numbers: string[] = [];
    for (const kind of webFilingKinds) {
      for (const identity of identities) {
        // A single letter is no reason, and neither is what somebody wrote before, word for word.
        numbers.push(await file(portal, kind, identity, "x"));
      }
    }
    assert.equal(numbers.length, webFilingKinds.length * identities.length);
    assert.equal(new Set(numbers).size, numbers.length);
    const [row] = await portal.country.database.worker`select count(*)::integer as count from cases.case`;
    assert.equal(row?.count, numbers.length);
  });
});

test("on a day of rest and in the night it is registered too; the clock begins on the next working day", async () => {
  await withPortal(async (portal) => {
    // A Sunday, before anybody is awake.
    portal.country.clock.now = morning(2026, 11, 8) - 6 * 3_600_000;
    const number = await file(portal, "filed-request", identities[0] ?? [], "Kömek gerek.");
    const [row] = await portal.country.database.worker`
      select due::integer from cases.case where number = ${number}`;
    const due = new Date((row?.due ?? 0) * 86_400_000).toISOString().slice(0, 10);
    assert.equal(due, "2026-11-30", "fifteen working days after Monday, 9 November");
  });
});
