/** Who is away from a desk, and who stands in. Posts and days, no cases. */
import type { Body } from "#government/bodies/index.ts";
import { dataTable, dayShort } from "#platform/html/elements.ts";
import { button, hiddenField, postForm, selectFrom } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { Handover } from "../handover-store.ts";
import { deskHandoverForm, deskVacancyForm } from "./desk-forms.ts";
import { deskHref, postName } from "./desk-links.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import { deputyValue, type Vacancy } from "./desk-vacancies.ts";
import { refusalNotice } from "./desk-words-pages.ts";

export interface HandoversShown {
  readonly body: Body;
  readonly linkBody: Body | null;
  readonly handovers: readonly Handover[];
  /** Posts that this person may hand over: their own, or for a head all. */
  readonly own: readonly string[];
  /** Posts of officials that can stand in. */
  readonly deputies: readonly string[];
  /** Heads' posts of bodies below that nobody holds, about which this person decides. */
  readonly vacancies: readonly Vacancy[];
  readonly drawFormKey: () => FormKey;
  readonly state: FormState;
  readonly refusal: DeskRefusal | null;
}

/** Handovers of a body, and the form for one more. */
export function handoverPage(t: Translate, shown: HandoversShown): PageContent {
  const { body, linkBody, own, state, refusal } = shown;
  return {
    title: t("desk-handover"),
    breadcrumbs: [{ href: deskHref(t, "", { body: linkBody, show: "all" }), label: body.name[t.language] }],
    main: html`${errorsOf(t, state)}<h1>${t(
      "desk-handover",
    )}</h1>${refusalNotice(t, refusal)}<p class="lead">${t("desk-handover-lead")}</p>${handoverTable(t, shown)}${own.length > 0 && handoverForm(t, shown)}${shown.vacancies.length > 0 && vacanciesForm(t, shown)}`,
  };
}

/** A page of two forms: the problems are of the one that was sent. */
function errorsOf(t: Translate, { problems }: FormState): HtmlValue {
  const isVacancy = problems.some(({ field }) => field in deskVacancyForm.fields);
  return isVacancy
    ? formErrorSummary(t, deskVacancyForm, problems)
    : formErrorSummary(t, deskHandoverForm, problems);
}

function handoverTable(t: Translate, { body, handovers, own, drawFormKey }: HandoversShown): HtmlValue {
  if (handovers.length === 0) return html`<p>${t("desk-handover-none")}</p>`;
  return dataTable({
    caption: t("desk-handover"),
    captionHidden: true,
    columns: [
      { heading: t("desk-handover-post") },
      { heading: t("desk-handover-deputy") },
      { heading: t("desk-handover-from") },
      { heading: t("desk-handover-through") },
      { heading: t("desk-merge-what") },
    ],
    rows: handovers.map((one) => [
      postName(t, body, one.post),
      postName(t, body, one.deputyPost),
      dayShort(t, one.from),
      dayShort(t, one.through),
      own.includes(one.post) &&
        postForm({ action: `/${t.language}/desk/handover/end`, formKey: drawFormKey() }, [
          hiddenField("body", body.slug),
          hiddenField("post", one.post),
          button(t("desk-handover-end"), { tone: "secondary" }),
        ]),
    ]),
  });
}

/** Where nobody is in the post the head above says who acts; the acts name both posts. */
function vacanciesForm(t: Translate, { body, vacancies, drawFormKey, state }: HandoversShown): HtmlValue {
  const acting = ({ body: vacant, handovers, deputies }: Vacancy) =>
    html`<li>${vacant.name[t.language]}${
      deputies.length === 0 && html` – ${t("desk-vacancy-nobody")}`
    }${handovers.map(
      ({ deputyPost, from, through }) =>
        html` – ${postName(t, vacant, deputyPost)}, ${dayShort(t, from)} – ${dayShort(t, through)}`,
    )}</li>`;
  const options = vacancies.flatMap((vacancy) =>
    vacancy.deputies.map((post) => ({
      value: deputyValue(vacancy, post),
      label: `${vacancy.body.name[t.language]}: ${postName(t, vacancy.body, post)}`,
    })),
  );
  return html`<h2>${t("desk-vacancy-title")}</h2><p>${t("desk-vacancy-lead")}</p><ul>${vacancies.map(acting)}</ul>${
    options.length > 0 &&
    postForm({ action: `/${t.language}/desk/handover/vacant`, formKey: drawFormKey() }, [
      hiddenField("body", body.slug),
      selectFrom(t, {
        name: "vacantDeputy",
        label: t("desk-vacancy-vacant-deputy"),
        options,
        chosen: state.typed.vacantDeputy?.[0] ?? null,
      }),
      formFields(t, deskVacancyForm, state, ["vacantFrom", "vacantThrough"]),
      button(t("desk-handover-send")),
    ])
  }`;
}

function handoverForm(t: Translate, { body, own, deputies, drawFormKey, state }: HandoversShown): HtmlValue {
  const options = (posts: readonly string[]) =>
    posts.map((post) => ({ value: post, label: postName(t, body, post) }));
  const [onlyOne] = own;
  return html`<h2>${t("desk-handover-new")}</h2>${postForm(
    { action: `/${t.language}/desk/handover`, formKey: drawFormKey() },
    [
      hiddenField("body", body.slug),
      selectFrom(t, {
        name: "post",
        label: t("desk-handover-post"),
        options: options(own),
        chosen: state.typed.post?.[0] ?? (own.length === 1 ? (onlyOne ?? null) : null),
      }),
      selectFrom(t, {
        name: "deputy",
        label: t("desk-handover-deputy"),
        options: options(deputies),
        chosen: state.typed.deputy?.[0] ?? null,
      }),
      formFields(t, deskHandoverForm, state, ["from", "through"]),
      button(t("desk-handover-send")),
    ],
  )}`;
}
