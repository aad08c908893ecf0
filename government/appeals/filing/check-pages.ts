/** The page on which everything is read once more before it is sent, and the pages of "save and continue later". */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { codeText, type SummaryRow, summaryList, writtenText } from "#platform/html/elements.ts";
import { button, buttonRow, hiddenField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { appealContinueForm } from "../appeal-forms.ts";
import { type AttachedFile, findingsOf, sizeInWords } from "../attaching/attached-pages.ts";
import { postWithBody } from "../citizen/case-act-pages.ts";
import { nextField, nextSave } from "../citizen/citizen-pages.ts";
import type { About } from "./about-draft.ts";
import type { DraftCode } from "./draft.ts";
import type { CompleteDraft, FilingStep } from "./filing-draft.ts";
import { openPageField } from "./session-drafts.ts";

/** Everything that will be sent, with a way to change each. */
export function checkPage(
  t: Translate,
  filing: {
    readonly draft: CompleteDraft;
    readonly tree: BodyTree;
    readonly files: readonly AttachedFile[];
    readonly isSignedIn: boolean;
    /** The day by which an answer would be due if it were sent now. */
    readonly due: CivilDate | null;
    readonly formKey: FormKey;
    /** See `openPageProof`. */
    readonly proof: string;
    readonly said?: HtmlValue;
    readonly hints?: HtmlValue;
  },
): PageContent {
  const { draft, tree, files, isSignedIn, due, formKey, proof, said, hints } = filing;
  const { kind, body, about, text, whom, identity, person } = draft;
  const row = (step: FilingStep, key: string, value: HtmlValue): SummaryRow => ({
    key,
    value,
    change: { href: `/${t.language}/appeal/${step}`, label: t("appeal-change"), what: key },
  });
  const rows = [
    row("kind", t("appeal-kind-kind"), t(`appeal-kind-kind-option-${kind}`)),
    row("body", t("appeal-body-body"), body.name[t.language]),
    ...(kind === "filed-complaint"
      ? [row("about", t("appeal-about-officials"), whomItNames(t, tree, about))]
      : []),
    row("text", t("appeal-text-subject"), text.subject),
    row("text", t("appeal-text-text"), writtenText(text.text, null)),
    row(
      "file",
      t("appeal-file-title"),
      files.length === 0
        ? t("appeal-file-none")
        : html`<ul>${files.map(({ fileName, byteLength, metadata }) => html`<li>${fileName} (${sizeInWords(t, byteLength)})${findingsOf(t, metadata)}</li>`)}</ul>`,
    ),
    row("whom", t("appeal-whom-whom"), t(`appeal-whom-whom-option-${whom.whom}`)),
    row("identity", t("appeal-identity-identity"), t(`appeal-identity-identity-option-${identity}`)),
    ...(person === null
      ? []
      : [
          row("you", t("appeal-you-name"), person.name),
          row("you", t("appeal-you-address"), person.address),
          row(
            "you",
            t("appeal-you-contact"),
            person.contact === "" ? t("appeal-you-contact-none") : person.contact,
          ),
        ]),
    ...(identity === "shown"
      ? []
      : [
          row(
            "you",
            t("appeal-you-proof"),
            t(`appeal-you-proof-option-${draft.proofAtOnce ? "at-once" : "later"}`),
          ),
        ]),
  ];
  return {
    title: t("appeal-title"),
    back: { href: `/${t.language}/appeal/you`, label: t("appeal-back") },
    main: html`${said}<h1>${t("appeal-check-title")}</h1>${hints}${summaryList(rows)}<h2>${t("appeal-check-then")}</h2><ul><li>${t("appeal-check-registered")}</li>${
      due !== null && html`<li>${t("appeal-check-due", { date: dateWithWeekday(t.language, due) })}</li>`
    }<li>${t(isSignedIn ? "appeal-you-account" : "appeal-you-no-account")}</li><li>${t("appeal-check-record")}</li></ul>${postForm(
      { action: `/${t.language}/appeal/check`, formKey },
      [
        hiddenField(openPageField, proof),
        buttonRow(
          button(t("appeal-send")),
          button(t("appeal-save"), { tone: "secondary", name: nextField, value: nextSave }),
        ),
      ],
    )}<p><a href="/${t.language}/appeal/letter">${t("letter-link")}</a>. ${t("letter-link-hint")}</p>`,
  };
}

/** Whom a complaint names: posts, and the writer's own words. */
export function whomItNames(t: Translate, tree: BodyTree, { officials, who }: About): HtmlValue {
  const posts = officials.map(({ body, post }) => postWithBody(t, tree, body, post));
  const all = who === "" ? posts : [...posts, who];
  return all.length === 0
    ? t("appeal-about-nobody")
    : html`<ul>${all.map((each) => html`<li>${each}</li>`)}</ul>`;
}

/** The code under which a draft was kept, in large type, to be written down. */
export function savedPage(
  t: Translate,
  saved: { readonly code: DraftCode; readonly goOn: FilingStep | "check" },
): PageContent {
  return {
    title: t("appeal-saved-title"),
    main: html`<h1>${t("appeal-saved-title")}</h1><p>${t("appeal-saved-write-down")}</p><p>${codeText(saved.code)}</p><ul><li>${t("appeal-saved-how")}</li><li>${t("appeal-saved-until")}</li><li>${t("appeal-saved-who")}</li><li>${t("appeal-saved-not-sent")}</li></ul>${buttonRow(
      linkButton(t("appeal-go-on"), `/${t.language}/appeal/${saved.goOn}`),
      linkButton(t("page-home"), `/${t.language}/`, "secondary"),
    )}`,
  };
}

/** Asks for the code of a draft. */
export function continuePage(
  t: Translate,
  state: FormState,
  options: { readonly isHeldUp: boolean },
): PageContent {
  return {
    title: t("appeal-continue-title"),
    breadcrumbs: [{ href: `/${t.language}/appeal`, label: t("appeal-title") }],
    main: html`${formErrorSummary(t, appealContinueForm, state.problems)}<h1>${t("appeal-continue-title")}</h1>${
      options.isHeldUp && html`<p class="lead" role="alert">${t("appeal-continue-held-up")}</p>`
    }<p>${t("appeal-continue-lead")}</p>${postForm({ action: `/${t.language}/appeal/continue` }, [
      formFields(t, appealContinueForm, state),
      button(t("appeal-continue-send")),
    ])}`,
  };
}
