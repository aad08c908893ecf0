/** A case as the applicant sees it, and as the status code shows it. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import type { ActView, CaseView } from "#government/cases/index.ts";
import { type ClockBand, clockBand, clockState } from "#platform/html/clock-band.ts";
import { type SummaryRow, summaryList, type Tone, tag, taskList } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { type TimelineEntry, timeline } from "#platform/html/timeline.ts";
import type { Translate } from "#platform/language/texts.ts";
import { leaveForm } from "#platform/session/session-pages.ts";
import { type SealReading, sealOf } from "../act-seal.ts";
import { actorName } from "../actor-words.ts";
import { erasureAskedIn } from "../ask-erasure.ts";
import { bodyNames } from "../body-names.ts";
import { filedInWords } from "../case-clock.ts";
import { isLeftOut } from "../co-sign/co-signature.ts";
import { erasureWaiting } from "../erasure-term-pages.ts";
import type { LinkedCase } from "../link-store.ts";
import { linkedList } from "../linked-pages.ts";
import { actContent, isReply, textIn } from "./case-act-pages.ts";
import type { NextAct } from "./next-acts.ts";

export interface CaseShown {
  readonly view: CaseView;
  readonly band: ClockBand;
  readonly parameters: Parameters;
  readonly tree: BodyTree;
  readonly seals: SealReading;
  readonly next: readonly NextAct[];
  /** What the author is told of the case's standing in public. */
  readonly publication: HtmlValue;
  /** Cases that carry this one on, or that it carries on; the applicant's to know. */
  readonly linked: readonly LinkedCase[];
  /** How often a desk has looked at texts or name; `null` for whoever may not know. */
  readonly readings: number | null;
  /** How many have signed a collective appeal; `null` for one that is not, and for whoever may not know. */
  readonly coSigners: number | null;
  readonly isCollective: boolean;
  readonly said: HtmlValue;
}

/** The whole page; what the viewer may not see is not in the view. */
export function casePage(t: Translate, shown: CaseShown): PageContent {
  const { view, band, publication, said } = shown;
  const { row } = view;
  const isFull = view.viewer.kind === "applicant";
  const casePath = `/${t.language}/case/${row.number}`;
  const hasReceipt = view.acts.length > 0;
  // Who has been answered comes for the answer; who has not, for what can be done.
  const isAnswered = row.phase === "closed";
  return {
    title: t("case-title"),
    breadcrumbs: [{ href: `/${t.language}/case`, label: t("case-open-link") }],
    main: html`${said}<h1><span class="code" translate="no">${row.number}</span></h1><p>${tag(
      t(`case-standing-${row.phase}`),
      toneOf(band),
    )}</p>${clockBand(t, band)}${summaryList(summaryRows(t, shown))}${
      isAnswered ? [whatHappened(t, shown), whatIsNext(t, shown)] : whatIsNext(t, shown)
    }${erasureAsked(t, shown)}${linkedCasesOf(t, shown)}${publication}${
      isFull &&
      row.filingKind === "filed-elsewhere" &&
      html`<p><a href="/${t.language}/outside/case/${row.number}">${t("case-outside-link")}</a></p>`
    }${!isAnswered && whatHappened(t, shown)}${!isFull && html`<p>${t("case-status-only")}</p>`}${
      shown.readings !== null &&
      html`<h2>${t("case-readings-title")}</h2><p><a href="${casePath}/readings">${t("case-readings-count", { count: shown.readings })}</a></p>`
    }${
      hasReceipt &&
      html`<h2>${t("case-proof-title")}</h2><p>${t("case-proof")}</p><ul><li><a href="${casePath}/act/1/receipt.json">${t("receipt-file-get")}</a></li>${
        isFull &&
        html`<li><a href="${casePath}/act/1/small">${t("paper-small-title")}</a></li><li><a href="${casePath}/act/1/full">${t("paper-full-title")}</a></li>`
      }${
        view.acts[0]?.place.witnessedSize != null &&
        html`<li><a href="${casePath}/act/1/tlog-proof">${t("case-proof-tlog")}</a></li>`
      }</ul>`
    }${isFull && html`<p><a href="${casePath}/notices">${t("notices-link")}</a></p>`}${leaveForm(t)}`,
  };
}

function whatIsNext(t: Translate, { view, next }: CaseShown): HtmlValue {
  return (
    next.length > 0 &&
    html`<h2>${t("case-next-title")}</h2>${taskList(
      next.map((act) => ({
        href: `/${t.language}/case/${view.row.number}/${act}`,
        label: t(`case-next-${act}`),
        hint: t(`case-next-${act}-hint`),
      })),
    )}`
  );
}

