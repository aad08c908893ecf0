import type { BodyNumber } from "#core/record/leaf.ts";

/**
 * Under whose number a body's acts are entered (record decision 1). Who sees only leaves must not find the one person
 * who filed with a village council that week; so a register with few filings is kept under the parent's number.
 */

/** With fewer filings a month, a body enters its acts under its parent. */
export const filingsPerMonthMin = 30;

/** The register for a body that expects so many filings a month. A body without a parent keeps its own. */
export function registerFor(
  body: { readonly number: BodyNumber; readonly parent: BodyNumber | null },
  filingsPerMonth: number,
): BodyNumber {
  return filingsPerMonth < filingsPerMonthMin && body.parent !== null ? body.parent : body.number;
}
