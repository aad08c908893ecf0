/** Erasing: what goes, what stays, what nobody can call back, and how long it can be thought over. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import { erasureTerm } from "#core/clock/side-term.ts";
import { withdrawalRevocableUntil } from "#core/clock/withdrawal.ts";
import { notice } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { dateInWords, dateWithWeekday } from "#platform/language/dates.ts";
import { caseEraseForm, caseKeepForm } from "../appeal-forms.ts";
import { erasureAskedIn } from "../ask-erasure.ts";
import { erasureWaiting } from "../erasure-term-pages.ts";
import type { StepPage } from "./case-step-routes.ts";
import { stepFrame } from "./withdraw-pages.ts";

/** The request: what it means stands before what is chosen. */
export function erasePage(page: StepPage): PageContent {
  const { t, casePath, formKey, state, view, now, parameters } = page;
  const today = civilDateAt(now, parameters.timeZone);
  const body = view.acts.at(-1)?.body ?? view.row.holderBody;
  const term = erasureTerm({ askedOn: today, at: now, body }, parameters);
  const until = withdrawalRevocableUntil({ day: today }, view.state.deadline.rules);
  return stepFrame(
    page,
    formErrorSummary(t, caseEraseForm, state.problems),
    html`<h1>${t("case-next-erase")}</h1><p>${t("case-erase-lead")}</p><h2>${t("case-erase-stays-title")}</h2><ul><li>${t("case-erase-stays-record")}</li><li>${t("case-erase-stays-copies")}</li><li>${t("case-erase-stays-proof")}</li></ul>${notice(
      t("case-erase-think-title"),
      html`<p>${t("case-erase-think", { day: dateWithWeekday(t.language, until) })}</p><p>${t("case-erase-pressure")}</p>`,
    )}${postForm({ action: `${casePath}/erase`, formKey }, [
      formFields(t, caseEraseForm, state),
      html`<p>${t("case-erase-decided")}${
        term !== null && ` ${t("case-erase-due", { day: dateWithWeekday(t.language, term.due) })}`
      }</p>`,
      button(t("case-erase-send"), { tone: "danger" }),
    ])}`,
  );
}

/** Taking it back, as long as nobody has decided. */
export function keepPage(page: StepPage): PageContent {
  const { t, casePath, formKey, view, now, parameters } = page;
  const today = civilDateAt(now, parameters.timeZone);
  const asked = erasureAskedIn(view, parameters);
  return stepFrame(
    page,
    formErrorSummary(t, caseKeepForm, page.state.problems),
    html`<h1>${t("case-next-keep")}</h1>${
      asked !== null &&
      html`<ul><li>${t("case-keep-asked", { day: dateInWords(t.language, asked.askedOn) })}</li><li>${t(
        "case-keep-until",
        {
          day: dateWithWeekday(t.language, asked.revocableUntil),
        },
      )}</li></ul>${erasureWaiting(t, asked.term, today)}`
    }<p>${t("case-keep-lead")}</p>${postForm({ action: `${casePath}/keep`, formKey }, button(t("case-keep-send")))}`,
  );
}
