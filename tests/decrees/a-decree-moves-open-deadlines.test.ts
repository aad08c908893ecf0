import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { personIn } from "#government/appeals/published/published-samples.ts";
import { fileOne } from "#government/appeals/test-support/cases.ts";
import { asOutsider } from "#government/appeals/test-support/outsider.ts";
import { languages } from "#platform/language/language.ts";
import { cabinet, ministry, morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { type DecreePortal, dayNumber, dueOf, moveAll, withDecreePortal } from "./decree-portal.ts";

const feast = {
  from: "12.11.2026",
  through: "13.11.2026",
  nameTk: "Hasyl",
  nameRu: "Урожай",
  nameEn: "Harvest",
};

function addressOf(kind: string, typed: Readonly<Record<string, string>>): string {
  return `/en/desk/calendar/${kind}?${new URLSearchParams(typed)}`;
}

async function announce(
  { cabinetHead }: DecreePortal,
  kind: string,
  typed: Readonly<Record<string, string>>,
) {
  const browser = await cabinetHead.browser();
  assert.equal((await browser.open(`/en/desk/calendar/${kind}`)).status, 200, "an empty form");
  const check = await browser.open(addressOf(kind, typed));
  assert.equal(check.status, 200, check.body);
  return { browser, check, done: await browser.send(check, `/en/desk/calendar/${kind}`, {}) };
}

test("the cabinet's head announces a holiday, and an outsider counts the moved day from the copied record", async () => {
  await withDecreePortal(async (portal) => {
    const { country } = portal;
    const filed = await fileOne(portal, { text: "Suw ýok." });
    await portal.sequence();
    assert.equal(await dueOf(portal, filed.row.tag), dayNumber("2026-11-23"));
    country.clock.now = morning(2026, 11, 4);
    const { browser, check, done } = await announce(portal, "holiday", feast);
    assert.match(check.body, /12 November 2026/);
    assert.match(check.body, /One open case is counted again/);
    assert.equal(done.url, "/en/calendar");
    for (const language of languages) {
      const page = await browser.open(`/${language}/calendar`);
      assert.match(page.body, /Hasyl|Урожай|Harvest/);
      assert.deepEqual(await markupProblems(page.body), [], language);
    }
    assert.equal(await moveAll(portal), 1);
    assert.equal(await dueOf(portal, filed.row.tag), dayNumber("2026-11-25"));
    await asOutsider(portal, async ({ aydyn, mirror, policy }) => {
      const { acts } = JSON.parse(readFileSync(join(mirror, "parameters.json"), "utf8"));
      const last = acts.at(-1).opening.parts[0].bytes;
      assert.match(Buffer.from(last, "base64").toString("utf8"), /"en":"Harvest"/);
      const verdict = await aydyn("verify", "log", mirror, "--policy", policy);
      assert.equal(verdict.code, 0, verdict.said);
      const late = await aydyn("report", mirror, "--at", "2026-11-24", "--json");
      assert.equal(JSON.parse(late.said).all.openOverdue, 0, "the day has moved for the outsider too");
    });
  });
});

test("an outage is declared afterwards and gives the days back; sent twice it is one decree", async () => {
  await withDecreePortal(async (portal) => {
    const { country } = portal;
    const filed = await fileOne(portal, { text: "Suw ýok." });
    await portal.sequence();
    country.clock.now = morning(2026, 11, 11);
    const { browser, check } = await announce(portal, "outage", { from: "9.11.2026", through: "10.11.2026" });
    const again = await browser.send(check, "/en/desk/calendar/outage", {});
    assert.equal(again.url, "/en/calendar", "the same form gives the same end");
    const { calendars } = await portal.tools.parametersReader.read(country.database.portal);
    assert.deepEqual(
      calendars.map(({ version }) => version),
      [1, 2],
    );
    await moveAll(portal);
    assert.equal(await dueOf(portal, filed.row.tag), dayNumber("2026-11-25"));
    country.clock.now = morning(2026, 11, 12);
    await announce(portal, "take-back", { from: "10.11.2026", through: "10.11.2026" }).then(
      () => assert.fail("a past day is not taken back"),
      ({ message }) => assert.match(String(message), /That day is past/),
    );
  });
});

test("a day off is moved: one day becomes free, a day of rest is worked", async () => {
  await withDecreePortal(async (portal) => {
    const { country } = portal;
    const filed = await fileOne(portal, { text: "Suw ýok." });
    await portal.sequence();
    country.clock.now = morning(2026, 11, 4);
    const { check } = await announce(portal, "transfer", { off: "23.11.2026", worked: "28.11.2026" });
    assert.match(check.body, /day of rest that is worked/);
    await moveAll(portal);
    assert.equal(await dueOf(portal, filed.row.tag), dayNumber("2026-11-24"));
  });
});

test("what cannot be announced is said beside what was typed, and nothing is entered", async () => {
  await withDecreePortal(async (portal) => {
    const { country, cabinetHead } = portal;
    country.clock.now = morning(2026, 11, 4);
    const browser = await cabinetHead.browser();
    const sentences: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
      ["holiday", { ...feast, from: "32.13.2026" }, /Write the first day like this/],
      ["holiday", { ...feast, nameRu: "" }, /Name in Russian/],
      ["holiday", { ...feast, through: "11.11.2026" }, /lies before the first one/],
      ["holiday", { ...feast, through: "31.12.2026" }, /at most 31 days/],
      ["holiday", { ...feast, from: "2.11.2026" }, /That day is past/],
      ["outage", { from: "1.6.2026", through: "" }, /within 60 days/],
      ["holiday", { ...feast, through: "", from: "1.1.2031" }, /731 days ahead/],
      ["take-back", { from: "12.11.2026", through: "" }, /The calendar says so already/],
    ];
    for (const [kind, typed, sentence] of sentences) {
      const page = await browser.open(addressOf(kind, typed));
      assert.equal(page.status, 422, `${kind} ${JSON.stringify(typed)}`);
      assert.match(page.body, sentence);
      assert.ok(page.body.includes(`value="${typed.from}"`), "what was typed is kept");
      assert.deepEqual(await markupProblems(page.body), []);
    }
    const { calendars } = await portal.tools.parametersReader.read(country.database.portal);
    assert.equal(calendars.length, 1);
  });
});

