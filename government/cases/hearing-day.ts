import { parseAppealDetails } from "#core/acts/appeal.ts";
import { type CivilDate, parseCivilDate } from "#core/clock/civil-date.ts";
import { readHistory } from "./case-history.ts";
import type { Queryable } from "./case-store.ts";

/** A hearing that binds the body that holds the case: whoever got it from another body is not bound by the other's. */
export interface StandingHearing {
  /** `null` when the day was erased. */
  readonly on: CivilDate | null;
}

/** The last hearing that the body announced which holds the case now; `null` when it announced none. */
export async function standingHearing(sql: Queryable, tag: Uint8Array): Promise<StandingHearing | null> {
  let hearing: StandingHearing | null = null;
  for (const { stored, details } of await readHistory(sql, tag)) {
    if (stored.kind === "received") hearing = null;
    if (stored.kind !== "hearing-announced") continue;
    const read = parseAppealDetails("hearing-announced", details);
    const parsed = read.ok ? parseCivilDate(read.value.on) : read;
    hearing = { on: parsed.ok ? parsed.value : null };
  }
  return hearing;
}

/** The day of that hearing; `null` when there is none or its day was erased. */
export async function announcedHearing(sql: Queryable, tag: Uint8Array): Promise<CivilDate | null> {
  return (await standingHearing(sql, tag))?.on ?? null;
}
