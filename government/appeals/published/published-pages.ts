/** Appeals that their authors let everyone read: the list, and one of them. */
import { outcomes } from "#core/acts/appeal.ts";
import { publicMatters } from "#core/acts/published-appeal.ts";
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { payloadPath } from "#core/record/publication.ts";
import { type BodyTree, bodyPath, takesAppeals } from "#government/bodies/index.ts";
import type { ActView, CaseView } from "#government/cases/index.ts";
import { type ClockBand, clockBand } from "#platform/html/clock-band.ts";
import { continuation, dayShort, details, emptyState, summaryList, tag } from "#platform/html/elements.ts";
import { button, getForm, selectFrom } from "#platform/html/form-elements.ts";
import { formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { type TimelineEntry, timeline } from "#platform/html/timeline.ts";
import { dateInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type SealReading, sealOf } from "../act-seal.ts";
import { actorName } from "../actor-words.ts";
import { webFilingKinds } from "../appeal-forms.ts";
import { bodyNames } from "../body-names.ts";
import { actContent } from "../citizen/case-act-pages.ts";
import type { Release } from "./publication.ts";
import type { PublicationRow } from "./publication-store.ts";
import { publishedSearchForm } from "./publish-forms.ts";
import { countMax, type PublishedList, queryOf, searchRowsMax } from "./published-list.ts";
import { publicPictures } from "./published-picture-pages.ts";
import { piecesHtml, placeInWords, placesOf, plainLine, textAndReply } from "./published-text-pages.ts";

const subjectCharactersMax = 120;
const excerptCharactersMax = 180;

/** The list with its search and its filters. */
export function publishedListPage(
  t: Translate,
  shown: {
    readonly list: PublishedList;
    readonly tree: BodyTree;
    readonly today: CivilDate;
  },
): PageContent {
  const { list, tree, today } = shown;
  const { rows, next, question } = list;
  const path = `/${t.language}/appeals`;
  return {
    title: t("published-title"),
    main: html`<h1>${t("published-title")}</h1><p class="lead">${t("published-lead")}</p>${searchForm(t, shown)}${
      rows.length === 0
        ? emptyState(t("published-none"), html`<p>${t("published-none-how")}</p>`)
        : html`<p>${countInWords(t, list)}</p><ul class="tasks">${rows.map(
            (row) => html`<li>${listed(t, row, tree, today)}</li>`,
          )}</ul>`
    }${continuation(t, {
      first: question.after === null ? null : `${path}${queryOf(question)}`,
      next: next === null ? null : `${path}${queryOf(question, next)}`,
    })}<p><a href="${path}.atom${queryOf(question)}">${t("published-feed")}</a></p>`,
  };
}

function countInWords(t: Translate, { count, found, rows }: PublishedList): string {
  switch (found) {
    case "by-filter":
      return count >= countMax
        ? t("published-count-many", { count: countMax })
        : t("published-count", { count });
    case "by-words":
      return rows.length >= searchRowsMax
        ? t("published-found-best", { count: searchRowsMax })
        : t("published-count", { count });
    case "by-spelling":
      return t("published-found-spelling", { count });
  }
}

function searchForm(
  t: Translate,
  { list, tree }: { readonly list: PublishedList; readonly tree: BodyTree },
): Html {
  const { words, body, kind, matter, place, outcome, overdue, order } = list.question;
  const isNarrowed = body ?? kind ?? matter ?? place ?? outcome ?? (overdue || order !== "newest" || null);
  const choice = (name: string, options: readonly (readonly [string, string])[], chosen: string | null) =>
    selectFrom(t, {
      ...{ name, chosen },
      label: t(`published-by-${name}`),
      options: options.map(([value, label]) => ({ value, label })),
    });
  const filters = html`${choice(
    "body",
    tree.all.filter(takesAppeals).map(({ slug, name }) => [slug, name[t.language]]),
    body?.slug ?? null,
  )}${choice(
    "matter",
    publicMatters.map((each) => [each, t(`published-matter-${each}`)]),
    matter,
  )}${choice(
    "kind",
    webFilingKinds.map((each) => [each, t(`appeal-kind-kind-option-${each}`)]),
    kind,
  )}${choice(
    "place",
    placesOf(t, tree).map(({ value, label }) => [value, label]),
    place?.slug ?? null,
  )}${choice(
    "outcome",
    [
      ["none", t("published-outcome-none")],
      ...outcomes.map((each) => [each, t(`act-outcome-${each}`)] as const),
    ],
    outcome,
  )}${choice("overdue", [["yes", t("published-overdue-yes")]], overdue ? "yes" : null)}${choice(
    "order",
    [
      ["newest", t("published-order-newest")],
      ["longest-waiting", t("published-order-waiting")],
    ],
    order,
  )}`;
  return getForm(`/${t.language}/appeals`, [
    formFields(t, publishedSearchForm, { typed: { words: [words] }, problems: [] }),
    isNarrowed === null ? details(t("published-narrow"), filters) : filters,
    button(t("published-search-send")),
  ]);
}

/** One of a list: subject, where it stands, the beginning of its text. */
function listed(t: Translate, row: PublicationRow, tree: BodyTree, today: CivilDate): HtmlValue {
  const { appeal, holderBody, filedDay } = row;
  const body = tree.all.find(({ number }) => number === holderBody);
  return html`<a href="/${t.language}/appeals/${appeal.id}" lang="${appeal.language}">${plainLine(appeal.subject, subjectCharactersMax)}</a> ${standing(t, row, today)}<p class="hint">${body?.name[t.language]} · ${t(`published-matter-${appeal.matter}`)} · ${dayShort(t, filedDay)}</p><p lang="${appeal.language}">${plainLine(appeal.text, excerptCharactersMax)}</p>`;
}

function standing(t: Translate, { due, outcome }: PublicationRow, today: CivilDate): HtmlValue {
  if (due !== null) {
    return due < today ? tag(t("published-overdue-yes"), "clay") : tag(t("published-outcome-none"));
  }
  return outcome !== null && tag(t(`act-outcome-${outcome}`), outcome === "refused" ? "clay" : "plain");
}

/** A few links to appeals like the one that somebody is writing; nothing when there are none. */
export function similarList(t: Translate, rows: readonly PublicationRow[]): HtmlValue {
  return (
    rows.length > 0 &&
    details(
      t("published-similar"),
      html`<p>${t("published-similar-lead")}</p><ul>${rows.map(
        ({ appeal, due, outcome }) =>
          html`<li><a href="/${t.language}/appeals/${appeal.id}" lang="${appeal.language}">${plainLine(appeal.subject, subjectCharactersMax)}</a>${
            due === null && outcome !== null && html` (${t(`act-outcome-${outcome}`)})`
          }</li>`,
      )}</ul>`,
    )
  );
}

export interface PublishedShown {
  /** As everyone sees the case. */
  readonly view: CaseView;
  readonly release: Release;
  readonly band: ClockBand;
  readonly parameters: Parameters;
  readonly tree: BodyTree;
  readonly seals: SealReading;
  /** Path of the log's published files. */
  readonly logPath: string;
}

/** One appeal as everyone may read it: text, clock, acts by post, seals, reply. No number, no name. */
export function publishedPage(t: Translate, shown: PublishedShown): PageContent {
  const { view, release, band, parameters, tree, logPath } = shown;
  const { appeal, act } = release;
  const { row } = view;
  const body = tree.all.find(({ number }) => number === row.holderBody);
  const name = bodyNames(t, parameters)(row.holderBody);
  return {
    title: plainLine(appeal.subject, subjectCharactersMax),
    titleLanguage: appeal.language,
    breadcrumbs: [{ href: `/${t.language}/appeals`, label: t("published-title") }],
    main: html`<h1 lang="${appeal.language}">${piecesHtml(t, appeal.subject)}</h1>${clockBand(t, band)}${summaryList(
      [
        { key: t("case-kind"), value: t(`appeal-kind-kind-option-${appeal.kind}`) },
        { key: t("published-by-matter"), value: t(`published-matter-${appeal.matter}`) },
        { key: t("published-by-place"), value: placeInWords(t, tree, appeal.place) },
        {
          key: t("case-body"),
          value: body === undefined ? name : html`<a href="${bodyPath(t, body)}">${name}</a>`,
        },
        { key: t("case-filed"), value: dateInWords(t.language, row.filedDay) },
      ],
    )}<h2>${t("published-text")}</h2>${textAndReply(t, appeal)}${publicPictures(t, appeal, view)}<h2>${t("case-timeline")}</h2>${timeline(
      t,
      view.acts.map((each, at) => entryOf(t, shown, each, at + 1)),
      parameters.timeZone,
    )}<p class="hint">${t("published-stated")}</p>${
      act.place.witnessedSize !== null &&
      act.place.index !== null &&
      html`<p>${t("published-check")} <a href="${logPath}${payloadPath(act.place.index)}">${t("published-check-file")}</a> · <a href="/${t.language}/check/entry/${act.place.index}">${t("public-entry")} ${String(act.place.index)}</a></p>`
    }`,
  };
}

function entryOf(t: Translate, shown: PublishedShown, act: ActView, position: number): TimelineEntry {
  const { view, parameters, seals } = shown;
  const nameOfBody = bodyNames(t, parameters);
  const casePath = `/${t.language}/appeals`;
  const { index } = act.place;
  return {
    date: civilDateAt(act.at, parameters.timeZone),
    sentence: t(`act-${act.kind}`),
    body: nameOfBody(bodyBehind(shown, act)),
    post: actorInWords(t, shown, act),
    content: actContent(
      { ...act, texts: null, official: null, attachments: [], erasedParts: [] },
      {
        ...{ t, nameOfBody, tree: shown.tree, language: view.row.language, casePath, position },
        isSignatureHere: false,
      },
    ),
    seal: sealOf(seals, act.place, t.language),
    ...(index === null ? {} : { proofHref: `/${t.language}/check/entry/${index}` }),
    tone: toneOf(act, view),
  };
}

function toneOf({ kind }: ActView, { state }: CaseView): "plain" | "leaf" | "clay" {
  if (kind === "answered") return state.status === "disputed" ? "plain" : "leaf";
  return kind === "refused" || kind === "disputed" || kind === "terminated" ? "clay" : "plain";
}

/** A small body's acts stand in its parent's register; of the body that holds the case we know which it is. */
function bodyBehind({ view, tree }: PublishedShown, act: ActView): number {
  const holder = tree.byNumber.get(view.row.holderBody);
  return holder !== undefined && holder.register === act.body ? holder.number : act.body;
}

/** Who acted: a role or a post, never a person. */
function actorInWords(t: Translate, shown: PublishedShown, act: ActView): string {
  const body = shown.tree.all.find(({ number }) => number === bodyBehind(shown, act));
  return actorName(t, body, act.actor);
}
