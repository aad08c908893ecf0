import assert from "node:assert/strict";
import { test } from "node:test";
import type { FiledAppeal } from "../index.ts";
import { hiddenIn } from "../test-support/browser-samples.ts";
import { kindsOf, withDeskCountry } from "./desk-samples.ts";

function pathOf(filed: FiledAppeal): string {
  return `/en/desk/${filed.row.number}`;
}

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
