import type { disputeReasons } from "#core/acts/appeal.ts";
import type { Result } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { type AppealTools, partiesPart, tagOf } from "./appeal-tools.ts";

/**
 * Disputed: not an answer. An act of the applicant's that the body can neither refuse nor delete; the due that stood
 * before the answer stands again.
 */
export async function disputeAppeal(
  grant: Grant<"appeal.dispute">,
  dispute: { readonly reason: (typeof disputeReasons)[number]; readonly text: string },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.dispute");
  return await appendCaseActs(tools, tagOf(grant.object), [
    {
      kind: "disputed",
      actor: "applicant",
      details: { reason: dispute.reason },
      parts: dispute.text === "" ? [] : [partiesPart({ text: dispute.text })],
    },
  ]);
}
