import assert from "node:assert/strict";
import { test } from "node:test";
import { viewCase } from "#government/cases/index.ts";
import { morning } from "#tests/country/small-country.ts";
import { kindsOf, withDeskCountry } from "../desk/desk-samples.ts";
import type { FiledAppeal } from "../index.ts";

function pathOf(filed: FiledAppeal): string {
  return `/en/desk/${filed.row.number}`;
}

test("an extension beyond the law, before the standing day or after the deadline is refused in words", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file());
    const extend = (until: string) =>
      desk.head.fill(`${path}/extend`, { until, reason: "translation", text: "Uzyn düşündiriş." });
    assert.match((await extend("2026-11-20")).body, /The new day must be after the deadline that stands/);
    assert.match((await extend("soon")).body, /Write the day like this/);
    const beyond = await extend("2027-06-01");
    assert.equal(beyond.status, 422);
    assert.match(beyond.body, /later than the law allows\. Last day: Monday 25 January 2027/);
    assert.match(beyond.body, /Uzyn düşündiriş\./, "what was typed is kept");
    assert.equal((await extend("2026-12-18")).location, `${path}?done=extend`);
    assert.match((await desk.head.get(`${path}/extend`)).body, /has been extended before/);
    const other = pathOf(await desk.file());
    desk.country.clock.now = morning(2027, 1, 11);
    assert.match((await desk.head.get(`${other}/extend`)).body, /What has passed cannot be extended/);
    assert.match((await desk.head.get(`${other}/clarify`)).body, /The clock cannot stand still after it/);
  });
});

test("an official extends nothing, and the head only once; the applicant sees why and until when", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = pathOf(filed);
    await desk.head.fill(`${path}/assign`, { post: "inspector" });
    assert.equal((await desk.inspector.get(`${path}/extend`)).status, 403);
    const extension = { until: "2026-12-18", reason: "expert-opinion", text: "Bilermeniň netijesi gerek." };
    assert.equal((await desk.inspector.post(`${path}/extend`, extension)).status, 403);
    assert.equal((await desk.head.fill(`${path}/extend`, extension)).location, `${path}?done=extend`);
    assert.equal((await desk.head.post(`${path}/extend`, extension)).status, 422, "not a second time");
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint", "assigned", "extended"]);
    const parameters = await desk.tools.parametersReader.read(desk.tools.portal);
    const view = await viewCase(
      desk.tools.portal,
      { kind: "applicant" },
      filed.row,
      parameters,
      desk.tools.now(),
    );
    const told = view.acts.find(({ kind }) => kind === "extended");
    assert.match(JSON.stringify(told?.details), /expert-opinion.*2026-12-18|2026-12-18.*expert-opinion/);
    assert.match(JSON.stringify(told?.texts), /Bilermeniň netijesi gerek/);
  });
});
