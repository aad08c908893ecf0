import { civilDateOfDays } from "#core/clock/civil-date.ts";
import type { Trilingual } from "#core/record/trilingual.ts";
import { notice, type SummaryRow, summaryList, tag } from "#platform/html/elements.ts";
import { button, getForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent, PageLink } from "#platform/html/page.ts";
import { weekdayName } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { bodiesSearchForm } from "./bodies-form.ts";
import { type Body, headPostSlug, postOf, takesAppeals } from "./body.ts";
import { type BodyTree, bodiesAbove } from "./body-tree.ts";
import type { Proposal } from "./choose-body.ts";

/** 5 January 1970 was a Monday: a day for each weekday's name. */
const aMonday = 4;

/** A text of the data in the page's language. */
export function inLanguage(t: Translate, text: Trilingual): string {
  return text[t.language];
}

/** Address of a body's page. */
export function bodyPath(t: Translate, body: Pick<Body, "slug">): string {
  return `/${t.language}/bodies/${body.slug}`;
}

function bodyLink(t: Translate, body: Body): Html {
  return html`<a href="${bodyPath(t, body)}">${inLanguage(t, body.name)}</a>`;
}

/** The list of all bodies, with the question which one to write to. `proposals` is `null` until something was asked. */
export function bodiesPage(
  t: Translate,
  tree: BodyTree,
  search: { readonly state: FormState; readonly proposals: readonly Proposal[] | null },
): PageContent {
  const { state, proposals } = search;
  const roots = tree.children.get(null) ?? [];
  const form = getForm(`/${t.language}/bodies`, [
    formFields(t, bodiesSearchForm, state),
    button(t("bodies-search-send")),
  ]);
  return {
    title: t("bodies-title"),
    main: html`${formErrorSummary(t, bodiesSearchForm, state.problems)}<h1>${t("bodies-title")}</h1><p class="lead">${t("bodies-lead")}</p><h2>${t("bodies-search-title")}</h2>${form}${
      proposals !== null && proposalList(t, proposals)
    }<h2>${t("bodies-tree-title")}</h2>${branchList(t, tree, roots)}<p>${t("bodies-directory")} <a href="/${t.language}/bodies/directory.csv">CSV</a> · <a href="/${t.language}/bodies/directory.json">JSON</a></p>`,
  };
}

function proposalList(t: Translate, proposals: readonly Proposal[]): Html {
  if (proposals.length === 0) {
    return html`<h2>${t("bodies-found-none")}</h2><p>${t("bodies-found-none-explained")}</p>`;
  }
  return html`<h2>${t("bodies-found-title")}</h2><ol>${proposals.map(
    ({ body, competence, isLocal }) =>
      html`<li>${bodyLink(t, body)}${competence && html`: ${inLanguage(t, competence.name)}`}${isLocal && html` ${tag(t("bodies-found-here"), "spring")}`}</li>`,
  )}</ol>`;
}

function branchList(t: Translate, tree: BodyTree, bodies: readonly Body[]): Html {
  return html`<ul>${bodies.map((body) => {
    const below = tree.children.get(body.number) ?? [];
    return html`<li>${bodyLink(t, body)}${below.length > 0 && branchList(t, tree, below)}</li>`;
  })}</ul>`;
}

/** What other slices put onto a body's page: the record of answering, the longest waiting, the way to write to it. */
export interface BodyPageSlots {
  /** Directly under the name. */
  readonly first?: HtmlValue;
  /** After what the body says of itself. */
  readonly last?: HtmlValue;
}

/** A body's own public page. */
export function bodyPage(t: Translate, tree: BodyTree, body: Body, slots: BodyPageSlots): PageContent {
  const name = inLanguage(t, body.name);
  const below = tree.children.get(body.number) ?? [];
  return {
    title: name,
    breadcrumbs: wayTo(t, tree, body),
    main: html`<h1>${name}</h1>${noAppeals(t, body)}${slots.first}${summaryList(
      aboutRows(t, tree, body),
    )}${slots.last}${below.length > 0 && html`<h2>${t("body-below")}</h2>${branchList(t, tree, below)}`}`,
  };
}

/** Why nobody can write to it here, and what can be done instead. */
function noAppeals(t: Translate, body: Body): HtmlValue {
  if (body.takesPart === false) {
    return notice(
      t("body-takes-no-part"),
      html`<p>${t("body-takes-no-part-explained")} <a href="/${t.language}/outside/record?body=${body.slug}">${t("body-takes-no-part-record")}</a></p>`,
    );
  }
  return takesAppeals(body) ? null : html`<p>${t("body-no-appeals")}</p>`;
}

function wayTo(t: Translate, tree: BodyTree, body: Body): readonly PageLink[] {
  const above = [...bodiesAbove(tree, body.number)].reverse();
  return [
    { href: `/${t.language}/bodies`, label: t("bodies-title") },
    ...above.map((each) => ({ href: bodyPath(t, each), label: inLanguage(t, each.name) })),
  ];
}

function aboutRows(t: Translate, tree: BodyTree, body: Body): readonly SummaryRow[] {
  const { about } = body;
  const head = postOf(body, headPostSlug);
  const places = about.places.map((place) => inLanguage(t, place)).join(", ");
  const register = body.register === body.number ? undefined : tree.byNumber.get(body.register);
  return [
    { key: t("body-responsible"), value: listOf(about.competences.map(({ name }) => inLanguage(t, name))) },
    { key: t("body-places"), value: places === "" ? t("body-whole-country") : places },
    ...(body.oversight === undefined
      ? []
      : [{ key: t("body-oversight"), value: t(`body-oversight-${body.oversight}`) }]),
    { key: t("body-address"), value: inLanguage(t, about.address) },
    ...(head ? [{ key: t("body-head"), value: inLanguage(t, head.name) }] : []),
    { key: t("body-working-days"), value: body.workingDays.map((day) => nameOfWeekday(t, day)).join(", ") },
    ...(about.reception.length > 0
      ? [{ key: t("body-reception"), value: listOf(about.reception.map((hours) => receptionText(t, hours))) }]
      : []),
    ...(register
      ? [
          {
            key: t("body-register"),
            value: html`${bodyLink(t, register)}. ${t("body-register-explained")}`,
          },
        ]
      : []),
  ];
}

function listOf(items: readonly string[]): HtmlValue {
  const [only] = items;
  return items.length === 1 ? only : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function receptionText(t: Translate, hours: Body["about"]["reception"][number]): string {
  const { weekday, from, until } = hours;
  return t("body-reception-time", { weekday: nameOfWeekday(t, weekday), from, until });
}

function nameOfWeekday(t: Translate, weekday: number): string {
  return weekdayName(t.language, civilDateOfDays(aMonday + weekday - 1));
}
