import { type FourEyesOutcome, needsFourEyes } from "#core/acts/four-eyes.ts";
import { utf8Bytes } from "#core/bytes.ts";
import { rulesAt } from "#core/clock/clock-parameters.ts";
import { canonicalJson, type JsonValue } from "#core/record/canonical-json.ts";
import { replyPartsDigest } from "#core/record/reply-digest.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type EnterProblem, lockCase, mayEnterNow, queueFileChecks } from "#government/cases/index.ts";
import { accountOf } from "#platform/authority/actor.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import { type AnswerProblem, actorAtDesk, type Reply } from "./answer-appeal.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";
import { type HearingAhead, hearingAhead } from "./hearing-ahead.ts";
import { endProposal, insertProposal, type OpenProposal, openProposal } from "./proposal-store.ts";
import { replyContent } from "./reply-act.ts";
import { type UnheardProblem, unheardProblem } from "./unheard.ts";

export type ProposeProblem =
  | AnswerProblem
  /** This outcome needs no second person: `answerAppeal`. */
  | { readonly finding: "no-second-person-needed" };

const uuidBytes = 16;

/**
 * Writes a refusal and lays it before a second person of the body. Nothing is entered yet: the clock runs on, and the
 * bytes that the other person approves are the ones kept here.
 */
export async function proposeRefusal(
  grant: Grant<"appeal.answer">,
  reply: Reply,
  tools: AppealTools,
): Promise<Result<OpenProposal, ProposeProblem>> {
  requireGrant(grant, "appeal.answer");
  const { outcome } = reply.decision;
  if (!needsFourEyes(outcome)) return refused({ finding: "no-second-person-needed" });
  const tag = tagOf(grant.object);
  const content = replyContent(reply, rulesAt(tools.parameters, tools.now()));
  const may = await mayBeEntered(tools, tag, { ...content, kind: outcome });
  if (!may.ok) return may;
  if ((await openProposal(tools.transaction, tag)) !== null) return refused({ finding: "refusal-waits" });
  const writer = accountOf(grant.actor);
  assert(writer !== null, "an office is held by somebody");
  const { details, parts } = content;
  const proposed = [
    { name: "public", mediaType: "application/json", bytes: utf8Bytes(canonicalJson(details)) },
    ...parts.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes })),
  ];
  const proposal: OpenProposal = {
    tag,
    id: uuidFrom(tools.randomBytes(uuidBytes)),
    kind: outcome,
    digest: replyPartsDigest(nativeEngine, proposed),
    writer,
    writerPost: actorAtDesk(grant),
    proposedAt: tools.now(),
  };
  await insertProposal(tools.transaction, grant.object.body, proposal, proposed);
  await queueFileChecks(tools.transaction, filesOf(proposal, proposed), tools.now());
  return ok(proposal);
}

/** The second person gets a file as late as anybody: when it was looked at. */
function filesOf({ tag, id }: OpenProposal, parts: readonly { readonly name: string }[]) {
  return parts
    .filter(({ name }) => name.startsWith("attachment-"))
    .map(({ name }) => ({ caseTag: tag, actId: id, name }));
}

async function mayBeEntered(
  tools: AppealTools,
  tag: Uint8Array,
  closing: { readonly kind: FourEyesOutcome; readonly details: JsonValue },
): Promise<Result<null, EnterProblem | HearingAhead | UnheardProblem>> {
  const row = await lockCase(tools.transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const around = { ...tools, sql: tools.transaction, now: tools.now() };
  const problem = (await hearingAhead(around, row)) ?? (await unheardProblem(around, row, closing));
  return problem === null ? await mayEnterNow(tools, row, closing.kind) : refused(problem);
}

/** Whoever may answer takes a refusal back that nobody has judged yet: to write it anew, or to decide otherwise. */
export async function takeBackRefusal(
  grant: Grant<"appeal.answer">,
  tools: AppealTools,
): Promise<Result<null, "no-refusal-waits">> {
  requireGrant(grant, "appeal.answer");
  const proposal = await openProposal(tools.transaction, tagOf(grant.object));
  if (proposal === null) return refused("no-refusal-waits");
  await endProposal(tools.transaction, proposal, {
    verdict: "taken-back",
    judge: accountOf(grant.actor),
    post: actorAtDesk(grant),
    at: tools.now(),
    reason: null,
  });
  return ok(null);
}
