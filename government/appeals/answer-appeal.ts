import { needsFourEyes } from "#core/acts/four-eyes.ts";
import type { UnheardReason } from "#core/acts/unheard.ts";
import { rulesAt } from "#core/clock/clock-parameters.ts";
import { type Result, refused } from "#core/result.ts";
import type { EnteredActs, EnterProblem } from "#government/cases/index.ts";
import { officeOfGrant } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { SigningProblem } from "#platform/signer/body-signer.ts";
import { type AppealTools, type Attachment, tagOf } from "./appeal-tools.ts";
import type { HearingAhead } from "./hearing-ahead.ts";
import { openProposal } from "./proposal-store.ts";
import { enterReply, replyContent } from "./reply-act.ts";
import type { UnheardProblem } from "./unheard.ts";

/** What the body decided, with grounds and articles from the lists of core/acts/appeal.ts. */
export type Decision =
  | {
      readonly outcome: "satisfied";
      /** Whoever gets what they asked for may be told the law, and need not be. */
      readonly legalBasis?: readonly string[];
    }
  | {
      readonly outcome: "partly-satisfied" | "refused";
      readonly grounds: readonly string[];
      readonly legalBasis: readonly string[];
      /** Why nobody was heard before, where a hearing is needed and none was held. */
      readonly unheard?: UnheardReason;
    }
  | {
      readonly outcome: "explained" | "terminated";
      readonly grounds: readonly string[];
      readonly legalBasis: readonly string[];
    };

export interface Reply {
  readonly decision: Decision;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

export type AnswerProblem =
  | EnterProblem
  | SigningProblem
  | HearingAhead
  | UnheardProblem
  /** Who refuses writes it, and another person stands behind it: `proposeRefusal`. */
  | { readonly finding: "second-person-needed" }
  /** A refusal of this case waits for its second person: two replies cannot both be the body's word. */
  | { readonly finding: "refusal-waits" };

/** Answers an appeal: outcome, reasons and remedies, signed by the body. Closes the case until it is disputed. */
export async function answerAppeal(
  grant: Grant<"appeal.answer">,
  reply: Reply,
  tools: AppealTools,
): Promise<Result<EnteredActs, AnswerProblem>> {
  requireGrant(grant, "appeal.answer");
  if (needsFourEyes(reply.decision.outcome)) return refused({ finding: "second-person-needed" });
  const tag = tagOf(grant.object);
  if ((await openProposal(tools.transaction, tag)) !== null) return refused({ finding: "refusal-waits" });
  return await enterReply(tools, tag, replyContent(reply, rulesAt(tools.parameters, tools.now())), {
    actor: actorAtDesk(grant),
    beside: async () => {},
  });
}

/** The office under which somebody acts at the body that holds the case. */
export function actorAtDesk(grant: Parameters<typeof officeOfGrant>[0]): string {
  return officeOfGrant(grant);
}
