import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { bodiesRoutes } from "#government/bodies/routes.ts";
import { cabinet, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { appealSlots, registerApiRoutes, registerPublicRoutes } from "../routes.ts";
import { determinedCells, type Equation } from "../test-support/attacker.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { assign, fileOne, overturn, refuse } from "../test-support/cases.ts";
import { auditedFigures } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

interface Published {
  readonly quarter: string;
  readonly all: Figures;
  readonly bodies: readonly { readonly body: string; readonly figures: Figures }[];
}
type Figures = { readonly filing: Readonly<Record<string, number | null>> };

/** Of the ministry's 23 filings three are sealed; of the other's 29 nine: the country less the other would tell the three. */
async function fileInTheQuarter(portal: TestPortal): Promise<void> {
  const of = [
    [ministry, 20, 3],
    [otherMinistry, 20, 9],
  ] as const;
  for (const [body, open, sealed] of of) {
    for (let at = 0; at < open + sealed; at += 1) {
      await fileOne(portal, { text: "Gaz ýok", body, isSealed: at >= open });
    }
  }
}

async function publishedOf(browser: TestBrowser, query = ""): Promise<Published> {
  const file = await browser.open(`/en/grounds.json${query}`);
  assert.equal(file.status, 200);
  return JSON.parse(file.body) as Published;
}

const codes = ["shown", "sealed"];

/** Everything that an outsider has: the file, and how many filings of each body the leaves show. */
function knownOf(
  { quarter, all, bodies }: Published,
  filed: ReadonlyMap<string, number>,
): readonly Equation[] {
  const cell = (body: string, code: string) => `${quarter} ${body} ${code}`;
  const rows = [{ body: "all", figures: all }, ...bodies];
  const shown = rows.flatMap(({ body, figures }) =>
    codes.flatMap((code): Equation[] => {
      // A code that is not listed was counted nowhere.
      const count = code in figures.filing ? figures.filing[code] : 0;
      return count == null ? [] : [{ terms: new Map([[cell(body, code), 1]]), equals: count }];
    }),
  );
  const sums = rows.map(
    ({ body }): Equation => ({
      terms: new Map(codes.map((code) => [cell(body, code), 1])),
      equals: filed.get(body) ?? 0,
    }),
  );
  const country = codes.map(
    (code): Equation => ({
      terms: new Map(rows.map(({ body }) => [cell(body, code), body === "all" ? -1 : 1])),
      equals: 0,
    }),
  );
  return [...shown, ...sums, ...country];
}

test("from page, JSON and CSV and the leaves' own sums nobody computes what is withheld", async () => {
  await withPortal(async (portal) => {
    registerPublicRoutes(portal.server, portal.tools);
    await fileInTheQuarter(portal);
    await portal.sequence();
    const filed = new Map<string, number>([["all", 52]]);
    for (const [body, slug] of [
      [cabinet, "cabinet"],
      [ministry, "ministry-of-springs"],
      [otherMinistry, "ministry-of-roads"],
    ] as const) {
      filed.set(slug, Number((await auditedFigures(portal, "2026-12-31", body)).filed));
    }
    assert.deepEqual([...filed.values()], [52, 0, 23, 29], "the sums are in the leaves");
    portal.country.clock.now = morning(2027, 1, 8);
    const browser = browserAt(portal.server);
    const published = await publishedOf(browser);
    assert.equal(published.quarter, "2026-q4");
    const filings = new Map(published.bodies.map(({ body, figures }) => [body, figures.filing]));
    assert.deepEqual(filings.get("ministry-of-springs"), { shown: null, sealed: null });
    const determined = determinedCells(knownOf(published, filed));
    for (const [body, figures] of [...filings, ["all", published.all.filing] as const]) {
      for (const [code, count] of Object.entries(figures)) {
        if (count === null)
          assert.equal(determined.get(`2026-q4 ${body} ${code}`), undefined, `${body} ${code}`);
      }
    }
    const csv: Record<string, string>[] = parse((await browser.open("/en/grounds.csv")).body, {
      columns: true,
    });
    const inCsv = csv
      .filter(({ subject }) => subject === "filing")
      .map(({ body, code, count }) => [body, code, count === "" ? null : Number(count)]);
    const inJson = [...published.bodies, { body: "", figures: published.all }].flatMap(({ body, figures }) =>
      Object.entries(figures.filing).map(([code, count]) => [body, code, count]),
    );
    const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    assert.deepEqual(sorted(inCsv), sorted(inJson), "one truth in both files");
    const page = await browser.open("/en/grounds?body=ministry-of-springs");
    assert.match(page.body, /Name sealed from the official<\/th>.*?not shown/s);
    assert.doesNotMatch(page.body, /<td class="n">3<\/td>/);
  });
});

interface OverturnedPublished {
  readonly quarter: string;
  readonly all: Stated;
  readonly bodies: readonly (Stated & { readonly body: string; readonly overturned: number | null })[];
}
interface Stated {
  readonly inTimeOverturned: number | null;
}
interface Beside {
  readonly stated: Stated & { readonly headlineLessOverturnedPermille: number | null };
}
type Headlines = Beside & {
  readonly bodies: readonly (Beside & {
    readonly body: string;
    readonly figures: { readonly inTime: number; readonly judged: number };
  })[];
};

const decidedAbove = new Map([
  ["all", 6],
  ["ministry-of-springs", 1],
  ["ministry-of-roads", 5],
]);
const ways = ["in-time", "otherwise", "upheld"];

/** What an outsider has of overturned answers, who also knows how many cases of each body were decided above. */
function overturnedKnown(published: OverturnedPublished, headlines: Headlines): readonly Equation[] {
  const is = (cells: readonly string[], equals: number | null): readonly Equation[] =>
    equals === null ? [] : [{ terms: new Map(cells.map((cell) => [cell, 1])), equals }];
  const stated = [{ ...published.all, body: "all", overturned: null }, ...published.bodies];
  const beside = [{ ...headlines, body: "all" }, ...headlines.bodies];
  const country = ways.map(
    (way): Equation => ({
      terms: new Map([...decidedAbove.keys()].map((body) => [`${body} ${way}`, body === "all" ? -1 : 1])),
      equals: 0,
    }),
  );
  return [
    ...stated.flatMap((row) => is([`${row.body} in-time`], row.inTimeOverturned)),
    ...stated.flatMap((row) => is([`${row.body} in-time`, `${row.body} otherwise`], row.overturned)),
    // In the three quarters before nothing was decided above: four together are the newest alone.
    ...beside
      .filter(({ body }) => decidedAbove.has(body))
      .flatMap(({ body, stated: { inTimeOverturned } }) => is([`${body} in-time`], inTimeOverturned)),
    ...[...decidedAbove].flatMap(([body, sum]) =>
      is(
        ways.map((way) => `${body} ${way}`),
        sum,
      ),
    ),
    ...country,
  ];
}

/** Of the springs one answer in time was overturned, of the roads five: the country less the roads would tell the one. */
async function overturnInTheQuarter(portal: TestPortal): Promise<void> {
  for (const [body, count] of [[ministry, 1] as const, [otherMinistry, 5] as const]) {
    for (let at = 0; at < count; at += 1) {
      const filed = await fileOne(portal, { text: "Gaz ýok", body });
      await assign(portal, filed);
      await refuse(portal, filed, "Ýok");
      await portal.sequence();
      await overturn(portal, filed);
    }
  }
  await portal.sequence();
}

/** Every file that tells of it says the same, and none tells by the headline what it withholds. */
async function assertOneTruth(browser: TestBrowser, headlines: Headlines): Promise<void> {
  const rows = [...headlines.bodies, { ...headlines, body: "all" }];
  const hidden = rows.filter(({ stated }) => stated.inTimeOverturned === null);
  for (const { body, stated } of hidden) assert.equal(stated.headlineLessOverturnedPermille, null, body);
  const api = JSON.parse((await browser.open("/api/v1/figures")).body);
  assert.deepEqual({ v: 1, ...api }, headlines);
  const csv: Record<string, string>[] = parse((await browser.open("/en/statistics.csv")).body, {
    columns: true,
  });
  const inCsv = new Map(csv.map((row) => [row.body, row.statedInTimeOverturned]));
  for (const { body, stated } of headlines.bodies)
    assert.equal(inCsv.get(body), String(stated.inTimeOverturned ?? ""), body);
  for (const page of ["/", "/statistics", "/bodies/ministry-of-springs", "/grounds"])
    assert.match((await browser.open(`/en${page}`)).body, /not shown/, page);
}

test("nor what was overturned, from quarter, headline, files and API together", async () => {
  await withPortal(async (portal) => {
    registerPublicRoutes(portal.server, portal.tools);
    registerApiRoutes(portal.server, portal.tools);
    bodiesRoutes(portal.server, { tree: portal.tools.bodyTree, slots: appealSlots(portal.tools) });
    await overturnInTheQuarter(portal);
    const audited = await auditedFigures(portal, "2026-12-31", otherMinistry);
    assert.deepEqual([audited.inTime, audited.judged], [5, 5], "the record shows them as answered in time");
    portal.country.clock.now = morning(2027, 1, 8);
    const browser = browserAt(portal.server);
    const json = async <T>(path: string) => JSON.parse((await browser.open(path)).body) as T;
    const published = await json<OverturnedPublished>("/en/statistics/stated.json");
    const headlines = await json<Headlines>("/en/statistics.json");
    assert.equal(published.quarter, "2026-q4");
    console.log(JSON.stringify(published), JSON.stringify(headlines.bodies.map((b) => b.stated)));
    const determined = determinedCells(overturnedKnown(published, headlines));
    assert.equal(determined.get("ministry-of-springs in-time"), undefined, "the one is withheld");
    const rows = [...published.bodies, { ...published.all, body: "all" }];
    const hidden = rows.filter(({ inTimeOverturned }) => inTimeOverturned === null);
    for (const { body } of hidden) assert.equal(determined.get(`${body} in-time`), undefined, body);
    await assertOneTruth(browser, headlines);
  });
});

test("a quarter is shown when it is over, and never changes afterwards, whatever becomes of its cases", async () => {
  await withPortal(async (portal) => {
    registerPublicRoutes(portal.server, portal.tools);
    await fileInTheQuarter(portal);
    const browser = browserAt(portal.server);
    for (const quarter of ["2026-q4", "2027-q1", "2026-q5", "0000-q1", "x"]) {
      for (const page of [
        "/grounds",
        "/grounds.json",
        "/grounds.csv",
        "/statistics/stated",
        "/statistics/stated.json",
      ]) {
        assert.equal((await browser.open(`/en${page}?quarter=${quarter}`)).status, 404, `${page} ${quarter}`);
      }
    }
    const before = await publishedOf(browser);
    assert.equal(before.quarter, "2026-q3", "the one before the running one");
    assert.deepEqual(before.all.filing, {});
    portal.country.clock.now = morning(2027, 1, 8);
    const first = await publishedOf(browser, "?quarter=2026-q4");
    const { owner } = portal.country.database;
    await owner`update cases.case set identity_shown = true where filed_body = ${otherMinistry}`;
    assert.deepEqual(await publishedOf(browser, "?quarter=2026-q4"), first);
    const kept = await owner<{ content: string }[]>`
      select content from cases.stated_publication where part = 'grounds' and quarter = '2026-q4'`;
    assert.doesNotMatch(
      kept[0]?.content ?? "",
      /"count":[1-4][,}]/,
      "nothing small is kept of what was not shown",
    );
  });
});
