import type { Sql } from "#platform/database/database.ts";

/** What was published of closed quarters, as it was first published. */

export interface PublicationKey {
  readonly log: string;
  /** As "2026-q3". */
  readonly quarter: string;
  readonly part: "grounds" | "answers";
}

/** The content, if it was published already. */
export async function readPublication(sql: Sql, key: PublicationKey): Promise<string | null> {
  const [row] = await sql<{ content: string }[]>`
    select content from cases.stated_publication
    where log = ${key.log} and quarter = ${key.quarter} and part = ${key.part}`;
  return row?.content ?? null;
}

/** Publishes a content unless another was published meanwhile; gives what stands. */
export async function publishOnce(
  sql: Sql,
  key: PublicationKey,
  { content, at }: { readonly content: string; readonly at: number },
): Promise<string> {
  await sql`
    insert into cases.stated_publication (log, quarter, part, content, published_at)
    values (${key.log}, ${key.quarter}, ${key.part}, ${content}, ${at})
    on conflict (log, quarter, part) do nothing`;
  const stands = await readPublication(sql, key);
  if (stands === null) throw new Error("a publication that was inserted is there");
  return stands;
}
