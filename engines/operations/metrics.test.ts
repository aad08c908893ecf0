/** Figures in Prometheus' text format: known answers, and Prometheus' own tool as the judge. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { figureOf, metricsFaults, readFigures } from "#tests/operations/promtool.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { Metrics } from "./metrics.ts";
import { addProcessFigures } from "./process-figures.ts";

function sample(): Metrics {
  const metrics = new Metrics();
  const requests = metrics.counter<"route" | "status">("requests_total", "Requests\nby \\route.");
  requests({ route: '/a"b\\c\nd', status: "200" });
  requests({ route: "/", status: "404" }, 3);
  requests({ route: "/", status: "404" });
  const durations = metrics.histogram<"route">("duration_seconds", "How long.", [0.1, 0.5, 1]);
  for (const seconds of [0.05, 0.1, 0.3, 0.75, 20]) durations({ route: "/" }, seconds);
  metrics.figures(
    {
      age_seconds: { type: "gauge", help: "Age." },
      nothing_bytes: { type: "gauge", help: "Not known." },
      limit_bytes: { type: "gauge", help: "Without an end." },
    },
    async () => ({
      age_seconds: [{ labels: { log: "executive" }, value: 1.5 }],
      nothing_bytes: null,
      limit_bytes: Number.POSITIVE_INFINITY,
    }),
  );
  return metrics;
}

test("the text is what the format says", async () => {
  assert.equal(
    await sample().text(),
    `# HELP requests_total Requests\\nby \\\\route.
# TYPE requests_total counter
requests_total{route="/a\\"b\\\\c\\nd",status="200"} 1
requests_total{route="/",status="404"} 4
# HELP duration_seconds How long.
# TYPE duration_seconds histogram
duration_seconds_bucket{route="/",le="0.1"} 2
duration_seconds_bucket{route="/",le="0.5"} 3
duration_seconds_bucket{route="/",le="1"} 4
duration_seconds_bucket{route="/",le="+Inf"} 5
duration_seconds_sum{route="/"} 21.2
duration_seconds_count{route="/"} 5
# HELP age_seconds Age.
# TYPE age_seconds gauge
age_seconds{log="executive"} 1.5
# HELP nothing_bytes Not known.
# TYPE nothing_bytes gauge
# HELP limit_bytes Without an end.
# TYPE limit_bytes gauge
limit_bytes +Inf
# HELP aydyn_figures_unreadable Groups of figures that could not be read for this answer; they are left out of it.
# TYPE aydyn_figures_unreadable gauge
aydyn_figures_unreadable 0
`,
  );
});

test("Prometheus' own tool finds nothing wrong, nor in the figures of a process", {
  skip: skipUnless("promtool"),
}, async () => {
  const metrics = sample();
  addProcessFigures(metrics, { now: Date.now, dataFolder: "/" });
  const text = await metrics.text();
  assert.equal(metricsFaults(text), "");
  const figures = readFigures(text);
  assert.ok(figureOf(figures, "process_resident_memory_bytes") > 10_000_000);
  const started = figureOf(figures, "process_start_time_seconds");
  assert.ok(Math.abs(Date.now() / 1_000 - process.uptime() - started) < 2, String(started));
  assert.notEqual(metricsFaults("requests 1\nrequests 2\n"), "", "the tool does judge");
});

test("a look that throws or hangs is left out and counted, and takes nothing else with it", async () => {
  const metrics = sample();
  const lost = { type: "gauge", help: "Never there." } as const;
  metrics.figures({ lost_one: lost }, async () => {
    throw new Error("no database");
  });
  metrics.figures({ lost_two: lost }, () => new Promise(() => {}));
  const text = await metrics.text(20);
  assert.doesNotMatch(text, /lost_|no database/);
  assert.equal(figureOf(readFigures(text), "aydyn_figures_unreadable"), 2);
  assert.equal(figureOf(readFigures(text), "requests_total"), 5);
});

test("a name is used once and written in small letters", () => {
  const metrics = sample();
  assert.throws(() => metrics.counter("requests_total", "Again."), /used once/);
  assert.throws(() => metrics.counter("Requests", "Large."), TypeError);
});
