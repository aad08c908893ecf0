import { type CalendarVersion, emptyCalendar, fiveDayWeek, type WorkingWeek } from "./calendar.ts";
import { type CivilDate, civilDateAt, type Instant, startOfCivilDate } from "./civil-date.ts";
import { defaultRules, type RuleVersion } from "./rules.ts";

/** What the clock must know. `Parameters` of core/record, read from the public acts of a log, is one of these. */
export interface ClockParameters {
  readonly timeZone: string;
  readonly bodies: readonly { readonly number: number; readonly workingDays: WorkingWeek }[];
  readonly calendars: readonly CalendarVersion[];
  readonly rules: readonly RuleVersion[];
}

/** A moment from which open cases are counted anew. */
export type ClockChange =
  | {
      readonly change: "calendar";
      readonly from: Instant;
      readonly day: CivilDate;
      readonly calendar: CalendarVersion;
    }
  | {
      readonly change: "rules";
      readonly from: Instant;
      readonly day: CivilDate;
      readonly rules: RuleVersion;
    };

interface ClockIndex {
  readonly weeks: ReadonlyMap<number, WorkingWeek>;
  /** Ascending by moment. */
  readonly changes: readonly ClockChange[];
  readonly lastChange: Instant;
}

const indexes = new WeakMap<ClockParameters, ClockIndex>();

function indexOf(parameters: ClockParameters): ClockIndex {
  const known = indexes.get(parameters);
  if (known) return known;
  const { timeZone } = parameters;
  const changes = [
    ...parameters.calendars.map((calendar): ClockChange => {
      const from = calendar.announced;
      return { change: "calendar", from, day: civilDateAt(from, timeZone), calendar };
    }),
    ...parameters.rules.map((rules): ClockChange => {
      // A rule may be announced before it holds, but never holds before it is announced.
      const from = Math.max(rules.announced, startOfCivilDate(rules.validFrom, timeZone));
      return { change: "rules", from, day: civilDateAt(from, timeZone), rules };
    }),
  ].sort((left, right) => left.from - right.from);
  const index = {
    weeks: new Map(parameters.bodies.map((body) => [body.number, body.workingDays])),
    changes,
    lastChange: changes.at(-1)?.from ?? Number.NEGATIVE_INFINITY,
  };
  indexes.set(parameters, index);
  return index;
}

/** A body's working week; Monday to Friday for a body that the parameters do not name. */
export function weekOf(parameters: ClockParameters, body: number): WorkingWeek {
  return indexOf(parameters).weeks.get(body) ?? fiveDayWeek;
}

/** The calendar known at an instant: the last one announced by then. */
export function calendarAt(parameters: ClockParameters, instant: Instant): CalendarVersion {
  const { changes } = indexOf(parameters);
  for (let at = changes.length - 1; at >= 0; at -= 1) {
    const change = changes[at];
    if (change?.change === "calendar" && change.from <= instant) return change.calendar;
  }
  return emptyCalendar;
}

/** The rules in force at an instant: the last ones both announced and valid by then. */
export function rulesAt(parameters: ClockParameters, instant: Instant): RuleVersion {
  const { changes } = indexOf(parameters);
  for (let at = changes.length - 1; at >= 0; at -= 1) {
    const change = changes[at];
    if (change?.change === "rules" && change.from <= instant) return change.rules;
  }
  return defaultRules;
}

const noChanges: readonly ClockChange[] = [];

/** The changes after one instant and not after another, in their order. */
export function changesBetween(
  parameters: ClockParameters,
  after: Instant,
  through: Instant,
): readonly ClockChange[] {
  const { changes, lastChange } = indexOf(parameters);
  if (lastChange <= after) return noChanges;
  return changes.filter((change) => change.from > after && change.from <= through);
}
