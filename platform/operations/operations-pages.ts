/** The operator's page of one program: its checks, how near each figure is to its alarm, what it answered. */
import type { ReadinessReport } from "#engines/operations/health.ts";
import { type Bar, barChart } from "#platform/html/bar-chart.ts";
import { dataTable, type Tone, tag } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import { numberInWords } from "#platform/language/dates.ts";
import { languageNames, languages } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type DrawnFigures, type NearAlarm, outcomes } from "./drawn-figures.ts";

export interface OperationsShown {
  readonly report: ReadinessReport;
  readonly figures: DrawnFigures;
  readonly stylesheetPath: string;
}

const tones: Readonly<Record<ReadinessReport["checks"][number]["state"], Tone>> = {
  fine: "leaf",
  noticed: "plain",
  failed: "clay",
};
const bytesPerGib = 1024 ** 3;

/** A whole page. Its language is the path, and nothing on it leads away from this address. */
export function operationsPage(t: Translate, shown: OperationsShown): Html {
  const { report, figures, stylesheetPath } = shown;
  const title = t("operations-title", { program: t(`operations-program-${report.program}`) });
  return html`<!doctype html>
<html lang="${t.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} · aýdyň</title><link rel="stylesheet" href="${stylesheetPath}"></head><body><a class="skip" href="#main">${t("page-skip")}</a><header><div class="w">${languageSwitch(t)}</div></header><div class="w"><main id="main" tabindex="-1"><h1>${title}</h1><p class="lead">${report.ready ? t("operations-ready") : t("operations-not-ready")}</p>${checksTable(t, report)}${alarmPart(t, figures)}${requestPart(t, figures)}${slowestPart(t, figures)}${witnessPart(t, figures)}<p><a href="/${t.language}">${t("operations-look-again")}</a> · <a href="/metrics">/metrics</a> · <a href="/health/ready">/health/ready</a></p></main></div><footer><div class="w"><p>${t("operations-foot")}</p>${t.language === "tk" && html`<p>${t("page-machine-written")}</p>`}</div></footer></body></html>`;
}

function languageSwitch(t: Translate): Html {
  return html`<nav class="languages" aria-label="${t("page-languages")}">${languages.map((language) =>
    language === t.language
      ? html`<b lang="${language}" aria-current="true">${languageNames[language]}</b> `
      : html`<a href="/${language}" lang="${language}" hreflang="${language}">${languageNames[language]}</a> `,
  )}</nav>`;
}

function checksTable(t: Translate, { checks }: ReadinessReport): Html {
  return dataTable({
    caption: t("operations-checks"),
    columns: [
      { heading: t("operations-check") },
      { heading: t("operations-state") },
      { heading: t("operations-found") },
    ],
    rows: checks.map(({ name, state, facts, code }) => [
      t(`operations-check-${name}`),
      tag(t(`operations-state-${state}`), tones[state]),
      [
        ...Object.entries(facts).map(([fact, value]) => factText(t, fact, value)),
        ...(code ? [code] : []),
      ].join("; "),
    ]),
  });
}

