import { type Result, refused } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, jsonPart, tagOf } from "./appeal-tools.ts";
import { readComplaintWords } from "./complaint-words-store.ts";
import { type DespiteReason, type NameInWords, standsIn } from "./named-in-words.ts";

/**
 * Gives an appeal to an official. The post is public, the name goes to the applicant. Where that name stands in what
 * the applicant wrote about whom the complaint is about, a reason is needed; the applicant reads it beside the name.
 */
export async function assignAppeal(
  grant: Grant<"appeal.assign">,
  official: { readonly account: AccountId; readonly name: string; readonly despite?: DespiteReason },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem | NameInWords>> {
  requireGrant(grant, "appeal.assign");
  const { post } = grant.object.to;
  const tag = tagOf(grant.object.case);
  const words = await readComplaintWords(tools.transaction, tag);
  const isNamed = words.some((each) => standsIn(each, official.name));
  if (isNamed && official.despite === undefined) return refused({ finding: "name-in-words" });
  const said = isNamed && official.despite !== undefined ? { despiteName: official.despite } : {};
  return await appendCaseActs(tools, tag, [
    {
      kind: "assigned",
      actor: actorAtDesk(grant),
      details: { post },
      parts: [jsonPart("official", { name: official.name, post, ...said }, "open")],
      official: { account: official.account, post },
    },
  ]);
}
