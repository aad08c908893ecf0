import { diskCheck } from "#engines/operations/disk-check.ts";
import { type HealthCheck, readinessOf } from "#engines/operations/health.ts";
import {
  type OperationsAddress,
  type RunningOperations,
  serveOperations,
} from "#engines/operations/operations-routes.ts";
import type { Witness } from "./witness.ts";

/** From when on a log that was cosigned before is missed: an idle one asks every minute. */
const silentLogSeconds = 10 * 60;
const msPerSecond = 1_000;

/**
 * What a witness tells whoever runs it, at an address apart from the one that logs ask; `null` for none. Rejects when the
 * port is taken.
 */
export async function answerOperations(
  address: OperationsAddress | null,
  witness: Witness,
  { stateFolder, now }: { readonly stateFolder: string; readonly now: () => number },
): Promise<RunningOperations | null> {
  if (address === null) return null;
  const readiness = readinessOf("witness", [memoryCheck(witness, now), diskCheck(stateFolder)]);
  return await serveOperations({ ...address, readiness });
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
