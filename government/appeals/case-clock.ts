import type { CaseState } from "#core/acts/case.ts";
import { isWorkingDay } from "#core/clock/calendar.ts";
import { addDays, type CivilDate, civilDateAt, type Instant, laterOf } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { CaseView } from "#government/cases/index.ts";
import type { ClockBand } from "#platform/html/clock-band.ts";
import { dateInWords } from "#platform/language/dates.ts";
import { explainDeadline } from "#platform/language/explain-deadline.ts";
import type { Translate } from "#platform/language/texts.ts";
import { bodyNames } from "./body-names.ts";

/** A band longer than this would have more ticks than anybody counts. */
const bandDaysMax = 800;

/** What the band needs of a case; `CaseView` is one of these. */
export type CaseOnClock = Pick<CaseView, "state" | "due" | "explanation"> & {
  readonly row: Pick<CaseView["row"], "filedDay" | "holderBody">;
  readonly acts: readonly Pick<CaseView["acts"][number], "kind" | "at">[];
};

/** The clock band of a case as it stands at a moment. */
export function clockBandOf(
  t: Translate,
  view: CaseOnClock,
  parameters: Parameters,
  now: Instant,
): ClockBand {
  const { row, state, explanation } = view;
  const today = civilDateAt(now, parameters.timeZone);
  const closing = closingOf(state);
  const due = closing?.dueBefore ?? view.due;
  const through = laterOf(due ?? row.filedDay, closing?.day ?? today);
  return {
    filed: row.filedDay,
    due,
    today,
    pauses: pausesOf(view, parameters.timeZone, today),
    ...daysOf(t, parameters, { body: row.holderBody, now, after: row.filedDay, through }),
    closedOn: closing?.day ?? null,
    explanation: explainDeadline(t, explanation, bodyNames(t, parameters)),
  };
}

function closingOf(state: CaseState): { readonly day: CivilDate; readonly dueBefore: CivilDate } | null {
  return state.status === "closed" || state.status === "withdrawn" ? state.closing : null;
}

/** The times in which the clock stood still: from each question to its reply, or to the last day of the pause. */
function pausesOf(view: CaseOnClock, timeZone: string, today: CivilDate): ClockBand["pauses"] {
  const pauses: { from: CivilDate; through: CivilDate }[] = [];
  let from: CivilDate | null = null;
  for (const act of view.acts) {
    const day = civilDateAt(act.at, timeZone);
    if (act.kind === "clarification-asked") from = day;
    else if (from !== null && act.kind === "clarification-given") {
      pauses.push({ from, through: day });
      from = null;
    }
  }
  const running = view.state.deadline.pause;
  if (from !== null && running !== null) pauses.push({ from, through: running.until });
  return pauses.filter((pause) => pause.from <= today);
}

function daysOf(
  t: Translate,
  parameters: Parameters,
  span: {
    readonly body: number;
    readonly now: Instant;
    readonly after: CivilDate;
    readonly through: CivilDate;
  },
): Pick<ClockBand, "workingDays" | "holidays"> {
  const calendar = calendarAt(parameters, span.now);
  const week = weekOf(parameters, span.body);
  const last = Math.min(span.through, span.after + bandDaysMax);
  const workingDays: CivilDate[] = [];
  for (let date = addDays(span.after, 1); date <= last; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, week, date)) workingDays.push(date);
  }
  const holidays = calendar.holidays.map(({ date, name }) => ({ date, name: name[t.language] }));
  return { workingDays, holidays };
}

/** The day of filing in words; of a paper that was entered later also that day, which everyone may hold against it. */
export function filedInWords(
  t: Translate,
  { row, acts }: Pick<CaseView, "row" | "acts">,
  timeZone: string,
): string {
  const filed = dateInWords(t.language, row.filedDay);
  const enteredAt = acts[0]?.enteredAt ?? null;
  const entered = enteredAt === null ? row.filedDay : civilDateAt(enteredAt, timeZone);
  if (entered === row.filedDay) return filed;
  return t("case-entered-later", { filed, entered: dateInWords(t.language, entered) });
}
