/**
 * Who is not to be found by a leaf (record decision 1): whoever holds the published leaves and a list of who visited a
 * café when finds no single visitor for a sealed or nameless filing, whatever the desk and the applicant do meanwhile.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, civilDate, civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import { releaseDelayMaxMs } from "#platform/record/act.ts";
import {
  countryTimeZone,
  ministry,
  morning,
  type SmallCountry,
  withSmallCountry,
} from "#tests/country/small-country.ts";
import { sealedRelease } from "../append-case-acts.ts";
import { appendCaseActs, type CaseRow, caseSecretFrom, openCase, statusCodeFrom } from "../index.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const firstDay = civilDate(2026, 11, 2);
/** Cafés are open from six to midnight; whoever sits there longer than a visit is one visitor all the same. */
const opens = 6 * 60;
const closes = 24 * 60 - 1;

interface Visit {
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

const visitsOfDay = (day: number) =>
  fc
    .uniqueArray(fc.integer({ min: opens, max: closes }), { minLength: 2, maxLength: 30 })
    .map((minutes) => minutes.map((minute): Visit => ({ day, minute })));

/** Some days of one café; on each somebody files in secret. */
const cafe = fc
  .integer({ min: 1, max: 5 })
  .chain((days) => fc.tuple(...Array.from({ length: days }, (_, day) => visitsOfDay(day))));

function instantOf({ day, minute }: Visit): number {
  return startOfCivilDate(addDays(firstDay, day), countryTimeZone) + minute * minuteMs;
}

/** What the list of visitors leaves of a leaf: everyone of the day (which the due day tells) who may have filed by then. */
function suspects(visits: readonly Visit[], day: number, leafTime: number): readonly Visit[] {
  return visits.filter((visit) => {
    const at = instantOf(visit);
    return visit.day === day && at <= leafTime && leafTime - at <= releaseDelayMaxMs;
  });
}

test("in any café and at any draw, every visitor of the day may have filed what was filed on it", () => {
  const parameters = { timeZone: countryTimeZone } as Parameters<typeof sealedRelease>[0]["parameters"];
  fc.assert(
    fc.property(cafe, fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (days, chance) => {
      const randomBytes = (length: number) => Uint8Array.from({ length }, () => Number(chance.next().value));
      for (const visits of days) {
        for (const filer of visits) {
          const release = sealedRelease({ parameters, randomBytes }, instantOf(filer));
          const leafTime = Math.floor(release / minuteMs) * minuteMs;
          assert.equal(suspects(visits, filer.day, leafTime).length, visits.length);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("a delay that begins at the filing would give the first visitor of a day away: the matcher works", () => {
  const visits = [8, 12, 16].map((hour): Visit => ({ day: 0, minute: hour * 60 }));
  const [first] = visits;
  assert.ok(first);
  assert.equal(suspects(visits, 0, instantOf(first) + hourMs).length, 1);
});

async function file(country: SmallCountry, proofAtOnce: boolean): Promise<CaseRow> {
  return await country.inTransaction(country.database.portal, async (tools) => {
    const opened = await openCase(tools, {
      log: country.log,
      body: ministry,
      language: "tk",
      channel: "web",
      identityShown: false,
      proofAtOnce,
      applicant: null,
      statusCode: statusCodeFrom(country.randomBytes(32)),
      secret: caseSecretFrom(country.randomBytes(32)),
      act: { kind: "filed-complaint", actor: "applicant", details: {}, parts: [] },
    });
    assert.ok(opened.ok);
    return opened.value.row;
  });
}

type Entered = Parameters<typeof appendCaseActs>[2][number];

async function enter(
  country: SmallCountry,
  { tag }: CaseRow,
  act: Pick<Entered, "kind" | "actor">,
): Promise<void> {
  await country.inTransaction(country.database.portal, async (tools) => {
    const entered = await appendCaseActs(tools, tag, [{ details: {}, parts: [], ...act }]);
    assert.ok(entered.ok, JSON.stringify(entered));
  });
}

async function releases(country: SmallCountry, { tag }: CaseRow): Promise<readonly number[]> {
  const rows = await country.database.worker<{ release_at: number }[]>`
    select release_at from ledger.pending where case_tag = ${tag} order by id`;
  return rows.map(({ release_at }) => release_at);
}

test("neither a quick desk nor the applicant's own later words pull a filing into its day", async () => {
  await withSmallCountry(async (country) => {
    const day = civilDateAt(morning(2026, 11, 3), countryTimeZone);
    const nightAfter = startOfCivilDate(addDays(day, 1), countryTimeZone);
    country.clock.now = morning(2026, 11, 3);
    const row = await file(country, false);
    country.clock.now += 5 * minuteMs;
    await enter(country, row, { kind: "assigned", actor: "head" });
    await enter(country, row, { kind: "added", actor: "applicant" });
    await enter(country, row, { kind: "answered", actor: "head" });
    for (const release of await releases(country, row)) {
      assert.ok(release >= nightAfter && release <= nightAfter + 6 * hourMs, new Date(release).toISOString());
    }
    // A fortnight later the applicant disputes from the café, and the body answers again on the same day.
    country.clock.now = morning(2026, 11, 17);
    await enter(country, row, { kind: "disputed", actor: "applicant" });
    const disputed = (await releases(country, row)).at(-1) ?? 0;
    assert.ok(disputed >= startOfCivilDate(civilDate(2026, 11, 18), countryTimeZone));
    country.clock.now += 2 * hourMs;
    await enter(country, row, { kind: "answered", actor: "head" });
    // Never so that a body's answer of the last day would come late for it.
    assert.equal((await releases(country, row)).at(-1), country.clock.now);
  });
});

test("a question to the applicant is entered on its day, since a pause counts from it", async () => {
  await withSmallCountry(async (country) => {
    const row = await file(country, false);
    await enter(country, row, { kind: "clarification-asked", actor: "head" });
    assert.deepEqual(await releases(country, row), [country.clock.now, country.clock.now]);
  });
});

test("whoever wants proof at once gets it at once, then and later", async () => {
  await withSmallCountry(async (country) => {
    const row = await file(country, true);
    await enter(country, row, { kind: "added", actor: "applicant" });
    assert.deepEqual(await releases(country, row), [country.clock.now, country.clock.now]);
  });
});
