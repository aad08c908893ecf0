/** What waits at a desk to be erased: asked for by applicants, and ordered. No text of anybody is on these pages. */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { SideTerm } from "#core/clock/side-term.ts";
import type { Body } from "#government/bodies/index.ts";
import { continuation, dataTable, dayShort, emptyState } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { numberInWords } from "#platform/language/dates.ts";
import { explainBriefly } from "#platform/language/explain-briefly.ts";
import type { Translate } from "#platform/language/texts.ts";
import { actorName } from "../actor-words.ts";
import type { WaitingOrder } from "../erasure-order-store.ts";
import type { DatedErasure } from "../waiting-erasures.ts";
import type { DeskDays } from "./desk-days.ts";
import { dueText } from "./desk-due-pages.ts";

/** The queue shows so many; the rest stand on their own page. */
const erasuresAboveMax = 4;

/** Requests of applicants, or orders that wait for a second person. */
export const erasureShows = ["asked", "orders"] as const;

/** Which list, and where in it. */
export interface ErasuresLink {
  /** `null` for a person with one desk. */
  readonly body: Body | null;
  readonly show: (typeof erasureShows)[number];
  /** A place, such as "2026-12-04.26-4711-8302-5". */
  readonly after?: string | null;
}

/** Path and query of a list, or of its file. */
export function erasuresHref(t: Translate, end: "" | ".csv", { body, show, after }: ErasuresLink): string {
  const query = [
    ...(body === null ? [] : [`body=${body.slug}`]),
    ...(show === "asked" ? [] : [`show=${show}`]),
    ...(after ? [`after=${after}`] : []),
  ];
  return `/${t.language}/desk/erasures${end}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

export interface ErasuresShown {
  readonly body: Body;
  /** All desks of the person. */
  readonly bodies: readonly Body[];
  readonly link: ErasuresLink;
  /** The rows of this page; `null` where the other list is shown. */
  readonly waiting: readonly DatedErasure[] | null;
  /** All orders beside the requests, else those of this page. */
  readonly orders: readonly WaitingOrder[];
  /** The place after the last row; `null` when nothing follows. */
  readonly next: string | null;
  readonly days: DeskDays;
}

/** One of the two lists, page by page. */
export function erasuresPage(t: Translate, shown: ErasuresShown): PageContent {
  const { body, link, waiting, orders, next, days } = shown;
  const hrefAfter = (after: string | null) => erasuresHref(t, "", { ...link, after });
  const around = { body, linkBody: link.body, timeZone: days.timeZone };
  const isEmpty = (waiting ?? orders).length === 0;
  return {
    title: t("desk-erasures-title"),
    wide: true,
    breadcrumbs: [{ href: `/${t.language}/desk`, label: t("desk-title") }],
    main: html`<h1>${t("desk-erasures-title")}</h1><p>${t("desk-erasures-lead")}</p>${listLinks(t, shown)}<h2>${body.name[t.language]}</h2>${
      waiting === null ? ordersWaiting(t, orders, around) : requestsWaiting(t, waiting, { body, days })
    }${
      !isEmpty && [
        continuation(t, {
          first: link.after ? hrefAfter(null) : null,
          next: next === null ? null : hrefAfter(next),
        }),
        html`<p><a href="${erasuresHref(t, ".csv", { ...link, after: null })}">${t("desk-raised-csv")}</a></p>`,
      ]
    }${waiting !== null && ordersAbove(t, orders, around)}`,
  };
}

/** To the other list, where there is one, and to the person's other desks. */
function listLinks(t: Translate, { body, bodies, link, orders }: ErasuresShown): HtmlValue {
  const toShow = orders.length > 0 || link.show === "orders" ? erasureShows : [];
  const others = bodies.filter(({ number }) => number !== body.number);
  if (toShow.length + others.length === 0) return null;
  return html`<nav class="places" aria-label="${t("desk-show")}">${toShow.map((show) =>
    show === link.show
      ? html`<b aria-current="page">${t(listName[show])}</b> `
      : html`<a href="${erasuresHref(t, "", { body: link.body, show })}">${t(listName[show])}</a> `,
  )}${others.map(
    (other) =>
      html`<a href="${erasuresHref(t, "", { body: other, show: "asked" })}">${other.name[t.language]}</a> `,
  )}</nav>`;
}

const listName = { asked: "desk-erasures-title", orders: "desk-erasure-orders" } as const;

function requestsWaiting(
  t: Translate,
  waiting: readonly DatedErasure[],
  { body, days }: { readonly body: Body; readonly days: DeskDays },
): Html {
  if (waiting.length === 0)
    return emptyState(t("desk-erasures-none"), html`<p>${t("desk-erasures-none-how")}</p>`);
  return dataTable({
    caption: body.name[t.language],
    captionHidden: true,
    columns: [
      { heading: t("desk-erasures-due") },
      { heading: t("desk-erasures-asked") },
      { heading: t("desk-column-number") },
      { heading: t("desk-column-phase") },
    ],
    rows: waiting.map(({ number, phase, askedAt, term }) => [
      term === null
        ? "–"
        : html`${dueOfErasure(t, body, term, days)}<p class="hint">${explainBriefly(t, term.steps)}</p>`,
      dayShort(t, civilDateAt(askedAt, days.timeZone)),
      html`<a class="code" href="/${t.language}/desk/${number}/erase">${number}</a>`,
      t(`desk-phase-${phase}`),
    ]),
  });
}

/** Where a list stands beside something else. */
interface Beside {
  readonly body: Body;
  /** `null` for a person with one desk. */
  readonly linkBody: Body | null;
  readonly timeZone: string;
}

/** The orders beside something else: the first of them, all in a list of their own. */
export function ordersAbove(t: Translate, orders: readonly WaitingOrder[], around: Beside): Html {
  const shown = orders.slice(0, erasuresAboveMax);
  const all = erasuresHref(t, "", { body: around.linkBody, show: "orders" });
  return html`${ordersWaiting(t, shown, around)}${orders.length > shown.length && allOfThem(t, all, orders.length)}`;
}

/** Orders that nobody has stood behind yet: who named each, when, and the way to the list of what would go. */
function ordersWaiting(
  t: Translate,
  orders: readonly WaitingOrder[],
  { body, timeZone }: Beside,
): Html | null {
  if (orders.length === 0) return null;
  // The caption of a table that is wider than the screen would scroll away with it: a heading stands above.
  return html`<h2>${t("desk-erasure-orders")}</h2>${dataTable({
    caption: t("desk-erasure-orders"),
    captionHidden: true,
    columns: [
      { heading: t("desk-erasure-ordered") },
      { heading: t("desk-column-number") },
      { heading: t("desk-erasure-orderer") },
    ],
    rows: orders.map(({ number, writerPost, proposedAt }) => [
      dayShort(t, civilDateAt(proposedAt, timeZone)),
      html`<a class="code" href="/${t.language}/desk/${number}/erase">${number}</a>`,
      actorName(t, body, writerPost),
    ]),
  })}`;
}

function dueOfErasure(t: Translate, { number }: Body, { due }: SideTerm, days: DeskDays): Html {
  const { today } = days;
  return dueText(t, due, {
    today,
    workingDays: (after: CivilDate, through: CivilDate) => days.workingDays(number, after, through),
  });
}

/** Above the queue: what is to be decided beside the cases, each with its day. Nothing where nothing waits. */
export function erasuresAbove(
  t: Translate,
  waiting: readonly DatedErasure[],
  { body, linkBody, days }: Beside & { readonly days: DeskDays },
): Html | null {
  if (waiting.length === 0) return null;
  const shown = waiting.slice(0, erasuresAboveMax);
  const all = erasuresHref(t, "", { body: linkBody, show: "asked" });
  return html`<nav aria-label="${t("desk-erasures-title")}"><h2>${t("desk-erasures-title")}</h2><ul>${shown.map(
    ({ number, term }) =>
      html`<li>${term !== null && html`${dueOfErasure(t, body, term, days)} `}<a class="code" href="/${t.language}/desk/${number}/erase">${number}</a></li>`,
  )}</ul>${waiting.length > shown.length && allOfThem(t, all, waiting.length)}</nav>`;
}

function allOfThem(t: Translate, href: string, count: number): Html {
  return html`<p><a href="${href}">${t("desk-erasures-all")} (${numberInWords(t.language, count)})</a></p>`;
}
