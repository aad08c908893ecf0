/** The author's side of what stands in public: the copy that everyone may read, the word for it, taking it back. */
import { type CutReason, cutsIn, type PublishedAppeal } from "#core/acts/published-appeal.ts";
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { SideTerm } from "#core/clock/side-term.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { card, notice, writtenText } from "#platform/html/elements.ts";
import {
  button,
  buttonRow,
  hiddenField,
  linkButton,
  postForm,
  selectFrom,
} from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields, problemText } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateInWords, dateWithWeekday } from "#platform/language/dates.ts";
import { explainBriefly } from "#platform/language/explain-briefly.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { PersonalWords } from "./personal-words.ts";
import { awaitsRelease, type PublicationStanding, releaseTermOf } from "./publication.ts";
import { agreedForm, agreeForm } from "./publish-forms.ts";
import { chosenPictures, heldReason, pictureChoice } from "./published-picture-pages.ts";
import type { FiledPicture } from "./published-pictures.ts";
import {
  personalList,
  placeInWords,
  placesOf,
  type ReadableText,
  readableText,
} from "./published-text-pages.ts";

/** Name of the button that was pressed, and of the digest of what had been shown. */
export const stepField = "step";
export const digestField = "shown";

export interface AuthorFrame {
  readonly t: Translate;
  /** Path with its language of the case. */
  readonly casePath: string;
  readonly number: string;
  /** Of the appeal. */
  readonly language: Language;
  readonly said: HtmlValue;
}

/** The copy that the author makes fit for everyone. */
export function agreePage(
  frame: AuthorFrame,
  shown: {
    readonly tree: BodyTree;
    readonly state: FormState;
    readonly found: readonly PersonalWords[];
    /** The reply as it came; `null` while there is none. */
    readonly reply: string | null;
    readonly pictures: readonly FiledPicture[];
  },
): PageContent {
  const { t, casePath, language } = frame;
  const { tree, found, reply, pictures } = shown;
  const writtenIn = { subject: language, text: language, replyCuts: language };
  const state: FormState = { ...shown.state, writtenIn };
  const placeProblem = state.problems.find(({ field }) => field === "place");
  return framed(
    frame,
    html`${formErrorSummary(t, agreeForm, state.problems)}`,
    html`<p class="lead">${t("publish-lead")}</p><p>${t("publish-lead-edit")}</p>${personalList(t, found, language)}${postForm(
      { action: `${casePath}/publish` },
      [
        formFields(t, agreeForm, state, ["subject", "text", "matter"]),
        selectFrom(t, {
          name: "place",
          label: t("publish-place"),
          hint: t("publish-place-hint"),
          options: placesOf(t, tree),
          chosen: state.typed.place?.[0] ?? null,
          message: placeProblem === undefined ? null : problemText(t, agreeForm, placeProblem),
        }),
        reply !== null && [
          html`<h2>${t("published-reply")}</h2>${writtenText(reply, language)}`,
          formFields(t, agreeForm, state, ["reply", "replyCuts"]),
        ],
        pictureChoice(t, pictures, { casePath, state }),
        button(t("publish-preview"), { name: stepField, value: "preview" }),
      ],
    )}`,
  );
}

/** Exactly what will stand in public, and the word for it. */
export function agreedPage(
  frame: AuthorFrame,
  shown: {
    readonly tree: BodyTree;
    readonly text: ReadableText;
    readonly labels: { readonly matter: string; readonly place: string | null };
    /** Those that the author has chosen. */
    readonly pictures: readonly FiledPicture[];
    readonly fields: readonly { readonly name: string; readonly value: string }[];
    readonly digest: string;
    readonly formKey: FormKey;
    readonly problems: FormState["problems"];
    readonly found: readonly PersonalWords[];
    /** By when it would be released; `null` where no rule says so. */
    readonly until: CivilDate | null;
  },
): PageContent {
  const { t, casePath, language } = frame;
  const { until, tree, text, labels, pictures, fields, digest, formKey, problems, found } = shown;
  return framed(
    frame,
    formErrorSummary(t, agreedForm, problems),
    html`<p>${t("publish-preview-lead")}</p>${card(
      html`<p class="hint">${t(`published-matter-${labels.matter}`)} · ${placeInWords(t, tree, labels.place)}</p>${readableText(t, text)}${chosenPictures(t, pictures, casePath)}`,
    )}${personalList(t, found, language)}${notice(
      t("publish-warning-title"),
      html`<p>${t("publish-warning-copies")}</p><p>${t("publish-warning-days")}</p><p>${t("publish-warning-head")}</p>${
        until !== null &&
        html`<p>${t("publish-warning-until", { day: dateWithWeekday(t.language, until) })}</p>`
      }`,
      { tone: "clay" },
    )}${postForm({ action: `${casePath}/publish`, formKey }, [
      fields.map(({ name, value }) => hiddenField(name, value)),
      hiddenField(digestField, digest),
      formFields(t, agreedForm, { typed: {}, problems }),
      buttonRow(
        button(t("publish-agree"), { name: stepField, value: "agree" }),
        button(t("publish-change"), { name: stepField, value: "edit", tone: "secondary" }),
      ),
    ])}`,
  );
}

