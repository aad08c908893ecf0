/** The last run of each part, with the machine on which it was: what docs/reliability.md is written from. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { RoundReport, TorturePart } from "./part.ts";

export interface KeptTorture {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  readonly unit: string;
  /** Of each round. */
  readonly length: number;
  /** The first round's seed; the others follow by ones. */
  readonly first: number;
  readonly rounds: number;
  /** Sums over the rounds. */
  readonly counts: Readonly<Record<string, number>>;
  readonly lost: number;
}

const folder = join(import.meta.dirname, "runs");

/** Keeps a run in the place of the part's last one. One with fewer rounds than a full run is not kept. */
export function keepRun(
  part: TorturePart,
  run: { readonly length: number; readonly first: number },
  reports: readonly RoundReport[],
): void {
  if (reports.length < part.rounds || run.length < part.length) return;
  const counts = new Map<string, number>();
  for (const report of reports) {
    for (const [name, count] of Object.entries(report.counts))
      counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const kept: KeptTorture = {
    date: new Date(Date.now()).toISOString().slice(0, 10),
    processor: (cpus()[0]?.model ?? "unknown").replace(/\s+/g, " ").trim(),
    cores: cpus().length,
    node: process.version,
    unit: part.unit,
    ...run,
    rounds: reports.length,
    counts: Object.fromEntries([...counts].sort()),
    lost: reports.reduce((sum, { lost }) => sum + lost, 0),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${part.name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}

/** `null` when a part was never run in full. */
export function readRun(name: string): KeptTorture | null {
  const path = join(folder, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
