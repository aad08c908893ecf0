/** What a desk enters into a case in one page: assignment, forwarding, question, extension. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Term } from "#core/clock/rules.ts";
import type { Body } from "#government/bodies/index.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { wordsIn } from "#platform/html/elements.ts";
import { button, postForm, radiosFrom, selectFrom } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields, problemText } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import { termInWords } from "#platform/language/explain-deadline.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AssignablePost, DeskAct, pausesLeft } from "./desk-acts.ts";
import {
  deskAssignForm,
  deskClarifyForm,
  deskExtendForm,
  deskForwardForm,
  deskHearingForm,
} from "./desk-forms.ts";
import { postName } from "./desk-links.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import { refusalNotice } from "./desk-words-pages.ts";

export interface DeskFormFrame {
  readonly t: Translate;
  /** Path with its language of the case at the desk. */
  readonly casePath: string;
  readonly number: string;
  /** Of the appeal. */
  readonly language: Language;
  readonly formKey: FormKey;
  readonly state: FormState;
  /** Why it was not done a moment ago. */
  readonly refusal: DeskRefusal | null;
}

type DeskForm =
  | typeof deskAssignForm
  | typeof deskForwardForm
  | typeof deskClarifyForm
  | typeof deskHearingForm
  | typeof deskExtendForm;

/** Gives the case to a post of the body. */
export function assignPage(
  frame: DeskFormFrame,
  body: Body,
  posts: readonly AssignablePost[],
  now: string | null,
): PageContent {
  const { t, state } = frame;
  const [chosen = now] = state.typed.post ?? [];
  return framed(frame, "assign", deskAssignForm, [
    radiosFrom(t, {
      name: "post",
      label: t("desk-assign-post"),
      hint: t("desk-assign-post-hint"),
      options: posts.map(({ post, name }) => ({ value: post, label: postName(t, body, post), hint: name })),
      chosen,
      message: messageOf(t, deskAssignForm, state.problems, "post"),
    }),
    asksWhy(frame) && formFields(t, deskAssignForm, state, ["despite"]),
  ]);
}

/** Sends the case on to the competent body. */
export function forwardPage(
  frame: DeskFormFrame,
  ways: {
    readonly receivers: readonly Body[];
    /** Left out of them, and said so: an appeal does not go back to whom it is against. */
    readonly appealedAgainst: readonly Body[];
    readonly until: CivilDate;
  },
): PageContent {
  const { t, state } = frame;
  const { receivers, appealedAgainst, until } = ways;
  return framed(frame, "forward", deskForwardForm, [
    html`<p>${t("desk-act-until", { day: dateWithWeekday(t.language, until) })}</p>`,
    appealedAgainst.length > 0 &&
      html`<p>${t("desk-forward-not-back", {
        bodies: appealedAgainst.map(({ name }) => name[t.language]).join(", "),
      })}</p>`,
    selectFrom(t, {
      name: "body",
      label: t("desk-forward-body"),
      options: receivers.map(({ slug, name }) => ({ value: slug, label: name[t.language] })),
      chosen: state.typed.body?.[0] ?? null,
      message: messageOf(t, deskForwardForm, state.problems, "body"),
    }),
    formFields(t, deskForwardForm, state, ["reason", "note"]),
    asksWhy(frame) && formFields(t, deskForwardForm, state, ["despite"]),
  ]);
}

/** Whether to ask why it may go there all the same: once a name was found in the applicant's words. */
function asksWhy({ refusal }: DeskFormFrame): boolean {
  return typeof refusal === "object" && refusal !== null && refusal.finding === "name-in-words";
}

/** Asks the applicant something; says how long the clock may still stand still for it. */
export function clarifyPage(frame: DeskFormFrame, left: ReturnType<typeof pausesLeft>): PageContent {
  const { t } = frame;
  return framed(frame, "clarify", deskClarifyForm, [
    html`<p>${t("desk-clarify-left", left)}</p>`,
    formFields(t, deskClarifyForm, toApplicant(frame)),
  ]);
}

/** Announces a hearing, with what the body means to decide. */
export function hearingPage(
  frame: DeskFormFrame,
  { earliest, notice }: { readonly earliest: CivilDate; readonly notice: Term },
  place: string,
): PageContent {
  const { t, language } = frame;
  const from = { day: dateWithWeekday(t.language, earliest), notice: termInWords(t, notice) };
  return framed(frame, "hearing", deskHearingForm, [
    html`<p>${t("desk-hearing-earliest", from)}</p><p>${t("desk-hearing-place")} ${wordsIn(language, place)}</p>`,
    formFields(t, deskHearingForm, toApplicant(frame)),
  ]);
}

/** Prolongs the term. */
export function extendPage(
  frame: DeskFormFrame,
  days: { readonly due: CivilDate | null; readonly latest: CivilDate | null },
): PageContent {
  const { t } = frame;
  const inWords = (day: CivilDate) => dateWithWeekday(t.language, day);
  return framed(frame, "extend", deskExtendForm, [
    days.due !== null && html`<p>${t("desk-extend-now", { day: inWords(days.due) })}</p>`,
    days.latest !== null && html`<p>${t("desk-extend-latest", { day: inWords(days.latest) })}</p>`,
    formFields(t, deskExtendForm, toApplicant(frame)),
  ]);
}

/** What is written to the applicant is written in the language of the appeal. */
function toApplicant({ state, language }: DeskFormFrame): FormState {
  return { ...state, writtenIn: { text: language } };
}

function messageOf(
  t: Translate,
  form: DeskForm,
  problems: readonly FieldProblem[],
  field: string,
): string | null {
  const problem = problems.find((each) => each.field === field);
  return problem === undefined ? null : problemText(t, form, problem);
}

function framed(
  frame: DeskFormFrame,
  act: Exclude<DeskAct, "answer">,
  form: DeskForm,
  fields: HtmlValue,
): PageContent {
  const { t, casePath, number, formKey, state, refusal } = frame;
  return {
    title: t("desk-case-title"),
    back: { href: casePath, label: t("desk-back") },
    main: html`${refusalNotice(t, refusal)}${formErrorSummary(t, form, state.problems)}<p class="hint">${number}</p><h1>${t(
      `desk-act-${act}`,
    )}</h1><p>${t(`desk-${act}-lead`)}</p>${postForm({ action: `${casePath}/${act}`, formKey }, [
      fields,
      button(t(`desk-${act}-send`)),
    ])}`,
  };
}
