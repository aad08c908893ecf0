import { button, postForm } from "#platform/html/form-elements.ts";
import { formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { caseRateForm } from "../appeal-forms.ts";
import type { StepPage } from "./case-step-routes.ts";
import { stepFrame } from "./withdraw-pages.ts";

/** Whether it was done, who learns what is said, and that one need not say anything. */
export function ratePage(page: StepPage): PageContent {
  const { t, casePath, formKey, state } = page;
  return stepFrame(
    page,
    formErrorSummary(t, caseRateForm, state.problems),
    html`<h1>${t("case-next-rate")}</h1><p>${t("case-rate-lead")}</p><p>${t("case-rate-dispute")}</p>${postForm(
      { action: `${casePath}/rate`, formKey },
      [formFields(t, caseRateForm, state), button(t("case-rate-send"))],
    )}`,
  );
}
