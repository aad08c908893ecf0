/**
 * Dates in words. Turkmen writes a date with ordinals ("2026-njy ýylyň 4-nji dekabry") whose ending follows the last
 * spoken word of the number; no table of the platform has it, so it stands here. Sentences never inflect a date: they
 * name it after a colon or as a day of its own.
 */
import {
  type CivilDate,
  civilDateAt,
  type Instant,
  weekdayOf,
  yearMonthDayOf,
} from "#core/clock/civil-date.ts";
import type { Language } from "./language.ts";

const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  tk: ["duşenbe", "sişenbe", "çarşenbe", "penşenbe", "anna", "şenbe", "ýekşenbe"],
  ru: ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

/** The month as it stands within a date: Turkmen with its possessive ending, Russian in the genitive. */
const monthsInDate: Readonly<Record<Language, readonly string[]>> = {
  tk: [
    "ýanwary",
    "fewraly",
    "marty",
    "apreli",
    "maýy",
    "iýuny",
    "iýuly",
    "awgusty",
    "sentýabry",
    "oktýabry",
    "noýabry",
    "dekabry",
  ],
  ru: [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

const russianMonths = [
  "январь",
  "февраль",
  "март",
  "апрель",
  "май",
  "июнь",
  "июль",
  "август",
  "сентябрь",
  "октябрь",
  "ноябрь",
  "декабрь",
];

const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  tk: ["ýan", "few", "mar", "apr", "maý", "iýn", "iýl", "awg", "sen", "okt", "noý", "dek"],
  ru: ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

function nameAt(names: readonly string[], oneBased: number): string {
  const name = names[oneBased - 1];
  if (name === undefined) throw new RangeError(`no name for ${oneBased}`);
  return name;
}

const ordinalMax = 999_999;
/** Spoken words of a number that have back vowels in their last syllable: altynjy, dokuzynjy, onunjy, otuzynjy, … */
const backVowelEndings: ReadonlySet<number> = new Set([6, 9, 10, 30, 40, 60, 90]);

/** The Turkmen ordinal in digits, such as "4-nji" and "2026-njy", for 1 to 999 999. */
export function turkmenOrdinal(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > ordinalMax) {
    throw new RangeError(`no ordinal for ${number}`);
  }
  const ones = number % 10;
  const tens = number % 100;
  // "Ýüz" and "müň" (hundred, thousand) end a number of whole hundreds and take -nji, like every word not in the set.
  const spokenLast = ones !== 0 ? ones : tens !== 0 ? tens : 100;
  return `${number}-${backVowelEndings.has(spokenLast) ? "njy" : "nji"}`;
}

/** The name of the day of the week. */
export function weekdayName(language: Language, date: CivilDate): string {
  return nameAt(weekdayNames[language], weekdayOf(date));
}

/** "2026-njy ýylyň 4-nji dekabry" · "4 декабря 2026 года" · "4 December 2026" */
export function dateInWords(language: Language, date: CivilDate): string {
  const { year, month, day } = yearMonthDayOf(date);
  const name = nameAt(monthsInDate[language], month);
  switch (language) {
    case "tk":
      return `${turkmenOrdinal(year)} ýylyň ${turkmenOrdinal(day)} ${name}`;
    case "ru":
      return `${day} ${name} ${year} года`;
    case "en":
      return `${day} ${name} ${year}`;
  }
}

/** The date in words with its weekday: "…, anna" · "пятница, …" · "Friday …". */
export function dateWithWeekday(language: Language, date: CivilDate): string {
  const words = dateInWords(language, date);
  const weekday = weekdayName(language, date);
  switch (language) {
    case "tk":
      return `${words}, ${weekday}`;
    case "ru":
      return `${weekday}, ${words}`;
    case "en":
      return `${weekday} ${words}`;
  }
}

/** For tables: "04.12.2026" in Turkmen and Russian, "4 Dec 2026" in English. */
export function shortDate(language: Language, date: CivilDate): string {
  const { year, month, day } = yearMonthDayOf(date);
  if (language === "en") return `${day} ${nameAt(shortMonths.en, month)} ${year}`;
  return `${String(day).padStart(2, "0")}.${String(month).padStart(2, "0")}.${year}`;
}

/** A day where the year is plain from what stands beside it: "4 Dec", "04.12". */
export function dayAndMonth(language: Language, date: CivilDate): string {
  const { month, day } = yearMonthDayOf(date);
  if (language === "en") return `${day} ${nameAt(shortMonths.en, month)}`;
  return `${String(day).padStart(2, "0")}.${String(month).padStart(2, "0")}`;
}

/** A month of a year: "2026-njy ýylyň dekabry" · "декабрь 2026 года" · "December 2026". `month` counts from 1. */
export function monthInWords(language: Language, year: number, month: number): string {
  switch (language) {
    case "tk":
      return `${turkmenOrdinal(year)} ýylyň ${nameAt(monthsInDate.tk, month)}`;
    case "ru":
      return `${nameAt(russianMonths, month)} ${year} года`;
    case "en":
      return `${nameAt(monthsInDate.en, month)} ${year}`;
  }
}

/** Three letters of a month for the foot of a chart; `month` counts from 1. */
export function shortMonth(language: Language, month: number): string {
  return nameAt(shortMonths[language], month);
}

const clockOf = new Map<string, Intl.DateTimeFormat>();

/** The time of day in a time zone (IANA name), as "14:05". */
export function timeOfDay(instant: Instant, timeZone: string): string {
  let clock = clockOf.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    clockOf.set(timeZone, clock);
  }
  return clock.format(instant);
}

/** A moment in the state's time zone (IANA name): the date in words and the time, as "4 December 2026, 14:05". */
export function momentInWords(language: Language, instant: Instant, timeZone: string): string {
  return `${dateInWords(language, civilDateAt(instant, timeZone))}, ${timeOfDay(instant, timeZone)}`;
}

/** A number with its digits grouped in the language's way. */
export function numberInWords(language: Language, number: number): string {
  return new Intl.NumberFormat(language).format(number);
}
