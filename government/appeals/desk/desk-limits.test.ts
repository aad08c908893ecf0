import assert from "node:assert/strict";
import { test } from "node:test";
import { morning } from "#tests/country/small-country.ts";
import type { FiledAppeal } from "../index.ts";
import { hiddenIn } from "../test-support/browser-samples.ts";
import { kindsOf, withDeskCountry } from "./desk-samples.ts";

function pathOf(filed: FiledAppeal): string {
  return `/en/desk/${filed.row.number}`;
}

test("forwarding too late is not offered, and refused with the last day", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file());
    const form = await desk.head.get(`${path}/forward`);
    desk.country.clock.now = morning(2026, 11, 6);
    const page = await desk.head.get(path);
    assert.doesNotMatch(page.body, new RegExp(`href="${path}/forward"`));
    const fields = { body: "ministry-of-roads", reason: "another-body-is-competent", note: "" };
    const tried = await desk.head.post(`${path}/forward`, { ...hiddenIn(form.body), ...fields });
    for (const { status, body } of [tried, await desk.head.get(`${path}/forward`)]) {
      assert.equal(status, 422);
      assert.match(body, /It is too late to forward it\. The last day was Thursday 5 November 2026/);
    }
    assert.match(page.body, /It is too late to forward it/);
  });
});

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

test("only the head gives cases away, and only to posts whose holders can handle them", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file());
    const form = await desk.head.get(`${path}/assign`);
    assert.match(form.body, /Barlag Barlagow/);
    assert.match(form.body, /value="clerk"/);
    const stranger = await desk.head.post(`${path}/assign`, { ...hiddenIn(form.body), post: "nobody" });
    assert.equal(stranger.status, 422);
    assert.match(stranger.body, /What you chose is not possible any more/);
    assert.match((await desk.head.fill(`${path}/assign`, {})).body, /href="#post">Choose a post/);
    assert.equal((await desk.head.fill(`${path}/assign`, { post: "clerk" })).location, `${path}?done=assign`);
    assert.equal((await desk.clerk.get(`${path}/clarify`)).status, 200);
    const forbidden = await desk.clerk.get(`${path}/extend`);
    assert.equal(forbidden.status, 403);
    assert.match(forbidden.body, /This needs another office/);
    await desk.head.fill(`${path}/assign`, { post: "inspector" });
    assert.equal((await desk.clerk.get(`${path}/clarify`)).status, 403);
  });
});

test("the same form is one act; with other words it is refused; too old or foreign it is shown again", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = pathOf(filed);
    const form = hiddenIn((await desk.head.get(`${path}/clarify`)).body);
    const question = { ...form, reason: "time-unclear", text: "Haçandan bäri?" };
    for (let time = 0; time < 3; time += 1) {
      assert.equal((await desk.head.post(`${path}/clarify`, question)).location, `${path}?done=clarify`);
    }
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint", "clarification-asked"]);
    const fresh = pathOf(await desk.file());
    const other = await desk.head.post(`${fresh}/clarify`, { ...question, text: "Başga sorag" });
    assert.equal(other.status, 422);
    assert.match(other.body, /This form was sent before with other content/);
    assert.match(other.body, /Başga sorag/);
    const foreign = await desk.head.post(`${fresh}/clarify`, { ...question, "form-key": "x".repeat(32) });
    assert.match(foreign.body, /The page is too old\. Everything is still here/);
  });
});
