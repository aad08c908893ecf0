/** Withdrawing in person: what the registry sees, scans and enters. */
import { acceptedFiles, attachmentMebibytesMax } from "#government/appeals/index.ts";
import { notice } from "#platform/html/elements.ts";
import { button, fileField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { inPersonForm } from "../intake-forms.ts";

/** The field for the scan of the signed statement. */
export const statementField = "statement";

/** The form: the warning to the clerk first. */
export function inPersonPage(
  t: Translate,
  shown: { readonly action: string; readonly formKey: string; readonly statementProblem: string | null },
  state: FormState,
): PageContent {
  return {
    title: t("intake-in-person-title"),
    back: { href: `/${t.language}/intake`, label: t("intake-title") },
    main: html`${formErrorSummary(t, inPersonForm, state.problems)}<h1>${t("intake-in-person-title")}</h1><p class="lead">${t("intake-in-person-lead")}</p>${notice(
      t("case-withdraw-pressure-title"),
      html`<p>${t("intake-in-person-pressure")}</p>`,
    )}${postForm({ action: shown.action, formKey: shown.formKey, multipart: true }, [
      formFields(t, inPersonForm, state),
      fileField(t, {
        name: statementField,
        label: t("intake-in-person-statement"),
        hint: t("intake-in-person-statement-hint", { size: attachmentMebibytesMax }),
        accept: acceptedFiles,
        message: shown.statementProblem,
      }),
      button(t("intake-in-person-send")),
    ])}`,
  };
}

/** It was entered. Nothing of the case stands here. */
export function inPersonDonePage(t: Translate): PageContent {
  return {
    title: t("intake-in-person-title"),
    main: html`<h1>${t("intake-in-person-done-title")}</h1><p>${t("intake-in-person-done")}</p>${linkButton(t("intake-in-person-next"), `/${t.language}/intake`)}`,
  };
}
