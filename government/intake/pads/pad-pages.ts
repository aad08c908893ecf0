/** Pads of stubs: issuing one, printing it, declaring sheets void. */

import { civilDateAt } from "#core/clock/civil-date.ts";
import { stubsPerPadMax } from "#core/record/stub-acts.ts";
import type { Body } from "#government/bodies/index.ts";
import { dataTable, dayShort, emptyState, notice } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { padForm, voidForm } from "../intake-forms.ts";
import type { PadRow } from "../intake-store.ts";

export interface PadsShown {
  readonly body: Body;
  readonly pads: readonly PadRow[];
  /** The query that names the body; "" when it is the person's only one. */
  readonly query: string;
  /** Whether the person may issue pads and print them; voiding is open to all who see this page. */
  readonly mayIssue: boolean;
  readonly said: "issued" | "voided" | null;
  readonly issueKey: string;
  readonly voidKey: string;
  readonly timeZone: string;
}

export interface PadStates {
  readonly issue: FormState;
  readonly voiding: FormState;
}

/** The pads of a body, with what became of their sheets. */
export function padsPage(t: Translate, shown: PadsShown, states: PadStates): PageContent {
  const { body, pads, query, mayIssue, said } = shown;
  const here = `/${t.language}/intake/pads`;
  return {
    title: t("intake-pads-title"),
    back: { href: `/${t.language}/intake`, label: t("intake-title") },
    main: html`${formErrorSummary(t, padForm, states.issue.problems)}${formErrorSummary(t, voidForm, states.voiding.problems)}<h1>${t("intake-pads-title")}</h1><p>${t("intake-pads-body")}: ${body.name[t.language]}</p>${
      said !== null &&
      notice(t(`intake-pads-${said}-title`), html`<p>${t(`intake-pads-${said}`)}</p>`, { tone: "leaf" })
    }<p>${t("intake-pads-what")}</p>${padList(t, shown)}${
      mayIssue &&
      html`<h2>${t("intake-pads-issue")}</h2>${postForm(
        { action: `${here}${query}`, formKey: shown.issueKey },
        [formFields(t, padForm, states.issue), button(t("intake-pads-issue-button"))],
      )}`
    }${
      pads.length > 0 &&
      html`<h2>${t("intake-pads-void")}</h2><p>${t("intake-pads-void-what")}</p>${postForm(
        { action: `${here}/void${query}`, formKey: shown.voidKey },
        [formFields(t, voidForm, states.voiding), button(t("intake-pads-void-button"), { tone: "danger" })],
      )}`
    }`,
  };
}

function padList(t: Translate, { pads, query, mayIssue, body, timeZone }: PadsShown) {
  if (pads.length === 0) {
    return emptyState(
      t("intake-pads-none"),
      html`<p>${t("intake-pads-none-what", { count: stubsPerPadMax })}</p>`,
    );
  }
  return dataTable({
    caption: t("intake-pads-list"),
    columns: [
      { heading: t("intake-pads-pad") },
      { heading: t("intake-pads-date") },
      { heading: t("intake-pads-stubs"), numeric: true },
      { heading: t("intake-pads-registered"), numeric: true },
      { heading: t("intake-pads-void-count"), numeric: true },
      ...(mayIssue ? [{ heading: t("intake-pads-print") }] : []),
    ],
    rows: pads.map((pad) => [
      `${body.number}-${pad.pad}`,
      dayShort(t, civilDateAt(pad.issuedAt, timeZone)),
      String(pad.stubs),
      String(pad.registered),
      String(pad.voided),
      ...(mayIssue
        ? [
            html`<a href="/${t.language}/intake/pads/${String(pad.pad)}/pad.pdf${query}">${t("intake-pads-print-link", { pad: `${body.number}-${pad.pad}` })}</a>`,
          ]
        : []),
    ]),
  });
}
