import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { determinedCells, type Equation } from "../test-support/attacker.ts";
import { cellMin } from "./small-cells.ts";
import { type StatedTable, suppressedTable } from "./suppress-table.ts";

const codesOf = (count: number) => Array.from({ length: count }, (_, at) => `code-${at}`);

/** Counts as they are: most small, some large, many zero. */
const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }));
const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 7 }))
  .chain(([codes, bodies]) =>
    fc.array(fc.array(count, { minLength: codes, maxLength: codes }), {
      minLength: bodies,
      maxLength: bodies,
    }),
  );

/** All that an outsider knows of one table: what is shown, each row's sum, and that the country's row adds the bodies' up. */
function knownOf(
  shown: StatedTable,
  rows: readonly (readonly number[])[],
  name: string,
): readonly Equation[] {
  const cells = [shown.all, ...shown.bodies];
  const variable = (row: number, column: number) => `${name} ${row} ${column}`;
  const columns = shown.all.map((_, column) => column);
  const sums = columns.map((column) => rows.reduce((sum, counts) => sum + (counts[column] ?? 0), 0));
  const published = cells.flatMap((row, at) =>
    row.flatMap(({ count: each }, column): Equation[] =>
      each === null ? [] : [{ terms: new Map([[variable(at, column), 1]]), equals: each }],
    ),
  );
  const rowSums = [sums, ...rows].map(
    (counts, at): Equation => ({
      terms: new Map(columns.map((column) => [variable(at, column), 1])),
      equals: counts.reduce((sum, each) => sum + each, 0),
    }),
  );
  const columnSums = columns.map(
    (column): Equation => ({
      terms: new Map(cells.map((_, at) => [variable(at, column), at === 0 ? -1 : 1])),
      equals: 0,
    }),
  );
  return [...published, ...rowSums, ...columnSums];
}

function withheldIn(shown: StatedTable, name: string): readonly string[] {
  return [shown.all, ...shown.bodies].flatMap((row, at) =>
    row.flatMap(({ count: each }, column) => (each === null ? [`${name} ${at} ${column}`] : [])),
  );
}

test("solving everything that is published, with every sum, determines no withheld cell", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const shown = suppressedTable(codesOf(rows[0]?.length ?? 0), rows);
      const determined = determinedCells(knownOf(shown, rows, "q"));
      assert.deepEqual(
        withheldIn(shown, "q").filter((cell) => determined.has(cell)),
        [],
      );
    }),
    { numRuns: 400, seed: 20_261_127 },
  );
});

test("two quarters side by side, and their difference, determine none either", () => {
  fc.assert(
    fc.property(table, fc.array(count, { minLength: 42, maxLength: 42 }), (rows, drawn) => {
      const next = rows.map((row, at) =>
        row.map((_, column) => drawn[(at * 6 + column) % drawn.length] ?? 0),
      );
      const codes = codesOf(rows[0]?.length ?? 0);
      const [one, other] = [suppressedTable(codes, rows), suppressedTable(codes, next)];
      // The attacker may subtract and add as they like: that is what solving both at once does.
      const determined = determinedCells([...knownOf(one, rows, "q1"), ...knownOf(other, next, "q2")]);
      const withheld = [...withheldIn(one, "q1"), ...withheldIn(other, "q2")];
      assert.deepEqual(
        withheld.filter((cell) => determined.has(cell)),
        [],
      );
    }),
    { numRuns: 150, seed: 20_261_128 },
  );
});

test("the attacker of these tests does find what rows alone would leave open", () => {
  // One body withholds two cells of a kind that no other withholds: the country less the others tells both.
  const rows = [
    [20, 3, 2],
    [20, 9, 8],
  ];
  const naive: StatedTable = {
    all: [40, 12, 10].map((each, at) => ({ code: `code-${at}`, count: each })),
    bodies: [
      [20, null, null],
      [20, 9, 8],
    ].map((row) => row.map((each, at) => ({ code: `code-${at}`, count: each }))),
  };
  const told = determinedCells(knownOf(naive, rows, "q"));
  assert.deepEqual(
    withheldIn(naive, "q").filter((cell) => told.has(cell)),
    ["q 1 1", "q 1 2"],
  );
  assert.equal(told.get("q 1 1"), 3);
});

