/** A due day as every list of a desk shows it. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import { dayShort, tag } from "#platform/html/elements.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { Translate } from "#platform/language/texts.ts";

/** Within so many working days a deadline is near. */
export const nearWorkingDays = 3;

/** The day, and a word where it is near or over: colour never speaks alone. */
export function dueText(
  t: Translate,
  due: CivilDate,
  {
    today,
    workingDays,
  }: {
    readonly today: CivilDate;
    /** Working days of the body after one day through another. */
    readonly workingDays: (after: CivilDate, through: CivilDate) => number;
  },
): Html {
  if (due < today) {
    return html`${dayShort(t, due)} ${tag(t("desk-late-days", { days: workingDays(due, today) }), "clay")}`;
  }
  const days = workingDays(today, due);
  if (days > nearWorkingDays) return dayShort(t, due);
  return html`${dayShort(t, due)} ${tag(due === today ? t("desk-due-today") : t("desk-near-days", { days }), "sun")}`;
}
