/** The act by which a body has its say in a case, and the same say in every case that was merged into it. */
import type { Remedy } from "#core/acts/appeal.ts";
import { type RuleVersion, remedyRule } from "#core/clock/rules.ts";
import type { JsonObject, JsonValue } from "#core/record/canonical-json.ts";
import { assert, ok, type Result, refused, unreachable } from "#core/result.ts";
import {
  type ActToEnter,
  appendCaseActs,
  type EnteredActs,
  type EnterProblem,
  lockCase,
} from "#government/cases/index.ts";
import type { PartToAppend } from "#platform/record/act.ts";
import type { SigningProblem } from "#platform/signer/body-signer.ts";
import type { Decision, Reply } from "./answer-appeal.ts";
import { type AppealTools, attachmentParts, fileNames, partiesPart, signaturePart } from "./appeal-tools.ts";
import { type HearingAhead, hearingAhead } from "./hearing-ahead.ts";
import { noteAnswerOfMerged, waitingForAnswerOf } from "./merger-store.ts";
import { type UnheardProblem, unheardProblem } from "./unheard.ts";

/** A reply as the act will say it, before anybody has signed it. */
export interface ReplyContent {
  readonly kind: ActToEnter["kind"];
  readonly details: JsonValue;
  readonly outcome: string;
  /** The parts after `public`. */
  readonly parts: readonly PartToAppend[];
}

/** What a decision with its text and files becomes, by the rules in force when it is written. */
export function replyContent({ decision, text, attachments }: Reply, rules: RuleVersion): ReplyContent {
  return {
    ...closingOf(decision, remediesBy(rules)),
    outcome: decision.outcome,
    parts: [partiesPart({ text, files: fileNames(attachments) }), ...attachmentParts(attachments)],
  };
}

/** Who says it, and what is to be written beside each act (an approval). */
export interface ReplySpeaker {
  /** The office in the payload. */
  readonly actor: string;
  readonly beside: (tag: Uint8Array, actId: string) => Promise<void>;
}

/**
 * Enters a reply in a case and, signed for each of them, in the cases that were merged into it and have no answer yet
 * (invariant I9). All in the caller's transaction: either everybody has it or nobody. Not before an announced hearing, and
 * a refusal not without one unless it says why.
 */
export async function enterReply(
  tools: AppealTools,
  tag: Uint8Array,
  content: ReplyContent,
  speaker: ReplySpeaker,
): Promise<Result<EnteredActs, EnterProblem | SigningProblem | HearingAhead | UnheardProblem>> {
  const row = await lockCase(tools.transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const around = { ...tools, sql: tools.transaction, now: tools.now() };
  const problem = (await hearingAhead(around, row)) ?? (await unheardProblem(around, row, content));
  if (problem !== null) return refused(problem);
  // Everything is signed before anything is written: what cannot be signed leaves no half behind.
  const waiting = await waitingForAnswerOf(tools.transaction, tag);
  for (const also of waiting)
    if ((await lockCase(tools.transaction, also)) === null) return refused({ finding: "no-such-case" });
  const signed = await signedFor(tools, [tag, ...waiting], content);
  if (!signed.ok) return signed;
  const [own, ...merged] = signed.value;
  assert(own !== undefined, "a reply has its own case");
  const entered = await enterOne(tools, own, content, speaker);
  if (!entered.ok) return entered;
  for (const one of merged) {
    const also = await enterOne(tools, one, content, speaker);
    // A merged case is closed by its merging: its reply may follow, or the merging was never written.
    assert(also.ok, "a merged case takes its reply");
  }
  return entered;
}

/** A locked case with the body's signature over the reply for its own tag. */
interface SignedFor {
  readonly tag: Uint8Array;
  readonly signature: PartToAppend;
}

async function signedFor(
  tools: AppealTools,
  tags: readonly Uint8Array[],
  { details, parts }: ReplyContent,
): Promise<Result<readonly SignedFor[], SigningProblem>> {
  const signed: SignedFor[] = [];
  for (const tag of tags) {
    const signature = await signaturePart(tools, tag, details, parts);
    if (!signature.ok) return signature;
    signed.push({ tag, signature: signature.value });
  }
  return ok(signed);
}

async function enterOne(
  tools: AppealTools,
  { tag, signature }: SignedFor,
  { kind, details, outcome, parts }: ReplyContent,
  { actor, beside }: ReplySpeaker,
): Promise<Result<EnteredActs, EnterProblem>> {
  const entered = await appendCaseActs(tools, tag, [
    { kind, actor, details, parts: [...parts, signature], outcome },
  ]);
  if (!entered.ok) return entered;
  const actId = entered.value.acts[0]?.actId ?? "";
  await Promise.all([beside(tag, actId), noteAnswerOfMerged(tools.transaction, tag, actId)]);
  return entered;
}

function closingOf(decision: Decision, remedies: readonly Remedy[]): Pick<ReplyContent, "kind" | "details"> {
  switch (decision.outcome) {
    case "satisfied":
      return {
        kind: "answered",
        details: {
          outcome: "satisfied",
          legalBasis: [...(decision.legalBasis ?? [])],
          remedies: remedyJson(remedies),
        },
      };
    case "partly-satisfied":
      return { kind: "answered", details: decided(decision, remedies) };
    case "refused":
    case "explained":
    case "terminated":
      return { kind: decision.outcome, details: decided(decision, remedies) };
    default:
      return unreachable(decision);
  }
}

function decided(
  decision: Exclude<Decision, { outcome: "satisfied" }>,
  remedies: readonly Remedy[],
): JsonObject {
  const { outcome, grounds, legalBasis } = decision;
  const unheard =
    "unheard" in decision && decision.unheard !== undefined ? { unheard: decision.unheard } : {};
  const reasons = { grounds: [...grounds], legalBasis: [...legalBasis] };
  return { outcome, ...reasons, remedies: remedyJson(remedies), ...unheard };
}

/** Where one can go on against a decision. Prosecutor and ombudsman are open without a word of the body. */
function remediesBy(rules: RuleVersion): readonly Remedy[] {
  const { months } = remedyRule(rules);
  return [
    { to: "higher-body", withinMonths: months["higher-body"] },
    { to: "court", withinMonths: months.court },
  ];
}

function remedyJson(remedies: readonly Remedy[]): JsonObject[] {
  return remedies.map(({ to, withinMonths }) => ({ to, withinMonths }));
}
