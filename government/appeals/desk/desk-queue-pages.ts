/** The desk: which body, its queue, and how much lies with whom. No text and no name of anybody who wrote. */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { type Body, postOf } from "#government/bodies/index.ts";
import type { CaseRow } from "#government/cases/index.ts";
import { dataTable, dayShort, emptyState, figures, tag, taskList } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { numberInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { DeskLoad } from "./desk-store.ts";

/** Which cases a queue shows. */
export const queueShows = ["all", "mine", "unassigned", "approve", "closed"] as const;
export type QueueShow = (typeof queueShows)[number];

/** Within so many working days a deadline is near. */
const nearWorkingDays = 3;

/** Links to a desk keep the body (for those who have several) and what is shown. */
export interface DeskLink {
  readonly body: Body | null;
  readonly show: QueueShow;
  /** A place in the queue, such as "2026-12-04.26-4711-8302-5". */
  readonly after?: string;
}

/** Path and query of a desk. */
export function deskHref(t: Translate, page: "" | "/overview", link: DeskLink): string {
  const query = [
    ...(link.body === null ? [] : [`body=${link.body.slug}`]),
    ...(link.show === "all" ? [] : [`show=${link.show}`]),
    ...(link.after === undefined ? [] : [`after=${link.after}`]),
  ];
  return `/${t.language}/desk${page}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

/** For those who hold offices at several bodies. */
export function deskChoicePage(t: Translate, bodies: readonly Body[]): PageContent {
  return {
    title: t("desk-title"),
    main: html`<h1>${t("desk-choice-title")}</h1>${taskList(
      bodies.map((body) => ({ href: deskHref(t, "", { body, show: "all" }), label: body.name[t.language] })),
    )}`,
  };
}

export interface QueueShown {
  readonly body: Body;
  /** The body again when the person must name it in links, `null` when it is their only one. */
  readonly linkBody: Body | null;
  readonly show: QueueShow;
  readonly counts: Readonly<Record<Exclude<QueueShow, "approve" | "closed">, number>> & {
    readonly overdue: number;
  };
  readonly rows: readonly CaseRow[];
  /** The place after the last row; `null` when nothing follows. */
  readonly next: string | null;
  readonly isContinued: boolean;
  readonly today: CivilDate;
  readonly timeZone: string;
  /** Working days of the body after one day through another. */
  readonly workingDays: (after: CivilDate, through: CivilDate) => number;
  readonly hasOverview: boolean;
  /** How many applicants wait for a decision about an erasure. */
  readonly erasuresAsked: number;
  readonly said: HtmlValue;
}

/** The queue, soonest due first. */
export function queuePage(t: Translate, queue: QueueShown): PageContent {
  const { body, rows, said, show } = queue;
  return {
    title: t("desk-title"),
    wide: true,
    main: html`${said}<h1>${body.name[t.language]}</h1>${showLinks(t, queue)}${
      rows.length === 0
        ? emptyState(t(`desk-empty-${show}`), html`<p>${t("desk-empty-how")}</p>`)
        : [queueTable(t, queue), placeLinks(t, queue)]
    }`,
  };
}

function showLinks(t: Translate, { show, linkBody, counts, hasOverview, erasuresAsked }: QueueShown): Html {
  const label = (each: QueueShow) =>
    each === "closed" || each === "approve"
      ? t(`desk-show-${each}`)
      : html`${t(`desk-show-${each}`)} (${numberInWords(t.language, counts[each])})`;
  return html`<nav class="places" aria-label="${t("desk-show")}">${queueShows.map((each) =>
    each === show
      ? html`<b aria-current="page">${label(each)}</b> `
      : html`<a href="${deskHref(t, "", { body: linkBody, show: each })}">${label(each)}</a> `,
  )}${hasOverview && html`<a href="${deskHref(t, "/overview", { body: linkBody, show: "all" })}">${t("desk-overview")}</a> `}${
    erasuresAsked > 0 &&
    html`<a href="/${t.language}/desk/erasures">${t("desk-erasures-title")} (${numberInWords(t.language, erasuresAsked)})</a> `
  }${counts.overdue > 0 && tag(t("desk-overdue-count", { count: counts.overdue }), "clay")}</nav>`;
}

function queueTable(t: Translate, queue: QueueShown): Html {
  const first = queue.show === "closed" ? t("desk-column-last") : t("desk-column-due");
  return dataTable({
    caption: t(`desk-show-${queue.show}`),
    captionHidden: true,
    stickyHead: true,
    columns: [
      { heading: first },
      { heading: t("desk-column-number") },
      { heading: t("desk-column-kind") },
      { heading: t("desk-column-filed") },
      { heading: t("desk-column-official") },
      { heading: t("desk-column-phase") },
    ],
    rows: queue.rows.map((row) => [
      row.due === null ? dayShort(t, civilDateAt(row.lastActAt, queue.timeZone)) : dueCell(t, row.due, queue),
      html`<a class="code" href="/${t.language}/desk/${row.number}">${row.number}</a>`,
      t(`desk-kind-${row.filingKind}`),
      dayShort(t, row.filedDay),
      row.officialPost === null ? t("desk-nobody") : postName(t, queue.body, row.officialPost),
      t(`desk-phase-${row.phase}`),
    ]),
  });
}

/** The day, and a word where it is near or over: colour never speaks alone. */
function dueCell(t: Translate, due: CivilDate, { today, workingDays }: QueueShown): Html {
  if (due < today) {
    return html`${dayShort(t, due)} ${tag(t("desk-late-days", { days: workingDays(due, today) }), "clay")}`;
  }
  const days = workingDays(today, due);
  if (days > nearWorkingDays) return dayShort(t, due);
  return html`${dayShort(t, due)} ${tag(due === today ? t("desk-due-today") : t("desk-near-days", { days }), "sun")}`;
}

function placeLinks(t: Translate, { linkBody, show, next, isContinued }: QueueShown): Html | null {
  if (next === null && !isContinued) return null;
  return html`<nav class="pagination" aria-label="${t("pagination-label")}">${
    isContinued && html`<a href="${deskHref(t, "", { body: linkBody, show })}">${t("desk-to-first")}</a> `
  }${
    next !== null &&
    html`<a rel="next" href="${deskHref(t, "", { body: linkBody, show, after: next })}">${t("pagination-next")}</a>`
  }</nav>`;
}

/** The name of a post of a body; its slug when the body has it no more. */
export function postName(t: Translate, body: Body, slug: string): string {
  return postOf(body, slug)?.name[t.language] ?? slug;
}

/** How much lies with whom at a body. */
export function overviewPage(
  t: Translate,
  given: { readonly body: Body; readonly linkBody: Body | null; readonly loads: readonly DeskLoad[] },
): PageContent {
  const { body, linkBody, loads } = given;
  const sum = (count: (load: DeskLoad) => number) => loads.reduce((total, load) => total + count(load), 0);
  const words = (count: number) => numberInWords(t.language, count);
  const unassigned = loads.filter(({ post }) => post === null);
  const byPost = postsOf(body, loads).map((post) => {
    const own = loads.filter((load) => load.post === post);
    const open = own.reduce((total, load) => total + load.open, 0);
    const overdue = own.reduce((total, load) => total + load.overdue, 0);
    return [postName(t, body, post), words(open), overdueCell(t, overdue)];
  });
  return {
    title: t("desk-overview"),
    breadcrumbs: [{ href: deskHref(t, "", { body: linkBody, show: "all" }), label: t("desk-title") }],
    main: html`<h1>${t("desk-overview")}</h1><p class="lead">${body.name[t.language]}</p>${figures([
      { label: t("desk-figure-open"), number: words(sum(({ open }) => open)) },
      { label: t("desk-figure-overdue"), number: words(sum(({ overdue }) => overdue)) },
      {
        label: t("desk-show-unassigned"),
        number: words(unassigned.reduce((total, { open }) => total + open, 0)),
      },
    ])}${dataTable({
      caption: t("desk-overview-table"),
      columns: [
        { heading: t("desk-column-official") },
        { heading: t("desk-figure-open"), numeric: true },
        { heading: t("desk-figure-overdue"), numeric: true },
      ],
      rows: [
        ...byPost,
        [
          html`<a href="${deskHref(t, "", { body: linkBody, show: "unassigned" })}">${t("desk-nobody")}</a>`,
          words(unassigned.reduce((total, { open }) => total + open, 0)),
          overdueCell(
            t,
            unassigned.reduce((total, { overdue }) => total + overdue, 0),
          ),
        ],
      ],
    })}`,
  };
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
