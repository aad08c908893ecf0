/** What lies around a case at its desk: a refusal that waits, cases merged with it, its way from body to body. */
import { type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { Body } from "#government/bodies/index.ts";
import { card, details, notice, tag, writtenText } from "#platform/html/elements.ts";
import { button, linkButton, postForm } from "#platform/html/form-elements.ts";
import { formFields, untouched } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { actorName } from "../actor-words.ts";
import { bodyNames } from "../body-names.ts";
import type { ForwardingStep } from "../forwarding-store.ts";
import type { DeskNote } from "../note-store.ts";
import type { ReturnedProposal } from "../proposal-store.ts";
import { deskNoteForm } from "./desk-forms.ts";
import { postName } from "./desk-links.ts";

/** A refusal that waits for its second person, as its case shows it: not a word of it. */
export interface ProposalStanding {
  /** Of who wrote it, as a payload names it. */
  readonly post: string;
  readonly at: Instant;
  /** What of it who looks may read: its second person and those who handle the case, once they have opened the texts. */
  readonly reading: "open" | "after-texts" | "not-yours";
  /** For taking it back; `null` for those who do not handle the case. */
  readonly takeBackKey: FormKey | null;
}

export interface AroundCase {
  readonly proposal: ProposalStanding | null;
  /** For the writer alone, once the texts are open. */
  readonly returned: ReturnedProposal | null;
  readonly merged: readonly { readonly number: string; readonly isAnswered: boolean }[];
  readonly mergedIn: string | null;
  /** Whether who looks may look for repeats of it. */
  readonly mayMerge: boolean;
  readonly forwardings: readonly ForwardingStep[];
  /** For those who have opened the texts; `null` for others. */
  readonly notes: {
    readonly list: readonly DeskNote[];
    /** `null` for those who read only. */
    readonly formKey: FormKey | null;
  } | null;
  /** Whether an erasure by order waits for somebody like this person. */
  readonly ordersErasure: boolean;
  /** The post for which this person stands in here. */
  readonly standIn: { readonly post: string; readonly through: CivilDate } | null;
}

export interface AroundShown {
  readonly body: Body;
  readonly parameters: Parameters;
  readonly view: { readonly row: { readonly number: string } };
  readonly around: AroundCase;
}

/** All of it; nothing where there is nothing. */
export function aroundCards(t: Translate, shown: AroundShown): HtmlValue {
  return [
    standInNotice(t, shown),
    proposalCard(t, shown),
    shown.around.ordersErasure &&
      html`<p><a href="/${t.language}/desk/${shown.view.row.number}/erase">${t("desk-erasures-title")}: ${t("desk-erasure-waits-title")}</a></p>`,
    returnedNotice(t, shown),
    notesCard(t, shown),
    mergedCard(t, shown),
    forwardingList(t, shown.around.forwardings, shown.parameters),
    shown.around.mayMerge &&
      html`<p><a href="/${t.language}/desk/${shown.view.row.number}/merge">${t("desk-merge-title")}</a></p>`,
  ];
}

function proposalCard(
  t: Translate,
  { around: { proposal }, view, body, parameters }: AroundShown,
): Html | null {
  if (proposal === null) return null;
  const path = `/${t.language}/desk/${view.row.number}/refusal`;
  const day = dayOf(t, proposal.at, parameters);
  return card(
    html`<p>${t("desk-refusal-waits", { post: actorName(t, body, proposal.post), day })}</p>${
      proposal.reading === "open" && html`<p>${linkButton(t("desk-refusal-read"), path)}</p>`
    }${proposal.reading === "after-texts" && html`<p>${t("desk-refusal-read-after")}</p>`}${
      proposal.takeBackKey !== null &&
      postForm(
        { action: `${path}/take-back`, formKey: proposal.takeBackKey },
        button(t("desk-refusal-take-back"), { tone: "secondary" }),
      )
    }`,
    t("desk-refusal-waits-title"),
  );
}

function returnedNotice(t: Translate, { around: { returned }, body, parameters }: AroundShown): Html | null {
  if (returned === null) return null;
  const post = returned.judgePost === null ? t("actor-system") : actorName(t, body, returned.judgePost);
  return notice(
    t("desk-refusal-returned", { post, day: dayOf(t, returned.judgedAt, parameters) }),
    returned.reason === null ? null : writtenText(returned.reason, null),
    { tone: "clay" },
  );
}

function standInNotice(t: Translate, { around: { standIn }, body }: AroundShown): Html | null {
  if (standIn === null) return null;
  const day = dateInWords(t.language, standIn.through);
  return html`<p>${tag(t("desk-stands-in", { post: postName(t, body, standIn.post), day }), "spring")}</p>`;
}

function notesCard(t: Translate, { around: { notes }, view, body, parameters }: AroundShown): Html | null {
  if (notes === null) return null;
  const { list, formKey } = notes;
  return details(
    t("desk-notes", { count: list.length }),
    html`<p class="hint">${t("desk-notes-what")}</p>${list.map(
      ({ post, text, at }) =>
        html`<p><b>${actorName(t, body, post)}</b>, ${dayOf(t, at, parameters)}</p>${writtenText(text, null)}`,
    )}${
      formKey !== null &&
      postForm({ action: `/${t.language}/desk/${view.row.number}/note`, formKey }, [
        formFields(t, deskNoteForm, untouched),
        button(t("desk-note-send"), { tone: "secondary" }),
      ])
    }`,
  );
}

function mergedCard(t: Translate, { around: { merged, mergedIn } }: AroundShown): Html | null {
  if (merged.length === 0 && mergedIn === null) return null;
  const link = (number: string) => html`<a class="code" href="/${t.language}/desk/${number}">${number}</a>`;
  return card(
    html`${mergedIn !== null && html`<p>${t("desk-merged-in")} ${link(mergedIn)}</p><p>${t("desk-merged-in-owed")}</p>`}${
      merged.length > 0 &&
      html`<p>${t("desk-merged-here")}</p><ul>${merged.map(
        ({ number, isAnswered }) =>
          html`<li>${link(number)} ${t(isAnswered ? "desk-merged-answered" : "desk-merged-waits")}</li>`,
      )}</ul>`
    }`,
    t("desk-merged-title"),
  );
}

/** The way of a case from body to body; a long one is what a citizen is sent around on. */
export function forwardingList(
  t: Translate,
  steps: readonly ForwardingStep[],
  parameters: Parameters,
): Html | null {
  if (steps.length === 0) return null;
  const nameOf = bodyNames(t, parameters);
  return details(
    t("desk-forwardings", { count: steps.length }),
    html`<ol>${steps.map(
      ({ from, to, at }) => html`<li>${dayOf(t, at, parameters)}: ${nameOf(from)} → ${nameOf(to)}</li>`,
    )}</ol>`,
  );
}

function dayOf(t: Translate, at: Instant, { timeZone }: Parameters): string {
  const day: CivilDate = civilDateAt(at, timeZone);
  return dateInWords(t.language, day);
}
