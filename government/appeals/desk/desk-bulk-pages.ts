/** What became of many cases at once, and what a body has passed on: numbers and days, no text. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { Body } from "#government/bodies/index.ts";
import type { CaseRow } from "#government/cases/index.ts";
import { dataTable, dayShort, emptyState, notice, summaryList } from "#platform/html/elements.ts";
import { linkButton } from "#platform/html/form-elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { dateInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { bodyNames } from "../body-names.ts";
import type { ForwardedCase, ForwardingStep } from "../forwarding-store.ts";
import { forwardingList } from "./desk-case-cards-pages.ts";
import { deskHref, postName } from "./desk-links.ts";
import { type DeskRefusal, refusalText } from "./desk-refusals.ts";

/** Which of the chosen cases were given, and for each of the others why not. */
export function bulkResultPage(
  t: Translate,
  given: {
    readonly body: Body;
    readonly post: string;
    readonly done: readonly string[];
    readonly not: readonly { readonly number: string; readonly refusal: DeskRefusal }[];
    /** Where in the queue the person was. */
    readonly back: string;
  },
): PageContent {
  const { body, post, done, not, back } = given;
  const link = (number: string) => html`<a class="code" href="/${t.language}/desk/${number}">${number}</a>`;
  return {
    title: t("desk-title"),
    back: { href: back, label: t("desk-bulk-back") },
    main: html`<h1>${t("desk-bulk-title")}</h1>${
      done.length > 0 &&
      notice(
        t("desk-bulk-done", { count: done.length, post: postName(t, body, post) }),
        html`<ul>${done.map((number) => html`<li>${link(number)}</li>`)}</ul>`,
        { tone: "leaf", alert: true },
      )
    }${
      not.length > 0 &&
      notice(
        t("desk-bulk-not", { count: not.length }),
        html`<ul>${not.map(
          ({ number, refusal }) => html`<li>${link(number)}: ${refusalText(t, refusal)}</li>`,
        )}</ul>`,
        { tone: "clay", alert: true },
      )
    }<p>${linkButton(t("desk-bulk-back"), back, "secondary")}</p>`,
  };
}

/** What a body has passed on: that it did, to whom, and who holds it now. */
export function forwardedPage(
  t: Translate,
  given: {
    readonly body: Body;
    readonly linkBody: Body | null;
    readonly rows: readonly ForwardedCase[];
    readonly parameters: Parameters;
  },
): PageContent {
  const { body, linkBody, rows, parameters } = given;
  const nameOf = bodyNames(t, parameters);
  return {
    title: t("desk-title"),
    wide: true,
    breadcrumbs: [{ href: deskHref(t, "", { body: linkBody, show: "all" }), label: body.name[t.language] }],
    main: html`<h1>${t("desk-show-forwarded")}</h1><p>${t("desk-forwarded-lead")}</p>${
      rows.length === 0
        ? emptyState(t("desk-empty-forwarded"), html`<p>${t("desk-empty-forwarded-how")}</p>`)
        : dataTable({
            caption: t("desk-show-forwarded"),
            captionHidden: true,
            stickyHead: true,
            columns: [
              { heading: t("desk-forwarded-day") },
              { heading: t("desk-column-number") },
              { heading: t("desk-column-kind") },
              { heading: t("desk-forwarded-to") },
              { heading: t("desk-forwarded-holder") },
            ],
            rows: rows.map((row) => [
              dayShort(t, civilDateAt(row.at, parameters.timeZone)),
              html`<a class="code" href="/${t.language}/desk/${row.number}">${row.number}</a>`,
              t(`desk-kind-${row.filingKind}`),
              nameOf(row.to),
              nameOf(row.holder),
            ]),
          })
    }`,
  };
}

/** A case that this body has passed on: a stub instead of "there is no such case", without a word of it. */
export function forwardedStubPage(
  t: Translate,
  given: {
    readonly row: CaseRow;
    readonly steps: readonly ForwardingStep[];
    readonly back: string;
    readonly parameters: Parameters;
  },
): PageContent {
  const { row, steps, back, parameters } = given;
  return {
    title: t("desk-case-title"),
    back: { href: back, label: t("desk-bulk-back") },
    main: html`<h1><span class="code" translate="no">${row.number}</span></h1>${notice(
      t("desk-forwarded-stub"),
      html`<p>${t("desk-forwarded-stub-what")}</p>`,
    )}${summaryList([
      { key: t("desk-column-kind"), value: t(`desk-kind-${row.filingKind}`) },
      { key: t("desk-column-filed"), value: dateInWords(t.language, row.filedDay) },
      { key: t("desk-forwarded-holder"), value: bodyNames(t, parameters)(row.holderBody) },
    ])}${forwardingList(t, steps, parameters)}`,
  };
}