/** Every table of whole numbers from zero that would look the same to somebody who knows the sums. */
function* alike(shown: StatedTable, rows: readonly (readonly number[])[]): Generator<readonly number[][]> {
  const width = shown.all.length;
  const sums = rows.map((row) => row.reduce((sum, each) => sum + each, 0));
  const fill = function* (at: number, column: number, left: number, row: number[]): Generator<number[]> {
    if (column === width) {
      if (left === 0) yield [...row];
      return;
    }
    const known = shown.bodies[at]?.[column]?.count;
    for (let each = known ?? 0; each <= (known ?? left); each += 1) {
      if (each <= left) yield* fill(at, column + 1, left - each, [...row, each]);
    }
  };
  const tables = function* (at: number, done: number[][]): Generator<number[][]> {
    if (at === rows.length) yield done;
    else for (const row of fill(at, 0, sums[at] ?? 0, [])) yield* tables(at + 1, [...done, row]);
  };
  for (const candidate of tables(0, [])) {
    const fits = shown.all.every(
      ({ count: each }, column) =>
        each === null || each === candidate.reduce((sum, row) => sum + (row[column] ?? 0), 0),
    );
    if (fits) yield candidate;
  }
}

test("nor does trying every table of whole numbers that could be behind what is published", () => {
  const small = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([codes, bodies]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: codes, maxLength: codes }), {
        minLength: bodies,
        maxLength: bodies,
      }),
    );
  fc.assert(
    fc.property(small, (rows) => {
      const shown = suppressedTable(codesOf(rows[0]?.length ?? 0), rows);
      const values = new Map<string, Set<number>>();
      const note = (cell: string, each: number) =>
        values.set(cell, (values.get(cell) ?? new Set()).add(each));
      for (const candidate of alike(shown, rows)) {
        for (const column of shown.all.keys()) {
          note(
            `q 0 ${column}`,
            candidate.reduce((sum, row) => sum + (row[column] ?? 0), 0),
          );
          for (const [at, row] of candidate.entries()) note(`q ${at + 1} ${column}`, row[column] ?? 0);
        }
      }
      for (const cell of withheldIn(shown, "q")) assert.ok((values.get(cell)?.size ?? 0) > 1, cell);
    }),
    { numRuns: 150, seed: 20_261_129 },
  );
});

test("what is shown is true, and never from 1 to 4", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const shown = suppressedTable(codesOf(rows[0]?.length ?? 0), rows);
      for (const [at, row] of shown.bodies.entries()) {
        for (const [column, { count: each }] of row.entries()) {
          if (each === null) continue;
          assert.equal(each, rows[at]?.[column]);
          assert.ok(each === 0 || each >= cellMin);
        }
      }
      for (const { count: each } of shown.all) assert.ok(each === null || each === 0 || each >= cellMin);
    }),
  );
});

test("what leaves show anyway stays, and no more goes than one rectangle needs", () => {
  const counts = [
    [20, 3, 2, 1],
    [20, 9, 8, 6],
    [30, 40, 50, 60],
  ];
  const { all, bodies } = suppressedTable(codesOf(4), counts, new Set(["code-3"]));
  const shownOf = (row: readonly { readonly count: number | null }[]) => row.map(({ count: each }) => each);
  assert.deepEqual(shownOf(bodies[0] ?? []), [20, null, null, 1]);
  assert.deepEqual(shownOf(bodies[1] ?? []), [20, null, null, 6], "the cheapest neighbour hides it");
  assert.deepEqual(shownOf(bodies[2] ?? []), [30, 40, 50, 60]);
  assert.deepEqual(shownOf(all), [70, 52, 60, 67], "the country's row stays");
});

test("a country of hundreds of bodies is done in a moment's work, not in a night's", () => {
  const rows = Array.from({ length: 300 }, (_, at) =>
    Array.from({ length: 12 }, (_unused, column) => (at * 7919 + column * 104_729) % 11),
  );
  const shown = suppressedTable(codesOf(12), rows);
  assert.equal(shown.bodies.length, 300);
});
