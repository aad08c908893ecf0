import type { Outcome } from "./appeal.ts";

/**
 * The outcomes behind which two people must stand: those that leave the applicant with nothing, by a decision or by
 * ending without one. The demo country's list, to be confirmed by a lawyer; "explained" is not on it, since an
 * explanation takes nothing away and never counts as an answer.
 */
export const fourEyesOutcomes = ["refused", "terminated"] as const satisfies readonly Outcome[];
export type FourEyesOutcome = (typeof fourEyesOutcomes)[number];

/** Whether an outcome needs a second person. */
export function needsFourEyes(outcome: Outcome): outcome is FourEyesOutcome {
  return fourEyesOutcomes.some((one) => one === outcome);
}
