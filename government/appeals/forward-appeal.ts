import type { forwardReasons } from "#core/acts/appeal.ts";
import { type Result, refused } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem, registerOf } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, partiesPart, tagOf } from "./appeal-tools.ts";

export type ForwardProblem = EnterProblem | { readonly finding: "same-register" };

/**
 * Sends an appeal to the competent body, within the days that the law gives (core/clock); the clock does not restart.
 * Two acts in one group: the one body is out of it in the very moment in which the other has it.
 */
export async function forwardAppeal(
  grant: Grant<"appeal.forward">,
  forwarding: { readonly reason: (typeof forwardReasons)[number]; readonly note: string },
  tools: AppealTools,
): Promise<Result<EnteredActs, ForwardProblem>> {
  requireGrant(grant, "appeal.forward");
  const { case: subject, to } = grant.object;
  // To the record both bodies are one: nothing would show that the case moved.
  if (registerOf(tools.parameters, subject.body) === registerOf(tools.parameters, to)) {
    return refused({ finding: "same-register" });
  }
  return await appendCaseActs(tools, tagOf(subject), [
    {
      kind: "forwarded",
      actor: actorAtDesk({ actor: grant.actor, object: subject }),
      details: { reason: forwarding.reason, toBody: to },
      parts: forwarding.note === "" ? [] : [partiesPart({ text: forwarding.note })],
    },
    { kind: "received", actor: "system", details: { fromBody: subject.body }, parts: [], receiver: to },
  ]);
}
