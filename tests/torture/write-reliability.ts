/** Makes the tables of docs/reliability.md: which test shows which fault, and what the last long runs broke. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { type KeptTorture, readRun } from "./runs.ts";
import { shownFaults } from "./shown-faults.ts";

const path = "docs/reliability.md";
const file = join(import.meta.dirname, "../..", path);
const partNames = ["simulation", "kills", "fuzz", "bundle"];

/** The text between two marks, by the name in the first of them. */
const marks = ["faults", "runs"] as const;

/** Writes them; gives the path relative to the checkout. */
export function writeReliability(): string {
  writeFileSync(file, withTables(readFileSync(file, "utf8")));
  return path;
}

/** The page with its tables made anew. */
export function withTables(page: string): string {
  const tables = { faults: faultTable(), runs: runSections() };
  let written = page;
  for (const mark of marks) {
    const begin = `<!-- ${mark}: written by npm run -s torture -- --write -->`;
    const end = `<!-- end of ${mark} -->`;
    const [before, rest] = written.split(begin);
    const after = rest?.split(end)[1];
    assert(before !== undefined && after !== undefined, `${path} has a place for ${mark}`);
    written = `${before}${begin}\n\n${tables[mark]}\n\n${end}${after}`;
  }
  return written;
}

function faultTable(): string {
  const rows = shownFaults.map(({ fault, file: shownBy, test }) => `| ${fault} | \`${shownBy}\`: ${test} |`);
  return ["| fault | shown by |", "|---|---|", ...rows].join("\n");
}

function runSections(): string {
  return partNames
    .flatMap((name) => {
      const run = readRun(name);
      return run === null ? [] : [runSection(name, run)];
    })
    .join("\n\n");
}

function runSection(name: string, run: KeptTorture): string {
  const { date, processor, cores, node, rounds, length, unit, first, counts, lost } = run;
  const broken = Object.entries(counts).filter(([count]) => count.startsWith("broken "));
  const others = Object.entries(counts).filter(([count]) => !count.startsWith("broken "));
  return [
    `### ${name}`,
    "",
    `\`npm run -s torture -- --seed ${first} --rounds ${rounds} --length ${length} ${name}\`, ${date}: ${rounds} rounds of ${length} ${unit}; ${processor}, ${cores} cores, Node ${node}.`,
    "",
    "| what | how often |",
    "|---|---|",
    ...broken.map(([count, times]) => `| broken: ${inWords(count.slice("broken ".length))} | ${times} |`),
    ...others.map(([count, times]) => `| ${inWords(count)} | ${times} |`),
    `| **lost** | **${lost === 0 ? "nothing" : lost}** |`,
  ].join("\n");
}

/** `broken power-cut` and `sentAgain` as a reader reads them; codes of the operating system stay. */
function inWords(name: string): string {
  if (/^[A-Z]+$/.test(name)) return name;
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("-", " ");
}
