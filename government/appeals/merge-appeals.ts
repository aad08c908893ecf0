import { type Result, refused } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem, lockCase } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";
import { type HearingAhead, hearingAhead } from "./hearing-ahead.ts";
import { insertMerger, waitingForAnswerOf } from "./merger-store.ts";
import { openProposal } from "./proposal-store.ts";

export type MergeProblem =
  | EnterProblem
  | HearingAhead
  | "merge-with-itself"
  /** The main case must be open at the same body, in the same language, and due no later. */
  | "merge-elsewhere"
  | "merge-other-language"
  | "merge-into-later"
  | "merge-into-closed"
  /** Something waits for an answer through this case, or a refusal of it waits: it cannot be joined with another. */
  | "merge-not-now";

/**
 * Joins a duplicate with the main case, so that both are looked into once. It closes the duplicate without an answer,
 * and owes it one: the reply in the main case is entered in it too, in its own record (`enterReply`, invariant I9).
 * Nobody is worse off: the main case is due no later.
 */
export async function mergeAppeals(
  grant: Grant<"appeal.merge">,
  main: Grant<"appeal.merge">,
  tools: AppealTools,
): Promise<Result<EnteredActs, MergeProblem>> {
  requireGrant(grant, "appeal.merge");
  requireGrant(main, "appeal.merge");
  const tag = tagOf(grant.object);
  const mainTag = tagOf(main.object);
  if (grant.object.tag === main.object.tag) return refused("merge-with-itself");
  // Both are locked in one order, whoever merges what into what.
  const [first, second] = grant.object.tag < main.object.tag ? [tag, mainTag] : [mainTag, tag];
  const rows = [await lockCase(tools.transaction, first), await lockCase(tools.transaction, second)];
  const [row, mainRow] = first === tag ? rows : rows.toReversed();
  if (!row || !mainRow) return refused({ finding: "no-such-case" });
  if (row.holderBody !== mainRow.holderBody) return refused("merge-elsewhere");
  if (mainRow.due === null) return refused("merge-into-closed");
  // A reply is written in the language of the appeal.
  if (row.language !== mainRow.language) return refused("merge-other-language");
  if (row.due !== null && mainRow.due > row.due) return refused("merge-into-later");
  const hearing = await hearingAhead({ ...tools, sql: tools.transaction, now: tools.now() }, row);
  if (hearing !== null) return refused(hearing);
  const waits = await openProposal(tools.transaction, tag);
  const others = await waitingForAnswerOf(tools.transaction, tag);
  if (waits !== null || others.length > 0) return refused("merge-not-now");
  const entered = await appendCaseActs(tools, tag, [
    { kind: "merged", actor: actorAtDesk(grant), details: { into: mainRow.number }, parts: [] },
  ]);
  if (!entered.ok) return entered;
  await insertMerger(tools.transaction, { tag, mainTag, body: row.holderBody, at: tools.now() });
  return entered;
}
