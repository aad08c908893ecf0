/** What the citizen holds after filing: by default nothing that confesses if it is found in a pocket. */
import type { CaseNumber, CaseSecret, StatusCode, WithdrawalCode } from "#government/cases/index.ts";
import { type ClockBand, clockBand } from "#platform/html/clock-band.ts";
import { card, codeText, summaryList } from "#platform/html/elements.ts";
import { button, buttonRow, linkButton, postForm } from "#platform/html/form-elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { type SealState, seal } from "#platform/html/seal.ts";
import { momentInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { leaveForm } from "#platform/session/session-pages.ts";

export interface ReceiptShown {
  readonly number: CaseNumber;
  readonly statusCode: StatusCode;
  /** The body's name in the page's language. */
  readonly body: string;
  /** When it was filed, milliseconds. */
  readonly filedAt: number;
  readonly band: ClockBand;
  readonly seal: SealState;
  /** A sealed filing without proof at once: its leaf waits on purpose. */
  readonly isDelayed: boolean;
  readonly isSignedIn: boolean;
  readonly fingerprint: string | null;
  /** IANA name of the state's time zone. */
  readonly timeZone: string;
}

/** The receipt: number, status code, what happens next and by when, how far the act is in the record. */
export function receiptPage(t: Translate, receipt: ReceiptShown): PageContent {
  const { number, statusCode, body, filedAt, band, isDelayed, isSignedIn, fingerprint, timeZone } = receipt;
  const casePath = `/${t.language}/case/${number}`;
  return {
    title: t("receipt-title"),
    main: html`<h1>${t("receipt-heading")}</h1><p class="lead">${t("receipt-lead")}</p>${summaryList([
      { key: t("receipt-number"), value: codeText(number) },
      { key: t("receipt-status-code"), value: codeText(statusCode) },
      { key: t("case-body"), value: body },
      { key: t("receipt-filed-at"), value: momentInWords(t.language, filedAt, timeZone) },
      { key: t("receipt-accepted-by"), value: t("receipt-accepted-by-register", { body }) },
      {
        key: t("receipt-fingerprint"),
        value: fingerprint === null ? t("receipt-fingerprint-none") : codeText(fingerprint),
      },
    ])}<p>${t("receipt-keep")}</p><p><a href="/${t.language}/appeal/receipt/print">${t("paper-slip-link")}</a></p>${clockBand(t, band)}<h2>${t("receipt-next-title")}</h2><ol><li>${t("receipt-next-registered")}</li><li>${t("receipt-next-forward")}</li><li>${t("receipt-next-official")}</li><li>${t("receipt-next-answer")}</li><li>${t("receipt-next-dispute")}</li></ol><h2>${t("receipt-record-title")}</h2><p>${recordSentence(t, receipt.seal, isDelayed)}</p>${seal(
      t,
      receipt.seal,
      { timeZone },
    )}<h2>${t("receipt-more-title")}</h2><p>${t(isSignedIn ? "receipt-account" : "receipt-no-account")}</p>${card(
      html`<p>${t("receipt-secret-what")}</p><p>${t("receipt-secret-who")}</p>${postForm(
        { action: `/${t.language}/appeal/receipt/secret` },
        button(t("receipt-secret-show"), { tone: "secondary" }),
      )}`,
      t("receipt-secret-title"),
    )}${card(
      html`<p>${t("receipt-withdrawal-what")}</p><p>${t("receipt-withdrawal-apart")}</p>${postForm(
        { action: `/${t.language}/appeal/receipt/withdrawal-code` },
        button(t("receipt-withdrawal-show"), { tone: "secondary" }),
      )}`,
      t("receipt-withdrawal-title"),
    )}${card(
      html`<p>${t("receipt-file-what")} <a href="${casePath}/act/1/receipt.json">${t("receipt-file-get")}</a></p><p>${t("receipt-opening-what")}</p><p>${t("receipt-opening-who")}</p>${postForm(
        { action: `${casePath}/act/1/opening` },
        button(t("receipt-opening-get"), { tone: "secondary" }),
      )}`,
      t("receipt-files-title"),
    )}${buttonRow(linkButton(t("receipt-to-case"), casePath))}${leaveForm(t)}`,
  };
}

function recordSentence(t: Translate, state: SealState, isDelayed: boolean): string {
  if (state.state !== "queued") return t("receipt-in-record");
  if (state.signatureFollows) return t("receipt-unsigned");
  return t(isDelayed ? "receipt-delayed" : "receipt-queued");
}

/** The secret on a page of its own: whoever asked for it, asked for it. */
export function secretPage(
  t: Translate,
  codes: { readonly number: CaseNumber; readonly secret: CaseSecret },
): PageContent {
  return {
    title: t("receipt-title"),
    back: { href: `/${t.language}/appeal/receipt`, label: t("receipt-back") },
    main: html`<h1>${t("receipt-secret-title")}</h1>${summaryList([
      { key: t("receipt-number"), value: codeText(codes.number) },
      { key: t("receipt-secret"), value: codeText(codes.secret) },
    ])}<p>${t("receipt-secret-what")}</p><p>${t("receipt-secret-who")}</p><p>${t("receipt-secret-apart")}</p>`,
  };
}

/** The withdrawal code on a page of its own, apart from the secret: who holds one of them cannot withdraw. */
export function withdrawalCodePage(
  t: Translate,
  codes: { readonly number: CaseNumber; readonly withdrawalCode: WithdrawalCode },
): PageContent {
  return {
    title: t("receipt-title"),
    back: { href: `/${t.language}/appeal/receipt`, label: t("receipt-back") },
    main: html`<h1>${t("receipt-withdrawal-title")}</h1>${summaryList([
      { key: t("receipt-number"), value: codeText(codes.number) },
      { key: t("receipt-withdrawal"), value: codeText(codes.withdrawalCode) },
    ])}<p>${t("receipt-withdrawal-what")}</p><p>${t("receipt-withdrawal-apart")}</p><p>${t("receipt-withdrawal-lost")}</p>`,
  };
}
