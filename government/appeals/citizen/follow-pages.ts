import { notice } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { StepPage } from "./case-step-routes.ts";
import { stepFrame } from "./withdraw-pages.ts";

/** What it gives, who learns of it, and for a sealed case what it ties together. */
export function followPage(page: StepPage): PageContent {
  const { t, casePath, formKey, access } = page;
  return stepFrame(
    page,
    null,
    html`<h1>${t("case-next-follow")}</h1><p>${t("case-follow-lead")}</p>${
      !access.row.identityShown &&
      notice(t("case-follow-sealed-title"), html`<p>${t("case-follow-sealed")}</p>`)
    }${postForm({ action: `${casePath}/follow`, formKey }, button(t("case-follow-send")))}`,
  );
}
