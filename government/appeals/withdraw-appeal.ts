import { timingSafeEqual } from "node:crypto";
import { opensWithdrawal } from "#core/record/carried-withdrawal.ts";
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
  if (!opens(kept, tag, code)) return refused("code-not-accepted");
  return await appendCaseActs(tools, tag, [
    { kind: "withdrawn", actor: "applicant", details: {}, parts: [] },
  ]);
}

/** What is kept is our own hash of a code that we drew, or the commitment of a page without a line to the one that it drew. */
function opens(kept: Uint8Array, tag: Uint8Array, code: WithdrawalCode): boolean {
  const hash = codeHash(tag, code);
  return kept.length === hash.length ? timingSafeEqual(kept, hash) : opensWithdrawal(kept, code);
}
