/** Opening files of the offline page, and what became of each. */
import { stubNumberText } from "#core/record/stub.ts";
import { attachmentMebibytesMax } from "#government/appeals/index.ts";
import type { Body } from "#government/bodies/index.ts";
import { codeText, dataTable, notice } from "#platform/html/elements.ts";
import { button, errorSummary, fileField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { momentInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { openFilesForm } from "../intake-forms.ts";
import type { EncryptedProblem } from "../keys/intake-ring.ts";
import { lateEntryDaysMax } from "../received-at.ts";
import type { CarriedProblem, RegisteredFile } from "./register-carried.ts";

/** Fields for files; more come with the next form. */
export const carriedFields = ["file-1", "file-2", "file-3", "file-4", "file-5"] as const;

/** The form. */
export function carriedPage(
  t: Translate,
  shown: { readonly body: Body; readonly action: string; readonly noneChosen: boolean },
  state: FormState,
): PageContent {
  const missing = shown.noneChosen ? t("intake-carried-none") : null;
  return {
    title: t("intake-carried-title"),
    back: { href: `/${t.language}/intake`, label: t("intake-title") },
    main: html`${formErrorSummary(t, openFilesForm, state.problems)}${
      missing !== null && errorSummary(t, [{ text: missing, href: `#${carriedFields[0]}` }])
    }<h1>${t("intake-carried-title")}</h1><p>${t("intake-paper-place")}: ${shown.body.name[t.language]}</p><p>${t("intake-carried-what")}</p>${postForm(
      { action: shown.action, multipart: true },
      [
        formFields(t, openFilesForm, state),
        carriedFields.map((name, at) =>
          fileField(t, {
            name,
            label: t("intake-carried-file", { number: at + 1 }),
            hint: t("intake-carried-file-hint"),
            accept: ".age",
            message: at === 0 ? missing : null,
          }),
        ),
        button(t("intake-carried-open")),
      ],
    )}`,
  };
}

/** What became of one file: registered, or why not. */
export interface CarriedOutcome {
  readonly fileName: string;
  readonly registered: RegisteredFile | null;
  readonly problem: EncryptedProblem | CarriedProblem | null;
}

/** The receipts of all files, and a clear word about each that is none of ours. */
export function carriedOutcomePage(
  t: Translate,
  shown: {
    readonly outcomes: readonly CarriedOutcome[];
    readonly timeZone: string;
    readonly next: string;
  },
): PageContent {
  const { outcomes, timeZone, next } = shown;
  const refused = outcomes.filter(({ problem }) => problem !== null);
  return {
    title: t("intake-carried-title"),
    wide: true,
    main: html`<h1>${t("intake-carried-done")}</h1>${
      refused.length > 0 &&
      notice(
        t("intake-carried-refused-title"),
        html`<ul>${refused.map(
          ({ fileName, problem }) =>
            html`<li>${fileName}: ${t(`intake-carried-problem-${problem ?? ""}`, { days: lateEntryDaysMax })}</li>`,
        )}</ul>`,
        { tone: "clay", alert: true },
      )
    }${leftOutNotice(t, outcomes)}${outcomes.some(({ registered }) => registered !== null) && receiptTable(t, outcomes, timeZone)}<p>${t("intake-carried-again")}</p>${linkButton(t("intake-carried-more"), next)}`,
  };
}

/** Files within a carried file that were not taken; the appeal itself was registered. */
function leftOutNotice(t: Translate, outcomes: readonly CarriedOutcome[]) {
  const leftOut = outcomes.flatMap(({ fileName, registered }) =>
    (registered?.leftOut ?? []).map((each) => ({ carried: fileName, ...each })),
  );
  if (leftOut.length === 0) return null;
  const items = leftOut.map(
    ({ carried, fileName, problem }) =>
      html`<li>${carried}, ${fileName}: ${t(`appeal-file-${problem}`, { size: attachmentMebibytesMax })}</li>`,
  );
  return notice(t("intake-carried-left-out-title"), html`<ul>${items}</ul>`, { tone: "clay" });
}

/** What was done with a file, in words. */
function saidOf({ repeated, stub, statusCode }: RegisteredFile): string {
  if (repeated) return statusCode === null ? "opened-before" : "repeated";
  return stub === null ? "unread" : "registered";
}

function receiptTable(t: Translate, outcomes: readonly CarriedOutcome[], timeZone: string) {
  return dataTable({
    caption: t("intake-carried-receipts"),
    columns: ["stub", "number", "code", "received", "said"].map((name) => ({
      heading: t(`intake-carried-column-${name}`),
    })),
    rows: outcomes.flatMap(({ fileName, registered }) =>
      registered === null
        ? []
        : [
            [
              registered.stub === null ? fileName : stubNumberText(registered.stub),
              codeText(registered.row.number),
              registered.statusCode === null ? "–" : codeText(registered.statusCode),
              momentInWords(t.language, registered.row.filedAt, timeZone),
              t(`intake-carried-${saidOf(registered)}`),
            ],
          ],
    ),
  });
}
