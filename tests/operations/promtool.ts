/** Prometheus' own tool as a judge of what we give it. */
import { spawnSync } from "node:child_process";

/** What it finds wrong in a text of figures; empty when nothing. */
export function metricsFaults(text: string): string {
  const { status, stdout, stderr, error } = spawnSync("promtool", ["check", "metrics"], {
    input: text,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  return status === 0 ? "" : `${stdout}${stderr}` || `exit code ${status}`;
}

export interface ReadFigure {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The samples of a text of figures, read strictly; throws at a line that is none. */
export function readFigures(text: string): readonly ReadFigure[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const parts = /^([a-z][a-z0-9_]*)(?:\{(.*)\})? (\S+)$/.exec(line);
      if (parts === null) throw new Error(`not a sample: ${line}`);
      const [, name = "", labels = "", value = ""] = parts;
      const pairs = [...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"(?:,|$)/g)];
      if (pairs.map(([pair]) => pair).join("") !== labels) throw new Error(`not labels: ${line}`);
      return {
        name,
        labels: Object.fromEntries(pairs.map(([, label, text = ""]) => [label, text])),
        value: Number(value),
      };
    });
}

/** The sum over all samples of a name that have those labels. */
export function figureOf(
  figures: readonly ReadFigure[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  const found = figures.filter(
    (one) =>
      one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  );
  if (found.length === 0) throw new Error(`no figure ${name} ${JSON.stringify(labels)}`);
  return found.reduce((sum, { value }) => sum + value, 0);
}
