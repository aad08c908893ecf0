import { parseBodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { PostReference } from "#platform/authority/actor.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { Queryable } from "./case-store.ts";

/** Notes the posts that a complaint names. They lie in the sealed schema: nobody lists who is complained of. */
export async function insertComplainedOf(
  transaction: Transaction,
  tag: Uint8Array,
  posts: readonly PostReference[],
): Promise<void> {
  for (const { body, post } of posts) {
    await transaction`
      insert into sealed.complained_of (case_tag, body, post) values (${tag}, ${body}, ${post})
      on conflict do nothing`;
  }
}

/**
 * The posts that a case must not reach: those that it names, and those that whoever held them when it was filed has
 * held since. A desk may ask this of one case, and cannot read the table.
 */
export async function readComplainedOf(sql: Queryable, tag: Uint8Array): Promise<readonly PostReference[]> {
  const rows = await sql<{ body: number; post: string }[]>`
    select body, post from cases.complained_of(${tag}) order by body, post`;
  return rows.map(({ body, post }) => {
    const number = parseBodyNumber(body);
    assert(number !== null, "a post is stored as it was checked");
    return { body: number, post };
  });
}
