/** Asking after a paper by its stub. */
import { type Stub, stubNumberText, stubText } from "#core/record/stub.ts";
import { unreachable } from "#core/result.ts";
import { codeText, notice, summaryList } from "#platform/html/elements.ts";
import { button, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { momentInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { stubForm } from "../intake-forms.ts";
import type { StubStanding } from "./look-up-stub.ts";

/** The form for number and check code; posted, since the code opens the case. */
export function stubPage(t: Translate, state: FormState): PageContent {
  return {
    title: t("intake-stub-title"),
    back: { href: `/${t.language}/intake`, label: t("intake-title") },
    main: html`${formErrorSummary(t, stubForm, state.problems)}<h1>${t("intake-stub-title")}</h1><p>${t("intake-stub-what")}</p>${postForm(
      { action: `/${t.language}/intake/stub` },
      [formFields(t, stubForm, state), button(t("intake-stub-ask"))],
    )}`,
  };
}

/** What became of the paper. */
export function stubStandingPage(
  t: Translate,
  shown: { readonly stub: Stub; readonly standing: StubStanding; readonly timeZone: string },
): PageContent {
  return {
    title: t("intake-stub-title"),
    back: { href: `/${t.language}/intake/stub`, label: t("intake-stub-title") },
    main: html`<h1>${t("intake-stub-title")}</h1><p>${codeText(stubNumberText(shown.stub))}</p>${standingWords(t, shown)}`,
  };
}

function standingWords(
  t: Translate,
  { stub, standing, timeZone }: Parameters<typeof stubStandingPage>[1],
): Html {
  switch (standing.kind) {
    case "registered": {
      const { row, statusCode, secret } = standing;
      const moment = momentInWords(t.language, row.filedAt, timeZone);
      return html`${notice(t("intake-stub-registered-title"), html`<p>${t("intake-stub-registered")}</p>`, { tone: "leaf" })}${summaryList(
        [
          { key: t("intake-receipt-received"), value: moment },
          { key: t("receipt-number"), value: codeText(row.number) },
          { key: t("receipt-status-code"), value: codeText(statusCode) },
          { key: t("receipt-secret"), value: codeText(secret) },
        ],
      )}<p>${t("receipt-keep")}</p><p>${t("receipt-secret-what")}</p>${linkButton(t("intake-stub-to-case"), `/${t.language}/case`)}`;
    }
    case "void":
      return html`${notice(t("intake-stub-void-title"), html`<p>${t("intake-stub-void", { moment: momentInWords(t.language, standing.at, timeZone) })}</p>`, { tone: "clay" })}${proofWords(t, stub)}`;
    case "not-registered":
      return html`${notice(t("intake-stub-missing-title"), html`<p>${t("intake-stub-missing")}</p>`, { tone: "clay" })}${proofWords(t, stub)}`;
    case "not-ours":
      return notice(t("intake-stub-foreign-title"), html`<p>${t("intake-stub-foreign")}</p>`, {
        tone: "clay",
      });
    default:
      return unreachable(standing);
  }
}

/** How anybody shows it, without us. */
function proofWords(t: Translate, stub: Stub): Html {
  return html`<h2>${t("intake-stub-proof-title")}</h2><p>${t("intake-stub-proof")}</p><p><code translate="no">aydyn mirror URL DIR</code></p><p><code translate="no">aydyn verify stub ${stubText(stub)} --against DIR --policy FILE</code></p>`;
}
