import type { clarificationReasons } from "#core/acts/appeal.ts";
import type { Result } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  partiesPart,
  tagOf,
} from "./appeal-tools.ts";

/** Asks the applicant something without which no answer is possible. The clock pauses, within the law's limits. */
export async function askClarification(
  grant: Grant<"appeal.ask-clarification">,
  question: { readonly reason: (typeof clarificationReasons)[number]; readonly text: string },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.ask-clarification");
  return await appendCaseActs(tools, tagOf(grant.object), [
    {
      kind: "clarification-asked",
      actor: actorAtDesk(grant),
      details: { reason: question.reason },
      parts: [partiesPart({ text: question.text })],
    },
  ]);
}

/** The applicant's reply: the clock runs again, and the days not used are given back. */
export async function giveClarification(
  grant: Grant<"appeal.give-clarification">,
  reply: { readonly text: string; readonly attachments: readonly Attachment[] },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.give-clarification");
  return await appendCaseActs(tools, tagOf(grant.object), [
    {
      kind: "clarification-given",
      actor: "applicant",
      details: {},
      parts: [
        partiesPart({ text: reply.text, files: fileNames(reply.attachments) }),
        ...attachmentParts(reply.attachments),
      ],
    },
  ]);
}
