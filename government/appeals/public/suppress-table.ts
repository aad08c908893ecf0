/**
 * Small cells of a table of bodies by codes with the country's row, withheld so that none can be computed from the rest:
 * docs/statistics.md section 8. Rows alone are `small-cells.ts`.
 *
 * Taken as known are all that is shown, the sum of each row (leaves show it) and that the country's row adds up the
 * bodies'. What is withheld can then change only by a cycle: one more here, one less there, back to where it began. A cell
 * is determined when no cycle passes through it that leaves every count at zero or more. So what is asked of each withheld
 * cell is such a cycle; where one has none, the cheapest rectangle that gives it one is withheld as well.
 */
import { assert } from "#core/result.ts";
import { type StatedCell, suppressed } from "./small-cells.ts";

export interface StatedTable {
  readonly all: readonly StatedCell[];
  /** In the order of the rows given. */
  readonly bodies: readonly (readonly StatedCell[])[];
}

/** One row of counts with what of it is withheld; the country's adds the others up. */
interface Row {
  readonly isCountry: boolean;
  readonly counts: readonly number[];
  readonly withheld: boolean[];
}

/**
 * The table with its small cells withheld. `rows` holds for each body the counts of all codes, zeros included; `open` are
 * codes that leaves show anyway.
 */
export function suppressedTable(
  codes: readonly string[],
  rows: readonly (readonly number[])[],
  open: ReadonlySet<string> = new Set(),
): StatedTable {
  const sums = codes.map((_, at) => rows.reduce((sum, counts) => sum + (counts[at] ?? 0), 0));
  const table = [sums, ...rows].map((counts, at): Row => {
    const own = suppressed(
      codes.map((code, column) => [code, counts[column] ?? 0] as const),
      open,
    );
    return { isCountry: at === 0, counts, withheld: own.map(({ count }) => count === null) };
  });
  const free = codes.flatMap((code, column) => (open.has(code) ? [] : [column]));
  protectAll(table, free);
  const [all = [], ...bodies] = table.map(({ counts, withheld }) =>
    codes.map((code, column) => ({ code, count: withheld[column] ? null : (counts[column] ?? 0) })),
  );
  return { all, bodies };
}

/** Withholds more until no withheld cell is determined. Each round withholds at least one more, so it ends. */
function protectAll(table: readonly Row[], free: readonly number[]): void {
  for (let exposed = exposedCell(table, free); exposed !== null; exposed = exposedCell(table, free)) {
    assert(protect(table, free, exposed), "some rectangle with the country's row protects any cell");
  }
}

interface Cell {
  readonly row: Row;
  readonly column: number;
}

function exposedCell(table: readonly Row[], free: readonly number[]): Cell | null {
  const ways = waysOf(table, free);
  for (const row of table) {
    for (const column of free) {
      if (row.withheld[column] && isDetermined(ways, free, { row, column })) return { row, column };
    }
  }
  return null;
}

/** Withholds the rectangle that costs least and leaves none of its own cells determined; false when there is none. */
function protect(table: readonly Row[], free: readonly number[], { row, column }: Cell): boolean {
  const rectangles = table
    .filter((partner) => partner !== row)
    .flatMap((partner) =>
      free
        .filter((other) => other !== column)
        .map((other): readonly Cell[] =>
          [
            { row, column: other },
            { row: partner, column },
            { row: partner, column: other },
          ].filter((cell) => cell.row.withheld[cell.column] !== true),
        ),
    )
    .filter((cells) => cells.length > 0)
    .map((cells) => ({ cells, cost: cells.reduce((sum, cell) => sum + costOf(cell), 0) }))
    .sort((one, next) => one.cost - next.cost);
  for (const { cells } of rectangles) {
    for (const cell of cells) cell.row.withheld[cell.column] = true;
    const ways = waysOf(table, free);
    if ([{ row, column }, ...cells].every((cell) => !isDetermined(ways, free, cell))) return true;
    for (const cell of cells) cell.row.withheld[cell.column] = false;
  }
  return false;
}

/** What is lost with a cell: its count, and that it was shown at all. */
function costOf({ row, column }: Cell): number {
  return (row.counts[column] ?? 0) + 1;
}

/** Whether a cycle may run from a row to a code: a body's cell grows by it, always; the country's shrinks, from one on. */
function canLeave({ isCountry, counts, withheld }: Row, column: number): boolean {
  return withheld[column] === true && (!isCountry || (counts[column] ?? 0) > 0);
}

/** Whether a cycle may run from a code to a row: a body's cell shrinks by it, from one on; the country's grows, always. */
function canEnter({ isCountry, counts, withheld }: Row, column: number): boolean {
  return withheld[column] === true && (isCountry || (counts[column] ?? 0) > 0);
}

/** Through how many rows a cycle may run from one code to another, by code and code. */
type Ways = readonly (readonly number[])[];

function waysOf(table: readonly Row[], free: readonly number[]): Ways {
  const width = Math.max(0, ...free) + 1;
  const ways = Array.from({ length: width }, () => Array.from({ length: width }, () => 0));
  for (const row of table) {
    for (const from of free) {
      if (!canEnter(row, from)) continue;
      for (const to of free) {
        const line = ways[from];
        if (from !== to && canLeave(row, to) && line !== undefined) line[to] = (line[to] ?? 0) + 1;
      }
    }
  }
  return ways;
}

/** No cycle passes through the cell: neither one more of it nor one less leaves everything else as it is known. */
function isDetermined(ways: Ways, free: readonly number[], { row, column }: Cell): boolean {
  const others = free.filter((other) => other !== column && row.withheld[other] === true);
  const grows =
    canLeave(row, column) &&
    others.some((other) => canEnter(row, other) && leads(ways, free, { row, from: column, to: other }));
  const shrinks =
    canEnter(row, column) &&
    others.some((other) => canLeave(row, other) && leads(ways, free, { row, from: other, to: column }));
  return !grows && !shrinks;
}

/** Whether a way leads from code to code through other rows than this one. */
function leads(
  ways: Ways,
  free: readonly number[],
  { row, from, to }: { readonly row: Row; readonly from: number; readonly to: number },
): boolean {
  const seen = new Set([from]);
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    for (const next of free) {
      const own = canEnter(row, at) && canLeave(row, next) ? 1 : 0;
      if (seen.has(next) || next === at || (ways[at]?.[next] ?? 0) - own <= 0) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return false;
}
