/** Going to the body above: to whom, until when and why until then, what goes along. */

import { details } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import { restInWords } from "#platform/language/explain-deadline.ts";
import type { Translate } from "#platform/language/texts.ts";
import { caseHigherForm } from "../appeal-forms.ts";
import type { HigherRemedy } from "../higher-remedy.ts";
import type { StepPage } from "./case-step-routes.ts";
import { stepFrame } from "./withdraw-pages.ts";

/** The page; `subject` is the old case's, as a first proposal. */
export function higherPage(
  page: StepPage,
  { remedy, subject }: { readonly remedy: HigherRemedy | null; readonly subject: string | null },
): PageContent {
  const { t, casePath, formKey } = page;
  const state: FormState =
    Object.keys(page.state.typed).length > 0 || subject === null
      ? page.state
      : { ...page.state, typed: { subject: [subject] } };
  return stepFrame(
    page,
    formErrorSummary(t, caseHigherForm, state.problems),
    html`<h1>${t("case-next-higher")}</h1>${remedy !== null && remedyWords(t, remedy)}<ul><li>${t("case-higher-new")}</li><li>${t("case-higher-history")}</li><li>${t("case-higher-name")}</li><li>${t("case-higher-old")}</li></ul>${postForm(
      { action: `${casePath}/higher`, formKey },
      [formFields(t, caseHigherForm, state), button(t("case-higher-send"))],
    )}`,
  );
}

function remedyWords(t: Translate, remedy: HigherRemedy): HtmlValue {
  const to = html`<p>${t("case-higher-to", { body: remedy.body.name[t.language] })}</p>`;
  if (remedy.against === "silence") {
    return [to, html`<p>${t("case-higher-silence", { day: dateWithWeekday(t.language, remedy.due) })}</p>`];
  }
  const { from, months, ends, until, rest } = remedy.term;
  const day = (date: typeof from) => dateWithWeekday(t.language, date);
  return [
    to,
    html`<p>${t("case-higher-until", { day: day(until) })}</p>`,
    details(
      t("case-higher-why"),
      html`<ol><li>${t("case-higher-why-months", { from: day(from), months, ends: day(ends) })}</li>${
        rest !== null &&
        html`<li>${t("explain-rolled-rest", { from: day(ends), to: day(until), rest: restInWords(t, rest) })}</li>`
      }</ol>`,
    ),
  ];
}
