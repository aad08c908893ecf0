/**
 * Figures of a program in the text format that Prometheus reads (version 0.0.4). Labels are names of ours (patterns of
 * routes, witnesses, states): figures are kept for years by whoever collects them, so nothing of a person or a case may
 * be one, nor a label that grows with the number of cases.
 */

export type Labels<Label extends string> = Readonly<Record<Label, string>>;

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A number, `null` where there is none to tell, or one for each set of labels. */
export type Figure = number | null | readonly Sample[];

export interface FigureFamily {
  readonly type: "counter" | "gauge";
  readonly help: string;
}

interface Family extends Pick<FigureFamily, "help"> {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
}

interface Source {
  /** The lines of its families, in their order. */
  read(): Promise<readonly string[]>;
}

export const metricsContentType = "text/plain; version=0.0.4; charset=utf-8";

const namePattern = /^[a-z][a-z0-9_]*$/;
const lookTimeoutMs = 2_000;
const unreadable: Family = {
  name: "aydyn_figures_unreadable",
  type: "gauge",
  help: "Groups of figures that could not be read for this answer; they are left out of it.",
};

export class Metrics {
  readonly #sources: Source[] = [];
  readonly #names = new Set<string>();

  /** A count of what happens in this process; gives the function that counts. */
  counter<Label extends string = never>(
    name: string,
    help: string,
  ): (labels: Labels<Label>, amount?: number) => void {
    const family = this.#declare({ name, type: "counter", help });
    const counts = new Map<string, number>();
    this.#sources.push({ read: async () => [...head(family), ...linesOf(name, counts)] });
    return (labels, amount = 1) => {
      const key = labelText(labels);
      counts.set(key, (counts.get(key) ?? 0) + amount);
    };
  }

  /** How long or how large: counted into ranges that end with `bounds`, ascending; gives the function that counts. */
  histogram<Label extends string = never>(
    name: string,
    help: string,
    bounds: readonly number[],
  ): (labels: Labels<Label>, value: number) => void {
    const family = this.#declare({ name, type: "histogram", help });
    const series = new Map<string, Series>();
    this.#sources.push({
      read: async () => [
        ...head(family),
        ...[...series.values()].flatMap((one) => seriesLines(name, bounds, one)),
      ],
    });
    return (labels, value) => {
      const key = labelText(labels);
      const known = series.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 };
      const at = bounds.findIndex((bound) => value <= bound);
      if (at >= 0) known.counts[at] = (known.counts[at] ?? 0) + 1;
      known.sum += value;
      known.count += 1;
      series.set(key, known);
    };
  }

  /** Figures that are looked up together when somebody asks. A look that rejects or hangs leaves them out. */
  figures<Name extends string>(
    families: Readonly<Record<Name, FigureFamily>>,
    look: () => Promise<Readonly<Record<Name, Figure>>>,
  ): void {
    const declared = Object.entries<FigureFamily>(families).map(([name, family]) =>
      this.#declare({ name, ...family }),
    );
    this.#sources.push({
      read: async () => {
        const found: Readonly<Record<string, Figure>> = await look();
        return declared.flatMap((family) => [
          ...head(family),
          ...figureLines(family.name, found[family.name]),
        ]);
      },
    });
  }

  /** The whole text. */
  async text(timeoutMs: number = lookTimeoutMs): Promise<string> {
    const read = await Promise.all(this.#sources.map((source) => within(source.read(), timeoutMs)));
    const missing = read.filter((lines) => lines === null).length;
    const lines = read.flatMap((found) => found ?? []);
    return [...lines, ...head(unreadable), `${unreadable.name} ${missing}`, ""].join("\n");
  }

  #declare(family: Family): Family {
    if (!namePattern.test(family.name) || this.#names.has(family.name))
      throw new TypeError(`a figure's name is used once, in small letters: ${family.name}`);
    this.#names.add(family.name);
    return family;
  }
}

interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** For each bound how many lie in the range that it ends. */
  readonly counts: number[];
  sum: number;
  count: number;
}

async function within<Value>(look: Promise<Value>, timeoutMs: number): Promise<Value | null> {
  const waited = Promise.withResolvers<null>();
  const timer = setTimeout(() => waited.resolve(null), timeoutMs);
  try {
    return await Promise.race([look, waited.promise]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function head({ name, type, help }: Family): readonly string[] {
  const escaped = help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
  return [`# HELP ${name} ${escaped}`, `# TYPE ${name} ${type}`];
}

function linesOf(name: string, values: ReadonlyMap<string, number>): readonly string[] {
  return [...values].map(([labels, value]) => `${name}${labels} ${numberText(value)}`);
}

function figureLines(name: string, figure: Figure | undefined): readonly string[] {
  if (figure === undefined || figure === null) return [];
  if (typeof figure === "number") return [`${name} ${numberText(figure)}`];
  return figure.map(({ labels, value }) => `${name}${labelText(labels)} ${numberText(value)}`);
}

function seriesLines(name: string, bounds: readonly number[], series: Series): readonly string[] {
  const { labels, counts, sum, count } = series;
  let below = 0;
  const buckets = bounds.map((bound, at) => {
    below += counts[at] ?? 0;
    return `${name}_bucket${labelText({ ...labels, le: String(bound) })} ${below}`;
  });
  const plain = labelText(labels);
  return [
    ...buckets,
    `${name}_bucket${labelText({ ...labels, le: "+Inf" })} ${count}`,
    `${name}_sum${plain} ${numberText(sum)}`,
    `${name}_count${plain} ${count}`,
  ];
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapedLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapedLabel(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "+Inf";
  if (value === Number.NEGATIVE_INFINITY) return "-Inf";
  return String(value);
}
