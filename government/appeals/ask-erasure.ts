import { type AskedErasure, askedErasure, type ErasureScope } from "#core/acts/erasure.ts";
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { erasureTerm, type SideTerm } from "#core/clock/side-term.ts";
import { withdrawalRevocableUntil } from "#core/clock/withdrawal.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { type Result, refused } from "#core/result.ts";
import {
  appendCaseActs,
  type CaseView,
  type EnteredActs,
  type EnterProblem,
  lockCase,
  viewCase,
} from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";
import { endErasureRequests, insertErasureRequest } from "./erasure-store.ts";

export type AskErasureProblem = EnterProblem | "already-asked" | "nothing-asked";

/** An erasure that waits, and the last day on which nobody may decide it yet. */
export interface WaitingDecision extends AskedErasure {
  readonly revocableUntil: CivilDate;
  /** By when it is to be decided; `null` under rules that say nothing of it. */
  readonly term: SideTerm | null;
}

/**
 * What the applicant of a case has asked to have erased; `null` when nothing. The days for thinking it over are those
 * of a withdrawal: both can be forced.
 */
export function erasureAskedIn(
  view: Pick<CaseView, "acts" | "state">,
  parameters: Parameters,
): WaitingDecision | null {
  const { timeZone } = parameters;
  const asked = askedErasure(
    view.acts.map(({ kind, at, enteredAt, body, details }) => ({
      ...{ kind, body, details, at: enteredAt ?? at },
      day: civilDateAt(at, timeZone),
    })),
  );
  if (asked === null) return null;
  return {
    ...asked,
    revocableUntil: withdrawalRevocableUntil({ day: asked.askedOn }, view.state.deadline.rules),
    term: erasureTerm(asked, parameters),
  };
}

/** The applicant asks to have texts, files or their name erased. Nothing goes before some days have passed. */
export async function askErasure(
  grant: Grant<"appeal.ask-erasure">,
  scope: readonly ErasureScope[],
  tools: AppealTools,
): Promise<Result<EnteredActs, AskErasureProblem>> {
  requireGrant(grant, "appeal.ask-erasure");
  const tag = tagOf(grant.object);
  if ((await standingRequest(tools, tag)) !== null) return refused("already-asked");
  const entered = await appendCaseActs(tools, tag, [
    { kind: "added", actor: "applicant", details: { what: "erasure-asked", scope: [...scope] }, parts: [] },
  ]);
  if (!entered.ok) return entered;
  for (const { actId } of entered.value.acts) {
    await insertErasureRequest(tools.transaction, tag, { actId, at: tools.now() });
  }
  return entered;
}

/** The applicant takes it back, as long as it is not decided. */
export async function takeErasureBack(
  grant: Grant<"appeal.ask-erasure">,
  tools: AppealTools,
): Promise<Result<EnteredActs, AskErasureProblem>> {
  requireGrant(grant, "appeal.ask-erasure");
  const tag = tagOf(grant.object);
  if ((await standingRequest(tools, tag)) === null) return refused("nothing-asked");
  const entered = await appendCaseActs(tools, tag, [
    { kind: "added", actor: "applicant", details: { what: "erasure-taken-back" }, parts: [] },
  ]);
  if (!entered.ok) return entered;
  for (const { actId } of entered.value.acts) await endErasureRequests(tools.transaction, tag, actId);
  return entered;
}

/** What is asked for in a case, which this locks. */
export async function standingRequest(tools: AppealTools, tag: Uint8Array): Promise<WaitingDecision | null> {
  const row = await lockCase(tools.transaction, tag);
  if (row === null) return null;
  const { parameters } = tools;
  // The codes of acts are all that is looked at; nobody is shown anything.
  const view = await viewCase(tools.transaction, { kind: "applicant" }, row, parameters, tools.now());
  return erasureAskedIn(view, parameters);
}
