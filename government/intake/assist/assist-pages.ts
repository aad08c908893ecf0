/** Assisted points: a helper types in for whoever sits beside, and the person takes the codes along on paper. */
import type { Body } from "#government/bodies/index.ts";
import type { CaseNumber, CaseSecret, StatusCode, WithdrawalCode } from "#government/cases/index.ts";
import { codeText, summaryList } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AboutShown } from "../complaint-about.ts";
import { aboutQuestion, aboutSearch } from "../complaint-about-pages.ts";
import { assistForm } from "../intake-forms.ts";
import { addresseeSelect } from "../intake-pages.ts";

export interface AssistFormShown {
  readonly formKey: string;
  readonly action: string;
  readonly bodies: readonly Body[];
  readonly addressee: string;
  readonly addresseeMissing: boolean;
  readonly about: AboutShown;
}

/** The form, read by both: it says first what the helper will not see again. */
export function assistPage(t: Translate, shown: AssistFormShown, state: FormState): PageContent {
  const fields = (names: readonly (keyof typeof assistForm.fields)[]) =>
    formFields(t, assistForm, state, names);
  return {
    title: t("intake-assist-title"),
    main: html`${formErrorSummary(t, assistForm, state.problems)}<h1>${t("intake-assist-title")}</h1><p class="lead">${t("intake-assist-lead")}</p><p>${t("intake-assist-blind")}</p>${postForm(
      { action: shown.action, formKey: shown.formKey },
      [
        fields(["kind"]),
        addresseeSelect(t, shown.bodies, shown),
        fields(["language", "subject", "text"]),
        aboutQuestion(t, shown.about),
        html`<h2>${t("intake-assist-who")}</h2>`,
        fields(["name", "address", "contact", "identity"]),
        html`<p>${t("intake-assist-read-aloud")}</p>`,
        button(t("intake-assist-send")),
        aboutSearch(t, shown.about),
      ],
    )}`,
  };
}

/** The paper that the person takes along. It is shown until the helper says that it was handed over, and never again. */
export function assistPaperPage(
  t: Translate,
  paper: {
    readonly number: CaseNumber;
    readonly statusCode: StatusCode;
    readonly secret: CaseSecret;
    readonly withdrawalCode: WithdrawalCode;
    readonly body: string;
    readonly action: string;
  },
): PageContent {
  const { number, statusCode, secret, withdrawalCode, body, action } = paper;
  return {
    title: t("receipt-title"),
    main: html`<h1>${t("intake-assist-paper-heading")}</h1><p class="lead">${t("intake-assist-paper-lead")}</p>${summaryList(
      [
        { key: t("receipt-number"), value: codeText(number) },
        { key: t("receipt-status-code"), value: codeText(statusCode) },
        { key: t("receipt-secret"), value: codeText(secret) },
        { key: t("receipt-withdrawal"), value: codeText(withdrawalCode) },
        { key: t("case-body"), value: body },
      ],
    )}<p>${t("receipt-keep")}</p><p>${t("receipt-secret-what")}</p><p>${t("receipt-withdrawal-what")}</p><p class="hint">${t("receipt-print")}</p>${postForm(
      { action },
      [html`<p>${t("intake-assist-done-what")}</p>`, button(t("intake-assist-done"))],
    )}`,
  };
}

/** After the paper was handed over, and whenever somebody asks for it again. */
export function assistGonePage(t: Translate, next: string): PageContent {
  return {
    title: t("intake-assist-title"),
    main: html`<h1>${t("intake-assist-gone-heading")}</h1><p>${t("intake-assist-gone")}</p><p><a href="${next}">${t("intake-assist-next")}</a></p>`,
  };
}
