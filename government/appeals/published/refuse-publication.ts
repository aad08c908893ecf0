import type { PublicationRefusalReason } from "#core/acts/published-appeal.ts";
import { type Result, refused } from "#core/result.ts";
import {
  appendCaseActs,
  type EnteredActs,
  type EnterProblem,
  findCase,
  viewCase,
} from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "../answer-appeal.ts";
import { type AppealTools, tagOf } from "../appeal-tools.ts";
import { endAgreement } from "./agreement-store.ts";
import { awaitsRelease, publicationStanding } from "./publication.ts";

/**
 * The body's head refuses what the author agreed to, for a reason from the list, by an act that the author sees. Saying
 * nothing refuses nothing: then it is released when its day is over.
 */
export async function refusePublication(
  grant: Grant<"appeal.publish">,
  /** `agreement`: the act that the head has read; not another one that came since. */
  refusal: { readonly agreement: string; readonly reason: PublicationRefusalReason },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem | "not-agreed" | "agreed-to-another-text">> {
  requireGrant(grant, "appeal.publish");
  const { transaction, parameters } = tools;
  const { object } = grant;
  const tag = tagOf(object);
  const row = await findCase(transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const viewer = { kind: "desk", body: object.body } as const;
  const standing = publicationStanding(await viewCase(transaction, viewer, row, parameters, tools.now()));
  if (standing.agreement === null || !awaitsRelease(standing)) return refused("not-agreed");
  if (standing.agreement.act.actId !== refusal.agreement) return refused("agreed-to-another-text");
  const entered = await appendCaseActs(tools, tag, [
    {
      kind: "added",
      actor: actorAtDesk(grant),
      details: { what: "publication-refused", reason: refusal.reason },
      parts: [],
    },
  ]);
  if (entered.ok) await endAgreement(transaction, tag, { as: "refused", at: tools.now() });
  return entered;
}
