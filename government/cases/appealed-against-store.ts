import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { Queryable } from "./case-store.ts";

/**
 * The bodies that decided or held a case which this one carries on, the whole chain back, in order of their numbers:
 * an appeal is never sent back to them. Empty for a case that carries none on.
 */
export async function readAppealedAgainst(sql: Queryable, tag: Uint8Array): Promise<readonly BodyNumber[]> {
  const rows = await sql<{ body: number }[]>`select body from cases.appealed_against(${tag}) order by body`;
  return rows.map(({ body }) => {
    const number = parseBodyNumber(body);
    assert(number !== null, "a body is stored as it was checked");
    return number;
  });
}
