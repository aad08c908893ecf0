/** The operator's page: what it draws is what the figures say, in three languages, with a table behind each chart. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { sampleMetrics, sampleReadiness } from "#tests/operations/sample-figures.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { drawnFigures } from "./drawn-figures.ts";
import { operationsPages } from "./show-operations.ts";

test("what is drawn are the figures that Prometheus gets", async () => {
  const drawn = drawnFigures(await sampleMetrics().read());
  assert.deepEqual(
    [...drawn.requests],
    [
      ["answered", 95],
      ["led-on", 1],
      ["refused", 1],
      ["held-up", 1],
      ["failed", 2],
    ],
  );
  assert.deepEqual(
    drawn.alarms.map(({ key, share }) => [key, share]),
    [
      ["waiting-act", 2],
      ["failures", 2],
      ["disk", 0.25],
    ],
  );
  assert.deepEqual(drawn.slowest[0], { route: "/desk/:number", mean: 1, count: 2 });
  assert.equal(drawn.witnesses.length, 2);
});

test("each language has the page, sound, with its charts in words and in a table", {
  skip: skipUnless("xmllint"),
}, async () => {
  const pages = operationsPages({ readiness: sampleReadiness, metrics: sampleMetrics() });
  for (const language of languages) {
    const page = await pages(`/${language}`, undefined);
    assert.equal(page?.contentType, "text/html; charset=utf-8");
    const body = page?.body ?? "";
    assert.deepEqual(await markupProblems(body), [], language);
    const charts = body.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    assert.equal(charts.length, 4, language);
    assert.equal(body.match(/<table>/g)?.length, 5, "one more for the checks");
    for (const chart of charts) {
      const { status, stderr } = spawnSync("xmllint", ["--noout", "-"], { input: chart, encoding: "utf8" });
      assert.equal(status, 0, stderr);
      assert.match(chart, /<desc id="\w+d">[^<]{10,}<\/desc>/);
    }
    assert.ok(Buffer.byteLength(body) < 14_336, `${Buffer.byteLength(body)} bytes before compression`);
  }
  const english = (await pages("/en", undefined))?.body ?? "";
  assert.match(english, /Not ready/);
  assert.match(english, /signed entries: 12; entries in the database: 9; database: older/);
  assert.match(english, /ECONNREFUSED/);
  assert.match(english, /reached \(200 %\)/);
  assert.match(english, /lawyers: HAS SEEN A LARGER LOG/);
  assert.match((await pages("/", "ru;q=0.9"))?.body ?? "", /<html lang="ru">/);
  assert.match((await pages("/", undefined))?.body ?? "", /<html lang="tk">/);
  assert.match((await pages("/style.css", undefined))?.contentType ?? "", /^text\/css/);
  assert.equal(await pages("/de", undefined), null);
});
