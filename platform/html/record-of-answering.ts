/**
 * The record of answering: how a body has answered in the last twelve months, equal wherever it appears. In time
 * stands above the line, late below it and filled, open and overdue below it and hollow: place and shape tell them
 * apart without colour. The numbers stand beside it, and all of them in a table behind it.
 */
import type { CivilDate } from "#core/clock/civil-date.ts";
import { dateInWords, monthInWords, numberInWords, shortMonth } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { dataTable, details } from "./elements.ts";
import { type Html, html } from "./html.ts";

export interface AnsweringMonth {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly inTime: number;
  readonly late: number;
  readonly openOverdue: number;
}

export interface RecordOfAnswering {
  /** The body's name. */
  readonly body: string;
  /** Oldest first, twelve of them. */
  readonly months: readonly AnsweringMonth[];
  /** Sums over the twelve months, as docs/statistics.md defines them. */
  readonly received: number;
  readonly answeredInTime: number;
  readonly late: number;
  readonly openOverdue: number;
  /** Working days from filing to answer; `null` when nothing was answered. */
  readonly medianWorkingDays: number | null;
  /** Of answers in time, what was overturned later: the state's word, of the four quarters until a day. `null`: withheld. */
  readonly overturned: { readonly until: CivilDate; readonly inTime: number | null };
}

const upHeightMax = 64;
const downHeightMax = 34;
const axis = 68;
const chartHeight = 120;
const barShare = 0.62;

function column(
  t: Translate,
  one: AnsweringMonth,
  index: number,
  count: number,
  pixelsPerCase: number,
): Html {
  const step = 100 / count;
  const x = Number((index * step + (step * (1 - barShare)) / 2).toFixed(2));
  const width = Number((step * barShare).toFixed(2));
  const height = (cases: number) => Number((cases * pixelsPerCase).toFixed(1));
  const up = height(one.inTime);
  const late = height(one.late);
  const open = height(one.openOverdue);
  return html`${up > 0 && html`<rect class="in-time" x="${x}%" y="${axis - up}" width="${width}%" height="${up}"/>`}${
    late > 0 && html`<rect class="late" x="${x}%" y="${axis + 1}" width="${width}%" height="${late}"/>`
  }${open > 0 && html`<rect class="open" x="${x}%" y="${axis + 1 + late}" width="${width}%" height="${open}"/>`}<text x="${Number(((index + 0.5) * step).toFixed(2))}%" y="${chartHeight - 3}">${shortMonth(t.language, one.month)}</text>`;
}

function chart(t: Translate, months: readonly AnsweringMonth[]): Html {
  const upMax = Math.max(1, ...months.map(({ inTime }) => inTime));
  const downMax = Math.max(1, ...months.map(({ late, openOverdue }) => late + openOverdue));
  // One scale for both sides: late answers must not look smaller than they are.
  const pixelsPerCase = Math.min(upHeightMax / upMax, downHeightMax / downMax);
  return html`<svg class="answering-chart" width="100%" height="${chartHeight}" aria-hidden="true" focusable="false">${months.map(
    (one, index) => column(t, one, index, months.length, pixelsPerCase),
  )}<rect class="axis" x="0" y="${axis}" width="100%" height="1"/></svg>`;
}

function figure(name: string, number: string, label: string): Html {
  return html`<div class="${name}"><dt>${label}</dt><dd>${number}</dd></div>`;
}

/** What leaves do not show, said as what it is. */
function overturnedInWords(t: Translate, { overturned: { until, inTime } }: RecordOfAnswering): string {
  return t("answering-overturned", {
    until: dateInWords(t.language, until),
    number: numberOrWithheld(t, inTime),
  });
}

/** A number, or the word for one that is withheld. */
export function numberOrWithheld(t: Translate, count: number | null): string {
  return count === null ? t("answering-withheld") : numberInWords(t.language, count);
}

/** The strip of twelve months with the numbers beside it. */
export function recordOfAnswering(t: Translate, record: RecordOfAnswering): Html {
  const { body, months, received, answeredInTime, late, openOverdue, medianWorkingDays } = record;
  const number = (value: number) => numberInWords(t.language, value);
  const table = dataTable({
    caption: t("answering-table", { body }),
    captionHidden: true,
    columns: [
      { heading: t("answering-month") },
      { heading: t("answering-in-time"), numeric: true },
      { heading: t("answering-late"), numeric: true },
      { heading: t("answering-open-overdue"), numeric: true },
    ],
    rows: months.map((one) => [
      monthInWords(t.language, one.year, one.month),
      number(one.inTime),
      number(one.late),
      number(one.openOverdue),
    ]),
  });
  return html`<section class="answering"><h2>${t("answering-title")}</h2><div class="answering-both"><dl>${figure("in-time", number(answeredInTime), t("answering-in-time"))}${figure("late", number(late), t("answering-late"))}${figure("open", number(openOverdue), t("answering-open-overdue"))}${figure("all", number(received), t("answering-received"))}${
    medianWorkingDays !== null && figure("median", number(medianWorkingDays), t("answering-median"))
  }</dl>${chart(t, months)}</div>${details(t("answering-numbers"), table)}<p>${overturnedInWords(t, record)}</p><p class="hint">${t("answering-source")}</p></section>`;
}
