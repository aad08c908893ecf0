import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { cabinet, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { registerPublicRoutes } from "../index.ts";
import { determinedCells, type Equation } from "../test-support/attacker.ts";
import { browserAt, type TestBrowser } from "../test-support/browser.ts";
import { fileOne } from "../test-support/cases.ts";
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
