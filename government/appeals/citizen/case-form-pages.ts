/** What an applicant writes into a case: a dispute, an addition, a clarification. */
import { writtenText } from "#platform/html/elements.ts";
import { button, buttonRow, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import { caseAddForm, caseClarifyForm, caseDisputeForm } from "../appeal-forms.ts";
import {
  type AttachedFile,
  addFileButton,
  type FileRefusal,
  fileChooser,
  fileErrorSummary,
  fileList,
  uploadScriptTag,
} from "../attaching/attached-pages.ts";
import { attachmentsMax } from "../attachment-type.ts";

export interface CaseFormFrame {
  readonly t: Translate;
  /** Path with its language of the case. */
  readonly casePath: string;
  readonly number: string;
  /** Of the appeal: its body asks in it. */
  readonly language: Language;
  readonly formKey: FormKey;
  readonly state: FormState;
  /** What is to go along; empty for a form without files. */
  readonly files: readonly AttachedFile[];
  /** Why a file was not taken, or does not go as it is. */
  readonly fileRefusal: FileRefusal | null;
  readonly said: HtmlValue;
}

/** This is no answer: reason and, if wanted, words. */
export function disputePage(frame: CaseFormFrame): PageContent {
  const { t, casePath, formKey, state } = frame;
  return framed(
    frame,
    formErrorSummary(t, caseDisputeForm, state.problems),
    "dispute",
    postForm({ action: `${casePath}/dispute`, formKey }, [
      formFields(t, caseDisputeForm, state),
      button(t("case-dispute-send")),
    ]),
  );
}

/** Something more: a text and perhaps a file. */
export function addPage(frame: CaseFormFrame): PageContent {
  const { t, casePath, formKey, state } = frame;
  return framed(
    frame,
    formErrorSummary(t, caseAddForm, state.problems),
    "add",
    postForm({ action: `${casePath}/add`, formKey, multipart: true }, [
      formFields(t, caseAddForm, state),
      withFiles(frame, button(t("case-add-send"))),
    ]),
  );
}

/** The reply to a question of the body, which is shown above. */
export function clarifyPage(frame: CaseFormFrame, question: string | null): PageContent {
  const { t, casePath, language, formKey, state } = frame;
  return framed(frame, formErrorSummary(t, caseClarifyForm, state.problems), "clarify", [
    question !== null && html`<h2>${t("case-clarify-question")}</h2>${writtenText(question, language)}`,
    postForm({ action: `${casePath}/clarify`, formKey, multipart: true }, [
      formFields(t, caseClarifyForm, state),
      withFiles(frame, button(t("case-clarify-send"))),
    ]),
  ]);
}

function framed(
  frame: CaseFormFrame,
  problems: HtmlValue,
  act: "dispute" | "add" | "clarify",
  content: HtmlValue,
): PageContent {
  const { t, casePath, number, fileRefusal, said } = frame;
  return {
    title: t("case-title"),
    back: { href: casePath, label: t("case-back") },
    main: html`${said}${problems}${fileErrorSummary(t, fileRefusal)}<p class="hint">${number}</p><h1>${t(`case-next-${act}`)}</h1><p>${t(`case-${act}-lead`)}</p>${content}`,
  };
}

/** Sending is the first button, so that the Enter key sends; what a document names stands where it is decided. */
function withFiles({ t, files, fileRefusal }: CaseFormFrame, send: Html): HtmlValue {
  const more = files.length < attachmentsMax;
  return [
    fileChooser(t, files, { refusal: fileRefusal, label: t("case-file") }),
    buttonRow(send, more && addFileButton(t)),
    fileList(t, files),
    more && uploadScriptTag(t),
  ];
}
