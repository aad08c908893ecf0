/** The worker as a program: it gives acts their place in the log and publishes them, configured as platform/config says. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parsePolicy } from "#core/log/policy.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { demoWitnessAddresses, logPlaces } from "#platform/config/log-places.ts";
import { openRoleDatabase } from "#platform/database/role-logins.ts";
import { openKeyFolder } from "#platform/keys/key-folder.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { parseLogName } from "#platform/record/act.ts";
import { hasLockHead } from "#platform/record/lock-head.ts";
import { runSequencer } from "#platform/record/run-sequencer.ts";
import type { SequencerStatus } from "#platform/record/sequencer.ts";
import { describeStartProblem } from "#platform/record/start-judgement.ts";
import { witnessLinks } from "#platform/record/witness-links.ts";
import { keepHouse } from "./worker/housekeeping.ts";

const read = readConfiguration(process.env);
if (!read.ok) throw new Error(describeConfigurationProblems(read.problem));
const configuration = read.value;
const log = parseLogName("executive");
if (log === null) throw new Error("the executive log has a name");
const places = logPlaces(configuration, log);
const policy = parsePolicy(readFileSync(places.policyFile, "utf8"));
if (!policy.ok) {
  throw new Error(`${places.policyFile}, line ${policy.problem.line}: ${policy.problem.reason}`);
}
const keyOptions = { randomBytes: (length: number) => randomBytes(length), durability: "fsync" } as const;
const keys = openKeyFolder(configuration.keysFolder, keyOptions);
if (hasLockHead(places.stateFolder) && !keys.hasLogKey(log)) {
  throw new Error(describeStartProblem({ kind: "log-key-lost" }));
}
const database = await openRoleDatabase(configuration, "worker");
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

let status: SequencerStatus | null = null;
const health = createServer((_request, response) => {
  response.writeHead(status === null ? 503 : 200, { "content-type": "application/json" });
  response.end(JSON.stringify({ log, ...status }));
});
health.listen(configuration.workerPort, "127.0.0.1");

const house = keepHouse({
  log,
  origin: places.origin,
  sql: database.sql,
  now: Date.now,
  randomBytes: keyOptions.randomBytes,
  stop: stop.signal,
  report: (line) => console.log(line),
});
try {
  const problem = await runSequencer({
    ...keyOptions,
    log,
    origin: places.origin,
    sql: database.sql,
    engine: nativeEngine,
    signer: keys.logSigner(log),
    stateFolder: places.stateFolder,
    publishedFolder: places.publishedFolder,
    carriedFolder: join(configuration.dataFolder, "carried-cosignatures", log),
    policy: policy.value,
    witnesses: witnessLinks(policy.value, { fetch, addresses: demoWitnessAddresses(configuration) }),
    personKeys: openPersonKeys(configuration.keysFolder, keyOptions),
    now: Date.now,
    stop: stop.signal,
    report: (line) => console.log(line),
    onStatus: (now) => {
      status = now;
    },
  });
  if (problem !== null) {
    console.error(`The log ${log} is not continued. ${describeStartProblem(problem)}`);
    process.exitCode = 1;
  }
} finally {
  stop.abort();
  await house;
  health.close();
  await database.close();
}
