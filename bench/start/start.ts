/** What somebody waits for who types `npm start`: the first time, with the year that is lived then, and afterwards. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { assert } from "#core/result.ts";
import { type Bench, type Measured, median } from "../bench.ts";
import { freePorts } from "../country/bench-country.ts";

const sizes = { full: { appeals: 1_500, starts: 5 }, tiny: { appeals: 12, starts: 1 } } as const;
/** Seconds within which the README promises them; of the first start, installing packages takes its own part. */
const limits = { first: 150, year: 30, later: 5 } as const;
const checkout = join(import.meta.dirname, "..", "..");
const readyLine = /^Aydyn is ready/;
const yearBegins = /^Living a year/;
const yearEnds = /^\s*100 %$/;

export const startBench: Bench = {
  name: "start",
  needsCountry: false,
  metrics: ["first_s", "first_limit_ratio", "year_s", "year_limit_ratio", "later_s", "later_limit_ratio"],
  async run({ folder, scale, report }) {
    const { appeals, starts } = sizes[scale];
    const environment = await environmentIn(join(folder, "start"), appeals);
    report(`starting for the first time, with a year of ${appeals} appeals`);
    const first = await startOnce(environment);
    assert(first.yearSeconds !== null, "the first start lives the year");
    const later: number[] = [];
    while (later.length < starts) {
      report(`starting again, ${later.length + 1} of ${starts}`);
      later.push((await startOnce(environment)).readySeconds);
    }
    return [
      ...withLimit("first", first.readySeconds, limits.first, "with everything installed"),
      ...withLimit("year", first.yearSeconds, limits.year, `${appeals} appeals, part of the first start`),
      ...withLimit("later", median(later), limits.later, `median of ${starts}`),
    ];
  },
};

function withLimit(name: string, seconds: number, limit: number, note: string): readonly Measured[] {
  const against = `limit: ${limit} s; ${note}`;
  return [
    { metric: `${name}_s`, value: seconds, unit: "s", against },
    { metric: `${name}_limit_ratio`, value: seconds / limit, unit: "ratio", against: "goal: at most 1" },
  ];
}

/** An installation of its own with the embedded PostgreSQL, on free ports, whatever the bench itself runs on. */
async function environmentIn(dataFolder: string, appeals: number): Promise<NodeJS.ProcessEnv> {
  const [port, operationsPort, workerPort, ...witnessPorts] = (await freePorts(5)).map(String);
  return {
    ...process.env,
    DATABASE_URL: undefined,
    AYDYN_DATA: dataFolder,
    AYDYN_PORT: port,
    AYDYN_OPERATIONS_PORT: operationsPort,
    AYDYN_WORKER_PORT: workerPort,
    AYDYN_WITNESS_PORTS: witnessPorts.join(","),
    AYDYN_DEMO_APPEALS: String(appeals),
  };
}

interface Start {
  readonly readySeconds: number;
  /** From the year's first line of progress to its last; `null` where none was lived. */
  readonly yearSeconds: number | null;
}

/** Starts as `npm start` does once the pinned Node runs, and stops as Ctrl-C does. */
async function startOnce(environment: NodeJS.ProcessEnv): Promise<Start> {
  const begunAt = performance.now();
  const seconds = () => (performance.now() - begunAt) / 1_000;
  const program = spawn(process.execPath, [join("tools", "start.mjs")], {
    cwd: checkout,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(program, "exit");
  try {
    return await timesOf(program, seconds);
  } finally {
    program.kill("SIGINT");
    await ended;
  }
}

async function timesOf(program: ChildProcess, seconds: () => number): Promise<Start> {
  assert(program.stdout !== null && program.stderr !== null, "its output is read");
  const said: string[] = [];
  createInterface({ input: program.stderr }).on("line", (line) => said.push(line));
  let yearFrom: number | null = null;
  let yearSeconds: number | null = null;
  for await (const line of createInterface({ input: program.stdout })) {
    said.push(line);
    if (yearBegins.test(line)) yearFrom = seconds();
    if (yearEnds.test(line) && yearFrom !== null) yearSeconds = seconds() - yearFrom;
    if (readyLine.test(line)) return { readySeconds: seconds(), yearSeconds };
  }
  throw new Error(`the country did not start:\n${said.join("\n")}`);
}
