/** The desk: which body, and its queue. No text and no name of anybody who wrote. */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { ExplanationStep } from "#core/clock/explanation.ts";
import type { Body } from "#government/bodies/index.ts";
import type { CaseRow, QueueCounts } from "#government/cases/index.ts";
import { continuation, dataTable, dayShort, details, emptyState, taskList } from "#platform/html/elements.ts";
import { button, getForm, hiddenField, postForm, rowBox, selectFrom } from "#platform/html/form-elements.ts";
import { attributes, type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { numberInWords } from "#platform/language/dates.ts";
import { explainBriefly } from "#platform/language/explain-briefly.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { WaitingOrder } from "../erasure-order-store.ts";
import type { DatedErasure } from "../waiting-erasures.ts";
import type { AssignablePost } from "./desk-acts.ts";
import { dueText } from "./desk-due-pages.ts";
import { erasuresAbove, erasuresHref, ordersAbove } from "./desk-erasure-list-pages.ts";
import { findForm } from "./desk-find-pages.ts";
import { type DeskLink, deskHref, openShows, postName, queueKinds, queueShows } from "./desk-links.ts";

/** Name of the boxes by which cases are chosen for the bar under the queue. */
export const chosenCaseField = "case";
/** Name of the bar's list of posts; "post" is what narrows the queue. */
export const bulkPostField = "to";

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
  /** Where this page is: its `body` is null when the person has only one. */
  readonly link: DeskLink;
  readonly counts: QueueCounts;
  /** What waits for a second person: refusals that others wrote, and erasures by order. */
  readonly toApprove: number;
  readonly rows: readonly CaseRow[];
  /** How each due day came about, by case number. */
  readonly explanations: ReadonlyMap<string, readonly ExplanationStep[]>;
  /** The place after the last row; `null` when nothing follows. */
  readonly next: string | null;
  readonly today: CivilDate;
  readonly timeZone: string;
  /** Working days of the body after one day through another. */
  readonly workingDays: (after: CivilDate, through: CivilDate) => number;
  readonly hasOverview: boolean;
  /** Whether the body is one from which all others are overseen, and the person may. */
  readonly overseesAll: boolean;
  /** What applicants wait for beside their cases: requests to erase, the soonest due first. */
  readonly erasures: readonly DatedErasure[];
  /** Erasures by order that wait for their second person. */
  readonly orders: readonly WaitingOrder[];
  /** For giving many cases away at once; `null` for those who give none. */
  readonly bar: { readonly posts: readonly AssignablePost[]; readonly formKey: FormKey } | null;
  /** Numbers that stay chosen when the bar comes back. */
  readonly chosen: ReadonlySet<string>;
  readonly said: HtmlValue;
}

/** The queue, soonest due first. */
export function queuePage(t: Translate, queue: QueueShown): PageContent {
  const { body, rows, said, link, bar } = queue;
  const table = [queueTable(t, queue), bar !== null && bulkBar(t, queue, bar.posts)];
  return {
    title: t("desk-title"),
    wide: true,
    main: html`${said}<h1>${body.name[t.language]}</h1>${showLinks(t, queue)}${dueBeside(t, queue)}${narrowing(t, queue)}${finding(t, queue)}${
      rows.length === 0
        ? emptyState(t(`desk-empty-${link.show}`), html`<p>${t("desk-empty-how")}</p>`)
        : [
            bar === null
              ? table
              : postForm({ action: `/${t.language}/desk/assign`, formKey: bar.formKey }, [
                  placeFields(link),
                  table,
                ]),
            placeLinks(t, queue),
          ]
    }`,
  };
}

function isOpenShow(show: DeskLink["show"]): show is (typeof openShows)[number] {
  return openShows.some((one) => one === show);
}

function showLinks(
  t: Translate,
  { link, counts, toApprove, hasOverview, overseesAll, erasures, orders }: QueueShown,
): Html {
  const { body, show } = link;
  const countOf = (each: DeskLink["show"]): number | null =>
    isOpenShow(each) ? counts[each] : each === "approve" ? toApprove : null;
  const label = (each: DeskLink["show"]) => {
    const count = countOf(each);
    return html`${t(`desk-show-${each}`)}${count !== null && html` (${numberInWords(t.language, count)})`}`;
  };
  return html`<nav class="places" aria-label="${t("desk-show")}">${queueShows.map((each) =>
    each === show
      ? html`<b aria-current="page">${label(each)}</b> `
      : html`<a href="${deskHref(t, "", { body, show: each })}">${label(each)}</a> `,
  )}${hasOverview && html`<a href="${deskHref(t, "/overview", { body, show: "all" })}">${t("desk-overview")}</a> `}${overseesAll && html`<a href="/${t.language}/desk/oversight">${t("desk-oversight-all")}</a> `}${
    erasures.length + orders.length > 0 &&
    html`<a href="${erasuresHref(t, "", { body: link.body, show: "asked" })}">${t("desk-erasures-title")} (${numberInWords(t.language, erasures.length + orders.length)})</a> `
  }</nav>`;
}

