/**
 * The record of answering for other people's sites: one SVG that needs nothing else, no style sheet and no script, with
 * its numbers in words for whoever cannot see it; and a page of its own around it. The same figures as on our pages.
 */
import type { CivilDate } from "#core/clock/civil-date.ts";
import { dateInWords, monthInWords, numberInWords, shortMonth } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type Html, html } from "./html.ts";
import { type AnsweringMonth, numberOrWithheld, type RecordOfAnswering } from "./record-of-answering.ts";

export interface AnsweringStrip {
  readonly record: RecordOfAnswering;
  readonly asOf: CivilDate;
  /** Absolute address of the body's page here. */
  readonly address: string;
}

/** Size in CSS pixels: what a page around it reserves. */
export const stripSize = { width: 480, height: 192 } as const;

const ink = "#16211f";
const paper = "#fdfcf8";
const leaf = "#2e6b2e";
const clay = "#a8321f";
/** Where the bars stand, above and below the line together. */
const chart = { left: 16, right: 464, top: 74, height: 74 } as const;
const monthsAt = 162;
const fonts = "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif";
const barShare = 0.6;
const nameCharactersMax = 46;

/** The image: a whole SVG document. */
export function answeringImage(t: Translate, strip: AnsweringStrip): Html {
  const { record, asOf } = strip;
  const { width, height } = stripSize;
  const { months } = record;
  // At least one, so that an empty year has a scale too.
  const most = (of: (month: AnsweringMonth) => number) => Math.max(1, ...months.map(of));
  // One scale for both sides: late answers must not look smaller than they are.
  const above = most(({ inTime }) => inTime);
  const perCase = chart.height / (above + most(({ late, openOverdue }) => late + openOverdue));
  const axis = round(chart.top + above * perCase);
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" xml:lang="${t.language}" font-family="${fonts}"><title id="t">${t("answering-title")}: ${record.body}</title><desc id="d">${stripInWords(t, strip)}</desc><rect width="${width}" height="${height}" fill="${paper}" stroke="#d9d6cc"/><text x="16" y="24" font-size="14" font-weight="bold" fill="${ink}">${shortened(record.body)}</text><text x="16" y="46" font-size="13" fill="${ink}">${numbersInWords(t, record)}</text><text x="16" y="63" font-size="10" fill="${ink}">${overturnedBriefly(t, record)}</text>${months.map(
    (month, at) => column(t, month, { at, of: months.length, perCase, axis }),
  )}<rect x="${chart.left}" y="${axis}" width="${chart.right - chart.left}" height="1" fill="${ink}"/><text x="16" y="${height - 8}" font-size="10" fill="${ink}">${t("answering-strip-source", { date: dateInWords(t.language, asOf) })}</text></svg>`;
}

function column(
  t: Translate,
  { month, inTime, late, openOverdue }: AnsweringMonth,
  place: { readonly at: number; readonly of: number; readonly perCase: number; readonly axis: number },
): Html {
  const step = (chart.right - chart.left) / place.of;
  const x = round(chart.left + place.at * step + (step * (1 - barShare)) / 2);
  const width = round(step * barShare);
  const [up, down, open] = [inTime, late, openOverdue].map((cases) => round(cases * place.perCase));
  const below = place.axis + 1;
  return html`${!!up && html`<rect x="${x}" y="${round(place.axis - up)}" width="${width}" height="${up}" fill="${leaf}"/>`}${
    !!down && html`<rect x="${x}" y="${below}" width="${width}" height="${down}" fill="${clay}"/>`
  }${
    !!open &&
    html`<rect x="${x}" y="${round(below + (down ?? 0))}" width="${width}" height="${open}" fill="${paper}" stroke="${clay}"/>`
  }<text x="${round(x + width / 2)}" y="${monthsAt}" font-size="9" text-anchor="middle" fill="${ink}">${shortMonth(t.language, month)}</text>`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

/** A name longer than the image is wide is cut; the whole one stands in the title. */
function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= nameCharactersMax
    ? name
    : `${characters.slice(0, nameCharactersMax - 1).join("")}…`;
}

function numbersInWords(t: Translate, { answeredInTime, late, openOverdue }: RecordOfAnswering): string {
  const one = (label: string, count: number) => `${t(label)}: ${numberInWords(t.language, count)}`;
  return [
    one("answering-in-time", answeredInTime),
    one("answering-late", late),
    one("answering-open-overdue", openOverdue),
  ].join(" · ");
}

function overturnedBriefly(t: Translate, { overturned }: RecordOfAnswering): string {
  return t("answering-strip-overturned", { number: numberOrWithheld(t, overturned.inTime) });
}

/** Everything that the image shows, in one sentence: also the text to stand in its place. */
export function stripInWords(t: Translate, { record, asOf }: AnsweringStrip): string {
  return t("answering-strip-text", {
    body: record.body,
    numbers: numbersInWords(t, record),
    overturned: overturnedBriefly(t, record),
    date: dateInWords(t.language, asOf),
  });
}

/** A page of its own, to be framed by another site: the image, its numbers as a table, the way to the source. */
export function answeringStripPage(t: Translate, strip: AnsweringStrip): Html {
  const { record, address } = strip;
  const number = (value: number) => numberInWords(t.language, value);
  return html`<!doctype html><html lang="${t.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${t("answering-title")}: ${record.body}</title></head><body>${answeringImage(t, strip)}<details><summary>${t("answering-numbers")}</summary><table><thead><tr><th scope="col">${t("answering-month")}</th><th scope="col">${t("answering-in-time")}</th><th scope="col">${t("answering-late")}</th><th scope="col">${t("answering-open-overdue")}</th></tr></thead><tbody>${record.months.map(
    (one) =>
      html`<tr><th scope="row">${monthInWords(t.language, one.year, one.month)}</th><td>${number(one.inTime)}</td><td>${number(one.late)}</td><td>${number(one.openOverdue)}</td></tr>`,
  )}</tbody></table></details><p><a href="${address}" target="_blank" rel="noopener">${t("answering-strip-more")}</a></p></body></html>`;
}
