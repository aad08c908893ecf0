import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { type DeskCountry, marker, withDeskCountry } from "../desk/desk-samples.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { formAt } from "../test-support/browser-samples.ts";

const sent = { orderGround: "court-order", orderScope: "texts", orderReference: "Kazyýet 12/26" };

async function ordered(desk: DeskCountry): Promise<{ filed: FiledAppeal; path: string }> {
  const filed = await desk.file();
  const path = `/en/desk/${filed.row.number}/erase`;
  const form = formAt((await desk.head.get(path)).body, `${path}/order`);
  assert.equal((await desk.head.post(`${path}/order`, { ...form, ...sent })).location, path);
  return { filed, path };
}

async function erasedActs({ country }: DeskCountry, { row }: FiledAppeal) {
  const acts = await country.database.owner<{ actor: string; approval: string | null }[]>`
    select act.actor, convert_from(part.bytes, 'UTF8') as approval
    from record.act left join record.part on part.subject = act.subject and part.act_id = act.act_id and part.name = 'approval'
    where act.case_tag = ${row.tag} and act.kind = 'erased'`;
  return [...acts];
}

test("an order erases nothing before somebody else has approved the list of parts; the act names both", async () => {
  await withDeskCountry(async (desk) => {
    const { filed, path } = await ordered(desk);
    assert.deepEqual(await erasedActs(desk, filed), []);
    const own = await desk.head.get(path);
    assert.match(own.body, /Who ordered it does not approve it/);
    assert.doesNotMatch(own.body, /erase\/approve/);
    assert.match((await desk.clerk.get(path.replace("/erase", ""))).body, /Waits for a second person/);
    for (const language of languages) {
      const page = await desk.clerk.get(path.replace("/en/", `/${language}/`));
      assert.match(page.body, /<li value="1">[^<]*: <span class="code">parties<\/span>/);
      assert.ok(!page.body.includes(marker.text) && !page.body.includes("erase/order"));
      assert.deepEqual(await markupProblems(page.body), []);
    }
    assert.equal((await desk.foreigner.get(path)).status, 404);
    const form = formAt((await desk.clerk.get(path)).body, `${path}/approve`);
    assert.equal((await desk.clerk.post(`${path}/approve`, form)).status, 303);
    const [act] = await erasedActs(desk, filed);
    assert.equal(act?.actor, "head");
    const approval: unknown = JSON.parse(act?.approval ?? "null");
    assert.deepEqual(approval, { writer: "head", approver: "post:clerk", digest: form.list });
    const left = await desk.country.database.owner`
      select 1 from record.part where subject = ${filed.row.tag} and name = 'parties' and bytes is not null
        and position(${marker.text} in convert_from(bytes, 'UTF8')) > 0`;
    assert.equal(left.length, 0);
    assert.equal((await desk.clerk.get(path)).status, 403, "nothing waits any more");
  });
});

test("what is entered meanwhile changes the list, and the old one is approved by nobody", async () => {
  await withDeskCountry(async (desk) => {
    const { filed, path } = await ordered(desk);
    const form = formAt((await desk.clerk.get(path)).body, `${path}/approve`);
    const question = { reason: "place-unclear", text: "Haýsy köçe?" };
    await desk.head.fill(`${path.replace("/erase", "")}/clarify`, question);
    assert.equal((await desk.clerk.post(`${path}/approve`, form)).status, 409);
    assert.match((await desk.clerk.get(path)).body, /the list is another one now/);
    assert.deepEqual(await erasedActs(desk, filed), []);
  });
});

test("an order that waits stands on the desk of the body, and whoever named it takes it back", async () => {
  await withDeskCountry(async (desk) => {
    const { filed, path } = await ordered(desk);
    const pages = ["/en/desk", "/en/desk?show=approve", "/en/desk/erasures"];
    for (const person of [desk.head, desk.clerk]) {
      for (const page of pages) {
        const { body } = await person.get(page);
        assert.match(body, new RegExp(`Orders to erase that wait.*href="${path}".*Head`, "s"), page);
        assert.ok(!body.includes(sent.orderReference), "what is named stands on its own page");
        assert.deepEqual(await markupProblems(body), []);
      }
    }
    assert.doesNotMatch((await desk.foreigner.get("/en/desk")).body, /Orders to erase/);
    const stale = formAt((await desk.clerk.get(path)).body, `${path}/approve`);
    assert.doesNotMatch((await desk.clerk.get(path)).body, /erase\/take-back/);
    const form = formAt((await desk.head.get(path)).body, `${path}/take-back`);
    assert.equal((await desk.clerk.post(`${path}/take-back`, form)).status, 403);
    for (const _ of ["first", "again"])
      assert.equal((await desk.head.post(`${path}/take-back`, form)).location, path);
    for (const page of pages) assert.doesNotMatch((await desk.head.get(page)).body, /Orders to erase/);
    assert.equal((await desk.clerk.post(`${path}/approve`, stale)).status, 403, "nothing waits");
    assert.deepEqual(await erasedActs(desk, filed), []);
    const [order] = await desk.country.database.owner`
      select verdict, reference from cases.erasure_order where case_tag = ${filed.row.tag}`;
    assert.deepEqual({ ...order }, { verdict: "taken-back", reference: null });
  });
});

test("an order of a body that has passed the case on is not the next one's", async () => {
  await withDeskCountry(async (desk) => {
    const { filed, path } = await ordered(desk);
    const way = { body: "ministry-of-roads", reason: "another-body-is-competent", note: "" };
    await desk.head.fill(path.replace("/erase", "/forward"), way);
    const there = await desk.foreigner.get(path);
    assert.equal(there.status, 200);
    assert.doesNotMatch(there.body, /Waits for a second person/);
    assert.deepEqual(await erasedActs(desk, filed), []);
  });
});

test("the database itself refuses an erasure by order without a second person", async () => {
  await withDeskCountry(async (desk) => {
    const { filed } = await ordered(desk);
    const { owner } = desk.country.database;
    await assert.rejects(
      owner`update cases.erasure_order set verdict = 'approved', judge = writer, judged_at = 1, act_id = order_id
        where case_tag = ${filed.row.tag}`,
      /check constraint/,
    );
    await assert.rejects(
      owner.begin(async (transaction) => {
        await transaction`
          create temporary table forged on commit drop as select * from record.act where case_tag = ${filed.row.tag}`;
        await transaction`
          update forged set act_id = gen_random_uuid(), kind = 'erased', commitment = sha256('forged')`;
        await transaction`alter table forged drop column registered`;
        const [act] = await transaction<{ act_id: string }[]>`select act_id from forged`;
        await transaction`
          insert into record.part (subject, act_id, position, name, media_type, nonce, commitment, byte_length, bytes, published)
          select subject, ${act?.act_id ?? ""}, 0, name, media_type, nonce, sha256('other'), byte_length,
            convert_to('{"ground":"court-order","scope":["texts"]}', 'UTF8'), false
          from record.part where subject = ${filed.row.tag} and name = 'public'`;
        await transaction`
          insert into record.act (subject, act_id, log, kind, body, case_tag, due, actor, at, entered_at, payload, nonce,
            commitment, publishes)
          select subject, act_id, log, kind, body, case_tag, due, actor, at, entered_at, payload, nonce, commitment,
            publishes from forged`;
      }),
      /an erasure by order without a second person/,
    );
  });
});
