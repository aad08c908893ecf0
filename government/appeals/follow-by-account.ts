import { ok, type Result, refused } from "#core/result.ts";
import { insertApplicant } from "#government/cases/index.ts";
import { accountOf } from "#platform/authority/actor.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { hasSealedPart } from "#platform/record/sealed-part-store.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";

/**
 * A case that was filed without an account (on paper, with a helper, in a café) is followed by the account of whoever
 * holds its secret. No act: the row lies in the sealed schema, and no desk learns it. A nameless case is followed by no
 * account, since that would name somebody after all.
 */
export async function followByAccount(
  grant: Grant<"appeal.follow-by-account">,
  tools: AppealTools,
): Promise<Result<null, "no-account" | "nameless">> {
  requireGrant(grant, "appeal.follow-by-account");
  const account = accountOf(grant.actor);
  if (account === null) return refused("no-account");
  const tag = tagOf(grant.object);
  if (!(await hasSealedPart(tools.transaction, tag, "identity"))) return refused("nameless");
  await insertApplicant(tools.transaction, account, tag);
  return ok(null);
}
