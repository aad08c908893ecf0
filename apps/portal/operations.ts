/** What the portal tells its operator, at an address apart from the pages. Wiring only. */
import { diskCheck } from "#engines/operations/disk-check.ts";
import { readinessOf } from "#engines/operations/health.ts";
import type { Metrics } from "#engines/operations/metrics.ts";
import { type RunningOperations, serveOperations } from "#engines/operations/operations-routes.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { checkpointCheck, databaseCheck, schemaCheck } from "#platform/operations/checks.ts";
import { addCheckpointFigures, addDatabaseFigures } from "#platform/operations/figures.ts";
import { operationsPages } from "#platform/operations/show-operations.ts";
import type { Portal } from "./tools.ts";

/** Begins to answer; rejects when the port is taken. */
export async function answerOperations(
  { configuration, tools, witnessKeys }: Portal,
  { metrics, elapsedMs }: { readonly metrics: Metrics; readonly elapsedMs: () => number },
): Promise<RunningOperations> {
  const { operationsHost: host, operationsPort: port, dataFolder } = configuration;
  const { engine, readPublished } = tools.receipts;
  const checkpoint = { engine, witnessKeys, readPublished, now: tools.now };
  const readiness = readinessOf("portal", [
    databaseCheck(tools.portal),
    schemaCheck(tools.portal, await readMigrations()),
    checkpointCheck(checkpoint),
    diskCheck(dataFolder),
  ]);
  const pools = [
    { role: "portal", sql: tools.portal },
    { role: "desk", sql: tools.desk },
  ] as const;
  addDatabaseFigures(metrics, pools, elapsedMs);
  addCheckpointFigures(metrics, checkpoint);
  const pages = operationsPages({ readiness, metrics });
  return await serveOperations({ host, port, readiness, metrics, pages });
}
