import assert from "node:assert/strict";
import { test } from "node:test";
import { appendActs } from "#platform/record/append.ts";
import { ministry } from "#tests/country/small-country.ts";
import { kindsOf, withDeskCountry } from "../desk/desk-samples.ts";
import { formAt } from "../test-support/browser-samples.ts";

const words = "Jaň edildi: goňşusy Nusgalyýew jogap berdi";

test("a note is seen by colleagues who opened the texts, and is in no record", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    const closed = await desk.head.get(path);
    assert.doesNotMatch(closed.body, /desk\/[^"]*\/note/, "before the texts are open there are no notes");
    await desk.head.post(`${path}/open`, formAt(closed.body, `${path}/open`));
    const form = formAt((await desk.head.get(path)).body, `${path}/note`);
    for (let time = 0; time < 2; time += 1) {
      const kept = await desk.head.post(`${path}/note`, { ...form, text: words });
      assert.equal(kept.location, `${path}?done=note`);
    }
    const shown = await desk.head.get(path);
    assert.equal(shown.body.split(words).length, 2, "kept once");
    const empty = await desk.head.post(`${path}/note`, {
      ...formAt(shown.body, `${path}/note`),
      text: "",
    });
    assert.equal(empty.status, 422);
    assert.doesNotMatch((await desk.inspector.get(path)).body, /goňşusy/);
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint"]);
    const { owner } = desk.country.database;
    const found = await owner`
      select 1 from record.part where position(convert_to('goňşusy', 'UTF8') in bytes) > 0
      union all select 1 from record.act where payload like '%goňşusy%'`;
    assert.equal(found.length, 0);
    const way = { body: "ministry-of-roads", reason: "another-body-is-competent", note: "" };
    await desk.head.fill(`${path}/forward`, way);
    await desk.foreigner.post(`${path}/open`, formAt((await desk.foreigner.get(path)).body, `${path}/open`));
    assert.doesNotMatch(
      (await desk.foreigner.get(path)).body,
      /goňşusy/,
      "the next body has notes of its own",
    );
  });
});

test("an erasure in the case takes the notes and what waits of a refusal along", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    await desk.head.post(`${path}/open`, formAt((await desk.head.get(path)).body, `${path}/open`));
    await desk.head.post(`${path}/note`, {
      ...formAt((await desk.head.get(path)).body, `${path}/note`),
      text: words,
    });
    await desk.head.fill(`${path}/answer`, { outcome: "refused" });
    await desk.head.post(`${path}/answer/text`, {
      ...{ text: words, law: "art. 1", grounds: "in-court", unheard: "danger-in-delay" },
    });
    await desk.head.fill(`${path}/answer/check`, {});
    const { database, log, randomBytes, personKeys, clock } = desk.country;
    const held = async () =>
      (
        await database.owner`
        select text from cases.note union all select convert_from(bytes, 'UTF8') from cases.proposal_part`
      ).length;
    assert.ok((await held()) > 1);
    await database.portal.begin((transaction) =>
      appendActs(
        transaction,
        [
          {
            log,
            kind: "erased",
            caseTag: filed.row.tag,
            body: ministry,
            due: filed.row.due,
            actor: "head",
            at: clock.now,
            parts: [],
          },
        ],
        { randomBytes, personKeys, now: () => clock.now },
      ),
    );
    assert.equal(await held(), 0);
  });
});
