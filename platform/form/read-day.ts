import { type CivilDate, civilDate, parseCivilDate } from "#core/clock/civil-date.ts";

const dottedPattern = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

/** Reads a day as people here write it, "5.11.2026", or as computers do, "2026-11-05"; `null` for no day. */
export function readDay(text: string): CivilDate | null {
  const iso = parseCivilDate(text);
  if (iso.ok) return iso.value;
  const [, day, month, year] = dottedPattern.exec(text)?.map(Number) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  try {
    return civilDate(year, month, day);
  } catch {
    return null;
  }
}
