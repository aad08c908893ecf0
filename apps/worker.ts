/** The worker as a program: it gives acts their place in the log and publishes them, configured as platform/config says. */
import { randomBytes } from "node:crypto";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { foundingNeeded } from "#platform/config/installed-country.ts";
import { runSequencer } from "#platform/record/run-sequencer.ts";
import { describeStartProblem } from "#platform/record/start-judgement.ts";
import { lookAtFiles } from "./worker/file-checks.ts";
import { keepHouse } from "./worker/housekeeping.ts";
import { tellTheNews } from "./worker/notices.ts";
import { answerOperations, type WorkerState } from "./worker/operations.ts";
import { signAt } from "./worker/signing.ts";
import { openWorker } from "./worker/tools.ts";

const configuration = readConfiguration(process.env);
if (!configuration.ok) throw new Error(describeConfigurationProblems(configuration.problem));
const instruction = foundingNeeded(configuration.value);
if (instruction !== null) {
  console.error(instruction);
  process.exit(1);
}
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

const worker = await openWorker(configuration.value, {
  now: Date.now,
  randomBytes: (length) => randomBytes(length),
  stop: stop.signal,
  report: (line) => console.log(line),
});
const { log } = worker;
const state: WorkerState = { sequencer: null, mail: null, files: null };
const operations = await answerOperations(configuration.value, worker, state);
const house = keepHouse(worker.house);
const news = tellTheNews(worker.notices, (mail) => {
  state.mail = mail;
});
const files = lookAtFiles(worker.files, (looked) => {
  state.files = looked;
});
const signing = signAt(configuration.value.signerSocket, worker.signer, worker.house.report);
try {
  const problem = await runSequencer({
    ...worker.sequencer,
    onStatus: (status) => {
      signing.begin();
      state.sequencer = status;
    },
  });
  if (problem !== null) {
    console.error(`The log ${log} is not continued. ${describeStartProblem(problem)}`);
    process.exitCode = 1;
  }
} finally {
  stop.abort();
  await Promise.all([house, news, files]);
  await signing.close();
  await operations[Symbol.asyncDispose]();
  await worker.close();
}
