/**
 * Foreseen outcomes are returned as a `Result`; bugs are thrown. A `problem` is a value that the caller must
 * look at: a string literal or a discriminated union, never a sentence (sentences belong to the pages).
 */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** Wraps a value as a success. */
export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** Wraps a foreseen refusal. */
export function refused<const Problem>(problem: Problem): Result<never, Problem> {
  return { ok: false, problem };
}

/** Closes a switch over a union: a new member breaks the build here. Reached at run time only by old or foreign data. */
export function unreachable(value: never): never {
  throw new Error(`unreachable value: ${JSON.stringify(value)}`);
}

/** Throws when a condition that the code itself guarantees does not hold: a bug, never a user's mistake. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
