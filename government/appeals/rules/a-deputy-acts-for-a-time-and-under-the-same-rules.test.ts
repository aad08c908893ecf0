import assert from "node:assert/strict";
import { test } from "node:test";
import { ministry, morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { type DeskCountry, withDeskCountry } from "../desk/desk-samples.ts";
import type { FiledAppeal } from "../index.ts";
import { type Browser, formAt, hiddenIn } from "../test-support/browser-samples.ts";

const period = { post: "inspector", deputy: "clerk", from: "2026-11-03", through: "2026-11-10" };

async function assigned(desk: DeskCountry): Promise<{ filed: FiledAppeal; path: string }> {
  const filed = await desk.file();
  const path = `/en/desk/${filed.row.number}`;
  await desk.head.fill(`${path}/assign`, { post: "inspector" });
  return { filed, path };
}

async function handOver(browser: Browser, fields: Record<string, string> = {}) {
  const page = await browser.get("/en/desk/handover");
  const form = formAt(page.body, "/en/desk/handover");
  return await browser.post("/en/desk/handover", { ...form, ...period, ...fields });
}

test("in the days that were set the deputy handles the cases, under the deputy's own post; before and after not", async () => {
  await withDeskCountry(async (desk) => {
    const { filed, path } = await assigned(desk);
    assert.equal((await handOver(desk.inspector)).location, "/en/desk/handover");
    assert.equal((await desk.clerk.get(`${path}/clarify`)).status, 403, "not before the first day");
    desk.country.clock.now = morning(2026, 11, 4);
    const page = await desk.clerk.get(path);
    assert.match(page.body, /You act for: Inspector, through 10 November 2026/);
    assert.deepEqual(await markupProblems(page.body), []);
    assert.match((await desk.clerk.get("/en/desk?show=mine")).body, new RegExp(filed.row.number));
    const question = { reason: "place-unclear", text: "Haýsy köçe?" };
    assert.equal((await desk.clerk.fill(`${path}/clarify`, question)).location, `${path}?done=clarify`);
    const [act] = await desk.country.database.worker<{ actor: string }[]>`
      select actor from record.act where case_tag = ${filed.row.tag} and kind = 'clarification-asked'`;
    assert.equal(act?.actor, "post:clerk");
    assert.equal((await desk.inspector.get(path)).status, 200, "who is away may still look in");
    desk.country.clock.now = morning(2026, 11, 11);
    assert.equal((await desk.clerk.get(`${path}/clarify`)).status, 403, "not after the last day");
  });
});

test("the conflict rules hold for the deputy, by their own post and by the one they stand in for", async () => {
  await withDeskCountry(async (desk) => {
    const own = await assigned(desk);
    const other = await assigned(desk);
    await handOver(desk.inspector);
    desk.country.clock.now = morning(2026, 11, 4);
    const { owner } = desk.country.database;
    for (const [{ filed }, post] of [
      [own, "clerk"],
      [other, "inspector"],
    ] as const) {
      await owner`insert into sealed.complained_of (case_tag, body, post)
        values (${filed.row.tag}, ${filed.row.holderBody}, ${post})`;
    }
    for (const { path } of [own, other]) {
      const page = await desk.clerk.get(`${path}/clarify`);
      assert.equal(page.status, 403);
      assert.match(page.body, /This complaint names your post/);
    }
  });
});

test("the head may set and end it for an official; a colleague may not, nor a deputy hand on what is not theirs", async () => {
  await withDeskCountry(async (desk) => {
    const { path } = await assigned(desk);
    assert.equal((await handOver(desk.head, { from: "2026-11-02" })).location, "/en/desk/handover");
    assert.equal((await desk.clerk.get(`${path}/clarify`)).status, 200);
    const again = await handOver(desk.inspector, { deputy: "second" });
    assert.equal(again.status, 422);
    assert.match(again.body, /Somebody stands in for this post in these days already/);
    const further = await desk.clerk.post("/en/desk/handover", {
      ...hiddenIn((await desk.clerk.get("/en/desk/handover")).body),
      ...period,
      deputy: "second",
    });
    assert.equal(further.status, 403);
    const end = formAt((await desk.head.get("/en/desk/handover")).body, "/en/desk/handover/end");
    assert.equal((await desk.head.post("/en/desk/handover/end", end)).location, "/en/desk/handover");
    assert.equal((await desk.clerk.get(`${path}/clarify`)).status, 403);
  });
});

/** The head hands over to the clerk for the days that were set. */
async function headAway(desk: DeskCountry): Promise<void> {
  assert.equal((await handOver(desk.head, { post: "head" })).location, "/en/desk/handover");
  desk.country.clock.now = morning(2026, 11, 4);
}

async function actorsOf(desk: DeskCountry, { row }: FiledAppeal): Promise<readonly string[]> {
  const acts = await desk.country.database.worker<{ kind: string; actor: string }[]>`
    select kind, actor from record.act where case_tag = ${row.tag} order by registered`;
  return acts.map(({ kind, actor }) => `${kind} ${actor}`);
}

test("who stands in for the head does what only a head may, under both posts, and their own work under their own", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    const assign = { post: "clerk" };
    assert.equal((await desk.clerk.get(`${path}/assign`)).status, 403, "not before the first day");
    await headAway(desk);
    assert.match((await desk.clerk.get(path)).body, /You act for: Head, through 10 November 2026/);
    assert.equal((await desk.clerk.fill(`${path}/assign`, assign)).location, `${path}?done=assign`);
    const question = { reason: "place-unclear", text: "Haýsy köçe?" };
    assert.equal((await desk.clerk.fill(`${path}/clarify`, question)).location, `${path}?done=clarify`);
    assert.deepEqual(await actorsOf(desk, filed), [
      "filed-complaint applicant",
      "assigned head:clerk",
      "clarification-asked post:clerk",
    ]);
    for (const [language, words] of [
      ["en", "clerk, in place of: Head"],
      ["ru", "вместо:"],
      ["tk", "ýerine işleýän wezipesi:"],
    ] as const) {
      const page = await desk.clerk.get(path.replace("/en/", `/${language}/`));
      assert.ok(page.body.includes(words), language);
      assert.deepEqual(await markupProblems(page.body), []);
    }
    assert.equal((await handOver(desk.clerk, { post: "head" })).status, 403, "what is lent is not lent on");
    desk.country.clock.now = morning(2026, 11, 11);
    assert.equal((await desk.clerk.get(`${path}/assign`)).status, 403, "not after the last day");
  });
});

