/** The sentences of the day by which a request to erase is decided (core/clock/side-term.ts). */
import type { SideTerm } from "#core/clock/side-term.ts";
import { dateWithWeekday } from "./dates.ts";
import { explainDeadline, restInWords } from "./explain-deadline.ts";
import type { Translate } from "./texts.ts";

/** One sentence for the request and one for each step. */
export function explainErasure(t: Translate, term: SideTerm): readonly string[] {
  const day = dateWithWeekday(t.language, term.askedOn);
  const asked =
    term.rest === null
      ? t("explain-erasure-asked", { day })
      : t("explain-erasure-asked-rest", {
          day,
          rest: restInWords(t, term.rest),
          counted: dateWithWeekday(t.language, term.countedFrom),
        });
  // No step of this term names a body.
  return [asked, ...explainDeadline(t, term.steps, () => "")];
}
