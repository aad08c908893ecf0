import type { CivilDate, Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { PostReference } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Who stands in for a post of a body, from a day through a day. */

/** A time in which one post stands in for another. */
export interface Handover {
  readonly id: string;
  readonly post: string;
  readonly deputyPost: string;
  readonly from: CivilDate;
  readonly through: CivilDate;
  /** Who set it, as a payload names an office. */
  readonly setPost: string;
}

/** Keeps a handover. */
export async function insertHandover(
  transaction: Transaction,
  handover: Handover & { readonly body: BodyNumber; readonly at: Instant },
): Promise<void> {
  const { body, id, post, deputyPost, from, through, setPost, at } = handover;
  await transaction`
    insert into cases.handover (body, handover_id, post, deputy_post, from_day, through_day, set_post, set_at)
    values (${body}, ${id}, ${post}, ${deputyPost}, ${from}, ${through}, ${setPost}, ${at})`;
}

/** Ends a handover: from today on it holds no more. */
export async function endHandover(
  transaction: Transaction,
  { body, post }: PostReference,
  today: CivilDate,
): Promise<void> {
  await transaction`
    update cases.handover set ended_day = ${today}
    where body = ${body} and post = ${post} and through_day >= ${today} and ended_day is null`;
}

/** The handovers of a body that hold on a day or will. */
export async function handoversFrom(
  sql: Sql | Transaction,
  body: BodyNumber,
  day: CivilDate,
): Promise<readonly Handover[]> {
  return await sql<Handover[]>`
    select handover_id as id, post, deputy_post as "deputyPost", from_day as "from", through_day as through,
      set_post as "setPost"
    from cases.handover where body = ${body} and through_day >= ${day} and ended_day is null
    order by from_day, post`;
}

/** The posts for which a post stands in on a day. */
export async function postsStoodInFor(
  sql: Sql,
  { body, post }: PostReference,
  day: CivilDate,
): Promise<readonly { readonly post: string; readonly through: CivilDate }[]> {
  return await sql<{ post: string; through: CivilDate }[]>`
    select post, max(through_day) as through from cases.handover
    where body = ${body} and deputy_post = ${post} and from_day <= ${day} and through_day >= ${day}
      and ended_day is null
    group by post order by post`;
}
