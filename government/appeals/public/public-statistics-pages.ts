/** How bodies answer: the table of all, and what a body's own page shows of it. */
import { civilDateText } from "#core/clock/civil-date.ts";
import { type BodyTree, bodyPath } from "#government/bodies/index.ts";
import { dataTable, details, summaryList } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { numberOrWithheld, recordOfAnswering } from "#platform/html/record-of-answering.ts";
import { dateInWords, numberInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AppealFigures, CountryFigures } from "./figures.ts";
import type { OverdueRow } from "./figures-store.ts";
import { besideHeadline, type LessOverturned, type Overturned } from "./overturned.ts";
import { answeringOf, countedBodies, judgedForRankMin, standingToday } from "./public-figures.ts";
import { waitingTable, writeToBody } from "./public-pages.ts";
import { lessInWords, percentInWords } from "./public-words.ts";

type CountedBody = ReturnType<typeof countedBodies>[number];

const barWidth = 96;
const barHeight = 12;

/** The table of all bodies, those with enough judged cases in order of rank. */
export function statisticsPage(
  t: Translate,
  {
    figures,
    overturned,
    tree,
    mirror,
  }: {
    readonly figures: CountryFigures;
    readonly overturned: Overturned;
    readonly tree: BodyTree;
    readonly mirror: string;
  },
): PageContent {
  const rowOf = ({ body, counts }: CountedBody, name = bodyLink(t, body)) =>
    bodyRow(t, name, counts, besideHeadline(overturned, counts, body.number));
  const path = `/${t.language}/statistics`;
  const counted = countedBodies(tree, figures);
  const isRanked = ({ counts }: CountedBody) => counts.judged >= judgedForRankMin;
  const ranked = counted.filter(isRanked).sort(byHeadline);
  const others = counted.filter((each) => !isRanked(each) && each.counts.received > 0);
  const silent = counted.filter(({ counts }) => counts.received === 0 && counts.judged === 0);
  const elsewhere = tree.all.filter(({ number, register }) => number !== register);
  return {
    title: t("public-statistics-title"),
    main: html`<h1>${t("public-statistics-title")}</h1><p class="lead">${t("public-statistics-lead")}</p><p>${periodInWords(t, figures)}</p>${
      ranked.length > 0 &&
      bodyTable(
        t,
        t("public-ranked", { count: judgedForRankMin }),
        ranked.map((each, at) => rowOf(each, html`${at + 1}. ${bodyLink(t, each.body)}`)),
      )
    }${bodyTable(
      t,
      t(ranked.length > 0 ? "public-unranked" : "public-none-ranked", { count: judgedForRankMin }),
      [
        ...others.map((each) => rowOf(each)),
        bodyRow(
          t,
          html`<b>${t("public-all-bodies")}</b>`,
          figures.all,
          besideHeadline(overturned, figures.all, null),
        ),
      ],
    )}<p class="hint">${t("public-bar")}</p>${namedBodies(
      t,
      "public-no-filings",
      silent.map(({ body }) => body),
    )}${namedBodies(
      t,
      "public-counted-elsewhere",
      elsewhere,
    )}<h2>${t("public-meaning-title")}</h2><p>${t("public-meaning")}</p><p>${t("public-not-overturned", { from: dateInWords(t.language, overturned.from), until: dateInWords(t.language, overturned.until) })} <a href="${path}/stated">${t("stated-title")}</a></p><p>${t("public-again")}</p><p><code translate="no">aydyn report ${mirror}${
      figures.from !== null && ` --from ${civilDateText(figures.from)}`
    }</code></p><p><a href="${path}.csv">CSV</a> · <a href="${path}.json">JSON</a> · <a href="/${t.language}/waiting">${t("public-waiting-title")}</a> · <a href="/${t.language}/grounds">${t("grounds-title")}</a> · <a href="/${t.language}/check">${t("check-how")}</a></p>`,
  };
}

/** Best headline first; equal ones in the order of the tree, which `sort` keeps. */
function byHeadline(one: CountedBody, other: CountedBody): number {
  return (other.counts.headlinePermille ?? 0) - (one.counts.headlinePermille ?? 0);
}

function periodInWords(t: Translate, { asOf, from }: CountryFigures): string {
  const until = dateInWords(t.language, asOf);
  return from === null
    ? t("public-as-of", { date: until })
    : t("public-period", { from: dateInWords(t.language, from), until });
}

function bodyLink(t: Translate, body: BodyTree["all"][number]): Html {
  return html`<a href="${bodyPath(t, body)}">${body.name[t.language]}</a>`;
}

function namedBodies(t: Translate, key: string, bodies: BodyTree["all"]): HtmlValue {
  if (bodies.length === 0) return null;
  return details(
    t(key, { count: bodies.length }),
    html`<p>${bodies.map((body, at) => [at > 0 && ", ", bodyLink(t, body)])}</p>`,
  );
}

function bodyTable(t: Translate, caption: string, rows: readonly (readonly HtmlValue[])[]): Html {
  // The caption of a table that is wider than the screen would scroll away with it: a heading stands above.
  return html`<h2>${caption}</h2>${dataTable({
    caption,
    captionHidden: true,
    stickyHead: true,
    columns: [
      { heading: t("public-body") },
      { heading: t("public-headline"), numeric: true },
      { heading: t("public-overturned-heading"), numeric: true },
      { heading: t("public-headline-less-heading"), numeric: true },
      { heading: t("public-bar-heading") },
      { heading: t("answering-received"), numeric: true },
      { heading: t("answering-in-time"), numeric: true },
      { heading: t("answering-late"), numeric: true },
      { heading: t("answering-open-overdue"), numeric: true },
      { heading: t("answering-median"), numeric: true },
      { heading: t("public-percentile"), numeric: true },
    ],
    rows,
  })}`;
}

