import { parseAppealDetails } from "#core/acts/appeal.ts";
import { equalBytes, toHex, utf8Text } from "#core/bytes.ts";
import { parseCanonicalJson } from "#core/record/canonical-json.ts";
import { approvalPartName, replyPartsDigest } from "#core/record/reply-digest.ts";
import { assert, type Result, refused } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { EnteredActs, EnterProblem } from "#government/cases/index.ts";
import { accountOf } from "#platform/authority/actor.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { SigningProblem } from "#platform/signer/body-signer.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, jsonPart, tagOf } from "./appeal-tools.ts";
import type { HearingAhead } from "./hearing-ahead.ts";
import {
  endProposal,
  insertApproval,
  type OpenProposal,
  openProposal,
  type ProposedPart,
  proposedParts,
} from "./proposal-store.ts";
import { enterReply, type ReplyContent } from "./reply-act.ts";
import type { UnheardProblem } from "./unheard.ts";

export type ApproveProblem =
  | EnterProblem
  | SigningProblem
  | HearingAhead
  | UnheardProblem
  | "no-refusal-waits"
  /** What the second person has read is not what waits now. */
  | "refusal-changed";

/**
 * The second person stands behind a refusal: exactly those bytes whose digest they have read are entered. The act says
 * which two posts it was (part "approval"); the database refuses it without this, whatever a program does.
 */
export async function approveRefusal(
  grant: Grant<"appeal.approve">,
  read: { readonly digest: Uint8Array },
  tools: AppealTools,
): Promise<Result<EnteredActs, ApproveProblem>> {
  const judged = await judgedProposal(grant, read, tools);
  if (!judged.ok) return judged;
  const { proposal, parts } = judged.value;
  const approver = accountOf(grant.actor);
  assert(approver !== null && approver !== proposal.writer, "the policy lets no writer approve");
  const approval = jsonPart(
    approvalPartName,
    {
      writer: proposal.writerPost,
      approver: actorAtDesk(grant),
      digest: toHex(proposal.digest),
    },
    "open",
  );
  const entered = await enterReply(tools, proposal.tag, contentOf(proposal, parts, approval), {
    actor: actorAtDesk(grant),
    beside: (tag, actId) => insertApproval(tools.transaction, { tag, actId, proposal, approver }),
  });
  if (!entered.ok) return entered;
  await endProposal(tools.transaction, proposal, {
    verdict: "approved",
    judge: approver,
    post: actorAtDesk(grant),
    at: tools.now(),
    reason: null,
  });
  return entered;
}

/** The second person does not stand behind it: it goes back to its writer with a reason. The clock runs on. */
export async function returnRefusal(
  grant: Grant<"appeal.approve">,
  given: { readonly digest: Uint8Array; readonly reason: string },
  tools: AppealTools,
): Promise<Result<null, ApproveProblem>> {
  const judged = await judgedProposal(grant, given, tools);
  if (!judged.ok) return judged;
  await endProposal(tools.transaction, judged.value.proposal, {
    verdict: "returned",
    judge: accountOf(grant.actor),
    post: actorAtDesk(grant),
    at: tools.now(),
    reason: given.reason,
  });
  return { ok: true, value: null };
}

async function judgedProposal(
  grant: Grant<"appeal.approve">,
  { digest }: { readonly digest: Uint8Array },
  tools: AppealTools,
): Promise<
  Result<{ readonly proposal: OpenProposal; readonly parts: readonly ProposedPart[] }, ApproveProblem>
> {
  requireGrant(grant, "appeal.approve");
  const proposal = await openProposal(tools.transaction, tagOf(grant.object.case));
  if (proposal === null) return refused("no-refusal-waits");
  // The grant was asked about another writer: somebody proposed anew meanwhile.
  if (proposal.writer !== grant.object.writer) return refused("refusal-changed");
  const parts = await proposedParts(tools.transaction, proposal);
  const kept = replyPartsDigest(nativeEngine, parts);
  assert(equalBytes(kept, proposal.digest), "the bytes of a proposal are not those that were proposed");
  return equalBytes(digest, proposal.digest)
    ? { ok: true, value: { proposal, parts } }
    : refused("refusal-changed");
}

function contentOf(
  { kind }: OpenProposal,
  proposed: readonly ProposedPart[],
  approval: ReplyContent["parts"][number],
): ReplyContent {
  const [open, ...rest] = proposed;
  const text = open === undefined ? null : utf8Text(open.bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  assert(json?.ok === true && parseAppealDetails(kind, json.value).ok, "a proposal keeps its details");
  const parts = rest.map((part) => ({ ...part, store: "open" as const }));
  return { kind, details: json.value, outcome: kind, parts: [...parts, approval] };
}
