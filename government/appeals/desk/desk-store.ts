import type { CivilDate } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";

/** How many open cases one official of a body has; `account` and `post` null: cases that nobody has been given. */
export interface DeskLoad {
  readonly account: AccountId | null;
  readonly post: string | null;
  readonly open: number;
  readonly overdue: number;
}

/** The open cases of a body by whom they were given to. */
export async function readDeskLoads(
  sql: Sql,
  body: BodyNumber,
  today: CivilDate,
): Promise<readonly DeskLoad[]> {
  return await sql<DeskLoad[]>`
    select official as account, official_post as post, count(*) as open,
      count(*) filter (where due < ${today}) as overdue
    from cases.case where holder_body = ${body} and due is not null
    group by official, official_post order by official_post nulls first, official`;
}
