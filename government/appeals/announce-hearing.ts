import { type CivilDate, civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { calendarAt, rulesAt, weekOf } from "#core/clock/clock-parameters.ts";
import { type HearingProblem, hearingProblem } from "#core/clock/hearing.ts";
import { type Result, refused } from "#core/result.ts";
import {
  appendCaseActs,
  type EnteredActs,
  type EnterProblem,
  lockCase,
  registerOfCase,
} from "#government/cases/index.ts";
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

/**
 * Announces a hearing, with the preliminary decision as a text that the applicant reads: at least as long
 * before it as the rules in force say, on a working day, not after the answer is due. The applicant can answer in writing too (`added`).
 */
export async function announceHearing(
  grant: Grant<"appeal.announce-hearing">,
  hearing: {
    readonly on: CivilDate;
    readonly place: string;
    /** What the body means to decide, and why. */
    readonly preliminary: string;
    readonly attachments: readonly Attachment[];
  },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem | HearingProblem>> {
  requireGrant(grant, "appeal.announce-hearing");
  const tag = tagOf(grant.object);
  const row = await lockCase(tools.transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const { parameters } = tools;
  const at = tools.now();
  const announced = civilDateAt(at, parameters.timeZone);
  const week = weekOf(parameters, await registerOfCase(tools.transaction, tag));
  // A closed case has no due day; the order of acts says so below.
  const due = row.due ?? hearing.on;
  const around = { rules: rulesAt(parameters, at), calendar: calendarAt(parameters, at), week };
  const problem = hearingProblem(around, { announced, on: hearing.on, due });
  if (problem !== null) return refused(problem);
  return await appendCaseActs(tools, tag, [
    {
      kind: "hearing-announced",
      actor: actorAtDesk(grant),
      details: { on: civilDateText(hearing.on), place: hearing.place },
      parts: [
        partiesPart({ text: hearing.preliminary, files: fileNames(hearing.attachments) }),
        ...attachmentParts(hearing.attachments),
      ],
    },
  ]);
}