test("nobody else changes the calendar, and everybody reads it", async () => {
  await withDecreePortal(async (portal) => {
    const typed = addressOf("holiday", feast);
    const minister = await personIn(portal, "Baş Başow", [[ministry, "head", "head"]]);
    const clerk = await personIn(portal, "Ýazyjy Ýazyjyýew", [[cabinet, "official", "clerk"]]);
    for (const person of [minister, clerk]) {
      const browser = await person.browser();
      for (const path of ["/en/desk/calendar", typed]) assert.equal((await browser.open(path)).status, 403);
      assert.equal((await browser.post("/en/desk/calendar/holiday", feast)).status, 403);
    }
    const { server } = portal;
    const visit = await server.fastify.inject({ url: "/en/desk/calendar" });
    assert.match(String(visit.headers.location), /\/en\/sign-in/);
    const calendar = await server.fastify.inject({ url: "/tk/calendar" });
    assert.equal(calendar.statusCode, 200);
    assert.match(String(calendar.headers["cache-control"]), /^public/);
  });
});

test("two decrees at once come one after the other, and neither undoes the other", async () => {
  await withDecreePortal(async (portal) => {
    const { country, cabinetHead } = portal;
    country.clock.now = morning(2026, 11, 4);
    const browser = await cabinetHead.browser();
    const days = ["16.11.2026", "17.11.2026", "18.11.2026"];
    const checks = [];
    for (const from of days) checks.push(await browser.open(addressOf("outage", { from, through: "" })));
    const ends = await Promise.all(
      checks.map((check) => browser.send(check, "/en/desk/calendar/outage", {})),
    );
    for (const end of ends) assert.equal(end.url, "/en/calendar");
    const { calendars } = await portal.tools.parametersReader.read(country.database.portal);
    assert.deepEqual(
      calendars.map(({ version }) => version),
      [1, 2, 3, 4],
    );
    const outages = calendars.at(-1)?.holidays.filter(({ name }) => name.en === "Declared outage");
    assert.equal(outages?.length, days.length);
  });
});