function bodyRow(
  t: Translate,
  name: Html,
  counts: AppealFigures,
  beside: LessOverturned,
): readonly HtmlValue[] {
  const number = (value: number | null) => (value === null ? "–" : numberInWords(t.language, value));
  const { headlinePermille, received, inTime, late, openOverdue } = counts;
  return [
    name,
    headlinePermille === null ? "–" : percentInWords(t, headlinePermille),
    numberOrWithheld(t, beside.inTimeOverturned),
    lessInWords(t, beside),
    bar(counts),
    ...[received, inTime, late, openOverdue, counts.daysHeldMedian, counts.daysHeldPercentile90].map(number),
  ];
}

/** The judged cases of a body as one bar: in time, closed otherwise in time, late, overdue without an answer. */
function bar({ judged, inTime, otherwiseInTime, late, openOverdue }: AppealFigures): HtmlValue {
  if (judged === 0) return null;
  let x = 0;
  const piece = (name: string, cases: number): HtmlValue => {
    const width = Math.round((barWidth * cases) / judged);
    const from = x;
    x += width;
    return width > 0 && html`<rect class="${name}" x="${from}" width="${width}" height="${barHeight}"/>`;
  };
  return html`<svg class="answering-chart" width="${barWidth}" height="${barHeight}" aria-hidden="true">${piece("in-time", inTime)}${piece(
    "axis",
    otherwiseInTime,
  )}${piece("late", late)}${piece("open", openOverdue)}</svg>`;
}

/** What stands directly under a body's name. */
export function bodyAnswering(
  t: Translate,
  body: BodyTree["all"][number],
  counts: AppealFigures,
  overturned: Overturned,
): Html {
  const record = answeringOf(body.name[t.language], counts, { overturned, body: body.number });
  return html`${writeToBody(t, body.slug)}${recordOfAnswering(t, record)}`;
}

/** What stands there for a body whose acts are entered in another's register. */
export function bodyCountedElsewhere(
  t: Translate,
  body: BodyTree["all"][number],
  register: BodyTree["all"][number],
): Html {
  return html`${writeToBody(t, body.slug)}<p>${t("public-counted-with")} <a href="${bodyPath(t, register)}">${register.name[t.language]}</a></p>`;
}

/** The rest of a body's figures, and who waits longest. */
export function bodyFigures(
  t: Translate,
  shown: {
    readonly body: BodyTree["all"][number];
    readonly tree: BodyTree;
    readonly figures: CountryFigures;
    readonly counts: AppealFigures;
    readonly overturned: Overturned;
    readonly longest: readonly OverdueRow[];
  },
): Html {
  const { body, tree, figures, counts, overturned, longest } = shown;
  const beside = besideHeadline(overturned, counts, body.number);
  const number = (value: number | null) => (value === null ? "–" : numberInWords(t.language, value));
  const standing = standingToday(figures, body.number);
  const today = [
    [t("public-open"), number(standing.open)],
    [t("public-overdue-now"), number(standing.overdue)],
    [t("public-figure-oldest"), number(standing.longestWorkingDays)],
  ] as const;
  const rows = [
    [
      t("public-headline"),
      counts.headlinePermille === null
        ? "–"
        : t("public-headline-of", {
            percent: percentInWords(t, counts.headlinePermille),
            part: counts.inTime,
            whole: counts.judged,
          }),
    ],
    [t("public-overturned"), numberOrWithheld(t, beside.inTimeOverturned)],
    [t("public-headline-less"), lessInWords(t, beside)],
    [t("public-forwarded"), number(counts.forwarded)],
    ...(counts.forwardedAgain > 0
      ? [[t("public-forwarded-again"), number(counts.forwardedAgain)] as const]
      : []),
    [t("public-extended"), number(counts.extended)],
    [t("public-figure-disputed"), number(counts.disputed)],
    [t("public-explained"), number(counts.explained + counts.terminated)],
    [t("public-median"), number(counts.daysHeldMedian)],
    [t("public-percentile"), number(counts.daysHeldPercentile90)],
  ] as const;
  return html`<h2>${t("public-home-today", { date: dateInWords(t.language, figures.asOf) })}</h2>${summaryList(
    today.map(([key, value]) => ({ key, value })),
  )}<h2>${t("public-figures-title")}</h2><p>${periodInWords(t, figures)}</p>${summaryList(
    rows.map(([key, value]) => ({ key, value })),
  )}${
    longest.length > 0 &&
    html`<h2>${t("public-waiting-title")}</h2>${waitingTable(t, { tree, body }, longest)}<p><a href="/${t.language}/waiting?body=${body.slug}">${t("public-waiting-all")}</a></p>`
  }<p><a href="/${t.language}/appeals?body=${body.slug}">${t("published-of-body")}</a> · <a href="/${t.language}/grounds?body=${body.slug}">${t("grounds-title")}</a> · <a href="${bodyPath(t, body)}/for-your-site">${t("strip-title")}</a> · <a href="/${t.language}/statistics">${t("public-statistics-title")}</a></p>`;
}
