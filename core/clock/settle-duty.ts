import { changedDays, type WorkingWeek } from "./calendar.ts";
import { type CivilDate, civilDateAt, type Instant, laterOf } from "./civil-date.ts";
import { type ClockChange, type ClockParameters, changesBetween, weekOf } from "./clock-parameters.ts";
import type { DeadlineState, DutyAct } from "./duty.ts";
import { type Explain, unexplained } from "./explanation.ts";
import { dueMovedByCalendar, dueMovedByRules } from "./moved-due.ts";
import { filingRuleOf } from "./rules.ts";

/** The moment of entry. Its day may be later than the act's own, and is the one by which a pause has lapsed or not. */
export function momentOf(
  act: DutyAct,
  parameters: ClockParameters,
): { readonly at: Instant; readonly day: CivilDate } {
  return { at: act.at, day: civilDateAt(act.at, parameters.timeZone) };
}

/**
 * The clock as it stands at a moment without a further act: decrees announced by then are applied, and a pause that
 * nobody ended has lapsed.
 */
export function deadlineAt(
  state: DeadlineState,
  moment: { readonly at: Instant; readonly day: CivilDate },
  parameters: ClockParameters,
  explain: Explain = unexplained,
): DeadlineState {
  let settled = state;
  for (const change of changesBetween(parameters, state.knownThrough, moment.at)) {
    settled = changed(lapsed(settled, change.day, explain), change, parameters, explain);
  }
  settled = lapsed(settled, moment.day, explain);
  return settled.knownThrough >= moment.at || settled === state
    ? settled
    : { ...settled, knownThrough: moment.at };
}

function lapsed(state: DeadlineState, day: CivilDate, explain: Explain): DeadlineState {
  if (!state.pause || day <= state.pause.until || state.due === null) return state;
  explain({ step: "pause-lapsed", until: state.pause.until, due: state.due });
  return { ...state, pause: null };
}

function changed(
  state: DeadlineState,
  change: ClockChange,
  parameters: ClockParameters,
  explain: Explain,
): DeadlineState {
  const week = weekOf(parameters, state.holder);
  if (change.change === "rules") return changedByRules(state, change, week, explain);
  const { countedFrom, countedFromEarliest, calendar: from } = state;
  const to = change.calendar;
  const moveFrom = (due: CivilDate, day: CivilDate) =>
    dueMovedByCalendar(due, { from, to, week, announced: change.day, countedFrom: day });
  const move = (due: CivilDate) =>
    countedFrom === countedFromEarliest
      ? moveFrom(due, countedFrom)
      : laterOf(moveFrom(due, countedFrom), moveFrom(due, countedFromEarliest));
  const moved = moveDues(state, move);
  if (state.due !== null && moved.due !== null && moved.due !== state.due) {
    const last = laterOf(moved.due, state.due);
    const days = changedDays(from, to, week).filter((day) => day > countedFrom && day <= last);
    const { version } = to;
    explain({
      step: "moved-by-calendar",
      version,
      announced: change.day,
      from: state.due,
      to: moved.due,
      days,
    });
  }
  return { ...moved, calendar: to, knownThrough: change.from };
}

function changedByRules(
  state: DeadlineState,
  change: ClockChange & { readonly change: "rules" },
  week: WorkingWeek,
  explain: Explain,
): DeadlineState {
  const { rules, day: valid } = change;
  if (!rules.movesOpenCases) return { ...state, knownThrough: change.from };
  const terms = {
    from: filingRuleOf(state.rules, state.kind).answer,
    to: filingRuleOf(rules, state.kind).answer,
    registered: state.registered,
  };
  const { calendar } = state;
  const moved = moveDues(state, (due) => dueMovedByRules(due, terms, { rules, valid, calendar, week }));
  if (state.due !== null && moved.due !== null && moved.due !== state.due) {
    explain({ step: "moved-by-rules", version: rules.version, valid, from: state.due, to: moved.due });
  }
  return { ...moved, rules, knownThrough: change.from };
}

/** Every day that may yet be a due moves, also those kept for a dispute or for the end of a pause. */
function moveDues(state: DeadlineState, move: (due: CivilDate) => CivilDate): DeadlineState {
  const { due, latest, pause, closed } = state;
  return {
    ...state,
    due: due === null ? null : move(due),
    latest: latest === null ? null : move(latest),
    pause: pause && {
      ...pause,
      until: move(pause.until),
      dueBefore: move(pause.dueBefore),
      latestBefore: move(pause.latestBefore),
    },
    closed: closed && { ...closed, due: move(closed.due), latest: move(closed.latest) },
  };
}
