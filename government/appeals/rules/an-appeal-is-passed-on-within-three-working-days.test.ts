import assert from "node:assert/strict";
import { test } from "node:test";
import { findCase } from "#government/cases/index.ts";
import { ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { withDeskCountry } from "../desk/desk-samples.ts";
import type { FiledAppeal } from "../index.ts";
import { hiddenIn } from "../test-support/browser-samples.ts";

function pathOf(filed: FiledAppeal): string {
  return `/en/desk/${filed.row.number}`;
}

test("a case that is sent on leaves this desk and is on the other's", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = pathOf(filed);
    const form = await desk.head.get(`${path}/forward`);
    assert.match(form.body, /Last day: Thursday 5 November 2026/);
    assert.doesNotMatch(form.body, /value="ministry-of-springs"/);
    const sent = await desk.head.post(`${path}/forward`, {
      ...hiddenIn(form.body),
      body: "ministry-of-roads",
      reason: "another-body-is-competent",
      note: "",
    });
    assert.equal(sent.location, "/en/desk?done=forward");
    assert.match((await desk.head.get(sent.location)).body, /The case has been forwarded/);
    assert.match((await desk.head.get(path)).body, /This body has passed this case on/);
    assert.equal((await desk.foreigner.get(path)).status, 200);
    const row = await findCase(desk.tools.desk, filed.row.tag);
    assert.equal(row?.holderBody, otherMinistry);
    assert.equal(row?.due, filed.row.due, "the clock goes on as it stood");
    const leaves = await desk.country.database.worker<{ kind: string; body: number; due: number }[]>`
      select kind, body, due from record.act where case_tag = ${filed.row.tag} order by registered`;
    assert.deepEqual(
      leaves.map(({ kind, body, due }) => [kind, body, due]),
      [
        ["filed-complaint", ministry, filed.row.due],
        ["forwarded", ministry, null],
        ["received", otherMinistry, filed.row.due],
      ],
      "who passed it on owes nothing more, and who got it owes it by the same day",
    );
  });
});

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
