/** Pages for the printer. What is printed by default does not confess. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { CaseNumber, StatusCode } from "#government/cases/index.ts";
import { codeText, details, emptyState, summaryList } from "#platform/html/elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";

export interface SlipShown {
  readonly number: CaseNumber;
  readonly statusCode: StatusCode;
  /** The body's name in the page's language. */
  readonly body: string;
  readonly due: CivilDate | null;
  readonly fingerprint: string | null;
  /** Where number and code are typed. */
  readonly address: string;
}

/** The slip to take along. */
export function slipPage(t: Translate, slip: SlipShown): PageContent {
  const { number, statusCode, body, due, fingerprint, address } = slip;
  return {
    title: t("receipt-title"),
    back: { href: `/${t.language}/appeal/receipt`, label: t("receipt-back") },
    main: html`<h1>${t("paper-slip-title")}</h1>${summaryList([
      { key: t("receipt-number"), value: codeText(number) },
      { key: t("receipt-status-code"), value: codeText(statusCode) },
      { key: t("case-body"), value: body },
      {
        key: t("paper-next-date"),
        value: due === null ? t("case-no-due") : dateWithWeekday(t.language, due),
      },
      {
        key: t("receipt-fingerprint"),
        value: fingerprint === null ? t("receipt-fingerprint-none") : codeText(fingerprint),
      },
    ])}<p>${t("paper-slip-where")} <span translate="no">${address}</span></p><p>${t("receipt-keep")}</p><p class="hint">${t("receipt-print")}</p>`,
  };
}

export interface CodeShown {
  readonly name: "small" | "full";
  readonly casePath: string;
  /** `null` while there is none. */
  readonly picture: { readonly path: string; readonly width: number } | null;
  readonly letters: string | null;
  /** Where the record is published. */
  readonly mirror: string;
}

/** One of the two codes, what it proves, who can read what from it, and how it is checked. */
export function codePage(t: Translate, { name, casePath, picture, letters, mirror }: CodeShown): PageContent {
  return {
    title: t("case-title"),
    back: { href: casePath, label: t("case-back") },
    main: html`<h1>${t(`paper-${name}-title`)}</h1><p>${t(`paper-${name}-what`)}</p><p>${t("paper-code-who")}</p>${
      picture === null || letters === null
        ? emptyState(t("paper-code-none"), html`<p>${t(`paper-${name}-none-how`)}</p>`)
        : html`<p><img src="${picture.path}" width="${picture.width}" height="${picture.width}" alt="${t("paper-code-alt")}"></p>${details(
            t("paper-code-check"),
            html`<p>${t("paper-code-check-how")}</p><p><code translate="no">aydyn verify receipt ${name === "small" ? `--against ${mirror} ` : ""}FILE</code></p><p><code translate="no">${letters}</code></p>`,
          )}`
    }`,
  };
}
