import type { Result } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";

/**
 * The applicant takes a withdrawal back: the due that stood before it stands again. Without the withdrawal code,
 * since whoever forced the withdrawal may have kept it. The clock refuses what comes too late.
 */
export async function revokeWithdrawal(
  grant: Grant<"appeal.revoke-withdrawal">,
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.revoke-withdrawal");
  return await appendCaseActs(tools, tagOf(grant.object), [
    { kind: "withdrawal-revoked", actor: "applicant", details: {}, parts: [] },
  ]);
}
