import type { CivilDate } from "#core/clock/civil-date.ts";
import type { CaseNumber } from "#government/cases/index.ts";
import { dataTable, dayShort, notice } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { leaveForm } from "#platform/session/session-pages.ts";
import { caseOpenForm } from "../appeal-forms.ts";

/** A case as one line of a list. */
export interface ListedCase {
  readonly number: CaseNumber;
  readonly filingKind: string;
  /** `CaseRow.phase`. */
  readonly phase: string;
  readonly due: CivilDate | null;
  /** The holder's name in the page's language. */
  readonly body: string;
}

/** Asks for number and code. */
export function caseOpenPage(
  t: Translate,
  state: FormState,
  options: {
    readonly stop: "held-up" | "too-many-open" | null;
    readonly opened: readonly ListedCase[];
  },
): PageContent {
  const { stop, opened } = options;
  return {
    title: t("case-open-title"),
    main: html`${formErrorSummary(t, caseOpenForm, state.problems)}<h1>${t("case-open-title")}</h1>${
      stop !== null &&
      notice(t(`case-open-${stop}-title`), html`<p>${t(`case-open-${stop}`)}</p>`, { alert: true })
    }<p>${t("case-open-lead")}</p>${postForm({ action: `/${t.language}/case` }, [
      formFields(t, caseOpenForm, state),
      button(t("case-open-send")),
    ])}<p>${t("case-open-lost")}</p>${
      opened.length > 0 &&
      html`<h2>${t("case-open-here")}</h2>${caseTable(t, opened, t("case-open-here"))}${leaveForm(t)}`
    }`,
  };
}

function caseTable(t: Translate, cases: readonly ListedCase[], caption: string): Html {
  return dataTable({
    caption,
    captionHidden: true,
    columns: [
      { heading: t("receipt-number") },
      { heading: t("case-kind") },
      { heading: t("case-body") },
      { heading: t("case-standing") },
      { heading: t("clock-due") },
    ],
    rows: cases.map(({ number, filingKind, phase, due, body }) => [
      html`<a href="/${t.language}/case/${number}">${number}</a>`,
      t(`appeal-kind-kind-option-${filingKind}`),
      body,
      t(`case-standing-${phase}`),
      due === null ? t("case-no-due") : dayShort(t, due),
    ]),
  });
}
