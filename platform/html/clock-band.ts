/**
 * The clock band: from filing to deadline at a glance. Working days are ticks, pauses are hatched, today is a line,
 * what is overdue goes on in another colour. The sentence above it says the same and suffices: the drawing is hidden
 * from screen readers. Places are percentages, so that it fits every width without distortion.
 */
import type { CivilDate } from "#core/clock/civil-date.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { dayShort, details } from "./elements.ts";
import { attributes, type Html, html } from "./html.ts";

export interface ClockBand {
  readonly filed: CivilDate;
  /** The day by which the next act is owed; `null` when nothing is owed and nothing was. */
  readonly due: CivilDate | null;
  readonly today: CivilDate;
  /** Times in which the clock stood still; `through` is the last such day. */
  readonly pauses: readonly { readonly from: CivilDate; readonly through: CivilDate }[];
  /** Working days after the day of filing, through the end of the band at least. */
  readonly workingDays: readonly CivilDate[];
  readonly holidays: readonly { readonly date: CivilDate; readonly name: string }[];
  /** The day of the act that ended the wait. */
  readonly closedOn: CivilDate | null;
  /** How the day came about, sentence by sentence (`explainDeadline`). */
  readonly explanation: readonly string[];
  /** Names this band's parts when a page has several. */
  readonly id?: string;
}

/** Within so many working days a deadline is near, and `sun` may be used. */
const nearWorkingDays = 3;
/** Closer ticks would run into each other on a narrow screen. */
const ticksMax = 90;

export type ClockState =
  | "none"
  | "running"
  | "near"
  | "paused"
  | "overdue"
  | "closed-in-time"
  | "closed-late";

function workingDaysBetween(band: ClockBand, after: CivilDate, through: CivilDate): number {
  return band.workingDays.filter((date) => date > after && date <= through).length;
}

/** Where the clock stands. A closing on the day it was due is in time. */
export function clockState(band: ClockBand): ClockState {
  const { due, today, closedOn, pauses } = band;
  if (due === null) return "none";
  if (closedOn !== null) return closedOn <= due ? "closed-in-time" : "closed-late";
  if (today > due) return "overdue";
  if (pauses.some(({ from, through }) => today >= from && today <= through)) return "paused";
  return workingDaysBetween(band, today, due) <= nearWorkingDays ? "near" : "running";
}

/** What the band says, in one sentence or two. */
export function clockSentence(t: Translate, band: ClockBand): string {
  const { due, today, closedOn } = band;
  const state = clockState(band);
  if (due === null || state === "none") return t("clock-nothing-due");
  const date = dateWithWeekday(t.language, due);
  if (closedOn !== null) {
    const closed = dateWithWeekday(t.language, closedOn);
    return closedOn <= due
      ? t("clock-closed-in-time", { date, closed })
      : t("clock-closed-late", { date, closed, days: workingDaysBetween(band, due, closedOn) });
  }
  if (state === "overdue") return t("clock-overdue", { date, days: workingDaysBetween(band, due, today) });
  if (state === "paused") return t("clock-paused", { date });
  if (due === today) return t("clock-due-today", { date });
  return t("clock-running", { date, days: workingDaysBetween(band, today, due) });
}

interface Scale {
  readonly start: CivilDate;
  readonly span: number;
}

/** The left edge of a day, in per cent of the band; the nearer end for a day outside of it. */
function at({ start, span }: Scale, date: number): number {
  const share = Math.min(Math.max((date - start) / span, 0), 1);
  return Number((share * 100).toFixed(2));
}

/** A bar from the beginning of one day to the beginning of another, as far as it lies inside. */
function bar(scale: Scale, from: number, to: number, name: string, fill: string | null = null): Html | null {
  const x = at(scale, from);
  const width = Number((at(scale, to) - x).toFixed(2));
  if (width <= 0) return null;
  return html`<rect class="${name}" x="${x}%" y="12" width="${width}%" height="14" ${fill !== null && attributes({ fill })}/>`;
}

function ticks(band: ClockBand, scale: Scale): Html {
  const end = scale.start + scale.span;
  const days = band.workingDays.filter((date) => date > scale.start && date < end);
  const step = Math.ceil(days.length / ticksMax);
  const marks = days.filter((_, index) => (index + 1) % step === 0);
  const path = marks.map((date) => `M${date - scale.start + 0.5} 0v1`).join("");
  return html`<svg y="29" height="7" width="100%" viewBox="0 0 ${scale.span} 1" preserveAspectRatio="none"><path class="tick" d="${path}"/></svg>`;
}

function drawing(band: ClockBand, due: CivilDate): Html {
  const { filed, today, closedOn, pauses, holidays, id = "clock" } = band;
  const until = closedOn ?? today;
  const last = Math.max(due, until);
  const scale: Scale = { start: filed, span: last - filed + 1 };
  const late = closedOn === null ? today > due : closedOn > due;
  const hatch = `${id}-hatch`;
  return html`<svg class="band" width="100%" height="42" aria-hidden="true" focusable="false"><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v6"/></pattern>${[
    bar(scale, filed, due + 1, "whole"),
    bar(scale, filed, Math.min(until, due) + 1, "gone"),
    late && bar(scale, due + 1, until + 1, "late"),
    pauses.map(({ from, through }) => bar(scale, from, through + 1, "pause", `url(#${hatch})`)),
    ticks(band, scale),
    holidays
      .filter(({ date }) => date >= filed && date <= last)
      .map(({ date }) => html`<circle class="holiday" cx="${at(scale, date + 0.5)}%" cy="32" r="3"/>`),
    html`<rect class="due" x="${at(scale, due + 1)}%" y="6" width="3" height="34" transform="translate(-3)"/>`,
    closedOn === null &&
      html`<svg class="now" x="${at(scale, today + 0.5)}%" overflow="visible"><path d="M-6 0H6L1 7V42H-1V7z"/></svg>`,
  ]}</svg>`;
}

/** The band with its sentence, its key and, to be opened, how the day came about. */
export function clockBand(t: Translate, band: ClockBand): Html {
  const { filed, due, today, closedOn, pauses, holidays, explanation } = band;
  const state = clockState(band);
  const last = Math.max(due ?? filed, closedOn ?? today);
  const within = holidays.filter(({ date }) => date >= filed && date <= last);
  return html`<div class="clock ${state}"><p class="lead">${clockSentence(t, band)}</p>${
    due !== null &&
    html`${drawing(band, due)}<ul class="key"><li class="k-filed">${t("clock-filed")} ${dayShort(t, filed)}</li>${
      pauses.length > 0 && html`<li class="k-pause">${t("clock-pause-key")}</li>`
    }${within.map(({ date, name }) => html`<li class="k-holiday">${name} ${dayShort(t, date)}</li>`)}${
      closedOn === null
        ? html`<li class="k-now">${t("clock-today")} ${dayShort(t, today)}</li>`
        : html`<li class="k-closed">${t("clock-closed")} ${dayShort(t, closedOn)}</li>`
    }<li class="k-due">${t("clock-due")} ${dayShort(t, due)}</li></ul>`
  }${
    explanation.length > 0 &&
    details(t("clock-why"), html`<ol>${explanation.map((sentence) => html`<li>${sentence}</li>`)}</ol>`)
  }</div>`;
}
