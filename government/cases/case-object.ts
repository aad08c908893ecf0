import { toHex } from "#core/bytes.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { accountOf } from "#platform/authority/actor.ts";
import type { CaseObject } from "#platform/authority/objects.ts";
import { readParties } from "./case-parties-store.ts";
import type { CaseRow, Queryable } from "./case-store.ts";

/**
 * A case as the policy sees it, for one actor: whether that actor is the applicant is looked up, who else may be is
 * not, since a desk must not learn it.
 */
export async function caseObjectFor(sql: Queryable, actor: Actor, row: CaseRow): Promise<CaseObject> {
  const account = accountOf(actor);
  const parties = await readParties(sql, row.tag, account);
  return {
    kind: "case",
    tag: toHex(row.tag),
    body: row.holderBody,
    applicant: parties.isApplicant ? account : null,
    assigned: row.officialPost === null ? null : { body: row.holderBody, post: row.officialPost },
    sealed: !row.identityShown,
    complainedOf: parties.complainedOf,
    appealedAgainst: parties.appealedAgainst,
  };
}
