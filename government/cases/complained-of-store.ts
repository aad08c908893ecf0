import { parseBodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { ComplainedOf } from "#platform/authority/actor.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { Queryable } from "./case-store.ts";

/** Notes the posts and the bodies that a complaint names. They lie in the sealed schema: nobody lists who is complained of. */
export async function insertComplainedOf(
  transaction: Transaction,
  tag: Uint8Array,
  named: readonly ComplainedOf[],
): Promise<void> {
  for (const { body, post } of named) {
    if (post === null) {
      await transaction`
        insert into sealed.body_complained_of (case_tag, body) values (${tag}, ${body})
        on conflict do nothing`;
      continue;
    }
    await transaction`
      insert into sealed.complained_of (case_tag, body, post) values (${tag}, ${body}, ${post})
      on conflict do nothing`;
  }
}

/**
 * The posts and bodies that a case must not reach: those that it names, and the posts that whoever held a named one when
 * it was filed has held since. A desk may ask this of one case, and cannot read the table.
 */
export async function readComplainedOf(sql: Queryable, tag: Uint8Array): Promise<readonly ComplainedOf[]> {
  const rows = await sql<{ body: number; post: string | null }[]>`
    select body, post from cases.complained_of(${tag}) order by body, post`;
  return rows.map(({ body, post }) => {
    const number = parseBodyNumber(body);
    assert(number !== null, "a post is stored as it was checked");
    return { body: number, post };
  });
}
