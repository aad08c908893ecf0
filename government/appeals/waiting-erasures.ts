import { type CivilDate, civilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { erasureTerm, type SideTerm } from "#core/clock/side-term.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { QueuePlace } from "#government/cases/index.ts";
import type { Sql } from "#platform/database/database.ts";
import { type WaitingErasure, waitingErasures } from "./erasure-store.ts";

/** The last day that an address can name: where no rule gives a request its day. */
const lastDay = civilDate(9999, 12, 31);

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
  return dated(await waitingErasures(sql, [body]), parameters);
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
  return dated(await waitingErasures(sql, bodies), parameters).flatMap(({ term, ...request }) =>
    term !== null && term.due < today ? [{ ...request, due: term.due }] : [],
  );
}

/** Each with its day, the soonest due first, by number on the same day; what has none is last. */
function dated(waiting: readonly WaitingErasure[], parameters: Parameters): readonly DatedErasure[] {
  return waiting
    .map((each): DatedErasure => {
      const askedOn = civilDateAt(each.askedAt, parameters.timeZone);
      const request = { askedOn, at: each.enteredAt, body: each.askedBody };
      return { ...each, term: erasureTerm(request, parameters) };
    })
    .sort((one, other) => inOrder(placeOfErasure(one), placeOfErasure(other)));
}

/** Where a request stands in a list; without a day, behind all that have one. */
export function placeOfErasure({ term, number }: Pick<DatedErasure, "term" | "number">): QueuePlace {
  return { due: term?.due ?? lastDay, number };
}

/** What comes after a place in a list that is in that order. */
export function afterPlace<Row>(
  rows: readonly Row[],
  placeOf: (row: Row) => QueuePlace,
  after: QueuePlace | null,
): readonly Row[] {
  return after === null ? rows : rows.filter((row) => inOrder(placeOf(row), after) > 0);
}

/** By day, on the same day by number. */
export function inOrder(one: QueuePlace, other: QueuePlace): number {
  if (one.due !== other.due) return one.due - other.due;
  return one.number === other.number ? 0 : one.number < other.number ? -1 : 1;
}
