/** Filing over HTTP: acknowledged appeals a second against bare rows, and how long the witnessed receipt takes. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { assert } from "#core/result.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { parseLogName } from "#platform/record/act.ts";
import { type Bench, byTurns, type Measured, percentile, type Stage } from "../bench.ts";
import type { BenchCountry } from "../country/bench-country.ts";
import { openLoad } from "../load/load.ts";
import type { RoundOutcome } from "../load/round.ts";
import { createBareTable } from "../record/bare-row-store.ts";
import type { InsertRound } from "./bare-inserter.ts";
import { CheckpointWatch } from "./checkpoint-watch.ts";
import { filingIndexes } from "./entries-store.ts";
import { filedStatus, filingRequest, numberPattern } from "./filing.ts";

const sizes = {
  full: { appeals: 100, rounds: 5, seconds: 5, clients: 32 },
  tiny: { appeals: 12, rounds: 1, seconds: 1, clients: 4 },
} as const;
const bareName = "the same driver inserting one bare row in each transaction, as many clients, same server";
const enteredWithinMs = 60_000;
const askEveryMs = 200;

export const appealsBench: Bench = {
  name: "appeals",
  needsCountry: true,
  metrics: ["ack_ratio", "ack_p95_ms", "receipt_p95_ms"],
  async run(stage) {
    const { appeals } = sizes[stage.scale];
    return await stage.withCountry({ appeals }, (country) => measure(stage, country));
  },
};

async function measure(stage: Stage, country: BenchCountry): Promise<readonly Measured[]> {
  const { rounds, seconds, clients } = sizes[stage.scale];
  const [port] = country.portals;
  const log = parseLogName("executive");
  assert(port !== undefined && log !== null, "there is a portal, and a log");
  await createBareTable(country.database.owner);
  const load = openLoad();
  const bare = fork(
    join(import.meta.dirname, "bare-inserter.ts"),
    [country.database.urls.portal, String(clients)],
    { stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  const watch = new CheckpointWatch(logPlaces(country.configuration, log).publishedFolder);
  const round = {
    port,
    clients,
    seconds,
    requests: [filingRequest()],
    status: filedStatus,
    kept: numberPattern,
  };
  const outcomes: RoundOutcome[] = [];
  const receiptsMs: number[] = [];
  const file = async (): Promise<number> => {
    const outcome = await load.run(round);
    outcomes.push(outcome);
    // The next round of bare rows must not share the machine with the log's rest of this one.
    receiptsMs.push(...(await receiptTimes(country, watch, outcome)));
    return outcome.answers / outcome.seconds;
  };
  try {
    stage.report("filing once, to be warm");
    await file();
    outcomes.length = 0;
    receiptsMs.length = 0;
    stage.report(`filing by ${clients} clients and inserting bare rows by turns`);
    const acks = await byTurns(rounds, file, () => insert(bare, { clients, seconds }));
    const latencies = outcomes.flatMap(({ latenciesMs }) => latenciesMs);
    return [
      { metric: "ack_ratio", value: acks.ratio, unit: "ratio", against: `${bareName}; goal: at least 0.4` },
      { metric: "acks_per_s", value: acks.ours, unit: "filings/s", against: bareName },
      { metric: "bare_rows_per_s", value: acks.peer, unit: "filings/s" },
      { metric: "ack_p50_ms", value: percentile(latencies, 0.5), unit: "ms" },
      { metric: "ack_p95_ms", value: percentile(latencies, 0.95), unit: "ms" },
      { metric: "receipt_p50_ms", value: percentile(receiptsMs, 0.5), unit: "ms" },
      {
        metric: "receipt_p95_ms",
        value: percentile(receiptsMs, 0.95),
        unit: "ms",
        against: "goal: at most 2 000 ms",
      },
    ];
  } finally {
    watch.close();
    await load.close();
    bare.disconnect();
    await once(bare, "exit");
  }
}

/** From each acknowledgement to the published checkpoint over it. What was acknowledged and never comes is an error. */
async function receiptTimes(
  { database }: BenchCountry,
  watch: CheckpointWatch,
  { kept, answers }: RoundOutcome,
): Promise<readonly number[]> {
  assert(kept.length === answers, "every acknowledgement names its case");
  const numbers = kept.map(({ text }) => text);
  let indexes = await filingIndexes(database.owner, numbers);
  for (let waitedMs = 0; indexes.size < numbers.length; waitedMs += askEveryMs) {
    assert(waitedMs < enteredWithinMs, `${numbers.length - indexes.size} acknowledged filings have no leaf`);
    await pause(askEveryMs);
    indexes = await filingIndexes(database.owner, numbers);
  }
  await watch.until(Math.max(...indexes.values()), enteredWithinMs);
  return kept.map(({ text, at }) => {
    const index = indexes.get(text);
    const seen = index === undefined ? null : watch.seenAt(index);
    assert(seen !== null, "every acknowledged filing is published");
    return Math.max(0, seen - at);
  });
}

async function insert(bare: ChildProcess, round: InsertRound): Promise<number> {
  bare.send(round);
  const [measured]: unknown[] = await once(bare, "message");
  assert(typeof measured === "number", "the inserter tells how many rows a second");
  return measured;
}
