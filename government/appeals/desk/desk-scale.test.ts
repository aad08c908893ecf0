/** The queue with ten thousand open cases: by index and by place, whatever is shown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ministry } from "#tests/country/small-country.ts";
import { type DeskCountry, withDeskCountry } from "./desk-samples.ts";

const openCases = 10_000;
/** Of the whole page, on two shared cores: the queries take a few milliseconds of it. */
const pageMsMax = 1_000;
const shows = ["all", "mine", "unassigned", "overdue", "near", "waiting"];

async function fill({ country }: DeskCountry): Promise<void> {
  const { owner } = country.database;
  // Rows alone: what a queue reads is a projection, and ten thousand filings would take minutes.
  await owner`
    insert into cases.case (case_tag, log, number, filing_kind, language, channel, identity_shown, filed_body,
      filed_at, filed_day, holder_body, official, official_post, phase, due, act_count, last_act_at,
      status_code_hash, secret_hash)
    select decode(lpad(to_hex(n), 32, '0'), 'hex'), 'executive',
      to_char(26, 'FM00') || '-' || to_char(n / 10000, 'FM0000') || '-' || to_char(n % 10000, 'FM0000') || '-0',
      (array['filed-complaint', 'filed-application', 'filed-suggestion'])[1 + n % 3], 'tk', 'web', true,
      ${ministry}, 0, 20700, ${ministry}, null, case n % 4 when 0 then null when 1 then 'inspector' else 'clerk' end,
      case when n % 10 = 0 then 'awaiting-applicant' else 'open' end, 20740 + n % 60, 1, 0, '\\x00', '\\x00'
    from generate_series(1, ${openCases}) n`;
  await owner`analyze cases.case`;
}

test("ten thousand open cases: every view is a page away, none reads the whole table for its rows", async (t) => {
  await withDeskCountry(async (desk) => {
    await fill(desk);
    const { owner } = desk.country.database;
    for (const show of shows) {
      await desk.inspector.get(`/en/desk?show=${show}`);
      const begun = performance.now();
      const page = await desk.inspector.get(`/en/desk?show=${show}`);
      const ms = performance.now() - begun;
      assert.equal(page.status, 200);
      t.diagnostic(`${show}: ${Math.round(ms)} ms for the page`);
      assert.ok(ms <= pageMsMax, `${show}: ${ms} ms`);
    }
    const deep = await desk.inspector.get("/en/desk?after=2026-11-20.26-0000-5000-0");
    assert.equal(deep.status, 200);
    // The plans of the store's own shapes: by index, ended by the limit, never sorted and never counted off.
    for (const condition of [
      "true",
      "official_post = any('{inspector}')",
      "official_post is null",
      "due <= 20770",
      "filing_kind = 'filed-suggestion'",
      "(due, number) > (20780, '26-0000-5000-0')",
    ]) {
      const rows = await owner.unsafe(
        `explain (analyze, format text) select * from cases.case
         where holder_body = ${ministry} and due is not null and ${condition} order by due, number limit 26`,
      );
      const plan = rows.map((row) => String(row["QUERY PLAN"])).join("\n");
      assert.match(plan, /Index Scan using case_\w+/, plan);
      assert.doesNotMatch(plan, /Seq Scan/, plan);
      t.diagnostic(`${condition}: ${/Execution Time: [0-9.]+ ms/.exec(plan)?.[0]}`);
    }
  });
});