/** Asks once before it is taken back. */
export function takeBackPage(frame: AuthorFrame, formKey: FormKey): PageContent {
  const { t, casePath } = frame;
  return framed(
    frame,
    null,
    html`<p>${t("take-back-lead")}</p><p>${t("publish-warning-copies")}</p>${postForm(
      { action: `${casePath}/take-back`, formKey },
      buttonRow(
        button(t("take-back-send"), { tone: "danger" }),
        linkButton(t("case-back"), casePath, "secondary"),
      ),
    )}`,
    t("take-back-title"),
  );
}

function framed(
  { t, casePath, number, said }: AuthorFrame,
  problems: HtmlValue,
  content: Html,
  title = t("publish-title"),
): PageContent {
  return {
    title: t("case-title"),
    back: { href: casePath, label: t("case-back") },
    main: html`${said}${problems}<p class="hint">${number}</p><h1>${title}</h1>${content}`,
  };
}

/** What the page of a case says to its author about its standing in public. */
export function publicationCard(
  t: Translate,
  shown: {
    readonly standing: PublicationStanding;
    readonly casePath: string;
    readonly parameters: Parameters;
    /** Whether the author may say a word on it now. */
    readonly mayAgree: boolean;
  },
): Html | null {
  const { standing, casePath, parameters, mayAgree } = shown;
  const { agreement, release, refusal } = standing;
  if (agreement === null && release === null && refusal === null && !mayAgree) return null;
  const day = (at: number) => dateInWords(t.language, civilDateAt(at, parameters.timeZone));
  const waits = agreement !== null && awaitsRelease(standing);
  return card(
    html`${agreement === null && release === null && refusal === null && html`<p>${t("publish-card-none")}</p>`}${
      release !== null &&
      html`<p>${t("publish-card-released", { date: day(release.act.at) })} <a href="/${t.language}/appeals/${release.appeal.id}">${t("publish-card-look")}</a></p>${headCuts(t, release.appeal)}`
    }${waits && html`<p>${t("publish-card-waits", { date: day(agreement.act.at) })}</p>${untilWords(t, releaseTermOf(agreement, parameters))}`}${
      refusal !== null &&
      html`<p>${t("publish-card-refused", { date: day(refusal.act.at), reason: t(`act-reason-${refusal.reason}`) })}</p>`
    }${
      mayAgree &&
      html`<p><a href="${casePath}/publish">${t(agreement === null ? "publish-card-begin" : "publish-card-anew")}</a>${
        (agreement !== null || release !== null) &&
        html` · <a href="${casePath}/take-back">${t("take-back-title")}</a>`
      }</p>`
    }`,
    t("publish-title"),
  );
}

/** When it stands in public at the latest, and how that day came about. */
function untilWords(t: Translate, term: SideTerm | null): HtmlValue {
  if (term === null) return null;
  return html`<p>${t("publish-card-until", { day: dateWithWeekday(t.language, term.due) })}</p><p class="hint">${explainBriefly(t, term.steps)}</p>`;
}

/** What the head has cut and held back, so that the author learns of it. */
function headCuts(t: Translate, { subject, text, reply, pictures }: PublishedAppeal): HtmlValue {
  const cuts = [subject, text, reply ?? []].flatMap(cutsIn).filter((cut) => cut !== "author-wishes");
  const held = pictures.flatMap((picture) => ("held" in picture ? [picture.held] : []));
  return [
    reasonList(t("publish-card-cuts"), cuts, (reason) => t(`published-cut-${reason}`)),
    reasonList(t("publish-card-held"), held, (reason) => heldReason(t, reason)),
  ];
}

function reasonList<Reason extends CutReason>(
  lead: string,
  reasons: readonly Reason[],
  inWords: (reason: Reason) => string,
): HtmlValue {
  const counts = new Map<Reason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return (
    reasons.length > 0 &&
    html`<p>${lead}</p><ul>${[...counts].map(
      ([reason, count]) => html`<li>${inWords(reason)}: ${String(count)}</li>`,
    )}</ul>`
  );
}
