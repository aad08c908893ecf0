/** Assisted points: a helper types in for whoever sits beside. The questions are those that a citizen answers alone. */
import type { EmergencyNumber } from "#core/record/emergency-numbers.ts";
import {
  appealIdentityForm,
  appealWarningForm,
  appealWhomForm,
  type HiddenIdentity,
  hintNotices,
  hintsFor,
  warningWords,
  whomItNames,
  youForm,
  youQuestion,
} from "#government/appeals/index.ts";
import type { Body, BodyTree } from "#government/bodies/index.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import type { Typed } from "#platform/form/parse-form.ts";
import { summaryList, wordsIn, writtenText } from "#platform/html/elements.ts";
import { button, buttonRow, errorSummary, hiddenField, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields, problemText } from "#platform/html/form-fields.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AboutShown } from "../complaint-about.ts";
import { aboutQuestion, aboutSearch } from "../complaint-about-pages.ts";
import { assistForm } from "../intake-forms.ts";
import { addresseeSelect } from "../intake-pages.ts";
import {
  type AssistedWords,
  backField,
  type Carried,
  type LaterPage,
  pageField,
  type WordsProblems,
} from "./read-assisted.ts";

export interface AssistFormShown {
  readonly action: string;
  readonly bodies: readonly Body[];
  readonly addressee: string;
  readonly about: AboutShown;
  readonly typed: Typed;
  readonly problems: WordsProblems;
  readonly carried: Carried;
}

/** The first page, read by both: it says first what the helper will not see again. */
export function assistPage(t: Translate, shown: AssistFormShown): PageContent {
  const { typed, problems, about } = shown;
  const fields = (names: readonly (keyof typeof assistForm.fields)[]) =>
    formFields(t, assistForm, { typed, problems: problems.words }, names);
  const forms = [
    { form: assistForm, found: problems.words },
    { form: appealWhomForm, found: problems.whom },
    { form: appealIdentityForm, found: problems.identity },
  ];
  const summary = forms.flatMap(({ form, found }) =>
    found.map((problem) => ({ text: problemText(t, form, problem), href: `#${problem.field}` })),
  );
  return {
    title: t("intake-assist-title"),
    main: html`${errorSummary(t, summary)}<h1>${t("intake-assist-title")}</h1><p class="lead">${t("intake-assist-lead")}</p><p>${t("intake-assist-blind")}</p><p>${t("intake-assist-you-is")}</p>${postForm(
      { action: shown.action },
      [
        hiddenFields(shown.carried),
        fields(["kind"]),
        addresseeSelect(t, shown.bodies, {
          addressee: shown.addressee,
          addresseeMissing: problems.addresseeMissing,
        }),
        fields(["language", "subject", "text"]),
        aboutQuestion(t, about),
        html`<h2>${t("appeal-whom-title")}</h2><p>${t("appeal-whom-why")}</p>`,
        formFields(t, appealWhomForm, { typed, problems: problems.whom }),
        html`<h2>${t("appeal-identity-title")}</h2><p>${t("appeal-identity-why")}</p>`,
        formFields(t, appealIdentityForm, { typed, problems: problems.identity }),
        html`<p class="hint">${t("appeal-identity-with-name")}</p>`,
        button(t("appeal-next")),
        aboutSearch(t, about),
      ],
    )}`,
  };
}

/** What a later page knows besides its question. */
export interface LaterShown {
  readonly action: string;
  readonly tree: BodyTree;
  readonly emergencyNumbers: readonly EmergencyNumber[];
  readonly words: AssistedWords;
  readonly carried: Carried;
}

/** Stands before a sealed or nameless filing and cannot be passed without saying that it was read. */
export function assistWarningPage(
  t: Translate,
  shown: LaterShown,
  identity: HiddenIdentity,
  problems: readonly FieldProblem[],
): PageContent {
  const ways = [
    `${t("appeal-warning-lawyer")} ${t("appeal-warning-lawyer-link")}`,
    t("appeal-warning-abroad"),
    html`${t("appeal-warning-paper")} <a href="/${t.language}/bodies">${t("appeal-warning-paper-link")}</a>`,
  ];
  return {
    title: t("intake-assist-title"),
    main: html`${formErrorSummary(t, appealWarningForm, problems)}<h1>${t("appeal-warning-title")}</h1>${hintsOf(t, shown)}${warningWords(
      t,
      identity,
      { ways, besides: t("intake-assist-warning-helper") },
    )}${laterForm(shown, "warning", [
      formFields(t, appealWarningForm, { typed: {}, problems }),
      backAnd(t, button(t("appeal-next"))),
    ])}`,
  };
}

/** Who files, and everything once more, to be read aloud before it is sent. */
export function assistYouPage(
  t: Translate,
  shown: LaterShown & { readonly formKey: string },
  state: FormState,
): PageContent {
  const { words } = shown;
  const { identity, whom } = words;
  const rows = [
    { key: t("intake-assist-kind"), value: t(`intake-assist-kind-option-${words.kind}`) },
    { key: t("intake-addressee"), value: words.addressee.name[t.language] },
    ...(words.kind === "filed-complaint"
      ? [{ key: t("appeal-about-officials"), value: whomItNames(t, shown.tree, words.complaint) }]
      : []),
    { key: t("intake-assist-subject"), value: wordsIn(words.language, words.subject) },
    { key: t("intake-assist-text"), value: writtenText(words.text, words.language) },
    { key: t("appeal-whom-whom"), value: t(`appeal-whom-whom-option-${whom.whom}`) },
    { key: t("appeal-identity-identity"), value: t(`appeal-identity-identity-option-${identity}`) },
  ];
  return {
    title: t("intake-assist-title"),
    main: html`${formErrorSummary(t, youForm(identity), state.problems)}<h1>${t("appeal-you-title")}</h1>${hintsOf(t, shown)}${laterForm(
      shown,
      "you",
      [
        youQuestion(t, identity, state),
        html`<h2>${t("intake-assist-once-more")}</h2><p>${t("intake-assist-read-aloud")}</p>`,
        summaryList(rows),
        backAnd(t, button(t("intake-assist-send"))),
      ],
    )}`,
  };
}

/** A form that carries what earlier pages asked. Its first button is the one that the Enter key presses. */
function laterForm(
  { action, carried, formKey }: LaterShown & { readonly formKey?: string },
  page: LaterPage,
  content: readonly Html[],
): Html {
  return postForm({ action, ...(formKey === undefined ? {} : { formKey }) }, [
    hiddenField(pageField, page),
    hiddenFields(carried),
    content,
  ]);
}

function backAnd(t: Translate, goOn: Html): Html {
  return buttonRow(goOn, button(t("appeal-back"), { tone: "secondary", name: backField, value: "yes" }));
}

function hiddenFields(carried: Carried): readonly Html[] {
  return carried.map(({ name, value }) => hiddenField(name, value));
}

function hintsOf(t: Translate, { words, emergencyNumbers }: LaterShown): readonly Html[] {
  return hintNotices(t, hintsFor([words.subject, words.text]), emergencyNumbers);
}
