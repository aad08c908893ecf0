/** A case as its desk sees it: where it stands, what can be done, and the texts once they have been opened. */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { withdrawalRevocableUntil } from "#core/clock/withdrawal.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { Body, BodyTree } from "#government/bodies/index.ts";
import type { ActView, CaseView } from "#government/cases/index.ts";
import { type ClockBand, clockBand } from "#platform/html/clock-band.ts";
import { card, details, type SummaryRow, summaryList, taskList } from "#platform/html/elements.ts";
import { button, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { type TimelineEntry, timeline } from "#platform/html/timeline.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type SealReading, sealOf } from "../act-seal.ts";
import { actorName } from "../actor-words.ts";
import { bodyNames } from "../body-names.ts";
import { filedInWords } from "../case-clock.ts";
import { actContent, textIn } from "../citizen/case-act-pages.ts";
import { isLeftOut } from "../co-sign/co-signature.ts";
import type { LinkedCase } from "../link-store.ts";
import { linkedList } from "../linked-pages.ts";
import type { DeskAct } from "./desk-acts.ts";
import { type AroundCase, aroundCards } from "./desk-case-cards-pages.ts";
import { postName } from "./desk-links.ts";
import { type DeskRefusal, refusalText } from "./desk-refusals.ts";

/** What the page says of the texts. */
export type TextsStanding =
  | { readonly texts: "open" }
  /** `again`: they are open, and the applicant has written more since. */
  | { readonly texts: "closed"; readonly again: boolean; readonly formKey: FormKey }
  | { readonly texts: "not-for-you"; readonly refusal: DeskRefusal };

export type IdentityStanding =
  | { readonly identity: "sealed" }
  | { readonly identity: "shown"; readonly formKey: FormKey }
  | { readonly identity: "not-for-you" };

export interface DeskCaseShown {
  readonly view: CaseView;
  readonly body: Body;
  readonly tree: BodyTree;
  /** Where in the queue the person was. */
  readonly queueHref: string;
  readonly band: ClockBand;
  readonly parameters: Parameters;
  readonly seals: SealReading;
  readonly possible: readonly DeskAct[];
  /** Acts for which the person has the office, and which the record or the clock refuses. */
  readonly impossible: readonly { readonly act: DeskAct; readonly refusal: DeskRefusal }[];
  /** Last days of what ends soon. */
  readonly lastDays: Readonly<Partial<Record<DeskAct, CivilDate>>>;
  /** Cases that carry this one on, or that it carries on. */
  readonly linked: readonly LinkedCase[];
  /** How many have signed a collective appeal; `null` for one that is not. */
  readonly coSigners: number | null;
  readonly texts: TextsStanding;
  readonly identity: IdentityStanding;
  /** What stands in public of it, or waits to. */
  readonly publication: HtmlValue;
  readonly around: AroundCase;
  readonly said: HtmlValue;
}

/** The whole page. What has not been opened is not in the view. */
export function deskCasePage(t: Translate, shown: DeskCaseShown): PageContent {
  const { view, band, body, queueHref, parameters, said } = shown;
  const { number } = view.row;
  return {
    title: t("desk-case-title"),
    breadcrumbs: [{ href: queueHref, label: body.name[t.language] }],
    main: html`${said}<h1><span class="code" translate="no">${number}</span></h1>${clockBand(t, band)}${summaryList(
      summaryRows(t, shown),
    )}${earlierCases(t, shown)}${aroundCards(t, shown)}${textsCard(t, shown)}${actList(t, shown)}${identityCard(t, shown)}${shown.publication}<h2>${t("case-timeline")}</h2>${timeline(
      t,
      view.acts.flatMap((act, at) =>
        isLeftOut(act, shown.coSigners !== null) ? [] : [entryOf(t, shown, act, at + 1)],
      ),
      parameters.timeZone,
    )}`,
  };
}

function summaryRows(
  t: Translate,
  { view, body, coSigners, parameters }: DeskCaseShown,
): readonly SummaryRow[] {
  const { row, state } = view;
  const { closed, rules } = state.deadline;
  return [
    ...(state.status === "withdrawn" && closed !== null
      ? [
          {
            key: t("desk-withdrawn"),
            value: t("desk-withdrawn-until", {
              day: dateWithWeekday(t.language, withdrawalRevocableUntil(closed, rules)),
            }),
          },
        ]
      : []),
    { key: t("desk-column-phase"), value: t(`desk-phase-${row.phase}`) },
    { key: t("desk-column-kind"), value: t(`desk-kind-${row.filingKind}`) },
    { key: t("desk-column-filed"), value: filedInWords(t, view, parameters.timeZone) },
    {
      key: t("desk-column-official"),
      value: row.officialPost === null ? t("desk-nobody") : postName(t, body, row.officialPost),
    },
    ...(coSigners === null
      ? []
      : [{ key: t("signatures-title"), value: t("signatures-count", { count: coSigners }) }]),
    { key: t("desk-name"), value: t(row.identityShown ? "desk-name-shown" : "desk-name-sealed") },
  ];
}

/** The cases that the applicant has taken here. Where theirs went from here is not this desk's to follow. */
function earlierCases(t: Translate, { view, linked, parameters }: DeskCaseShown): HtmlValue {
  const list = linkedList(
    t,
    linked.filter(({ relation }) => relation === "earlier"),
    {
      nameOfBody: bodyNames(t, parameters),
      hrefOf: ({ number }) => `/${t.language}/desk/${view.row.number}/earlier/${number}`,
    },
  );
  return list !== null && card(html`<p>${t("desk-earlier-lead")}</p>${list}`, t("desk-earlier-title"));
}

function actList(t: Translate, { view, possible, impossible, lastDays }: DeskCaseShown): HtmlValue {
  const hint = (act: DeskAct) => {
    const last = lastDays[act];
    return last === undefined
      ? t(`desk-act-${act}-hint`)
      : t("desk-act-until", { day: dateWithWeekday(t.language, last) });
  };
  return [
    possible.length > 0 &&
      html`<h2>${t("desk-acts")}</h2>${taskList(
        possible.map((act) => ({
          href: `/${t.language}/desk/${view.row.number}/${act}`,
          label: t(`desk-act-${act}`),
          hint: hint(act),
        })),
      )}`,
    impossible.length > 0 &&
      details(
        t("desk-acts-not-now"),
        html`<ul>${impossible.map(
          ({ act, refusal }) => html`<li><b>${t(`desk-act-${act}`)}</b>: ${refusalText(t, refusal)}</li>`,
        )}</ul>`,
      ),
  ];
}

function textsCard(t: Translate, { view, texts }: DeskCaseShown): Html | null {
  switch (texts.texts) {
    case "open":
      return null;
    case "not-for-you":
      return card(html`<p>${refusalText(t, texts.refusal)}</p>`, t("desk-texts"));
    case "closed":
      return card(
        html`<p>${t(texts.again ? "desk-texts-more" : "desk-texts-closed")}</p><p>${t("desk-opening-is-an-act")}</p>${postForm(
          { action: `/${t.language}/desk/${view.row.number}/open`, formKey: texts.formKey },
          button(t(texts.again ? "desk-texts-open-more" : "desk-texts-open")),
        )}`,
        t("desk-texts"),
      );
  }
}

function identityCard(t: Translate, { view, identity }: DeskCaseShown): Html | null {
  switch (identity.identity) {
    case "not-for-you":
      return null;
    case "sealed":
      return card(html`<p>${t("desk-identity-sealed")}</p>`, t("desk-identity"));
    case "shown":
      return card(
        html`<p>${t("desk-identity-shown")}</p>${postForm(
          { action: `/${t.language}/desk/${view.row.number}/identity`, formKey: identity.formKey },
          button(t("desk-identity-open"), { tone: "secondary" }),
        )}`,
        t("desk-identity"),
      );
  }
}

function entryOf(t: Translate, shown: DeskCaseShown, act: ActView, position: number): TimelineEntry {
  const { view, parameters, seals } = shown;
  const nameOfBody = bodyNames(t, parameters);
  const casePath = `/${t.language}/desk/${view.row.number}`;
  const official = act.kind === "assigned" ? textIn(act.official, "name") : null;
  const behind = bodyBehind(shown, act);
  return {
    date: civilDateAt(act.at, parameters.timeZone),
    sentence: t(`act-${act.kind}`),
    body: behind?.name[t.language] ?? nameOfBody(act.body),
    post: actorName(t, behind, act.actor),
    ...(official === null ? {} : { official }),
    content: actContent(act, {
      ...{ t, nameOfBody, tree: shown.tree, language: view.row.language, casePath, position },
    }),
    seal: sealOf(seals, act.place, t.language),
  };
}

/** A small body's acts stand in its parent's register; of the body that holds the case we know which it is. */
function bodyBehind({ body, tree }: DeskCaseShown, act: ActView): Body | undefined {
  return body.register === act.body ? body : tree.all.find(({ number }) => number === act.body);
}

/** Who filed the case: shown once, after the act has been entered. */
export function identityPage(
  t: Translate,
  given: { readonly casePath: string; readonly number: string; readonly identity: JsonValue },
): PageContent {
  const { casePath, number, identity } = given;
  const rows = (["name", "address", "contact"] as const).map((field) => {
    const value = textIn(identity, field) ?? "";
    return { key: t(`desk-identity-${field}`), value: value === "" ? t("desk-identity-not-given") : value };
  });
  return {
    title: t("desk-case-title"),
    back: { href: casePath, label: t("desk-back") },
    main: html`<p class="hint">${number}</p><h1>${t("desk-identity")}</h1><p>${t("desk-identity-entered")}</p>${summaryList(
      rows,
    )}<p>${linkButton(t("desk-back"), casePath, "secondary")}</p>`,
  };
}
