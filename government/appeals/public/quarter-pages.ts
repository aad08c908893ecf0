/** Which quarter is shown, why by quarters, and the ways to the others. */
import { type Html, html } from "#platform/html/html.ts";
import { dateInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { Quarter } from "./stated-quarter.ts";

export interface QuarterShown {
  readonly quarter: Quarter;
  /** Those that are offered, the newest first. */
  readonly quarters: readonly Quarter[];
}

/** `hrefOf` gives the address of the same page for another quarter. */
export function quarterLinks(
  t: Translate,
  { quarter, quarters }: QuarterShown,
  hrefOf: (quarter: Quarter) => string,
): Html {
  const day = (date: Quarter["from"]) => dateInWords(t.language, date);
  const nameOf = ({ name }: Quarter) => {
    const [year = "", number = ""] = name.split("-q");
    return t("stated-quarter", { year, number });
  };
  return html`<p>${t("public-period", { from: day(quarter.from), until: day(quarter.until) })}</p><p class="hint">${t("stated-quarters-why")}</p><nav class="places" aria-label="${t("stated-quarters")}">${quarters.map(
    (each) =>
      each.name === quarter.name
        ? html`<b aria-current="page">${nameOf(each)}</b> `
        : html`<a href="${hrefOf(each)}">${nameOf(each)}</a> `,
  )}</nav>`;
}
