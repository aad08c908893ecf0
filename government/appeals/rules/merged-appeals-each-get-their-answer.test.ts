import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccountId } from "#platform/authority/actor.ts";
import { morning } from "#tests/country/small-country.ts";
import { type DeskCountry, kindsOf, withDeskCountry } from "../desk/desk-samples.ts";
import type { FiledAppeal } from "../index.ts";
import { type Browser, formAt } from "../test-support/browser-samples.ts";

function pathOf({ row }: FiledAppeal): string {
  return `/en/desk/${row.number}`;
}

/** The head merges one into another through the page that proposes it. */
async function merge(head: Browser, one: FiledAppeal, into: FiledAppeal) {
  const page = await head.get(`${pathOf(one)}/merge`);
  const form = page.body.split("<form ").find((text) => text.includes(`value="${into.row.number}"`));
  assert.ok(form, "the page proposes it");
  const key = /name="form-key" value="([^"]*)"/.exec(form)?.[1] ?? "";
  return await head.post(`${pathOf(one)}/merge`, { "form-key": key, into: into.row.number });
}

async function answer(browser: Browser, filed: FiledAppeal, outcome: string): Promise<void> {
  const path = pathOf(filed);
  await browser.fill(`${path}/answer`, { outcome });
  const grounds = outcome === "satisfied" ? {} : { grounds: "in-court", unheard: "danger-in-delay" };
  await browser.post(`${path}/answer/text`, { text: "Gaz berildi.", law: "art. 76", ...grounds });
  await browser.fill(`${path}/answer/check`, {});
}

async function openTexts(browser: Browser, filed: FiledAppeal): Promise<void> {
  const path = pathOf(filed);
  await browser.post(`${path}/open`, formAt((await browser.get(path)).body, `${path}/open`));
}

async function repliesOf({ country }: DeskCountry, { row: { tag } }: FiledAppeal) {
  return await country.database.worker<{ name: string; bytes: Uint8Array }[]>`
    select part.name, part.bytes from record.act join record.part using (subject, act_id)
    where case_tag = ${tag} and kind in ('answered', 'refused') order by position`;
}

test("one answer in the main case is an act of its own in each of the merged ones, each signed for itself", async () => {
  await withDeskCountry(async (desk) => {
    const [main, one, other] = [await desk.file(), await desk.file(), await desk.file()];
    assert.ok(main && one && other);
    for (const duplicate of [one, other]) {
      assert.equal((await merge(desk.head, duplicate, main)).location, `${pathOf(duplicate)}?done=merge`);
      assert.deepEqual(await kindsOf(desk, duplicate), ["filed-complaint", "merged"]);
    }
    assert.match((await desk.head.get(pathOf(main))).body, /Merged into this appeal/);
    assert.match((await desk.head.get(pathOf(one))).body, /It still gets its own answer/);
    await answer(desk.head, main, "satisfied");
    assert.deepEqual(await kindsOf(desk, main), ["filed-complaint", "answered"]);
    const [first, second] = [await repliesOf(desk, one), await repliesOf(desk, other)];
    for (const [duplicate, parts] of [
      [one, first],
      [other, second],
    ] as const) {
      assert.deepEqual(await kindsOf(desk, duplicate), ["filed-complaint", "merged", "answered"]);
      const text = parts.find(({ name }) => name === "parties");
      assert.match(Buffer.from(text?.bytes ?? []).toString(), /Gaz berildi\./);
    }
    const signature = (parts: typeof first) => parts.find(({ name }) => name === "signature")?.bytes;
    assert.notDeepEqual(signature(first), signature(second), "a signature is over the case's own tag");
  });
});

