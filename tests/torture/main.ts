/**
 * `npm run -s torture -- PART …`: breaks things for as long as one likes and prints a line of JSON for each round, all parts
 * without a name. `--seed N` begins with that seed (and plays one round, unless `--rounds` says more); `--length N` makes
 * rounds longer or shorter. A round that finds something wrong prints its seed and ends the run with 1.
 * `--write` breaks nothing: it makes the table of docs/reliability.md from the last runs, kept in `tests/torture/runs/`.
 */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { bundlePart } from "./bundle-part.ts";
import { fuzzPart } from "./fuzz-part.ts";
import { killsPart } from "./kills-part.ts";
import type { TorturePart } from "./part.ts";
import { keepRun } from "./runs.ts";
import { simulationPart } from "./simulation-part.ts";
import { writeReliability } from "./write-reliability.ts";

const parts: readonly TorturePart[] = [simulationPart, killsPart, fuzzPart, bundlePart];
const usage = `usage: npm run -s torture -- [--seed N] [--rounds N] [--length N] [PART ...]   (${parts.map(({ name }) => name).join(", ")})
       npm run -s torture -- --write`;

interface Wanted {
  readonly seed: number | null;
  readonly rounds: number | null;
  readonly length: number | null;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: "string" },
      rounds: { type: "string" },
      length: { type: "string" },
      write: { type: "boolean" },
    },
  });
  if (values.write === true) {
    console.error(`wrote ${writeReliability()}`);
    return 0;
  }
  const wanted = {
    seed: numberOf(values.seed),
    rounds: numberOf(values.rounds),
    length: numberOf(values.length),
  };
  const chosen = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (chosen.length < Math.max(1, positionals.length) || Object.values(wanted).includes(Number.NaN)) {
    console.error(usage);
    return 2;
  }
  for (const part of chosen) if (!(await torture(part, wanted))) return 1;
  return 0;
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

async function torture(part: TorturePart, wanted: Wanted): Promise<boolean> {
  const first = wanted.seed ?? randomInt(2 ** 31);
  const rounds = wanted.rounds ?? (wanted.seed === null ? part.rounds : 1);
  const length = wanted.length ?? part.length;
  const again = (seed: number): string => `npm run torture -- --seed ${seed} --length ${length} ${part.name}`;
  const reports = [];
  for (let round = 0; round < rounds; round += 1) {
    const seed = first + round;
    const begunAt = performance.now();
    // What fails where nobody waits for it must still say its seed.
    const onLoose = (error: unknown): void => fail(error, again(seed));
    process.once("unhandledRejection", onLoose);
    const report = (what: string): void => show(`${part.name}, round ${round + 1} of ${rounds}: ${what}`);
    try {
      const played = await part.round({ seed, length, report });
      show("");
      const seconds = Math.round((performance.now() - begunAt) / 1_000);
      console.log(JSON.stringify({ torture: part.name, ...played, length, unit: part.unit, seconds }));
      reports.push(played);
    } catch (error) {
      show("");
      console.log(JSON.stringify({ torture: part.name, seed, failed: String(error), again: again(seed) }));
      console.error(error);
      return false;
    } finally {
      process.off("unhandledRejection", onLoose);
    }
  }
  keepRun(part, { length, first }, reports);
  return true;
}

function fail(error: unknown, again: string): never {
  console.error(error);
  console.error(`To see it again: ${again}`);
  process.exit(1);
}

const redrawEveryMs = 500;
let shownAt = Number.NEGATIVE_INFINITY;

/** The progress line: on a screen alone. */
function show(what: string): void {
  if (!process.stderr.isTTY || (what !== "" && performance.now() - shownAt < redrawEveryMs)) return;
  shownAt = performance.now();
  process.stderr.write(`\r\u001b[K${what.slice(0, (process.stderr.columns ?? 100) - 1)}`);
}

process.exitCode = await main();
