/** What waits at a body that has joined, for its own officials. No text and no name. */
import { continuation, dataTable } from "#platform/html/elements.ts";
import { linkButton } from "#platform/html/form-elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { SentAs } from "./silence-facts.ts";

/** One case that waits. */
export interface WaitingRow {
  readonly number: string;
  /** `null` once the applicant had it erased. */
  readonly sent: Omit<SentAs, "tracking"> | null;
  readonly due: Parameters<typeof dateWithWeekday>[1];
  readonly workingDaysOverdue: number;
  /** Where the filing stands in the log; `null` while it waits. */
  readonly entry: number | null;
}

export interface WaitingShown {
  readonly body: string;
  readonly rows: readonly WaitingRow[];
  readonly isContinued: boolean;
  /** The place after the last row; `null` when nothing follows. */
  readonly next: string | null;
}

export function waitingPage(t: Translate, { body, rows, isContinued, next }: WaitingShown): PageContent {
  const path = `/${t.language}/outside/waiting`;
  const links = continuation(t, {
    first: isContinued ? path : null,
    next: next === null ? null : `${path}?after=${next}`,
  });
  return {
    title: t("outside-waiting-title"),
    back: { href: `/${t.language}/desk`, label: t("page-desk") },
    main: html`<h1>${t("outside-waiting-title")}</h1><p class="lead">${body}</p><p>${t("outside-waiting-lead")}</p>${
      rows.length === 0
        ? html`<p>${t("outside-waiting-none")}</p>`
        : html`<p>${linkButton(t("outside-waiting-export"), `${path}.csv`)}</p>${dataTable({
            caption: t("outside-waiting-title"),
            columns: [
              { heading: t("outside-pdf-number") },
              { heading: t("outside-waiting-sent") },
              { heading: t("outside-pdf-due") },
              { heading: t("outside-waiting-overdue"), numeric: true },
            ],
            rows: rows.map(({ number, sent, due, workingDaysOverdue }) => [
              html`<a href="/${t.language}/desk/${number}">${number}</a>`,
              sent === null ? "–" : dateWithWeekday(t.language, sent.sentOn),
              dateWithWeekday(t.language, due),
              String(workingDaysOverdue),
            ]),
          })}`
    }${links}`,
  };
}
