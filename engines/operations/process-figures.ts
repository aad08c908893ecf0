import { readFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { diskSpace } from "./disk-check.ts";
import type { Metrics } from "./metrics.ts";

const packageFile = join(import.meta.dirname, "..", "..", "package.json");
const msPerSecond = 1_000;
const microsecondsPerSecond = 1_000_000;
const nanosecondsPerSecond = 1e9;

/** What every program tells of its process, under the names that all exporters use, and of the disk where its data lies. */
export function addProcessFigures(
  metrics: Metrics,
  { now, dataFolder }: { readonly now: () => number; readonly dataFolder: string },
): void {
  const { version } = JSON.parse(readFileSync(packageFile, "utf8"));
  const startedAt = now() / msPerSecond - process.uptime();
  const delay = monitorEventLoopDelay();
  delay.enable();
  metrics.figures(
    {
      aydyn_build_info: {
        type: "gauge",
        help: "Always 1; the labels say which version runs on which Node.js.",
      },
      process_start_time_seconds: { type: "gauge", help: "When the process began, Unix time." },
      process_cpu_seconds_total: { type: "counter", help: "Processor time that the process has used." },
      process_resident_memory_bytes: { type: "gauge", help: "Memory that the process holds." },
      aydyn_event_loop_delay_seconds: {
        type: "gauge",
        help: "The longest that work had to wait for its turn since this was asked last.",
      },
    },
    async () => {
      const { user, system } = process.cpuUsage();
      const longest = delay.max / nanosecondsPerSecond;
      delay.reset();
      return {
        aydyn_build_info: [{ labels: { version: String(version), node: process.version }, value: 1 }],
        process_start_time_seconds: startedAt,
        process_cpu_seconds_total: (user + system) / microsecondsPerSecond,
        process_resident_memory_bytes: process.memoryUsage.rss(),
        aydyn_event_loop_delay_seconds: longest,
      };
    },
  );
  metrics.figures(
    {
      aydyn_disk_free_bytes: { type: "gauge", help: "Room left where the data lies." },
      aydyn_disk_size_bytes: { type: "gauge", help: "Size of the disk on which the data lies." },
    },
    async () => {
      const { free, size } = await diskSpace(dataFolder);
      return { aydyn_disk_free_bytes: free, aydyn_disk_size_bytes: size };
    },
  );
}
