import { timingSafeEqual } from "node:crypto";
import { type Result, refused } from "#core/result.ts";
import {
  appendCaseActs,
  codeHash,
  type EnteredActs,
  type EnterProblem,
  type WithdrawalCode,
} from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";
import { findWithdrawalCode } from "./withdrawal-code-store.ts";

export type WithdrawProblem = EnterProblem | "without-withdrawal-code" | "code-not-accepted";

/**
 * The applicant withdraws. Being the applicant is not enough: whoever was made to give up the secret, or whose
 * computer stands open, has not given up the withdrawal code with it. The act can be taken back for the days that the
 * rules give, and no withdrawal bars filing again.
 */
export async function withdrawAppeal(
  grant: Grant<"appeal.withdraw">,
  code: WithdrawalCode,
  tools: AppealTools,
): Promise<Result<EnteredActs, WithdrawProblem>> {
  requireGrant(grant, "appeal.withdraw");
  const tag = tagOf(grant.object);
  const kept = await findWithdrawalCode(tools.transaction, tag);
  if (kept === null) return refused("without-withdrawal-code");
  if (!timingSafeEqual(kept, codeHash(tag, code))) return refused("code-not-accepted");
  return await appendCaseActs(tools, tag, [
    { kind: "withdrawn", actor: "applicant", details: {}, parts: [] },
  ]);
}
