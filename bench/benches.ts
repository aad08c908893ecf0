import { appealsBench } from "./appeals/appeals.ts";
import type { Bench } from "./bench.ts";
import { deskBench } from "./desk/desk.ts";
import { pagesBench } from "./pages/pages.ts";
import { recordAppendBench } from "./record/record-append.ts";
import { recordAuditBench } from "./record/record-audit.ts";
import { scaleBench } from "./scale/scale.ts";
import { startBench } from "./start/start.ts";

/** All benches, in the order in which they run. */
export const benches: readonly Bench[] = [
  startBench,
  pagesBench,
  appealsBench,
  recordAppendBench,
  recordAuditBench,
  deskBench,
  scaleBench,
];
