import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { grantedFor } from "../applicant-grant.ts";
import { inTransaction } from "../portal-tools.ts";
import { rateAnswer } from "../rate-answer.ts";
import { assign, fileOne, refuse, satisfy } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";
import { noErasures } from "./erasure-counts.ts";
import { lessOverturned, readOverturned } from "./overturned.ts";
import { statedFigures, withheld } from "./stated-figures.ts";
import { closedQuarters } from "./stated-quarter.ts";

const migration = new URL(
  "../../../platform/database/migrations/0130-overturned-in-time.sql",
  import.meta.url,
);

/** What is published of the last quarter of 2026, in the quarter after it. */
async function statedOf(portal: TestPortal) {
  portal.country.clock.now = morning(2027, 1, 15);
  const [quarter] = closedQuarters(civilDate(2027, 1, 15), 1);
  assert.ok(quarter);
  const { bodies } = await statedFigures(
    portal.tools,
    await portal.tools.parametersReader.read(portal.tools.portal),
    quarter,
  );
  return bodies.find(({ body }) => body === ministry);
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

test("what was published before overturned answers in time were counted stands, and says so only of none", async () => {
  await withPortal(async ({ country, tools }) => {
    const { owner } = country.database;
    const zeros = '"erasedInTime":0,"erasedLate":0,"erasureOverdue":0,"publicAgreed":0,"publicReleased":0';
    const rest = `${zeros},"publicRefused":0,"ratedDone":null,"ratedPartlyDone":null,"ratedNotDone":6`;
    const row = (body: number, overturned: number | null) =>
      `{"body":${body},"decided":40,"takenHigher":9,"overturned":${overturned},${rest}}`;
    const kept = { "2025-q4": "[]", "2026-q1": `[${row(2, 0)}]`, "2026-q2": `[${row(2, 0)},${row(3, 6)}]` };
    for (const [quarter, content] of Object.entries(kept))
      await owner`insert into cases.stated_publication values ('executive', ${quarter}, 'answers', ${content}, 0)`;
    await owner.unsafe(readFileSync(migration, "utf8"));
    country.clock.now = morning(2026, 11, 4);
    const parameters = await tools.parametersReader.read(tools.portal);
    const [, second, first, before] = closedQuarters(civilDate(2026, 11, 4), 4);
    assert.ok(second && first && before);
    assert.deepEqual(await statedFigures(tools, parameters, before), {
      all: { inTimeOverturned: 0 },
      bodies: [],
    });
    const { all, bodies } = await statedFigures(tools, parameters, second);
    assert.equal(all.inTimeOverturned, null);
    assert.deepEqual(
      bodies.map(({ overturned, inTimeOverturned }) => [overturned, inTimeOverturned]),
      [
        [0, 0],
        [6, null],
      ],
    );
    assert.equal((await statedFigures(tools, parameters, first)).all.inTimeOverturned, 0);
    const { ofBody, from, until } = await readOverturned(tools, parameters);
    assert.deepEqual([ofBody(2), ofBody(3), ofBody(4)], [0, null, 0], "a sum without a part is no sum");
    assert.deepEqual([from, until], [civilDate(2025, 10, 1), civilDate(2026, 9, 30)]);
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

/** What is published of one body of which so many cases were decided above. */
function ofOneBody(inTime: number, otherwise: number, upheld: number) {
  const { bodies } = withheld([
    {
      ...noErasures,
      ...{ publicAgreed: 0, publicReleased: 0, publicRefused: 0 },
      ...{ ratedDone: 0, ratedPartlyDone: 0, ratedNotDone: 0 },
      ...{ body: ministry, decided: 40, takenHigher: inTime + otherwise + upheld },
      ...{ inTimeOverturned: inTime, overturned: inTime + otherwise, upheld },
    },
  ]);
  const [row] = bodies;
  assert.ok(row);
  return row;
}

test("what was overturned is taken off in per mille, halves up, and never below nothing", () => {
  const less = (inTime: number, judged: number, taken: number | null) =>
    lessOverturned({ inTime, judged }, taken).headlineLessOverturnedPermille;
  assert.deepEqual([less(95, 100, 2), less(1, 16, 0), less(3, 10, 5)], [930, 63, 0]);
  assert.deepEqual([less(0, 0, 0), less(95, 100, null)], [null, null]);
});

const isFew = (count: number) => count > 0 && count < 5;

/** All that could be behind what is published of a body of which so many cases were decided above, by what it looks like. */
function alikeOf(sum: number) {
  const alike = new Map<string, { shown: readonly (number | null)[]; numbers: (readonly number[])[] }>();
  for (let inTime = 0; inTime <= sum; inTime += 1) {
    for (let otherwise = 0; otherwise <= sum - inTime; otherwise += 1) {
      const upheld = sum - inTime - otherwise;
      const row = ofOneBody(inTime, otherwise, upheld);
      assert.deepEqual([row.decided, row.takenHigher], [40, isFew(sum) ? null : sum]);
      const shown = [row.inTimeOverturned, row.overturned];
      const like = alike.get(String(shown)) ?? { shown, numbers: [] };
      like.numbers.push([inTime, inTime + otherwise, otherwise, upheld]);
      alike.set(String(shown), like);
    }
  }
  return alike.values();
}

/** What is shown is true; what is not, and whatever is few, could be another number. */
function assertNoneIsTold(shown: readonly (number | null)[], could: readonly ReadonlySet<number>[]): void {
  for (const each of could) assert.ok(each.size > 1 || ![...each].some(isFew), String(shown));
  for (const [at, count] of shown.entries()) {
    const each = could[at] ?? new Set();
    assert.ok(count === null ? each.size > 1 : each.size === 1 && each.has(count), String(shown));
  }
}

test("how few were overturned, in time or otherwise, or upheld, cannot be had from how many went higher", () => {
  // Whoever knows the rule and the sum holds for possible what would look the same, and nothing else.
  for (let sum = 0; sum <= 20; sum += 1) {
    for (const { shown, numbers } of alikeOf(sum)) {
      const columns = [0, 1, 2, 3].map((at) => new Set(numbers.map((each) => each[at] ?? 0)));
      assertNoneIsTold(shown, columns);
    }
  }
});
