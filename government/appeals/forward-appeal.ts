import type { forwardReasons } from "#core/acts/appeal.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { type Result, refused } from "#core/result.ts";
import {
  appendCaseActs,
  type EnteredActs,
  type EnterProblem,
  registerOf,
  registerOfCase,
} from "#government/cases/index.ts";
import { officeholdersAt } from "#government/identity/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, partiesPart, tagOf } from "./appeal-tools.ts";
import { readComplaintWords } from "./complaint-words-store.ts";
import { takeBackOrder } from "./erasure-order-store.ts";
import { insertForwarding } from "./forwarding-store.ts";
import { waitingForAnswerOf } from "./merger-store.ts";
import { type DespiteReason, type NameInWords, standsIn } from "./named-in-words.ts";
import { endProposal, openProposal } from "./proposal-store.ts";

export type ForwardProblem =
  | EnterProblem
  | NameInWords
  | { readonly finding: "same-register" }
  /** Cases were merged into it: their answer would go with it, to a body that does not hold them. */
  | { readonly finding: "others-merged-into-it" };

/**
 * Sends an appeal to the competent body, within the days that the law gives (core/clock); the clock does not restart.
 * Two acts in one group: the one body is out of it in the very moment in which the other has it.
 */
export async function forwardAppeal(
  grant: Grant<"appeal.forward">,
  forwarding: {
    readonly reason: (typeof forwardReasons)[number];
    readonly note: string;
    /** Needed where somebody in office there has a name that stands in the applicant's own words. */
    readonly despite?: DespiteReason;
  },
  tools: AppealTools,
): Promise<Result<EnteredActs, ForwardProblem>> {
  requireGrant(grant, "appeal.forward");
  const { case: subject, to } = grant.object;
  const tag = tagOf(subject);
  // To the record both bodies are one: nothing would show that the case moved.
  if ((await registerOfCase(tools.transaction, tag)) === registerOf(tools.parameters, to)) {
    return refused({ finding: "same-register" });
  }
  const merged = await waitingForAnswerOf(tools.transaction, tag);
  if (merged.length > 0) return refused({ finding: "others-merged-into-it" });
  const isNamed = await isNamedThere(tools, tag, to);
  if (isNamed && forwarding.despite === undefined) return refused({ finding: "name-in-words" });
  const said = isNamed && forwarding.despite !== undefined ? { despiteName: forwarding.despite } : {};
  const texts = { ...(forwarding.note === "" ? {} : { text: forwarding.note }), ...said };
  const entered = await appendCaseActs(tools, tag, [
    {
      kind: "forwarded",
      actor: actorAtDesk(grant),
      details: { reason: forwarding.reason, toBody: to },
      parts: Object.keys(texts).length === 0 ? [] : [partiesPart(texts)],
    },
    { kind: "received", actor: "system", details: { fromBody: subject.body }, parts: [], receiver: to },
  ]);
  if (!entered.ok) return entered;
  const at = tools.now();
  const actId = entered.value.acts[0]?.actId ?? "";
  await insertForwarding(tools.transaction, { tag, actId, from: subject.body, to, at });
  const waiting = await openProposal(tools.transaction, tag);
  if (waiting !== null) {
    // A refusal that this body did not come to is not the next one's word. Nor is an order to erase.
    const verdict = { verdict: "taken-back", judge: null, post: null, at, reason: null } as const;
    await endProposal(tools.transaction, waiting, verdict);
  }
  await takeBackOrder(tools.transaction, tag, { judge: null, at });
  return entered;
}

/** Whether the applicant's own words name somebody in office at that body. */
async function isNamedThere(
  { transaction, now }: AppealTools,
  tag: Uint8Array,
  to: BodyNumber,
): Promise<boolean> {
  const words = await readComplaintWords(transaction, tag);
  if (words.length === 0) return false;
  const holders = await officeholdersAt(transaction, to, now());
  return holders.some(({ name }) => words.some((each) => standsIn(each, name)));
}
