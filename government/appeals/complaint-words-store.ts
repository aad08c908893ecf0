import type { Sql, Transaction } from "#platform/database/database.ts";

/**
 * What applicants wrote in their own words about whom this case, and those that it carries on, are about. Read by the
 * program alone, to compare it with a name; a person at a desk opens texts by an act. Erased words are gone here too.
 */
export async function readComplaintWords(
  sql: Sql | Transaction,
  tag: Uint8Array,
): Promise<readonly string[]> {
  // With `offset 0` each case is looked up by itself: the planner would rather read every text of the country at once.
  const rows = await sql<{ words: string }[]>`
    with recursive chain (tag) as (
      select ${tag}::bytea
      union
      select link.other_tag from chain
      join cases.link as link on link.case_tag = chain.tag and link.relation = 'earlier'
    )
    select told.words
    from chain
    cross join lateral (
      select convert_from(part.bytes, 'UTF8')::jsonb ->> 'complainedOfWords' as words
      from record.act as act
      join record.part as part on part.subject = act.subject and part.act_id = act.act_id
      where act.subject = chain.tag and act.kind like 'filed-%' and part.name = 'parties' and part.erased_at is null
      offset 0
    ) as told
    where told.words is not null`;
  return rows.map(({ words }) => words);
}
