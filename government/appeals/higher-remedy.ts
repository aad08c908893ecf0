/** Whether and until when a case may be taken to the body above: against what was decided, or against silence. */
import { isAppealKind, parseAppealDetails } from "#core/acts/appeal.ts";
import type { CaseEntry } from "#core/acts/case.ts";
import { type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import { type RemedyTerm, remedyTerm } from "#core/clock/remedy.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { type Body, type BodyTree, bodiesAbove, takesAppeals } from "#government/bodies/index.ts";
import { type CaseView, registerOf } from "#government/cases/index.ts";

/** What the law gives where a decision no longer says it, since its words were erased. */
const remedyMonthsDefault = 3;

export type HigherRemedy = { readonly body: Body } & (
  | {
      readonly against: "decision";
      /** The act that closed the case. */
      readonly closingAct: string;
      readonly term: RemedyTerm;
    }
  /** Nothing is owed to somebody who is not answered but an answer: no term runs against the applicant. */
  | { readonly against: "silence"; readonly due: CivilDate }
);

const decisions = ["answered", "explained", "refused", "terminated"] as const;

/**
 * The way to the body above that is open now; `null` when there is none: nothing was decided and nothing is late, the
 * time is over, it was gone already, or no body above takes appeals.
 */
export function higherRemedy(
  view: Pick<CaseView, "acts" | "state" | "due" | "row">,
  parameters: Parameters,
  tree: BodyTree,
  now: Instant,
): HigherRemedy | null {
  const { holderBody } = view.row;
  const body = bodiesAbove(tree, holderBody).find(takesAppeals);
  if (body === undefined || wasGone(view.acts)) return null;
  const today = civilDateAt(now, parameters.timeZone);
  const { state, due } = view;
  if (state.status === "closed" && decisions.some((kind) => kind === state.closing.kind)) {
    const closing = view.acts.findLast(({ kind }) => kind === state.closing.kind);
    const months = monthsIn(state.closing);
    if (closing === undefined || months === null) return null;
    const week = weekOf(parameters, registerOf(parameters, holderBody));
    const term = remedyTerm(state.closing.day, months, calendarAt(parameters, now), week);
    return today <= term.until ? { body, against: "decision", closingAct: closing.actId, term } : null;
  }
  const isSilent = (state.status === "open" || state.status === "disputed") && due !== null && due < today;
  return isSilent ? { body, against: "silence", due } : null;
}

/** The months that the decision itself states; `null` when it does not name the way up. */
function monthsIn({ kind, details }: Pick<CaseEntry, "kind" | "details">): number | null {
  if (details === null) return remedyMonthsDefault;
  const read = isAppealKind(kind) ? parseAppealDetails(kind, details) : null;
  if (read === null || !read.ok || !("remedies" in read.value)) return null;
  return read.value.remedies.find(({ to }) => to === "higher-body")?.withinMonths ?? null;
}

/** Whether the case went up already, and nothing new has been decided since. */
function wasGone(acts: CaseView["acts"]): boolean {
  const decided = acts.findLastIndex(({ kind }) => decisions.some((one) => one === kind));
  return acts.findLastIndex(({ kind }) => kind === "appealed") > decided;
}
