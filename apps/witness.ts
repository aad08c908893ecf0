/**
 * One witness as a program of the demo, configured by its environment:
 *
 * | variable             | meaning                                                                          |
 * |----------------------|----------------------------------------------------------------------------------|
 * | AYDYN_WITNESS_NAME   | its name, as in `witness-1.oguzabat.example`                                      |
 * | AYDYN_WITNESS_PORT   | TCP port                                                                         |
 * | AYDYN_WITNESS_HOST   | address to listen on; 127.0.0.1 if not set                                        |
 * | AYDYN_WITNESS_OPERATIONS_PORT | TCP port at which it says how it is, on this computer alone; not at all if not set |
 * | AYDYN_WITNESS_FOLDER | its key (drawn at the first start), its state, and `logs.txt`                     |
 * | AYDYN_WITNESS_LOGS   | verifier keys of the logs that it follows, separated by spaces; else `logs.txt`   |
 *
 * Everybody else runs `aydyn witness serve` (see witness/README.md); both are the same witness.
 */
import { randomBytes } from "node:crypto";
import { eventLog } from "#engines/operations/event-log.ts";
import { answerOperations, witnessMetrics } from "#witness/operations.ts";
import { serveWitness } from "#witness/server.ts";
import { type WitnessEvent, witnessEventLevels } from "#witness/witness-events.ts";
import { openWitnessFolder, parseFollowedLogs, readFollowedLogs } from "#witness/witness-folder.ts";

function setting(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === "") throw new Error(`${variable} is not set`);
  return value;
}

const report = eventLog<WitnessEvent>({
  program: process.env.AYDYN_WITNESS_NAME || "witness",
  levels: witnessEventLevels,
  now: Date.now,
  write: (line) => process.stdout.write(line),
});

async function run(): Promise<void> {
  const name = setting("AYDYN_WITNESS_NAME");
  const folder = setting("AYDYN_WITNESS_FOLDER");
  const logTexts = process.env.AYDYN_WITNESS_LOGS;
  const logs = logTexts ? parseFollowedLogs(logTexts) : await readFollowedLogs(folder);
  await using release = new AsyncDisposableStack();
  const { signer, state } = await openWitnessFolder(folder, randomBytes);
  release.defer(() => state.close());
  const { metrics, onAnswer } = witnessMetrics({ stateFolder: folder, now: Date.now });
  const running = await serveWitness({
    name,
    signer,
    state,
    logs,
    now: Date.now,
    port: Number(setting("AYDYN_WITNESS_PORT")),
    host: process.env.AYDYN_WITNESS_HOST || "127.0.0.1",
    report,
    onAnswer,
  });
  release.defer(() => running.close());
  const operationsPort = process.env.AYDYN_WITNESS_OPERATIONS_PORT;
  const operations = operationsPort ? { host: "127.0.0.1", port: Number(operationsPort) } : null;
  const asked = { metrics, state, stateFolder: folder, now: Date.now };
  release.use(await answerOperations(operations, running.witness, asked));
  report({ event: "listening", url: running.url });
  const stopped = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.resolve());
  await stopped.promise;
}

try {
  await run();
} catch (error) {
  report({ event: "not-started", advice: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
