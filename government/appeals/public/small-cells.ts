/** Small cells of figures that the state alone can state, withheld so that they point at nobody (docs/statistics.md section 8). */

/** A cell from 1 to one less than this could point at a person who is known to have written. */
export const cellMin = 5;

/** One code with its count; `null` for a cell that is withheld. */
export interface StatedCell<Code extends string = string> {
  readonly code: Code;
  readonly count: number | null;
}

/**
 * The cells of one sum, in the order given, without the numbers that would tell a small one. The sum is taken as known
 * (leaves or a column beside it show it), so one missing number alone would be none: with a small cell the zeros are
 * withheld too, and where all of these are equal, also the smallest of the others with its equals.
 *
 * Nothing withheld can then be computed. What is withheld follows from the numbers alone, never from their places: two
 * different numbers among the withheld could stand the other way round and the same would be shown. Equal numbers are
 * withheld alone only where they are all there is, and then others with that sum are withheld alike.
 *
 * `counts` holds every code that could occur, zeros included, two of them at least. `open` are codes that leaves show
 * anyway; they never are withheld, and hide nothing.
 */
export function suppressed<Code extends string>(
  counts: readonly (readonly [Code, number])[],
  open: ReadonlySet<string> = new Set(),
): readonly StatedCell<Code>[] {
  const limit = withheldThrough(counts.filter(([code]) => !open.has(code)).map(([, count]) => count));
  return counts.map(([code, count]) => ({ code, count: count <= limit && !open.has(code) ? null : count }));
}

/** The greatest count that is withheld; below zero where nothing is. */
function withheldThrough(counts: readonly number[]): number {
  const few = counts.filter((count) => count < cellMin);
  if (few.every((count) => count === 0)) return -1;
  if (new Set(few).size > 1) return cellMin - 1;
  const next = Math.min(...counts.filter((count) => count >= cellMin));
  return Number.isFinite(next) ? next : cellMin - 1;
}
