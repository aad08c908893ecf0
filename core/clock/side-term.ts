import { workingDayFrom } from "./calendar.ts";
import type { CivilDate, Instant } from "./civil-date.ts";
import { type ClockParameters, calendarAt, rulesAt, weekOf } from "./clock-parameters.ts";
import { type ExplanationStep, explainDays, type RestReason, restReason } from "./explanation.ts";
import { endOfTerm, type SideRule } from "./rules.ts";

/**
 * Something an applicant asks beside the answer, as the clock sees it: the act `added` by which it was asked. A request to
 * erase, or the word that a text may stand in public.
 */
export interface SideRequest {
  readonly askedOn: CivilDate;
  /** When it was entered: which rules and which calendar were known. */
  readonly at: Instant;
  /** The body in whose register it was entered. */
  readonly body: number;
}

/** The day by which it is to be decided, and how it came about. */
export interface SideTerm {
  readonly askedOn: CivilDate;
  /** The day from which the term counts: `askedOn`, or the next working day. */
  readonly countedFrom: CivilDate;
  /** Why the day of the request does not count; `null` when it does. */
  readonly rest: RestReason | null;
  readonly due: CivilDate;
  /** The term, then the days within it that the calendar takes out or puts in. */
  readonly steps: readonly ExplanationStep[];
}

/**
 * Until when a request to erase is to be decided; `null` under rules that say nothing of it. It is a duty of its own
 * beside that of the case, whose due day the act `added` repeats: so rules, calendar and week are those of the moment of
 * the request and of the body that had the case then, and no later decree or forwarding moves the day.
 */
export function erasureTerm(request: SideRequest, parameters: ClockParameters): SideTerm | null {
  return termBeside(request, rulesAt(parameters, request.at).erasureDecision, parameters);
}

/**
 * Until when a text whose author agreed to its publication is released or refused; after that day it is released as it
 * is. `null` under rules that say nothing of it. Counted as for a request to erase.
 */
export function publicationTerm(request: SideRequest, parameters: ClockParameters): SideTerm | null {
  return termBeside(request, rulesAt(parameters, request.at).publicationRelease, parameters);
}

function termBeside(
  request: SideRequest,
  rule: SideRule | undefined,
  parameters: ClockParameters,
): SideTerm | null {
  if (rule === undefined) return null;
  const { askedOn, at, body } = request;
  const calendar = calendarAt(parameters, at);
  const week = weekOf(parameters, body);
  const countedFrom = workingDayFrom(calendar, week, askedOn);
  const due = endOfTerm(rule.within, countedFrom, calendar, week);
  const steps: ExplanationStep[] = [
    { step: "term", term: rule.within, from: countedFrom, due, law: rule.law },
  ];
  explainDays(calendar, week, countedFrom, due, (step) => steps.push(step));
  const rest = countedFrom === askedOn ? null : restReason(calendar, week, askedOn);
  return { askedOn, countedFrom, rest, due, steps };
}
