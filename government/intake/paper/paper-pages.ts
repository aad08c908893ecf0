/** Entering a paper, a call or a visit, and the receipt that is printed for whoever came. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import { acceptedFiles, attachmentMebibytesMax } from "#government/appeals/index.ts";
import type { Body } from "#government/bodies/index.ts";
import type { CaseNumber, StatusCode } from "#government/cases/index.ts";
import { type ClockBand, clockBand } from "#platform/html/clock-band.ts";
import { codeText, day, notice, summaryList } from "#platform/html/elements.ts";
import { button, fileField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { momentInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AboutShown } from "../complaint-about.ts";
import { aboutQuestion, aboutSearch } from "../complaint-about-pages.ts";
import { paperForm } from "../intake-forms.ts";
import { addresseeSelect } from "../intake-pages.ts";
import type { LikeEntry } from "../intake-store.ts";
import { lateEntryDaysMax } from "../received-at.ts";

/** Scans or photographs that come with a paper. */
export const scanFields = ["scan-1", "scan-2", "scan-3"] as const;

export interface PaperFormShown {
  readonly formKey: string;
  readonly action: string;
  /** Where the operator sits. */
  readonly takenAt: Body;
  readonly bodies: readonly Body[];
  readonly addressee: string;
  readonly addresseeMissing: boolean;
  readonly about: AboutShown;
  /** What speaks against a scan; `null` for none. */
  readonly scanProblem: string | null;
  /** Entries that look alike; the tick "another paper" is shown with them. */
  readonly entries: readonly LikeEntry[];
  readonly timeZone: string;
}

/** The day was read and lies far back: it may be right. */
function isTooOld({ field, code }: FormState["problems"][number]): boolean {
  return field === "day" && code === "too-long";
}

/** The form of the operator: one page, since whoever stands at the counter waits. */
export function paperPage(t: Translate, shown: PaperFormShown, state: FormState): PageContent {
  const { takenAt, action, formKey, entries } = shown;
  const fields = (names: readonly (keyof typeof paperForm.fields)[]) =>
    formFields(t, paperForm, state, names);
  return {
    title: t("intake-paper-title"),
    back: { href: `/${t.language}/intake`, label: t("intake-title") },
    main: html`${formErrorSummary(t, paperForm, state.problems)}<h1>${t("intake-paper-title")}</h1><p>${t("intake-paper-place")}: ${takenAt.name[t.language]}</p><p>${t("intake-paper-why")}</p>${postForm(
      { action, formKey, multipart: true },
      [
        entries.length > 0 && [likeEntries(t, entries, shown.timeZone), fields(["another"])],
        html`<h2>${t("intake-paper-how")}</h2>`,
        fields(["channel", "stub", "day", "hour"]),
        // Asked only of whoever wrote so old a day, or has said so already.
        (state.problems.some(isTooOld) || Boolean(state.typed.old?.length)) && fields(["old"]),
        html`<h2>${t("intake-paper-what")}</h2>`,
        fields(["kind"]),
        addresseeSelect(t, shown.bodies, shown),
        fields(["language", "subject", "text"]),
        scanFields.map((name, at) =>
          fileField(t, {
            name,
            label: t("intake-paper-scan", { number: at + 1 }),
            hint: t("intake-paper-scan-hint", { size: attachmentMebibytesMax }),
            accept: acceptedFiles,
            message: at === 0 ? shown.scanProblem : null,
          }),
        ),
        aboutQuestion(t, shown.about),
        html`<h2>${t("intake-paper-who")}</h2>`,
        fields(["name", "address", "contact", "identity"]),
        html`<p>${t("intake-paper-late", { days: lateEntryDaysMax })}</p>`,
        button(t("intake-paper-send")),
        aboutSearch(t, shown.about),
      ],
    )}`,
  };
}

function likeEntries(t: Translate, entries: readonly LikeEntry[], timeZone: string): Html {
  return notice(
    t("intake-paper-like-title"),
    html`<p>${t("intake-paper-like")}</p><ul>${entries.map(
      ({ number, filedAt, enteredAt }) =>
        html`<li>${codeText(number)} ${t("intake-paper-like-entry", {
          received: momentInWords(t.language, filedAt, timeZone),
          entered: momentInWords(t.language, enteredAt, timeZone),
        })}</li>`,
    )}</ul>`,
    { tone: "clay", alert: true },
  );
}

export interface PaperReceiptShown {
  readonly number: CaseNumber;
  readonly statusCode: StatusCode;
  /** "311-2-0017"; `null` without a stub. */
  readonly stub: string | null;
  /** The body that owes the answer, in the page's language. */
  readonly body: string;
  readonly receivedAt: number;
  readonly enteredAt: number;
  /** Whoever took the paper in: post and body in the page's language, and the holder's name where one is known. */
  readonly acceptedBy: string;
  readonly due: CivilDate | null;
  readonly band: ClockBand;
  readonly fingerprint: string | null;
  readonly timeZone: string;
  /** The address of the next entry. */
  readonly next: string;
  /** Where the slip is printed, once; `null` where nobody stands at the counter, or it was printed. */
  readonly slip: string | null;
}

/** The receipt that is printed: it opens no text, and neither does the operator from here on. */
export function paperReceiptPage(t: Translate, receipt: PaperReceiptShown): PageContent {
  const { number, statusCode, stub, body, receivedAt, enteredAt, due, timeZone, fingerprint } = receipt;
  return {
    title: t("receipt-title"),
    main: html`<h1>${t("intake-receipt-heading")}</h1>${summaryList([
      { key: t("receipt-number"), value: codeText(number) },
      { key: t("receipt-status-code"), value: codeText(statusCode) },
      ...(stub === null ? [] : [{ key: t("intake-receipt-stub"), value: codeText(stub) }]),
      { key: t("case-body"), value: body },
      { key: t("intake-receipt-received"), value: momentInWords(t.language, receivedAt, timeZone) },
      { key: t("intake-receipt-entered"), value: momentInWords(t.language, enteredAt, timeZone) },
      { key: t("receipt-accepted-by"), value: receipt.acceptedBy },
      ...(due === null ? [] : [{ key: t("intake-receipt-due"), value: day(t, due) }]),
      {
        key: t("receipt-fingerprint"),
        value: fingerprint === null ? t("receipt-fingerprint-none") : codeText(fingerprint),
      },
    ])}${clockBand(t, receipt.band)}<p>${t("receipt-keep")}</p><p>${t(stub === null ? "intake-receipt-no-stub" : "intake-receipt-with-stub")}</p><p class="hint">${t("receipt-print")}</p><p class="hint">${t("intake-receipt-closed")}</p>${
      receipt.slip !== null &&
      postForm({ action: receipt.slip }, [
        html`<h2>${t("intake-slip-title")}</h2><p>${t("intake-slip-lead")}</p>`,
        button(t("intake-slip-print")),
      ])
    }${linkButton(t("intake-receipt-next"), receipt.next)}`,
  };
}
