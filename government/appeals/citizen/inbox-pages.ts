/** One inbox: every case of an account, what is new in it, the next date, and what is asked of its follower. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import { dataTable, dayShort, emptyState, pagination, tag } from "#platform/html/elements.ts";
import { linkButton } from "#platform/html/form-elements.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { leaveForm } from "#platform/session/session-pages.ts";
import type { InboxCase, InboxCounts } from "../inbox-store.ts";

export interface InboxShown {
  readonly cases: readonly InboxCase[];
  readonly counts: InboxCounts;
  readonly page: number;
  readonly pages: number;
  readonly today: CivilDate;
  readonly nameOfBody: (body: number) => string;
}

/** The inbox of whoever is signed in. */
export function inboxPage(t: Translate, inbox: InboxShown): PageContent {
  const { counts, page, pages } = inbox;
  return {
    title: t("case-own-title"),
    wide: true,
    main: html`<h1>${t("case-own-title")}</h1>${
      counts.all === 0
        ? emptyState(t("case-own-none"), html`<p>${t("case-own-none-how")}</p>`)
        : [
            html`<p>${t("inbox-count", { count: counts.all })} ${
              counts.asked > 0 && tag(t("inbox-asked-count", { count: counts.asked }), "sun")
            } ${counts.fresh > 0 && tag(t("inbox-fresh-count", { count: counts.fresh }), "spring")}</p>`,
            inboxTable(t, inbox),
            pagination(t, { page, pages, href: (to) => `/${t.language}/my?page=${to}` }),
          ]
    }<p>${linkButton(t("case-own-new"), `/${t.language}/appeal`)}</p>${leaveForm(t)}`,
  };
}

function inboxTable(t: Translate, { cases, today, nameOfBody }: InboxShown): HtmlValue {
  return dataTable({
    caption: t("case-own-title"),
    captionHidden: true,
    columns: [
      { heading: t("receipt-number") },
      { heading: t("inbox-news") },
      { heading: t("inbox-next") },
      { heading: t("case-standing") },
      { heading: t("case-body") },
      { heading: t("case-kind") },
    ],
    rows: cases.map((own) => [
      html`<a class="code" href="/${t.language}/case/${own.number}">${own.number}</a>`,
      newsOf(t, own),
      own.due === null
        ? t("case-no-due")
        : own.due < today
          ? html`${dayShort(t, own.due)} ${tag(t("inbox-overdue"), "clay")}`
          : dayShort(t, own.due),
      own.phase === "awaiting-applicant"
        ? tag(t("case-standing-awaiting-applicant"), "sun")
        : t(`case-standing-${own.phase}`),
      nameOfBody(own.holderBody),
      t(`appeal-kind-kind-option-${own.filingKind}`),
    ]),
  });
}

/** How many acts are new, and which came last; "–" when the follower has seen all. */
function newsOf(t: Translate, { fresh, lastKind }: InboxCase): HtmlValue {
  if (fresh === 0) return "–";
  return html`<b>${t("inbox-fresh", { count: fresh })}</b> ${t(`act-${lastKind}`)}`;
}
