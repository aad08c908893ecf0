import { type CaseRow, caseObjectFor, findCase } from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { ask, type Grant } from "#platform/authority/grant.ts";
import type { AuthorityAct, CaseObject, ObjectOfAct } from "#platform/authority/objects.ts";
import type { AppealTools } from "./appeal-tools.ts";

type CaseAct = {
  [Act in AuthorityAct]: ObjectOfAct[Act] extends CaseObject ? Act : never;
}[AuthorityAct];

/** Leave for an act on the case as it stands in this transaction; `null` when there is none. */
export async function grantedFor<Act extends CaseAct>(
  { transaction }: AppealTools,
  { row: { tag }, actor }: { readonly row: Pick<CaseRow, "tag">; readonly actor: Actor },
  act: Act,
): Promise<Grant<Act> | null> {
  const row = await findCase(transaction, tag);
  if (row === null) return null;
  const object = await caseObjectFor(transaction, actor, row);
  const grant = ask<Act>(actor, act, object);
  return grant.ok ? grant.value : null;
}
