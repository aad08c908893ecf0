import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { AccountId, ComplainedOf } from "#platform/authority/actor.ts";
import type { Queryable } from "./case-store.ts";

/** Who stands in which relation to a case, as far as the policy must know. A desk may ask it of one case, and lists none of it. */
export interface CaseParties {
  /** Whether the account that asks is the applicant's: yes or no, and nothing more. */
  readonly isApplicant: boolean;
  /**
   * The posts and bodies that the case must not reach: those that it names, and the posts that whoever held a named one
   * when it was filed has held since.
   */
  readonly complainedOf: readonly ComplainedOf[];
  /**
   * The bodies that decided or held a case which this one carries on, the whole chain back, in order of their numbers: an
   * appeal is never sent back to them.
   */
  readonly appealedAgainst: readonly BodyNumber[];
}

/** Reads all three in one statement: it is asked at every step of every case. `account` is `null` for whoever has none. */
export async function readParties(
  sql: Queryable,
  tag: Uint8Array,
  account: AccountId | null,
): Promise<CaseParties> {
  const own =
    account === null
      ? sql``
      : sql`union all select 'applicant', null, null where cases.is_applicant(${tag}, ${account})`;
  const rows = await sql<{ relation: string; body: number | null; post: string | null }[]>`
    select 'complained-of' as relation, body, post from cases.complained_of(${tag})
    union all select 'appealed-against', body, null from cases.appealed_against(${tag})
    ${own}
    order by relation, body, post`;
  return {
    isApplicant: rows.some(({ relation }) => relation === "applicant"),
    complainedOf: rows.flatMap(({ relation, body, post }) =>
      relation === "complained-of" ? [{ body: parsedBody(body), post }] : [],
    ),
    appealedAgainst: rows.flatMap(({ relation, body }) =>
      relation === "appealed-against" ? [parsedBody(body)] : [],
    ),
  };
}

function parsedBody(stored: number | null): BodyNumber {
  const number = parseBodyNumber(stored);
  assert(number !== null, "a body is stored as it was checked");
  return number;
}
