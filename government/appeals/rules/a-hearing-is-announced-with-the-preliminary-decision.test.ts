import assert from "node:assert/strict";
import { test } from "node:test";
import { viewCase } from "#government/cases/index.ts";
import { translator } from "#platform/language/texts.ts";
import { morning } from "#tests/country/small-country.ts";
import { textIn } from "../citizen/case-act-pages.ts";
import { kindsOf, withDeskCountry } from "../desk/desk-samples.ts";
import { formAt } from "../test-support/browser-samples.ts";

const draft = "Edara ret etmekçi: tassyklanmady. Sagat 10, 4-nji otag.";

test("at least three working days before, with the draft as a text of its own; the applicant reads day, place and draft", async () => {
  await withDeskCountry(async (desk) => {
    desk.country.clock.now = morning(2026, 11, 13);
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    desk.country.clock.now = morning(2026, 11, 19);
    const page = await desk.head.get(`${path}/hearing`);
    assert.match(page.body, /earliest day: Tuesday 24 November 2026/);
    const place = '<span lang="tk">Çynar</span>';
    assert.ok(page.body.includes(`Place: ${place}`), "the place is in the language of the appeal");
    const tooSoon = await desk.head.fill(`${path}/hearing`, { on: "2026-11-23", text: draft });
    assert.equal(tooSoon.status, 422);
    assert.match(tooSoon.body, /The applicant would have too little time/);
    assert.match(tooSoon.body, /Edara ret etmekçi/, "what was typed is kept");
    for (const [on, words] of [
      ["2026-11-28", /That is a day off/],
      ["2026-12-07", /The answer is due before that/],
      ["soon", /Write the day like this/],
    ] as const) {
      assert.match((await desk.head.fill(`${path}/hearing`, { on, text: draft })).body, words);
    }
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint"]);
    const announced = await desk.head.fill(`${path}/hearing`, { on: "2026-11-24", text: draft });
    assert.equal(announced.location, `${path}?done=hearing`);
    await desk.head.post(`${path}/open`, formAt((await desk.head.get(path)).body, `${path}/open`));
    assert.ok((await desk.head.get(path)).body.includes(place), "and so it is read out, whatever the page's");
    const { tools } = desk;
    const parameters = await tools.parametersReader.read(tools.portal);
    const view = await viewCase(tools.portal, { kind: "applicant" }, filed.row, parameters, tools.now());
    const act = view.acts.at(-1);
    assert.deepEqual(
      act?.details,
      { on: "2026-11-24", place: "Çynar" },
      "nothing but a day and an address is public",
    );
    assert.equal(textIn(act?.texts ?? null, "text"), draft);
    assert.equal(view.due, filed.row.due, "a hearing moves no day");
    assert.match(translator("en")("act-hearing-answer"), /answer in writing/);
    const outside = await viewCase(
      tools.portal,
      { kind: "status-holder" },
      filed.row,
      parameters,
      tools.now(),
    );
    assert.equal(outside.acts.at(-1)?.texts, null);
  });
});

test("only who handles the case announces a hearing", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}/hearing`;
    assert.equal((await desk.inspector.get(path)).status, 403);
    assert.equal((await desk.foreigner.get(path)).status, 404);
  });
});
