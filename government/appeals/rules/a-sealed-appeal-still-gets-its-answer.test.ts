import assert from "node:assert/strict";
import { test } from "node:test";
import { morning } from "#tests/country/small-country.ts";
import { recordReading } from "../open-at-desk.ts";
import { browserAt, browserOfApplicant } from "../test-support/browser.ts";
import { asHead, assign, fileOne, satisfy } from "../test-support/cases.ts";
import { asOutsider } from "../test-support/outsider.ts";
import { withPortal } from "../test-support/portal.ts";

const name = "Lälegülzar";
const replyText = "Gaz 12-nji dekabrda berler";

test("whoever sealed their name reads the answer with the secret and proves it; no desk learns who they are", async () => {
  await withPortal(async (portal) => {
    // Text and name are the same word here: only where texts are open may it be found.
    const filed = await fileOne(portal, { text: name, isSealed: true });
    const { number } = filed.row;
    await assign(portal, filed);
    await asHead(portal, filed, "appeal.open-at-desk", recordReading);
    portal.country.clock.now = morning(2026, 11, 10);
    await satisfy(portal, filed, replyText);
    await portal.sequence();

    const { desk } = portal.country.database;
    await assert.rejects(desk`select * from sealed.part`, /permission denied/);
    await assert.rejects(desk`select * from sealed.applicant`, /permission denied/);

    const status = browserAt(portal.server);
    const page = await status.post("/en/case", { number, code: filed.statusCode });
    assert.match(page.body, /Answered/);
    assert.ok(!page.body.includes(replyText), "the status code tells that it came, not what it says");

    const applicant = await browserOfApplicant(portal.server, filed);
    const own = await applicant.open(`/en/case/${number}`);
    assert.ok(own.body.includes(replyText));
    assert.match(own.body, /What was asked is granted/);
    const opening = await applicant.post(`/en/case/${number}/act/3/opening`, {});
    await asOutsider(portal, async ({ aydyn, mirror, policy, write }) => {
      const receipt = write("answer.json", opening.body);
      const held = await aydyn("verify", "receipt", receipt, "--against", mirror, "--policy", policy);
      assert.equal(held.code, 0, held.said);
      assert.match(held.said, /ministry-of-springs/, "signed by the body itself");
    });
  });
});
