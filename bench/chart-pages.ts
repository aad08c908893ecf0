/** A chart of one bench's ratios and times against their goals: an SVG that needs nothing else, its figures in words. */
import { type Html, html } from "#platform/html/html.ts";
import type { Figure } from "./bench.ts";
import { figureText } from "./figure-text.ts";

/** One bar: a figure, and what it should reach or stay below, in the figure's unit. */
export interface ChartBar {
  readonly label: string;
  readonly figure: Figure;
}

const ink = "#16211f";
const paper = "#fdfcf8";
const rule = "#d9d6cc";
const bar = "#0a5f57";
const fonts = "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif";
const width = 640;
const rowHeight = 30;
const top = 44;
const left = 250;
const barWidthMax = 260;

/** The chart of figures of one unit, the longest bar being the largest. */
export function benchChart(title: string, bars: readonly ChartBar[]): Html {
  const height = top + bars.length * rowHeight + 12;
  const largest = Math.max(...bars.map(({ figure }) => figure.value), Number.MIN_VALUE);
  const words = bars.map(({ label, figure }) => `${label}: ${figureText(figure)}`).join("; ");
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" xml:lang="en" font-family="${fonts}"><title id="t">${title}</title><desc id="d">${words}</desc><rect width="${width}" height="${height}" fill="${paper}" stroke="${rule}"/><text x="16" y="26" font-size="14" font-weight="bold" fill="${ink}">${title}</text>${bars.map(
    ({ label, figure }, at) => row({ label, figure, y: top + at * rowHeight, share: figure.value / largest }),
  )}</svg>
`;
}

function row(of: { label: string; figure: Figure; y: number; share: number }): Html {
  const length = Math.max(1, Math.round(barWidthMax * of.share));
  return html`<text x="${left - 10}" y="${of.y + 15}" font-size="12" text-anchor="end" fill="${ink}">${of.label}</text><rect x="${left}" y="${of.y}" width="${length}" height="20" fill="${bar}"/><text x="${left + length + 6}" y="${of.y + 15}" font-size="12" fill="${ink}">${figureText(of.figure)}</text>`;
}
