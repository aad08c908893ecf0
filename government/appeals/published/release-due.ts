import { civilDateAt } from "#core/clock/civil-date.ts";
import { publicationTerm } from "#core/clock/side-term.ts";
import { assert } from "#core/result.ts";
import { type CaseTools, caseObjectFor, lockCase } from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { LogName } from "#platform/record/act.ts";
import { endAgreement, type WaitingAgreement, waitingAgreements } from "./agreement-store.ts";
import { releasePublication } from "./release-publication.ts";

/** Looked at in one transaction. What waits longest comes first, so that the rest is not due either when one is not. */
const agreementsMax = 50;

const system: Actor = { kind: "system" };

/**
 * Releases what heads have left lying: each text whose author agreed to it, exactly as they have seen it, once its last
 * day is over. A head who wants it otherwise cuts or refuses before, with a reason. Gives how many it released.
 */
export async function releaseDue(
  tools: CaseTools & { readonly log: LogName },
): Promise<{ readonly released: number; readonly more: boolean }> {
  const waiting = await waitingAgreements(tools.transaction, tools.log, agreementsMax);
  let released = 0;
  let ended = 0;
  for (const agreement of waiting) {
    if (!isOver(agreement, tools)) continue;
    const row = await lockCase(tools.transaction, agreement.tag);
    assert(row !== null, "a case that was listed is there");
    const grant = ask(system, "appeal.publish", await caseObjectFor(tools.transaction, system, row));
    assert(grant.ok, "the system releases what nobody has decided");
    const done = await releasePublication(
      grant.value,
      { agreement: agreement.actId, redactions: [], held: [] },
      tools,
    );
    if (done.ok) released += 1;
    // Its words are erased: nothing is left that could stand in public.
    else if (done.problem === "not-agreed") {
      await endAgreement(tools.transaction, agreement.tag, { as: "erased", at: tools.now() });
      ended += 1;
    }
  }
  return { released, more: released + ended > 0 && waiting.length === agreementsMax };
}

function isOver({ askedAt, enteredAt, body }: WaitingAgreement, tools: CaseTools): boolean {
  const { parameters } = tools;
  const askedOn = civilDateAt(askedAt, parameters.timeZone);
  const term = publicationTerm({ askedOn, at: enteredAt, body }, parameters);
  return term !== null && term.due < civilDateAt(tools.now(), parameters.timeZone);
}
