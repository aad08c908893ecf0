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

/** A family of figures as it was read: what the text says, and what a page draws. */
export interface ReadFamily {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly help: string;
  /** The sample's own name begins with the family's: those of a histogram end in `_bucket`, `_sum`, `_count`. */
  readonly samples: readonly NamedSample[];
}

export interface NamedSample extends Sample {
  readonly name: string;
}

type Family = Omit<ReadFamily, "samples">;

interface Source {
  read(): Promise<readonly ReadFamily[]>;
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
    const counts = new Map<string, NamedSample>();
    this.#sources.push({ read: async () => [{ ...family, samples: [...counts.values()] }] });
    return (labels, amount = 1) => {
      const key = labelText(labels);
      counts.set(key, { name, labels, value: (counts.get(key)?.value ?? 0) + amount });
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
      read: async () => {
        const samples = [...series.values()].flatMap((one) => seriesSamples(name, bounds, one));
        return [{ ...family, samples }];
      },
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
        return declared.map((family) => ({
          ...family,
          samples: samplesOf(family.name, found[family.name]),
        }));
      },
    });
  }

  /** Everything, in the order in which it was declared. */
  async read(timeoutMs: number = lookTimeoutMs): Promise<readonly ReadFamily[]> {
    const read = await Promise.all(this.#sources.map((source) => within(source.read(), timeoutMs)));
    const missing = read.filter((families) => families === null).length;
    const sample = { name: unreadable.name, labels: {}, value: missing };
    return [...read.flatMap((families) => families ?? []), { ...unreadable, samples: [sample] }];
  }

  /** The same as text. */
  async text(timeoutMs: number = lookTimeoutMs): Promise<string> {
    return (await this.read(timeoutMs)).map(familyText).join("");
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

function samplesOf(name: string, figure: Figure | undefined): readonly NamedSample[] {
  if (figure === undefined || figure === null) return [];
  const samples = typeof figure === "number" ? [{ labels: {}, value: figure }] : figure;
  return samples.map((sample) => ({ ...sample, name }));
}

function seriesSamples(name: string, bounds: readonly number[], series: Series): readonly NamedSample[] {
  const { labels, counts, sum, count } = series;
  let below = 0;
  const buckets = bounds.map((bound, at) => {
    below += counts[at] ?? 0;
    return { name: `${name}_bucket`, labels: { ...labels, le: String(bound) }, value: below };
  });
  return [
    ...buckets,
    { name: `${name}_bucket`, labels: { ...labels, le: "+Inf" }, value: count },
    { name: `${name}_sum`, labels, value: sum },
    { name: `${name}_count`, labels, value: count },
  ];
}

function familyText({ name, type, help, samples }: ReadFamily): string {
  const escaped = help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
  const lines = samples.map((one) => `${one.name}${labelText(one.labels)} ${numberText(one.value)}\n`);
  return `# HELP ${name} ${escaped}\n# TYPE ${name} ${type}\n${lines.join("")}`;
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
