/** Open cases that were raised to whoever oversees them: when each is due, with whom it lies. No text, no name. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import { workingDaysTerm } from "#core/clock/rules.ts";
import type { Body } from "#government/bodies/index.ts";
import type { RaisedCase, RaisedShow } from "#government/cases/index.ts";
import { continuation, dataTable, dayShort, emptyState, tag } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { termInWords } from "#platform/language/explain-deadline.ts";
import type { Translate } from "#platform/language/texts.ts";
import { postName } from "./desk-links.ts";

/** Cases by their step, and beside them requests to erase that are over a day of their own. */
export const raisedShows = ["all", "expired", "left", "erasures"] as const satisfies readonly (
  | RaisedShow
  | "erasures"
)[];
export type RaisedListShow = (typeof raisedShows)[number];

/** A row of the list: a case that was raised by an act, or a request that is over its day. */
export interface RaisedRow extends Pick<RaisedCase, "body" | "number" | "post" | "due" | "workingDays"> {
  /** The day on which it was raised; of a request, the first one after its own. */
  readonly day: CivilDate;
}

/** Which list, and where in it. */
export interface RaisedLink {
  /** From where is overseen. */
  readonly top: Body;
  /** The one body whose cases are shown; `null`: all that are overseen. */
  readonly of: Body | null;
  readonly show: RaisedListShow;
  /** A place, such as "2026-12-04.26-4711-8302-5". */
  readonly after: string | null;
}

/** Path and query of the list, or of its file. */
export function raisedHref(t: Translate, end: "" | ".csv", { top, of, show, after }: RaisedLink): string {
  const query = [
    `body=${top.slug}`,
    ...(of === null ? [] : [`of=${of.slug}`]),
    ...(show === "all" ? [] : [`show=${show}`]),
    ...(after === null ? [] : [`after=${after}`]),
  ];
  return `/${t.language}/desk/raised${end}?${query.join("&")}`;
}

export interface RaisedShown {
  readonly link: RaisedLink;
  readonly rows: readonly RaisedRow[];
  /** The place after the last row; `null` when nothing follows. */
  readonly next: string | null;
  readonly bodyOf: (body: number) => Body | undefined;
  /** Whether the person's own desk is where the list leads back to, not the oversight of others. */
  readonly isOwn: boolean;
}

/** The whole list, page by page, the longest overdue first. */
export function raisedPage(t: Translate, shown: RaisedShown): PageContent {
  const { link, rows, next, isOwn } = shown;
  const { top, of } = link;
  const back = isOwn ? "overview" : "oversight";
  const hrefAfter = (after: string | null) => raisedHref(t, "", { ...link, after });
  return {
    title: t("desk-overview-raised"),
    wide: true,
    breadcrumbs: [{ href: `/${t.language}/desk/${back}?body=${top.slug}`, label: t(`desk-${back}`) }],
    main: html`<h1>${t("desk-overview-raised")}</h1><p class="lead">${(of ?? top).name[t.language]}</p>${showLinks(t, shown)}${
      rows.length === 0
        ? emptyOf(t, link.show)
        : [
            raisedTable(t, rows, {
              ...shown,
              show: link.show,
              isOfOneBody: of !== null,
              captionHidden: true,
            }),
            continuation(t, {
              first: link.after === null ? null : hrefAfter(null),
              next: next === null ? null : hrefAfter(next),
            }),
            html`<p><a href="${raisedHref(t, ".csv", { ...link, after: null })}">${t("desk-raised-csv")}</a></p>`,
          ]
    }`,
  };
}

function emptyOf(t: Translate, show: RaisedListShow): Html {
  const end = show === "erasures" ? "-erasures" : "";
  return emptyState(t(`desk-overview-raised-none${end}`), html`<p>${t(`desk-raised-none-how${end}`)}</p>`);
}

function showLinks(t: Translate, { link, isOwn }: RaisedShown): Html {
  return html`<nav class="places" aria-label="${t("desk-show")}">${raisedShows.map((show) =>
    show === link.show
      ? html`<b aria-current="page">${t(`desk-raised-${show}`)}</b> `
      : html`<a href="${raisedHref(t, "", { ...link, show, after: null })}">${t(`desk-raised-${show}`)}</a> `,
  )}${!isOwn && link.of !== null && html`<a href="${raisedHref(t, "", { ...link, of: null, after: null })}">${t("desk-raised-all-bodies")}</a> `}</nav>`;
}

/** Rows of raised cases. A number leads to the case where the rows are of one's own body alone. */
export function raisedTable(
  t: Translate,
  rows: readonly RaisedRow[],
  around: {
    readonly bodyOf: (body: number) => Body | undefined;
    readonly show: RaisedListShow;
    readonly isOfOneBody: boolean;
    readonly isOwn?: boolean;
    readonly captionHidden?: boolean;
  },
): HtmlValue {
  const { bodyOf, show, isOfOneBody, isOwn = isOfOneBody, captionHidden = false } = around;
  const nameOf = (number: number) => bodyOf(number)?.name[t.language] ?? String(number);
  const postOf = ({ body: number, post }: RaisedRow) => {
    const body = bodyOf(number);
    return post === null || body === undefined ? t("desk-nobody") : postName(t, body, post);
  };
  return dataTable({
    caption: t(show === "erasures" ? "desk-raised-erasures" : "desk-overview-raised"),
    captionHidden,
    columns: [
      { heading: t("desk-column-due") },
      ...(isOfOneBody ? [] : [{ heading: t("desk-oversight-body") }]),
      { heading: t("desk-column-number") },
      { heading: t("desk-column-official") },
      { heading: t("desk-overview-raised-step") },
      { heading: t("desk-overview-raised-day") },
    ],
    rows: rows.map((one) => [
      dayShort(t, one.due),
      ...(isOfOneBody ? [] : [nameOf(one.body)]),
      isOwn
        ? html`<a class="code" href="/${t.language}/desk/${one.number}${show === "erasures" ? "/erase" : ""}">${one.number}</a>`
        : html`<span class="code">${one.number}</span>`,
      postOf(one),
      stepWords(t, one),
      dayShort(t, one.day),
    ]),
  });
}

function stepWords(t: Translate, { workingDays }: RaisedRow): HtmlValue {
  return workingDays === null
    ? tag(t("act-escalated-expired"), "clay")
    : tag(t("act-escalated-left", { term: termInWords(t, workingDaysTerm(workingDays)) }), "sun");
}
