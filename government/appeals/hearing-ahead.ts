import { type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { announcedHearing, type CaseRow } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** The body has announced a hearing, and its day has not come. */
export interface HearingAhead {
  readonly finding: "hearing-ahead";
  readonly on: CivilDate;
}

/**
 * What speaks against every word by which a body closes a case: whoever was promised to be heard is heard first. From
 * the day itself on it may decide; nobody asks whether the applicant came.
 *
 * The day itself stands in the payload, not in the leaf. Whoever audits leaves sees a closing that came before any lawful
 * hearing could be (`closed-before-hearing` of core/clock); that it came before the very day, applicant and body see.
 */
export async function hearingAhead(
  {
    sql,
    parameters,
    now,
  }: { readonly sql: Sql | Transaction; readonly parameters: Parameters; readonly now: Instant },
  { tag, due }: Pick<CaseRow, "tag" | "due">,
): Promise<HearingAhead | null> {
  const on = await announcedHearing(sql, tag);
  if (on === null || !isAhead(on, { today: civilDateAt(now, parameters.timeZone), due })) return null;
  return { finding: "hearing-ahead", on };
}

/**
 * Whether a hearing's day must be waited for. It was not after the due day when it was announced; where the due has
 * become an earlier one since then, nobody is made late by a hearing.
 */
export function isAhead(
  on: CivilDate,
  { today, due }: { readonly today: CivilDate; readonly due: CivilDate | null },
): boolean {
  return today < on && (due === null || on <= due);
}
