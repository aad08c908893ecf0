import { toHex } from "#core/bytes.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { accountOf } from "#platform/authority/actor.ts";
import type { CaseObject } from "#platform/authority/objects.ts";
import { readAppealedAgainst } from "./appealed-against-store.ts";
import { type CaseRow, isApplicant, type Queryable } from "./case-store.ts";
import { readComplainedOf } from "./complained-of-store.ts";

/**
 * A case as the policy sees it, for one actor: whether that actor is the applicant is looked up, who else may be is
 * not, since a desk must not learn it.
 */
export async function caseObjectFor(sql: Queryable, actor: Actor, row: CaseRow): Promise<CaseObject> {
  const account = accountOf(actor);
  const [own, complainedOf, appealedAgainst] = await Promise.all([
    account !== null && isApplicant(sql, row.tag, account),
    readComplainedOf(sql, row.tag),
    readAppealedAgainst(sql, row.tag),
  ]);
  return {
    kind: "case",
    tag: toHex(row.tag),
    body: row.holderBody,
    applicant: own ? account : null,
    assigned: row.officialPost === null ? null : { body: row.holderBody, post: row.officialPost },
    sealed: !row.identityShown,
    complainedOf,
    appealedAgainst,
  };
}
