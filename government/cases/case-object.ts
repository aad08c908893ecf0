import { toHex } from "#core/bytes.ts";
import { type AccountId, type Actor, accountOf } from "#platform/authority/actor.ts";
import type { CaseObject } from "#platform/authority/objects.ts";
import { type CaseParties, readParties } from "./case-parties-store.ts";
import { type CaseRow, findCase, type Queryable } from "./case-store.ts";

/**
 * A case as the policy sees it, for one actor: whether that actor is the applicant is looked up, who else may be is
 * not, since a desk must not learn it.
 */
export async function caseObjectFor(sql: Queryable, actor: Actor, row: CaseRow): Promise<CaseObject> {
  const account = accountOf(actor);
  return caseObject(row, account, await readParties(sql, row.tag, account));
}

/** The same of a case that is found by its tag, as it stands; `null` when there is none. */
export async function findCaseObject(
  sql: Queryable,
  actor: Actor,
  tag: Uint8Array,
): Promise<CaseObject | null> {
  const account = accountOf(actor);
  // Within a transaction one follows the other without waiting for its answer.
  const [row, parties] = await Promise.all([findCase(sql, tag), readParties(sql, tag, account)]);
  return row === null ? null : caseObject(row, account, parties);
}

function caseObject(row: CaseRow, account: AccountId | null, parties: CaseParties): CaseObject {
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
