import { type CivilDate, parseCivilDate } from "#core/clock/civil-date.ts";
import { type Result, refused } from "#core/result.ts";

/**
 * A day as people write it: 4.12.2026 as the tables show it, or 2026-12-04 as computers do. With slashes it would be
 * another day for another reader, and is none.
 */
export function readDay(written: string): Result<CivilDate, "not-a-day"> {
  const text = written.trim();
  const parts = /^(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[0-9]{4})$/.exec(text)?.groups;
  const date = parseCivilDate(
    parts === undefined
      ? text
      : `${parts.year}-${(parts.month ?? "").padStart(2, "0")}-${(parts.day ?? "").padStart(2, "0")}`,
  );
  return date.ok ? date : refused("not-a-day");
}
