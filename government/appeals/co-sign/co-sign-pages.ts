/** The pages of a collective appeal: for whoever gathers signatures, and for whoever signs. */
import type { CaseNumber, CaseRow, WithdrawalCode } from "#government/cases/index.ts";
import { card, codeText, notice, summaryList, writtenText } from "#platform/html/elements.ts";
import { button, buttonRow, hiddenField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import { leaveForm } from "#platform/session/session-pages.ts";
import { coSignForm, coSignOpenForm, coSignWithdrawForm } from "../appeal-forms.ts";
import { nextField } from "../citizen/citizen-pages.ts";

/** Value of the button that asks for the receipt alone. */
export const nextReceipt = "receipt";

/** Why nobody can sign now. */
type Stop = "held-up" | "not-open" | "full";

function stopNotice(t: Translate, stop: Stop | null): HtmlValue {
  return (
    stop !== null && notice(t(`co-sign-${stop}-title`), html`<p>${t(`co-sign-${stop}`)}</p>`, { alert: true })
  );
}

/** Asks for number and code. */
export function openCoSignPage(t: Translate, state: FormState, stop: Stop | null): PageContent {
  return {
    title: t("co-sign-title"),
    main: html`${formErrorSummary(t, coSignOpenForm, state.problems)}<h1>${t("co-sign-title")}</h1>${stopNotice(t, stop)}<p>${t("co-sign-lead")}</p>${postForm(
      { action: `/${t.language}/co-sign` },
      [formFields(t, coSignOpenForm, state), button(t("co-sign-read"))],
    )}<p><a href="/${t.language}/co-sign/withdraw">${t("co-sign-withdraw-link")}</a> · <a href="/${t.language}/co-sign/notices">${t("co-sign-notices-link")}</a></p>`,
  };
}

/** The text, and under it name and address: nobody signs what they have not had before them. */
export function readAndSignPage(
  t: Translate,
  reading: {
    readonly body: string;
    readonly kind: string;
    readonly subject: string | null;
    readonly text: string | null;
    readonly language: Language;
    readonly typed: { readonly number: string; readonly code: string };
    readonly state: FormState;
    readonly formKey: FormKey;
  },
): PageContent {
  const { body, kind, subject, text, language, typed, state, formKey } = reading;
  return {
    title: t("co-sign-title"),
    back: { href: `/${t.language}/co-sign`, label: t("appeal-back") },
    main: html`${formErrorSummary(t, coSignForm, state.problems)}<h1>${t("co-sign-read-title")}</h1>${summaryList(
      [
        { key: t("case-body"), value: body },
        { key: t("case-kind"), value: t(`appeal-kind-kind-option-${kind}`) },
      ],
    )}${card(
      text === null
        ? html`<p>${t("co-sign-text-gone")}</p>`
        : html`<p lang="${language}"><b>${subject ?? ""}</b></p>${writtenText(text, language)}`,
      t("appeal-text-text"),
    )}<h2>${t("co-sign-sign-title")}</h2><p>${t("co-sign-who-sees")}</p>${postForm(
      { action: `/${t.language}/co-sign/read`, formKey },
      [
        hiddenField("number", typed.number),
        hiddenField("code", typed.code),
        formFields(t, coSignForm, state),
        button(t("co-sign-sign")),
      ],
    )}`,
  };
}

/** What a co-signer holds: the number, and the code by which this one signature is taken back. */
export function signedPage(
  t: Translate,
  signed: { readonly number: CaseNumber; readonly code: WithdrawalCode },
): PageContent {
  return {
    title: t("receipt-title"),
    main: html`<h1>${t("co-sign-signed-title")}</h1><p class="lead">${t("co-sign-signed-lead")}</p>${summaryList(
      [
        { key: t("receipt-number"), value: codeText(signed.number) },
        { key: t("co-sign-signature-code"), value: codeText(signed.code) },
      ],
    )}<ul><li>${t("co-sign-signed-code")}</li><li>${t("co-sign-signed-record")}</li><li>${t("co-sign-signed-keep")}</li></ul><p>${linkButton(t("receipt-file-get"), `/${t.language}/co-sign/receipt.json`)}</p><p><a href="/${t.language}/co-sign/notices">${t("co-sign-notices-link")}</a></p>${leaveForm(t)}`,
  };
}

/** Asks for number and the signature's own code. */
export function withdrawPage(
  t: Translate,
  state: FormState,
  stop: Stop | null,
  formKey: FormKey,
): PageContent {
  return {
    title: t("co-sign-withdraw-title"),
    back: { href: `/${t.language}/co-sign`, label: t("appeal-back") },
    main: html`${formErrorSummary(t, coSignWithdrawForm, state.problems)}<h1>${t("co-sign-withdraw-title")}</h1>${stopNotice(t, stop)}<p>${t("co-sign-withdraw-lead")}</p>${postForm(
      { action: `/${t.language}/co-sign/withdraw`, formKey },
      [
        formFields(t, coSignWithdrawForm, state),
        buttonRow(
          button(t("receipt-file-get"), { name: nextField, value: nextReceipt }),
          button(t("co-sign-withdraw-send"), { tone: "danger" }),
        ),
      ],
    )}`,
  };
}

/** The signature is taken back. */
export function withdrawnPage(t: Translate): PageContent {
  return {
    title: t("co-sign-withdraw-title"),
    main: html`<h1>${t("co-sign-withdrawn-title")}</h1><p>${t("co-sign-withdrawn")}</p>`,
  };
}

/** How many have signed, and the button that shows a code to pass on. */
export function signaturesPage(
  t: Translate,
  gathered: {
    readonly row: CaseRow;
    readonly count: number;
    readonly isOpen: boolean;
    readonly formKey: FormKey;
  },
): PageContent {
  const { row, count, isOpen, formKey } = gathered;
  const casePath = `/${t.language}/case/${row.number}`;
  return {
    title: t("case-title"),
    back: { href: casePath, label: t("case-back") },
    main: html`<h1>${t("signatures-title")}</h1><p class="lead">${t("signatures-count", { count })}</p><p>${t("signatures-sealed")}</p>${
      isOpen
        ? html`<h2>${t("signatures-code-title")}</h2><p>${t("signatures-code-what")}</p><p>${t("signatures-code-again")}</p>${postForm(
            { action: `${casePath}/signatures`, formKey },
            button(t("signatures-code-draw")),
          )}`
        : html`<p>${t("signatures-closed")}</p>`
    }`,
  };
}

/** The code, once. */
export function codePage(
  t: Translate,
  drawn: { readonly number: CaseNumber; readonly code: string },
): PageContent {
  return {
    title: t("case-title"),
    back: { href: `/${t.language}/case/${drawn.number}/signatures`, label: t("appeal-back") },
    main: html`<h1>${t("signatures-code-title")}</h1>${summaryList([
      { key: t("receipt-number"), value: codeText(drawn.number) },
      { key: t("co-sign-open-code"), value: codeText(drawn.code) },
    ])}<p>${t("signatures-code-pass-on")}</p><p>${t("signatures-code-who")}</p>`,
  };
}
