/** The first page, and the list of the longest waiting. */
import { type BodyTree, bodyPath } from "#government/bodies/index.ts";
import {
  dataTable,
  dayShort,
  emptyState,
  figures,
  pagination,
  tag,
  taskList,
} from "#platform/html/elements.ts";
import { button, linkButton, postForm } from "#platform/html/form-elements.ts";
import { formFields, untouched } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { recordOfAnswering } from "#platform/html/record-of-answering.ts";
import { dateInWords, numberInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { caseOpenForm } from "../appeal-forms.ts";
import type { OverdueRow } from "./figures-store.ts";
import { besideHeadline } from "./overturned.ts";
import { answeringOf, type PublicFigures, standingToday } from "./public-figures.ts";
import { percentInWords } from "./public-words.ts";

type Counted = Pick<PublicFigures, "figures" | "overturned">;

/** What do you want to do, "I have a number", and how the state answers today. */
export function homePage(t: Translate, { figures: counted, overturned }: Counted): PageContent {
  const to = (path: string) => `/${t.language}/${path}`;
  return {
    title: t("public-home-title"),
    main: html`<h1>${t("public-home-title")}</h1>${taskList([
      { href: to("appeal"), label: t("public-home-file"), hint: t("public-home-file-hint") },
      { href: to("case"), label: t("public-home-follow"), hint: t("public-home-follow-hint") },
      { href: to("intake"), label: t("intake-home"), hint: t("intake-home-hint") },
      { href: to("bodies"), label: t("public-home-find"), hint: t("public-home-find-hint") },
      { href: to("appeals"), label: t("published-title"), hint: t("published-home-hint") },
      { href: to("statistics"), label: t("public-home-look"), hint: t("public-home-look-hint") },
      { href: to("check"), label: t("public-home-check"), hint: t("public-home-check-hint") },
    ])}<h2>${t("public-home-number")}</h2>${postForm({ action: to("case") }, [
      formFields(t, caseOpenForm, untouched, ["number"]),
      button(t("public-home-number-send")),
    ])}<h2>${t("public-home-today", { date: dateInWords(t.language, counted.asOf) })}</h2>${todaysFigures(t, {
      figures: counted,
      overturned,
    })}${recordOfAnswering(t, answeringOf(t("public-all-bodies"), counted.all, { overturned, body: null }))}<p><a href="${to("statistics")}">${t("public-statistics-title")}</a> · <a href="${to("waiting")}">${t("public-waiting-title")}</a></p>`,
  };
}

function todaysFigures(t: Translate, { figures: counted, overturned }: Counted): Html {
  const number = (value: number) => numberInWords(t.language, value);
  const { all } = counted;
  const less = besideHeadline(overturned, all, null).headlineLessOverturnedPermille;
  const { open, overdue, longestWorkingDays } = standingToday(counted, null);
  return figures([
    { label: t("public-figure-open"), number: number(open) },
    { label: t("public-figure-overdue"), number: number(overdue) },
    ...(all.headlinePermille === null
      ? []
      : [{ label: t("public-figure-headline"), number: percentInWords(t, all.headlinePermille) }]),
    ...(less === null ? [] : [{ label: t("public-figure-headline-less"), number: percentInWords(t, less) }]),
    ...(longestWorkingDays === null
      ? []
      : [{ label: t("public-figure-oldest"), number: number(longestWorkingDays) }]),
  ]);
}

/** A part of the list, of the whole country or of the body that is charged. */
export interface WaitingList {
  readonly tree: BodyTree;
  readonly body: BodyTree["all"][number] | null;
  readonly asOf: PublicFigures["figures"]["asOf"];
  readonly count: number;
  readonly rows: readonly OverdueRow[];
  readonly page: number;
  readonly pages: number;
}

/** All open cases beyond their due day, the longest waiting first. No number of a case: the entry in the record. */
export function waitingPage(t: Translate, list: WaitingList): PageContent {
  const { body, rows, page, pages, count } = list;
  const path = `/${t.language}/waiting`;
  const query = body === null ? "" : `body=${body.slug}&`;
  const total =
    count === 0
      ? emptyState(t("public-waiting-none"), html`<p>${t("public-waiting-none-how")}</p>`)
      : html`<p>${t("public-waiting-count", { count, date: dateInWords(t.language, list.asOf) })}</p>${waitingTable(t, list, rows)}`;
  return {
    title: t("public-waiting-title"),
    breadcrumbs: [{ href: `/${t.language}/statistics`, label: t("public-statistics-title") }],
    main: html`<h1>${t("public-waiting-title")}</h1>${
      body !== null &&
      html`<p>${t("public-charged")}: <b>${body.name[t.language]}</b> · <a href="${path}">${t("public-all-bodies")}</a></p>`
    }<p class="lead">${t("public-waiting-lead")}</p>${total}${pagination(t, {
      page,
      pages,
      href: (to) => `${path}?${query}page=${to}`,
    })}<p class="hint">${t("public-waiting-no-numbers")}</p><p><a href="${path}.csv">${t("public-as-csv")}</a></p>`,
  };
}

/**
 * The rows as a table; on a body's own page without the column that names it. The due day stands first, since it is what
 * the rows are ordered by: bodies have working weeks of their own, so the counts of working days do not fall evenly.
 */
export function waitingTable(
  t: Translate,
  { tree, body }: Pick<WaitingList, "tree" | "body">,
  rows: readonly OverdueRow[],
): Html {
  const nameOf = (number: number): HtmlValue => {
    const found = tree.all.find((each) => each.number === number);
    return found === undefined
      ? String(number)
      : html`<a href="${bodyPath(t, found)}">${found.name[t.language]}</a>`;
  };
  return dataTable({
    caption: t("public-waiting-title"),
    captionHidden: true,
    columns: [
      { heading: t("public-due") },
      { heading: t("public-days-overdue") },
      ...(body === null ? [{ heading: t("public-charged") }] : []),
      { heading: t("case-kind") },
      { heading: t("public-filed") },
      { heading: t("public-entry") },
    ],
    rows: rows.map((row) => [
      dayShort(t, row.due),
      numberInWords(t.language, row.workingDays),
      ...(body === null ? [nameOf(row.charged)] : []),
      [
        t(`appeal-kind-kind-option-${row.filingKind}`),
        row.disputed && [" ", tag(t("public-disputed"), "clay")],
        row.holder !== row.charged && html`<br>${t("public-now-with")}: ${nameOf(row.holder)}`,
      ],
      dayShort(t, row.filedDay),
      entryLink(t, row.index),
    ]),
  });
}

/** A link to an entry of the record. */
export function entryLink(t: Translate, index: number): Html {
  return html`<a href="/${t.language}/check/entry/${index}">${String(index)}</a>`;
}

/** What a body's page offers first: writing to it. */
export function writeToBody(t: Translate, slug: string): Html {
  return html`<p>${linkButton(t("public-write-to-body"), `/${t.language}/appeal?body=${slug}`)}</p>`;
}
