/**
 * A chart of lying bars: one SVG that needs nothing else, its figures in words for whoever cannot see it. Values of one
 * unit alone can be compared; the table with the same figures is the caller's.
 */
import { type Html, html } from "./html.ts";

export interface Bar {
  readonly label: string;
  /** Not below 0. */
  readonly value: number;
  /** The value as people read it, with its unit. */
  readonly text: string;
  /** Drawn as what somebody has to look at; the words beside it must say so too. */
  readonly isAlarming?: boolean;
}

export interface BarChart {
  readonly title: string;
  readonly language: string;
  readonly bars: readonly Bar[];
  /** Beside the bars for a wide place, above them for a page that may be a phone's. */
  readonly labels: "beside" | "above";
  /** A value that is marked by a line across all bars. */
  readonly limit?: number;
  /** Begins the ids within, where a page has several charts. */
  readonly id?: string;
}

const ink = "#16211f";
const paper = "#fdfcf8";
const rule = "#d9d6cc";
const spring = "#0a5f57";
const clay = "#a8321f";
const fonts = "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif";
const barHeight = 20;

interface Layout {
  readonly width: number;
  /** Where the first row begins: below the title, where the image bears it. */
  readonly top: number;
  readonly rowHeight: number;
  readonly left: number;
  readonly barWidthMax: number;
  /** Of the bar below the top of its row. */
  readonly barTop: number;
}

const layouts: Readonly<Record<BarChart["labels"], Layout>> = {
  beside: { width: 640, top: 44, rowHeight: 30, left: 250, barWidthMax: 260, barTop: 0 },
  // Whoever places it there has a heading above it already.
  above: { width: 328, top: 10, rowHeight: 48, left: 12, barWidthMax: 304, barTop: 19 },
};

/** The longest bar is the largest value, or the limit where that is larger. */
export function barChart(chart: BarChart): Html {
  const { title, language, bars, labels, limit = 0, id = "" } = chart;
  const layout = layouts[labels];
  const { width, top, rowHeight, left, barWidthMax } = layout;
  const height = top + bars.length * rowHeight + 12;
  const largest = Math.max(limit, ...bars.map(({ value }) => value), Number.MIN_VALUE);
  const words = bars.map(({ label, text }) => `${label}: ${text}`).join("; ");
  const lengthOf = (value: number) => Math.max(1, Math.round((barWidthMax * value) / largest));
  const titled =
    labels === "beside" &&
    html`<text x="16" y="26" font-size="14" font-weight="bold" fill="${ink}">${title}</text>`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}t ${id}d" xml:lang="${language}" font-family="${fonts}"><title id="${id}t">${title}</title><desc id="${id}d">${words}</desc><rect width="${width}" height="${height}" fill="${paper}" stroke="${rule}"/>${titled}${bars.map(
    (bar, at) => {
      const y = top + at * rowHeight;
      const line = limit > 0 && limitLine(left + lengthOf(limit), y + layout.barTop);
      return html`${row(bar, { layout, y, length: lengthOf(bar.value) })}${line}`;
    },
  )}</svg>`;
}

function limitLine(x: number, y: number): Html {
  return html`<rect x="${x}" y="${y - 3}" width="2" height="${barHeight + 6}" fill="${ink}"/>`;
}

function row(
  { label, text, isAlarming }: Bar,
  place: { readonly layout: Layout; readonly y: number; readonly length: number },
): Html {
  const { layout, y, length } = place;
  const { left, barTop } = layout;
  const bar = html`<rect x="${left}" y="${y + barTop}" width="${length}" height="${barHeight}" fill="${isAlarming ? clay : spring}"/>`;
  if (barTop > 0) {
    return html`<text x="${left}" y="${y + 12}" font-size="12" fill="${ink}">${label}: ${text}</text>${bar}`;
  }
  return html`<text x="${left - 10}" y="${y + 15}" font-size="12" text-anchor="end" fill="${ink}">${label}</text>${bar}<text x="${left + length + 6}" y="${y + 15}" font-size="12" fill="${ink}">${text}</text>`;
}
