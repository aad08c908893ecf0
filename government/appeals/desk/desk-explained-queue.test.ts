/** The queue says of every due day how it came about, without a click, without a query for each row, on a slow line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import { changeCalendar, explainQueue, moveDeadlines, type Queryable } from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { languages } from "#platform/language/language.ts";
import { cabinet, morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { bytesOnTheWire } from "#tests/wire/wire.ts";
import { type DeskCountry, withDeskCountry } from "./desk-samples.ts";

const pageBytesMax = 6_144;
const rowsOfAPage = 25;
/** The acts of all rows with their public details. */
const readingsOfAPage = 1;

/** A decree by which two days within every term are not worked. */
async function decree({ country }: DeskCountry): Promise<void> {
  const { database, log, clock } = country;
  const head = {
    kind: "person" as const,
    account: "00000000-0000-4000-8000-0000000000c1" as AccountId,
    appointments: [{ body: cabinet, role: "head" as const, post: "head" }],
    opened: new Map(),
  };
  const grant = ask(head, "calendar.change", { kind: "country", cabinet });
  assert.ok(grant.ok);
  const daysOff = [civilDate(2026, 11, 19), civilDate(2026, 11, 20)];
  await country.inTransaction(database.portal, (tools) =>
    changeCalendar(
      grant.value,
      {
        timeZone: "Asia/Ashgabat",
        calendar: { version: 2, holidays: [], workingDays: [civilDate(2026, 11, 15)], daysOff },
      },
      { ...tools, log, issuer: cabinet },
    ),
  );
  clock.now += 60_000;
  await country.inTransaction(database.worker, (tools) => moveDeadlines(tools, new Uint8Array(16)));
}

function linesIn(body: string): readonly string[] {
  return [...body.matchAll(/<p class="hint">([^<]*)<\/p>/g)].map(([, line = ""]) => line);
}

test("each row says how its day came about, in the language of the page", async () => {
  await withDeskCountry(async (desk) => {
    const { clock } = desk.country;
    await desk.file();
    clock.now = morning(2026, 11, 4);
    const asked = await desk.file();
    await desk.head.fill(`/en/desk/${asked.row.number}/clarify`, { reason: "place-unclear", text: "?" });
    const running = "15 working days from 4 Nov; waiting since 4 Nov, 10 working days at most";
    assert.ok(linesIn((await desk.head.get("/en/desk")).body).includes(running));
    clock.now = morning(2026, 12, 2);
    await desk.file();
    assert.deepEqual(linesIn((await desk.head.get("/en/desk")).body), [
      "15 working days from 2 Nov",
      "15 working days from 4 Nov; paused, no reply by 18 Nov",
      "15 working days from 2 Dec",
    ]);
    assert.match((await desk.head.get("/ru/desk")).body, /15 рабочих дней с 02\.11</);
    assert.match((await desk.head.get("/tk/desk")).body, /15 iş güni, başy: 02\.11</);
    assert.deepEqual(linesIn((await desk.head.get("/en/desk?show=closed")).body), []);
  });
});

test("a full page after a decree, in every language, fits the line and is read in one query", async (t) => {
  await withDeskCountry(async (desk) => {
    const { clock, database } = desk.country;
    const filed = [];
    for (let at = 0; at < rowsOfAPage; at += 1) {
      if (at % 3 === 0) clock.now = morning(2026, 11, 2 + at / 3);
      filed.push(await desk.file());
    }
    clock.now = morning(2026, 11, 12);
    await decree(desk);
    const origin = await desk.server.fastify.listen({ port: 0, host: "127.0.0.1" });
    const cookie = await desk.head.cookie();
    for (const language of languages) {
      const page = await bytesOnTheWire({ origin, path: `/${language}/desk`, headers: { cookie } });
      const text = page.body.toString();
      assert.equal(linesIn(text).length, rowsOfAPage);
      t.diagnostic(`${language}: ${page.bytes} bytes`);
      assert.ok(page.bytes <= pageBytesMax, `${language}: ${page.bytes} bytes`);
      assert.deepEqual(await markupProblems(text), []);
    }
    const english = linesIn((await desk.head.get("/en/desk")).body);
    assert.equal(english[0], "15 working days from 2 Nov; calendar changed 12 Nov, before: 23 Nov");
    let readings = 0;
    const counting: Queryable = new Proxy(database.desk, {
      apply: (sql, self, given) => {
        if (Array.isArray(given[0]) && "raw" in given[0]) readings += 1;
        return Reflect.apply(sql, self, given);
      },
    });
    const parameters = await desk.tools.parametersReader.read(database.desk);
    const rows = filed.map(({ row }) => row);
    const explained = await explainQueue(counting, rows, parameters, clock.now);
    assert.equal(explained.size, rowsOfAPage);
    assert.equal(readings, readingsOfAPage);
  });
});
