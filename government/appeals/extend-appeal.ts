import type { extensionReasons } from "#core/acts/appeal.ts";
import { type CivilDate, civilDateText } from "#core/clock/civil-date.ts";
import type { Result } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, partiesPart, tagOf } from "./appeal-tools.ts";

/** Prolongs the term: the head alone, before it ends, once, not beyond the law's limit, with a reason from the list. */
export async function extendAppeal(
  grant: Grant<"appeal.extend">,
  extension: {
    readonly reason: (typeof extensionReasons)[number];
    readonly until: CivilDate;
    readonly text: string;
  },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.extend");
  return await appendCaseActs(tools, tagOf(grant.object), [
    {
      kind: "extended",
      actor: actorAtDesk(grant),
      details: { reason: extension.reason, until: civilDateText(extension.until) },
      parts: [partiesPart({ text: extension.text })],
      chosenDue: extension.until,
    },
  ]);
}
