import assert from "node:assert/strict";
import { test } from "node:test";
import { caseObjectFor } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { morning } from "#tests/country/small-country.ts";
import { askErasure } from "../ask-erasure.ts";
import { grantErasure, refuseErasure } from "../decide-erasure.ts";
import { inTransaction } from "../portal-tools.ts";
import { browserOfApplicant } from "../test-support/browser.ts";
import { asHead, fileOne } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Lälegülzar";

async function asked(portal: TestPortal) {
  const filed = await fileOne(portal, { text: marker });
  const { number } = filed.row;
  const browser = await browserOfApplicant(portal.server, filed);
  const url = `/en/case/${number}/erase`;
  assert.equal(
    (await browser.send(await browser.open(url), url, {})).status,
    422,
    "something must be chosen",
  );
  const page = await browser.send(await browser.open(url), url, { scope: "texts" });
  assert.match(page.body, /A request to erase/);
  return { filed, number };
}

const grant = (portal: TestPortal, filed: Awaited<ReturnType<typeof asked>>["filed"]) =>
  asHead(portal, filed, "appeal.erase", grantErasure);

test("nobody can decide it before the days for thinking are over", async () => {
  await withPortal(async (portal) => {
    const { filed } = await asked(portal);
    for (const day of [2, 3, 5]) {
      portal.country.clock.now = morning(2026, 11, day);
      assert.deepEqual(await grant(portal, filed), { ok: false, problem: "still-revocable" });
    }
    portal.country.clock.now = morning(2026, 11, 6);
    assert.ok((await grant(portal, filed)).ok);
    assert.deepEqual(await grant(portal, filed), { ok: false, problem: "nothing-asked" }, "once");
  });
});

test("taken back, nothing is erased, and it can be asked again", async () => {
  await withPortal(async (portal) => {
    const { filed, number } = await asked(portal);
    portal.country.clock.now = morning(2026, 11, 4);
    const browser = await browserOfApplicant(portal.server, filed);
    const url = `/en/case/${number}/keep`;
    const page = await browser.open(url);
    assert.match(page.body, /Nothing is erased before Thursday 5 November 2026 is over/);
    const kept = await browser.send(page, url, {});
    assert.match(kept.body, /The request to erase was taken back/);
    portal.country.clock.now = morning(2026, 11, 9);
    assert.deepEqual(await grant(portal, filed), { ok: false, problem: "nothing-asked" });
    const again = await browserOfApplicant(portal.server, filed);
    assert.match((await again.open(`/en/case/${number}`)).body, new RegExp(marker));
    assert.match((await again.open(`/en/case/${number}/erase`)).body, /Ask for it/);
  });
});

test("refused on a ground from the list, the applicant reads which, and everything stays", async () => {
  await withPortal(async (portal) => {
    const { filed, number } = await asked(portal);
    portal.country.clock.now = morning(2026, 11, 6);
    const refusal = { ground: "case-is-open", text: "Jogap berlensoň çözeris" } as const;
    const refused = await asHead(portal, filed, "appeal.erase", (leave, tools) =>
      refuseErasure(leave, refusal, tools),
    );
    assert.ok(refused.ok);
    const browser = await browserOfApplicant(portal.server, filed);
    const page = await browser.open(`/en/case/${number}`);
    for (const shown of [
      marker,
      "The request to erase was refused",
      "still open, and cannot be answered",
      refusal.text,
    ]) {
      assert.ok(page.body.includes(shown), shown);
    }
  });
});

test("two requests at once are one", async () => {
  await withPortal(async (portal) => {
    const { filed } = await asked(portal);
    const bearer = {
      kind: "visitor",
      opened: new Map([[Buffer.from(filed.row.tag).toString("hex"), "full" as const]]),
    } as const;
    const second = await inTransaction(portal.tools, "portal", async (tools) => {
      const leave = ask(
        bearer,
        "appeal.ask-erasure",
        await caseObjectFor(tools.transaction, bearer, filed.row),
      );
      assert.ok(leave.ok);
      return await askErasure(leave.value, ["identity"], tools);
    });
    assert.deepEqual(second, { ok: false, problem: "already-asked" });
  });
});