/** By when a request to erase is decided, for whoever made it. */
function erasureAsked(t: Translate, { view, parameters, band }: CaseShown): HtmlValue {
  const asked = view.viewer.kind === "applicant" ? erasureAskedIn(view, parameters) : null;
  return asked !== null && erasureWaiting(t, asked.term, band.today);
}

function whatHappened(t: Translate, shown: CaseShown): HtmlValue {
  const entries = shown.view.acts.flatMap((act, at) =>
    isLeftOut(act, shown.isCollective) ? [] : [entryOf(t, shown, act, at + 1)],
  );
  return html`<h2>${t("case-timeline")}</h2>${timeline(t, entries, shown.parameters.timeZone)}`;
}

function linkedCasesOf(t: Translate, { linked, parameters }: CaseShown): HtmlValue {
  const list = linkedList(t, linked, {
    nameOfBody: bodyNames(t, parameters),
    hrefOf: ({ number }) => `/${t.language}/case/${number}`,
  });
  return list !== null && html`<h2>${t("case-linked-title")}</h2>${list}`;
}

function toneOf(band: ClockBand): Tone {
  switch (clockState(band)) {
    case "overdue":
    case "closed-late":
      return "clay";
    case "near":
      return "sun";
    case "closed-in-time":
      return "leaf";
    case "none":
    case "running":
    case "paused":
      return "spring";
  }
}

function summaryRows(t: Translate, { view, parameters, coSigners }: CaseShown): readonly SummaryRow[] {
  const { row } = view;
  const nameOf = bodyNames(t, parameters);
  const official = officialOf(view);
  return [
    { key: t("case-kind"), value: t(`appeal-kind-kind-option-${row.filingKind}`) },
    { key: t("case-body"), value: nameOf(row.holderBody) },
    { key: t("case-filed"), value: filedInWords(t, view, parameters.timeZone) },
    ...(official === null ? [] : [{ key: t("case-official"), value: official }]),
    ...(coSigners === null
      ? []
      : [
          {
            key: t("signatures-title"),
            value: html`<a href="/${t.language}/case/${row.number}/signatures">${t("signatures-count", { count: coSigners })}</a>`,
          },
        ]),
  ];
}

/** The name of whom the case was given to last: for the applicant alone, who alone gets this part. */
function officialOf(view: CaseView): string | null {
  const assigned = view.acts.findLast((act) => act.kind === "assigned");
  return assigned === undefined ? null : textIn(assigned.official, "name");
}

function entryOf(t: Translate, shown: CaseShown, act: ActView, position: number): TimelineEntry {
  const { view, parameters, seals } = shown;
  const nameOfBody = bodyNames(t, parameters);
  const casePath = `/${t.language}/case/${view.row.number}`;
  const official = act.kind === "assigned" ? textIn(act.official, "name") : null;
  return {
    date: civilDateAt(act.at, parameters.timeZone),
    sentence: t(`act-${act.kind}`),
    body: nameOfBody(bodyBehind(shown, act)),
    post: actorInWords(t, shown, act),
    ...(official === null ? {} : { official }),
    content: [
      actContent(act, {
        ...{ t, nameOfBody, tree: shown.tree, language: view.row.language, casePath, position },
      }),
      // With its parts opened anyone can judge the body's signature; it is posted, since it shows the texts.
      act.details !== null &&
        isReply(act.kind) &&
        postForm(
          { action: `${casePath}/act/${position}/opening` },
          button(t("receipt-opening-get"), { tone: "secondary" }),
        ),
    ],
    seal: sealOf(seals, act.place, t.language),
    ...(act.place.witnessedSize === null ? {} : { proofHref: `${casePath}/act/${position}/receipt.json` }),
    tone: toneOfAct(act),
  };
}

function toneOfAct({ kind }: ActView): "plain" | "leaf" | "clay" {
  if (kind === "answered") return "leaf";
  return kind === "refused" || kind === "disputed" || kind === "terminated" ? "clay" : "plain";
}

/** A small body's acts stand in its parent's register; of the body that holds the case we know which it is. */
function bodyBehind({ view, tree }: CaseShown, act: ActView): number {
  const holder = tree.byNumber.get(view.row.holderBody);
  return holder !== undefined && holder.register === act.body ? holder.number : act.body;
}

/** Who acted: a role, or the name of a post at the body. */
function actorInWords(t: Translate, shown: CaseShown, act: ActView): string {
  const number = bodyBehind(shown, act);
  return actorName(
    t,
    shown.tree.all.find((each) => each.number === number),
    act.actor,
  );
}
