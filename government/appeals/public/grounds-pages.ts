/** Figures that the state states, and how each region is answered. Every chart is the table beside it. */
import { type BodyTree, bodyPath } from "#government/bodies/index.ts";
import { dataTable, notice } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { numberOrWithheld } from "#platform/html/record-of-answering.ts";
import { dateInWords, numberInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AppealFigures, CountryFigures } from "./figures.ts";
import { type GroundsFigures, type GroundsSubject, groundsSubjects, type Region } from "./grounds-figures.ts";
import { lessOverturned, type Overturned, sumOf } from "./overturned.ts";
import { lessInWords, percentInWords } from "./public-words.ts";
import { type QuarterShown, quarterLinks } from "./quarter-pages.ts";
import type { StatedCell } from "./small-cells.ts";

const barWidth = 120;
const barHeight = 12;

/** The beginnings of the texts for each subject's codes. */
const codeTexts: Readonly<Record<GroundsSubject, (t: Translate, code: string) => string>> = {
  outcome: (t, code) => t(`act-outcome-${code}`),
  ground: (t, code) => t(`act-ground-${code}`),
  unheard: (t, code) => t(`act-unheard-${code}`),
  disputed: (t, code) => t(`act-reason-${code}`),
  extended: (t, code) => t(`act-reason-${code}`),
  forwarded: (t, code) => t(`act-reason-${code}`),
  filing: (t, code) => t(`grounds-filing-${code}`),
};

export interface GroundsShown extends QuarterShown {
  readonly figures: GroundsFigures;
  /** `null`: the whole country. */
  readonly body: BodyTree["all"][number] | null;
  readonly country: CountryFigures;
  readonly overturned: Overturned;
  /** With the country's page alone. */
  readonly regions: readonly Region[];
}

/** Outcomes, grounds, reasons, ratings of one body or of the country; of the country also the regions. */
export function groundsPage(t: Translate, shown: GroundsShown): PageContent {
  const { figures, body, country, overturned, regions, quarter } = shown;
  const path = `/${t.language}/grounds`;
  const ofBody = body === null ? "" : `&body=${body.slug}`;
  const isEmpty = groundsSubjects.every((subject) => figures[subject].length === 0);
  return {
    title: t("grounds-title"),
    breadcrumbs: [
      { href: `/${t.language}/statistics`, label: t("public-statistics-title") },
      ...(body === null ? [] : [{ href: bodyPath(t, body), label: body.name[t.language] }]),
    ],
    main: html`<h1>${t("grounds-title")}</h1><p class="lead">${body === null ? t("public-all-bodies") : body.name[t.language]}</p>${quarterLinks(t, shown, ({ name }) => `${path}?quarter=${name}${ofBody}`)}${notice(t("stated-mark"), html`<p>${t("grounds-warning")}</p>`)}${groundsSubjects.map(
      (subject) => subjectTable(t, subject, figures[subject]),
    )}${isEmpty && html`<p>${t("grounds-none")}</p>`}<p class="hint">${t("grounds-small")}</p>${regions.length > 0 && regionTable(t, regions, { country, overturned })}<p><a href="${path}.csv?quarter=${quarter.name}">CSV</a> · <a href="${path}.json?quarter=${quarter.name}">JSON</a> · <a href="/${t.language}/statistics/stated">${t("stated-title")}</a>${
      body !== null && html` · <a href="${path}?quarter=${quarter.name}">${t("public-all-bodies")}</a>`
    }</p>`,
  };
}

function subjectTable(t: Translate, subject: GroundsSubject, cells: readonly StatedCell[]): HtmlValue {
  if (cells.length === 0) return null;
  const sum = cells.reduce((all, { count }) => all + (count ?? 0), 0);
  const caption = t(`grounds-subject-${subject}`);
  return html`<h2>${caption}</h2>${dataTable({
    caption,
    captionHidden: true,
    columns: [
      { heading: t("grounds-code") },
      { heading: t("grounds-share") },
      { heading: t("grounds-count"), numeric: true },
    ],
    rows: cells.map(({ code, count }) => [
      codeTexts[subject](t, code),
      bar(count ?? 0, sum),
      numberOrWithheld(t, count),
    ]),
  })}`;
}

/** A share as a bar. The number beside it says the same. */
function bar(part: number, whole: number): HtmlValue {
  const width = whole === 0 ? 0 : Math.round((barWidth * part) / whole);
  return (
    width > 0 &&
    html`<svg class="answering-chart" width="${barWidth}" height="${barHeight}" aria-hidden="true"><rect class="in-time" width="${width}" height="${barHeight}"/></svg>`
  );
}

/** Sums over the bodies of each region, of what leaves show; beside the headline alone what is stated of it. */
function regionTable(
  t: Translate,
  regions: readonly Region[],
  { country, overturned }: Pick<GroundsShown, "country" | "overturned">,
): Html {
  const number = (value: number) => numberInWords(t.language, value);
  const { from, asOf } = country;
  const day = (date: CountryFigures["asOf"]) => dateInWords(t.language, date);
  return html`<h2>${t("grounds-regions")}</h2><p>${t("grounds-regions-lead")}</p>${
    from !== null && html`<p>${t("public-period", { from: day(from), until: day(asOf) })}</p>`
  }${dataTable({
    caption: t("grounds-regions"),
    captionHidden: true,
    columns: [
      { heading: t("published-by-place") },
      { heading: t("public-headline"), numeric: true },
      { heading: t("public-overturned-heading"), numeric: true },
      { heading: t("public-headline-less-heading"), numeric: true },
      { heading: t("answering-received"), numeric: true },
      { heading: t("answering-in-time"), numeric: true },
      { heading: t("answering-late"), numeric: true },
      { heading: t("answering-open-overdue"), numeric: true },
    ],
    rows: regions.map(({ body, registers }) => {
      const counts = registers.flatMap((each) => country.bodies.get(each) ?? []);
      const sum = (of: (figures: AppealFigures) => number) => counts.reduce((all, one) => all + of(one), 0);
      const [judged, inTime] = [sum((one) => one.judged), sum((one) => one.inTime)];
      const beside = lessOverturned({ judged, inTime }, sumOf(registers.map(overturned.ofBody)));
      const headline = judged === 0 ? null : Math.floor((2000 * inTime + judged) / (2 * judged));
      return [
        html`<a href="${bodyPath(t, body)}">${body.about.places.map((place) => place[t.language]).join(", ")}</a>`,
        headline === null ? "–" : percentInWords(t, headline),
        numberOrWithheld(t, beside.inTimeOverturned),
        lessInWords(t, beside),
        ...[sum((one) => one.received), inTime, sum((one) => one.late), sum((one) => one.openOverdue)].map(
          number,
        ),
      ];
    }),
  })}`;
}