function factText(t: Translate, fact: string, value: number | boolean | string | null): string {
  const key = fact.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${t(`operations-fact-${key}`)}: ${factValue(t, fact, value)}`;
}

function factValue(t: Translate, fact: string, value: number | boolean | string | null): string {
  if (value === null) return t("operations-word-none");
  if (typeof value === "boolean") return t(value ? "operations-yes" : "operations-no");
  if (typeof value === "string") return t(`operations-word-${value}`);
  if (fact.endsWith("Bytes")) return gibibytes(t, value);
  return fact.endsWith("Seconds") ? secondsText(t, value) : numberInWords(t.language, value);
}

function alarmPart(t: Translate, { alarms }: DrawnFigures): HtmlValue {
  if (alarms.length === 0) return null;
  const percent = ({ share }: NearAlarm) => t("operations-percent", { n: Math.round(share * 100) });
  const title = t("operations-near-alarm");
  return part(t, {
    id: "alarm",
    title,
    limit: 1,
    bars: alarms.map((alarm) => ({
      label: t(`operations-alarm-${alarm.key}`),
      value: alarm.share,
      text: alarm.share >= 1 ? t("operations-reached", { share: percent(alarm) }) : percent(alarm),
      isAlarming: alarm.share >= 1,
    })),
    headings: [t("operations-figure"), t("operations-now"), t("operations-alarm-from")],
    rows: alarms.map((alarm) => [
      t(`operations-alarm-${alarm.key}`),
      measured(t, alarm, alarm.value),
      measured(t, alarm, alarm.limit),
    ]),
  });
}

function requestPart(t: Translate, { requests }: DrawnFigures): HtmlValue {
  if (requests.size === 0) return null;
  const bars = outcomes.map((outcome) => {
    const count = requests.get(outcome) ?? 0;
    const isAlarming = outcome === "failed" && count > 0;
    return {
      label: t(`operations-outcome-${outcome}`),
      value: count,
      text: numberInWords(t.language, count),
      isAlarming,
    };
  });
  return part(t, {
    id: "requests",
    title: t("operations-requests"),
    bars,
    headings: [t("operations-outcome"), t("operations-requests-count")],
    rows: bars.map(({ label, text }) => [label, text]),
  });
}

function slowestPart(t: Translate, { slowest }: DrawnFigures): HtmlValue {
  if (slowest.length === 0) return null;
  return part(t, {
    id: "slowest",
    title: t("operations-slowest"),
    bars: slowest.map(({ route, mean }) => ({ label: route, value: mean, text: secondsText(t, mean) })),
    headings: [t("operations-route"), t("operations-mean"), t("operations-requests-count")],
    rows: slowest.map(({ route, mean, count }) => [
      route,
      secondsText(t, mean),
      numberInWords(t.language, count),
    ]),
  });
}

function witnessPart(t: Translate, { witnesses }: DrawnFigures): HtmlValue {
  if (witnesses.length === 0) return null;
  const bars = witnesses.map(({ witness, answer, count }) => ({
    label: `${witness}: ${t(`operations-answer-${answer}`)}`,
    value: count,
    text: numberInWords(t.language, count),
    isAlarming: answer !== "cosigned",
  }));
  return part(t, {
    id: "witnesses",
    title: t("operations-witnesses"),
    bars,
    headings: [t("operations-answer"), t("operations-requests-count")],
    rows: bars.map(({ label, text }) => [label, text]),
  });
}

/** A chart and the table behind it, with the same figures. */
function part(
  t: Translate,
  of: {
    readonly id: string;
    readonly title: string;
    readonly bars: readonly Bar[];
    readonly limit?: number;
    readonly headings: readonly string[];
    readonly rows: readonly (readonly string[])[];
  },
): Html {
  const { id, title, bars, limit, headings, rows } = of;
  const line = limit === undefined ? {} : { limit };
  return html`<h2>${title}</h2><div class="chart">${barChart({ title, language: t.language, bars, labels: "above", id, ...line })}</div>${dataTable(
    {
      caption: title,
      captionHidden: true,
      columns: headings.map((heading, at) => ({ heading, numeric: at > 0 })),
      rows,
    },
  )}`;
}

function measured(t: Translate, { unit }: NearAlarm, value: number): string {
  switch (unit) {
    case "seconds":
      return secondsText(t, value);
    case "share":
      return t("operations-percent", { n: Number((value * 100).toFixed(1)) });
    case "bytes-free":
      return t("operations-free", { size: gibibytes(t, value) });
  }
}

function secondsText(t: Translate, seconds: number): string {
  return t("operations-seconds", { n: Number(seconds.toFixed(seconds < 10 ? 3 : 0)) });
}

function gibibytes(t: Translate, bytes: number): string {
  return t("operations-gibibytes", { n: Number((bytes / bytesPerGib).toFixed(1)) });
}