test("a refusal of the main case needs its second person once, and reaches each merged case with the approval", async () => {
  await withDeskCountry(async (desk) => {
    const [main, one] = [await desk.file(), await desk.file()];
    await merge(desk.head, one, main);
    // Heard in the main case: neither refusal has to say why there was no hearing.
    await desk.head.fill(`${pathOf(main)}/hearing`, { on: "2026-11-05", text: "Ret ederis." });
    desk.country.clock.now = morning(2026, 11, 5);
    await answer(desk.head, main, "refused");
    assert.deepEqual(await kindsOf(desk, main), ["filed-complaint", "hearing-announced"]);
    await openTexts(desk.clerk, main);
    const path = pathOf(main);
    const page = await desk.clerk.get(`${path}/refusal`);
    await desk.clerk.post(`${path}/refusal/approve`, formAt(page.body, `${path}/refusal/approve`));
    assert.deepEqual(await kindsOf(desk, main), ["filed-complaint", "hearing-announced", "refused"]);
    assert.deepEqual(await kindsOf(desk, one), ["filed-complaint", "merged", "refused"]);
    const approvals = await desk.country.database.owner`select digest from cases.approval`;
    assert.equal(approvals.length, 2);
  });
});

test("a merged case is answered alone when its main case goes another way", async () => {
  await withDeskCountry(async (desk) => {
    const [main, one] = [await desk.file(), await desk.file()];
    await merge(desk.head, one, main);
    const way = { body: "ministry-of-roads", reason: "another-body-is-competent", note: "" };
    const forwarded = await desk.head.fill(`${pathOf(main)}/forward`, way);
    assert.equal(forwarded.status, 422);
    assert.match(forwarded.body, /Other appeals were merged into this one/);
    await answer(desk.head, one, "satisfied");
    assert.deepEqual(await kindsOf(desk, one), ["filed-complaint", "merged", "answered"]);
    await answer(desk.head, main, "satisfied");
    assert.deepEqual(
      await kindsOf(desk, one),
      ["filed-complaint", "merged", "answered"],
      "one reply is enough",
    );
    assert.deepEqual(await kindsOf(desk, main), ["filed-complaint", "answered"]);
  });
});

test("nobody waits longer because of a merging, and only the head merges", async () => {
  await withDeskCountry(async (desk) => {
    const early = await desk.file();
    desk.country.clock.now = morning(2026, 11, 6);
    const late = await desk.file();
    const page = await desk.head.get(`${pathOf(early)}/merge`);
    assert.match(page.body, /Merge that one into this/);
    assert.doesNotMatch(page.body, /<form [^>]*\/merge"/);
    const key = /name="form-key" value="([^"]*)"/.exec((await desk.head.get(pathOf(early))).body)?.[1] ?? "";
    const forced = await desk.head.post(`${pathOf(early)}/merge`, {
      "form-key": key,
      into: late.row.number,
    });
    assert.equal(forced.status, 422);
    assert.match(forced.body, /nobody may wait longer because of a merging/);
    const self = await desk.head.get(`${pathOf(late)}/merge`);
    const again = /name="form-key" value="([^"]*)"/.exec(self.body)?.[1] ?? "";
    const same = await desk.head.post(`${pathOf(late)}/merge`, { "form-key": again, into: late.row.number });
    assert.match(same.body, /This is the same appeal/);
    assert.equal((await desk.inspector.get(`${pathOf(late)}/merge`)).status, 403);
    assert.equal((await merge(desk.head, late, early)).location, `${pathOf(late)}?done=merge`);
  });
});

test("repeats are found without a word or a name; of a sealed case nobody learns whose it is", async () => {
  await withDeskCountry(async (desk) => {
    const account: AccountId = desk.accounts.citizen;
    const shown = await desk.file({ account });
    const alsoShown = await desk.file({ account });
    const sealed = await desk.file({ account, identityShown: false });
    const page = await desk.head.get(`${pathOf(shown)}/merge`);
    assert.doesNotMatch(page.body, /Obada|Nusga/, "numbers and days alone");
    const rowOf = (number: string) => page.body.split("<tr>").find((row) => row.includes(number)) ?? "";
    assert.match(rowOf(alsoShown.row.number), /same applicant/);
    assert.match(rowOf(sealed.row.number), /100 %/);
    assert.doesNotMatch(rowOf(sealed.row.number), /same applicant/);
    const bySealed = await desk.head.get(`${pathOf(sealed)}/merge`);
    assert.doesNotMatch(bySealed.body, /same applicant/);
  });
});
