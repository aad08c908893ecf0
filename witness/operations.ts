import { diskCheck } from "#engines/operations/disk-check.ts";
import { type HealthCheck, readinessOf } from "#engines/operations/health.ts";
import { Metrics } from "#engines/operations/metrics.ts";
import {
  type OperationsAddress,
  type RunningOperations,
  serveOperations,
} from "#engines/operations/operations-routes.ts";
import { addProcessFigures } from "#engines/operations/process-figures.ts";
import type { ServeOptions } from "./server.ts";
import type { Witness } from "./witness.ts";
import type { WitnessState } from "./witness-state.ts";

/** From when on a log that was cosigned before is missed: an idle one asks every minute. */
const silentLogSeconds = 10 * 60;
const msPerSecond = 1_000;

/** Figures of a witness: the ones of its process, and how often it gave which answer. */
export function witnessMetrics(options: { readonly stateFolder: string; readonly now: () => number }) {
  const metrics = new Metrics();
  addProcessFigures(metrics, { now: options.now, dataFolder: options.stateFolder });
  const answers = metrics.counter<"path" | "status">(
    "aydyn_witness_requests_total",
    "Requests answered: checkpoints that logs brought, and all others.",
  );
  const onAnswer: ServeOptions["onAnswer"] = (path, status) => answers({ path, status: String(status) });
  return { metrics, onAnswer };
}

/**
 * What a witness tells whoever runs it, at an address apart from the one that logs ask; `null` for none. Rejects when the
 * port is taken.
 */
export async function answerOperations(
  address: OperationsAddress | null,
  witness: Witness,
  options: {
    readonly metrics: Metrics;
    readonly state: WitnessState;
    readonly stateFolder: string;
    readonly now: () => number;
  },
): Promise<RunningOperations | null> {
  if (address === null) return null;
  const { metrics, stateFolder, now } = options;
  addLogFigures(witness, options);
  const readiness = readinessOf("witness", [memoryCheck(witness, now), diskCheck(stateFolder)]);
  return await serveOperations({ ...address, readiness, metrics });
}

function addLogFigures(
  witness: Witness,
  { metrics, state, now }: { metrics: Metrics; state: WitnessState; now: () => number },
): void {
  metrics.figures(
    {
      aydyn_witness_log_entries: { type: "gauge", help: "Entries of a log that were cosigned last." },
      aydyn_witness_cosigned_age_seconds: {
        type: "gauge",
        help: "How long ago a log was cosigned last; absent before the first time.",
      },
      aydyn_witness_contradictions: {
        type: "gauge",
        help: "Proofs that a log signed two trees of one size: files in the folder of evidence, to be published.",
      },
    },
    async () => {
      const logs = await Promise.all(
        witness.logs.map(async ({ name: origin }) => ({
          labels: { origin },
          record: await witness.recorded(origin),
          evidence: await state.countEvidence(origin),
        })),
      );
      const nowSeconds = Math.floor(now() / msPerSecond);
      return {
        aydyn_witness_log_entries: logs.map(({ labels, record }) => ({ labels, value: record?.size ?? 0 })),
        aydyn_witness_cosigned_age_seconds: logs.flatMap(({ labels, record }) =>
          record === null ? [] : [{ labels, value: Math.max(0, nowSeconds - record.timeSeconds) }],
        ),
        aydyn_witness_contradictions: logs.map(({ labels, evidence }) => ({ labels, value: evidence })),
      };
    },
  );
}

/** Whether its memory can be read: a damaged one must stop the witness. A log that has gone silent is noticed. */
function memoryCheck(witness: Witness, now: () => number): HealthCheck {
  return {
    name: "memory",
    look: async () => {
      const records = await Promise.all(witness.logs.map(({ name }) => witness.recorded(name)));
      const known = records.flatMap((record) => (record === null ? [] : [record.timeSeconds]));
      const nowSeconds = Math.floor(now() / msPerSecond);
      const ageSeconds = known.length === 0 ? null : Math.max(0, nowSeconds - Math.min(...known));
      const facts = {
        logs: witness.logs.length,
        cosignedLogs: known.length,
        oldestCosignatureSeconds: ageSeconds,
      };
      return { state: (ageSeconds ?? 0) > silentLogSeconds ? "noticed" : "fine", facts };
    },
  };
}
