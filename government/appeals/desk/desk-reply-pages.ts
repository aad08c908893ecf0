/** The three pages of an answer: what came out, the reply, and everything once more before it is final. */
import { needsFourEyes } from "#core/acts/four-eyes.ts";
import {
  details,
  languageName,
  notice,
  type SummaryRow,
  summaryList,
  tag,
  writtenText,
} from "#platform/html/elements.ts";
import { button, buttonRow, hiddenField, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { Decision } from "../answer-appeal.ts";
import {
  type AttachedFile,
  addFileButton,
  type FileRefusal,
  fileChooser,
  fileErrorSummary,
  fileList,
  findingsOf,
  sizeInWords,
  uploadScriptTag,
} from "../attaching/attached-pages.ts";
import { attachmentsMax } from "../attachment-type.ts";
import { lawList } from "../citizen/case-act-pages.ts";
import { deskOutcomeForm, deskReplyForm, type ReplyShape } from "./desk-forms.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import type { FittingTemplate } from "./desk-reply-template.ts";
import { refusalNotice } from "./desk-words-pages.ts";

export interface ReplyFrame {
  readonly t: Translate;
  readonly casePath: string;
  readonly number: string;
  /** Of the appeal, in which it is replied to. */
  readonly language: Language;
  readonly refusal: DeskRefusal | null;
}

/** Name of the buttons that put a template in; the value is its id. */
export const replyInsertField = "insert";
/** Name of the field that says which reply the page of checking has shown. */
export const replyDigestField = "reply";

/** What came out. */
export function outcomePage(frame: ReplyFrame, state: FormState): PageContent {
  const { t, casePath } = frame;
  return framed(frame, casePath, [
    formErrorSummary(t, deskOutcomeForm, state.problems),
    heading(frame, t("desk-act-answer")),
    postForm({ action: `${casePath}/answer` }, [
      formFields(t, deskOutcomeForm, state),
      button(t("desk-reply-next")),
    ]),
  ]);
}

/** The reply with its grounds, its law and its files. */
export function replyPage(
  frame: ReplyFrame,
  reply: {
    readonly shape: ReplyShape;
    readonly state: FormState;
    readonly files: readonly AttachedFile[];
    /** Why the files stop the form. */
    readonly fileRefusal: FileRefusal | null;
    readonly templates: readonly FittingTemplate[];
  },
): PageContent {
  const { t, casePath, language } = frame;
  const { shape, files, fileRefusal, templates } = reply;
  const { outcome } = shape;
  const form = deskReplyForm(shape);
  const state: FormState = { ...reply.state, writtenIn: { text: language, law: language } };
  const more = files.length < attachmentsMax;
  return framed(frame, `${casePath}/answer`, [
    formErrorSummary(t, form, state.problems),
    fileErrorSummary(t, fileRefusal),
    heading(frame, t(`desk-outcome-outcome-option-${outcome}`)),
    shape.unheard !== null &&
      notice(
        t("desk-unheard-title"),
        html`<p>${t("desk-unheard-what")} <a href="${casePath}/hearing">${t("desk-act-hearing")}</a></p>`,
        { tone: "plain" },
      ),
    postForm({ action: `${casePath}/answer/text`, multipart: true }, [
      formFields(t, form, state),
      fileChooser(t, files, { refusal: fileRefusal }),
      buttonRow(button(t("desk-reply-to-check")), more && addFileButton(t)),
      // After the button to go on: a browser presses the first one when somebody presses Enter.
      fileList(t, files),
      templateList(t, templates),
      more && uploadScriptTag(t),
    ]),
  ]);
}

function templateList(t: Translate, templates: readonly FittingTemplate[]): HtmlValue {
  if (templates.length === 0) return null;
  const others = templates.filter(({ isMeant }) => !isMeant);
  return html`<h2>${t("desk-reply-templates")}</h2><p class="hint">${t("desk-reply-templates-what")}</p>${templateButtons(
    t,
    templates.filter(({ isMeant }) => isMeant),
  )}${
    others.length > 0 &&
    details(t("desk-reply-templates-others", { count: others.length }), templateButtons(t, others))
  }`;
}

function templateButtons(t: Translate, templates: readonly FittingTemplate[]): HtmlValue {
  if (templates.length === 0) return null;
  return html`<ul>${templates.map(
    ({ id, name, otherLanguage }) =>
      html`<li>${button(t("desk-reply-template-insert", { name }), {
        tone: "secondary",
        name: replyInsertField,
        value: id,
      })} ${
        otherLanguage !== null &&
        tag([t("desk-reply-template-other-language"), " ", languageName(otherLanguage)], "sun")
      }</li>`,
  )}</ul>`;
}

export interface ReplyToCheck {
  readonly decision: Decision;
  readonly text: string;
  readonly files: readonly AttachedFile[];
  readonly formKey: FormKey;
  /** Of everything that is shown: what is sent is what was read. */
  readonly digest: string;
}

/** Outcome and text once more, before they are final. */
export function replyCheckPage(frame: ReplyFrame, reply: ReplyToCheck): PageContent {
  const { t, casePath, language } = frame;
  const { decision, text, files, formKey, digest } = reply;
  const change = (page: "answer" | "answer/text", what: string) => ({
    href: `${casePath}/${page}`,
    label: t("appeal-change"),
    what,
  });
  const row = (key: string, value: HtmlValue): SummaryRow => ({
    key,
    value,
    change: change("answer/text", key),
  });
  const grounds = "grounds" in decision ? decision.grounds : [];
  const law = decision.legalBasis ?? [];
  const rows: SummaryRow[] = [
    {
      key: t("act-outcome"),
      value: t(`desk-outcome-outcome-option-${decision.outcome}`),
      change: change("answer", t("act-outcome")),
    },
    ...(grounds.length === 0
      ? []
      : [row(t("act-grounds"), listed(grounds.map((each) => t(`act-ground-${each}`))))]),
    ...(law.length === 0 ? [] : [row(t("act-law"), lawList(law, language))]),
    ...("unheard" in decision && decision.unheard !== undefined
      ? [row(t("act-unheard"), t(`act-unheard-${decision.unheard}`))]
      : []),
    row(t("desk-reply-text"), writtenText(text, language)),
    row(
      t("appeal-file-title"),
      files.length === 0
        ? t("appeal-file-none")
        : listed(
            files.map(
              ({ fileName, byteLength, metadata }) =>
                html`${fileName} (${sizeInWords(t, byteLength)})${findingsOf(t, metadata)}`,
            ),
          ),
    ),
  ];
  return framed(frame, `${casePath}/answer/text`, [
    heading(frame, t("desk-check-title")),
    summaryList(rows),
    needsFourEyes(decision.outcome)
      ? notice(t("desk-check-two-title"), html`<p>${t("desk-check-two")}</p>`, { tone: "plain" })
      : notice(t("desk-check-final-title"), html`<p>${t("desk-check-final")}</p>`, { tone: "plain" }),
    postForm({ action: `${casePath}/answer/check`, formKey }, [
      hiddenField(replyDigestField, digest),
      button(t(needsFourEyes(decision.outcome) ? "desk-check-propose" : "desk-check-send")),
    ]),
  ]);
}

function listed(items: readonly HtmlValue[]): HtmlValue {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function heading({ number }: ReplyFrame, words: string): HtmlValue {
  return html`<p class="hint">${number}</p><h1>${words}</h1>`;
}

function framed({ t, refusal }: ReplyFrame, back: string, content: HtmlValue): PageContent {
  return {
    title: t("desk-case-title"),
    back: { href: back, label: t("appeal-back") },
    main: html`${refusalNotice(t, refusal)}${content}`,
  };
}
