import assert from "node:assert/strict";
import { test } from "node:test";
import { caseObjectFor } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { appealHigher } from "../appeal-higher.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { inTransaction } from "../portal-tools.ts";
import { formAt } from "../test-support/browser-samples.ts";
import { type DeskCountry, lookAtFiles, marker, readActs, withDeskCountry } from "./desk-samples.ts";

const weeksOfSilenceMs = 22 * 24 * 3_600_000;

/** The applicant goes to the cabinet after the ministry kept silent. */
async function goUp({ tools, country }: DeskCountry, { row }: FiledAppeal): Promise<FiledAppeal> {
  const opened = new Map([[Buffer.from(row.tag).toString("hex"), "full" as const]]);
  const bearer = { kind: "visitor", opened } as const;
  const tree = await tools.bodyTree();
  return await inTransaction(tools, "portal", async (appealTools) => {
    const leave = ask(
      bearer,
      "appeal.appeal-higher",
      await caseObjectFor(appealTools.transaction, bearer, row),
    );
    assert.ok(leave.ok);
    const key = () => country.randomBytes(32);
    const codes = { statusCodeKey: key(), secretKey: key(), withdrawalKey: key() };
    const appeal = { to: "higher-body", subject: "Gaz", text: "Dymýarlar", language: "tk", codes } as const;
    const gone = await appealHigher(leave.value, appeal, { ...appealTools, tree });
    assert.ok(gone.ok, JSON.stringify(gone));
    return gone.value;
  });
}

test("the desk above reads the earlier case only by an act of its own, and its name not at all", async () => {
  await withDeskCountry(async (desk) => {
    const earlier = await desk.file();
    desk.country.clock.now += weeksOfSilenceMs;
    const later = await goUp(desk, earlier);
    const path = `/en/desk/${later.row.number}/earlier/${earlier.row.number}`;
    assert.match((await desk.cabinetHead.get(`/en/desk/${later.row.number}`)).body, new RegExp(path));
    const closed = await desk.cabinetHead.get(path);
    assert.ok(!closed.body.includes(marker.text));
    assert.equal((await desk.cabinetHead.get(`${path}/file/1/attachment-1`)).status, 404);
    const before = await readActs(desk);
    const sent = await desk.cabinetHead.post(path, formAt(closed.body, path));
    assert.equal(sent.status, 303);
    assert.equal(await readActs(desk), before + 1, "looking is an act");
    for (const language of languages) {
      const open = await desk.cabinetHead.get(path.replace("/en/", `/${language}/`));
      assert.ok(open.body.includes(marker.text));
      assert.ok(!open.body.includes(marker.name) && !open.body.includes(marker.address));
      assert.deepEqual(await markupProblems(open.body), []);
    }
    assert.equal(
      (await desk.cabinetHead.get(`${path}/file/1/attachment-1`)).status,
      404,
      "it is being checked",
    );
    await lookAtFiles(desk);
    assert.equal((await desk.cabinetHead.get(`${path}/file/1/attachment-1`)).body, "gaz ýok");
    assert.equal(await readActs(desk), before + 1, "looked at again, nothing is entered");
    const [reading] = await desk.country.database.owner`
      select act.body from cases.reading reading join record.act act using (act_id)
      where reading.case_tag = ${earlier.row.tag}`;
    assert.equal(reading?.body, 1, "in the register of the body above, in the earlier case's list");
  });
});

test("nobody else gets there: not the body below, not another, not by a case that is not linked", async () => {
  await withDeskCountry(async (desk) => {
    const earlier = await desk.file();
    const unlinked = await desk.file();
    desk.country.clock.now += weeksOfSilenceMs;
    const later = await goUp(desk, earlier);
    const path = `/en/desk/${later.row.number}/earlier`;
    for (const other of [desk.head, desk.foreigner]) {
      assert.equal((await other.get(`${path}/${earlier.row.number}`)).status, 404);
    }
    assert.equal((await desk.cabinetHead.get(`${path}/${unlinked.row.number}`)).status, 404);
    assert.equal((await desk.cabinetHead.get(`/en/desk/${earlier.row.number}`)).status, 404);
    const turned = `/en/desk/${earlier.row.number}/earlier/${later.row.number}`;
    assert.equal((await desk.head.get(turned)).status, 404, "the body below does not follow it up");
  });
});
