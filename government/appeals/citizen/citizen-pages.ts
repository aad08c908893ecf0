/** The pages on which an appeal is written, one question group each. */
import type { FilingKind } from "#core/clock/rules.ts";
import type { EmergencyNumber } from "#core/record/emergency-numbers.ts";
import { type Body, type BodyTree, depthOf, type Proposal, takesAppeals } from "#government/bodies/index.ts";
import { details } from "#platform/html/elements.ts";
import {
  button,
  buttonRow,
  type DataChoice,
  hiddenField,
  linkButton,
  postForm,
  radiosFrom,
  selectFrom,
} from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields, problemText } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { appealBodyForm, appealBodySearchForm, appealKindForm, appealTextForm } from "../appeal-forms.ts";
import { attachmentsMax } from "../attachment-type.ts";
import type { FilingStep } from "../filing/filing-draft.ts";
import { emergencyNotice } from "../filing/filing-words-pages.ts";
import { openPageField } from "../filing/session-drafts.ts";

/** Name and values of the buttons of these pages. */
export const nextField = "next";
export const nextSave = "save";
export const nextSearch = "search";

/** What every page of a filing knows besides its own question. */
export interface StepFrame {
  readonly t: Translate;
  readonly step: FilingStep;
  /** Which question of how many it is. */
  readonly place: { readonly number: number; readonly count: number };
  /** The step before; `null` for the first. */
  readonly before: FilingStep | null;
  /** See `openPageProof`; `null` for a session that this page begins. */
  readonly proof: string | null;
  /** Said above the question, such as that the visit had ended. */
  readonly said?: HtmlValue;
  /** What the words that were typed call for, such as whom to call in an emergency. */
  readonly hints?: HtmlValue;
}

/** The first page: what this is, what to have ready, and where not to write in an emergency. */
export function startPage(
  t: Translate,
  options: {
    readonly emergencyNumbers: readonly EmergencyNumber[];
    readonly body: Body | null;
    readonly isBegun: boolean;
    readonly isSignedIn: boolean;
  },
): PageContent {
  const { emergencyNumbers, body, isBegun, isSignedIn } = options;
  const start = postForm({ action: `/${t.language}/appeal` }, [
    body !== null && hiddenField("body", body.slug),
    button(t(isBegun ? "appeal-start-anew" : "appeal-start-button"), {
      tone: isBegun ? "secondary" : "primary",
    }),
  ]);
  return {
    title: t("appeal-title"),
    main: html`<h1>${t("appeal-title")}</h1><p class="lead">${t("appeal-lead")}</p>${emergencyNotice(
      t,
      emergencyNumbers,
    )}<h2>${t("appeal-ready-title")}</h2><ul><li>${t("appeal-ready-what")}</li><li>${t("appeal-ready-who")}</li><li>${t("appeal-ready-file", { count: attachmentsMax })}</li><li>${t("appeal-ready-paper")}</li></ul><p>${t("appeal-no-refusal")}</p>${
      !isSignedIn &&
      html`<p>${t("appeal-without-account")} <a href="/${t.language}/sign-in?to=/appeal">${t("page-sign-in")}</a></p>`
    }${body !== null && html`<p>${t("appeal-to-body")} <b>${body.name[t.language]}</b></p>`}${
      isBegun &&
      html`<p>${t("appeal-begun")}</p><p>${linkButton(t("appeal-go-on"), `/${t.language}/appeal/check`)}</p>`
    }${start}${details(t("appeal-shared-title"), html`<p>${t("appeal-shared")}</p>`)}<p><a href="/${t.language}/appeal/continue">${t("appeal-continue-link")}</a> · <a href="/${t.language}/case">${t("case-open-link")}</a> · <a href="/${t.language}/co-sign">${t("co-sign-title")}</a></p>`,
  };
}

/** A page with one question: where it stands among them, its title, what was wrong. */
export function stepPage(frame: StepFrame, content: HtmlValue, problems: HtmlValue = null): PageContent {
  const { t, step, place, before, said, hints } = frame;
  return {
    title: t("appeal-title"),
    back: {
      href: before === null ? `/${t.language}/appeal` : `/${t.language}/appeal/${before}`,
      label: t("appeal-back"),
    },
    main: html`${problems}${said}<p class="hint">${t("appeal-place", place)}</p><h1>${t(`appeal-${step}-title`)}</h1>${hints}${content}`,
  };
}

/** The form of a step, which is posted to its own page. */
export function stepForm(
  frame: StepFrame,
  content: HtmlValue,
  options: { readonly multipart?: boolean } = {},
): Html {
  const { t, step, proof } = frame;
  return postForm({ action: `/${t.language}/appeal/${step}`, ...options }, [
    proof !== null && hiddenField(openPageField, proof),
    content,
  ]);
}

