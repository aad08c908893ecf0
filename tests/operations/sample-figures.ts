/** What an operator's page is shown with in tests. */
import type { ReadinessReport } from "#engines/operations/health.ts";
import { Metrics } from "#engines/operations/metrics.ts";
import { eventCounters } from "#platform/operations/event-counters.ts";
import { thresholds } from "#platform/operations/thresholds.ts";

const gib = 1024 ** 3;

/** Figures of a worker that also answered people, with alarms among them. */
export function sampleMetrics(): Metrics {
  const metrics = new Metrics();
  const count = eventCounters(metrics);
  const request = (route: string, status: number, milliseconds: number) =>
    count({ event: "request", request: "0", method: "GET", route, status, milliseconds });
  request("/tk/desk/:number", 200, 900);
  request("/ru/desk/:number", 200, 1_100);
  for (const status of [200, 303, 304, 404, 429, 500, 503]) request("/tk/bodies", status, 10);
  count({ event: "requests-from-memory", method: "GET", route: "/en/", status: 200, answers: 91 });
  count({ event: "cases-raised", cases: 3 });
  metrics.figures(
    {
      aydyn_oldest_waiting_act_age_seconds: { type: "gauge", help: "Oldest." },
      aydyn_disk_free_bytes: { type: "gauge", help: "Free." },
      aydyn_log_witness_answers_total: { type: "counter", help: "Answers." },
    },
    async () => ({
      aydyn_oldest_waiting_act_age_seconds: thresholds.waitingActSeconds * 2,
      aydyn_disk_free_bytes: 4 * gib,
      aydyn_log_witness_answers_total: [
        { labels: { witness: "lawyers", answer: "cosigned" }, value: 12 },
        { labels: { witness: "lawyers", answer: "saw-larger" }, value: 1 },
      ],
    }),
  );
  return metrics;
}

/** A worker that found something of each kind. */
export const sampleReadiness = async (): Promise<ReadinessReport> => ({
  program: "worker",
  ready: false,
  checks: [
    {
      name: "log-head",
      state: "failed",
      facts: { signedEntries: 12, databaseEntries: 9, database: "behind" },
    },
    { name: "checkpoint", state: "noticed", facts: { ageSeconds: null } },
    { name: "disk", state: "fine", facts: { freeBytes: 4 * gib, sizeBytes: 80 * gib } },
    { name: "sequencer", state: "failed", facts: {}, code: "ECONNREFUSED" },
  ],
});
