import type { Sql, Transaction } from "#platform/database/database.ts";

/**
 * What applicants wrote in their own words about whom this case, and those that it carries on, are about. Read by the
 * program alone, to compare it with a name; a person at a desk opens texts by an act. Erased words are gone here too.
 */
export async function readComplaintWords(
  sql: Sql | Transaction,
  tag: Uint8Array,
): Promise<readonly string[]> {
  const rows = await sql<{ words: string }[]>`
    with recursive chain (tag) as (
      select ${tag}::bytea
      union
      select link.other_tag from chain
      join cases.link as link on link.case_tag = chain.tag and link.relation = 'earlier'
    )
    select convert_from(part.bytes, 'UTF8')::jsonb ->> 'complainedOfWords' as words
    from chain
    join record.act as act on act.subject = chain.tag and act.kind like 'filed-%'
    join record.part as part on part.subject = act.subject and part.act_id = act.act_id
    where part.name = 'parties' and part.erased_at is null
      and convert_from(part.bytes, 'UTF8')::jsonb ? 'complainedOfWords'`;
  return rows.map(({ words }) => words);
}
