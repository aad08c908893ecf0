import assert from "node:assert/strict";
import { test } from "node:test";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { withDeskCountry } from "./desk-samples.ts";

test("a number leads to its case at this desk, and of any other number a desk learns nothing", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const { number } = filed.row;
    const found = await desk.head.get(`/en/desk/find?number=${number}`);
    assert.equal(found.location, `/en/desk/${number}`);
    assert.match((await desk.head.get("/en/desk")).body, /action="\/en\/desk\/find"/);
    const elsewhere = await desk.foreigner.get(`/en/desk/find?number=${number}`);
    const nobodys = await desk.foreigner.get("/en/desk/find?number=26-0000-0000-0");
    for (const page of [elsewhere, nobodys]) assert.equal(page.status, 422);
    assert.match(elsewhere.body, /No case of this number lies at your desk/);
    const mistyped = await desk.head.get("/en/desk/find?number=26-47");
    assert.match(mistyped.body, /Check its digits/);
    assert.match(mistyped.body, /value="26-47"/, "what was typed is kept");
    assert.deepEqual(await markupProblems(mistyped.body), []);
    assert.match((await desk.visitor.get("/en/desk/find")).location, /\/en\/sign-in/);
  });
});
