import { civilDateAt } from "#core/clock/civil-date.ts";
import { erasureTerm, type SideTerm } from "#core/clock/side-term.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { Sql } from "#platform/database/database.ts";
import { type WaitingErasure, waitingErasures } from "./erasure-store.ts";

/** A desk with more requests than this has other worries than a second page. */
const waitingMax = 50;

/** A request that waits, with the day by which it is to be decided; `null` where no rule gives one. */
export interface DatedErasure extends WaitingErasure {
  readonly term: SideTerm | null;
}

/** What waits for a decision at a body, the soonest due first. */
export async function datedErasures(
  sql: Sql,
  body: BodyNumber,
  parameters: Parameters,
): Promise<readonly DatedErasure[]> {
  const waiting = await waitingErasures(sql, body, waitingMax);
  const dated = waiting.map((each) => {
    const askedOn = civilDateAt(each.askedAt, parameters.timeZone);
    const request = { askedOn, at: each.enteredAt, body: each.askedBody };
    return { ...each, term: erasureTerm(request, parameters) };
  });
  const dueOf = ({ term }: DatedErasure) => term?.due ?? Number.POSITIVE_INFINITY;
  return dated.sort((one, other) => dueOf(one) - dueOf(other));
}
