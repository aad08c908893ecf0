import { publicationPartName } from "#core/acts/published-appeal.ts";
import { assert, type Result, refused } from "#core/result.ts";
import {
  type ActToEnter,
  appendCaseActs,
  type CaseTools,
  type EnteredActs,
  type EnterProblem,
  findCase,
  viewCase,
} from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { markErased } from "#platform/record/erase.ts";
import { type AppealTools, partiesPart, tagOf } from "../appeal-tools.ts";
import { endAgreement, insertAgreement } from "./agreement-store.ts";
import { type AgreedText, agreedJson, publicationStanding } from "./publication.ts";

/**
 * The author agrees that this very text stands in public: an act of theirs, which commits to the text. It is shown to
 * nobody else before the body's head has released it.
 */
export async function agreeToPublish(
  grant: Grant<"appeal.agree-to-publish">,
  agreed: AgreedText,
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.agree-to-publish");
  const tag = tagOf(grant.object);
  const entered = await appendCaseActs(tools, tag, [
    {
      kind: "added",
      actor: "applicant",
      details: { what: "publication-agreed" },
      parts: [partiesPart(agreedJson(agreed))],
    },
  ]);
  if (!entered.ok) return entered;
  for (const { actId } of entered.value.acts) {
    await insertAgreement(tools.transaction, tag, { actId, at: tools.now() });
  }
  return entered;
}

/** Erases what an act has released, beside the act `erased` that says so. */
export async function erasePublication(actId: string, actor: string, tools: CaseTools): Promise<void> {
  const request = { actId, partNames: [publicationPartName], actor };
  const marked = await markErased(tools.transaction, request, tools);
  assert(marked.ok, "what the case shows can be erased");
}

/**
 * The author takes it back: the word, and with it what was released. It is erased here and from the published files;
 * copies that others have made cannot be recalled, as the page of the agreement has said.
 */
export async function takeBack(
  grant: Grant<"appeal.take-back">,
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem | "nothing-to-take-back">> {
  requireGrant(grant, "appeal.take-back");
  const { transaction, parameters } = tools;
  const tag = tagOf(grant.object);
  const row = await findCase(transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const view = await viewCase(transaction, { kind: "applicant" }, row, parameters, tools.now());
  const { agreement, release } = publicationStanding(view);
  if (agreement === null && release === null) return refused("nothing-to-take-back");
  const actor = "applicant";
  const notAgreed: ActToEnter = {
    ...{ kind: "added", actor, parts: [] },
    details: { what: "publication-not-agreed" },
  };
  const erased: ActToEnter = {
    ...{ kind: "erased", actor, parts: [] },
    details: { ground: "publication-taken-back" },
  };
  const acts = release === null ? [notAgreed] : [notAgreed, erased];
  const entered = await appendCaseActs(tools, tag, acts);
  if (entered.ok) await endAgreement(transaction, tag, { as: "taken-back", at: tools.now() });
  if (entered.ok && release !== null) await erasePublication(release.act.actId, actor, tools);
  return entered;
}
