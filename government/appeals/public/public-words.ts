import type { Translate } from "#platform/language/texts.ts";
import type { LessOverturned } from "./overturned.ts";

/** The headline less what was overturned; a dash where that is withheld or nothing was judged. */
export function lessInWords(t: Translate, { headlineLessOverturnedPermille: less }: LessOverturned): string {
  return less === null ? "–" : percentInWords(t, less);
}

/** A share in per mille as a percentage with one decimal, such as "98.7 %" (docs/statistics.md section 4). */
export function percentInWords(t: Translate, permille: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${new Intl.NumberFormat(t.language, digits).format(permille / 10)}\u00a0%`;
}
