/** Somebody who solves linear equations over everything that was published, in exact fractions. */

/** Names of unknowns with their factors, and what they come to. */
export interface Equation {
  readonly terms: ReadonlyMap<string, number>;
  readonly equals: number;
}

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const zero: Fraction = { over: 0n, under: 1n };

function fraction(over: bigint, under: bigint): Fraction {
  let [left, right] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (right !== 0n) [left, right] = [right, left % right];
  const common = (left === 0n ? 1n : left) * (under < 0n ? -1n : 1n);
  return { over: over / common, under: under / common };
}

const times = (one: Fraction, other: Fraction) => fraction(one.over * other.over, one.under * other.under);
const minus = (one: Fraction, other: Fraction) =>
  fraction(one.over * other.under - other.over * one.under, one.under * other.under);

/** The unknowns that the equations leave no choice for, each with its value. Throws when the equations contradict. */
export function determinedCells(equations: readonly Equation[]): ReadonlyMap<string, number> {
  const reduced = reduce(equations);
  const determined = new Map<string, number>();
  for (const { terms, equals } of reduced) {
    const [only, ...more] = [...terms.keys()];
    if (only === undefined) throw new Error("what was published contradicts itself");
    if (more.length === 0) determined.set(only, Number(equals.over) / Number(equals.under));
  }
  return determined;
}

interface Line {
  readonly terms: Map<string, Fraction>;
  equals: Fraction;
}

/** Gauss and Jordan: each line begins with an unknown that stands in no other. */
function reduce(equations: readonly Equation[]): readonly Line[] {
  const done: { readonly pivot: string; readonly line: Line }[] = [];
  for (const { terms, equals } of equations) {
    const line: Line = {
      terms: new Map([...terms].map(([name, factor]) => [name, fraction(BigInt(factor), 1n)])),
      equals: fraction(BigInt(equals), 1n),
    };
    for (const before of done) subtract(line, before);
    const [pivot] = line.terms.keys();
    if (pivot === undefined) {
      if (line.equals.over !== 0n) throw new Error("what was published contradicts itself");
      continue;
    }
    scale(line, pivot);
    for (const before of done) subtract(before.line, { pivot, line });
    done.push({ pivot, line });
  }
  return done.map(({ line }) => line);
}

function scale(line: Line, pivot: string): void {
  const lead = line.terms.get(pivot) ?? zero;
  const inverse = fraction(lead.under, lead.over);
  for (const [name, factor] of line.terms) line.terms.set(name, times(factor, inverse));
  line.equals = times(line.equals, inverse);
}

function subtract(line: Line, { pivot, line: by }: { readonly pivot: string; readonly line: Line }): void {
  const factor = line.terms.get(pivot);
  if (factor === undefined) return;
  for (const [name, each] of by.terms) {
    const left = minus(line.terms.get(name) ?? zero, times(factor, each));
    if (left.over === 0n) line.terms.delete(name);
    else line.terms.set(name, left);
  }
  line.equals = minus(line.equals, times(factor, by.equals));
}
