/** For the keeper's head: a body joins, by its key in the state's record or, where there is none, at the keeper's word. */
import { type Body, inLanguage } from "#government/bodies/index.ts";
import { summaryList } from "#platform/html/elements.ts";
import { button, fileField, postForm, selectFrom } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { answerField, bodyField, challengeForm, joiningForm, recordField } from "./outside-forms.ts";
import { fieldErrors } from "./outside-pages.ts";

/** What was wrong, and with which of the three forms. */
export type JoiningWrong =
  | {
      readonly form: "challenge";
      readonly state: FormState;
      readonly chosen: string;
      readonly body: string | null;
      readonly file: string | null;
    }
  | { readonly form: "answer"; readonly file: string }
  | {
      readonly form: "word";
      readonly state: FormState;
      readonly chosen: string;
      readonly body: string | null;
    };

export interface ChallengeShown {
  readonly body: Body;
  /** 64 hexadecimal digits. */
  readonly nonce: string;
  readonly until: Parameters<typeof dateInWords>[1];
}

export interface JoiningShown {
  readonly bodies: readonly Body[];
  readonly challenges: readonly ChallengeShown[];
  /** One for each form. */
  readonly formKeys: readonly [FormKey, FormKey, FormKey];
  readonly wrong: JoiningWrong | null;
  readonly said: HtmlValue;
}

const nothingTyped: FormState = { typed: {}, problems: [] };

export function joiningPage(t: Translate, shown: JoiningShown): PageContent {
  const { wrong, said } = shown;
  return {
    title: t("outside-joining-title"),
    back: { href: `/${t.language}/outside`, label: t("outside-title") },
    main: html`${said}${errorsOf(t, wrong)}<h1>${t("outside-joining-title")}</h1><p class="lead">${t("outside-joining-lead")}</p><h2>${t("outside-joining-by-key")}</h2><p>${t("outside-joining-by-key-how")}</p>${challengePart(t, shown)}${openPart(t, shown)}${answerPart(t, shown)}<h2>${t("outside-joining-by-word")}</h2><p>${t("outside-joining-by-word-how")}</p>${wordPart(t, shown)}`,
  };
}

function errorsOf(t: Translate, wrong: JoiningWrong | null): HtmlValue {
  switch (wrong?.form) {
    case "challenge":
      return [
        fieldErrors(t, bodyField, wrong.body),
        formErrorSummary(t, challengeForm, wrong.state.problems),
        fieldErrors(t, recordField, wrong.file),
      ];
    case "answer":
      return fieldErrors(t, answerField, wrong.file);
    case "word":
      return [
        fieldErrors(t, `${bodyField}-word`, wrong.body),
        formErrorSummary(t, joiningForm, wrong.state.problems),
      ];
    case undefined:
      return null;
  }
}

function bodyChoice(t: Translate, bodies: readonly Body[]) {
  return {
    label: t("outside-record-body"),
    options: bodies.map((body) => ({ value: body.slug, label: inLanguage(t, body.name) })),
  };
}

function challengePart(t: Translate, { bodies, formKeys, wrong }: JoiningShown): HtmlValue {
  const own = wrong?.form === "challenge" ? wrong : null;
  return postForm(
    { action: `/${t.language}/outside/joining/challenge`, formKey: formKeys[0], multipart: true },
    [
      selectFrom(t, {
        name: bodyField,
        ...bodyChoice(t, bodies),
        chosen: own?.chosen ?? null,
        message: own?.body ?? null,
      }),
      formFields(t, challengeForm, own?.state ?? nothingTyped),
      fileField(t, {
        name: recordField,
        label: t("outside-challenge-record"),
        hint: t("outside-challenge-record-hint"),
        accept: ".json",
        message: own?.file ?? null,
      }),
      button(t("outside-challenge-send")),
    ],
  );
}

function openPart(t: Translate, { challenges }: JoiningShown): HtmlValue {
  return (
    challenges.length > 0 &&
    html`<h3>${t("outside-challenge-open")}</h3>${summaryList(
      challenges.map(({ body, nonce, until }) => ({
        key: inLanguage(t, body.name),
        value: html`<a href="/${t.language}/outside/joining/challenge/${nonce}">${t("outside-challenge-file")}</a>, ${t("outside-challenge-until", { day: dateInWords(t.language, until) })}`,
      })),
    )}`
  );
}

function answerPart(t: Translate, { formKeys, wrong }: JoiningShown): HtmlValue {
  return postForm(
    { action: `/${t.language}/outside/joining/answer`, formKey: formKeys[1], multipart: true },
    [
      fileField(t, {
        name: answerField,
        label: t("outside-challenge-answer"),
        hint: t("outside-challenge-answer-hint"),
        message: wrong?.form === "answer" ? wrong.file : null,
      }),
      button(t("outside-joining-send")),
    ],
  );
}

function wordPart(t: Translate, { bodies, formKeys, wrong }: JoiningShown): HtmlValue {
  const own = wrong?.form === "word" ? wrong : null;
  return postForm({ action: `/${t.language}/outside/joining`, formKey: formKeys[2] }, [
    selectFrom(t, {
      name: `${bodyField}-word`,
      ...bodyChoice(t, bodies),
      chosen: own?.chosen ?? null,
      message: own?.body ?? null,
    }),
    formFields(t, joiningForm, own?.state ?? nothingTyped),
    button(t("outside-joining-word-send"), { tone: "secondary" }),
  ]);
}
