import { hearingRule, type RuleVersion } from "../clock/rules.ts";
import type { Outcome } from "./appeal.ts";

/**
 * Why an applicant who gets less than they asked for was not heard before: a closed list, stated in the act (after
 * Kazakhstan's code, art. 73, and what such codes have elsewhere; to be confirmed by a lawyer).
 */
export const unheardReasons = [
  /** No name is known at the desk: nobody can be invited. */
  "cannot-be-reached",
  "danger-in-delay",
  /** It only tells, asks or proposes something: nothing is decided about the applicant. */
  "nothing-to-hear",
  /** The decision rests on nothing but what the applicant wrote. */
  "as-applicant-stated",
  /** In writing. */
  "applicant-waived",
] as const;
export type UnheardReason = (typeof unheardReasons)[number];

/** The filings in which somebody asks for nothing that could be refused them. */
const filingsWithoutClaim: readonly string[] = ["filed-message", "filed-request", "filed-suggestion"];

/** Before which outcomes the applicant is heard, or a reason from the list is stated. */
export function needsHearing(outcome: Outcome, rules: RuleVersion): boolean {
  return outcome === "refused" || (outcome === "partly-satisfied" && hearingRule(rules).beforePartly);
}

/** The reasons that can be true of a case, by what a desk may know of it. */
export function unheardReasonsFor(filed: {
  readonly kind: string;
  /** False when the name was sealed or never given: the desk cannot tell one from the other. */
  readonly nameShown: boolean;
}): readonly UnheardReason[] {
  return unheardReasons.filter((reason) => {
    if (reason === "cannot-be-reached") return !filed.nameShown;
    return reason !== "nothing-to-hear" || filingsWithoutClaim.includes(filed.kind);
  });
}
