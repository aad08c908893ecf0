/** The day by which a request to erase is decided, wherever it is shown, with how it came about. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { SideTerm } from "#core/clock/side-term.ts";
import { details } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import { explainErasure } from "#platform/language/explain-erasure.ts";
import type { Translate } from "#platform/language/texts.ts";

/** The steps behind a summary. */
export function erasureWhy(t: Translate, term: SideTerm): Html {
  return details(
    t("erasure-why"),
    html`<ol>${explainErasure(t, term).map((sentence) => html`<li>${sentence}</li>`)}</ol>`,
  );
}

/** What the applicant reads on their case while nobody has decided; nothing where no rule gives a day. */
export function erasureWaiting(t: Translate, term: SideTerm | null, today: CivilDate): HtmlValue {
  if (term === null) return null;
  const day = dateWithWeekday(t.language, term.due);
  return html`<p>${t(term.due < today ? "case-erasure-late" : "case-erasure-waiting", { day })}</p>${erasureWhy(t, term)}`;
}
