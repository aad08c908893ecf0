/** Several portals on one PostgreSQL behind one port: nothing depends on one process, and what more of them carry. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { filedStatus, filingRequest, numberPattern } from "../appeals/filing.ts";
import { type Bench, type Measured, median, type Stage } from "../bench.ts";
import type { BenchCountry } from "../country/bench-country.ts";
import { getRequest, type Load, openLoad } from "../load/load.ts";
import { countCases } from "./cases-store.ts";
import { fileAcross, guessPasswords, readAtDesk } from "./people.ts";

const sizes = {
  full: { appeals: 60, processes: [1, 2, 4], rounds: 3, seconds: 4, clients: 32 },
  tiny: { appeals: 12, processes: [1, 2], rounds: 1, seconds: 0.5, clients: 4 },
} as const;
/** Whose password is guessed behind one, two, four processes: a throttle that held once holds for an hour. */
const guessed = ["grandson", "auditor", "village-clerk"];
const guessesMax = 20;
const homePath = "/tk/";

export const scaleBench: Bench = {
  name: "scale",
  needsCountry: true,
  metrics: ["walks_failed", "guesses_let_through", "filings_per_s", "pages_per_s"],
  async run(stage) {
    const { appeals, processes } = sizes[stage.scale];
    const portals = Math.max(...processes);
    return await stage.withCountry({ appeals, portals }, (country) => measure(stage, country));
  },
};

async function measure(stage: Stage, country: BenchCountry): Promise<readonly Measured[]> {
  const { processes, rounds } = sizes[stage.scale];
  const fronts = await Promise.all(processes.map((count) => openFront(country.portals.slice(0, count))));
  const load = openLoad();
  try {
    const figures: Measured[] = [];
    for (const [position, front] of fronts.entries()) {
      stage.report(`people behind ${front.processes} portals`);
      figures.push(...(await walkAndGuess(country, front, guessed[position] ?? "")));
    }
    const speeds = fronts.map((): Speeds => ({ filings: [], pages: [] }));
    for (let round = 0; round < rounds; round += 1) {
      for (const [position, front] of fronts.entries()) {
        stage.report(`load on ${front.processes} portals, round ${round + 1} of ${rounds}`);
        const { filings, pages } = await loadOn(stage, load, front);
        speeds[position]?.filings.push(filings);
        speeds[position]?.pages.push(pages);
      }
    }
    return [...figures, ...fronts.flatMap((front, position) => speedFigures(front, speeds[position]))];
  } finally {
    await load.close();
    for (const front of fronts) await front.close();
  }
}

async function walkAndGuess(
  country: BenchCountry,
  front: Front,
  whose: string,
): Promise<readonly Measured[]> {
  const origin = `http://127.0.0.1:${front.port}`;
  const at = front.processes;
  const before = await countCases(country.database.owner);
  const number = await fileAcross(country, origin);
  const after = await countCases(country.database.owner);
  // A form that came twice at two processes is one case.
  const failed = after === before + 1 ? 0 : 1;
  await readAtDesk(country, origin, number);
  const passed = await guessPasswords(country, origin, { whose, guessesMax });
  return [
    { metric: "walks_failed", at, value: failed, unit: "walks", against: "goal: 0" },
    {
      metric: "guesses_let_through",
      at,
      value: passed,
      unit: "guesses",
      against: "the same at any number of processes",
    },
  ];
}

function speedFigures(front: Front, speeds: Speeds | undefined): readonly Measured[] {
  const at = front.processes;
  return [
    { metric: "filings_per_s", at, value: median(speeds?.filings ?? []), unit: "filings/s" },
    { metric: "pages_per_s", at, value: median(speeds?.pages ?? []), unit: "pages/s" },
  ];
}

async function loadOn(
  stage: Stage,
  load: Load,
  { port }: Front,
): Promise<{ filings: number; pages: number }> {
  const { clients, seconds } = sizes[stage.scale];
  const round = { port, clients, seconds };
  const filed = await load.run({
    ...round,
    ...{ requests: [filingRequest()], status: filedStatus, kept: numberPattern },
  });
  const shown = await load.run({ ...round, requests: [getRequest(homePath)], status: 200, kept: null });
  return { filings: filed.answers / filed.seconds, pages: shown.answers / shown.seconds };
}

interface Speeds {
  readonly filings: number[];
  readonly pages: number[];
}

interface Front {
  readonly processes: number;
  readonly port: number;
  close(): Promise<void>;
}

async function openFront(portals: readonly number[]): Promise<Front> {
  const child = fork(join(import.meta.dirname, "front.ts"), portals.map(String), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [port]: unknown[] = await once(child, "message");
  assert(typeof port === "number", "the front tells its port");
  return {
    processes: portals.length,
    port,
    close: async () => {
      child.disconnect();
      await once(child, "exit");
    },
  };
}
