import assert from "node:assert/strict";
import { test } from "node:test";
import { findCase } from "#government/cases/index.ts";
import { morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import type { FiledAppeal } from "../index.ts";
import { hiddenIn } from "../test-support/browser-samples.ts";
import { type DeskCountry, kindsOf, withDeskCountry } from "./desk-samples.ts";

function numbersIn(body: string): readonly string[] {
  return [...body.matchAll(/href="\/en\/desk\/(26-[0-9-]+)"/g)].map(([, number = ""]) => number);
}

/** Filed on 2, 9 and 13 November: due on 23 and 30 November and on 4 December. */
async function three(desk: DeskCountry): Promise<readonly [FiledAppeal, FiledAppeal, FiledAppeal]> {
  const { clock } = desk.country;
  const first = await desk.file();
  clock.now = morning(2026, 11, 9);
  const second = await desk.file();
  clock.now = morning(2026, 11, 13);
  const third = await desk.file();
  return [first, second, third];
}

test("filters show what they say, by due day, and count it", async () => {
  await withDeskCountry(async (desk) => {
    const [first, second, third] = await three(desk);
    const path = (filed: FiledAppeal) => `/en/desk/${filed.row.number}`;
    await desk.head.fill(`${path(second)}/assign`, { post: "inspector" });
    await desk.head.fill(`${path(third)}/clarify`, { reason: "place-unclear", text: "Haýsy köçe?" });
    desk.country.clock.now = morning(2026, 11, 25);
    const shown = async (query: string, who = desk.head) =>
      numbersIn((await who.get(`/en/desk${query}`)).body);
    const of = (...filed: FiledAppeal[]) => filed.map(({ row }) => row.number);
    assert.deepEqual(await shown(""), of(first, second, third));
    assert.deepEqual(await shown("?show=overdue"), of(first));
    assert.deepEqual(await shown("?show=near"), of(second));
    assert.deepEqual(await shown("?show=waiting"), of(third));
    assert.deepEqual(await shown("?show=unassigned"), of(first, third));
    assert.deepEqual(await shown("?show=mine", desk.inspector), of(second));
    assert.deepEqual(await shown("?show=mine", desk.clerk), []);
    assert.deepEqual(await shown("?kind=filed-suggestion"), []);
    assert.deepEqual(await shown("?post=inspector"), of(second));
    const page = await desk.head.get("/en/desk");
    assert.match(page.body, /Overdue \(1\)/);
    assert.match(page.body, /Due within 3 working days \(1\)/);
    assert.deepEqual(await markupProblems(page.body), []);
  });
});

test("'mine' is a question of the post: whoever holds it next finds its cases", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    await desk.head.fill(`/en/desk/${filed.row.number}/assign`, { post: "inspector" });
    await desk.country.database.owner`
      update identity.appointment set post = case post when 'inspector' then 'clerk' else 'inspector' end
      where post in ('inspector', 'clerk')`;
    assert.deepEqual(numbersIn((await desk.clerk.get("/en/desk?show=mine")).body), [filed.row.number]);
    assert.deepEqual(numbersIn((await desk.inspector.get("/en/desk?show=mine")).body), []);
    assert.equal((await desk.clerk.get(`/en/desk/${filed.row.number}/clarify`)).status, 200);
  });
});

test("filter and page are kept through an act and back", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    await desk.head.get("/en/desk?show=unassigned&kind=filed-complaint");
    const back = /href="\/en\/desk\?show=unassigned&amp;kind=filed-complaint"/;
    assert.match((await desk.head.get(path)).body, back);
    const done = await desk.head.fill(`${path}/assign`, { post: "inspector" });
    assert.match((await desk.head.get(done.location)).body, back);
    const russian = await desk.head.get(path.replace("/en/", "/ru/"));
    assert.match(russian.body, /href="\/ru\/desk\?show=unassigned&amp;kind=filed-complaint"/);
    const other = await desk.file();
    const way = { body: "ministry-of-roads", reason: "another-body-is-competent", note: "" };
    const sent = await desk.head.fill(`/en/desk/${other.row.number}/forward`, way);
    assert.equal(sent.location, "/en/desk?show=unassigned&kind=filed-complaint&done=forward");
  });
});

