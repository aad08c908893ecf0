import type { ratingAnswers } from "#core/acts/appeal.ts";
import type { Result } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";
import { insertRating } from "./rating-store.ts";

/**
 * The applicant says whether what the answer promised was done: once for each answer, which the order of acts sees
 * to. It changes no duty and no figure that leaves give; the portal counts it as stated by the state.
 */
export async function rateAnswer(
  grant: Grant<"appeal.rate">,
  answer: (typeof ratingAnswers)[number],
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.rate");
  const tag = tagOf(grant.object);
  const rated = await appendCaseActs(tools, tag, [
    { kind: "rated", actor: "applicant", details: { answer }, parts: [] },
  ]);
  if (!rated.ok) return rated;
  const { acts, state } = rated.value;
  for (const { actId } of acts) {
    await insertRating(tools.transaction, tag, {
      actId,
      body: state.deadline.holder,
      answer,
      at: tools.now(),
    });
  }
  return rated;
}
