import { addDays, addMonths, type CivilDate, yearMonthDayOf } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";

/**
 * Under whose number a body's acts are entered (record decision 1). Who sees only leaves must not find the one person
 * who filed with a village council that week; so a register with few filings is kept under the parent's number.
 */

/** With fewer filings a month, a body enters its acts under its parent. */
export const filingsPerMonthMin = 30;

interface BodyInTree {
  readonly number: BodyNumber;
  readonly parent: BodyNumber | null;
  /** `false` for a body of an outside register that takes no part. */
  readonly takesPart?: boolean | undefined;
}

/**
 * The register of every body, from how many filings a month each has. A small body's is its parent's. Registers do not
 * chain: a body in whose register a smaller one stands keeps its own, and so does a body without a parent. One that takes
 * no part keeps its own too: its silence is counted by itself, however few write to it.
 */
export function registersFor(
  bodies: readonly BodyInTree[],
  filingsPerMonth: (body: BodyNumber) => number,
): ReadonlyMap<BodyNumber, BodyNumber> {
  const children = new Map<BodyNumber, BodyInTree[]>();
  for (const body of bodies) {
    if (body.parent !== null) children.set(body.parent, [...(children.get(body.parent) ?? []), body]);
  }
  const registers = new Map<BodyNumber, BodyNumber>();
  const place = (body: BodyInTree): BodyNumber => {
    const below = (children.get(body.number) ?? []).map(place);
    const carriesOthers = below.includes(body.number);
    const isSmall = body.takesPart !== false && filingsPerMonth(body.number) < filingsPerMonthMin;
    const register = isSmall && !carriesOthers && body.parent !== null ? body.parent : body.number;
    registers.set(body.number, register);
    return register;
  };
  for (const body of bodies) if (body.parent === null) place(body);
  return registers;
}

/** The last whole month before a day: from its first day until the first day of the next, which is not in it. */
export function monthToJudge(today: CivilDate): { readonly from: CivilDate; readonly until: CivilDate } {
  const until = addDays(today, 1 - yearMonthDayOf(today).day);
  return { from: addMonths(until, -1), until };
}
