import type { Result } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, jsonPart, tagOf } from "./appeal-tools.ts";

/** Gives an appeal to an official. The post is public, the name goes to the applicant. */
export async function assignAppeal(
  grant: Grant<"appeal.assign">,
  official: { readonly account: AccountId; readonly name: string },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.assign");
  const { post } = grant.object.to;
  return await appendCaseActs(tools, tagOf(grant.object.case), [
    {
      kind: "assigned",
      actor: actorAtDesk(grant),
      details: { post },
      parts: [jsonPart("official", { name: official.name, post }, "open")],
      official: { account: official.account, post },
    },
  ]);
}
