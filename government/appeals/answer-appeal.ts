import type { Remedy } from "#core/acts/appeal.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { type Result, unreachable } from "#core/result.ts";
import {
  type ActToEnter,
  appendCaseActs,
  type EnteredActs,
  type EnterProblem,
} from "#government/cases/index.ts";
import { officeInPayload } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { SigningProblem } from "#platform/signer/body-signer.ts";
import {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  partiesPart,
  signaturePart,
  tagOf,
} from "./appeal-tools.ts";

/** What the body decided, with grounds and articles from the lists of core/acts/appeal.ts. */
export type Decision =
  | {
      readonly outcome: "satisfied";
      /** Whoever gets what they asked for may be told the law, and need not be. */
      readonly legalBasis?: readonly string[];
    }
  | {
      readonly outcome: "partly-satisfied" | "refused" | "explained" | "terminated";
      readonly grounds: readonly string[];
      readonly legalBasis: readonly string[];
    };

export interface Reply {
  readonly decision: Decision;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** Where one can go on against a decision: the demo country's law, to be confirmed by a lawyer. */
const remedies: readonly Remedy[] = [
  { to: "higher-body", withinMonths: 3 },
  { to: "court", withinMonths: 3 },
];

/** Answers an appeal: outcome, reasons and remedies, signed by the body. Closes the case until it is disputed. */
export async function answerAppeal(
  grant: Grant<"appeal.answer">,
  reply: Reply,
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem | SigningProblem>> {
  requireGrant(grant, "appeal.answer");
  const { object } = grant;
  const { kind, details } = closingOf(reply.decision);
  const parts = [
    partiesPart({ text: reply.text, files: fileNames(reply.attachments) }),
    ...attachmentParts(reply.attachments),
  ];
  const tag = tagOf(object);
  const signature = await signaturePart(tools, object.body, tag, details, parts);
  if (!signature.ok) return signature;
  return await appendCaseActs(tools, tag, [
    {
      kind,
      actor: actorAtDesk(grant),
      details,
      parts: [...parts, signature.value],
      outcome: reply.decision.outcome,
    },
  ]);
}

/** The office under which somebody acts at the body that holds the case. */
export function actorAtDesk(grant: {
  readonly actor: Grant<"appeal.answer">["actor"];
  readonly object: { readonly body: BodyNumber };
}): string {
  return officeInPayload(grant.actor, grant.object.body);
}

function closingOf(decision: Decision): { kind: ActToEnter["kind"]; details: JsonObject } {
  switch (decision.outcome) {
    case "satisfied":
      return {
        kind: "answered",
        details: {
          outcome: "satisfied",
          legalBasis: [...(decision.legalBasis ?? [])],
          remedies: remedyJson(),
        },
      };
    case "partly-satisfied":
      return { kind: "answered", details: decided(decision) };
    case "refused":
    case "explained":
    case "terminated":
      return { kind: decision.outcome, details: decided(decision) };
    default:
      return unreachable(decision);
  }
}

function decided(decision: Exclude<Decision, { outcome: "satisfied" }>): JsonObject {
  const { outcome, grounds, legalBasis } = decision;
  return { outcome, grounds: [...grounds], legalBasis: [...legalBasis], remedies: remedyJson() };
}

function remedyJson(): JsonObject[] {
  return remedies.map(({ to, withinMonths }) => ({ to, withinMonths }));
}
