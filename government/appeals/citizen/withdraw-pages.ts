/** Withdrawing, and taking it back: what it means, who may not ask for it, how long it can be undone. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import { withdrawalRevocableUntil } from "#core/clock/withdrawal.ts";
import { notice } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { dateInWords, dateWithWeekday, momentInWords } from "#platform/language/dates.ts";
import { caseRevokeForm, caseWithdrawForm } from "../appeal-forms.ts";
import type { StepPage } from "./case-step-routes.ts";

/** The page of a step around its content. */
export function stepFrame(page: StepPage, problems: HtmlValue, content: HtmlValue): PageContent {
  const { t, casePath, access, said, isHeldUp } = page;
  return {
    title: t("case-title"),
    back: { href: casePath, label: t("case-back") },
    main: html`${said}${
      isHeldUp &&
      notice(t("case-open-held-up-title"), html`<p>${t("case-step-held-up")}</p>`, { alert: true })
    }${problems}<p class="hint">${access.row.number}</p>${content}`,
  };
}

/** Withdrawing: the warning first, the code last. */
export function withdrawPage(
  page: StepPage,
  { hasCode, printedAt }: { readonly hasCode: boolean; readonly printedAt: number | null },
): PageContent {
  const { t, casePath, formKey, state, view, now, parameters } = page;
  const today = civilDateAt(now, parameters.timeZone);
  const until = withdrawalRevocableUntil({ day: today }, view.state.deadline.rules);
  const warning = html`<h1>${t("case-next-withdraw")}</h1><p>${t("case-withdraw-lead")}</p>${notice(
    t("case-withdraw-pressure-title"),
    html`<p>${t("case-withdraw-pressure")}</p><p>${t("case-withdraw-pressure-how")}</p>`,
  )}<ul><li>${t("case-withdraw-not-answered")}</li><li>${t("case-withdraw-back", { day: dateWithWeekday(t.language, until) })}</li><li>${t("case-withdraw-again")}</li></ul>`;
  if (!hasCode) {
    return stepFrame(
      page,
      null,
      html`${warning}<h2>${t("case-withdraw-none-title")}</h2><p>${t("case-withdraw-none")}</p><h2>${t("case-withdraw-in-person-title")}</h2><p>${t("case-withdraw-in-person")}</p>`,
    );
  }
  return stepFrame(
    page,
    formErrorSummary(t, caseWithdrawForm, state.problems),
    html`${warning}${
      printedAt !== null &&
      html`<p>${t("case-withdraw-printed", { moment: momentInWords(t.language, printedAt, parameters.timeZone) })}</p>`
    }${postForm({ action: `${casePath}/withdraw`, formKey }, [
      formFields(t, caseWithdrawForm, state),
      button(t("case-withdraw-send"), { tone: "danger" }),
    ])}`,
  );
}

/** Taking it back: one button. */
export function revokePage(page: StepPage): PageContent {
  const { t, casePath, formKey, view } = page;
  const { closed, rules } = view.state.deadline;
  return stepFrame(
    page,
    formErrorSummary(t, caseRevokeForm, page.state.problems),
    html`<h1>${t("case-next-revoke")}</h1><p>${t("case-revoke-lead")}</p>${
      closed !== null &&
      html`<ul><li>${t("case-revoke-since", { day: dateInWords(t.language, closed.day) })}</li><li>${t(
        "case-revoke-until",
        { day: dateWithWeekday(t.language, withdrawalRevocableUntil(closed, rules)) },
      )}</li><li>${t("case-revoke-due", { day: dateWithWeekday(t.language, closed.due) })}</li></ul>`
    }${postForm({ action: `${casePath}/revoke`, formKey }, button(t("case-revoke-send")))}`,
  );
}
