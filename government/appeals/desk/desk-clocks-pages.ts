/** The clocks of one body for whoever oversees it: when each open case is due and with whom it lies. No text, no name. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Body } from "#government/bodies/index.ts";
import type { CaseRow } from "#government/cases/index.ts";
import { continuation, dataTable, dayShort, emptyState } from "#platform/html/elements.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { dueText } from "./desk-due-pages.ts";
import { postName } from "./desk-links.ts";

export interface ClocksShown {
  readonly body: Body;
  readonly rows: readonly CaseRow[];
  readonly today: CivilDate;
  readonly isOverdueOnly: boolean;
  readonly isContinued: boolean;
  /** The place after the last row; `null` when nothing follows. */
  readonly next: string | null;
  /** Working days of the body after one day through another. */
  readonly workingDays: (after: CivilDate, through: CivilDate) => number;
}

/** Open cases, soonest due first. A number leads nowhere from here: the case is the body's and the applicant's. */
export function clocksPage(t: Translate, clocks: ClocksShown): PageContent {
  const { body, rows } = clocks;
  return {
    title: t("desk-clocks"),
    wide: true,
    breadcrumbs: [{ href: `/${t.language}/desk/oversight`, label: t("desk-oversight-all") }],
    main: html`<h1>${t("desk-clocks")}</h1><p class="lead">${body.name[t.language]}</p><p>${t("desk-clocks-lead")}</p>${showLinks(t, clocks)}${
      rows.length === 0
        ? emptyState(t("desk-clocks-none"), html`<p>${t("desk-clocks-none-how")}</p>`)
        : [clocksTable(t, clocks), placeLinks(t, clocks)]
    }`,
  };
}

function hrefOf(t: Translate, { body }: ClocksShown, isOverdueOnly: boolean, after: string | null): string {
  const query = [...(isOverdueOnly ? ["show=overdue"] : []), ...(after === null ? [] : [`after=${after}`])];
  return `/${t.language}/desk/oversight/${body.slug}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

function showLinks(t: Translate, clocks: ClocksShown): HtmlValue {
  return html`<nav class="places" aria-label="${t("desk-show")}">${[false, true].map((isOverdueOnly) => {
    const label = t(isOverdueOnly ? "desk-show-overdue" : "desk-show-all");
    return isOverdueOnly === clocks.isOverdueOnly
      ? html`<b aria-current="page">${label}</b> `
      : html`<a href="${hrefOf(t, clocks, isOverdueOnly, null)}">${label}</a> `;
  })}</nav>`;
}

function clocksTable(t: Translate, clocks: ClocksShown): HtmlValue {
  const { body, rows } = clocks;
  return dataTable({
    caption: t("desk-clocks"),
    captionHidden: true,
    stickyHead: true,
    columns: [
      { heading: t("desk-column-due") },
      { heading: t("desk-column-number") },
      { heading: t("desk-column-kind") },
      { heading: t("desk-column-filed") },
      { heading: t("desk-column-official") },
      { heading: t("desk-column-phase") },
    ],
    rows: rows.map((row) => [
      row.due === null ? null : dueText(t, row.due, clocks),
      html`<span class="code">${row.number}</span>`,
      t(`desk-kind-${row.filingKind}`),
      dayShort(t, row.filedDay),
      row.officialPost === null ? t("desk-nobody") : postName(t, body, row.officialPost),
      t(`desk-phase-${row.phase}`),
    ]),
  });
}

function placeLinks(t: Translate, clocks: ClocksShown): HtmlValue {
  const { next, isContinued, isOverdueOnly } = clocks;
  const hrefAfter = (after: string | null) => hrefOf(t, clocks, isOverdueOnly, after);
  return continuation(t, {
    first: isContinued ? hrefAfter(null) : null,
    next: next === null ? null : hrefAfter(next),
  });
}
