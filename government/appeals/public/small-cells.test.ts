import assert from "node:assert/strict";
import { test } from "node:test";
import { cellMin, suppressed } from "./small-cells.ts";

/** Large enough that every way of hiding occurs, and that equal small cells have their likes with the same sum. */
const largest = { 2: 30, 3: 16, 4: 13 } as const;

/** Every row of so many cells. */
function* rowsOf(cells: number, countMax: number): Generator<readonly number[]> {
  if (cells === 0) yield [];
  else {
    for (const row of rowsOf(cells - 1, countMax)) {
      for (let count = 0; count <= countMax; count += 1) yield [...row, count];
    }
  }
}

function shownOf(row: readonly number[], open: ReadonlySet<string> = new Set()): readonly (number | null)[] {
  return suppressed(
    row.map((count, at) => [`${at}`, count] as const),
    open,
  ).map(({ count }) => count);
}

/** Rows that look the same from outside, with every number that each of their cells has in one of them. */
function alikeRows(rows: Iterable<readonly number[]>) {
  const alike = new Map<string, { shown: readonly (number | null)[]; values: readonly Set<number>[] }>();
  for (const row of rows) {
    const shown = shownOf(row);
    const look = JSON.stringify({ shown, sum: row.reduce((all, count) => all + count, 0) });
    const like = alike.get(look) ?? { shown, values: row.map(() => new Set()) };
    for (const [at, count] of row.entries()) like.values[at]?.add(count);
    alike.set(look, like);
  }
  return alike;
}

/**
 * The strongest outsider there is: knows the rule, what is shown and the sum, and tries every row that there could be.
 * A cell is had when all rows that would look like this one have the same number in it.
 */
test("nothing withheld can be computed from what is shown and the sum, by trying every row", () => {
  for (const [cells, countMax] of Object.entries(largest)) {
    const told = [...alikeRows(rowsOf(Number(cells), countMax))].flatMap(([look, { shown, values }]) =>
      values.some((each, at) => shown[at] === null && each.size === 1) ? [look] : [],
    );
    assert.deepEqual(told, [], `of ${cells} cells`);
  }
});

test("no number from 1 to 4 is shown, and what is shown is true", () => {
  for (const row of rowsOf(3, largest[3])) {
    for (const [at, count] of shownOf(row).entries()) {
      if (count === null) continue;
      assert.equal(count, row[at]);
      assert.ok(count === 0 || count >= cellMin, `${row}`);
    }
  }
});

test("no more is withheld than is needed", () => {
  assert.deepEqual(shownOf([0, 0, 0]), [0, 0, 0], "nothing small, nothing withheld");
  assert.deepEqual(shownOf([7, 0, 5]), [7, 0, 5]);
  assert.deepEqual(shownOf([200, 3, 2]), [200, null, null], "two that differ hide each other");
  assert.deepEqual(shownOf([200, 3, 0]), [200, null, null], "a small one and a zero do");
  assert.deepEqual(shownOf([200, 9, 3]), [200, null, null], "one alone needs the next greater");
  assert.deepEqual(shownOf([9, 9, 3]), [null, null, null], "of equals none may be told by its place");
  assert.deepEqual(shownOf([2, 2, 8]), [null, null, null], "two ones of two would be told by their sum");
});

test("what a leaf says anyway is neither hidden nor hides", () => {
  assert.deepEqual(shownOf([9, 0, 1], new Set(["2"])), [9, 0, 1]);
  assert.deepEqual(shownOf([9, 2, 1], new Set(["2"])), [null, null, 1]);
});
