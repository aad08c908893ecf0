/** Following an appeal that one has signed. */
import { notice } from "#platform/html/elements.ts";
import { button, errorSummary, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Translate } from "#platform/language/texts.ts";
import { signerNoticeForm } from "./notice-form.ts";
import type { MailWayName } from "./notice-pages.ts";

export interface SignerShown {
  readonly mailWay: MailWayName;
  readonly state: FormState;
  /** What was wrong with the form as a whole; `null` when nothing was. */
  readonly wrong: "form-too-old" | "held-up" | "signer-full" | null;
  readonly formKey: FormKey;
}

/** Asks for the signature and the address. */
export function signerPage(t: Translate, { mailWay, state, wrong, formKey }: SignerShown): PageContent {
  const path = `/${t.language}/co-sign/notices`;
  const form =
    mailWay === "none"
      ? html`<p>${t("notice-mail-none")}</p>`
      : postForm({ action: path, formKey }, [
          formFields(t, signerNoticeForm, state),
          button(t("notice-address-send")),
        ]);
  return {
    title: t("notice-signer-title"),
    back: { href: `/${t.language}/co-sign`, label: t("notice-signer-back") },
    main: html`${formErrorSummary(t, signerNoticeForm, state.problems)}${
      wrong !== null && errorSummary(t, [{ text: t(`notice-${wrong}`), href: "#main" }])
    }<h1>${t("notice-signer-title")}</h1><p class="lead">${t("notice-signer-lead")}</p>${notice(
      t("notice-signer-sealed-title"),
      html`<p>${t("notice-signer-sealed")}</p>`,
      { tone: "clay" },
    )}${form}`,
  };
}

/** What comes next, whoever the address belongs to and whether it is known. */
export function signerAskedPage(t: Translate, mailWay: MailWayName): PageContent {
  return {
    title: t("notice-signer-title"),
    back: { href: `/${t.language}/co-sign`, label: t("notice-signer-back") },
    main: html`<h1>${t("notice-asked-title")}</h1><p class="lead">${t("notice-asked-lead")}</p><p>${t("notice-signer-asked-when")}</p><p>${t("notice-asked-not-come")}</p>${mailWay === "folder" && html`<p>${t("notice-asked-folder")}</p>`}`,
  };
}
