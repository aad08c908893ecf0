import { addDays, civilDateAt, type Instant, laterOf } from "./civil-date.ts";
import { type ClockParameters, changesBetween } from "./clock-parameters.ts";
import type { DeadlineState, DutyAct } from "./duty.ts";
import { beginDuty, stepDuty } from "./duty-step.ts";
import { deadlineAt, momentOf } from "./settle-duty.ts";

/**
 * A reader of leaves does not know whether an act was entered just before or just after a decree. It is read as
 * entered at the last moment whose due it carries; when it fits none, the latest of all dues that may have been
 * lawful is the one that cannot be disputed.
 */
export function withBenefitOfDelay(
  before: DeadlineState | null,
  derived: DeadlineState,
  act: DutyAct,
  parameters: ClockParameters,
): DeadlineState {
  const earliest = act.atEarliest;
  if (earliest === undefined || derived.due === null) return derived;
  const changes = changesBetween(parameters, earliest, act.at);
  if (changes.length === 0) return derived;
  let generous = derived;
  let fitting: DeadlineState | null = null;
  const moments = [act.at, ...changes.map((change) => change.from - 1).reverse(), earliest];
  for (const entered of moments.flatMap((at) => enteredAt(act, at, before === null, parameters))) {
    const { at } = entered;
    const other = before
      ? stepDuty(deadlineAt(before, momentOf(entered, parameters), parameters), entered, parameters).state
      : beginDuty(entered, parameters);
    const then = { ...other, knownThrough: at };
    if (then.due === act.claimedDue) fitting ??= then;
    // Also as it stands now, when it was entered then: the decrees since have moved it.
    const now = deadlineAt(then, momentOf(act, parameters), parameters);
    generous = withLaterDues(withLaterDues(generous, then), now);
  }
  // It may fit by chance, and what claims nothing fits all: what may be said later stays as wide as the doubt.
  if (act.claimedDue === null) return { ...derived, latest: generous.latest };
  if (!fitting) return generous;
  return { ...fitting, latest: generous.latest, heldFrom: laterOf(fitting.heldFrom, derived.heldFrom) };
}

/** The act as it would be if entered at a moment. A filing that came late into the log may be of a day before. */
function enteredAt(act: DutyAct, at: Instant, isFiling: boolean, parameters: ClockParameters): DutyAct[] {
  const earliest = isFiling ? civilDateAt(act.atEarliest ?? at, parameters.timeZone) : act.day;
  const entered: DutyAct[] = [];
  for (let day = act.day; day >= earliest; day = addDays(day, -1)) entered.push({ ...act, at, day });
  return entered;
}

function withLaterDues(state: DeadlineState, other: DeadlineState): DeadlineState {
  const { due, latest } = state;
  if (due === null || latest === null || other.due === null || other.latest === null) return state;
  return { ...state, due: laterOf(due, other.due), latest: laterOf(latest, other.latest) };
}
