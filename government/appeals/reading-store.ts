import type { Instant } from "#core/clock/civil-date.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Notes of which case something was read. The act itself stands under the zero tag. */
export async function insertReading(transaction: Transaction, tag: Uint8Array, actId: string): Promise<void> {
  await transaction`insert into cases.reading (case_tag, act_id) values (${tag}, ${actId})`;
}

/** Somebody who looked: when, in which office, at what. */
export interface Reading {
  readonly actId: string;
  readonly at: Instant;
  /** As the payload says it: a post, the head. */
  readonly actor: string;
  /** The register in which the act stands. */
  readonly body: number;
  /** What was read; null once that was erased. */
  readonly what: string | null;
  /** Its place in the log; null while it waits. */
  readonly index: number | null;
}

/** Who read what of a case, the latest first. */
export async function readingsOf(
  sql: Sql,
  tag: Uint8Array,
  page: { readonly skip: number; readonly count: number },
): Promise<readonly Reading[]> {
  return await sql<Reading[]>`
    select act.act_id as "actId", act.at, act.actor, act.body, act.index,
      convert_from(part.bytes, 'UTF8')::jsonb ->> 'what' as what
    from cases.reading reading join record.act_witnessed act on act.act_id = reading.act_id
      left join record.part part
        on part.subject = act.subject and part.act_id = act.act_id and part.name = 'parties'
    where reading.case_tag = ${tag} order by act.registered desc limit ${page.count} offset ${page.skip}`;
}

/** How many times somebody has looked. */
export async function countReadings(sql: Sql, tag: Uint8Array): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::integer as count from cases.reading where case_tag = ${tag}`;
  return row?.count ?? 0;
}
