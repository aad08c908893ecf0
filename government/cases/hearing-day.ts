import { parseAppealDetails } from "#core/acts/appeal.ts";
import { type CivilDate, parseCivilDate } from "#core/clock/civil-date.ts";
import { readHistory } from "./case-history.ts";
import type { Queryable } from "./case-store.ts";

/**
 * The day of the hearing that the body announced which holds the case now, the last of several; `null` when it
 * announced none or the day was erased. Whoever got the case from another body is not bound by the other's hearing.
 */
export async function announcedHearing(sql: Queryable, tag: Uint8Array): Promise<CivilDate | null> {
  let day: CivilDate | null = null;
  for (const { stored, details } of await readHistory(sql, tag)) {
    if (stored.kind === "received") day = null;
    if (stored.kind !== "hearing-announced") continue;
    const read = parseAppealDetails("hearing-announced", details);
    const parsed = read.ok ? parseCivilDate(read.value.on) : read;
    day = parsed.ok ? parsed.value : null;
  }
  return day;
}
