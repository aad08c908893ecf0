import assert from "node:assert/strict";
import { test } from "node:test";
import { withdrawalCodeFrom } from "#government/cases/index.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { morning } from "#tests/country/small-country.ts";
import { caseCodeKeys } from "../case-codes.ts";
import { guessLimits } from "../guess-limits.ts";
import { browserAt, browserOfApplicant } from "../test-support/browser.ts";
import { assign, fileOne, fileWithKey, refuse } from "../test-support/cases.ts";
import { withPortal } from "../test-support/portal.ts";

const formKey = "the key of one form";

test("neither the secret nor the account withdraws an appeal: only the code drawn for it does, once", async () => {
  await withPortal(async (portal) => {
    const filed = await fileWithKey(portal, formKey);
    const { number } = filed.row;
    const code = withdrawalCodeFrom(caseCodeKeys(portal.tools.serverKey, formKey).withdrawalKey);
    const browser = browserAt(portal.server);
    await browser.post("/en/case", { number, code: filed.secret });
    const url = `/en/case/${number}/withdraw`;
    const form = await browser.open(url);
    assert.match(form.body, /Nobody may press you/);
    for (const [wrong, says] of [
      ["", "Fill in"],
      [filed.secret, "The secret and the status code are other codes"],
      [filed.statusCode, "The secret and the status code are other codes"],
      ["0000-0000-0000", "This is not the withdrawal code of this appeal"],
    ] as const) {
      const refused = await browser.send(form, url, { code: wrong });
      assert.equal(refused.status, 422, wrong);
      if (says !== "Fill in") assert.match(refused.body, new RegExp(says));
      assert.match(String(refused.headers["cache-control"]), /no-store/);
    }
    assert.doesNotMatch((await browser.open(`/en/case/${number}`)).body, /Withdrawn by the applicant/);

    const typed = code.toLowerCase().replaceAll("-", " ");
    const withdrawn = await browser.send(form, url, { code: typed });
    assert.equal(withdrawn.url, `/en/case/${number}`);
    assert.match(withdrawn.body, /Withdrawn by the applicant/);
    const again = await browser.send(form, url, { code: typed });
    assert.equal([...again.body.matchAll(/Withdrawn by the applicant/g)].length, 1, "sent twice, done once");
    const dump = await dumpOf(portal.country.database.owner);
    for (const text of [code, code.replaceAll("-", "")]) {
      assert.ok(!dump.includes(text), "the database keeps no code");
      assert.ok(!portal.logged.join("\n").includes(text), "nor does a log");
    }
    assert.ok(!browser.addresses.join("\n").includes(code));
  });
});

test("guesses at a withdrawal code are counted, and the right one no longer helps a guesser", async () => {
  await withPortal(async (portal) => {
    const filed = await fileWithKey(portal, formKey);
    const { number } = filed.row;
    const code = withdrawalCodeFrom(caseCodeKeys(portal.tools.serverKey, formKey).withdrawalKey);
    const browser = browserAt(portal.server);
    await browser.post("/en/case", { number, code: filed.secret });
    const url = `/en/case/${number}/withdraw`;
    const { attemptsMax, windowMs } = guessLimits.withdrawalOfCase;
    for (let guess = 0; guess < attemptsMax; guess += 1) {
      const form = await browser.open(url);
      const wrong = await browser.send(form, url, { code: `0000-0000-00${10 + guess}` });
      assert.equal(wrong.status, 422);
    }
    assert.equal((await browser.send(await browser.open(url), url, { code })).status, 429);
    portal.country.clock.now += windowMs;
    const again = await browserOfApplicant(portal.server, filed);
    const later = await again.send(await again.open(url), url, { code });
    assert.match(later.body, /Withdrawn by the applicant/);
  });
});

test("an appeal that was filed without such a code says so, and is not withdrawn", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "kodsuz", withoutWithdrawalCode: true });
    const { number } = filed.row;
    const browser = browserAt(portal.server);
    await browser.post("/en/case", { number, code: filed.secret });
    const page = await browser.open(`/en/case/${number}/withdraw`);
    assert.equal(page.status, 200);
    assert.match(page.body, /This appeal has no withdrawal code/);
    assert.doesNotMatch(page.body, /name="code"/);
    const forced = await browser.post(`/en/case/${number}/withdraw`, { code: "0000-0000-0000" });
    assert.notEqual(forced.status, 303);
    assert.doesNotMatch((await browser.open(`/en/case/${number}`)).body, /Withdrawn by the applicant/);
  });
});

test("a closed appeal cannot be withdrawn, so that an answer cannot be made to vanish", async () => {
  await withPortal(async (portal) => {
    const filed = await fileWithKey(portal, formKey);
    await assign(portal, filed);
    portal.country.clock.now = morning(2026, 11, 9);
    await refuse(portal, filed, "Ýok");
    const { number } = filed.row;
    const browser = browserAt(portal.server);
    await browser.post("/en/case", { number, code: filed.secret });
    assert.equal((await browser.open(`/en/case/${number}/withdraw`)).url, `/en/case/${number}`);
  });
});
