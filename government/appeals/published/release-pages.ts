/** The head's side: releasing what an author lets stand in public, with cuts that everybody sees. */
import type { Parameters } from "#core/record/parameters.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { card, details, notice } from "#platform/html/elements.ts";
import {
  button,
  buttonRow,
  checkboxesFrom,
  hiddenField,
  linkButton,
  postForm,
} from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import { explainBriefly } from "#platform/language/explain-briefly.ts";
import type { Translate } from "#platform/language/texts.ts";
import { stepField } from "./agree-pages.ts";
import type { PersonalWords } from "./personal-words.ts";
import { awaitsRelease, type PublicationStanding, releaseTermOf } from "./publication.ts";
import { redactForm, redactionRows, refusePublicForm } from "./publish-forms.ts";
import { chosenPictures } from "./published-picture-pages.ts";
import type { FiledPicture, HeldPicture } from "./published-pictures.ts";
import { personalList, placeInWords, type ReadableText, readableText } from "./published-text-pages.ts";

/** Name of the field that carries the act which the head has read. */
export const agreementField = "agreement";

export interface ReleaseFrame {
  readonly t: Translate;
  /** Path with its language of the case at the desk. */
  readonly casePath: string;
  readonly number: string;
}

export interface ReleaseShown {
  readonly tree: BodyTree;
  readonly text: ReadableText;
  readonly labels: { readonly matter: string; readonly place: string | null };
  readonly agreement: string;
  /** Pictures that the author chose. */
  readonly pictures: readonly FiledPicture[];
  /** Those of them that the head holds back. Left out: none. */
  readonly held?: readonly HeldPicture[];
}

/** What the author agreed to, and what the head may cut of it. */
export function redactPage(
  frame: ReleaseFrame,
  shown: ReleaseShown & {
    readonly state: FormState;
    readonly found: readonly PersonalWords[];
    /** Of the form by which the whole text is refused. */
    readonly refusing: { readonly state: FormState; readonly formKey: FormKey };
  },
): PageContent {
  const { t, casePath } = frame;
  const { state, found, agreement, refusing } = shown;
  const refuse = [
    html`<p>${t("redact-refuse-lead")}</p>`,
    postForm({ action: `${casePath}/publish/refuse`, formKey: refusing.formKey }, [
      hiddenField(agreementField, agreement),
      formFields(t, refusePublicForm, refusing.state),
      button(t("redact-refuse-send"), { tone: "danger" }),
    ]),
  ];
  const { language } = shown.text;
  const writtenIn = Object.fromEntries(redactionRows.map((row) => [`passage${row}`, language]));
  const cutState: FormState = { ...state, writtenIn };
  const isTried = refusing.state.problems.length > 0;
  return framed(
    frame,
    isTried
      ? formErrorSummary(t, refusePublicForm, refusing.state.problems)
      : formErrorSummary(t, redactForm, state.problems),
    html`<p class="lead">${t("redact-lead")}</p>${publicCard(t, shown, casePath)}${personalList(t, found, shown.text.language)}<h2>${t("redact-cut-title")}</h2><p>${t("redact-cut-lead")}</p>${postForm(
      { action: `${casePath}/publish` },
      [
        hiddenField(agreementField, agreement),
        redactionRows.map((row) => formFields(t, redactForm, cutState, [`passage${row}`, `reason${row}`])),
        pictureHolding(t, shown.pictures, state),
        button(t("publish-preview"), { name: stepField, value: "preview" }),
      ],
    )}${isTried ? [html`<h2>${t("redact-refuse-title")}</h2>`, refuse] : details(t("redact-refuse-title"), refuse)}`,
  );
}

