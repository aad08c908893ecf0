import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { keepHouse } from "#apps/worker/housekeeping.ts";
import { personIn } from "#government/appeals/published/published-samples.ts";
import { browserOfApplicant } from "#government/appeals/test-support/browser.ts";
import { fileOne } from "#government/appeals/test-support/cases.ts";
import { asOutsider } from "#government/appeals/test-support/outsider.ts";
import { languages } from "#platform/language/language.ts";
import { cabinet, countryOrigin, ministry, morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { type DecreePortal, dayNumber, dueOf, withDecreePortal } from "./decree-portal.ts";

type Typed = Readonly<Record<string, string>>;

const reason = { reasonTk: "Täze kanun", reasonRu: "Новый закон", reasonEn: "A new law" };
const longer: Typed = {
  kinds: "filed-complaint",
  length: "20",
  unit: "working-days",
  expiry: "escalate",
  article: "Law on deadlines, art. 5",
  from: "5.11.2026",
  ...reason,
};

function addressOf(kind: string, typed: Typed): string {
  return `/en/desk/rules/${kind}?${new URLSearchParams(typed)}`;
}

async function announce({ cabinetHead }: DecreePortal, kind: string, typed: Typed) {
  const browser = await cabinetHead.browser();
  const form = await browser.open(`/en/desk/rules/${kind}`);
  assert.equal(form.status, 200, "the form with what stands");
  assert.deepEqual(await markupProblems(form.body), [], kind);
  const check = await browser.open(addressOf(kind, typed));
  assert.equal(check.status, 200, check.body);
  return { browser, check, done: await browser.send(check, `/en/desk/rules/${kind}`, {}) };
}

async function versions({ country, tools }: DecreePortal) {
  const { rules } = await tools.parametersReader.read(country.database.portal);
  return rules.map(({ version }) => version);
}

test("a longer time for an answer is announced, and an outsider counts by it what was filed after, from the copied record alone", async () => {
  await withDecreePortal(async (portal) => {
    const { country } = portal;
    const before = await fileOne(portal, { text: "Suw ýok." });
    country.clock.now = morning(2026, 11, 4);
    const { browser, check, done } = await announce(portal, "answer", longer);
    assert.match(check.body, /15 working days\.[^<]*<[^>]*>[^/]*/);
    assert.match(check.body, /20 working days\./);
    assert.match(check.body, /in force from 5 November 2026/);
    assert.match(check.body, /Open cases keep the rules of their filing/);
    assert.equal(done.url, "/en/rules");
    assert.match(done.body, /From 5 November 2026 other rules hold/);
    assert.match(done.body, /on its way into the record/);
    const again = await browser.send(check, "/en/desk/rules/answer", {});
    assert.equal(again.url, "/en/rules", "the same form gives the same end");
    assert.deepEqual(await versions(portal), [1, 2]);
    await portal.sequence();
    country.clock.now = morning(2026, 11, 5);
    const after = await fileOne(portal, { text: "Gaz ýok." });
    await portal.sequence();
    assert.equal(await dueOf(portal, before.row.tag), dayNumber("2026-11-23"));
    assert.equal(await dueOf(portal, after.row.tag), dayNumber("2026-12-03"));
    for (const language of languages) {
      const page = await browser.open(`/${language}/rules`);
      assert.match(page.body, /Täze kanun|Новый закон|A new law/);
      assert.match(page.body, /\/check\/entry\/[0-9]+/, "each version leads to its entry");
      assert.deepEqual(await markupProblems(page.body), [], language);
    }
    const first = await browser.open("/en/rules?version=1");
    assert.doesNotMatch(first.body.split("All versions")[0] ?? "", /20 working days/);
    assert.equal((await browser.open("/en/rules?version=9")).status, 404);
    await asOutsider(portal, async ({ aydyn, mirror, policy }) => {
      const { acts } = JSON.parse(readFileSync(join(mirror, "parameters.json"), "utf8"));
      const last = acts.at(-1).opening.parts[0].bytes;
      assert.match(Buffer.from(last, "base64").toString("utf8"), /"en":"A new law"/);
      const verdict = await aydyn("verify", "log", mirror, "--policy", policy);
      assert.equal(verdict.code, 0, verdict.said);
      assert.doesNotMatch(verdict.said, /claims the due day/, "the later due is the law's own");
      const overdue = async (day: string) => {
        const report = await aydyn("report", mirror, "--at", day, "--json");
        return JSON.parse(report.said).all.openOverdue;
      };
      assert.equal(await overdue("2026-11-27"), 1, "by the old term both would be late");
      assert.equal(await overdue("2026-12-04"), 2);
    });
  });
});

test("rules that reach open cases move their days when the day begins, and each entry says that rules did it", async () => {
  await withDecreePortal(async (portal) => {
    const { country } = portal;
    const filed = await fileOne(portal, { text: "Suw ýok." });
    country.clock.now = morning(2026, 11, 4);
    const { check } = await announce(portal, "answer", { ...longer, moves: "yes" });
    assert.match(check.body, /one case that is open now is counted again/);
    const stop = new AbortController();
    const house = keepHouse({
      sql: country.database.worker,
      log: country.log,
      origin: countryOrigin,
      now: () => country.clock.now,
      randomBytes: country.randomBytes,
      stop: stop.signal,
      report: () => {},
      judgesRegisters: false,
    });
    const moved = dayNumber("2026-11-30");
    try {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      assert.equal(await dueOf(portal, filed.row.tag), dayNumber("2026-11-23"), "not before their day");
      country.clock.now = morning(2026, 11, 5);
      for (let round = 0; round < 40 && (await dueOf(portal, filed.row.tag)) !== moved; round += 1)
        await new Promise((resolve) => setTimeout(resolve, 250));
    } finally {
      stop.abort();
      await house;
    }
    assert.equal(await dueOf(portal, filed.row.tag), moved);
    const page = await (await browserOfApplicant(portal.server, filed)).open(`/en/case/${filed.row.number}`);
    assert.match(page.body, /The rules were changed/);
    assert.doesNotMatch(page.body, /The calendar was changed/);
    await portal.sequence();
    await asOutsider(portal, async ({ aydyn, mirror, policy }) => {
      const verdict = await aydyn("verify", "log", mirror, "--policy", policy);
      assert.equal(verdict.code, 0, verdict.said);
      assert.doesNotMatch(verdict.said, /claims the due day/);
    });
  });
});

test("every provision can be announced, each version is made from the one before, and the record takes them all", async () => {
  const days = (length: string) => ({ length, unit: "working-days" });
  const article = "Law on deadlines, art. 7";
  const provisions: readonly (readonly [string, Typed, RegExp])[] = [
    ["forward", days("2"), /another body<\/th><td[^>]*>2 working days/],
    ["pause", { pauseDays: "8", pauses: "1" }, /8 working days in all, in 1 pause/],
    ["extension", { length: "1", unit: "months", extensions: "2" }, /1 month; if the last day is not worked/],
    ["dispute", { length: "9", unit: "calendar-days" }, /9 calendar days; if the last day is not worked/],
    ["withdrawal", { revocableDays: "5" }, /5 calendar days/],
    [
      "hearing",
      { ...days("6"), beforePartly: "yes", article },
      /6 working days before it\. Before every refusal, and/,
    ],
    [
      "remedy",
      { higherMonths: "2", courtMonths: "4", prosecutorMonths: "", ombudsmanMonths: "7", article },
      /the higher body: 2 months; a court: 4 months; the prosecutor: no time limit; the ombudsman: 7 months/,
    ],
    ["escalation", { firstDays: "6", secondDays: "2" }, /6 working days before the day, once more 2/],
    ["post", { length: "12", unit: "calendar-days" }, /12 calendar days/],
    ["erasure", { ...days("11"), article }, /11 working days/],
    ["publication", { ...days("13"), article }, /13 working days/],
    ["law", { article, confirmed: "yes" }, /by a lawyer of the country/],
  ];
  await withDecreePortal(async (portal) => {
    const { country } = portal;
    country.clock.now = morning(2026, 11, 4);
    for (const [kind, typed] of provisions) {
      const { check, done } = await announce(portal, kind, { ...typed, from: "5.11.2026", ...reason });
      assert.equal(done.url, "/en/rules", `${kind}: ${check.body}`);
      assert.deepEqual(await markupProblems(check.body), [], kind);
    }
    country.clock.now = morning(2026, 11, 5);
    const browser = await portal.cabinetHead.browser();
    const [now = ""] = (await browser.open("/en/rules")).body.split("All versions");
    for (const [kind, , says] of provisions) assert.match(now, says, kind);
    // Where no term runs there is nothing to write, and the fields hold what stands.
    assert.match((await browser.open("/en/desk/rules/remedy")).body, /name="ombudsmanMonths"[^>]*value="7"/);
    await portal.sequence();
    await asOutsider(portal, async ({ aydyn, mirror, policy }) => {
      const verdict = await aydyn("verify", "log", mirror, "--policy", policy);
      assert.equal(verdict.code, 0, verdict.said);
    });
  });
});

test("what cannot be announced is said beside what was typed, nobody else announces, and nothing is entered", async () => {
  await withDecreePortal(async (portal) => {
    const { country, cabinetHead } = portal;
    country.clock.now = morning(2026, 11, 4);
    await announce(portal, "withdrawal", { revocableDays: "4", from: "1.12.2026", ...reason });
    const browser = await cabinetHead.browser();
    const from = "2.12.2026";
    const escalation = { firstDays: "3", secondDays: "3", from, ...reason };
    const sentences: readonly (readonly [string, Typed, RegExp])[] = [
      ["answer", { ...longer, from: "4.11.2026" }, /hold from a day to come/],
      ["answer", { ...longer, from: "30.11.2026" }, /hold from 1 December 2026 are announced already/],
      ["answer", { ...longer, from: "1.12.2029" }, /at most 731 days ahead/],
      ["answer", { ...longer, from: "32.12.2026" }, /Write the day like this/],
      ["answer", { ...longer, from, length: "0" }, /whole number from 1 to 250/],
      ["answer", { ...longer, from, length: "25", unit: "months" }, /whole number from 1 to 24/],
      ["answer", { ...longer, from, reasonRu: "" }, /Reason in Russian/],
      ["answer", { ...longer, from, expiry: "deemed-granted" }, /choose from the list/],
      ["escalation", escalation, /nearer to the day than the first/],
      ["withdrawal", { revocableDays: "4", from, ...reason }, /The rules say so already/],
      ["pause", { pauseDays: "-1", pauses: "1", from, ...reason }, /whole number from 0 to 250/],
    ];
    for (const [kind, typed, sentence] of sentences) {
      const page = await browser.open(addressOf(kind, typed));
      assert.equal(page.status, 422, `${kind} ${JSON.stringify(typed)}`);
      assert.match(page.body, sentence);
      assert.ok(page.body.includes(`value="${typed.from}"`), "what was typed is kept");
      assert.deepEqual(await markupProblems(page.body), []);
    }
    const minister = await personIn(portal, "Baş Başow", [[ministry, "head", "head"]]);
    const clerk = await personIn(portal, "Ýazyjy Ýazyjyýew", [[cabinet, "official", "clerk"]]);
    for (const person of [minister, clerk]) {
      const other = await person.browser();
      for (const path of ["/en/desk/rules", addressOf("answer", longer)])
        assert.equal((await other.open(path)).status, 403);
      assert.equal((await other.post("/en/desk/rules/answer", longer)).status, 403);
    }
    const { server } = portal;
    const visit = await server.fastify.inject({ url: "/en/desk/rules" });
    assert.match(String(visit.headers.location), /\/en\/sign-in/);
    const page = await server.fastify.inject({ url: "/tk/rules" });
    assert.match(String(page.headers["cache-control"]), /^public/);
    assert.deepEqual(await versions(portal), [1, 2]);
  });
});
