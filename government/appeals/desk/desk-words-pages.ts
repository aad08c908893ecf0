/** Pages and notices that say something to whoever sits at a desk: what was done, what cannot be done, what to do first. */
import { card, notice, writtenText } from "#platform/html/elements.ts";
import { button, hiddenField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type DeskDone, unrecordedDones } from "./desk-acts.ts";
import { type DeskRefusal, refusalText } from "./desk-refusals.ts";

/** Shorter values are choices and codes, which nobody needs to see again. */
const shownCharactersMin = 40;

/** What has just been entered; nothing when there is nothing to say. */
export function doneNotice(t: Translate, done: DeskDone | null): Html | null {
  if (done === null) return null;
  const where = unrecordedDones.has(done) ? "desk-done-here" : "desk-done-entered";
  return notice(t(`desk-done-${done}`), html`<p>${t(where)}</p>`, {
    tone: "leaf",
    alert: true,
  });
}

/** Why it was not done, above the page on which it can be tried again. */
export function refusalNotice(t: Translate, refusal: DeskRefusal | null): Html | null {
  if (refusal === null) return null;
  return notice(t("desk-refused-title"), html`<p>${refusalText(t, refusal)}</p>`, {
    tone: "clay",
    alert: true,
  });
}

/** The page instead of a form that could not be carried out. */
export function refusedPage(
  t: Translate,
  given: { readonly casePath: string; readonly heading: string; readonly refusal: DeskRefusal },
): PageContent {
  const { casePath, heading, refusal } = given;
  return {
    title: t("desk-case-title"),
    back: { href: casePath, label: t("desk-back") },
    main: html`<h1>${heading}</h1>${refusalNotice(t, refusal)}<p>${linkButton(t("desk-back"), casePath, "secondary")}</p>`,
  };
}

/** The visit had ended when something was posted: it is all here, and can be sent again after signing in. */
export function signInAgainPage(
  t: Translate,
  given: {
    readonly action: string;
    readonly formKey: FormKey;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
    readonly hadFiles: boolean;
  },
): PageContent {
  const { action, formKey, fields, hadFiles } = given;
  const written = fields.filter(({ value }) => value.length >= shownCharactersMin);
  return {
    title: t("desk-case-title"),
    main: html`<h1>${t("desk-again-title")}</h1><p class="lead">${t("desk-again-what")}</p><ol><li><a href="/${t.language}/sign-in" target="_blank" rel="noopener">${t("desk-again-sign-in")}</a></li><li>${t("desk-again-then")}</li></ol>${
      hadFiles && html`<p>${t("desk-again-files")}</p>`
    }${postForm({ action, formKey }, [
      fields.map(({ name, value }) => hiddenField(name, value)),
      button(t("desk-again-send")),
    ])}${written.map(({ value }) => card(writtenText(value, null)))}`,
  };
}
