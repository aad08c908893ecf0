import { notice } from "#platform/html/elements.ts";
import { button, hiddenField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { signInCodeForm, signInForm } from "./sign-in-form.ts";

/** Field that carries where the sign-in leads. */
export const returnToField = "to";
/** Field that carries which code the page asked for. */
export const positionField = "position";

/** The first step. `isHeldUp` after too many attempts: the page then has no form to try on with. */
export function signInPage(
  t: Translate,
  given: { readonly state: FormState; readonly returnTo: string | null; readonly isHeldUp: boolean },
): PageContent {
  const { state, returnTo, isHeldUp } = given;
  const form = postForm({ action: `/${t.language}/sign-in` }, [
    returnTo !== null && hiddenField(returnToField, returnTo),
    formFields(t, signInForm, state),
    button(t("sign-in-send")),
  ]);
  return {
    title: t("sign-in-title"),
    main: html`${formErrorSummary(t, signInForm, state.problems)}<h1>${t("sign-in-title")}</h1>${
      isHeldUp
        ? notice(t("sign-in-too-many-title"), html`<p>${t("sign-in-too-many")}</p>`, {
            tone: "clay",
            alert: true,
          })
        : html`<p class="lead">${t("sign-in-lead")}</p>${form}`
    }<p>${t("sign-in-shared")}</p><p>${t("sign-in-without")}</p>`,
  };
}

/** The second step: the code at a position of the sheet. */
export function signInCodePage(
  t: Translate,
  given: { readonly state: FormState; readonly position: number; readonly isAnother: boolean },
): PageContent {
  const { state, position, isAnother } = given;
  return {
    title: t("sign-in-title"),
    back: { href: `/${t.language}/sign-in`, label: t("sign-in-again") },
    main: html`${formErrorSummary(t, signInCodeForm, state.problems)}<h1>${t("sign-in-code-title")}</h1>${
      isAnother && html`<p role="alert">${t("sign-in-code-another")}</p>`
    }<p class="lead">${t("sign-in-code-asked", { position: String(position) })}</p>${postForm(
      { action: `/${t.language}/sign-in/code` },
      [
        hiddenField(positionField, String(position)),
        formFields(t, signInCodeForm, state),
        button(t("sign-in-code-send")),
      ],
    )}`,
  };
}

/** Why signing in does not go on. */
export type SignInStop = "begin-again" | "locked" | "used-up" | "too-many";

const stopTexts = {
  "begin-again": ["sign-in-begin-again-title", "sign-in-begin-again"],
  locked: ["sign-in-locked-title", "sign-in-locked"],
  "used-up": ["sign-in-used-up-title", "sign-in-used-up"],
  "too-many": ["sign-in-too-many-title", "sign-in-too-many"],
} as const satisfies Record<SignInStop, readonly [title: string, explained: string]>;

/** A page that says so, with the way back to the beginning. */
export function signInStopPage(t: Translate, stop: SignInStop): PageContent {
  const [title, explained] = stopTexts[stop];
  return {
    title: t("sign-in-title"),
    main: html`<h1>${t(title)}</h1><p class="lead">${t(explained)}</p><p>${linkButton(t("sign-in-again"), `/${t.language}/sign-in`, "secondary")}</p>`,
  };
}
