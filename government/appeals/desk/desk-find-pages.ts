import { button, getForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields, untouched } from "#platform/html/form-fields.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { deskFindForm } from "./desk-forms.ts";

/** The field for a number, on the queue and on the page that says what was wrong with it. */
export function findForm(t: Translate, state: FormState = untouched): Html {
  return getForm(`/${t.language}/desk/find`, [
    formFields(t, deskFindForm, state),
    button(t("desk-find-send"), { tone: "secondary" }),
  ]);
}

/** The same on a page of its own. */
export function findPage(t: Translate, state: FormState): PageContent {
  return {
    title: t("desk-title"),
    back: { href: `/${t.language}/desk`, label: t("page-desk") },
    main: html`${formErrorSummary(t, deskFindForm, state.problems)}<h1>${t("desk-find-title")}</h1>${findForm(t, state)}`,
  };
}
