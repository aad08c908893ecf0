/** Whether and until when a case may be taken to a higher place: against what was decided, or against silence. */
import { isAppealKind, parseAppealDetails } from "#core/acts/appeal.ts";
import type { CaseEntry } from "#core/acts/case.ts";
import { type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { calendarAt, rulesAt, weekOf } from "#core/clock/clock-parameters.ts";
import { type RemedyTerm, remedyTerm } from "#core/clock/remedy.ts";
import { type RemedyRule, remedyRule } from "#core/clock/rules.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { unreachable } from "#core/result.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { type CaseView, registerOf } from "#government/cases/index.ts";
import type { ComplainedOf } from "#platform/authority/actor.ts";
import { type Forum, type ForumBody, forumsFrom } from "./forum.ts";

export type HigherRemedy = ForumBody &
  (
    | {
        readonly against: "decision";
        /** The act that closed the case. */
        readonly closingAct: string;
        /** `null` where no term runs. */
        readonly term: RemedyTerm | null;
      }
    /** Nothing is owed to somebody who is not answered but an answer: no term runs against the applicant. */
    | { readonly against: "silence"; readonly due: CivilDate }
  );

const decisions = ["answered", "explained", "refused", "terminated"] as const;

/**
 * The ways to a higher place that are open now, in the order of `forums`; none when nothing was decided and nothing is
 * late. A way is closed when its time is over, or when it was gone already and nothing new has been decided since.
 */
export function higherRemedies(
  view: Pick<CaseView, "acts" | "state" | "due" | "row">,
  around: {
    readonly parameters: Parameters;
    readonly tree: BodyTree;
    readonly complainedOf: readonly ComplainedOf[];
    readonly now: Instant;
  },
): readonly HigherRemedy[] {
  const { parameters, tree, complainedOf, now } = around;
  const { state, due, acts, row } = view;
  const today = civilDateAt(now, parameters.timeZone);
  const ways = forumsFrom(tree, row.holderBody, complainedOf).filter(({ forum }) => !wasGone(acts, forum));
  if (state.status === "closed" && decisions.some((kind) => kind === state.closing.kind)) {
    const { closing } = state;
    const act = acts.findLast(({ kind }) => kind === closing.kind);
    if (act === undefined) return [];
    const week = weekOf(parameters, registerOf(parameters, row.holderBody));
    const calendar = calendarAt(parameters, now);
    const law = remedyRule(rulesAt(parameters, act.at)).months;
    return ways.flatMap((way): readonly HigherRemedy[] => {
      const months = monthsFor(way.forum, closing, law);
      if (months === "closed") return [];
      const term = months === null ? null : remedyTerm(closing.day, months, calendar, week);
      if (term !== null && today > term.until) return [];
      return [{ ...way, against: "decision", closingAct: act.actId, term }];
    });
  }
  const isSilent = (state.status === "open" || state.status === "disputed") && due !== null && due < today;
  return isSilent ? ways.map((way) => ({ ...way, against: "silence", due })) : [];
}

/**
 * The months within which a decision can be taken there; `closed` where it does not name the way up. To the body above it
 * is the decision that says so. Elsewhere the rules of its day do: a body that leaves them unsaid, or says less, does not
 * shorten them.
 */
function monthsFor(
  forum: Forum,
  closing: Pick<CaseEntry, "kind" | "details">,
  law: RemedyRule["months"],
): number | null | "closed" {
  const stated = statedMonths(forum, closing, law);
  switch (forum) {
    case "higher-body":
      return stated ?? "closed";
    case "prosecutor":
    case "ombudsman": {
      const months = law[forum];
      return months === null ? null : Math.max(stated ?? 0, months);
    }
    default:
      return unreachable(forum);
  }
}

/** The months that the decision itself states; what the law gives where its words were erased; `null` when it says none. */
function statedMonths(
  forum: Forum,
  { kind, details }: Pick<CaseEntry, "kind" | "details">,
  law: RemedyRule["months"],
): number | null {
  if (details === null) return law[forum];
  const read = isAppealKind(kind) ? parseAppealDetails(kind, details) : null;
  if (read === null || !read.ok || !("remedies" in read.value)) return null;
  return read.value.remedies.find(({ to }) => to === forum)?.withinMonths ?? null;
}

/** Whether the case went there already, and nothing new has been decided since. */
function wasGone(acts: CaseView["acts"], forum: Forum): boolean {
  const decided = acts.findLastIndex(({ kind }) => decisions.some((one) => one === kind));
  return acts.some((act, at) => at > decided && act.kind === "appealed" && mayHaveGoneTo(act.details, forum));
}

/** An act that no longer says where it went may have gone there. */
function mayHaveGoneTo(details: CaseView["acts"][number]["details"], forum: Forum): boolean {
  const read = details === null ? null : parseAppealDetails("appealed", details);
  return read === null || !read.ok || read.value.to === forum;
}
