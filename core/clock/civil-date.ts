import { ok, type Result, refused } from "../result.ts";
import { anyText, made, type Reader } from "../strict-json.ts";

/** Milliseconds since the Unix epoch. */
export type Instant = number;

/** A day of the civil calendar (proleptic Gregorian), as days since 1970-01-01. It knows no time zone. */
export type CivilDate = number & { readonly __brand: "CivilDate" };

/** A day as people write it: `month` and `day` count from 1. */
export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;
/** The last instant that the runtime can name. */
const instantMax = 8_640_000_000_000_000;
const daysPerEra = 146_097;
const daysFromEraStartToEpoch = 719_468;
/** Leaves carry an unsigned 32-bit day. */
const daysMax = 0xffff_ffff;
const daysMin = -daysFromEraStartToEpoch;

/** Brands a number of days since 1970-01-01. Throws a RangeError for a fraction or a day that no leaf can carry. */
export function civilDateOfDays(days: number): CivilDate {
  if (!Number.isInteger(days) || days < daysMin || days > daysMax) {
    throw new RangeError(`not a day: ${days}`);
  }
  return days as CivilDate;
}

/** The day of a year, month and day. Throws a RangeError for one that the calendar does not have, such as 30 February. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const date = civilDateOfDays(daysFromCivil(year, month, day));
  const back = yearMonthDayOf(date);
  if (back.year !== year || back.month !== month || back.day !== day) {
    throw new RangeError(`no such day: ${year}-${month}-${day}`);
  }
  return date;
}

// Eras of 400 years that begin on 1 March put the leap day last, so that no table of month lengths is needed.
function daysFromCivil(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysFromEraStartToEpoch;
}

/** Year, month (1–12) and day of month of a day. */
export function yearMonthDayOf(date: CivilDate): YearMonthDay {
  const shifted = date + daysFromEraStartToEpoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const dateLength = 10;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads "2026-12-04" (ISO 8601, extended, years 0001–9999) and nothing else. */
export function parseCivilDate(text: string): Result<CivilDate, "not-a-date"> {
  const [, year, month, day] = datePattern.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day) return refused("not-a-date");
  const date = daysFromCivil(year, month, day) as CivilDate;
  return civilDateText(date) === text ? ok(date) : refused("not-a-date");
}

/** Writes a day as "2026-12-04". */
export function civilDateText(date: CivilDate): string {
  const { year, month, day } = yearMonthDayOf(date);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Reads a day out of published JSON. */
export const readCivilDate: Reader<CivilDate> = made(
  anyText(dateLength),
  "a day such as 2026-12-04",
  (text) => {
    const date = parseCivilDate(text);
    return date.ok ? date.value : undefined;
  },
);

/** The day so many days later (earlier, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOfDays(date + days);
}

/** The same day of a later month; the last day of that month when it has no such day (31 January and a month: 28 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = yearMonthDayOf(date);
  const monthsFromZero = year * 12 + month - 1 + months;
  const targetYear = Math.floor(monthsFromZero / 12);
  const targetMonth = monthsFromZero - targetYear * 12 + 1;
  const first = daysFromCivil(targetYear, targetMonth, 1);
  const firstOfNext = daysFromCivil(
    targetMonth === 12 ? targetYear + 1 : targetYear,
    (targetMonth % 12) + 1,
    1,
  );
  return civilDateOfDays(Math.min(first + day - 1, firstOfNext - 1));
}

/** Day of the week as ISO 8601 counts: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CivilDate): number {
  // 1 January 1970 was a Thursday.
  return ((((date + 3) % 7) + 7) % 7) + 1;
}

/** The earlier of two days. */
export function earlierOf(left: CivilDate, right: CivilDate): CivilDate {
  return left < right ? left : right;
}

/** The later of two days. */
export function laterOf(left: CivilDate, right: CivilDate): CivilDate {
  return left > right ? left : right;
}

/** Whether this runtime knows the time zone (an IANA name such as "Asia/Ashgabat"). */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** For each UTC day the zone's offset in ms, or `null` for a day on which the offset changes. */
interface ZoneOffsets {
  readonly format: Intl.DateTimeFormat;
  readonly ofUtcDay: Map<number, number | null>;
  lastUtcDay: number;
  lastOffset: number | null;
}

const zonesMax = 32;
const utcDaysPerZoneMax = 8_192;
const zones = new Map<string, ZoneOffsets>();

/**
 * The civil day that an instant falls on in a time zone. Offsets are looked up once per UTC day, since Intl takes
 * microseconds and an auditor asks a million times. Throws a RangeError for an unknown zone.
 */
export function civilDateAt(instant: Instant, timeZone: string): CivilDate {
  const zone = zoneOffsets(timeZone);
  const utcDay = Math.floor(instant / dayMs);
  if (utcDay !== zone.lastUtcDay) {
    zone.lastOffset = offsetOfUtcDay(zone, utcDay);
    zone.lastUtcDay = utcDay;
  }
  const offset = zone.lastOffset ?? offsetAt(zone.format, instant);
  return civilDateOfDays(Math.floor((instant + offset) / dayMs));
}

function zoneOffsets(timeZone: string): ZoneOffsets {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  if (zones.size >= zonesMax) zones.clear();
  const made = { format, ofUtcDay: new Map(), lastUtcDay: Number.NaN, lastOffset: null };
  zones.set(timeZone, made);
  return made;
}

function offsetOfUtcDay(zone: ZoneOffsets, utcDay: number): number | null {
  const known = zone.ofUtcDay.get(utcDay);
  if (known !== undefined) return known;
  const atStart = offsetAt(zone.format, utcDay * dayMs);
  const atEnd = offsetAt(zone.format, (utcDay + 1) * dayMs - 1);
  const offset = atStart === atEnd ? atStart : null;
  if (zone.ofUtcDay.size >= utcDaysPerZoneMax) zone.ofUtcDay.clear();
  zone.ofUtcDay.set(utcDay, offset);
  return offset;
}

function offsetAt(format: Intl.DateTimeFormat, instant: Instant): number {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(Math.min(instant, instantMax))) {
    if (Object.hasOwn(parts, type)) parts[type as keyof typeof parts] = Number(value);
  }
  const days = daysFromCivil(parts.year, parts.month, parts.day);
  const localMs = days * dayMs + ((parts.hour * 60 + parts.minute) * 60 + parts.second) * 1000;
  return localMs - Math.floor(instant / 1000) * 1000;
}

/**
 * The first instant of a civil day in a time zone. Where clocks skip midnight it is the first instant that exists,
 * and for a day that a zone never had (Samoa, 30 December 2011) the start of the next.
 */
export function startOfCivilDate(date: CivilDate, timeZone: string): Instant {
  // No zone is or was more than 16 hours from UTC.
  let before = date * dayMs - dayMs;
  let from = date * dayMs + dayMs;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (civilDateAt(middle, timeZone) >= date) from = middle;
    else before = middle;
  }
  return from;
}
