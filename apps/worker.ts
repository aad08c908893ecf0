/** The worker as a program: it gives acts their place in the log and publishes them, configured as platform/config says. */
import { randomBytes } from "node:crypto";
import { runSequencer } from "#platform/record/run-sequencer.ts";
import { describeStartProblem } from "#platform/record/start-judgement.ts";
import { beginProgram } from "./program.ts";
import { lookAtFiles } from "./worker/file-checks.ts";
import { keepHouse } from "./worker/housekeeping.ts";
import { tellTheNews } from "./worker/notices.ts";
import { answerOperations, type WorkerState } from "./worker/operations.ts";
import { pause } from "./worker/pause.ts";
import { signAt } from "./worker/signing.ts";
import { openWorker } from "./worker/tools.ts";

/**
 * After a start the log goes on first, and with the portal those who wait for a page: what is done each second or minute
 * anyway begins when both have had the processors to themselves.
 */
const besideAfterMs = 2_000;

const { configuration, report, metrics } = beginProgram("worker");
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

const worker = await openWorker(configuration, {
  now: Date.now,
  randomBytes: (length) => randomBytes(length),
  stop: stop.signal,
  report,
});
const { log } = worker;
const state: WorkerState = { sequencer: null, mail: null, files: null };
const operations = await answerOperations(configuration, worker, state, {
  metrics,
  elapsedMs: () => performance.now(),
});
const beside = pause(besideAfterMs, stop.signal).then(() =>
  Promise.all([
    keepHouse(worker.house),
    tellTheNews(worker.notices, (mail) => {
      state.mail = mail;
    }),
    lookAtFiles(worker.files, (looked) => {
      state.files = looked;
    }),
  ]),
);
const signing = signAt(configuration.signerSocket, worker.signer, report);
try {
  const problem = await runSequencer({
    ...worker.sequencer,
    onStatus: (status) => {
      signing.begin();
      state.sequencer = status;
    },
  });
  if (problem !== null) {
    const advice = describeStartProblem(problem);
    report({ event: "log-not-continued", log, problem: problem.kind, advice });
    process.exitCode = 1;
  }
} finally {
  stop.abort();
  await beside;
  await signing.close();
  await operations[Symbol.asyncDispose]();
  await worker.close();
}
