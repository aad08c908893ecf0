/** Auditing a log from the disk: entries a second against what hashing alone allows, at three sizes. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { type Bench, byTurns, type Measured, type Stage } from "../bench.ts";
import type { AuditOutcome, AuditRequest } from "./audit-run.ts";
import { type BuiltLog, buildLog } from "./built-log.ts";
import { hashLimit } from "./hash-limit.ts";

const sizes = {
  full: {
    entries: [10_000, 100_000, 1_000_000],
    rounds: [3, 3, 1],
    opensslSeconds: 1,
    warmUp: 10_000,
    more: 1_000,
  },
  tiny: { entries: [600, 1_200], rounds: [1, 1], opensslSeconds: 1, warmUp: 300, more: 100 },
} as const;
const limitName = "half of `openssl speed -bytes 65 sha256`, one thread";

export const recordAuditBench: Bench = {
  name: "record-audit",
  needsCountry: false,
  metrics: [
    "entries_per_s",
    "limit_ratio",
    "tree_entries_per_s",
    "tree_limit_ratio",
    "since_s",
    "memory_mib",
  ],
  async run(stage) {
    const { entries, rounds, warmUp } = sizes[stage.scale];
    stage.report("building the log to warm up with");
    const warm = await buildLog(join(stage.folder, "log-warm"), warmUp);
    const figures: Measured[] = [];
    for (const [position, size] of entries.entries()) {
      figures.push(...(await atSize(stage, warm.folder, size, rounds[position] ?? 1)));
    }
    return figures;
  },
};

async function atSize(
  stage: Stage,
  warmUp: string,
  size: number,
  rounds: number,
): Promise<readonly Measured[]> {
  const { opensslSeconds } = sizes[stage.scale];
  stage.report(`building a log of ${size} entries`);
  const log = await buildLog(join(stage.folder, `log-${size}`), size, 2 * size);
  const memory: number[] = [];
  const speed = async (what: AuditRequest["what"]): Promise<number> => {
    const { folder } = log;
    const done = await audited({ folder, warmUp, what, since: null, stateOut: null });
    if (what === "whole") memory.push(done.memoryMiB);
    return done.entriesRead / done.seconds;
  };
  stage.report(`auditing ${size} entries and hashing by turns`);
  const limit = () => hashLimit(opensslSeconds);
  const whole = await byTurns(rounds, () => speed("whole"), limit);
  const tree = await byTurns(rounds, () => speed("tree"), limit);
  const since = await sinceState(stage, log, warmUp);
  const goal = `${limitName}; goal: at least 0.5`;
  return [
    { metric: "entries_per_s", at: size, value: whole.ours, unit: "entries/s", against: limitName },
    { metric: "limit_ratio", at: size, value: whole.ratio, unit: "ratio", against: goal },
    { metric: "limit_per_s", at: size, value: whole.peer, unit: "entries/s" },
    { metric: "tree_entries_per_s", at: size, value: tree.ours, unit: "entries/s", against: limitName },
    { metric: "tree_limit_ratio", at: size, value: tree.ratio, unit: "ratio", against: goal },
    { metric: "memory_mib", at: size, value: Math.max(...memory), unit: "MiB" },
    since,
  ];
}

/** What a daily audit costs: a few entries after many. */
async function sinceState(stage: Stage, log: BuiltLog, warmUp: string): Promise<Measured> {
  const { more } = sizes[stage.scale];
  const at = log.size;
  const state = join(stage.folder, `state-${at}.json`);
  const { folder } = log;
  stage.report(`going on from ${at} entries`);
  await audited({ folder, warmUp: null, what: "whole", since: null, stateOut: state });
  await log.grow(more);
  const done = await audited({ folder, warmUp, what: "whole", since: state, stateOut: null });
  assert(done.entriesRead === more, "only what is new is read");
  return {
    metric: "since_s",
    at,
    value: done.seconds,
    unit: "s",
    against: `${more} new entries after so many`,
  };
}

async function audited(request: AuditRequest): Promise<AuditOutcome> {
  const child = fork(join(import.meta.dirname, "audit-run.ts"), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  child.send(request);
  const outcome: AuditOutcome = await new Promise((resolve, reject) => {
    child.once("message", (told: AuditOutcome) => resolve(told));
    child.once("exit", (code) => reject(new Error(`the audit ended with code ${code}`)));
  });
  await ended;
  return outcome;
}
