/** The pages on which a complaint says whom it is about. */
import type { Body } from "#government/bodies/index.ts";
import { card, notice } from "#platform/html/elements.ts";
import { button, checkboxesFrom, errorSummary } from "#platform/html/form-elements.ts";
import { type FormState, formFields, problemText } from "#platform/html/form-fields.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import { appealAboutForm, complainedOfMax } from "../appeal-forms.ts";
import {
  goOnButtons,
  nextField,
  nextSearch,
  type StepFrame,
  stepForm,
  stepPage,
} from "../citizen/citizen-pages.ts";
import type { Forum, ForumBody } from "../forum.ts";
import type { Nameable } from "../nameable.ts";
import type { NameableHolder } from "../nameable-holders.ts";

/** Name of the boxes, one for each post and each body. */
export const officialsField = "official";
/** Name of the boxes of those whom the writer's own words may mean. */
export const meantField = "meant";
export const nextStay = "stay";

/** Of the button that chooses the body of a forum instead. */
export function nextMoveTo(forum: Forum): string {
  return `move-${forum}`;
}

/** How a search for further bodies went; `null` without one. */
export type BodySearch = "found" | "found-many" | "found-none" | null;

/** Which officials and bodies; nobody need be named. */
export function aboutPage(
  frame: StepFrame,
  asked: {
    readonly offered: readonly Nameable[];
    /** Who holds the posts, by their values. */
    readonly holders: ReadonlyMap<string, string>;
    /** Whom the words may mean; the writer is asked once. */
    readonly meant: readonly NameableHolder[];
    /** Values that are ticked. */
    readonly named: readonly string[];
    readonly state: FormState;
    readonly tooMany: boolean;
    readonly search: BodySearch;
  },
): PageContent {
  const { t } = frame;
  const { offered, holders, meant, named, state, tooMany, search } = asked;
  const message = tooMany ? t("appeal-about-too-many", { count: complainedOfMax }) : null;
  const problems = [
    ...(message === null ? [] : [{ text: message, href: `#${officialsField}` }]),
    ...state.problems.map((each) => ({
      text: problemText(t, appealAboutForm, each),
      href: `#${each.field}`,
    })),
  ];
  return stepPage(
    frame,
    html`<p>${t("appeal-about-why")}</p>${stepForm(frame, [
      meant.length > 0 && meantQuestion(t, meant, named),
      checkboxesFrom(t, {
        name: officialsField,
        label: t("appeal-about-officials"),
        hint: t("appeal-about-officials-hint"),
        options: offered.map(({ value, body, post }) => ({
          value,
          label: post === null ? t("appeal-about-whole") : post.name[t.language],
          hint: [holders.get(value), body.name[t.language]].filter(Boolean).join(" · "),
        })),
        chosen: named,
        message,
      }),
      formFields(t, appealAboutForm, state, ["who"]),
      goOnButtons(t),
      // After the buttons that go on, so that the Enter key still goes on.
      html`<h2>${t("appeal-about-elsewhere")}</h2>${search !== null && html`<p>${t(`appeal-about-${search}`)}</p>`}`,
      formFields(t, appealAboutForm, state, ["search"]),
      button(t("appeal-about-look"), { tone: "secondary", name: nextField, value: nextSearch }),
    ])}`,
    errorSummary(t, problems),
  );
}

/** "Do you mean …": before everything else, since without an answer the words alone keep nobody out. */
function meantQuestion(t: Translate, meant: readonly NameableHolder[], named: readonly string[]): Html {
  return notice(
    t("appeal-about-meant-title"),
    checkboxesFrom(t, {
      name: meantField,
      label: t("appeal-about-meant"),
      hint: t("appeal-about-meant-hint"),
      options: meant.map(({ value, body, post, name }) => ({
        value,
        label: name,
        hint: [post?.name[t.language], body.name[t.language]].filter(Boolean).join(", "),
      })),
      chosen: named,
    }),
    { tone: "clay", alert: true },
  );
}

/** The head of the chosen body, or all of it, is complained of: nobody would be left to give the case to anyone. */
export function higherPage(
  frame: StepFrame,
  choice: { readonly body: Body; readonly isWhole: boolean; readonly proposals: readonly ForumBody[] },
): PageContent {
  const { t } = frame;
  const { body, isWhole, proposals } = choice;
  return stepPage(
    frame,
    html`<p>${t(isWhole ? "appeal-higher-why-whole" : "appeal-higher-why", { body: body.name[t.language] })}</p><p>${t("appeal-higher-law")}</p>${stepForm(
      frame,
      [
        proposals.map((proposal) =>
          card(
            html`<p><b>${proposal.body.name[t.language]}</b></p><p>${t(`case-higher-does-${proposal.forum}`)}</p>${button(
              t(`appeal-higher-move-${proposal.forum}`),
              { name: nextField, value: nextMoveTo(proposal.forum) },
            )}`,
            t(`case-higher-to-option-${proposal.forum}`),
          ),
        ),
        button(t("appeal-higher-stay"), { tone: "secondary", name: nextField, value: nextStay }),
        html`<p class="hint">${t("appeal-higher-stay-hint")}</p>`,
      ],
    )}`,
  );
}
