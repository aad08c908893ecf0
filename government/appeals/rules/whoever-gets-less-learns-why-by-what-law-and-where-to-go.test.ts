import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "#platform/language/language.ts";
import { morning } from "#tests/country/small-country.ts";
import { withDeskCountry } from "../desk/desk-samples.ts";
import { browserOfApplicant } from "../test-support/browser.ts";
import { assign, fileOne, refuse } from "../test-support/cases.ts";
import { withPortal } from "../test-support/portal.ts";

/** Administrative code: a decision that gives less than was asked names its ground, the article and the remedies. */
test("no reply that gives less is sent without a ground from the list and an article of law", async () => {
  await withDeskCountry(async (desk) => {
    for (const outcome of ["partly-satisfied", "refused", "explained", "terminated"]) {
      const path = `/en/desk/${(await desk.file()).row.number}`;
      await desk.head.fill(`${path}/answer`, { outcome });
      const bare = await desk.head.post(`${path}/answer/text`, { text: "Ýok.", law: "" });
      assert.equal(bare.status, 422, outcome);
      assert.match(bare.body, /href="#grounds"/, outcome);
      assert.match(bare.body, /href="#law"/, outcome);
      const invented = await desk.head.post(`${path}/answer/text`, {
        text: "Ýok.",
        law: "art. 76",
        grounds: "because-we-say-so",
      });
      assert.equal(invented.status, 422, outcome);
      assert.equal((await desk.head.get(`${path}/answer/check`)).status, 303, "nothing is there to send");
    }
  });
});

test("the applicant reads ground, article and where to go until when, in each language", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gaz ýok" });
    await assign(portal, filed);
    portal.country.clock.now = morning(2026, 11, 9);
    await refuse(portal, filed, "Tassyklanmady.");
    const browser = await browserOfApplicant(portal.server, filed);
    const words = {
      en: [/Ground/, /Law|article/i, /3 months/],
      ru: [/Основани/, /[Зз]акон|стать/, /3 месяц/],
      tk: [/[Ee]sas/, /[Kk]anun|madda/, /3 aý/],
    } as const;
    for (const language of languages) {
      const page = (await browser.open(`/${language}/case/${filed.row.number}`)).body;
      for (const word of words[language]) assert.match(page, word, language);
    }
  });
});
