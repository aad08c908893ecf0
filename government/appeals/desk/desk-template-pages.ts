/** The texts that a body keeps ready for its replies: all of them, and one to be changed. No case, no applicant. */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { Body } from "#government/bodies/index.ts";
import { dataTable, dayShort, details, emptyState, languageName, notice } from "#platform/html/elements.ts";
import { button, hiddenField, postForm, selectFrom } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields, problemText } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { languages } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { ReplyTemplate } from "../reply-template-store.ts";
import { templatesMax } from "../write-reply-template.ts";
import { deskTemplateForm } from "./desk-forms.ts";
import { deskHref } from "./desk-links.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import { refusalNotice } from "./desk-words-pages.ts";

/** Name of the field that says which version of a template the page has shown. */
export const templateSeenField = "seen";

/** What was done a moment ago. */
export const templateDones = ["write", "remove"] as const;
export type TemplateDone = (typeof templateDones)[number];

export interface TemplateFrame {
  readonly t: Translate;
  readonly body: Body;
  /** The body again where the address has to name it, for those who sit at several desks. */
  readonly linkBody: Body | null;
  readonly drawFormKey: () => FormKey;
  readonly state: FormState;
  readonly refusal: DeskRefusal | null;
}

/** The list of a body's templates, or one of them, with the body where it has to be named. */
export function templatesHref(t: Translate, linkBody: Body | null, end = ""): string {
  return `/${t.language}/desk/templates${end}${linkBody === null ? "" : `?body=${linkBody.slug}`}`;
}

/** Every template of a body, and the form for one more. */
export function templatesPage(
  frame: TemplateFrame,
  shown: {
    readonly templates: readonly ReplyTemplate[];
    readonly done: TemplateDone | null;
    readonly timeZone: string;
  },
): PageContent {
  const { t, body, linkBody, state, refusal } = frame;
  const { templates, done, timeZone } = shown;
  const isFull = templates.length >= templatesMax;
  return {
    title: t("desk-templates"),
    breadcrumbs: [{ href: deskHref(t, "", { body: linkBody, show: "all" }), label: body.name[t.language] }],
    main: html`${formErrorSummary(t, deskTemplateForm, state.problems)}${doneNow(t, done)}${refusalNotice(t, refusal)}<h1>${t("desk-templates")}</h1><p class="lead">${t("desk-templates-lead")}</p>${templateTable(
      frame,
      templates,
      (template) => civilDateAt(template.changedAt, timeZone),
    )}${
      // Who typed one that found no place any more sees it all the same.
      isFull && refusal === null
        ? html`<p>${t("desk-templates-full", { count: templatesMax })}</p>`
        : html`<h2>${t("desk-template-new")}</h2>${templateForm(frame, templatesHref(t, null))}`
    }`,
  };
}

function doneNow(t: Translate, done: TemplateDone | null): HtmlValue {
  if (done === null) return null;
  const what = html`<p>${t(`desk-template-done-${done}-what`)}</p>`;
  return notice(t(`desk-template-done-${done}`), what, { tone: "leaf", alert: true });
}

function templateTable(
  { t, linkBody }: TemplateFrame,
  templates: readonly ReplyTemplate[],
  changedOn: (template: ReplyTemplate) => CivilDate,
): HtmlValue {
  if (templates.length === 0) {
    return emptyState(t("desk-templates-none"), html`<p>${t("desk-templates-none-how")}</p>`);
  }
  return dataTable({
    caption: t("desk-templates"),
    captionHidden: true,
    columns: [
      { heading: t("desk-template-name") },
      { heading: t("desk-template-for") },
      { heading: t("desk-template-languages") },
      { heading: t("desk-template-changed") },
    ],
    rows: templates.map((template) => [
      html`<a href="${templatesHref(t, linkBody, `/${template.id}`)}">${template.name}</a>`,
      meantFor(t, template),
      languages
        .filter((language) => template.texts[language] !== "")
        .map((language, at) => [at > 0 && ", ", languageName(language)]),
      dayShort(t, changedOn(template)),
    ]),
  });
}

/** For which answers a template is meant, in words. */
function meantFor(t: Translate, { outcome, kind }: ReplyTemplate): string {
  const words = [
    ...(outcome === null ? [] : [t(`desk-outcome-outcome-option-${outcome}`)]),
    ...(kind === null ? [] : [t(`desk-kind-${kind}`)]),
  ];
  return words.length === 0 ? t("desk-template-for-all") : words.join(" · ");
}

/** One template to be written anew or removed. */
export function templatePage(frame: TemplateFrame, template: ReplyTemplate): PageContent {
  const { t, body, linkBody, drawFormKey, state, refusal } = frame;
  return {
    title: t("desk-template-change"),
    back: { href: templatesHref(t, linkBody), label: t("desk-templates") },
    main: html`${formErrorSummary(t, deskTemplateForm, state.problems)}${refusalNotice(t, refusal)}<h1>${t(
      "desk-template-change",
    )}</h1>${templateForm(
      frame,
      templatesHref(t, null, `/${template.id}`),
      hiddenField(templateSeenField, String(template.changedAt)),
    )}${details(
      t("desk-template-remove"),
      html`<p>${t("desk-template-remove-what")}</p>${postForm(
        { action: templatesHref(t, null, `/${template.id}/remove`), formKey: drawFormKey() },
        [hiddenField("body", body.slug), button(t("desk-template-remove-send"), { tone: "danger" })],
      )}`,
    )}`,
  };
}

function templateForm(
  { t, body, drawFormKey, state }: TemplateFrame,
  action: string,
  seen: HtmlValue = null,
): HtmlValue {
  return postForm({ action, formKey: drawFormKey() }, [
    hiddenField("body", body.slug),
    seen,
    formFields(t, deskTemplateForm, state, ["name"]),
    choiceOf(t, state, "outcome", (each) => t(`desk-outcome-outcome-option-${each}`)),
    choiceOf(t, state, "kind", (each) => t(`desk-kind-${each}`)),
    formFields(t, deskTemplateForm, { ...state, writtenIn: { textTk: "tk", textRu: "ru", textEn: "en" } }, [
      "textTk",
      "textRu",
      "textEn",
    ]),
    button(t("desk-template-send")),
  ]);
}

/** For one outcome or kind alone, or left open; what stands elsewhere under the same names is called the same here. */
function choiceOf(
  t: Translate,
  { typed, problems }: FormState,
  field: "outcome" | "kind",
  labelOf: (option: string) => string,
): Html {
  const problem = problems.find((each) => each.field === field);
  return selectFrom(t, {
    name: field,
    label: t(`desk-template-${field}`),
    hint: t(`desk-template-${field}-hint`),
    options: deskTemplateForm.fields[field].options.map((value) => ({ value, label: labelOf(value) })),
    chosen: typed[field]?.[0] ?? null,
    message: problem === undefined ? null : problemText(t, deskTemplateForm, problem),
  });
}
