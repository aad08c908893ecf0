import assert from "node:assert/strict";
import { test } from "node:test";
import { escalateCases } from "#government/cases/index.ts";
import { ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { type DeskCountry, withDeskCountry } from "./desk-samples.ts";

async function raise({ country }: DeskCountry): Promise<void> {
  for (const body of [ministry, otherMinistry]) {
    await country.inTransaction(country.database.worker, (tools) => escalateCases(tools, body));
  }
}

test("the head sees the workload of each post and what was raised, with its step", async () => {
  await withDeskCountry(async (desk) => {
    const early = await desk.file();
    desk.country.clock.now = morning(2026, 11, 9);
    const later = await desk.file();
    await desk.head.fill(`/en/desk/${later.row.number}/assign`, { post: "inspector" });
    desk.country.clock.now = morning(2026, 11, 25);
    await raise(desk);
    const page = await desk.head.get("/en/desk/overview");
    assert.match(page.body, /<dt>Overdue<\/dt><dd>1<\/dd>/);
    assert.match(page.body, /charged to the head/);
    const rowOf = (text: string) => page.body.split("<tr>").find((row) => row.includes(text)) ?? "";
    assert.match(rowOf(early.row.number), /The deadline has passed/);
    assert.match(rowOf(later.row.number), /At most three working days are left/);
    assert.match(rowOf('post=inspector"'), />1</);
    assert.deepEqual(await markupProblems(page.body), []);
    const official = await desk.inspector.get("/en/desk/overview");
    assert.equal(official.status, 200);
    assert.doesNotMatch(official.body, /charged to the head/, "what a head answers for is the head's");
  });
});

test("the controller sees figures and raised cases of the bodies below: no text, no name, no desk", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    desk.country.clock.now = morning(2026, 11, 25);
    await raise(desk);
    const page = await desk.controller.get("/en/desk/oversight");
    assert.equal(page.status, 200);
    const row = page.body.split("<tr>").find((text) => text.includes("ministry-of-springs")) ?? "";
    assert.match(row, /<td class="n">1<\/td>/);
    assert.match(page.body, new RegExp(filed.row.number));
    assert.doesNotMatch(page.body, /Obada|Nusga/);
    assert.deepEqual(await markupProblems(page.body), []);
    assert.equal((await desk.controller.get("/en/desk")).status, 403);
    assert.equal((await desk.controller.get(`/en/desk/${filed.row.number}`)).status, 403);
    for (const other of [desk.head, desk.inspector, desk.citizen, desk.foreigner]) {
      assert.equal((await other.get("/en/desk/oversight")).status, 403);
    }
    assert.match((await desk.visitor.get("/en/desk/oversight")).location, /\/en\/sign-in/);
  });
});
