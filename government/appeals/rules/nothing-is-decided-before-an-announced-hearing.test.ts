import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import { announcedHearing } from "#government/cases/index.ts";
import { morning } from "#tests/country/small-country.ts";
import { type DeskCountry, kindsOf, withDeskCountry } from "../desk/desk-samples.ts";
import { isAhead } from "../hearing-ahead.ts";
import type { FiledAppeal } from "../index.ts";
import { type Browser, formAt } from "../test-support/browser-samples.ts";

const sentence = /The hearing is on Tuesday 24 November 2026\. Hear the applicant first/;
const draft = "Edara ret etmekçi: tassyklanmady.";
const groundsOf: Readonly<Record<string, string>> = { refused: "in-court", explained: "asks-for-the-law" };
const reply = { text: "Ret edilýär: tassyklanmady.", law: "art. 76" };

function pathOf({ row }: FiledAppeal): string {
  return `/en/desk/${row.number}`;
}

/** Filed on the 13th; on the 19th, nothing is announced yet. */
async function filedBefore(desk: DeskCountry): Promise<FiledAppeal> {
  desk.country.clock.now = morning(2026, 11, 13);
  const filed = await desk.file();
  desk.country.clock.now = morning(2026, 11, 19);
  return filed;
}

async function announce(desk: DeskCountry, filed: FiledAppeal, on = "2026-11-24"): Promise<void> {
  const announced = await desk.head.fill(`${pathOf(filed)}/hearing`, { on, text: draft });
  assert.equal(announced.location, `${pathOf(filed)}?done=hearing`);
}

/** Writes a reply as far as its last page, and gives the form of that. */
async function writeReply(head: Browser, filed: FiledAppeal, outcome: string) {
  const path = `${pathOf(filed)}/answer`;
  await head.fill(path, { outcome });
  const grounds = groundsOf[outcome];
  const unheard = outcome === "refused" ? { unheard: "as-applicant-stated" } : {};
  await head.post(`${path}/text`, { ...reply, ...unheard, ...(grounds === undefined ? {} : { grounds }) });
  return formAt((await head.get(`${path}/check`)).body, `${path}/check`);
}

test("whatever the outcome, a body does not close a case before the hearing; from its day on it may", async () => {
  for (const outcome of ["refused", "explained", "satisfied"]) {
    await withDeskCountry(async (desk) => {
      const filed = await filedBefore(desk);
      const path = pathOf(filed);
      // The reply is ready when the hearing is announced from another window.
      const form = await writeReply(desk.head, filed, outcome);
      await announce(desk, filed);
      const sent = await desk.head.post(`${path}/answer/check`, form);
      assert.equal(sent.status, 422);
      assert.match(sent.body, sentence);
      desk.country.clock.now = morning(2026, 11, 23);
      assert.match((await desk.head.get(`${path}/answer`)).body, sentence);
      assert.match((await desk.head.get(path)).body, sentence, "the case's page says why, too");
      assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint", "hearing-announced"]);
      desk.country.clock.now = morning(2026, 11, 24);
      const written = await desk.head.get(`${path}/answer/text`);
      assert.match(written.body, /Ret edilýär: tassyklanmady\./, "what was typed was kept");
      const done = await desk.head.fill(`${path}/answer/check`, {});
      assert.equal(done.location, `${path}?done=${outcome === "refused" ? "propose" : "answer"}`);
    });
  }
});

test("a refusal that waited when the hearing was announced is approved only after it", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await filedBefore(desk);
    const path = pathOf(filed);
    await desk.head.post(`${path}/answer/check`, await writeReply(desk.head, filed, "refused"));
    await announce(desk, filed);
    const approve = async () => {
      const page = await desk.clerk.get(path);
      // Once for each visit.
      if (page.body.includes(`action="${path}/open"`))
        await desk.clerk.post(`${path}/open`, formAt(page.body, `${path}/open`));
      const form = formAt((await desk.clerk.get(`${path}/refusal`)).body, `${path}/refusal/approve`);
      return await desk.clerk.post(`${path}/refusal/approve`, form);
    };
    const early = await approve();
    assert.equal(early.status, 422);
    assert.match(early.body, sentence);
    assert.ok(!(await kindsOf(desk, filed)).includes("refused"));
    desk.country.clock.now = morning(2026, 11, 24);
    // It says why nobody was heard, and somebody was: its writer writes it anew.
    assert.match((await approve()).body, /take the reason out/);
    const taken = await desk.head.post(
      `${path}/refusal/take-back`,
      formAt((await desk.head.get(path)).body, `${path}/refusal/take-back`),
    );
    assert.equal(taken.location, `${path}?done=take-back`);
    await desk.head.post(`${path}/answer/check`, await writeReply(desk.head, filed, "refused"));
    assert.equal((await approve()).status, 303);
    assert.equal((await kindsOf(desk, filed)).at(-1), "refused");
  });
});

test("nor is it merged into another before; another may be merged into it", async () => {
  await withDeskCountry(async (desk) => {
    const main = await filedBefore(desk);
    const filed = await desk.file();
    await announce(desk, main);
    const mergeInto = async (one: FiledAppeal, into: FiledAppeal) => {
      const form = (await desk.head.get(`${pathOf(one)}/merge`)).body
        .split("<form ")
        .find((text) => text.includes(`value="${into.row.number}"`));
      const key = /name="form-key" value="([^"]*)"/.exec(form ?? "")?.[1] ?? "";
      return await desk.head.post(`${pathOf(one)}/merge`, { "form-key": key, into: into.row.number });
    };
    const same = await desk.file();
    await announce(desk, same);
    const early = await mergeInto(same, main);
    assert.equal(early.status, 422);
    assert.match(early.body, sentence);
    assert.equal((await mergeInto(filed, main)).location, `${pathOf(filed)}?done=merge`);
  });
});

test("the last day that was announced counts, and only for the body that announced it", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await filedBefore(desk);
    const dayOf = () => announcedHearing(desk.tools.desk, filed.row.tag);
    assert.equal(await dayOf(), null);
    await announce(desk, filed);
    await announce(desk, filed, "2026-11-25");
    assert.equal(await dayOf(), civilDate(2026, 11, 25));
    desk.country.clock.now = morning(2026, 11, 24);
    assert.match((await desk.head.get(`${pathOf(filed)}/answer`)).body, /The hearing is on Wednesday 25/);
  });
  await withDeskCountry(async (desk) => {
    desk.country.clock.now = morning(2026, 11, 19);
    const filed = await desk.file();
    await announce(desk, filed);
    const forwarded = await desk.head.fill(`${pathOf(filed)}/forward`, {
      body: "ministry-of-roads",
      reason: "another-body-is-competent",
      note: "",
    });
    assert.match(forwarded.location ?? "", /done=forward/);
    assert.equal(await announcedHearing(desk.tools.desk, filed.row.tag), null);
    const page = await desk.foreigner.get(`${pathOf(filed)}/answer`);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.body, sentence);
  });
});

test("where the due day has become earlier than the hearing, nobody is made late by it", () => {
  const on = civilDate(2026, 11, 24);
  const today = civilDate(2026, 11, 23);
  assert.equal(isAhead(on, { today, due: on }), true);
  assert.equal(isAhead(on, { today, due: null }), true);
  assert.equal(isAhead(on, { today, due: today }), false);
  assert.equal(isAhead(on, { today: on, due: on }), false);
});
