/** What the worker tells its operator, and the supervisor on this computer. Wiring only. */
import { join } from "node:path";
import { verifierKey } from "#core/log/note.ts";
import { diskCheck } from "#engines/operations/disk-check.ts";
import { readinessOf } from "#engines/operations/health.ts";
import type { Metrics } from "#engines/operations/metrics.ts";
import { type RunningOperations, serveOperations } from "#engines/operations/operations-routes.ts";
import type { Configuration } from "#platform/config/config.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { readTextIfPresent } from "#platform/files/durable-file.ts";
import type { MailStatus } from "#platform/mail/send-mails.ts";
import {
  checkpointCheck,
  databaseCheck,
  type FilesStatus,
  filesCheck,
  mailCheck,
  schemaCheck,
  sequencerCheck,
} from "#platform/operations/checks.ts";
import {
  addCheckpointFigures,
  addDatabaseFigures,
  addFileFigures,
  addLogFigures,
  addMailFigures,
} from "#platform/operations/figures.ts";
import { logHeadCheck } from "#platform/operations/log-head-check.ts";
import { operationsPages } from "#platform/operations/show-operations.ts";
import { waitingActs } from "#platform/record/pending-store.ts";
import type { SequencerStatus } from "#platform/record/sequencer.ts";
import type { Worker } from "./tools.ts";

/** What the worker's parts said last of themselves; `null` until they did. */
export interface WorkerState {
  sequencer: SequencerStatus | null;
  /** Also `null` where no mail server is set. */
  mail: MailStatus | null;
  files: FilesStatus | null;
}

/** Begins to answer; ready from the moment on at which `state` says that the log goes on. Rejects when the port is taken. */
export async function answerOperations(
  configuration: Configuration,
  worker: Worker,
  state: WorkerState,
  { metrics, elapsedMs }: { readonly metrics: Metrics; readonly elapsedMs: () => number },
): Promise<RunningOperations> {
  const { operationsHost: host, workerPort: port, dataFolder } = configuration;
  const { sql, engine, ledger, log, now, origin, policy, publishedFolder, signer, stateFolder } =
    worker.sequencer;
  const waiting = () => waitingActs(sql, log, now());
  const checkpoint = {
    ...{ engine, now },
    witnessKeys: policy.witnesses.map(({ key }) => key),
    readPublished: (path: string) => readTextIfPresent(join(publishedFolder, path)),
  };
  const logKey = verifierKey(engine, origin, "ed25519", signer.publicKey);
  const readiness = readinessOf("worker", [
    sequencerCheck({ isRunning: () => state.sequencer !== null, waitingActs: waiting, now }),
    databaseCheck(sql),
    schemaCheck(sql, await readMigrations()),
    logHeadCheck({ engine, ledger, stateFolder, logKey }),
    checkpointCheck(checkpoint),
    diskCheck(dataFolder),
    mailCheck(() => state.mail, now),
    filesCheck(() => state.files, now),
  ]);
  addDatabaseFigures(metrics, [{ role: "worker", sql }], elapsedMs);
  addCheckpointFigures(metrics, checkpoint);
  addLogFigures(metrics, { log, status: () => state.sequencer, waitingActs: waiting, now });
  addMailFigures(metrics, () => state.mail, now);
  addFileFigures(metrics, () => state.files, now);
  const pages = operationsPages({ readiness, metrics });
  return await serveOperations({ host, port, readiness, metrics, pages });
}
