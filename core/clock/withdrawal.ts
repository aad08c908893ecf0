import { addDays, type CivilDate } from "./civil-date.ts";
import type { ClosedDuty } from "./duty.ts";
import type { RuleVersion } from "./rules.ts";

/**
 * The last day on which a withdrawal may be taken back, by the rules under which the case runs: a withdrawal can be
 * forced, and whoever forced it should not be able to make it final on the spot.
 */
export function withdrawalRevocableUntil(
  withdrawn: Pick<ClosedDuty, "day">,
  rules: Pick<RuleVersion, "withdrawalRevocableDays">,
): CivilDate {
  return addDays(withdrawn.day, rules.withdrawalRevocableDays);
}
