/** What the person takes along, and the end of it. */
import type {
  CaseNumber,
  CaseSecret,
  CoSigningCode,
  StatusCode,
  WithdrawalCode,
} from "#government/cases/index.ts";
import { card, codeText, summaryList } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";

export interface AssistPaper {
  readonly number: CaseNumber;
  readonly statusCode: StatusCode;
  readonly secret: CaseSecret;
  readonly withdrawalCode: WithdrawalCode;
  readonly body: string;
  readonly action: string;
  /** For those with whom it was filed together; `null` for whoever files alone. */
  readonly slip: CoSigningSlip | null;
}

interface CoSigningSlip {
  readonly code: CoSigningCode;
  /** Where number and code are typed. */
  readonly address: string;
}

/** The paper that the person takes along. It is shown until the helper says that it was handed over, and never again. */
export function assistPaperPage(t: Translate, paper: AssistPaper): PageContent {
  const { number, statusCode, secret, withdrawalCode, body, action, slip } = paper;
  return {
    title: t("receipt-title"),
    main: html`<h1>${t("intake-assist-paper-heading")}</h1><p class="lead">${t("intake-assist-paper-lead")}</p>${summaryList(
      [
        { key: t("receipt-number"), value: codeText(number) },
        { key: t("receipt-status-code"), value: codeText(statusCode) },
        { key: t("receipt-secret"), value: codeText(secret) },
        { key: t("receipt-withdrawal"), value: codeText(withdrawalCode) },
        { key: t("case-body"), value: body },
      ],
    )}<p>${t("receipt-keep")}</p><p>${t("receipt-secret-what")}</p><p>${t("receipt-withdrawal-what")}</p>${
      slip !== null && slipOf(t, number, slip)
    }<p class="hint">${t("receipt-print")}</p>${postForm({ action }, [
      html`<p>${t("intake-assist-done-what")}</p>`,
      button(t("intake-assist-done")),
    ])}`,
  };
}

/** To be cut off and passed on: it opens the text to whoever may sign it, and nothing else. */
function slipOf(t: Translate, number: CaseNumber, { code, address }: CoSigningSlip): Html {
  return html`<p>${t("intake-assist-slip-lead")}</p>${card(
    html`${summaryList([
      { key: t("receipt-number"), value: codeText(number) },
      { key: t("co-sign-open-code"), value: codeText(code) },
    ])}<p>${t("intake-assist-slip-where")} <span translate="no">${address}</span></p><p>${t("co-sign-who-sees")}</p>`,
    t("intake-assist-slip-title"),
  )}`;
}

/** After the paper was handed over, and whenever somebody asks for it again. */
export function assistGonePage(t: Translate, next: string): PageContent {
  return {
    title: t("intake-assist-title"),
    main: html`<h1>${t("intake-assist-gone-heading")}</h1><p>${t("intake-assist-gone")}</p><p><a href="${next}">${t("intake-assist-next")}</a></p>`,
  };
}
