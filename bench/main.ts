/**
 * `npm run -s bench -- NAME …`: prints figures as JSON lines, all benches without a name. `--tiny` runs them with sizes
 * that measure nothing, to see that they run. `--write` measures nothing: it makes BENCHMARKS.md and the charts from
 * the figures of each bench's last full run, which lie in `bench/figures/`.
 */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import type { Bench, Figure, Scale, Stage } from "./bench.ts";
import { benches } from "./benches.ts";
import { withBenchCountry } from "./country/bench-country.ts";
import { startDurablePostgres } from "./country/durable-postgres.ts";
import { BenchDisplay } from "./display.ts";
import { keepFigures } from "./figures.ts";
import { writeBenchmarks } from "./write-benchmarks.ts";

/** What all tiny benches share: as many portals as the one that wants most of them. */
const tinyCountry = { appeals: 12, portals: 2 };

const usage = `usage: npm run -s bench -- [--tiny] [NAME ...]   (${benches.map(({ name }) => name).join(", ")})
       npm run -s bench -- --write`;

async function main(parameters: readonly string[]): Promise<number> {
  const flags = new Set(parameters.filter((parameter) => parameter.startsWith("--")));
  const names = parameters.filter((parameter) => !parameter.startsWith("--"));
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  const wrongFlags = [...flags].filter((flag) => flag !== "--tiny" && flag !== "--write");
  if (unknown.length > 0 || wrongFlags.length > 0 || (flags.has("--write") && parameters.length > 1)) {
    console.error(usage);
    return 2;
  }
  if (flags.has("--write")) {
    for (const path of writeBenchmarks()) console.error(`wrote ${path}`);
    return 0;
  }
  const chosen = names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name));
  await runAll(chosen, flags.has("--tiny") ? "tiny" : "full");
  return 0;
}

async function runAll(chosen: readonly Bench[], scale: Scale): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "aydyn-bench-"));
  // Run as root, PostgreSQL is another user, who must be able to enter.
  await chmod(folder, 0o711);
  const display = new BenchDisplay(process.stderr, chosen.length);
  // Databases of benches are made as those of tests are. What they commit is on the disk, unless a test runs us.
  const given = scale === "tiny" && process.env.AYDYN_TEST_DATABASE_URL !== undefined;
  const postgres = given ? null : await startDurablePostgres(folder);
  if (postgres !== null) process.env.AYDYN_TEST_DATABASE_URL = postgres.url;
  // Asked to stop, we take the server along: it is a process group of its own, and would live on.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void (postgres?.stop() ?? Promise.resolve()).then(() => process.exit(1)));
  const report = (what: string) => display.report(what);
  const runOne = async (bench: Bench, withCountry: Stage["withCountry"]): Promise<void> => {
    display.begin(bench.name);
    const figures = await figuresOf(bench, { scale, folder, report, withCountry });
    display.clear();
    for (const figure of figures) console.log(JSON.stringify(figure));
    if (scale === "full") keepFigures(bench.name, figures);
  };
  const ofItsOwn: Stage["withCountry"] = (wanted, run) => withBenchCountry({ ...wanted, report }, run);
  try {
    if (scale === "tiny" && chosen.some(({ needsCountry }) => needsCountry)) {
      const quietly = { ...tinyCountry, report: () => {} };
      await withBenchCountry(quietly, async (country) => {
        for (const bench of chosen) await runOne(bench, (_wanted, run) => run(country));
      });
    } else {
      for (const bench of chosen) await runOne(bench, ofItsOwn);
    }
  } finally {
    display.end();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function figuresOf(bench: Bench, stage: Stage): Promise<readonly Figure[]> {
  const measured = await bench.run(stage);
  const figures = measured.map((figure): Figure => ({ bench: bench.name, ...rounded(figure) }));
  const missing = bench.metrics.filter((metric) => !figures.some((figure) => figure.metric === metric));
  assert(missing.length === 0, `${bench.name} measured no ${missing.join(", ")}`);
  const nothing = figures.filter(({ value }) => !Number.isFinite(value));
  assert(
    nothing.length === 0,
    `${bench.name}: no number for ${nothing.map(({ metric }) => metric).join(", ")}`,
  );
  return figures;
}

const significantDigits = 4;

/** More digits than the machine's noise leaves say nothing. */
function rounded<Measured extends { readonly value: number }>(figure: Measured): Measured {
  const value = Number.isInteger(figure.value)
    ? figure.value
    : Number(figure.value.toPrecision(significantDigits));
  return { ...figure, value };
}

process.exitCode = await main(process.argv.slice(2));