/** Going on is the first button, so that the Enter key goes on too. */
export function goOnButtons(t: Translate): Html {
  return buttonRow(
    button(t("appeal-next")),
    button(t("appeal-save"), { tone: "secondary", name: nextField, value: nextSave }),
  );
}

/** What kind of appeal it is. */
export function kindPage(frame: StepFrame, state: FormState): PageContent {
  const { t } = frame;
  return stepPage(
    frame,
    stepForm(frame, [formFields(t, appealKindForm, state), goOnButtons(t)]),
    formErrorSummary(t, appealKindForm, state.problems),
  );
}

/** Which body: by a few words and a place, or out of the whole list. */
export function bodyPage(
  frame: StepFrame,
  choice: {
    readonly search: FormState;
    readonly choice: FormState;
    /** `null` until something was asked. */
    readonly proposals: readonly Proposal[] | null;
    readonly chosen: Body | null;
  },
): PageContent {
  const { t } = frame;
  const { search, proposals, chosen } = choice;
  const options = bodyOptions(t, proposals ?? [], chosen);
  const asking = stepForm(frame, [
    hiddenField(nextField, nextSearch),
    formFields(t, appealBodySearchForm, search),
    button(t("appeal-body-search"), { tone: options.length > 0 ? "secondary" : "primary" }),
  ]);
  const choosing =
    options.length > 0 &&
    stepForm(frame, [
      radiosFrom(t, {
        ...bodyChoice(t, choice.choice),
        label: t("appeal-body-found"),
        hint: t("appeal-body-wrong-is-forwarded"),
        options,
        chosen: chosen?.slug ?? null,
      }),
      goOnButtons(t),
    ]);
  return stepPage(
    frame,
    html`<p>${t("appeal-body-why")}</p>${asking}${
      proposals?.length === 0 && html`<p class="lead">${t("appeal-body-none")}</p>`
    }${choosing}<p><a href="/${t.language}/appeal/body/all">${t("appeal-body-all")}</a></p>`,
    html`${formErrorSummary(t, appealBodySearchForm, search.problems)}${formErrorSummary(t, appealBodyForm, choice.choice.problems)}`,
  );
}

/** The whole list of bodies that take appeals, those below another set in. */
export function allBodiesPage(
  frame: StepFrame,
  tree: BodyTree,
  choice: { readonly state: FormState; readonly chosen: Body | null },
): PageContent {
  const { t } = frame;
  const options = tree.all.filter(takesAppeals).map((body) => ({
    value: body.slug,
    label: `${"— ".repeat(depthOf(tree, body.number))}${body.name[t.language]}`,
  }));
  const content = stepForm(frame, [
    selectFrom(t, {
      ...bodyChoice(t, choice.state),
      hint: t("appeal-body-wrong-is-forwarded"),
      options,
      chosen: choice.chosen?.slug ?? null,
    }),
    goOnButtons(t),
  ]);
  return {
    ...stepPage(frame, content, formErrorSummary(t, appealBodyForm, choice.state.problems)),
    back: { href: `/${t.language}/appeal/body`, label: t("appeal-back") },
  };
}

function bodyChoice(t: Translate, state: FormState): Pick<DataChoice, "name" | "label" | "message"> {
  const problem = state.problems.find(({ field }) => field === "body");
  return {
    name: "body",
    label: t("appeal-body-body"),
    message: problem === undefined ? null : problemText(t, appealBodyForm, problem),
  };
}

/** The proposals, and the body that stands chosen if it is not among them. */
function bodyOptions(
  t: Translate,
  proposals: readonly Proposal[],
  chosen: Body | null,
): DataChoice["options"] {
  const isProposed = proposals.some(({ body }) => body.number === chosen?.number);
  const first =
    chosen !== null && !isProposed ? [{ value: chosen.slug, label: chosen.name[t.language] }] : [];
  const proposed = proposals.map(({ body, competence, isLocal }) => {
    const hints = [competence?.name[t.language], isLocal ? t("appeal-body-local") : undefined];
    const hint = hints.filter((each) => each !== undefined).join(" · ");
    return { value: body.slug, label: body.name[t.language], ...(hint === "" ? {} : { hint }) };
  });
  return [...first, ...proposed];
}

/** Subject and text. */
export function textPage(frame: StepFrame, state: FormState, kind: FilingKind | null): PageContent {
  const { t } = frame;
  return stepPage(
    frame,
    html`<p>${t(kind === "filed-suggestion" ? "appeal-text-why-suggestion" : "appeal-text-why")}</p>${stepForm(
      frame,
      [formFields(t, appealTextForm, state), goOnButtons(t)],
    )}`,
    formErrorSummary(t, appealTextForm, state.problems),
  );
}