/** A request to erase is due beside its case, which may be closed: among all, and among what is overdue. */
function dueBeside(
  t: Translate,
  { body, link, erasures, orders, today, timeZone, workingDays }: QueueShown,
): HtmlValue {
  const around = { body, linkBody: link.body, timeZone };
  if (link.show === "approve") return ordersAbove(t, orders, around);
  if (link.show !== "all" && link.show !== "overdue") return null;
  const waiting =
    link.show === "all" ? erasures : erasures.filter(({ term }) => term !== null && term.due < today);
  const days = {
    today,
    timeZone,
    workingDays: (_: number, after: CivilDate, through: CivilDate) => workingDays(after, through),
  };
  return html`${erasuresAbove(t, waiting, { ...around, days })}${link.show === "all" && ordersAbove(t, orders, around)}`;
}

/** The place in the queue, for a form that leads back to it. */
function placeFields({ body, show, kind, post, after }: DeskLink): HtmlValue {
  const fields = { body: body?.slug ?? null, show, kind, post, after };
  return Object.entries(fields).map(([name, value]) => value && hiddenField(name, value));
}

/** Whoever calls says a number. */
function finding(t: Translate, { link }: QueueShown): HtmlValue {
  return isOpenShow(link.show) && details(t("desk-find-title"), findForm(t));
}

/** The form that narrows what is shown; it keeps the rest of the place. */
function narrowing(t: Translate, { link, body }: QueueShown): Html | null {
  if (!isOpenShow(link.show)) return null;
  const kinds = queueKinds.map((kind) => ({ value: kind, label: t(`desk-kind-${kind}`) }));
  const posts = body.about.posts.map(({ slug }) => ({ value: slug, label: postName(t, body, slug) }));
  return html`<details ${attributes({ open: Boolean(link.kind) || Boolean(link.post) })}><summary>${t("desk-narrow")}</summary>${getForm(
    `/${t.language}/desk`,
    [
      link.body !== null && hiddenField("body", link.body.slug),
      link.show !== "all" && hiddenField("show", link.show),
      selectFrom(t, {
        name: "kind",
        label: t("desk-column-kind"),
        options: kinds,
        chosen: link.kind ?? null,
      }),
      (link.show === "all" || link.show === "overdue" || link.show === "near" || link.show === "waiting") &&
        selectFrom(t, {
          name: "post",
          label: t("desk-column-official"),
          options: posts,
          chosen: link.post ?? null,
        }),
      button(t("desk-narrow-send"), { tone: "secondary" }),
    ],
  )}</details>`;
}

function queueTable(t: Translate, queue: QueueShown): Html {
  const { link, bar, chosen } = queue;
  const first = link.show === "closed" ? t("desk-column-last") : t("desk-column-due");
  const box = (number: string) =>
    bar !== null &&
    rowBox({ name: chosenCaseField, value: number, label: number, checked: chosen.has(number) });
  return dataTable({
    caption: t(`desk-show-${link.show}`),
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
      row.due === null
        ? dayShort(t, civilDateAt(row.lastActAt, queue.timeZone))
        : html`${box(row.number)}${dueText(t, row.due, queue)}${whyCell(t, queue.explanations.get(row.number))}`,
      html`<a class="code" href="/${t.language}/desk/${row.number}">${row.number}</a>`,
      t(`desk-kind-${row.filingKind}`),
      dayShort(t, row.filedDay),
      row.officialPost === null ? t("desk-nobody") : postName(t, queue.body, row.officialPost),
      t(`desk-phase-${row.phase}`),
    ]),
  });
}

/** Under the table, so that a keyboard comes to it after the rows: gives the chosen cases to one post. */
function bulkBar(t: Translate, { body }: QueueShown, posts: readonly AssignablePost[]): HtmlValue {
  return html`<fieldset><legend>${t("desk-bulk-title")}</legend>${selectFrom(t, {
    name: bulkPostField,
    label: t("desk-assign-post"),
    options: posts.map(({ post }) => ({ value: post, label: postName(t, body, post) })),
  })}${button(t("desk-bulk-send"), { tone: "secondary" })}</fieldset>`;
}

/** Why it is that day, in one line: no link and no box, so that a keyboard goes from row to row as before. */
function whyCell(t: Translate, steps: readonly ExplanationStep[] = []): Html | null {
  return steps.length === 0 ? null : html`<p class="hint">${explainBriefly(t, steps)}</p>`;
}

function placeLinks(t: Translate, { link, next }: QueueShown): Html {
  const hrefAfter = (after: string | null) => deskHref(t, "", { ...link, after });
  return continuation(t, {
    first: link.after ? hrefAfter(null) : null,
    next: next === null ? null : hrefAfter(next),
  });
}
