import { type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
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
  return dated(await waitingErasures(sql, [body], waitingMax), parameters);
}

/** A request whose day is over and that nobody has decided. */
export interface OverdueErasure extends WaitingErasure {
  readonly due: CivilDate;
}

/** All that is over its day at some bodies, the longest overdue first. */
export async function overdueErasures(
  sql: Sql,
  bodies: readonly BodyNumber[],
  parameters: Parameters,
  now: Instant,
): Promise<readonly OverdueErasure[]> {
  const today = civilDateAt(now, parameters.timeZone);
  return dated(await waitingErasures(sql, bodies, null), parameters).flatMap(({ term, ...request }) =>
    term !== null && term.due < today ? [{ ...request, due: term.due }] : [],
  );
}

/** Each with its day, the soonest due first, by number on the same day; what has none is last. */
function dated(waiting: readonly WaitingErasure[], parameters: Parameters): readonly DatedErasure[] {
  const dueOf = ({ term }: DatedErasure) => term?.due ?? Number.MAX_SAFE_INTEGER;
  return waiting
    .map((each): DatedErasure => {
      const askedOn = civilDateAt(each.askedAt, parameters.timeZone);
      const request = { askedOn, at: each.enteredAt, body: each.askedBody };
      return { ...each, term: erasureTerm(request, parameters) };
    })
    .sort((one, other) => dueOf(one) - dueOf(other) || (one.number < other.number ? -1 : 1));
}