/** Exactly what will stand in public. */
export function releasePage(
  frame: ReleaseFrame,
  shown: ReleaseShown & {
    readonly fields: readonly { readonly name: string; readonly value: string }[];
    readonly formKey: FormKey;
    readonly said: HtmlValue;
  },
): PageContent {
  const { t, casePath } = frame;
  const { agreement, fields, formKey, said } = shown;
  return framed(
    frame,
    said,
    html`<p>${t("publish-preview-lead")}</p>${publicCard(t, shown, casePath)}<p>${t("redact-author-told")}</p>${postForm(
      { action: `${casePath}/publish`, formKey },
      [
        fields.map(({ name, value }) => hiddenField(name, value)),
        hiddenField(agreementField, agreement),
        buttonRow(
          button(t("redact-release"), { name: stepField, value: "release" }),
          button(t("publish-change"), { name: stepField, value: "edit", tone: "secondary" }),
        ),
      ],
    )}`,
  );
}

/** Which of the author's pictures the head holds back, and why; nothing where there is none. */
function pictureHolding(t: Translate, pictures: readonly FiledPicture[], state: FormState): HtmlValue {
  if (pictures.length === 0) return null;
  return [
    checkboxesFrom(t, {
      name: "held",
      label: t("redact-held"),
      hint: t("redact-held-hint"),
      options: pictures.map(({ part, fileName }) => ({ value: part, label: fileName })),
      chosen: state.typed.held ?? [],
    }),
    formFields(t, redactForm, state, ["heldReason"]),
  ];
}

/** What the page of a case says to its desk: what waits to be released, what stands in public. */
export function releaseCard(
  t: Translate,
  shown: {
    readonly standing: PublicationStanding;
    readonly casePath: string;
    readonly parameters: Parameters;
    readonly mayRelease: boolean;
  },
): Html | null {
  const { standing, casePath, parameters, mayRelease } = shown;
  const { agreement, release } = standing;
  const term = agreement === null ? null : releaseTermOf(agreement, parameters);
  if (agreement === null && release === null) return null;
  return card(
    html`${
      release !== null &&
      html`<p>${t("redact-card-released")} <a href="/${t.language}/appeals/${release.appeal.id}">${t("publish-card-look")}</a></p>`
    }${
      awaitsRelease(standing) &&
      html`<p>${t("redact-card-waits")}</p>${
        term !== null &&
        html`<p>${t("redact-card-until", { day: dateWithWeekday(t.language, term.due) })}</p><p class="hint">${explainBriefly(t, term.steps)}</p>`
      }${mayRelease && html`<p>${linkButton(t("redact-title"), `${casePath}/publish`)}</p>`}`
    }`,
    t("published-title"),
  );
}

/** Why there is nothing to release now, and what to do first. */
export function nothingToReleasePage(
  frame: ReleaseFrame,
  why: "not-agreed" | "not-opened" | "released",
): PageContent {
  const { t, casePath } = frame;
  return framed(
    frame,
    null,
    html`<p>${t(`redact-nothing-${why}`)}</p><p>${linkButton(t("desk-back"), casePath, "secondary")}</p>`,
  );
}

/** That it did not work, above the page on which it can be tried again. */
export function releaseRefusedNotice(t: Translate, why: "form-too-old" | "agreed-to-another-text"): Html {
  return notice(t("desk-refused-title"), html`<p>${t(`redact-refused-${why}`)}</p>`, {
    tone: "clay",
    alert: true,
  });
}

function publicCard(
  t: Translate,
  { tree, text, labels, pictures, held }: ReleaseShown,
  casePath: string,
): Html {
  return card(
    html`<p class="hint">${t(`published-matter-${labels.matter}`)} · ${placeInWords(t, tree, labels.place)}</p>${readableText(t, text)}${chosenPictures(t, pictures, casePath, held)}`,
  );
}

function framed({ t, casePath, number }: ReleaseFrame, said: HtmlValue, content: Html): PageContent {
  return {
    title: t("desk-case-title"),
    back: { href: casePath, label: t("desk-back") },
    main: html`${said}<p class="hint">${number}</p><h1>${t("redact-title")}</h1>${content}`,
  };
}
