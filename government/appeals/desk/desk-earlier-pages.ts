/** The case that this one carries on, as the desk above sees it. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import type { ActView, CaseView } from "#government/cases/index.ts";
import { card, summaryList } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { type TimelineEntry, timeline } from "#platform/html/timeline.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type SealReading, sealOf } from "../act-seal.ts";
import { actorName } from "../actor-words.ts";
import { bodyNames } from "../body-names.ts";
import { actContent } from "../citizen/case-act-pages.ts";

export interface EarlierShown {
  /** Path with its language of the case at the desk. */
  readonly casePath: string;
  readonly view: CaseView;
  readonly parameters: Parameters;
  readonly tree: BodyTree;
  readonly seals: SealReading;
  /** Of the form that opens the texts; `null` when they are open. */
  readonly formKey: FormKey | null;
}

/** Where it stood and what was done; the texts only after the act has been entered. */
export function earlierPage(t: Translate, shown: EarlierShown): PageContent {
  const { casePath, view, parameters, formKey } = shown;
  const { row } = view;
  const path = `${casePath}/earlier/${row.number}`;
  return {
    title: t("desk-case-title"),
    back: { href: casePath, label: t("desk-back") },
    main: html`<h1>${t("desk-earlier-title")}</h1>${summaryList([
      { key: t("desk-column-number"), value: html`<span class="code" translate="no">${row.number}</span>` },
      { key: t("case-body"), value: bodyNames(t, parameters)(row.holderBody) },
      { key: t("desk-column-phase"), value: t(`desk-phase-${row.phase}`) },
      { key: t("desk-column-filed"), value: dateInWords(t.language, row.filedDay) },
    ])}${
      formKey !== null &&
      card(
        html`<p>${t("desk-texts-closed")}</p><p>${t("desk-opening-is-an-act")}</p>${postForm(
          { action: path, formKey },
          button(t("desk-texts-open")),
        )}`,
        t("desk-texts"),
      )
    }<h2>${t("case-timeline")}</h2>${timeline(
      t,
      view.acts.map((act, at) => entryOf(t, shown, act, { position: at + 1, path })),
      parameters.timeZone,
    )}`,
  };
}

function entryOf(
  t: Translate,
  { view, parameters, tree, seals }: EarlierShown,
  act: ActView,
  { position, path }: { readonly position: number; readonly path: string },
): TimelineEntry {
  const nameOfBody = bodyNames(t, parameters);
  const holder = tree.all.find(({ number }) => number === view.row.holderBody);
  const body = holder?.register === act.body ? holder : tree.all.find(({ number }) => number === act.body);
  return {
    date: civilDateAt(act.at, parameters.timeZone),
    sentence: t(`act-${act.kind}`),
    body: body?.name[t.language] ?? nameOfBody(act.body),
    post: actorName(t, body, act.actor),
    content: actContent(act, {
      ...{ t, nameOfBody, tree, language: view.row.language, casePath: path, position },
    }),
    seal: sealOf(seals, act.place, t.language),
  };
}
