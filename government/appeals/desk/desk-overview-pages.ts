/** How much lies with whom, what was raised, and how late a body was. No text and no name of anybody who wrote. */
import type { Body } from "#government/bodies/index.ts";
import { continuation, dataTable, figures, tag } from "#platform/html/elements.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { numberInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { deskHref, postName } from "./desk-links.ts";
import { type RaisedLink, type RaisedRow, raisedHref, raisedTable } from "./desk-raised-pages.ts";
import type { BodyLoad, DeskLoad } from "./desk-store.ts";
import { templatesHref } from "./desk-template-pages.ts";

export interface Overview {
  readonly body: Body;
  readonly linkBody: Body | null;
  readonly loads: readonly DeskLoad[];
  /** What was raised, for those who oversee the body; `null` for others. */
  readonly raised: readonly RaisedRow[] | null;
  /** Requests to erase that are over their day; for the same people. */
  readonly erasures: readonly RaisedRow[];
  /** Cases of twelve months that came late or are overdue, charged to this body; `null` where another's register counts them. */
  readonly late: number | null;
  /** Whether this person keeps the body's texts for replies. */
  readonly writesTemplates: boolean;
}

/** How much lies with whom at a body, and what its head has to answer for. */
export function overviewPage(t: Translate, overview: Overview): PageContent {
  const { body, linkBody, loads, late, raised, writesTemplates } = overview;
  const sum = (count: (load: DeskLoad) => number) => loads.reduce((total, load) => total + count(load), 0);
  const words = (count: number) => numberInWords(t.language, count);
  return {
    title: t("desk-overview"),
    breadcrumbs: [{ href: deskHref(t, "", { body: linkBody, show: "all" }), label: t("desk-title") }],
    main: html`<h1>${t("desk-overview")}</h1><p class="lead">${body.name[t.language]}</p>${figures([
      { label: t("desk-figure-open"), number: words(sum(({ open }) => open)) },
      { label: t("desk-figure-overdue"), number: words(sum(({ overdue }) => overdue)) },
      { label: t("desk-figure-week"), number: words(sum(({ week }) => week)) },
      {
        label: t("desk-show-unassigned"),
        number: words(sum(({ post, open }) => (post === null ? open : 0))),
      },
      ...(late === null ? [] : [{ label: t("desk-figure-late"), number: words(late) }]),
    ])}<p><a href="/${t.language}/desk/handover${linkBody === null ? "" : `?body=${linkBody.slug}`}">${t("desk-handover")}</a></p>${writesTemplates && html`<p><a href="${templatesHref(t, linkBody)}">${t("desk-templates")}</a></p>`}${late !== null && html`<p class="hint">${t("desk-overview-charged")}</p>`}${workloadTable(t, overview)}${
      raised !== null && raisedAtBody(t, overview, raised)
    }`,
  };
}

/** The first of them; the whole list has a page of its own. */
function raisedAtBody(
  t: Translate,
  { body, erasures }: Pick<Overview, "body" | "erasures">,
  raised: readonly RaisedRow[],
): HtmlValue {
  const bodyOf = (number: number) => (number === body.number ? body : undefined);
  const list = (show: "all" | "erasures", rows: readonly RaisedRow[]) =>
    html`${raisedTable(t, rows, { bodyOf, show, isOfOneBody: true })}<p><a href="${raisedHref(t, "", { top: body, of: body, show, after: null })}">${t("desk-raised-list")}</a></p>`;
  return [
    raised.length === 0
      ? html`<h2>${t("desk-overview-raised")}</h2><p>${t("desk-overview-raised-none")}</p>`
      : list("all", raised),
    erasures.length > 0 && list("erasures", erasures),
  ];
}

function workloadTable(t: Translate, { body, linkBody, loads }: Overview): HtmlValue {
  const words = (count: number) => numberInWords(t.language, count);
  const cells = (post: string | null): HtmlValue[] => {
    const own = loads.find((load) => load.post === post) ?? { open: 0, overdue: 0, week: 0 };
    return [words(own.open), overdueCell(t, own.overdue), words(own.week)];
  };
  return dataTable({
    caption: t("desk-overview-table"),
    columns: [
      { heading: t("desk-column-official") },
      { heading: t("desk-figure-open"), numeric: true },
      { heading: t("desk-figure-overdue"), numeric: true },
      { heading: t("desk-figure-week"), numeric: true },
    ],
    rows: [
      ...postsOf(body, loads).map((post) => [
        html`<a href="${deskHref(t, "", { body: linkBody, show: "all", post })}">${postName(t, body, post)}</a>`,
        ...cells(post),
      ]),
      [
        html`<a href="${deskHref(t, "", { body: linkBody, show: "unassigned" })}">${t("desk-nobody")}</a>`,
        ...cells(null),
      ],
    ],
  });
}

