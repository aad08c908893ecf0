import type { ComplainedOf } from "#platform/authority/actor.ts";
import type { Transaction } from "#platform/database/database.ts";

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
