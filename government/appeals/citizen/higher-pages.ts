/** Going to a higher place: to whom, until when and why until then, what goes along. */

import { details } from "#platform/html/elements.ts";
import { button, postForm, radiosFrom } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields, problemText } from "#platform/html/form-fields.ts";
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
  { remedies, subject }: { readonly remedies: readonly HigherRemedy[]; readonly subject: string | null },
): PageContent {
  const { t, casePath, formKey } = page;
  const state: FormState =
    Object.keys(page.state.typed).length > 0 || subject === null
      ? page.state
      : { ...page.state, typed: { subject: [subject] } };
  return stepFrame(
    page,
    formErrorSummary(t, caseHigherForm, state.problems),
    html`<h1>${t("case-next-higher")}</h1>${silenceWords(t, remedies)}<ul><li>${t("case-higher-new")}</li><li>${t("case-higher-history")}</li><li>${t("case-higher-name")}</li><li>${t("case-higher-old")}</li></ul>${postForm(
      { action: `${casePath}/higher`, formKey },
      [
        forumField(t, remedies, state),
        whyUntilThen(t, remedies),
        formFields(t, caseHigherForm, state, ["subject", "text"]),
        button(t("case-higher-send")),
      ],
    )}`,
  );
}

function silenceWords(t: Translate, remedies: readonly HigherRemedy[]): HtmlValue {
  const [first] = remedies;
  return (
    first?.against === "silence" &&
    html`<p>${t("case-higher-silence", { day: dateWithWeekday(t.language, first.due) })}</p>`
  );
}

/** Only the ways that are open; where there is one alone it is chosen already. */
function forumField(
  t: Translate,
  remedies: readonly HigherRemedy[],
  { typed, problems }: FormState,
): HtmlValue {
  const problem = problems.find(({ field }) => field === "to");
  const only = remedies.length === 1 ? remedies[0] : undefined;
  return radiosFrom(t, {
    name: "to",
    label: t("case-higher-to"),
    options: remedies.map((remedy) => ({
      value: remedy.forum,
      label: `${t(`case-higher-to-option-${remedy.forum}`)}: ${remedy.body.name[t.language]}`,
      hint: [t(`case-higher-does-${remedy.forum}`), untilWords(t, remedy)].filter(Boolean).join(" "),
    })),
    chosen: typed.to?.[0] ?? only?.forum ?? null,
    message: problem === undefined ? null : problemText(t, caseHigherForm, problem),
  });
}

function untilWords(t: Translate, remedy: HigherRemedy): string | null {
  if (remedy.against === "silence") return null;
  return remedy.term === null
    ? t("case-higher-no-term")
    : t("case-higher-until", { day: dateWithWeekday(t.language, remedy.term.until) });
}

function whyUntilThen(t: Translate, remedies: readonly HigherRemedy[]): HtmlValue {
  const day = (date: Parameters<typeof dateWithWeekday>[1]) => dateWithWeekday(t.language, date);
  const reasons = remedies.flatMap((remedy) => {
    if (remedy.against === "silence" || remedy.term === null) return [];
    const { from, months, ends, until, rest } = remedy.term;
    return [
      html`<li>${t(`case-higher-to-option-${remedy.forum}`)}: ${t("case-higher-why-months", { from: day(from), months, ends: day(ends) })}${
        rest !== null &&
        html` ${t("explain-rolled-rest", { from: day(ends), to: day(until), rest: restInWords(t, rest) })}`
      }</li>`,
    ];
  });
  return reasons.length > 0 && details(t("case-higher-why"), html`<ul>${reasons}</ul>`);
}