/** Figures and raised cases of the bodies below one: for whoever controls them. */
export function oversightPage(
  t: Translate,
  given: {
    readonly top: Body;
    /** All overseen bodies together, not those of this page alone. */
    readonly all: Pick<BodyLoad, "open" | "overdue" | "raised">;
    readonly bodies: readonly { readonly body: Body; readonly load: BodyLoad | null }[];
    readonly raised: readonly RaisedRow[];
    /** How many requests to erase are over their day. */
    readonly erasures: number;
    readonly byNumber: (body: number) => Body | undefined;
    readonly isContinued: boolean;
    /** Slug of the body after which the next page begins; `null` when none follows. */
    readonly next: string | null;
  },
): PageContent {
  const { top, all, bodies, raised, erasures, byNumber, isContinued, next } = given;
  const isWholeCountry = top.oversight !== undefined;
  const title = t(isWholeCountry ? "desk-oversight-all" : "desk-oversight");
  const words = (count: number) => numberInWords(t.language, count);
  const path = `/${t.language}/desk/oversight?body=${top.slug}`;
  return {
    title,
    wide: true,
    main: html`<h1>${title}</h1><p class="lead">${top.name[t.language]}</p><p>${t("desk-oversight-lead")}</p>${figures(
      [
        { label: t("desk-figure-open"), number: words(all.open) },
        { label: t("desk-figure-overdue"), number: words(all.overdue) },
        { label: t("desk-oversight-raised"), number: words(all.raised) },
        { label: t("desk-raised-erasures"), number: words(erasures) },
      ],
    )}${
      erasures > 0 &&
      html`<p><a href="${raisedHref(t, "", { top, of: null, show: "erasures", after: null })}">${t("desk-raised-erasures")}</a></p>`
    }${
      bodies.length === 0
        ? html`<p>${t("desk-oversight-none")}</p>`
        : dataTable({
            caption: title,
            captionHidden: true,
            stickyHead: true,
            columns: [
              { heading: t("desk-oversight-body") },
              { heading: t("desk-figure-open"), numeric: true },
              { heading: t("desk-figure-overdue"), numeric: true },
              { heading: t("desk-oversight-raised"), numeric: true },
            ],
            rows: bodies.map(({ body, load }) => [
              html`<a href="/${t.language}/desk/oversight/${body.slug}">${body.name[t.language]}</a>`,
              words(load?.open ?? 0),
              overdueCell(t, load?.overdue ?? 0),
              raisedCell(t, { top, of: body }, load?.raised ?? 0),
            ]),
          })
    }${continuation(t, {
      first: isContinued ? path : null,
      next: next === null ? null : `${path}&after=${next}`,
    })}${
      raised.length > 0 &&
      html`${raisedTable(t, raised, { bodyOf: byNumber, show: "all", isOfOneBody: false })}<p><a href="${raisedHref(t, "", { top, of: null, show: "all", after: null })}">${t("desk-raised-list")}</a></p>`
    }`,
  };
}

function raisedCell(t: Translate, link: Pick<RaisedLink, "top" | "of">, count: number): HtmlValue {
  const words = numberInWords(t.language, count);
  return count === 0
    ? words
    : html`<a href="${raisedHref(t, "", { ...link, show: "all", after: null })}">${words}</a>`;
}

function overdueCell(t: Translate, count: number): HtmlValue {
  const words = numberInWords(t.language, count);
  return count === 0 ? words : tag(words, "clay");
}

/** The posts of a body, and those that once were and still have cases. */
function postsOf(body: Body, loads: readonly DeskLoad[]): readonly string[] {
  const posts = new Set(body.about.posts.map(({ slug }) => slug));
  for (const { post } of loads) if (post !== null) posts.add(post);
  return [...posts];
}
