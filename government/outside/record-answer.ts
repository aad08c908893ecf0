import { type CivilDate, civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { type Result, refused } from "#core/result.ts";
import {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  partiesPart,
  tagOf,
} from "#government/appeals/index.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { officeInPayload } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";

/** A reply of a body that takes no part, as it came to the applicant. */
export interface CameBack {
  readonly way: "posted" | "handed-in";
  /** The day that the reply bears. */
  readonly dated: CivilDate;
  readonly receivedOn: CivilDate;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

export type CameBackProblem = "received-in-the-future" | "dated-after-receipt";

/**
 * Enters that an answer came. The register says no word on what it is worth: the applicant may mark it as no answer.
 * What ends the silence in the record is the witnesses' day, and the act says which day the letter bears.
 */
export async function recordAnswer(
  grant: Grant<"appeal.record-answer">,
  answer: CameBack,
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem | CameBackProblem>> {
  requireGrant(grant, "appeal.record-answer");
  const { way, dated, receivedOn, text, attachments } = answer;
  if (receivedOn > civilDateAt(tools.now(), tools.parameters.timeZone))
    return refused("received-in-the-future");
  if (dated > receivedOn) return refused("dated-after-receipt");
  const { case: about, keeper } = grant.object;
  return await appendCaseActs(tools, tagOf(about), [
    {
      kind: "answered",
      actor: officeInPayload(grant.actor, keeper),
      details: { way, dated: civilDateText(dated), receivedOn: civilDateText(receivedOn) },
      parts: [partiesPart({ text, files: fileNames(attachments) }), ...attachmentParts(attachments)],
    },
  ]);
}
