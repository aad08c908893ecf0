/** Makes BENCHMARKS.md and the charts from the figures that were measured: no figure there is typed by hand. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { barChart } from "#platform/html/bar-chart.ts";
import type { Figure } from "./bench.ts";
import { benches } from "./benches.ts";
import { figureLabel, figureText } from "./figure-text.ts";
import { type KeptRun, readFigures } from "./figures.ts";

const checkout = join(import.meta.dirname, "..");
const begin = "<!-- figures: written by `npm run -s bench -- --write` -->";
const end = "<!-- end of figures -->";

/** Writes them; gives the paths of what was written, relative to the checkout. */
export function writeBenchmarks(): readonly string[] {
  const written: string[] = [];
  const sections: string[] = [];
  mkdirSync(join(checkout, "bench", "charts"), { recursive: true });
  for (const { name } of benches) {
    const run = readFigures(name);
    if (run === null) continue;
    const charts = chartsOf(name, run);
    for (const { file, text } of charts) writeFileSync(join(checkout, file), text);
    written.push(...charts.map(({ file }) => file));
    sections.push(sectionOf(name, run, charts));
  }
  const path = join(checkout, "BENCHMARKS.md");
  const before = readFileSync(path, "utf8");
  const [head, rest = ""] = before.split(begin);
  const [, tail] = rest.split(end);
  assert(head !== undefined && tail !== undefined, "BENCHMARKS.md has a place for its figures");
  writeFileSync(path, `${head}${begin}\n\n${sections.join("\n")}\n${end}${tail}`);
  return [...written, "BENCHMARKS.md"];
}

interface Chart {
  readonly unit: string;
  readonly file: string;
  readonly text: string;
}

/** One chart for each unit of which there are at least two figures: bars of different units cannot be compared. */
function chartsOf(bench: string, { figures }: KeptRun): readonly Chart[] {
  const units = [...new Set(figures.map(({ unit }) => unit))];
  return units.flatMap((unit) => {
    const bars = figures.filter((figure) => figure.unit === unit);
    if (bars.length < 2) return [];
    const file = `bench/charts/${bench}-${unit.replace(/[^a-z0-9]+/gi, "-").toLowerCase()}.svg`;
    const chart = barChart({
      title: `${bench}: ${unit}`,
      language: "en",
      labels: "beside",
      bars: bars.map((figure) => ({
        label: figureLabel(figure),
        value: figure.value,
        text: figureText(figure),
      })),
    });
    return [{ unit, file, text: `${chart}\n` }];
  });
}

function sectionOf(name: string, { machine, figures }: KeptRun, charts: readonly Chart[]): string {
  const { date, processor, cores, memoryGiB, node, postgres } = machine;
  return [
    `## ${name}`,
    "",
    `\`npm run -s bench -- ${name}\`, ${date}: ${processor}, ${cores} cores, ${memoryGiB} GiB; Node ${node}, PostgreSQL ${postgres}.`,
    "",
    "| metric | value | against |",
    "|---|---|---|",
    ...figures.map(rowOf),
    "",
    ...charts.map(({ unit, file }) => `![${name}: ${unit}, the figures of the table](${file})\n`),
  ].join("\n");
}

function rowOf(figure: Figure): string {
  return `| ${figureLabel(figure)} | ${figureText(figure)} | ${figure.against ?? ""} |`;
}
