import type { ActKind } from "../record/kinds.ts";
import type { Trilingual } from "../record/trilingual.ts";
import { type CalendarVersion, natureOfDay, type WorkingWeek } from "./calendar.ts";
import { addDays, type CivilDate, weekdayOf } from "./civil-date.ts";
import type { FilingKind, Term } from "./rules.ts";

/** Why a day is not worked. */
export type RestReason =
  | { readonly why: "weekend" }
  | { readonly why: "day-off" }
  | { readonly why: "holiday"; readonly name: Trilingual };

/**
 * One step of how a due day came about, in the order of events: data that the pages turn into sentences in three
 * languages. After `term` follow the days within it that the calendar takes out or puts in; none of them means
 * "no holiday between".
 */
export type ExplanationStep =
  | {
      readonly step: "posted";
      readonly day: CivilDate;
      readonly term: Term;
      /** The day on which it counts as delivered. */
      readonly delivered: CivilDate;
    }
  | {
      readonly step: "started";
      readonly kind: FilingKind | "received";
      readonly body: number;
      readonly filed: CivilDate;
      /** The day from which the term counts: `filed`, or the next working day. */
      readonly registered: CivilDate;
      /** Why the filing day does not count; `null` when it does. */
      readonly rest: RestReason | null;
    }
  | {
      readonly step: "term";
      readonly term: Term;
      readonly from: CivilDate;
      readonly due: CivilDate;
      readonly law: string;
    }
  | { readonly step: "holiday-skipped"; readonly date: CivilDate; readonly name: Trilingual }
  | { readonly step: "day-off-skipped"; readonly date: CivilDate }
  | { readonly step: "transferred-day"; readonly date: CivilDate }
  | {
      readonly step: "rolled";
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly rest: RestReason | null;
    }
  | {
      readonly step: "paused";
      readonly day: CivilDate;
      readonly workingDaysMax: number;
      /** Last day of the pause when the applicant never replies. */
      readonly until: CivilDate;
      readonly due: CivilDate;
    }
  | {
      readonly step: "resumed";
      readonly day: CivilDate;
      readonly workingDaysUsed: number;
      readonly due: CivilDate;
    }
  | { readonly step: "pause-lapsed"; readonly until: CivilDate; readonly due: CivilDate }
  | {
      readonly step: "extended";
      readonly day: CivilDate;
      readonly from: CivilDate;
      readonly due: CivilDate;
      readonly latest: CivilDate;
      readonly limit: Term;
    }
  | {
      readonly step: "moved-by-calendar";
      readonly version: number;
      readonly announced: CivilDate;
      readonly from: CivilDate;
      readonly to: CivilDate;
      /** The days that the decree made working or not, as far as they bear on this term. */
      readonly days: readonly CivilDate[];
    }
  | {
      readonly step: "moved-by-rules";
      readonly version: number;
      readonly valid: CivilDate;
      readonly from: CivilDate;
      readonly to: CivilDate;
    }
  | { readonly step: "forwarded"; readonly day: CivilDate; readonly body: number; readonly due: CivilDate }
  | {
      readonly step: "forwarded-kept";
      readonly day: CivilDate;
      readonly fromBody: number;
      readonly toBody: number;
      readonly due: CivilDate;
    }
  | {
      readonly step: "disputed-restored";
      readonly day: CivilDate;
      readonly due: CivilDate;
      /** Whether the due that stood before holds again, or the least time for a review. */
      readonly by: "due-that-stood" | "review-term";
    }
  | { readonly step: "withdrawal-revoked"; readonly day: CivilDate; readonly due: CivilDate }
  | { readonly step: "promised-earlier"; readonly latest: CivilDate; readonly due: CivilDate }
  | {
      readonly step: "closed";
      readonly kind: ActKind;
      readonly day: CivilDate;
      readonly dueBefore: CivilDate | null;
    };

/** Takes the steps of an explanation as they come about. */
export type Explain = (step: ExplanationStep) => void;

/** Nobody asks: who folds a million leaves is spared the search for holidays. */
export const unexplained: Explain = () => {};

/** Why a body with this week does not work on a day; `null` when it does. */
export function restReason(calendar: CalendarVersion, week: WorkingWeek, date: CivilDate): RestReason | null {
  const nature = natureOfDay(calendar, week, date);
  if (typeof nature === "object") return { why: "holiday", name: nature.name };
  return nature === "weekend" || nature === "day-off" ? { why: nature } : null;
}

/** Names each day after `after`, through `through`, that the calendar treats otherwise than the body's week does. */
export function explainDays(
  calendar: CalendarVersion,
  week: WorkingWeek,
  after: CivilDate,
  through: CivilDate,
  explain: Explain,
): void {
  for (let date = addDays(after, 1); date <= through; date = addDays(date, 1)) {
    const nature = natureOfDay(calendar, week, date);
    if (nature === "transferred-working") explain({ step: "transferred-day", date });
    // A holiday on a Sunday takes nothing away from a term.
    if (!week.includes(weekdayOf(date))) continue;
    if (nature === "day-off") explain({ step: "day-off-skipped", date });
    if (typeof nature === "object") explain({ step: "holiday-skipped", date, name: nature.name });
  }
}