test("four eyes hold for the head's deputy: nobody stands behind a refusal that they have written", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    await desk.head.fill(`${path}/assign`, { post: "clerk" });
    await headAway(desk);
    await desk.clerk.fill(`${path}/answer`, { outcome: "refused" });
    const reply = { text: "Ýok", law: "art. 1", grounds: "facts-not-confirmed", unheard: "danger-in-delay" };
    await desk.clerk.fill(`${path}/answer/text`, reply);
    await desk.clerk.fill(`${path}/answer/check`, {});
    const [proposal] = await desk.country.database.owner<{ post: string }[]>`
      select writer_post as post from cases.proposal where verdict is null`;
    assert.equal(proposal?.post, "post:clerk", "it waits, written in the clerk's own office");
    await desk.clerk.post(`${path}/open`, formAt((await desk.clerk.get(path)).body, `${path}/open`));
    const page = await desk.clerk.get(`${path}/refusal`);
    assert.match(page.body, /Who wrote it does not approve it/);
    assert.doesNotMatch(page.body, /refusal\/approve/);
    const read = await desk.inspector.get(path);
    await desk.inspector.post(`${path}/open`, formAt(read.body, `${path}/open`));
    assert.match((await desk.inspector.get(`${path}/refusal`)).body, /refusal\/approve/);
  });
});

test("the conflict rules hold for the head's deputy too, by either post", async () => {
  await withDeskCountry(async (desk) => {
    const filed = [await desk.file(), await desk.file()];
    await headAway(desk);
    const { owner } = desk.country.database;
    for (const [at, post] of ["clerk", "head"].entries()) {
      const row = filed[at]?.row;
      assert.ok(row);
      await owner`insert into sealed.complained_of (case_tag, body, post)
        values (${row.tag}, ${row.holderBody}, ${post})`;
      const page = await desk.clerk.get(`/en/desk/${row.number}/assign`);
      assert.equal(page.status, 403);
      assert.match(page.body, /This complaint names your post/);
    }
  });
});

test("where nobody is head the head above says who acts, and nobody else does", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}/assign`;
    const title = /Heads&#39; posts that nobody holds|Heads' posts that nobody holds/;
    assert.doesNotMatch((await desk.cabinetHead.get("/en/desk/handover")).body, title);
    await desk.country.database.owner`
      update identity.appointment set until_at = ${desk.country.clock.now} where body = ${ministry} and role = 'head'`;
    const page = await desk.cabinetHead.get("/en/desk/handover");
    assert.match(page.body, title);
    assert.deepEqual(await markupProblems(page.body), []);
    assert.doesNotMatch((await desk.foreigner.get("/en/desk/handover")).body, title);
    const form = formAt(page.body, "/en/desk/handover/vacant");
    const days = { vacantFrom: "2026-11-02", vacantThrough: "2026-11-10" };
    const wrong = await desk.cabinetHead.post("/en/desk/handover/vacant", {
      ...form,
      ...days,
      vacantDeputy: "ministry-of-springs.clerk",
      vacantFrom: "soon",
    });
    assert.equal(wrong.status, 422);
    assert.deepEqual(await markupProblems(wrong.body), []);
    const choice = { ...form, ...days, vacantDeputy: "ministry-of-springs.clerk" };
    assert.equal((await desk.clerk.get(path)).status, 403);
    assert.equal((await desk.foreigner.post("/en/desk/handover/vacant", choice)).status, 404);
    const done = await desk.cabinetHead.post("/en/desk/handover/vacant", choice);
    assert.equal(done.location, "/en/desk/handover");
    assert.equal((await desk.clerk.fill(path, { post: "inspector" })).status, 303);
    assert.deepEqual((await actorsOf(desk, filed)).at(-1), "assigned head:clerk");
  });
});

test("what cannot be is refused in words, and what was typed stays", async () => {
  await withDeskCountry(async (desk) => {
    const tries = [
      [{ from: "2026-10-01" }, /The days do not fit/],
      [{ through: "2027-11-10" }, /120 days at most/],
      [{ deputy: "inspector" }, /cannot stand in for itself/],
      [{ deputy: "head" }, /not possible any more/],
      [{ from: "soon" }, /Write the day like this/],
    ] as const;
    for (const [fields, words] of tries) {
      const tried = await handOver(desk.inspector, fields);
      assert.equal(tried.status, 422);
      assert.match(tried.body, words);
      assert.deepEqual(await markupProblems(tried.body), []);
    }
    await handOver(desk.head, { post: "clerk", deputy: "second" });
    const both = await handOver(desk.inspector);
    assert.match(both.body, /That post is away in these days too/);
  });
});
