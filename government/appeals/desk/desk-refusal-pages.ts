/** A refusal before its second person: the very bytes that will go out, then yes or no. */
import type { AppealDetails } from "#core/acts/appeal.ts";
import type { FileCheck } from "#government/cases/index.ts";
import { notice, type SummaryRow, summaryList, writtenText } from "#platform/html/elements.ts";
import { button, hiddenField, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import { sizeInWords } from "../attaching/attached-pages.ts";
import { checkInWords, lawList } from "../citizen/case-act-pages.ts";
import { deskReturnForm } from "./desk-forms.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import { refusalNotice } from "./desk-words-pages.ts";

/** Name of the hidden field that says which bytes were read. */
export const proposalDigestField = "proposal";

/** What was found in a file, and whether the second person gets it. */
export interface ProposedFile {
  readonly check: FileCheck;
  readonly mayFetch: boolean;
}

export interface RefusalToRead {
  readonly casePath: string;
  readonly number: string;
  /** Of the appeal, in which it is replied to. */
  readonly language: Language;
  /** Name of the post that wrote it. */
  readonly writer: string;
  readonly details: AppealDetails;
  readonly text: string;
  readonly files: readonly ({
    readonly name: string;
    readonly fileName: string;
    readonly byteLength: number;
  } & ProposedFile)[];
  /** Hexadecimal. */
  readonly digest: string;
  /** `null` for those who only look: who wrote it does not judge it. */
  readonly keys: { readonly approve: FormKey; readonly giveBack: FormKey } | null;
  readonly refusal: DeskRefusal | null;
  readonly state: FormState;
}

/** The page of the second person. */
export function refusalPage(t: Translate, shown: RefusalToRead): PageContent {
  const { casePath, number, writer, digest, refusal, state } = shown;
  return {
    title: t("desk-case-title"),
    back: { href: casePath, label: t("desk-back") },
    main: html`${formErrorSummary(t, deskReturnForm, state.problems)}<p class="hint">${number}</p><h1>${t(
      "desk-refusal-title",
    )}</h1>${refusalNotice(t, refusal)}<p>${t("desk-refusal-written-by", { post: writer })}</p>${summaryList(rowsOf(t, shown))}<p class="hint">${t(
      "desk-refusal-digest",
    )} ${digestGroups(digest)}</p>${judgement(t, shown)}`,
  };
}

function rowsOf(
  t: Translate,
  { details, text, files, casePath, language }: RefusalToRead,
): readonly SummaryRow[] {
  const grounds = "grounds" in details ? details.grounds : [];
  const law = "legalBasis" in details ? details.legalBasis : [];
  const outcome = "outcome" in details ? details.outcome : "refused";
  return [
    { key: t("act-outcome"), value: t(`act-outcome-${outcome}`) },
    { key: t("act-grounds"), value: listed(grounds.map((each) => t(`act-ground-${each}`))) },
    { key: t("act-law"), value: lawList(law, language) },
    ...("unheard" in details && details.unheard !== undefined
      ? [{ key: t("act-unheard"), value: t(`act-unheard-${details.unheard}`) }]
      : []),
    { key: t("desk-reply-text"), value: writtenText(text, language) },
    {
      key: t("appeal-file-title"),
      value:
        files.length === 0
          ? t("appeal-file-none")
          : listed(
              files.map(
                ({ name, fileName, byteLength, check, mayFetch }) =>
                  html`${mayFetch ? html`<a href="${casePath}/refusal/file/${name}">${fileName}</a>` : fileName} (${sizeInWords(t, byteLength)})${checkInWords(t, check)}`,
              ),
            ),
    },
  ];
}

function judgement(t: Translate, { casePath, digest, keys, state }: RefusalToRead): HtmlValue {
  if (keys === null) return html`<p>${t("desk-refusal-not-yours")}</p>`;
  return [
    notice(t("desk-refusal-approve-title"), html`<p>${t("desk-refusal-approve-what")}</p>`, {
      tone: "plain",
    }),
    postForm({ action: `${casePath}/refusal/approve`, formKey: keys.approve }, [
      hiddenField(proposalDigestField, digest),
      button(t("desk-refusal-approve")),
    ]),
    html`<h2>${t("desk-refusal-return-title")}</h2>`,
    postForm({ action: `${casePath}/refusal/return`, formKey: keys.giveBack }, [
      hiddenField(proposalDigestField, digest),
      formFields(t, deskReturnForm, state),
      button(t("desk-refusal-return"), { tone: "secondary" }),
    ]),
  ];
}

function listed(items: readonly HtmlValue[]): HtmlValue {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** Each group in a span of its own: a code does not break, and a phone is narrow. */
function digestGroups(digest: string): HtmlValue {
  const groups = digest.match(/.{1,8}/g) ?? [];
  return groups.map((group) => html`<span class="code" translate="no">${group}</span> `);
}
