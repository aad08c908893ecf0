/** The pages on which somebody decides who may know their name, and learns what gives it away all the same. */
import type { FieldProblem, Fields, Form } from "#platform/form/form.ts";
import { card, notice } from "#platform/html/elements.ts";
import { button, buttonRow } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import {
  appealIdentityForm,
  appealNamedIdentityForm,
  appealWarningForm,
  appealWhomForm,
  type IdentityChoice,
} from "../appeal-forms.ts";
import {
  goOnButtons,
  nextField,
  nextSave,
  type StepFrame,
  stepForm,
  stepPage,
} from "../citizen/citizen-pages.ts";
import { youForm } from "./who-files.ts";

/** For whom somebody writes. */
export function whomPage(frame: StepFrame, state: FormState): PageContent {
  const { t } = frame;
  return stepPage(
    frame,
    html`<p>${t("appeal-whom-why")}</p>${stepForm(frame, [formFields(t, appealWhomForm, state), goOnButtons(t)])}`,
    formErrorSummary(t, appealWhomForm, state.problems),
  );
}

/** Shown, sealed or nameless. */
export function identityPage(
  frame: StepFrame,
  state: FormState,
  options: { readonly mayBeNameless: boolean },
): PageContent {
  const { t } = frame;
  const form: Form<Fields> = options.mayBeNameless ? appealIdentityForm : appealNamedIdentityForm;
  return stepPage(
    frame,
    html`<p>${t("appeal-identity-why")}</p>${stepForm(frame, [
      formFields(t, form, state),
      !options.mayBeNameless && html`<p class="hint">${t("appeal-identity-with-name")}</p>`,
      goOnButtons(t),
    ])}`,
    formErrorSummary(t, form, state.problems),
  );
}

/** Cannot be passed without saying that it was read. Safer ways come first. */
export function warningPage(
  frame: StepFrame,
  about: {
    readonly identity: HiddenIdentity;
    readonly isSignedIn: boolean;
    readonly problems: readonly FieldProblem[];
  },
): PageContent {
  const { t } = frame;
  const { identity, isSignedIn, problems } = about;
  const path = `/${t.language}`;
  const ways = [
    html`${t("appeal-warning-lawyer")} <a href="${path}/appeal/whom">${t("appeal-warning-lawyer-link")}</a>`,
    t("appeal-warning-abroad"),
    html`${t("appeal-warning-paper")} <a href="${path}/appeal/letter">${t("letter-link")}</a>, <a href="${path}/bodies">${t("appeal-warning-paper-link")}</a>`,
  ];
  return stepPage(
    frame,
    html`${warningWords(t, identity, { ways })}${
      identity === "nameless" &&
      isSignedIn &&
      notice(t("appeal-warning-signed-in-title"), html`<p>${t("appeal-warning-signed-in")}</p>`, {
        tone: "clay",
      })
    }${stepForm(frame, [
      formFields(t, appealWarningForm, { typed: {}, problems }),
      buttonRow(
        button(t(identity === "nameless" && isSignedIn ? "appeal-warning-leave-and-go-on" : "appeal-next")),
        button(t("appeal-save"), { tone: "secondary", name: nextField, value: nextSave }),
      ),
    ])}`,
    formErrorSummary(t, appealWarningForm, problems),
  );
}

/** The choices before which the warning stands. */
export type HiddenIdentity = Exclude<IdentityChoice, "shown">;

/** What is said before a sealed or nameless filing, wherever it is typed in. */
export function warningWords(
  t: Translate,
  identity: HiddenIdentity,
  said: {
    /** The safer ways, as they can be taken from here. */
    readonly ways: readonly HtmlValue[];
    /** What gives somebody away here besides line, place, story and files. */
    readonly besides?: string;
  },
): Html {
  const { ways, besides } = said;
  return html`${card(
    html`<p>${t("appeal-warning-safer-why")}</p><ul>${ways.map((way) => html`<li>${way}</li>`)}</ul>`,
    t("appeal-warning-safer"),
  )}<h2>${t("appeal-warning-gives-away")}</h2><ul><li>${t("appeal-warning-line")}</li><li>${t("appeal-warning-cafe")}</li>${
    besides !== undefined && html`<li>${besides}</li>`
  }<li>${t("appeal-warning-story")}</li><li>${t("appeal-warning-files")}</li></ul><h2>${t("appeal-warning-we-do")}</h2><p>${t(
    identity === "sealed" ? "appeal-warning-sealed" : "appeal-warning-nameless",
  )}</p>`;
}

/** Who writes: what is asked depends on who may know it. */
export function youPage(
  frame: StepFrame,
  state: FormState,
  asked: { readonly identity: IdentityChoice | null; readonly isSignedIn: boolean },
): PageContent {
  const { t } = frame;
  const { identity, isSignedIn } = asked;
  return stepPage(
    frame,
    stepForm(frame, [
      youQuestion(t, identity, state),
      html`<p>${t(isSignedIn ? "appeal-you-account" : "appeal-you-no-account")}</p>`,
      goOnButtons(t),
    ]),
    formErrorSummary(t, youForm(identity), state.problems),
  );
}

/** Why it is asked who writes, and the fields. */
export function youQuestion(t: Translate, identity: IdentityChoice | null, state: FormState): Html {
  return html`<p>${t(identity === "nameless" ? "appeal-you-why-nameless" : "appeal-you-why")}</p>${formFields(
    t,
    youForm(identity),
    withDefaultProof(state),
  )}`;
}

/** The safer of the two moments stands chosen until somebody chooses. */
function withDefaultProof(state: FormState): FormState {
  const [proof = ""] = state.typed.proof ?? [];
  return proof === "" ? { ...state, typed: { ...state.typed, proof: ["later"] } } : state;
}