test("many cases are given at once: each alone, each refusal named, sent twice the same", async () => {
  await withDeskCountry(async (desk) => {
    const [one, two] = [await desk.file(), await desk.file()];
    const answered = await desk.file();
    const page = await desk.head.get("/en/desk");
    const path = `/en/desk/${answered.row.number}`;
    await desk.head.fill(`${path}/answer`, { outcome: "satisfied" });
    await desk.head.post(`${path}/answer/text`, { text: "Edildi.", law: "" });
    await desk.head.fill(`${path}/answer/check`, {});
    const form = {
      ...hiddenIn(page.body),
      to: "inspector",
      case: [one.row.number, answered.row.number, "26-0000-0000-1", two.row.number],
    };
    for (let time = 0; time < 2; time += 1) {
      const result = await desk.head.post("/en/desk/assign", form);
      assert.equal(result.status, 200);
      assert.match(result.body, /Given: 2\. Post: Inspector/);
      assert.match(result.body, /Not given: 2/);
      assert.match(
        result.body,
        new RegExp(`${answered.row.number}</a>: As the case stands now, this is not possible`),
      );
      assert.match(result.body, /26-0000-0000-1<\/a>: There is no such case/);
      assert.deepEqual(await markupProblems(result.body), []);
    }
    for (const filed of [one, two]) {
      assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint", "assigned"]);
      assert.equal((await findCase(desk.tools.desk, filed.row.tag))?.officialPost, "inspector");
    }
    const nothing = await desk.head.post("/en/desk/assign", { ...form, case: [] });
    assert.equal(nothing.status, 422);
    assert.match(nothing.body, /Tick at least one case/);
    const kept = await desk.head.post("/en/desk/assign", { ...form, to: "" });
    assert.match(kept.body, new RegExp(`value="${one.row.number}"[^>]* checked`));
    assert.doesNotMatch((await desk.inspector.get("/en/desk")).body, /Give the chosen cases/);
    const forged = await desk.inspector.post("/en/desk/assign", form);
    assert.equal(forged.status, 422);
    assert.match(forged.body, /This needs another office/);
  });
});

test("whoever the complaint names gets no case through the bar either", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    await desk.country.database.owner`
      insert into sealed.complained_of (case_tag, body, post)
      values (${filed.row.tag}, ${filed.row.holderBody}, 'inspector')`;
    const form = {
      ...hiddenIn((await desk.head.get("/en/desk")).body),
      to: "inspector",
      case: filed.row.number,
    };
    const result = await desk.head.post("/en/desk/assign", form);
    assert.equal(result.status, 422);
    assert.match(result.body, /The complaint is about this post/);
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint"]);
  });
});

test("what was passed on is a stub: that it was, to whom, who holds it, and not a word of it", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    const due = filed.row.due;
    const way = { body: "ministry-of-roads", reason: "another-body-is-competent", note: "Ýol işi" };
    await desk.head.fill(`${path}/forward`, way);
    assert.equal((await findCase(desk.tools.desk, filed.row.tag))?.due, due, "the clock does not begin anew");
    assert.match((await desk.head.get("/en/desk?show=forwarded")).body, new RegExp(filed.row.number));
    const stub = await desk.head.get(path);
    assert.equal(stub.status, 200);
    assert.match(stub.body, /This body has passed this case on/);
    assert.match(stub.body, /ministry-of-springs → ministry-of-roads/);
    assert.doesNotMatch(stub.body, /Obada|Nusga|Ýol işi|<form/);
    assert.deepEqual(await markupProblems(stub.body), []);
    for (const page of ["/assign", "/answer", "/merge", "/refusal"]) {
      assert.equal((await desk.head.get(`${path}${page}`)).status, 404, page);
    }
    assert.equal((await desk.head.post(`${path}/open`, {})).status, 404);
    const back = { body: "ministry-of-springs", reason: "another-place-is-competent", note: "" };
    desk.country.clock.now = morning(2026, 11, 3);
    await desk.foreigner.fill(`${path}/forward`, back);
    const again = await desk.head.get(path);
    assert.match(again.body, /Sent on 2 times/);
    assert.equal((await findCase(desk.tools.desk, filed.row.tag))?.due, due);
  });
});
