import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { grantedFor } from "../applicant-grant.ts";
import { inTransaction } from "../portal-tools.ts";
import { rateAnswer } from "../rate-answer.ts";
import { assign, fileOne, refuse, satisfy } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";
import { noErasures } from "./erasure-counts.ts";
import { statedFigures, withheld } from "./stated-figures.ts";
import { closedQuarters } from "./stated-quarter.ts";

/** What is published of the last quarter of 2026, in the quarter after it. */
async function statedOf(portal: TestPortal) {
  portal.country.clock.now = morning(2027, 1, 15);
  const [quarter] = closedQuarters(civilDate(2027, 1, 15), 1);
  assert.ok(quarter);
  const rows = await statedFigures(
    portal.tools,
    await portal.tools.parametersReader.read(portal.tools.portal),
    quarter,
  );
  return rows.find(({ body }) => body === ministry);
}

async function answered(portal: TestPortal, answer: typeof satisfy) {
  const filed = await fileOne(portal, { text: "Gaz ýok" });
  await assign(portal, filed);
  await answer(portal, filed, "Jogap");
  return filed;
}

test("what was decided is told as leaves show it, what went higher with small numbers withheld", async () => {
  await withPortal(async (portal) => {
    portal.country.clock.now = morning(2026, 11, 4);
    for (let count = 0; count < 2; count += 1) await answered(portal, satisfy);
    await answered(portal, refuse);
    const row = await statedOf(portal);
    assert.deepEqual([row?.decided, row?.takenHigher, row?.overturned], [3, 0, 0]);
  });
});

test("ratings are counted by their answer, small numbers withheld", async () => {
  await withPortal(async (portal) => {
    portal.country.clock.now = morning(2026, 11, 4);
    for (let count = 0; count < 6; count += 1) {
      const filed = await answered(portal, satisfy);
      const opened = new Map([[Buffer.from(filed.row.tag).toString("hex"), "full" as const]]);
      await inTransaction(portal.tools, "portal", async (tools) => {
        const bearer = { row: filed.row, actor: { kind: "visitor", opened } as const };
        const grant = await grantedFor(tools, bearer, "appeal.rate");
        assert.ok(grant);
        assert.ok((await rateAnswer(grant, count === 0 ? "not-done" : "done", tools)).ok);
      });
    }
    const row = await statedOf(portal);
    // Five, with "0" beside the one that is withheld, would tell it to whoever counts the acts `rated`.
    assert.deepEqual([row?.ratedDone, row?.ratedPartlyDone, row?.ratedNotDone], [5, null, null]);
  });
});

test("how few were overturned, or not, cannot be had from how many went higher", () => {
  const none = {
    ...noErasures,
    ...{ publicAgreed: 0, publicReleased: 0, publicRefused: 0 },
    body: ministry,
    decided: 40,
    ratedDone: 0,
    ratedPartlyDone: 0,
    ratedNotDone: 0,
  };
  for (let takenHigher = 0; takenHigher <= 30; takenHigher += 1) {
    const could = Array.from({ length: takenHigher + 1 }, (_, overturned) => overturned);
    const rows = could.map((overturned) =>
      withheld({ ...none, takenHigher, overturned, upheld: takenHigher - overturned }),
    );
    const isFew = takenHigher > 0 && takenHigher < 5;
    assert.ok(rows.every((row) => row.decided === 40 && row.takenHigher === (isFew ? null : takenHigher)));
    const shown = could.filter((overturned) => rows[overturned]?.overturned === overturned);
    const notShown = could.filter((overturned) => rows[overturned]?.overturned === null);
    assert.equal(shown.length + notShown.length, could.length, "what is shown is true");
    assert.ok(
      shown.flatMap((overturned) => [overturned, takenHigher - overturned]).every((n) => n === 0 || n >= 5),
    );
    assert.notEqual(notShown.length, 1, `of ${takenHigher} one number alone would be withheld`);
  }
});
