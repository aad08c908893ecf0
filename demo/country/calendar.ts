import type { CalendarVersion } from "#core/clock/calendar.ts";
import {
  addDays,
  type CivilDate,
  civilDate,
  startOfCivilDate,
  weekdayOf,
  yearMonthDayOf,
} from "#core/clock/civil-date.ts";
import { type Words, words } from "./body-data.ts";

/**
 * The demo country's calendar: fixed holidays, two feasts that move and come by decree, and one transfer that was
 * decreed three days before. Each announcement is a version of the whole calendar; what is not yet announced on
 * `today` is not in it, so that the next feast arrives as a surprise here too.
 */

/** The country keeps one civil time zone, five hours ahead of UTC without summer time. */
export const demoTimeZone = "Asia/Ashgabat";

interface Holiday {
  readonly date: CivilDate;
  readonly name: Words;
}

interface Decree {
  readonly announced: CivilDate;
  readonly holidays: readonly Holiday[];
  readonly daysOff: readonly CivilDate[];
  readonly workingDays: readonly CivilDate[];
}

const historyDays = 400;
const announcedAtMs = 10 * 3_600_000;
const transferNoticeDays = 3;
/** A transfer that lies at least so far back has been felt by deadlines that are over. */
const transferAgeDaysMin = 21;

const fixedHolidays: readonly { readonly month: number; readonly day: number; readonly name: Words }[] = [
  { month: 1, day: 1, name: words("Täze ýyl", "Новый год", "New Year") },
  { month: 3, day: 8, name: words("Zenanlar güni", "День женщин", "Women’s Day") },
  { month: 3, day: 21, name: words("Nowruz", "Новруз", "Nowruz") },
  { month: 3, day: 22, name: words("Nowruz", "Новруз", "Nowruz") },
  { month: 5, day: 18, name: words("Konstitusiýa güni", "День Конституции", "Constitution Day") },
  { month: 9, day: 27, name: words("Oguzabat güni", "День Огузабата", "Oguzabat Day") },
  { month: 10, day: 6, name: words("Hatyra güni", "День памяти", "Remembrance Day") },
  { month: 12, day: 12, name: words("Çynar güni", "День Чынара", "Day of the Plane Tree") },
];

const oraza = words("Oraza baýramy", "Ораза-байрам", "Oraza (end of the fast)");
const gurban = words("Gurban baýramy", "Курбан-байрам", "Gurban (feast of sacrifice)");

/** The feasts as this country's cabinet decreed them; no calculation is behind them, and none may be. */
const feastDecrees: readonly Decree[] = [
  feast(civilDate(2025, 3, 10), civilDate(2025, 3, 31), 1, oraza),
  feast(civilDate(2025, 5, 19), civilDate(2025, 6, 6), 3, gurban),
  feast(civilDate(2026, 3, 2), civilDate(2026, 3, 20), 1, oraza),
  feast(civilDate(2026, 5, 11), civilDate(2026, 5, 27), 3, gurban),
  feast(civilDate(2027, 2, 22), civilDate(2027, 3, 10), 1, oraza),
  feast(civilDate(2027, 5, 3), civilDate(2027, 5, 17), 3, gurban),
];

function feast(announced: CivilDate, first: CivilDate, length: number, name: Words): Decree {
  const holidays = Array.from({ length }, (_, at) => ({ date: addDays(first, at), name }));
  return { announced, holidays, daysOff: [], workingDays: [] };
}

/** The day from which the demo country's record runs. */
export function demoBeginning(today: CivilDate): CivilDate {
  return addDays(today, -historyDays);
}

/** Every version of the calendar announced until `today`, oldest first; the first one stands at the beginning. */
export function demoCalendars(today: CivilDate): readonly CalendarVersion[] {
  const beginning = demoBeginning(today);
  const decrees = [...feastDecrees, demoTransfer(today)]
    .filter((decree) => decree.announced <= today)
    .sort((one, other) => one.announced - other.announced);
  const earlier = decrees.filter((decree) => decree.announced <= beginning);
  const later = decrees.filter((decree) => decree.announced > beginning);
  let standing: Decree = earlier.reduce(together, {
    announced: beginning,
    holidays: fixedHolidaysAround(today),
    daysOff: [],
    workingDays: [],
  });
  standing = { ...standing, announced: beginning };
  const versions = [standing];
  for (const decree of later) {
    standing = together(standing, decree);
    versions.push(standing);
  }
  return versions.map(versionOf);
}

/**
 * The transfer that was decreed three days before: the day after a holiday becomes free, and the Sunday after it is
 * worked instead. The last fixed holiday that is at least three weeks past is chosen.
 */
export function demoTransfer(today: CivilDate): Decree {
  const candidates = fixedHolidaysAround(today)
    .map((holiday) => holiday.date)
    .filter((date) => date <= addDays(today, -transferAgeDaysMin));
  const holiday = candidates.at(-1);
  if (holiday === undefined) throw new Error("a year without holidays");
  const taken = new Set<number>([
    ...fixedHolidaysAround(today).map(({ date }) => date),
    ...feastDecrees.flatMap((decree) => decree.holidays.map(({ date }) => date)),
  ]);
  const free = firstDayAfter(holiday, (date) => weekdayOf(date) <= 5 && !taken.has(date));
  const worked = firstDayAfter(free, (date) => weekdayOf(date) === 7 && !taken.has(date));
  return {
    announced: addDays(holiday, -transferNoticeDays),
    holidays: [],
    daysOff: [free],
    workingDays: [worked],
  };
}

function firstDayAfter(date: CivilDate, fits: (date: CivilDate) => boolean): CivilDate {
  let candidate = addDays(date, 1);
  while (!fits(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/** The fixed holidays from the year before last to the next, by date. */
function fixedHolidaysAround(today: CivilDate): readonly Holiday[] {
  const { year } = yearMonthDayOf(today);
  return [year - 2, year - 1, year, year + 1].flatMap((each) =>
    fixedHolidays.map(({ month, day, name }) => ({ date: civilDate(each, month, day), name })),
  );
}

function together(standing: Decree, decree: Decree): Decree {
  return {
    announced: decree.announced,
    holidays: [...standing.holidays, ...decree.holidays].sort((one, other) => one.date - other.date),
    daysOff: [...standing.daysOff, ...decree.daysOff].sort((one, other) => one - other),
    workingDays: [...standing.workingDays, ...decree.workingDays].sort((one, other) => one - other),
  };
}

function versionOf(decree: Decree, at: number): CalendarVersion {
  return {
    version: at + 1,
    announced: startOfCivilDate(decree.announced, demoTimeZone) + announcedAtMs,
    holidays: decree.holidays,
    workingDays: decree.workingDays,
    daysOff: decree.daysOff,
  };
}
