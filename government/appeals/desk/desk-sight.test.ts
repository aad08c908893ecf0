import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays } from "#core/clock/civil-date.ts";
import { morning } from "#tests/country/small-country.ts";
import { type Browser, formAt, type Reply } from "../test-support/browser-samples.ts";
import { marker, readActs, withDeskCountry } from "./desk-samples.ts";

function pathOf(filed: { readonly row: { readonly number: string } }): string {
  return `/en/desk/${filed.row.number}`;
}

async function assign(head: Browser, path: string): Promise<void> {
  const done = await head.fill(`${path}/assign`, { post: "inspector" });
  assert.equal(done.location, `${path}?done=assign`, done.body);
}

function _open(browser: Browser, path: string, page: Reply): Promise<Reply> {
  return browser.post(`${path}/open`, formAt(page.body, `${path}/open`));
}

function shows(page: Reply): readonly string[] {
  return Object.values(marker).filter((words) => page.body.includes(words));
}

test("whoever is not signed in is led to the sign-in, and back to where they wanted to be", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    assert.equal((await desk.visitor.get("/ru/desk")).location, "/ru/sign-in?to=%2Fdesk");
    const wanted = encodeURIComponent(`/desk/${filed.row.number}`);
    assert.equal((await desk.visitor.get(pathOf(filed))).location, `/en/sign-in?to=${wanted}`);
  });
});

test("what was written when the visit ended comes back and can be sent after signing in", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file());
    const text = "A question of some length, which nobody wants to write a second time.";
    const lost = await desk.visitor.post(`${path}/clarify`, { reason: "place-unclear", text });
    assert.equal(lost.status, 403);
    const fields = formAt(lost.body, `${path}/clarify`);
    assert.equal(fields.text, text);
    const sent = await desk.head.post(`${path}/clarify`, fields);
    assert.equal(sent.location, `${path}?done=clarify`);
  });
});

test("a citizen has no desk; another body's desk does not know the case", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file({ account: desk.accounts.citizen });
    const path = pathOf(filed);
    assert.equal((await desk.citizen.get("/en/desk")).status, 403);
    assert.equal((await desk.citizen.get(path)).status, 403);
    for (const page of ["", "/assign", "/answer", "/answer/text", "/answer/check", "/forward", "/clarify"]) {
      const seen = await desk.foreigner.get(`${path}${page}`);
      assert.equal(seen.status, 404, page);
      assert.doesNotMatch(seen.body, new RegExp(filed.row.number));
    }
    for (const act of ["open", "identity", "assign", "answer/check", "forward", "extend"]) {
      assert.equal((await desk.foreigner.post(`${path}/${act}`, {})).status, 404, act);
    }
    assert.doesNotMatch((await desk.foreigner.get("/en/desk")).body, new RegExp(filed.row.number));
    assert.equal((await desk.foreigner.get("/en/desk?body=ministry-of-springs")).status, 404);
    assert.equal((await desk.head.get("/en/desk/26-0000-0000-0")).status, 404);
    assert.equal((await desk.head.get("/en/desk/nonsense")).status, 404);
  });
});

test("an official to whom a case was not given sees where it stands, and none of its words", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file());
    const page = await desk.clerk.get(path);
    assert.equal(page.status, 200);
    assert.deepEqual(shows(page), []);
    assert.match(page.body, /This case has not been given to you/);
    assert.doesNotMatch(page.body, /Give to an official|Open the texts|Open the name|>Answer</);
    // A form that was seen elsewhere does not help either.
    const headPage = await desk.head.get(path);
    for (const act of ["open", "identity"]) {
      const tried = await desk.clerk.post(`${path}/${act}`, formAt(headPage.body, `${path}/${act}`));
      assert.equal(tried.status, 403, act);
      assert.deepEqual(shows(tried), []);
    }
    for (const act of ["assign", "forward", "clarify", "extend", "answer"]) {
      assert.equal((await desk.clerk.get(`${path}/${act}`)).status, 403, act);
    }
    assert.equal(await readActs(desk), 0);
  });
});

test("whoever filed it handles it in no office", async () => {
  await withDeskCountry(async (desk) => {
    const path = pathOf(await desk.file({ account: desk.accounts.head }));
    const page = await desk.head.get(path);
    assert.match(page.body, /This is your own appeal/);
    assert.doesNotMatch(page.body, /Give to an official|Extend the deadline/);
    assert.equal((await desk.head.post(`${path}/assign`, { post: "inspector" })).status, 403);
  });
});

test("the queue is sorted by due day, says what is late and near, and names nobody", async () => {
  await withDeskCountry(async (desk) => {
    const early = await desk.file();
    desk.country.clock.now = morning(2026, 11, 6);
    const late = await desk.file({ identityShown: false });
    await assign(desk.head, pathOf(late));
    desk.country.clock.now = morning(2026, 11, 25);
    const queue = await desk.head.get("/en/desk");
    assert.equal(queue.status, 200);
    assert.deepEqual(shows(queue), []);
    assert.doesNotMatch(queue.body, /Barlagow/);
    assert.ok(queue.body.indexOf(early.row.number) < queue.body.indexOf(late.row.number));
    assert.match(queue.body, /class="tag clay">2 late/);
    assert.match(queue.body, /class="tag sun">2 left/);
    assert.match(queue.body, /All open \(2\)/);
    assert.match(queue.body, /Given to nobody \(1\)/);
    const unassigned = await desk.head.get("/en/desk?show=unassigned");
    assert.match(unassigned.body, new RegExp(early.row.number));
    assert.doesNotMatch(unassigned.body, new RegExp(late.row.number));
    const mine = await desk.head.get("/en/desk?show=mine");
    assert.match(mine.body, /No open case has been given to you/);
    assert.equal(late.row.due, addDays(early.row.due ?? late.row.filedDay, 4));
  });
});
